package dev.jacobi.processor.samples;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.Function;

/** Records taken apart and put together. */
final class Records {
    private Records() {}

    /** None if it is no record. */
    static List<RecordComponent> components(Class<?> type) {
        return type.isRecord() ? List.of(type.getRecordComponents()) : List.of();
    }

    static Object get(Record whole, RecordComponent component) {
        return Derived.invoke(component.getAccessor(), whole);
    }

    /** The same record of other components. */
    static Object map(Record whole, Function<RecordComponent, Object> component) {
        Class<?> type = whole.getClass();
        return create(type, components(type).stream().map(component).toArray());
    }

    static Object create(Class<?> record, Object... values) {
        Class<?>[] types =
                components(record).stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether a value of the one type may be given as the other's derivative: a record has perhaps one of its own. */
    static boolean correspond(Class<?> type, Class<?> other) {
        return type == other
                || type.isRecord() && other.isRecord()
                || type.isArray() && other.isArray() && correspond(type.getComponentType(), other.getComponentType());
    }

    /** The value in another record type that has some of its components, or in arrays of that. */
    static Object as(Class<?> type, Object value) {
        if (value == null || type.isInstance(value) || type.isPrimitive()) {
            return value;
        } else if (value instanceof Record whole) {
            List<RecordComponent> mine = components(whole.getClass());
            return create(
                    type,
                    components(type).stream()
                            .map(wanted -> as(wanted.getType(), get(whole, named(wanted.getName(), mine))))
                            .toArray());
        }
        Object array = Array.newInstance(type.getComponentType(), Array.getLength(value));
        for (int i = 0; i < Array.getLength(value); i++) {
            Array.set(array, i, as(type.getComponentType(), Array.get(value, i)));
        }
        return array;
    }

    private static RecordComponent named(String name, List<RecordComponent> components) {
        return components.stream()
                .filter(c -> c.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no component is called " + name));
    }
}
