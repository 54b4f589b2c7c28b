package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out that a function which another variable holds is one that this variable is known to hold at times: the same
 * code, which uses the same but for what is kept in slots.
 */
final class SameFunctions {

    private final Captures captures;
    private final Choice choice;

    SameFunctions(Captures captures, Choice choice) {
        this.captures = captures;
        this.choice = choice;
    }

    /** The number of a function, what it uses put into its slots; null where it isn't known. */
    @Nullable
    Expr number(Handed function, Frame frame, Span span) {
        List<Closure> options =
                function instanceof Handed.Chosen chosen ? chosen.options() : List.of((Closure) function);
        List<Integer> numbers = new ArrayList<>();
        Map<String, Expr> kept = new LinkedHashMap<>();
        for (Closure option : options) {
            int number = number(option);
            if (number < 0 || numbers.contains(number) || !keep(option, number, kept)) {
                return null;
            }
            numbers.add(number);
        }
        kept.forEach((slot, value) -> frame.locals.put(slot, frame.local(slot).with(value)));
        return function instanceof Handed.Chosen chosen
                ? renumbered(chosen.number(), numbers, 0, span)
                : literal(numbers.get(0), span);
    }

    private static Expr renumbered(Expr number, List<Integer> numbers, int first, Span span) {
        boolean same = true;
        for (int i = first; i < numbers.size(); i++) {
            same &= numbers.get(i) == i;
        }
        if (same) {
            return number;
        }
        if (first == numbers.size() - 1) {
            return literal(numbers.get(first), span);
        }
        Expr here = Operators.equal(number, literal(first, span), span);
        return new Expr.Choose(
                here, literal(numbers.get(first), span), renumbered(number, numbers, first + 1, span), span);
    }

    private static Expr literal(int number, Span span) {
        return new Expr.Literal(String.valueOf(number), Type.Scalar.INT, span);
    }

    private boolean keep(Closure option, int number, Map<String, Expr> kept) {
        for (Map.Entry<String, String> slot : choice.slots(number).entrySet()) {
            Frame.Local used = option.locals().get(slot.getKey());
            if (used == null || used.value() == null || choice.isArray(slot.getValue())) {
                return false;
            }
            kept.put(slot.getValue(), used.constant() ? Operators.constant(used.value()) : used.value());
        }
        return true;
    }

    private int number(Closure function) {
        for (int i = 0; i < choice.allKnown().size(); i++) {
            if (isSame(choice.allKnown().get(i), function, choice.slots(i).keySet())) {
                return i;
            }
        }
        return -1;
    }

    private boolean isSame(Closure known, Closure function, Set<String> slots) {
        if (!Identity.same(known.code(), function.code())) {
            return false;
        }
        Captures.Used used = captures.of(function);
        boolean locals = used.locals().entrySet().stream()
                .allMatch(entry ->
                        slots.contains(entry.getKey()) || isSame(known.locals().get(entry.getKey()), entry.getValue()));
        boolean functions = used.closures().keySet().stream()
                .allMatch(name -> Identity.same(
                        known.closures().get(name), function.closures().get(name)));
        return locals
                && functions
                && used.choices().keySet().stream()
                        .allMatch(name -> Identity.same(
                                known.choices().get(name), function.choices().get(name)));
    }

    private static boolean isSame(Frame.@Nullable Local known, Frame.Local used) {
        return known != null
                && (Identity.same(known.value(), used.value())
                        || known.value() instanceof Expr.Ref a
                                && used.value() instanceof Expr.Ref b
                                && a.variable().equals(b.variable()));
    }
}
