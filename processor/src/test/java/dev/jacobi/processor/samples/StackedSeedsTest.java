package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.samples.Derived.Pullback;
import dev.jacobi.processor.testing.SourceText;
import dev.jacobi.tensor.ShapeMismatchException;
import dev.jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Backward sweeps that take many seeds at once, wherever that can be had: of every rule's calls and all samples the
 * products that each seed gives alone. (Not bit for bit: a product of matrices makes its sums in another order than one
 * of a matrix and a vector.)
 */
@TestInstance(Lifecycle.PER_CLASS)
class StackedSeedsTest {

    /** As long as no dimension of what is differentiated, so that none is taken for another. */
    private static final int SEEDS = 11;

    private final List<Point> points = points("-Ajacobi.lanes", "-Ajacobi.verify");

    private static List<Point> points(String... options) {
        List<SourceText> sources = new ArrayList<>(SampleFiles.read());
        sources.addAll(RulesTest.sources());
        return SampleFiles.points(sources, options).stream()
                .filter(p -> p.primal().getReturnType() == Tensor.class && p.justComputes())
                .toList();
    }

    Stream<Point> stacked() {
        return points.stream().filter(StackedSeedsTest::takesMany);
    }

    private static boolean takesMany(Point point) {
        return point.derived().pullback(point.arguments()).stacked().stream().anyMatch(Objects::nonNull);
    }

    @ParameterizedTest
    @MethodSource("stacked")
    void rowsAreThoseOfSingleSeeds(Point point) {
        check(point);
    }

    static void check(Point point) {
        Pullback pullback = point.derived().pullback(point.arguments());
        Tensor value = (Tensor) pullback.value();
        Tensor[] seeds = new Tensor[SEEDS];
        Arrays.setAll(
                seeds,
                i -> Tensor.randn(new Random(i), value.dtype(), value.shape().toArray()));
        Agreement agreement = new Agreement(point.parameters());
        List<UnaryOperator<Tensor>> stacked = pullback.stacked();
        for (int parameter = 0; parameter < stacked.size(); parameter++) {
            UnaryOperator<Tensor> many = stacked.get(parameter);
            if (many != null && !isOfNumbers(many, seeds)) {
                Tensor rows = many.apply(Tensor.stack(seeds));
                Tensor like = (Tensor) point.parameters()[parameter];
                assertThat(rows.shape()).isEqualTo(Tensor.stack(each(like)).shape());
                for (int i = 0; i < SEEDS; i++) {
                    double[] alone = Numbers.of(pullback.apply(seeds[i])[parameter]);
                    agreement.close("seed " + i, Numbers.of(rows.get(i)), alone, Numbers.largest(alone));
                }
            }
        }
    }

    /**
     * Whether a stack of numbers is met, which lacks the dimension that each of them has all the same: none is made.
     */
    private static boolean isOfNumbers(UnaryOperator<Tensor> many, Tensor... seeds) {
        try {
            return many.apply(Tensor.stack(seeds)).rank() == 0;
        } catch (ShapeMismatchException refused) {
            assertThat(refused).hasMessage("a stack of numbers has no dimension of theirs");
            return true;
        } catch (IndexOutOfBoundsException refused) {
            assertThat(seeds[0].rank()).isZero();
            return true;
        }
    }

    private static Tensor[] each(Tensor x) {
        Tensor[] all = new Tensor[SEEDS];
        Arrays.fill(all, x);
        return all;
    }
}
