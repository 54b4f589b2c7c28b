package dev.jacobi.processor.samples;

import dev.jacobi.Variable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds and calls the static members of the class that was generated for a method. They take the method's receiver, if
 * it has one, then its arguments, then what the member needs.
 */
final class Members {
    private final Inputs inputs;
    private final Method primal;
    private final String in;

    /** @param in the generated class's simple name, or empty for the usual one */
    Members(Inputs inputs, String in) {
        this.inputs = inputs;
        this.primal = inputs.primal();
        this.in = in;
    }

    Object call(String name, Object[] arguments) {
        return call(name, arguments, new Class<?>[0], new Object[0]);
    }

    /** @param types of what follows the arguments; records may stand for other records there */
    Object call(String name, Object[] arguments, Class<?>[] types, Object[] more) {
        Method member = find(type(), name, with(types));
        int first = member.getParameterCount() - more.length;
        List<Object> all = new ArrayList<>(given(arguments));
        for (int i = 0; i < more.length; i++) {
            all.add(Records.as(member.getParameterTypes()[first + i], more[i]));
        }
        return Derived.invoke(member, null, all.toArray());
    }

    /** The member that takes variables in the place of tensors. */
    Object apply(Object[] arguments) {
        List<Class<?>> types = new ArrayList<>(List.of(with()));
        int first = types.size() - primal.getParameterCount();
        for (int i = 0; i < primal.getParameterCount(); i++) {
            if (arguments[i] instanceof Variable) {
                types.set(first + i, Variable.class);
            }
        }
        Method member = find(type(), "apply", types.toArray(new Class<?>[0]));
        return Derived.invoke(member, null, given(arguments).toArray());
    }

    /** Whether there is one of just the method's own parameters. */
    boolean has(String name) {
        return Arrays.stream(type().getMethods())
                .anyMatch(m -> m.getName().equals(name) && Arrays.equals(m.getParameterTypes(), with()));
    }

    /** Whether the class has a method of its own for the members' use. */
    boolean hasInside(String name) {
        return Arrays.stream(type().getDeclaredMethods())
                .anyMatch(m -> m.getName().equals(name));
    }

    /** A method that the class has for its members' use. */
    static Optional<Method> inside(Class<?> type, String name) {
        Optional<Method> method = Arrays.stream(type.getDeclaredMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst();
        method.ifPresent(m -> m.setAccessible(true));
        return method;
    }

    /** Whether there is one that takes a workspace last, after the method's own parameters and whatever else. */
    boolean hasWithWorkspace(String name) {
        return Arrays.stream(type().getMethods())
                .anyMatch(m -> m.getName().equals(name) && takesWorkspace(m.getParameterTypes()));
    }

    private boolean takesWorkspace(Class<?>[] types) {
        Class<?>[] own = with();
        return types.length > own.length
                && types[types.length - 1].getName().equals("dev.jacobi.tape.Workspace")
                && Arrays.equals(Arrays.copyOf(types, own.length), own);
    }

    private List<Object> given(Object[] arguments) {
        List<Object> all = new ArrayList<>();
        if (!Modifier.isStatic(primal.getModifiers())) {
            all.add(inputs.receiver(arguments));
        }
        all.addAll(Arrays.asList(inputs.arguments(arguments)));
        return all;
    }

    private Class<?>[] with(Class<?>... more) {
        List<Class<?>> types = new ArrayList<>();
        if (!Modifier.isStatic(primal.getModifiers())) {
            types.add(primal.getDeclaringClass());
        }
        types.addAll(List.of(primal.getParameterTypes()));
        types.addAll(List.of(more));
        return types.toArray(new Class<?>[0]);
    }

    Class<?> type() {
        String name = primal.getName();
        String usual = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Grad";
        Class<?> home = primal.getDeclaringClass();
        String simple = in.isEmpty() ? usual : in;
        String qualified = home.getPackageName().isEmpty() ? simple : home.getPackageName() + "." + simple;
        try {
            return Class.forName(qualified, true, home.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError("no class was generated for " + primal, e);
        }
    }

    /** The public method of these parameters; where there is none, one that has records in the place of records. */
    static Method find(Class<?> type, String name, Class<?>... parameters) {
        List<Method> named = Arrays.stream(type.getMethods())
                .filter(m -> m.getName().equals(name) && m.getParameterCount() == parameters.length)
                .toList();
        return named.stream()
                .filter(m -> Arrays.equals(m.getParameterTypes(), parameters))
                .findFirst()
                .or(() -> named.stream()
                        .filter(m -> correspond(m.getParameterTypes(), parameters))
                        .findFirst())
                .orElseThrow(() ->
                        new AssertionError(type.getName() + " has no public " + name + Arrays.toString(parameters)));
    }

    private static boolean correspond(Class<?>[] types, Class<?>[] others) {
        boolean all = true;
        for (int i = 0; i < types.length; i++) {
            all &= Records.correspond(types[i], others[i]);
        }
        return all;
    }
}
