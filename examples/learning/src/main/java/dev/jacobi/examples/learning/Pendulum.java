package dev.jacobi.examples.learning;

import dev.jacobi.tensor.Tensor;

/** A damped pendulum, states being rows of angle and speed; it rests at 0. */
final class Pendulum {
    static final double DAMPING = 0.5;

    private Pendulum() {}

    /** How fast the states change: angle' = speed, speed' = -sin(angle) - damping·speed. */
    static Tensor rate(Tensor states) {
        Tensor angle = states.narrow(1, 0, 1);
        Tensor speed = states.narrow(1, 1, 1);
        return Tensor.cat(1, speed, angle.sin().neg().sub(speed.mul(DAMPING)));
    }

    /** The states in equal steps of time, the given ones first, by the classical Runge-Kutta method. */
    static Tensor[] motion(Tensor start, double step, int steps) {
        Tensor[] states = new Tensor[steps + 1];
        states[0] = start;
        for (int i = 0; i < steps; i++) {
            Tensor x = states[i];
            Tensor k1 = rate(x);
            Tensor k2 = rate(x.add(k1.mul(step / 2)));
            Tensor k3 = rate(x.add(k2.mul(step / 2)));
            Tensor k4 = rate(x.add(k3.mul(step)));
            states[i + 1] = x.add(k1.add(k2.mul(2)).add(k3.mul(2)).add(k4).mul(step / 6));
        }
        return states;
    }
}
