package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.SparseMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sparse against dense matrices, of every sample that can have both. */
@TestInstance(Lifecycle.PER_CLASS)
class SparsityTest {

    private final List<Point> points = Stream.of(SampleFiles.read(), RulesTest.sources())
            .flatMap(sources ->
                    SampleFiles.points(sources, "-Ajacobi.sparse", "-Ajacobi.order=2", "-Ajacobi.verify").stream())
            .filter(Point::justComputes)
            .toList();

    List<Point> jacobians() {
        return points.stream()
                .filter(p -> p.derived().hasSparseJacobian())
                .filter(p -> Arrays.stream(p.arguments()).allMatch(Objects::nonNull)) // no columns
                .toList();
    }

    List<Point> hessians() {
        return points.stream().filter(p -> p.derived().hasSparseHessian()).toList();
    }

    @ParameterizedTest
    @MethodSource("jacobians")
    void jacobianIsTheDenseOne(Point point) {
        checkJacobian(point);
    }

    static void checkJacobian(Point point) {
        SparseMatrix sparse = point.derived().sparseJacobian(point.arguments());
        double[] dense = Derived.isVoid(point.primal())
                ? written(point, sparse.rows(), sparse.columns())
                : Numbers.of(point.derived().jacobian(point.arguments())[0]);
        agrees(point, sparse, dense);
    }

    /** The derivatives of what is left in the second array by what was in the first one, column by column. */
    private static double[] written(Point point, int rows, int columns) {
        double[] dense = new double[rows * columns];
        for (int j = 0; j < columns; j++) {
            Object[] parameters = point.parameters();
            Object[] dots = {Numbers.unit(parameters[0], j), Numbers.zero(parameters[1])};
            double[] column = Numbers.of(((Object[]) point.derived().jvp(point.arguments(), dots))[1]);
            for (int i = 0; i < rows; i++) {
                dense[i * columns + j] = column[i];
            }
        }
        return dense;
    }

    @ParameterizedTest
    @MethodSource("hessians")
    void hessianIsTheDenseOne(Point point) {
        checkHessian(point);
    }

    static void checkHessian(Point point) {
        Object dense = point.derived().hessian(point.arguments());
        agrees(point, point.derived().sparseHessian(point.arguments()), Numbers.of(dense));
    }

    private static void agrees(Point point, SparseMatrix sparse, double[] dense) {
        double[] mine =
                Arrays.stream(sparse.toDense()).flatMapToDouble(Arrays::stream).toArray();
        new Agreement(point.parameters()).close("sparse", mine, dense, Numbers.largest(dense));
        long entries = Arrays.stream(dense).filter(entry -> entry != 0).count();
        assertThat(sparse.size()).as("stored entries").isGreaterThanOrEqualTo((int) entries);
    }

    /** Those whose pattern is known: as many entries as there are. */
    @Test
    void nothingIsStoredThatMustBeZero() {
        List<String> larger = points.stream()
                .filter(SparsityTest::hasKnownPattern)
                .filter(SparsityTest::storesMore)
                .map(Point::toString)
                .toList();
        assertThat(larger).isEmpty();
    }

    /** Where index expressions say it all, and nowhere else. */
    @Test
    void patternsOfStencilsAreFoundWithoutSets() {
        List<String> direct = points.stream()
                .filter(p -> p.derived().hasDirectPattern())
                .map(p -> p.primal().getName())
                .distinct()
                .toList();
        assertThat(direct)
                .contains("secondDifference", "byIndexArray", "writtenTwice", "whereItIsPositive")
                .doesNotContain("twoSteps", "pathOnly", "movingIndex");
    }

    static boolean hasKnownPattern(Point point) {
        return point.primal().getDeclaringClass().getSimpleName().equals("Sparsity")
                && !point.primal().getName().startsWith("more");
    }

    static boolean storesMore(Point point) {
        boolean hessian = point.derived().hasSparseHessian();
        SparseMatrix sparse = hessian
                ? point.derived().sparseHessian(point.arguments())
                : point.derived().sparseJacobian(point.arguments());
        return Arrays.stream(sparse.values()).anyMatch(v -> v == 0);
    }
}
