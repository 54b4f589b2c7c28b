package dev.jacobi.processor.random;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Calls compiled code, and notes what it writes into the journal. */
final class Members {

    private Members() {}

    /**
     * What a call did.
     *
     * @param value what it gave; null where it threw
     * @param left what it left in each of its arguments
     * @param given the arguments themselves, with the program's own records
     */
    record Outcome(
            Object value, Optional<Throwable> thrown, List<String> journal, List<String> left, List<Object> given) {}

    /** @param receiver the object whose method it is; empty for a static method */
    static Outcome call(Class<?> type, String name, Optional<Object> receiver, List<?> arguments) {
        List<Object> taken = new ArrayList<>(arguments);
        // A derivative is static, and takes the object first.
        receiver.filter(r -> r.getClass() != type).ifPresent(r -> taken.add(0, r));
        java.lang.reflect.Method method = find(type, name, taken);
        for (int i = 0; i < taken.size(); i++) {
            taken.set(i, Parts.as(method.getParameterTypes()[i], taken.get(i)));
        }
        List<Object> given = taken.subList(taken.size() - arguments.size(), taken.size());
        Snapshot snapshot = new Snapshot(given);
        Journal.restart();
        try {
            Object value = method.invoke(receiver.orElse(null), taken.toArray());
            return new Outcome(value, Optional.empty(), Journal.restart(), snapshot.now(), given);
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            if (thrown instanceof RuntimeException || thrown instanceof AssertionError) {
                return new Outcome(null, Optional.of(thrown), Journal.restart(), snapshot.now(), given);
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An object to call a method of, if it takes one. */
    static Optional<Object> receiver(Class<?> type, Method method) {
        if (!method.signature().instance()) {
            return Optional.empty();
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static java.lang.reflect.Method find(Class<?> type, String name, List<?> arguments) {
        java.lang.reflect.Method method = Arrays.stream(type.getDeclaredMethods())
                .filter(m -> m.getName().equals(name) && accepts(m, arguments))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no member " + name + arguments + " of " + type));
        method.setAccessible(true);
        return method;
    }

    private static boolean accepts(java.lang.reflect.Method method, List<?> arguments) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != arguments.size()) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!Parts.fit(types[i], arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A component of a record, or what an object's method gives. */
    static Object get(Object target, String name, Object... arguments) {
        try {
            java.lang.reflect.Method method = Arrays.stream(target.getClass().getDeclaredMethods())
                    .filter(m -> m.getName().equals(name) && m.getParameterCount() == arguments.length)
                    .findFirst()
                    .orElseThrow();
            method.setAccessible(true);
            Object[] given = new Object[arguments.length];
            Arrays.setAll(given, i -> Parts.as(method.getParameterTypes()[i], arguments[i]));
            return method.invoke(target, given);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
