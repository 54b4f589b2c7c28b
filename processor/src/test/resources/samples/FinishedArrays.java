package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import java.util.Arrays;

/** Loops that make their next state in an array of its own and hand it on; and those that only look so. */
final class FinishedArrays {

    @Differentiable
    @Sample(at = "[[2, 1], [0.5, 3]], [1, 0.5]")
    static double handedOnPower(double[][] a, double[] start) {
        double[] v = start;
        double length = 0;
        for (int round = 0; round < 4; round++) {
            double[] w = new double[v.length];
            for (int i = 0; i < v.length; i++) {
                for (int j = 0; j < v.length; j++) w[i] += a[i][j] * v[j] * v[j];
            }
            double squares = 0;
            for (int i = 0; i < w.length; i++) squares += w[i] * w[i];
            length = Math.sqrt(squares);
            for (int i = 0; i < w.length; i++) w[i] /= length;
            v = w;
        }
        return length * v[0];
    }

    /** The first state is made here, too. */
    @Differentiable
    @Sample(at = "[1, 2, 4, 3], 0.1")
    static double heatConducted(double[] finishedU, double k) {
        double[] u = new double[finishedU.length];
        for (int i = 0; i < u.length; i++) u[i] = finishedU[i] * finishedU[i];
        for (int round = 0; round < 3; round++) {
            double[] next = u.clone();
            for (int i = 1; i + 1 < u.length; i++) next[i] += k * u[i] * (u[i - 1] - 2 * u[i] + u[i + 1]);
            u = next;
        }
        return u[1] * u[2];
    }

    /** The state is written when it has been handed on. */
    @Differentiable
    @Sample(at = "[1, 2, 4]")
    static double writtenWhenHandedOn(double[] x) {
        double[] v = x.clone();
        double sum = 1;
        for (int round = 0; round < 3; round++) {
            double[] w = new double[v.length];
            for (int i = 0; i < v.length; i++) w[i] = v[i] * v[(i + 1) % v.length] / 4;
            v = w;
            sum *= v[0] * v[0];
            w[0] = sum / 8;
        }
        return sum * v[0] * v[1];
    }

    /** The same by the state's own name. */
    @Differentiable
    @Sample(at = "[1, 2, 4]")
    static double writtenByItsSecondName(double[] x) {
        double[] v = x.clone();
        double sum = 1;
        for (int round = 0; round < 3; round++) {
            double[] w = new double[v.length];
            for (int i = 0; i < v.length; i++) w[i] = v[i] * v[(i + 1) % v.length] / 4;
            v = w;
            sum *= v[0] * v[0];
            v[0] = sum / 8;
        }
        return sum * v[0] * v[1];
    }

    /** All rounds write to one array. */
    @Differentiable
    @Sample(at = "[1, 2, 4]")
    static double madeBeforeTheRounds(double[] x) {
        double[] v = x.clone();
        double[] w = new double[v.length];
        double sum = 1;
        for (int round = 0; round < 3; round++) {
            sum *= v[0] * v[1] / 2;
            for (int i = 0; i < v.length; i++) w[i] = x[i] * sum + v[i] * v[i] / 8;
            v = w;
        }
        return sum * v[0] * v[1];
    }

    /** It is handed on in a loop in which it is written. */
    @Differentiable
    @Sample(at = "[1, 2, 4]")
    static double handedOnMeanwhile(double[] x) {
        double sum = 1;
        double[] v = x;
        for (int round = 0; round < 2; round++) {
            double[] w = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                w[i] = x[i] * v[i] / 8 + sum / 4;
                v = w;
                sum = 1 + sum * v[0] * v[i] / 8;
            }
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[1, 2, 4]")
    static double handedOnInOneBranch(double[] x) {
        double[] v = x;
        double sum = 1;
        for (int round = 0; round < 4; round++) {
            double[] w = new double[x.length];
            for (int i = 0; i < x.length; i++) w[i] = v[i] * v[x.length - 1 - i] / (2 + sum * sum);
            if (round % 2 == 0) {
                v = w;
                sum *= v[1] * v[1];
            } else {
                w[0] = sum;
                sum += w[0] * w[0] * w[1];
            }
        }
        return sum + v[0] * v[1];
    }

    /** A row of the next state has a name of its own while it is made. */
    @Differentiable
    @Sample(at = "[[1, 2], [4, 3], [0.5, 1]], 0.2")
    static double grid(double[][] finishedGrid, double k) {
        double[][] u = finishedGrid;
        for (int round = 0; round < 3; round++) {
            double[][] next = new double[u.length][u[0].length];
            for (int i = 0; i < u.length; i++) {
                double[] row = next[i];
                for (int j = 0; j < row.length; j++) {
                    row[j] = u[i][j] + k * u[i][j] * u[(i + 1) % u.length][j];
                    next[i][j] -= k * u[i][row.length - 1 - j] * u[i][j];
                }
            }
            u = next;
        }
        return u[0][1] * u[1][0] * u[2][1];
    }

    /** The rows of the next state are those of the last one. */
    @Differentiable
    @Sample(at = "[[1, 2], [4, 3]]")
    static double gridOfOldRows(double[][] x) {
        double[][] u = {x[0].clone(), x[1].clone()};
        double product = 1;
        for (int round = 0; round < 3; round++) {
            double[][] next = u.clone();
            product *= u[0][0] * u[1][1] / 4;
            next[0][0] = product + u[0][1] * u[0][1] / 3;
            u = next;
        }
        return product * u[0][0] * u[0][1];
    }

    /** Helpers fill the next state, or make it. */
    @Differentiable
    @Sample(at = "[1, 2, 4], [0.5, 0.25, 0.125]")
    static double handedOnLayers(double[] finishedLayers, double[] w) {
        double[] a = finishedLayers.clone();
        for (int layer = 0; layer < 3; layer++) {
            double[] b = new double[a.length];
            weigh(a, w, b);
            a = bend(b);
        }
        return a[0] * a[1] * a[2];
    }

    private static void weigh(double[] from, double[] w, double[] to) {
        for (int i = 0; i < from.length; i++) {
            for (int j = 0; j < from.length; j++) to[i] += w[(i + j) % w.length] * from[j] * from[i];
        }
    }

    private static double[] bend(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) y[i] = Math.tanh(x[i]) * x[i];
        return y;
    }

    /** A helper writes to what it gives back, which is what it is given. */
    @Differentiable
    @Sample(at = "[1, 2, 4]")
    static double scaledInPlace(double[] x) {
        double[] v = x.clone();
        double sum = 1;
        for (int round = 0; round < 3; round++) {
            double[] w = v.clone();
            double[] z = scaled(w, sum);
            sum *= z[0] * w[1] / 4;
            w[0] = sum;
            v = z;
        }
        return sum * v[0] * v[2];
    }

    private static double[] scaled(double[] x, double by) {
        for (int i = 0; i < x.length; i++) x[i] *= by * x[i] / 2;
        return x;
    }

    /** Two states, and the older one is read once more. */
    @Differentiable
    @Sample(at = "[1, 2, 4], [0.5, -1, 2]")
    static double twoStates(double[] finishedX, double[] v0) {
        double[] x = finishedX, v = v0, old = x;
        double energy = 0;
        for (int round = 0; round < 3; round++) {
            double[] vNext = new double[v.length];
            for (int i = 0; i < v.length; i++) vNext[i] = v[i] - 0.1 * x[i] * x[i] * old[i];
            double[] xNext = new double[x.length];
            for (int i = 0; i < x.length; i++) xNext[i] = x[i] + 0.1 * vNext[i] * vNext[i];
            old = x;
            x = xNext;
            v = vNext;
            energy += x[0] * v[1] * old[2];
        }
        return energy + old[0] * old[1];
    }

    /** The state that is given back has been read. */
    @Differentiable
    @Sample(at = "[1, 2, 4]")
    static double[] finishedResult(double[] x) {
        double[] v = x;
        for (int round = 0; round < 2; round++) {
            double[] w = new double[v.length];
            for (int i = 0; i < v.length; i++) w[i] = v[i] * v[(i + 1) % v.length] / 4;
            v = w;
        }
        v = Arrays.copyOf(v, 3);
        double first = v[0] * v[1];
        return new double[] {first * first, v[2] * v[1]};
    }

    /** The array that a loop asks about is one that it has finished, or the one that it was given. */
    @Differentiable
    @Sample(at = "[3, 2, 0.5]")
    static double untilSmall(double[] finishedStart) {
        double[] v = finishedStart;
        double passed = 1;
        while (v[0] * v[0] > 0.1) {
            double[] w = new double[v.length];
            for (int i = 0; i < v.length; i++) w[i] = v[i] * v[i] / (4 + v[(i + 1) % v.length]);
            passed += w[1] * v[0];
            v = w;
        }
        return passed * v[1] * v[2];
    }

    /** Written under its own name when another array's element has been read by it. */
    @Differentiable
    @Sample(at = "[1, 2, 4]")
    static double readWhileMade(double[] x) {
        double[] v = x;
        double sum = 0;
        for (int round = 0; round < 3; round++) {
            double[] w = new double[v.length];
            w[0] = v[0] * v[1] / 2;
            sum += w[0] * w[0];
            w[0] = sum * v[2] / 4;
            w[1] = w[0] * v[1] / 2;
            w[2] = w[1] * v[0] / 2;
            v = w;
        }
        return sum * v[0] * v[1] * v[2];
    }

    /** Either array may be the state. */
    @Differentiable
    @Sample(at = {"[1, 2, 4], 0.5", "[1, 2, 4], 20"})
    static double acceptedOrNot(double[] finishedTry, double limit) {
        double[] v = finishedTry;
        double sum = 1;
        for (int round = 0; round < 4; round++) {
            double[] w = new double[v.length];
            for (int i = 0; i < v.length; i++) w[i] = v[i] * v[i] / 2 + 0.1 * limit;
            v = w[0] < limit ? w : v;
            sum *= v[1] * v[0];
            double[] chosen = round % 2 == 0 ? v : w;
            sum += chosen[0] * chosen[1];
        }
        return Math.log(sum * sum) * v[2];
    }
}
