package dev.jacobi.processor.samples;

import java.util.Arrays;
import java.util.Random;

/** Seeds and directions: numbers that are exact in every type, none of them zero. */
final class Seeds {
    private final Random random = new Random(3);

    Object like(Object other) {
        double[] numbers = new double[Numbers.of(other).length];
        Arrays.setAll(numbers, i -> random.nextInt(-8, 9) / 4.0 + 0.125);
        return Numbers.like(other, numbers);
    }

    /** One for each. */
    Object[] likeEach(Object[] others) {
        return Arrays.stream(others).map(this::like).toArray();
    }
}
