package dev.jacobi.examples.learning;

import dev.jacobi.tensor.Tensor;
import java.util.random.RandomGenerator;

/** A network of layers, each connected to all of the next: weights and offsets in turn, from the input on. */
final class Network {

    private Network() {}

    /** Weights at random, so wide that signals neither die out nor saturate (Glorot), and no offsets. */
    static Tensor[] random(RandomGenerator random, int... widths) {
        Tensor[] parameters = new Tensor[2 * (widths.length - 1)];
        for (int layer = 0; layer + 1 < widths.length; layer++) {
            double spread = Math.sqrt(2.0 / (widths[layer] + widths[layer + 1]));
            parameters[2 * layer] =
                    Tensor.randn(random, widths[layer], widths[layer + 1]).mul(spread);
            parameters[2 * layer + 1] = Tensor.zeros(widths[layer + 1]);
        }
        return parameters;
    }

    /** What comes out where each row of x goes in; tanh between the layers. */
    static Tensor output(Tensor[] parameters, Tensor x) {
        Tensor signal = x;
        for (int i = 0; i < parameters.length; i += 2) {
            if (i > 0) {
                signal = signal.tanh();
            }
            signal = signal.matmul(parameters[i]).add(parameters[i + 1]);
        }
        return signal;
    }
}
