package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;

/** Arguments at random: ordinary numbers, with some that programs like to treat apart. */
final class Points {

    private Points() {}

    static Point point(Method method, Dice dice) {
        boolean hasRows =
                method.signature().parameters().stream().anyMatch(t -> t == Type.DOUBLE_ROWS || t == Type.FLOAT_ROWS);
        boolean alike = hasRows && dice.chance(0.7);
        List<Value> point = new ArrayList<>();
        int length = dice.between(1, 3);
        int rows = dice.pick(2, 3, 4, 5, 6, 9);
        int vectors = 0;
        for (Method.Parameter parameter : method.parameters()) {
            Type type = parameter.variable().type();
            if (alike && type.isArray() && type.base().isFloating()) {
                boolean tall = !type.element().isArray() && vectors++ > 0 && dice.chance(0.7);
                point.add(alike(type, rows, tall ? rows : length, dice));
            } else {
                point.add(value(type, dice));
            }
        }
        return new Point(method, List.copyOf(point));
    }

    /** Arrays that fit each other, as models take them: a few rows or many, of one length. */
    private static Value alike(Type type, int rows, int length, Dice dice) {
        boolean outer = type.element().isArray();
        Value[] elements = new Value[outer ? rows : length];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = outer ? alike(type.element(), rows, length, dice) : value(type.element(), dice);
        }
        return Value.array(Cells.of(type, elements));
    }

    static Value value(Type type, Dice dice) {
        return switch (type) {
            case DOUBLE -> Value.constant(type, number(dice));
            case FLOAT -> Value.constant(type, (float) number(dice));
            case INT ->
                Value.whole(type, dice.chance(0.3) ? dice.pick(1_000_003, -7, 2_000_000_011) : dice.between(-3, 5));
            case LONG -> Value.whole(type, dice.chance(0.3) ? dice.pick(123_456_789_012L, -9L) : dice.between(-3, 5));
            case STRING -> Value.whole(type, dice.below(Program.WORDS.size()));
            case MODE -> Value.whole(type, dice.below(Mode.values().length));
            case BOOLEAN, VOID -> Value.of(dice.chance(0.5));
            case PAIR, TAGGED ->
                Value.array(Cells.of(
                        type,
                        type.components().stream()
                                .map(c -> value(c.type(), dice))
                                .toArray(Value[]::new)));
            default -> array(type, dice);
        };
    }

    /** Mostly of two elements or more, which is what programs count on. */
    private static Value array(Type type, Dice dice) {
        int length = dice.chance(0.04)
                ? dice.below(2)
                : dice.between(2, type.element().isArray() ? 3 : 4);
        Value[] elements = new Value[length];
        for (int i = 0; i < length; i++) {
            elements[i] = type.element() == Type.INT
                    ? Value.whole(Type.INT, dice.between(-2, 5))
                    : value(type.element(), dice);
        }
        return Value.array(Cells.of(type, elements));
    }

    private static double number(Dice dice) {
        return dice.chance(0.15) ? dice.pick(0.0, 1.0, -1.0, 0.5, -0.0, 2.0) : dice.uniform(-2.5, 2.5);
    }

    /** Never zero, so that what depends on a parameter shows; exact in float. */
    static double[] direction(Point point, Dice dice) {
        return point.numbers().stream()
                .mapToDouble(i -> (float) (dice.chance(0.5) ? dice.uniform(0.3, 1) : dice.uniform(-1, -0.3)))
                .toArray();
    }
}
