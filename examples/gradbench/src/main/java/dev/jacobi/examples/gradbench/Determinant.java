package dev.jacobi.examples.gradbench;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.jacobi.Differentiable;
import dev.jacobi.tape.Workspace;

/** The determinant of a matrix by expansion along its rows (Laplace), which takes ℓ! products. */
final class Determinant {
    static final Module MODULE = Module.named("det")
            .with("primal", Input.class, in -> () -> determinant(in.a, in.ell))
            .with("gradient", Input.class, Determinant::gradient);

    /** The elements row by row, and how many there are in a row. */
    record Input(@JsonProperty("A") double[] a, int ell) {}

    private Determinant() {}

    @Differentiable
    static double determinant(double[] a, int ell) {
        return minor(a, ell, 0, (1 << ell) - 1);
    }

    /** The minor of the rows from the given one on and of the columns whose bits are set. */
    private static double minor(double[] a, int ell, int row, int columns) {
        if (row == ell) {
            return 1;
        }
        double sum = 0;
        double sign = 1;
        for (int rest = columns; rest != 0; rest &= rest - 1) {
            int column = Integer.numberOfTrailingZeros(rest);
            sum += sign * a[row * ell + column] * minor(a, ell, row + 1, columns & ~(1 << column));
            sign = -sign;
        }
        return sum;
    }

    private static Module.Prepared gradient(Input in) {
        Workspace workspace = new Workspace();
        return () -> {
            double[] aBar = new double[in.a.length];
            DeterminantGrad.gradientInto(in.a, in.ell, aBar, workspace);
            return aBar;
        };
    }
}
