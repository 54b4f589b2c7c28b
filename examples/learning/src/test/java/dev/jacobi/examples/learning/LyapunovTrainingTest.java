package dev.jacobi.examples.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.Tensor;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LyapunovTrainingTest {
    private static LyapunovTraining training;
    private static Field field;

    @BeforeAll
    static void train() {
        training = LyapunovTraining.run(400, 1, () -> {});
        field = Field.of(training.parameters());
    }

    @Test
    void fallsAllOverTheSquareWhichTheUntrainedOneDoesnt() {
        assertThat(field.rising()).isZero();
        assertThat(Field.of(LyapunovTraining.run(0, 1, () -> {}).parameters()).rising())
                .isGreaterThan(Field.POINTS);
    }

    @Test
    void isZeroAtRestAndPositiveElsewhere() {
        assertThat(NeuralLyapunov.values(training.parameters(), Tensor.zeros(1, 2))
                        .item())
                .isZero();
        for (double[] row : field.v()) {
            for (double v : row) {
                assertThat(v).isPositive();
            }
        }
    }

    @Test
    void itsRateIsHowFastItChangesAlongTheMotion() {
        double step = 1e-4;
        Tensor[] parameters = Slopes.doubles(training.parameters());
        Tensor start = Tensor.of(new double[][] {{1, 0.5}, {-2, 1}, {0.1, -2.5}});
        Tensor[] motion = Pendulum.motion(start, step, 2);
        double[] change = NeuralLyapunov.values(parameters, motion[2])
                .sub(NeuralLyapunov.values(parameters, motion[0]))
                .div(2 * step)
                .toDoubleArray();
        double[] rates = NeuralLyapunov.rates(parameters, motion[1]).toDoubleArray();
        for (int i = 0; i < rates.length; i++) {
            assertThat(rates[i]).isCloseTo(change[i], within(1e-5 * (1 + Math.abs(change[i]))));
        }
    }

    @Test
    void theGradientOfTheLossWhichHoldsAGradientIsThatOfDifferences() {
        Random random = new Random(5);
        Tensor[] parameters = Slopes.doubles(Network.random(random, 2, 7, 6, 3));
        Tensor states = Tensor.randn(random, 12, 2).to(DType.FLOAT64);
        assertThat(NeuralLyapunov.loss(parameters, states)).isPositive();
        Slopes.check(parameters, FallGrad.gradient(parameters, states), p -> NeuralLyapunov.loss(p, states));
    }

    @Test
    void whatStartsInTheLevelSetStaysInItAndComesToRest() {
        double level = field.level();
        Tensor start = training.reaching(level, 24).mul(0.99);
        Tensor[] motion = Pendulum.motion(start, 0.02, 2000);
        for (Tensor states : motion) {
            double[] values =
                    NeuralLyapunov.values(training.parameters(), states).toDoubleArray();
            for (double value : values) {
                assertThat(value).isLessThanOrEqualTo(level);
            }
        }
        assertThat(motion[2000].abs().max().item()).isLessThan(1e-2);
    }
}
