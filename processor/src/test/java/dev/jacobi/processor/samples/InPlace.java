package dev.jacobi.processor.samples;

import dev.jacobi.tensor.Tensor;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The generated members that work in the caller's arrays and in a {@code Workspace}: {@code gradientInto} of methods
 * with a single-number result, {@code vjpInto} of others. A bar is shaped like its parameter; a number's is an array of
 * one element.
 */
final class InPlace {
    private final Inputs inputs;
    private final Method primal;
    private final List<Integer> wrt;
    private final Members members;

    /** Used again by all calls at all points of the sample, as its size must not matter. */
    private Object workspace;

    InPlace(Inputs inputs, List<Integer> wrt, Members members) {
        this.inputs = inputs;
        this.primal = inputs.primal();
        this.wrt = wrt;
        this.members = members;
    }

    /** Tensors can't be added into, so there are no such members where one is differentiated by, or is the result. */
    boolean hasTensors() {
        return isTensor(primal.getReturnType()) || wrt.stream().anyMatch(i -> isTensor(inputs.type(i)));
    }

    private static boolean isTensor(Class<?> type) {
        return type.isArray() ? isTensor(type.getComponentType()) : type == Tensor.class;
    }

    /** Records can't be added into either. */
    boolean hasRecords() {
        return isRecord(primal.getReturnType()) || Arrays.stream(inputs.types()).anyMatch(InPlace::isRecord);
    }

    static boolean isRecord(Class<?> type) {
        return type.isArray() ? isRecord(type.getComponentType()) : type.isRecord() && Numbers.carryDerivatives(type);
    }

    /** Whether the generated class has them. */
    boolean exists() {
        return members.hasWithWorkspace(name());
    }

    private String name() {
        return primal.getReturnType() == double.class || primal.getReturnType() == float.class
                ? "gradientInto"
                : "vjpInto";
    }

    /** Of a void method: the adjoints at the start, by each parameter, of what it leaves in its arrays. */
    Object[] vjp(Object[] arguments, Object[] seeds) {
        Object[] bars = bars(parameters(arguments), seeds);
        run(arguments, null, bars);
        return numbers(bars);
    }

    /** Bars that hold the seeds where the parameters are arrays, and zero elsewhere. */
    Object[] bars(Object[] parameters, Object[] seeds) {
        Object[] bars = new Object[parameters.length];
        int used = 0;
        for (int i = 0; i < bars.length; i++) {
            boolean array = parameters[i] != null && parameters[i].getClass().isArray();
            bars[i] = array ? Numbers.copy(seeds[used++]) : box(Numbers.zero(parameters[i]));
        }
        return bars;
    }

    /** What the member adds into: a number becomes an array of it. */
    static Object box(Object bar) {
        if (!(bar instanceof Double || bar instanceof Float)) {
            return bar;
        }
        Object array = Array.newInstance(bar instanceof Double ? double.class : float.class, 1);
        Array.set(array, 0, bar);
        return array;
    }

    /** The bars with numbers as such. */
    Object[] numbers(Object[] bars) {
        Object[] numbers = bars.clone();
        for (int i = 0; i < bars.length; i++) {
            numbers[i] = inputs.type(wrt.get(i)).isPrimitive() ? Array.get(bars[i], 0) : bars[i];
        }
        return numbers;
    }

    Object[] parameters(Object[] arguments) {
        return wrt.stream().map(i -> arguments[i]).toArray();
    }

    void freshWorkspace() {
        workspace = null;
    }

    /**
     * Adds into the bars.
     *
     * @param seed of the result; not looked at where it is a number or there is none
     * @return what the member returns
     */
    Object run(Object[] arguments, Object seed, Object[] bars) {
        List<Class<?>> types = new ArrayList<>();
        List<Object> more = new ArrayList<>();
        if (name().equals("vjpInto") && !Derived.isVoid(primal)) {
            types.add(primal.getReturnType());
            more.add(seed);
        }
        wrt.forEach(i -> types.add(barType(inputs.type(i))));
        more.addAll(Arrays.asList(bars));
        Class<?> workspaceType = workspaceType();
        types.add(workspaceType);
        if (workspace == null) {
            workspace = newWorkspace(workspaceType);
        }
        more.add(workspace);
        return members.call(name(), arguments, types.toArray(new Class<?>[0]), more.toArray());
    }

    private static Class<?> barType(Class<?> parameter) {
        if (parameter == Tensor.class) {
            throw new AssertionError("a tensor can't be added into");
        }
        return parameter.isPrimitive() ? parameter.arrayType() : parameter;
    }

    private Class<?> workspaceType() {
        try {
            return Class.forName(
                    "dev.jacobi.tape.Workspace", true, members.type().getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Object newWorkspace(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
