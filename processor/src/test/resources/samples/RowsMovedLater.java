package samples;

import dev.jacobi.DerivativeOf;
import dev.jacobi.Differentiable;
import dev.jacobi.FixedPoint;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.tensor.Tensor;

/** Rows that are put in other places when something has read them as a whole: an operation, a call, a derivative. */
final class RowsMovedLater {
    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]]", gives = "[[2, 4], [6, 8]]")
    static double readByAnOperation(double[][] m) {
        Tensor all = Tensor.of(m);
        m[0] = m[1];
        return all.mul(all).sum().item();
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]]")
    static double readInALoop(double[][] m) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            Tensor all = Tensor.of(m);
            double[] row = m[0];
            m[0] = m[1];
            m[1] = row;
            m[0][0] *= 0.5;
            sum += all.mul(all).select(0, 0).sum().item() * sum + 1;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]]", gives = "[[2, 4], [6, 8]]")
    static double readByACall(double[][] m) {
        double sum = squares(m);
        m[0] = m[1];
        return sum;
    }

    private static double squares(double[][] m) {
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m[i].length; j++) {
                sum += m[i][j] * m[i][j];
            }
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "2, 3", gives = "0, 18")
    static double givenByACall(double a, double b) {
        double[][] m = made(a, b);
        m[0] = m[1];
        return m[0][0] + m[1][1] - a * b + b;
    }

    private static double[][] made(double a, double b) {
        double[][] made = new double[2][2];
        made[0][0] = a;
        made[1][0] = b * b * b;
        made[1][1] = a * b - 10 * b;
        return made;
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]]")
    static double givenByACallAsTheyAre(double[][] m) {
        double[][] taken = elements(Tensor.of(m));
        taken[0] = taken[1];
        return taken[0][1] * taken[0][0] * taken[1][0];
    }

    private static double[][] elements(Tensor t) {
        return t.mul(t).toDoubleMatrix();
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]]", gives = "[[8, 0], [0, 2]]")
    static double putThereByACall(double[][] m) {
        double sum = replacing(m);
        return sum + m[1][0];
    }

    private static double replacing(double[][] m) {
        double sum = m[0][0] * m[1][1];
        for (int i = 0; i < 0; i++) {
            sum += m[i][i];
        }
        m[1] = new double[] {sum, 1};
        return sum;
    }

    @Differentiable
    @Sample(at = "[[0.1, 0.2], [0.3, 0.4]]")
    static double movedOnTheWayBack(double[][] m) {
        return down(m, 3) * down(m, 1) + m[1][0];
    }

    private static double down(double[][] m, int depth) {
        if (depth == 0) {
            return m[0][0] * m[1][1];
        }
        double sum = m[0][1] * m[1][0];
        double[] row = m[0];
        m[0] = m[1];
        m[1] = row;
        row[0] += sum;
        double rest = down(m, depth - 1);
        m[1] = new double[] {rest, row[1]};
        return rest * m[1][1] + sum;
    }

    @Differentiable
    static double cubeOfRows(double[][] m) {
        return m[0][0] * m[1][1] * m[1][1];
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]]", gives = "[[12, 0], [0, 11]]")
    static double readByADerivative(double[][] m) {
        double[][] g = CubeOfRowsGrad.gradient(m);
        m[1] = m[0];
        return g[0][0] + g[1][1] * 1.5;
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]]")
    static double givenByADerivative(double[][] m) {
        double[][] g = CubeOfRowsGrad.gradient(m);
        g[0] = g[1];
        return g[0][1] * g[1][1];
    }

    /** Both rows are one, and so are those of the derivative: it is the sum of what comes by both places. */
    @Differentiable
    @Sample(at = "[2, 3]", gives = "[6, 4]")
    static double derivativeByOneRowInTwoPlaces(double[] row) {
        double[][] m = {row, row};
        return CubeOfRowsGrad.gradient(m)[0][1];
    }

    static double[][] powersOf(double[] x) {
        return new double[][] {{x[0] * x[1]}, {x[1] * x[1]}};
    }

    @DerivativeOf(type = RowsMovedLater.class, method = "powersOf", form = DerivativeOf.Form.VJP)
    static double[] powersOfVjp(double[] x, double[][] value, double[][] seed) {
        return new double[] {x[1] * seed[0][0], x[0] * seed[0][0] + 2 * x[1] * seed[1][0]};
    }

    @Differentiable
    @Sample(at = "[2, 3]", gives = "[0, 108]")
    static double givenByARule(double[] x) {
        double[][] p = powersOf(x);
        p[0] = p[1];
        return p[0][0] * p[1][0];
    }

    @Differentiable
    @Sample(at = "[[0.1, 0.2], [0.3, 0.4]]")
    static double givenByAFixedPoint(double[][] m) {
        double[][] first = balance(m);
        m[0] = m[1];
        first[0] = first[1];
        double[][] second = balance(m);
        m[1] = second[0];
        second[0] = first[0];
        return first[0][0] * balance(m)[1][0] + second[0][0] * second[1][0];
    }

    private static double[][] balance(double[][] m) {
        @FixedPoint double[][] w = {m[0].clone(), m[1].clone()};
        double change;
        do {
            change = 0;
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    double next = 0.3 * Math.sin(w[j][i]) + m[i][j];
                    change += Math.abs(next - w[i][j]);
                    w[i][j] = next;
                }
            }
        } while (change > 1e-14);
        return w;
    }
}
