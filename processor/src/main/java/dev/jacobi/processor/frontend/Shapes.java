package dev.jacobi.processor.frontend;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which functions a method is handed, as a text: two calls that hand on the same code, whatever the variables that it
 * uses hold, are calls of one function.
 */
final class Shapes {

    private final Map<Object, Integer> numbers = new IdentityHashMap<>();

    String of(List<@Nullable Handed> handed) {
        StringBuilder text = new StringBuilder();
        handed.forEach(function -> text.append(function == null ? "-" : of(function)));
        return text.toString();
    }

    private String of(Handed handed) {
        if (handed instanceof FunctionTable table) {
            return table.choice().holds() + several(table.options());
        }
        return handed instanceof Closure closure ? of(closure) : several(((Handed.Chosen) handed).options());
    }

    private String several(List<Closure> options) {
        StringBuilder text = new StringBuilder("[");
        options.forEach(option -> text.append(of(option)));
        return text.append(']').toString();
    }

    private String of(Closure closure) {
        StringBuilder text = new StringBuilder("λ");
        text.append(numbers.computeIfAbsent(closure.code(), code -> numbers.size()))
                .append('(');
        new TreeMap<>(closure.locals())
                .forEach((name, local) -> text.append(name)
                        .append(local.constant() ? ":=" : ":")
                        .append(local.type())
                        .append(' '));
        new TreeMap<>(closure.closures())
                .forEach((name, function) -> text.append(name).append('=').append(of(function)));
        new TreeMap<>(closure.choices())
                .forEach((name, choice) ->
                        text.append(name).append('=').append(choice.holds()).append(several(choice.allOptions())));
        return text.append(')').toString();
    }
}
