package dev.jacobi.processor.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user reads who has written what can't be differentiated. */
final class WrongProgramIT {

    private static final String SOURCE = """
            package acme;

            import dev.jacobi.Differentiable;

            final class Model {

                @Differentiable
                static double energy(double speed, double mass) {
                    return mass * java.awt.geom.Point2D.distance(0, 0, speed, speed) / 2;
                }

                @Differentiable
                static double phase(double time) {
                    double angle = 2 * time;
                    return angle + Math.sinus(angle);
                }

                @Differentiable
                static int rounds(double angle) {
                    return 3;
                }
            }
            """;

    private static final String ENERGY =
            "[jacobi:no-derivative] Point2D.distance(double, double, double, double) has no derivative here:"
                    + " its source is not in this compilation and no rule is given for it\n";
    private static final String ENERGY_REMEDY =
            "write the formula with operators, Math or Tensor methods, give the method"
                    + " a rule with @DerivativeOf, or mark the variable that goes in @NoDerivative if it is to count as a"
                    + " constant\n";
    private static final String PHASE = "[jacobi:unknown-method] there is no method Math.sinus that takes (double)\n";
    private static final String ROUNDS =
            "[jacobi:no-result] Model.rounds(double) gives int, which carries no derivative\n";

    @TempDir
    Path folder;

    @Test
    void javacShowsTheExpression() {
        Project project = Project.in(folder).with("src/acme/Model.java", SOURCE);
        Run run = Build.JAVAC.compile(project);
        assertThat(run.output())
                .isEqualTo("src/acme/Model.java:9: error: " + ENERGY
                        + "        return mass * java.awt.geom.Point2D.distance(0, 0, speed, speed) / 2;\n"
                        + "                                                    ^\n"
                        + "    " + ENERGY_REMEDY
                        + "src/acme/Model.java:15: error: " + PHASE
                        + "        return angle + Math.sinus(angle);\n"
                        + "                                 ^\n"
                        + "    check the spelling: there is sin\n"
                        + "src/acme/Model.java:19: error: " + ROUNDS
                        + "    static int rounds(double angle) {\n"
                        + "               ^\n"
                        + "    return a double, a float, a Tensor, or an array or record of these\n"
                        + "3 errors\n");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(Project.files(project.generated())).isEmpty();
    }

    @Test
    void eclipseShowsTheMethodAndNamesTheExpression() {
        Project project = Project.in(folder).with("src/acme/Model.java", SOURCE);
        Run run = Build.ECLIPSE.compile(project);
        assertThat(run.output())
                .contains(folder.resolve("src/acme/Model.java") + " (at line 8)\n"
                        + "\tstatic double energy(double speed, double mass) {\n"
                        + "\t              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
                        + "Model.java:9:23: " + ENERGY
                        + "  " + ENERGY_REMEDY)
                .contains("Model.java:15:24: " + PHASE)
                .contains("Model.java:19:16: " + ROUNDS);
        assertThat(run.exit()).isNotZero();
        assertThat(Project.files(project.generated())).isEmpty();
    }
}
