package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function whose body is in sight, with the variables that it sees: calls of it are read as its body.
 *
 * @param code a lambda, a method reference, the making of an anonymous class with one method, or the name of an object
 *     whose class is known ({@link KnownObjects})
 */
record Closure(
        Expression code,
        Map<String, Frame.Local> locals,
        Map<String, Closure> closures,
        Map<String, Choice> choices,
        Scope scope)
        implements Handed {

    /** A function that is written here. */
    static Closure here(Expression code, Frame frame) {
        return new Closure(
                code,
                Map.copyOf(withValues(frame)),
                Map.copyOf(frame.closures),
                Map.copyOf(frame.choices),
                frame.scope);
    }

    /** The function that an expression is or names; null where it is neither. */
    static @Nullable Closure of(Expression e, Frame frame) {
        Expression inner = FunctionForms.inner(e);
        return FunctionForms.isFunction(inner) ? here(inner, frame) : frame.closures.get(FunctionForms.name(inner));
    }

    /** Whether it is an object, whose methods are called by their names. */
    @Override
    public boolean isObject() {
        return code instanceof NameExpr;
    }

    /** The same function where the variables that it sees count as constants. */
    Closure constant() {
        Map<String, Frame.Local> held = new LinkedHashMap<>();
        locals.forEach((name, local) -> held.put(name, new Frame.Local(local.value(), local.type(), true)));
        return new Closure(code, Map.copyOf(held), closures, choices, scope);
    }

    private static Map<String, Frame.Local> withValues(Frame frame) {
        Map<String, Frame.Local> locals = new LinkedHashMap<>(frame.locals);
        locals.values().removeIf(local -> local.value() == null);
        return locals;
    }

    /** The same function where some of the variables that it sees hold something else. */
    Closure with(Map<String, Frame.Local> others) {
        if (others.isEmpty()) {
            return this;
        }
        Map<String, Frame.Local> all = new LinkedHashMap<>(locals);
        all.putAll(others);
        return new Closure(code, Map.copyOf(all), closures, choices, scope);
    }

    @Override
    public Closure moved(String name, Captures captures, Move move) {
        Captures.Used used = captures.of(this);
        Map<String, Frame.Local> moved = new LinkedHashMap<>();
        used.locals().forEach((local, value) -> moved.put(local, move.move(local, value)));
        Map<String, Closure> functions = new LinkedHashMap<>();
        used.closures()
                .forEach((function, closure) -> functions.put(function, closure.moved(function, captures, move)));
        Map<String, Choice> several = new LinkedHashMap<>();
        used.choices().forEach((function, choice) -> several.put(function, choice.moved(function, captures, move)));
        return new Closure(code, moved, functions, several, scope);
    }

    /** Whether another is made of the same code, and uses the same. */
    boolean isSame(Closure other) {
        return Identity.same(code, other.code)
                && locals.equals(other.locals)
                && closures.equals(other.closures)
                && choices.equals(other.choices);
    }

    /** How many functions it uses that use functions again. */
    int depth() {
        int depth = 0;
        for (Closure function : closures.values()) {
            depth = Math.max(depth, 1 + function.depth());
        }
        for (Choice choice : choices.values()) {
            for (Closure option : choice.allOptions()) {
                depth = Math.max(depth, 1 + option.depth());
            }
        }
        return depth;
    }

    @Override
    public void bind(String name, Frame frame) {
        frame.choices.remove(name);
        frame.locals.remove(name);
        frame.closures.put(name, this);
    }
}
