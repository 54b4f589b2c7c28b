package dev.jacobi.examples.benchmarks;

import dev.jacobi.Differentiable;
import dev.jacobi.tensor.Tensor;

/** Programs that take as many steps, or have as large a state, as one asks for. */
final class Growing {

    private static final double STEP = 0.001;

    private Growing() {}

    /** Three numbers that each step changes, as in Lorenz's weather; the trips are known when the loop begins. */
    @Differentiable
    static double weather(double x0, int steps) {
        double x = x0;
        double y = 1;
        double z = 20;
        for (int i = 0; i < steps; i++) {
            double dx = 10 * (y - x);
            double dy = x * (28 - z) - y;
            double dz = x * y - 8.0 / 3 * z;
            x += STEP * dx;
            y += STEP * dy;
            z += STEP * dz;
        }
        return x + y + z;
    }

    /** A ball that bounces: the loop finds out on its way when it ends, and which side of a branch it takes. */
    @Differentiable(wrt = "speed")
    static double ball(double speed, double steps) {
        double height = 1;
        double v = speed;
        double time = 0;
        while (time < steps) {
            height += STEP * v;
            if (height < 0) {
                v = -0.9 * v;
                height = -height;
            } else {
                v -= STEP * (9.81 + 0.1 * v * v);
            }
            time += 1;
        }
        return height * height;
    }

    /** Iterations that meet only in a sum. */
    @Differentiable
    static double sum(double x, int terms) {
        double sum = 0;
        for (int i = 0; i < terms; i++) {
            double phase = i * x;
            sum += Math.exp(-0.5 * phase) * phase;
        }
        return sum;
    }

    /** A call of itself for each step. */
    @Differentiable
    static double recursion(double x, int depth) {
        return depth == 0 ? x : x * Math.cos(recursion(x, depth - 1));
    }

    /** A rod that cools, in an array that each step overwrites. */
    @Differentiable
    static double rod(double[] start, int steps) {
        double[] u = start.clone();
        for (int step = 0; step < steps; step++) {
            for (int i = 1; i + 1 < u.length; i++) {
                u[i] += 0.1 * (u[i - 1] - 2 * u[i] + u[i + 1]) + STEP * u[i] * u[i];
            }
        }
        double sum = 0;
        for (double value : u) {
            sum += value * value;
        }
        return sum;
    }

    /** Growth with a limit, of all elements of a tensor. */
    @Differentiable
    static Tensor growth(Tensor start, int steps) {
        Tensor x = start;
        for (int step = 0; step < steps; step++) {
            x = x.add(x.sub(x.mul(x)).mul(STEP));
        }
        return x.sum();
    }
}
