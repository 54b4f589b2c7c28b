package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;

/** Arguments of a method, of which those that it is differentiated by count as one list of numbers. */
record Point(Method method, List<Value> values) {

    /** The arguments as Java takes them, new for every call: the method may write into them. */
    List<Object> boxed() {
        return values.stream().map(Value::boxed).toList();
    }

    /** What the method is differentiated by. */
    List<Value> active() {
        return method.active().stream().map(values::get).toList();
    }

    int size() {
        return numbers().size();
    }

    /** The numbers that the method is differentiated by. */
    List<Value> numbers() {
        return active().stream().flatMap(v -> Flat.values(v).stream()).toList();
    }

    /** The arguments with other numbers in them. */
    List<Value> with(List<Value> numbers) {
        List<Value> left = new ArrayList<>(numbers);
        List<Value> changed = new ArrayList<>(values);
        method.active().forEach(i -> changed.set(i, Flat.shaped(values.get(i), left)));
        return changed;
    }

    /** The arguments as they move along a direction. */
    List<Value> along(double[] dots) {
        List<Value> numbers = new ArrayList<>(numbers());
        for (int i = 0; i < dots.length; i++) {
            Value value = numbers.get(i);
            numbers.set(i, Value.floating(value.type(), value.number(), dots[i], Math.abs(dots[i])));
        }
        return with(numbers);
    }

    /** The arguments as one number changes. */
    List<Value> moved(int index, Value number) {
        List<Value> numbers = new ArrayList<>(numbers());
        numbers.set(index, number);
        return with(numbers);
    }

    double[] unit(int index) {
        double[] unit = new double[size()];
        unit[index] = 1;
        return unit;
    }

    /** The direction as derivative members take it: shaped like the arguments. */
    List<Object> directions(double[] direction) {
        List<Value> numbers = new ArrayList<>();
        for (int i = 0; i < direction.length; i++) {
            numbers.add(Value.constant(numbers().get(i).type(), direction[i]));
        }
        return new Point(method, with(numbers))
                .active().stream().map(Value::boxed).toList();
    }

    /** What a gradient must look like. */
    String shape() {
        List<Object> shapes = active().stream().map(Value::boxed).toList();
        return shapes.size() == 1 ? Flat.shape(shapes.get(0)) : Flat.shape(shapes.toArray());
    }
}
