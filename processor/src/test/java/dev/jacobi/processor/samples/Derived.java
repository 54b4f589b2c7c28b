package dev.jacobi.processor.samples;

import dev.jacobi.Variable;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The members that were generated for one method, called by reflection. */
final class Derived {
    private final Class<?> type;
    private final Method primal;
    private final List<Integer> wrt;

    /** @param wrt the indices of the parameters that are differentiated by */
    Derived(Class<?> type, Method primal, List<Integer> wrt) {
        this.type = type;
        this.primal = primal;
        this.wrt = wrt;
    }

    /** A value and a derivative: by each parameter, or one number per result. */
    record Valued(Object value, Object[] derivative) {}

    /** A generated {@code Pullback}. */
    interface Pullback {
        Object value();

        Object[] apply(Object seed);
    }

    Object[] gradient(Object[] arguments) {
        return byParameter(call("gradient", arguments));
    }

    Valued valueAndGradient(Object[] arguments) {
        Object both = call("valueAndGradient", arguments);
        return new Valued(get(both, "value"), byParameter(get(both, "gradient")));
    }

    Object[] vjp(Object[] arguments, Object seed) {
        return byParameter(call("vjp", with(arguments, seed), primal.getReturnType()));
    }

    Object jvp(Object[] arguments, Object[] dots) {
        return call("jvp", with(arguments, dots), dotTypes());
    }

    Valued valueAndJvp(Object[] arguments, Object[] dots) {
        Object both = call("valueAndJvp", with(arguments, dots), dotTypes());
        return new Valued(get(both, "value"), new Object[] {get(both, "jvp")});
    }

    Pullback pullback(Object[] arguments) {
        Object pullback = call("pullback", arguments);
        return new Pullback() {
            @Override
            public Object value() {
                return get(pullback, "value");
            }

            @Override
            public Object[] apply(Object seed) {
                Method apply = method(pullback.getClass(), "apply", primal.getReturnType());
                return byParameter(invoke(apply, pullback, seed));
            }
        };
    }

    /** By each parameter. */
    Object[] jacobian(Object[] arguments) {
        return byParameter(call("jacobian", arguments));
    }

    /** {@code apply} on arguments some of which are variables. */
    Variable apply(Object[] arguments) {
        Class<?>[] types = primal.getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            types[i] = arguments[i] instanceof Variable ? Variable.class : types[i];
        }
        return (Variable) invoke(method(type, "apply", types), null, arguments);
    }

    boolean hasJacobian() {
        return Arrays.stream(type.getMethods())
                .anyMatch(m -> m.getName().equals("jacobian")
                        && Arrays.equals(m.getParameterTypes(), primal.getParameterTypes()));
    }

    private Object call(String member, Object[] arguments, Class<?>... moreTypes) {
        List<Class<?>> types = new ArrayList<>(List.of(primal.getParameterTypes()));
        types.addAll(List.of(moreTypes));
        return invoke(method(type, member, types.toArray(new Class<?>[0])), null, arguments);
    }

    private Class<?>[] dotTypes() {
        return wrt.stream().map(i -> primal.getParameterTypes()[i]).toArray(Class<?>[]::new);
    }

    private static Object[] with(Object[] arguments, Object... more) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return all;
    }

    /** The components of a record by several parameters. */
    private Object[] byParameter(Object derivative) {
        if (wrt.size() == 1) {
            return new Object[] {derivative};
        }
        RecordComponent[] components = derivative.getClass().getRecordComponents();
        if (components.length != wrt.size()) {
            throw new AssertionError(derivative + " should have " + wrt.size() + " components");
        }
        return Arrays.stream(components)
                .map(c -> invoke(c.getAccessor(), derivative))
                .toArray();
    }

    private static Object get(Object target, String member) {
        return invoke(method(target.getClass(), member), target);
    }

    private static Method method(Class<?> type, String name, Class<?>... parameters) {
        try {
            return type.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(type.getName() + " has no public " + name + Arrays.toString(parameters), e);
        }
    }

    /** Calls, and throws what the method throws. */
    static Object invoke(Method method, Object target, Object... arguments) {
        try {
            ((AccessibleObject) method).setAccessible(true);
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw Derived.<RuntimeException>asUnchecked(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asUnchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
