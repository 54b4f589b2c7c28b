package dev.jacobi.examples.gradbench;

import dev.jacobi.Differentiable;
import dev.jacobi.examples.gradbench.GradientDescent.Gradient;
import dev.jacobi.examples.gradbench.GradientDescent.Objective;

/**
 * The x for which the greatest of all f(x, y) is least, and the y of that. Both are found along gradients, so the
 * search for x differentiates a search for y.
 *
 * <p>In the names of functions and methods {@code f} stands for a derivative in forward mode and {@code r} for one in
 * reverse mode; where there are two, the first one is by x.
 */
final class SaddlePoint {
    static final Module MODULE = Module.named("saddle")
            .with("ff", Input.class, in -> {
                Gradient gradient = x -> forward(direction -> GreatestFGrad.jvp(x, in.start, direction));
                return () -> find(x -> greatestF(x, in.start), gradient, x -> argmaxF(x, in.start), in.start);
            })
            .with("fr", Input.class, in -> {
                Gradient gradient = x -> forward(direction -> GreatestRGrad.jvp(x, in.start, direction));
                return () -> find(x -> greatestR(x, in.start), gradient, x -> argmaxF(x, in.start), in.start);
            })
            .with("rf", Input.class, in -> {
                Gradient gradient = x -> GreatestFGrad.gradient(x, in.start);
                return () -> find(x -> greatestF(x, in.start), gradient, x -> argmaxR(x, in.start), in.start);
            })
            .with("rr", Input.class, in -> {
                Gradient gradient = x -> GreatestRGrad.gradient(x, in.start);
                return () -> find(x -> greatestR(x, in.start), gradient, x -> argmaxR(x, in.start), in.start);
            });

    /** Where all searches begin. */
    record Input(double[] start) {}

    /** How fast something changes along a direction. */
    private interface Slope {
        double along(double[] direction);
    }

    /** The y at which f is greatest for an x. */
    private interface Answer {
        double[] to(double[] x);
    }

    private SaddlePoint() {}

    private static double[] find(Objective greatest, Gradient gradient, Answer answer, double[] start) {
        double[] x = GradientDescent.argmin(greatest, gradient, start);
        double[] y = answer.to(x);
        return new double[] {x[0], x[1], y[0], y[1]};
    }

    @Differentiable(wrt = "y")
    static double height(double[] x, double[] y) {
        return x[0] * x[0] + x[1] * x[1] - (y[0] * y[0] + y[1] * y[1]);
    }

    @Differentiable(wrt = "x")
    static double greatestF(double[] x, double[] start) {
        return height(x, argmaxF(x, start));
    }

    @Differentiable(wrt = "x")
    static double greatestR(double[] x, double[] start) {
        return height(x, argmaxR(x, start));
    }

    private static double[] argmaxF(double[] x, double[] start) {
        return GradientDescent.argmax(
                y -> height(x, y), y -> forward(direction -> HeightGrad.jvp(x, y, direction)), start);
    }

    private static double[] argmaxR(double[] x, double[] start) {
        return GradientDescent.argmax(y -> height(x, y), y -> HeightGrad.gradient(x, y), start);
    }

    private static double[] forward(Slope slope) {
        return new double[] {slope.along(new double[] {1, 0}), slope.along(new double[] {0, 1})};
    }
}
