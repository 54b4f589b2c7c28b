package dev.jacobi.examples.lyapunov;

import dev.jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The states through which a system moves, one every {@link #STEP} of time. */
record Trajectory(List<double[]> states) {
    static final double STEP = 0.02;

    Trajectory {
        states = List.copyOf(states);
    }

    /** From a state on, until a time, or until the state is far from the window. */
    static Trajectory of(PlanarSystem system, double[] start, double time) {
        List<double[]> states = new ArrayList<>();
        Tensor x = Tensor.of(start);
        for (int i = 0; i <= Math.round(time / STEP); i++) {
            double[] state = x.toDoubleArray();
            states.add(state);
            if (!system.window().contains(state[0] / 1.5, state[1] / 1.5)) {
                break;
            }
            x = step(system.f(), x, STEP);
        }
        return new Trajectory(states);
    }

    /** A step of the classical fourth-order Runge-Kutta method. */
    static Tensor step(UnaryOperator<Tensor> f, Tensor x, double h) {
        Tensor k1 = f.apply(x);
        Tensor k2 = f.apply(x.add(k1.mul(h / 2)));
        Tensor k3 = f.apply(x.add(k2.mul(h / 2)));
        Tensor k4 = f.apply(x.add(k3.mul(h)));
        return x.add(k1.add(k2.mul(2)).add(k3.mul(2)).add(k4).mul(h / 6));
    }
}
