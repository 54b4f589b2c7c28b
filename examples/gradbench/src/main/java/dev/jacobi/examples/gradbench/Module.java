package dev.jacobi.examples.gradbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an eval may ask for: functions by name. */
record Module(String name, Map<String, Function> functions) {
    /** A function of JSON. */
    interface Function {
        /** Reads the input, so that only the rest is timed. */
        Prepared prepare(JsonNode input) throws JsonProcessingException;
    }

    /** A function with its input. */
    interface Prepared {
        /** What is timed. */
        Object compute();
    }

    /** A function of an input that has a record of its own. */
    interface Preparation<I> {
        Prepared of(I input);
    }

    static Module named(String name) {
        return new Module(name, Map.of());
    }

    Function function(String function) {
        Function found = functions.get(function);
        if (found == null) {
            throw new IllegalArgumentException("module \"" + name + "\" has no function \"" + function + "\"");
        }
        return found;
    }

    <I> Module with(String function, Class<I> type, Preparation<I> preparation) {
        Map<String, Function> all = new LinkedHashMap<>(functions);
        all.put(function, input -> preparation.of(Json.MAPPER.treeToValue(input, type)));
        return new Module(name, Map.copyOf(all));
    }
}
