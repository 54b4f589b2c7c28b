package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How much each number of a result counts; what is differentiated backwards is the weighted sum. */
record Seed(Value like, double[] weights) {

    /** 1 for a number; in an array or record no number counts like another. */
    static Seed of(Value result, Dice dice) {
        double[] weights = new double[Flat.count(result)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = result.array().isPresent() ? (float) (dice.pick(1, -1) * dice.uniform(0.4, 1.5)) : 1;
        }
        return new Seed(result, weights);
    }

    Object boxed() {
        List<Value> numbers = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            numbers.add(Value.constant(Flat.values(like).get(i).type(), weights[i]));
        }
        return Flat.shaped(like, numbers).boxed();
    }

    double dot(Value result) {
        return sum(result, weights, Value::dot);
    }

    double bound(Value result) {
        double[] sizes = new double[weights.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(weights[i]);
        }
        return sum(result, sizes, Value::bound);
    }

    private static double sum(Value result, double[] weights, ToDoubleFunction<Value> part) {
        List<Value> numbers = Flat.values(result);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * part.applyAsDouble(numbers.get(i));
        }
        return sum;
    }
}
