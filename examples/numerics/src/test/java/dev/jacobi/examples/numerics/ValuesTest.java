package dev.jacobi.examples.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The methods themselves compute what they say. */
class ValuesTest {
    private static final Offset<Double> ROUNDING = within(1e-12);

    private static final double[][] MATRIX = {{0, 2, 1}, {4, 1, -1}, {2, 0.5, 3}};

    @Test
    void solutionsSolveTheSystem() {
        double[] right = {1, -2, 0.5};
        double[] x = LinearSystem.solve(MATRIX, right);
        assertThat(Matrix.times(MATRIX, x)).containsExactly(right, ROUNDING);
        assertThat(MATRIX[0]).containsExactly(0, 2, 1);
        assertThatThrownBy(() -> LinearSystem.solve(new double[][] {{1, 2}, {2, 4}}, new double[2]))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void factorsMultiplyToTheMatrix() {
        double[][] matrix = {{4, 1, -1}, {1, 3, 0.5}, {-1, 0.5, 2}};
        double[][] lower = Cholesky.factor(matrix);
        double[][] product = Matrix.times(lower, Matrix.transposed(lower));
        for (int i = 0; i < 3; i++) {
            assertThat(product[i]).containsExactly(matrix[i], ROUNDING);
        }
        assertThatThrownBy(() -> Cholesky.factor(new double[][] {{1, 2}, {2, 1}}))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void tridiagonalAgreesWithDense() {
        double[][] dense = {{4, 1, 0}, {1, 5, 0.5}, {0, -1, 3}};
        double[] right = {1, 2, 3};
        assertThat(Tridiagonal.solve(new double[] {9, 1, -1}, new double[] {4, 5, 3}, new double[] {1, 0.5, 9}, right))
                .containsExactly(LinearSystem.solve(dense, right), ROUNDING);
    }

    /** The period is 1 over the arithmetic-geometric mean of 1 and cos(amplitude/2) (Gauss). */
    @Test
    void periodsAreThoseOfGauss() {
        for (double amplitude : new double[] {0, 0.1, 1.5, 2.5, 3.1}) {
            double a = 1;
            double b = Math.cos(amplitude / 2);
            for (int i = 0; i < 8; i++) {
                double mean = (a + b) / 2;
                b = Math.sqrt(a * b);
                a = mean;
            }
            assertThat(Quadrature.pendulumPeriod(amplitude)).isCloseTo(1 / a, ROUNDING);
        }
        assertThat(Quadrature.integral(Math::exp, -1, 2)).isCloseTo(Math.exp(2) - Math.exp(-1), ROUNDING);
    }

    @Test
    void anomaliesSolveKeplersEquation() {
        for (double eccentricity : new double[] {0, 0.3, 0.6, 0.99}) {
            for (double anomaly : new double[] {0, 0.1, 0.8, 3, 6}) {
                double angle = RootFinder.eccentricAnomaly(anomaly, eccentricity);
                assertThat(angle - eccentricity * Math.sin(angle)).isCloseTo(anomaly, ROUNDING);
            }
        }
        assertThat(RootFinder.root(x -> x * x * x - 2, -1, 3)).isCloseTo(Math.cbrt(2), ROUNDING);
        assertThatThrownBy(() -> RootFinder.root(x -> x * x + 1, -1, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    /** With the knots 0, 1, 2, … a spline whose controls are the means of three knots each is t itself. */
    @Test
    void splines() {
        double[] knots = {0, 1, 2, 3, 4, 5, 6, 7, 8};
        double[] controls = {2, 3, 4, 5, 6};
        for (double t : new double[] {3, 3.25, 4, 4.9, 5}) {
            assertThat(Spline.value(controls, knots, t)).isCloseTo(t, ROUNDING);
            assertThat(Spline.value(Numbers.ones(5), knots, t)).isCloseTo(1, ROUNDING);
        }
        assertThatThrownBy(() -> Spline.value(controls, knots, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void transformsAgreeWithTheirDefinition() {
        double[] re = {1, 0.5, -1, 2, 0, 0.25, 3, -2};
        double[] im = {0, 1, 0, -1, 2, 0, 0.5, 0};
        double[] re2 = re.clone();
        double[] im2 = im.clone();
        Fourier.transform(re2, im2);
        for (int k = 0; k < 8; k++) {
            double sumRe = 0;
            double sumIm = 0;
            for (int j = 0; j < 8; j++) {
                double angle = -2 * Math.PI * j * k / 8;
                sumRe += re[j] * Math.cos(angle) - im[j] * Math.sin(angle);
                sumIm += re[j] * Math.sin(angle) + im[j] * Math.cos(angle);
            }
            assertThat(re2[k]).isCloseTo(sumRe, ROUNDING);
            assertThat(im2[k]).isCloseTo(sumIm, ROUNDING);
        }
        assertThatThrownBy(() -> Fourier.powerSpectrum(new double[6])).isInstanceOf(IllegalArgumentException.class);
    }

    /** A pendulum, and what prey and predators never change: c·x − d·ln x + b·y − a·ln y. */
    @Test
    void initialValueProblems() {
        double[] pendulum = RungeKutta.integrate(
                (t, y, yDot) -> {
                    yDot[0] = y[1];
                    yDot[1] = -y[0];
                },
                new double[] {1, 0},
                3,
                1e-11);
        assertThat(pendulum).containsExactly(new double[] {Math.cos(3), -Math.sin(3)}, within(1e-9));
        double[] rates = {1.1, 0.4, 0.1, 0.4};
        double[] start = {10, 5};
        assertThat(invariant(RungeKutta.populations(start, rates, 4), rates))
                .isCloseTo(invariant(start, rates), within(1e-8));
    }

    private static double invariant(double[] y, double[] rates) {
        return rates[2] * y[0] - rates[3] * Math.log(y[0]) + rates[1] * y[1] - rates[0] * Math.log(y[1]);
    }

    /** A textbook's call, the identity of puts and calls, and the tails. */
    @Test
    void europeanOptions() {
        assertThat(BlackScholes.call(42, 40, 0.1, 0.2, 0.5)).isCloseTo(4.76, within(5e-3));
        assertThat(BlackScholes.normal(1.959963984540054)).isCloseTo(0.975, ROUNDING);
        assertThat(BlackScholes.normal(-2) + BlackScholes.normal(2)).isCloseTo(1, ROUNDING);
        assertThat(BlackScholes.normal(-40)).isZero();
    }

    @Test
    void americanOptions() {
        double european = BlackScholes.call(100, 105, 0.05, 0.2, 0.5) - 100 + 105 * Math.exp(-0.025);
        double american = BinomialTree.americanPut(100, 105, 0.05, 0.2, 0.5, 500);
        assertThat(american).isGreaterThan(european).isLessThan(european + 0.5);
        assertThat(BinomialTree.americanPut(100, 105, 0, 0.2, 0.5, 2000))
                .isCloseTo(BlackScholes.call(100, 105, 0, 0.2, 0.5) + 5, within(5e-3));
        assertThat(BinomialTree.americanPut(10, 105, 0.05, 0.2, 0.5, 50)).isCloseTo(95, ROUNDING);
    }

    /** The likelihood is that of the normal distribution that all positions have together. */
    @Test
    void likelihoods() {
        double q = 0.1;
        double r = 0.25;
        double[] seen = {0.9, 2.1};
        double first = 20 + q / 3;
        double crossed = first + 10 + q / 2;
        double second = first + 2 * (10 + q / 2) + 10 + q + q / 3;
        double[][] covariance = {{first + r, crossed}, {crossed, second + r}};
        double[] solved = LinearSystem.solve(covariance, seen);
        double[][] lower = Cholesky.factor(covariance);
        double expected = -Math.log(2 * Math.PI)
                - Math.log(lower[0][0] * lower[1][1])
                - (seen[0] * solved[0] + seen[1] * solved[1]) / 2;
        assertThat(KalmanFilter.logLikelihood(seen, q, r)).isCloseTo(expected, ROUNDING);
    }
}
