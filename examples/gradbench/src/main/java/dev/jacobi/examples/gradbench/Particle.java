package dev.jacobi.examples.gradbench;

import dev.jacobi.Differentiable;

/**
 * A charged particle that two fixed charges push away. One of these is to be placed so that the particle comes to the
 * x-axis at the origin. Its path needs the potential's gradient, and the search for the place that of the path's end.
 *
 * <p>In the names of functions and methods {@code f} stands for a derivative in forward mode and {@code r} for one in
 * reverse mode; where there are two, the first one is the search's.
 */
final class Particle {
    private static final double STEP = 0.1;

    static final Module MODULE = Module.named("particle")
            .with("ff", Input.class, in -> () -> argmin(Particle::missF, w -> MissFGrad.jvp(w, 1), in.w))
            .with("fr", Input.class, in -> () -> argmin(Particle::missR, w -> MissRGrad.jvp(w, 1), in.w))
            .with("rf", Input.class, in -> () -> argmin(Particle::missF, MissFGrad::gradient, in.w))
            .with("rr", Input.class, in -> () -> argmin(Particle::missR, MissRGrad::gradient, in.w));

    /** Where to begin. */
    record Input(double w) {}

    /** The potential's gradient. */
    interface Gradient {
        Point at(Point x);
    }

    private Particle() {}

    @Differentiable(wrt = "x")
    static double potential(Point x, double w) {
        return 1 / x.distance(new Point(10, 10 - w)) + 1 / x.distance(new Point(10, 0));
    }

    @Differentiable
    static double missF(double w) {
        return miss(x -> new Point(PotentialGrad.jvp(x, w, new Point(1, 0)), PotentialGrad.jvp(x, w, new Point(0, 1))));
    }

    @Differentiable
    static double missR(double w) {
        return miss(x -> PotentialGrad.gradient(x, w));
    }

    /** The square of how far from the origin the particle comes to the x-axis, by Euler's method. */
    private static double miss(Gradient gradient) {
        Point x = new Point(0, 8);
        Point velocity = new Point(0.75, 0);
        while (true) {
            Point acceleration = gradient.at(x).times(-1);
            x = x.plus(velocity.times(STEP));
            if (x.y() <= 0) {
                double crossing = x.x() - x.y() / velocity.y() * velocity.x();
                return crossing * crossing;
            }
            velocity = velocity.plus(acceleration.times(STEP));
        }
    }

    /** A function of one number. */
    private interface Scalar {
        double at(double w);
    }

    private static double argmin(Scalar objective, Scalar derivative, double start) {
        return GradientDescent.argmin(
                w -> objective.at(w[0]), w -> new double[] {derivative.at(w[0])}, new double[] {start})[0];
    }
}
