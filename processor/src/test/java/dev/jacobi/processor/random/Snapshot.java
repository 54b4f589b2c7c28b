package dev.jacobi.processor.random;

import java.lang.reflect.Array;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Tells what a call left in its arguments, down to which row is now where. */
final class Snapshot {

    private final List<?> arguments;
    private final Map<Object, String> names = new IdentityHashMap<>();

    /** Takes the arguments before the call. */
    Snapshot(List<?> arguments) {
        this.arguments = arguments;
        for (int i = 0; i < arguments.size(); i++) {
            name(arguments.get(i), Integer.toString(i));
        }
    }

    private void name(Object value, String name) {
        if (value.getClass().isArray()) {
            names.put(value, name);
            if (value instanceof Object[] rows) {
                for (int i = 0; i < rows.length; i++) {
                    name(rows[i], name + "/" + i);
                }
            }
        }
    }

    /** What they are now, each. */
    List<String> now() {
        return arguments.stream().map(this::text).toList();
    }

    private String text(Object value) {
        if (!value.getClass().isArray()) {
            return value.toString();
        }
        StringBuilder text = new StringBuilder(names.getOrDefault(value, "new")).append(":[");
        for (int i = 0; i < Array.getLength(value); i++) {
            text.append(i == 0 ? "" : ", ").append(text(Array.get(value, i)));
        }
        return text.append("]").toString();
    }
}
