package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;

/** Arguments at random: ordinary numbers, with some that programs like to treat apart. */
final class Points {

    private Points() {}

    static List<Value> point(Method method, Dice dice) {
        List<Value> point = new ArrayList<>();
        for (Method.Parameter parameter : method.parameters()) {
            point.add(value(parameter.variable().type(), dice));
        }
        return point;
    }

    private static Value value(Type type, Dice dice) {
        return switch (type) {
            case DOUBLE -> Value.floating(type, number(dice), 0, 0);
            case FLOAT -> Value.floating(type, (float) number(dice), 0, 0);
            case INT ->
                Value.whole(type, dice.chance(0.3) ? dice.pick(1_000_003, -7, 2_000_000_011) : dice.between(-3, 5));
            case LONG -> Value.whole(type, dice.chance(0.3) ? dice.pick(123_456_789_012L, -9L) : dice.between(-3, 5));
            default -> Value.of(dice.chance(0.5));
        };
    }

    private static double number(Dice dice) {
        return dice.chance(0.15) ? dice.pick(0.0, 1.0, -1.0, 0.5, -0.0, 2.0) : dice.uniform(-2.5, 2.5);
    }

    /** Never zero, so that what depends on a parameter shows; exact in float. */
    static double[] direction(Method method, Dice dice) {
        return method.active().stream()
                .mapToDouble(i -> (float) (dice.chance(0.5) ? dice.uniform(0.3, 1) : dice.uniform(-1, -0.3)))
                .toArray();
    }
}
