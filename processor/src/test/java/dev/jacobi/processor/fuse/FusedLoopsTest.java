package dev.jacobi.processor.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Values, gradients and tangents bit for bit those of the operations one by one: for lengths on both sides of a block,
 * for both types and their mixture, for operands that stretch, and for those that make the loop give up.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FusedLoopsTest {
    private static final List<Integer> LENGTHS = List.of(3, 4, 511, 512, 513, 1537, 4097, 66_000);

    private final BothWays methods = new BothWays("Chains");
    private final Compilation fused = methods.fused();

    /** A method on operands of given kinds. */
    record Case(String method, int length, DType x, DType y, boolean stretches) {}

    List<Case> cases() throws ReflectiveOperationException {
        List<Case> cases = new ArrayList<>();
        for (String method : methods.methods("Chains")) {
            for (int length : LENGTHS) {
                for (DType x : DType.values()) {
                    for (DType y : DType.values()) {
                        boolean rows = method.equals("layer");
                        cases.add(new Case(method, length, x, y, false));
                        if (!rows) {
                            cases.add(new Case(method, length, x, y, true));
                        }
                    }
                }
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheBitsOfTheOperationsOneByOne(Case tested) throws ReflectiveOperationException {
        RandomGenerator random = new Random(7);
        Tensor x = Tensor.randn(random, tested.length).to(tested.x);
        Tensor y = Tensor.randn(random, tested.stretches ? 1 : tested.length).to(tested.y);
        for (double s : new double[] {0.7, -0.3}) {
            assertThat(methods.fused(tested.method, x, y, s)).isEqualTo(methods.apart(tested.method, x, y, s));
        }
    }

    /** Without loops the comparison would say nothing. */
    @Test
    void everyMethodHasLoops() {
        assertThat(fused.generated())
                .isNotEmpty()
                .allSatisfy((name, text) -> assertThat(text).as(name).contains("extends FusedLoop"));
        assertThat(methods.apart().generated())
                .allSatisfy((name, text) -> assertThat(text).as(name).doesNotContain("FusedLoop"));
    }

    /** What stands between the first operation and the last makes no tensor. */
    @Test
    void aChainIsOneLoop() {
        String text = fused.generated().get("fuse.QuarticGrad");
        String pullback = text.substring(text.indexOf("Pullback pullback("), text.indexOf("new Pullback("));
        assertThat(pullback)
                .contains("Tensor[] loop = Loop")
                .doesNotContain(".pow(")
                .doesNotContain(".mul(");
    }

    /** Nothing is made of what is only summed, and the value and its gradient come out of one pass. */
    @Test
    void aTotalAndItsGradientAreOneLoop() {
        String text = fused.generated().get("fuse.TotalGrad");
        assertThat(gradient("Total"))
                .containsOnlyOnce(".run(")
                .doesNotContain("seed")
                .doesNotContain(".sum(")
                .doesNotContain(".mul(");
        assertThat(text).contains("Total.SUM").contains("valueLanes[i] += ");
    }

    /** Where nothing else reads the slopes, no other tensor of their size is made. */
    @Test
    void slopesAreScaledInPlace() {
        String text = fused.generated().get("fuse.WeighedLossesGrad");
        assertThat(gradient("WeighedLosses"))
                .containsOnlyOnce("CrossEntropy.scaled(classSlopes, ")
                .doesNotContain(".mul(classSlopes");
        assertThat(text.substring(text.indexOf("class Pullback"))).doesNotContain(".scaled(");
    }

    /** Where the seed is 1, slopes come as those of the mean. */
    @ParameterizedTest
    @ValueSource(strings = {"Losses", "PenalisedLosses"})
    void slopesAreOfTheReducedLosses(String method) {
        assertThat(gradient(method))
                .contains("dim, Reduction.MEAN)")
                .doesNotContain(".scaled(")
                .doesNotContain(".mul(classSlopes");
    }

    private String gradient(String method) {
        String text = fused.generated().get("fuse." + method + "Grad");
        return text.substring(
                text.indexOf("ValueAndGradient valueAndGradient("), text.indexOf("new ValueAndGradient("));
    }

    /** Exponentials are computed once, be it in one method or in two; a pullback keeps the slopes alone. */
    @Test
    void lossesComeWithTheirSlopes() {
        String text = fused.generated().get("fuse.LossesGrad");
        assertThat(text).contains("CrossEntropy.lossesAndSlopes(").contains("private final Tensor classSlopes;");
        assertThat(text).doesNotContain("private final Tensor[] both");
        String pullback = text.substring(text.indexOf("class Pullback"));
        assertThat(pullback).doesNotContain(".classSlopes(").doesNotContain(".softmax(");
    }
}
