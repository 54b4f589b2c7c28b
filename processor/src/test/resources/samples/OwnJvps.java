package samples;

import dev.jacobi.DerivativeOf;
import dev.jacobi.DerivativeOf.Form;
import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import java.util.Arrays;

/** Methods whose derivative is written by hand, and only along directions. */
final class OwnJvps {
    private OwnJvps() {}

    static double[][] outer(double[] a, double[] b) {
        double[][] products = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                products[i][j] = Double.parseDouble(String.valueOf(a[i] * b[j]));
            }
        }
        return products;
    }

    @DerivativeOf(type = OwnJvps.class, method = "outer", form = Form.JVP, by = "a")
    static double[][] outerByA(double[] a, double[] b, double[] aDot) {
        double[][] dots = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                dots[i][j] = aDot[i] * b[j];
            }
        }
        return dots;
    }

    @DerivativeOf(type = OwnJvps.class, method = "outer", form = Form.JVP, by = "b")
    static double[][] outerByB(double[] a, double[] b, double[] bDot) {
        double[][] dots = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                dots[i][j] = a[i] * bDot[j];
            }
        }
        return dots;
    }

    /** Of rules for one parameter each the tangents are added. */
    @Differentiable
    @Sample(at = "[1, 2], [3, 0.5, -1]")
    static double matrixByTwoRules(double[] a, double[] b) {
        double[][] products = outer(a, b);
        return products[0][1] * products[1][2] + products[1][0];
    }

    static double[] exponentials(double[] a) {
        double[] powers = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            powers[i] = Double.parseDouble(String.valueOf(Math.exp(a[i])));
        }
        return powers;
    }

    /** Calls the method that it is the derivative of, but not with its directions. */
    @DerivativeOf(type = OwnJvps.class, method = "exponentials", form = Form.JVP)
    static double[] exponentialsJvp(double[] a, double[] aDot) {
        double[] dots = exponentials(a);
        for (int i = 0; i < a.length; i++) {
            dots[i] *= aDot[i];
        }
        return dots;
    }

    @Differentiable
    @Sample(at = "[0.5, -1]")
    static double callsItselfForItsJvp(double[] a) {
        double[] powers = exponentials(a);
        return powers[0] * powers[1] + powers[0];
    }

    static double[] halves(double[] a) {
        double[] halves = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            halves[i] = Double.parseDouble(String.valueOf(a[i] / 2));
        }
        return halves;
    }

    /** Calls it with fewer directions each time, until none is left. */
    @DerivativeOf(type = OwnJvps.class, method = "halves", form = Form.JVP)
    static double[] halvesJvp(double[] a, double[] aDot) {
        double[] dots = new double[a.length];
        if (a.length > 0) {
            double[] rest = halves(Arrays.copyOf(aDot, a.length - 1));
            System.arraycopy(rest, 0, dots, 0, rest.length);
            dots[rest.length] = aDot[rest.length] / 2;
        }
        return dots;
    }

    @Differentiable
    @Sample(at = "[3, 1, 2]")
    static double fewerDirectionsEachTime(double[] a) {
        double[] halves = halves(a);
        return halves[0] * halves[1] * a[2] + halves[2];
    }
}
