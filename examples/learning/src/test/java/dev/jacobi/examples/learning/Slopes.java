package dev.jacobi.examples.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.Tensor;
import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Compares gradients by a network's parameters with differences along directions at random. */
final class Slopes {
    private static final double STEP = 1e-5;

    private Slopes() {}

    static Tensor[] doubles(Tensor[] parameters) {
        return Arrays.stream(parameters).map(p -> p.to(DType.FLOAT64)).toArray(Tensor[]::new);
    }

    static void check(Tensor[] parameters, Tensor[] gradient, ToDoubleFunction<Tensor[]> loss) {
        Random random = new Random(11);
        for (int round = 0; round < 5; round++) {
            Tensor[] direction = new Tensor[parameters.length];
            double slope = 0;
            for (int i = 0; i < direction.length; i++) {
                direction[i] = Tensor.randn(random, parameters[i].shape().toArray());
                slope += gradient[i].mul(direction[i]).sum().item();
            }
            double difference = loss.applyAsDouble(moved(parameters, direction, STEP))
                    - loss.applyAsDouble(moved(parameters, direction, -STEP));
            assertThat(slope).isCloseTo(difference / (2 * STEP), within(1e-6 * (1 + Math.abs(slope))));
        }
    }

    private static Tensor[] moved(Tensor[] parameters, Tensor[] direction, double by) {
        Tensor[] moved = new Tensor[parameters.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = parameters[i].add(direction[i].to(DType.FLOAT64).mul(by));
        }
        return moved;
    }
}
