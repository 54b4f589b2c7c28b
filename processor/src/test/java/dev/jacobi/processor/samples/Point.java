package dev.jacobi.processor.samples;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sample at one of its points: what every check is given.
 *
 * @param wrt the indices of the inputs that are differentiated by
 * @param text the arguments
 * @param gives the derivatives by hand, or null
 */
record Point(Inputs inputs, Derived derived, List<Integer> wrt, String text, String gives, boolean smooth) {

    /** The points of all samples that a class has. */
    static List<Point> of(Class<?> samples) {
        List<Point> points = new ArrayList<>();
        for (Method method : samples.getDeclaredMethods()) {
            Sample sample = method.getAnnotation(Sample.class);
            if (sample != null) {
                points.addAll(of(method, sample));
            }
        }
        return points;
    }

    private static List<Point> of(Method method, Sample sample) {
        Inputs inputs = Inputs.of(method, List.of(sample.wrt()));
        List<Integer> wrt = inputs.wrt(List.of(sample.wrt()));
        Derived derived = new Derived(inputs, wrt, sample.in());
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < sample.at().length; i++) {
            String gives = i < sample.gives().length ? sample.gives()[i] : null;
            points.add(new Point(inputs, derived, wrt, sample.at()[i], gives, sample.smooth()));
        }
        return points;
    }

    Method primal() {
        return inputs.primal();
    }

    /** Read anew each time, as methods may write into them. */
    Object[] arguments() {
        return Literals.read(text, inputs.types());
    }

    /** Whether one array stands in several places of the arguments. */
    boolean aliased() {
        return text.matches(".*(^|[\\[ ])=\\d.*");
    }

    /** Those of the arguments that are differentiated by. */
    Object[] parameters() {
        Object[] arguments = arguments();
        return wrt.stream().map(i -> arguments[i]).toArray();
    }

    /** The derivatives by hand, one array per parameter. */
    double[][] given() {
        Class<?>[] types = wrt.stream().map(inputs::type).toArray(Class<?>[]::new);
        return Arrays.stream(Literals.read(gives, types)).map(Numbers::of).toArray(double[][]::new);
    }

    /** What the method itself gives; of a void method, what it leaves in the arrays. */
    Object value(Object[] arguments) {
        Trace.reset();
        Object returned = Derived.invoke(primal(), inputs.receiver(arguments), inputs.arguments(arguments));
        return Derived.isVoid(primal())
                ? Derived.arrays(wrt.stream().map(i -> arguments[i]).toArray())
                : returned;
    }

    /** Whether the method just computes: none that throws, leaves a trace or is given an array twice. */
    boolean justComputes() {
        if (aliased()) {
            return false;
        }
        Object[] arguments = arguments();
        Outcome outcome = Outcome.of(arguments, () -> value(arguments));
        return outcome.thrown() == null && Trace.events().isEmpty(); // else a second call may do something else
    }

    @Override
    public String toString() {
        return primal().getDeclaringClass().getSimpleName() + "." + primal().getName() + "(" + text + ")";
    }
}
