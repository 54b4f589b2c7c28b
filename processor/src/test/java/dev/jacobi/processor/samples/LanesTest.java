package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import java.lang.reflect.Field;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Matrices that take several directions in one sweep, wherever that can be had: bit for bit those of single sweeps. */
@TestInstance(Lifecycle.PER_CLASS)
class LanesTest {

    /** As many columns are made together, however few rows there are. */
    private static final int LANES = FunctionName.Lanes.COUNT;

    private final List<Point> points =
            points(Javac.compile(SampleFiles.read(), "-Ajacobi.lanes", "-Ajacobi.order=2", "-Ajacobi.verify"));

    private static List<Point> points(Compilation compilation) {
        return SampleFiles.points(compilation).stream()
                .filter(Point::justComputes)
                .toList();
    }

    List<Point> jacobians() {
        return points.stream().filter(p -> p.derived().hasLanesOfJacobian()).toList();
    }

    List<Point> hessians() {
        return points.stream().filter(p -> p.derived().hasLanesOfHessian()).toList();
    }

    @ParameterizedTest
    @MethodSource("jacobians")
    void columnsAreThoseOfSingleDirections(Point point) {
        checkJacobian(point);
    }

    static void checkJacobian(Point point) {
        double[][] rows = (double[][]) point.derived().jacobian(point.arguments())[0];
        Object x = point.parameters()[0];
        int columns = Numbers.of(x).length;
        if (columns > rows.length && columns > LANES) {
            return; // made by rows
        }
        for (int j = 0; j < columns; j++) {
            double[] column = (double[]) point.derived().jvp(point.arguments(), new Object[] {Numbers.unit(x, j)});
            for (int i = 0; i < rows.length; i++) {
                assertThat(rows[i][j]).as("[%d][%d]", i, j).isEqualTo(column[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("hessians")
    void rowsAreThoseOfSingleDirections(Point point) {
        checkHessian(point);
    }

    static void checkHessian(Point point) {
        double[][] rows = (double[][]) point.derived().hessian(point.arguments());
        Object x = point.parameters()[0];
        for (int i = 0; i < rows.length; i++) {
            Object row = point.derived().hvp(point.arguments(), new Object[] {Numbers.unit(x, i)})[0];
            assertThat(rows[i]).as("row %d", i).isEqualTo(row);
        }
    }

    /** Generated code takes as many directions as the runtime hands it, and as many iterations as it counts. */
    @Test
    void processorAndRuntimeMeanTheSameNumbers() throws ReflectiveOperationException {
        assertThat(count("dev.jacobi.tape.Lanes")).isEqualTo(LANES);
        assertThat(count("dev.jacobi.tape.Batches")).isEqualTo(FunctionName.Batch.COUNT);
    }

    private static int count(String type) throws ReflectiveOperationException {
        Field count = Class.forName(type).getDeclaredField("COUNT");
        count.setAccessible(true);
        return count.getInt(null);
    }

    /** Without being asked only where there is something dear to share. */
    @Test
    void lanesAreMadeWhereTheyPay() {
        List<Point> usual = points(SampleFiles.ofSecondOrder());
        assertThat(names(usual))
                .contains("curve", "trajectory", "pendulums", "logistic")
                .contains("hangingPoints", "smoothed", "heightsAndSlopes", "sometimes", "withConstants")
                .doesNotContain("secondDifference");
        assertThat(names(points))
                .containsAll(names(usual))
                .contains("secondDifference", "products", "table")
                .doesNotContain("prefixes");
    }

    private static List<String> names(List<Point> points) {
        return points.stream()
                .filter(p -> p.derived().hasLanesOfJacobian() || p.derived().hasLanesOfHessian())
                .map(p -> p.primal().getName())
                .distinct()
                .toList();
    }
}
