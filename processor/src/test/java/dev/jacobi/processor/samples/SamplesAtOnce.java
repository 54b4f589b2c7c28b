package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * The samples as few tests that end with the first check that fails, for mutation testing: there every test is run by
 * itself, and the samples would be compiled again for each point. The build doesn't run it, as its name shows.
 * {@code -Djacobi.samples=Loops|Jumps} takes the samples of these files only.
 */
class SamplesAtOnce {
    private static final String FILES = System.getProperty("jacobi.samples", "\\w+");

    private final List<SourceText> sources = SampleFiles.read().stream()
            .filter(s -> s.getName().matches(".*/(" + FILES + ")\\.java"))
            .toList();

    @Test
    void everyModeIsRight() throws Throwable {
        for (Point point : SampleFiles.points(sources)) {
            for (Executable check : Modes.checks(point)) {
                check.execute();
            }
        }
    }

    @Test
    void matricesAndSecondDerivativesAreRight() throws Throwable {
        for (Point point : SampleFiles.points(sources, "-Ajacobi.order=2", "-Ajacobi.sparse", "-Ajacobi.lanes")) {
            for (Executable check : matrices(point)) {
                check.execute();
            }
        }
    }

    private static List<Executable> matrices(Point point) {
        List<Executable> checks = new ArrayList<>();
        if (SecondOrderTest.givesOneNumber(point)) {
            checks.addAll(SecondOrderTest.checks(point));
        }
        if (point.justComputes()) {
            Derived derived = point.derived();
            add(derived.hasSparseJacobian(), () -> SparsityTest.checkJacobian(point), checks);
            add(derived.hasSparseHessian(), () -> SparsityTest.checkHessian(point), checks);
            boolean sparse = derived.hasSparseJacobian() || derived.hasSparseHessian();
            add(
                    sparse && SparsityTest.hasKnownPattern(point),
                    () -> assertThat(SparsityTest.storesMore(point)).isFalse(),
                    checks);
            add(derived.hasLanesOfJacobian(), () -> LanesTest.checkJacobian(point), checks);
            add(derived.hasLanesOfHessian(), () -> LanesTest.checkHessian(point), checks);
        }
        return checks;
    }

    private static void add(boolean there, Executable check, List<Executable> checks) {
        if (there) {
            checks.add(check);
        }
    }
}
