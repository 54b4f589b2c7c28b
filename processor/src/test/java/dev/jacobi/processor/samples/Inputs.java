package dev.jacobi.processor.samples;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a sample's points give: the arguments, then what is in those fields of the object that the sample is
 * differentiated by.
 */
record Inputs(Method primal, List<Field> fields) {

    private static final String THIS = "this.";

    static Inputs of(Method primal, List<String> wrt) {
        List<Field> fields = new ArrayList<>();
        for (String name : wrt) {
            if (name.startsWith(THIS)) {
                fields.add(field(primal.getDeclaringClass(), name.substring(THIS.length())));
            }
        }
        return new Inputs(primal, fields);
    }

    private static Field field(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            return field(type.getSuperclass(), name);
        }
    }

    Class<?>[] types() {
        List<Class<?>> types = new ArrayList<>(List.of(primal.getParameterTypes()));
        fields.forEach(field -> types.add(field.getType()));
        return types.toArray(new Class<?>[0]);
    }

    Class<?> type(int input) {
        return types()[input];
    }

    /** Those that are differentiated by: all whose type carries derivatives, where none are named. */
    List<Integer> wrt(List<String> named) {
        List<Integer> indices = new ArrayList<>();
        int parameters = primal.getParameterCount();
        for (int i = 0; i < parameters + fields.size(); i++) {
            boolean wanted = i >= parameters || named.isEmpty() || named.contains(primal.getParameters()[i].getName());
            if (wanted && Numbers.carryDerivatives(type(i))) {
                indices.add(i);
            }
        }
        return indices;
    }

    boolean isParameter(int input) {
        return input < primal.getParameterCount();
    }

    Object[] arguments(Object[] inputs) {
        return Arrays.copyOf(inputs, primal.getParameterCount());
    }

    /** A new object for a call of the method, or null if it is static. */
    Object receiver(Object[] inputs) {
        if (Modifier.isStatic(primal.getModifiers())) {
            return null;
        }
        try {
            Constructor<?> constructor = primal.getDeclaringClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            Object receiver = constructor.newInstance();
            for (int i = 0; i < fields.size(); i++) {
                fields.get(i).set(receiver, inputs[primal.getParameterCount() + i]);
            }
            return receiver;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no receiver for " + primal, e);
        }
    }
}
