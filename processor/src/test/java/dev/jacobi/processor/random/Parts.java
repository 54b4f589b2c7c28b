package dev.jacobi.processor.random;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A record of a program before its class is known: of every program, and of every derivative, it is another one. */
record Parts(Type type, List<Object> values) {

    /** The components that have a derivative. */
    List<Object> carrying() {
        return IntStream.range(0, values.size())
                .filter(i -> type.components().get(i).type().carriesDerivative())
                .mapToObj(values::get)
                .toList();
    }

    /** As the record prints itself. */
    @Override
    public String toString() {
        return IntStream.range(0, values.size())
                .mapToObj(i -> type.components().get(i).name() + "=" + values.get(i))
                .collect(Collectors.joining(", ", type.java() + "[", "]"));
    }

    /** Whether something can be given where a class is wanted. */
    static boolean fit(Class<?> wanted, Object given) {
        if (given instanceof Parts parts) {
            return wanted.isRecord() && wanted.getSimpleName().startsWith(parts.type.java());
        }
        if (given instanceof Parts[] many) {
            return wanted.isArray() && wanted.getComponentType().isRecord();
        }
        return java.lang.invoke.MethodType.methodType(wanted)
                .wrap()
                .returnType()
                .isInstance(given);
    }

    /** What is given, with records of the wanted class. */
    static Object as(Class<?> wanted, Object given) {
        if (given instanceof Parts parts) {
            return parts.record(wanted);
        }
        if (given instanceof Parts[] many) {
            Object array = Array.newInstance(wanted.getComponentType(), many.length);
            for (int i = 0; i < many.length; i++) {
                Array.set(array, i, as(wanted.getComponentType(), many[i]));
            }
            return array;
        }
        return given;
    }

    private Object record(Class<?> wanted) {
        RecordComponent[] components = wanted.getRecordComponents();
        List<Object> arguments = new ArrayList<>();
        for (RecordComponent component : components) {
            arguments.add(as(component.getType(), value(component.getName())));
        }
        try {
            Constructor<?> constructor = wanted.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(arguments.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object value(String name) {
        List<String> names = type.components().stream().map(Variable::name).toList();
        return values.get(names.indexOf(name));
    }

    /** What can be compared with what another class has: records, also in arrays, as they print themselves. */
    static Object comparable(Object value) {
        if (value instanceof Object[] array
                && (array instanceof Parts[]
                        || array.getClass().getComponentType().isRecord())) {
            return Arrays.stream(array).map(Objects::toString).toList();
        }
        return value instanceof Parts || value instanceof Record ? value.toString() : value;
    }
}
