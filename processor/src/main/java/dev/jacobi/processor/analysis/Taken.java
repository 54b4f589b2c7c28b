package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Where a function's objects come from, and which of them it takes out of arrays and collections. */
final class Taken {

    private static final Set<String> GIVING_ELEMENTS = Set.of("get", "next");

    private final Map<Var, Expr> values = new HashMap<>();

    Taken(Function function) {
        for (Stmt statement : Walk.all(function.body())) {
            if (statement instanceof Stmt.Declare s && s.value() != null) {
                values.put(s.variable(), s.value());
            }
        }
    }

    /** What makes or finds an object that may have been given names and types since. */
    Expr origin(Expr object) {
        if (object instanceof Expr.Ref ref && values.containsKey(ref.variable())) {
            return origin(values.get(ref.variable()));
        }
        boolean cast = object instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.CAST;
        return cast ? origin(((Expr.Apply) object).operands().get(0)) : object;
    }

    /** Whether something of what makes a value, under whatever names, is of a kind. */
    boolean isMadeOf(Expr value, Predicate<Expr> kind) {
        if (value instanceof Expr.Ref ref) {
            return values.containsKey(ref.variable()) && isMadeOf(values.get(ref.variable()), kind);
        }
        return kind.test(value) || Walk.operands(value).stream().anyMatch(o -> isMadeOf(o, kind));
    }

    boolean isElement(Expr object) {
        return origin(object) instanceof Expr.Apply apply && givesElement(apply.primitive());
    }

    private static boolean givesElement(Primitive primitive) {
        return primitive.form() == Primitive.Form.INDEX
                || primitive.form() == Primitive.Form.METHOD
                        && GIVING_ELEMENTS.contains(primitive.name())
                        && primitive.signature().startsWith("java.util.")
                        && !primitive.signature().startsWith("java.util.function.");
    }
}
