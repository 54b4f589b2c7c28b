package dev.jacobi.processor.frontend;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where reading has got to inside one block: the statements so far, and the value that each of the source's variables
 * has now. A reassignment binds the name to another variable of the intermediate language, so values read before stay
 * valid.
 */
final class Frame {

    /** The name under which the object is bound that an instance method is called on; no Java variable has it. */
    static final String THIS = "this";

    /** The name under which the method's result is bound; no Java variable has it. */
    static final String RESULT = "return";

    /** The name under which is bound whether the method has returned, where that must be asked at run time. */
    static final String RETURNED = "returned?";

    /** How the names start under which is bound whether a statement was left, or the rest of a body skipped. */
    static final String LEFT = "left?";

    static final String SKIPPED = "skipped?";

    /** How the name starts under which is bound whether a loop runs again. */
    static final String AGAIN = "again?";

    final List<Stmt> out;
    final Map<String, Local> locals;

    /** Variables that hold a function whose body is in sight. */
    final Map<String, Closure> closures;

    /** Variables that hold one of several functions; what number they hold is among the locals. */
    final Map<String, Choice> choices;

    Scope scope;

    /** The flags of the jumps that must be told to code that follows an enclosing branch or loop. */
    final Set<String> flagged;

    /**
     * A variable of the source.
     *
     * @param value what it holds; null while it is unassigned
     * @param constant whether {@code @NoDerivative} holds it constant
     */
    record Local(@Nullable Expr value, Type type, boolean constant) {
        Local with(Expr newValue) {
            return new Local(newValue, type, constant);
        }
    }

    private Frame(
            List<Stmt> out,
            Map<String, Local> locals,
            Map<String, Closure> closures,
            Map<String, Choice> choices,
            Scope scope,
            Set<String> flagged) {
        this.choices = choices;
        this.out = out;
        this.locals = locals;
        this.closures = closures;
        this.scope = scope;
        this.flagged = flagged;
    }

    /** The names of all variables. */
    List<String> names() {
        Set<String> all = new LinkedHashSet<>(locals.keySet());
        all.addAll(closures.keySet());
        all.addAll(choices.keySet());
        return List.copyOf(all);
    }

    /** Forgets all other variables, whose block has ended. */
    void retain(Collection<String> names) {
        locals.keySet().retainAll(names);
        closures.keySet().retainAll(names);
        choices.keySet().retainAll(names);
    }

    /** A variable that is known to be there. */
    Local local(String name) {
        return Objects.requireNonNull(locals.get(name), name);
    }

    static Frame of(Scope scope) {
        return new Frame(
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                scope,
                new LinkedHashSet<>());
    }

    /** A branch that starts with the same values. */
    Frame branch() {
        return new Frame(
                new ArrayList<>(),
                new LinkedHashMap<>(locals),
                new LinkedHashMap<>(closures),
                new LinkedHashMap<>(choices),
                scope.inner(),
                new LinkedHashSet<>(flagged));
    }

    /** The body of a function that is read here: it adds to the same statements, but sees other names. */
    Frame within(Map<String, Local> visible, Map<String, Closure> functions, Map<String, Choice> several, Scope other) {
        return new Frame(
                out,
                new LinkedHashMap<>(visible),
                new LinkedHashMap<>(functions),
                new LinkedHashMap<>(several),
                other,
                new LinkedHashSet<>());
    }
}
