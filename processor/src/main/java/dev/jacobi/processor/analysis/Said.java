package dev.jacobi.processor.analysis;

import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which problems of a call and of what it is handed are one, which is said once. */
final class Said {

    private final Taken taken;

    /** The calls that are refused as streams or collections: what is wrong with a function for them says it. */
    private final Map<Problem, Expr.Apply> takers = new HashMap<>();

    /** The calls of code that isn't known: they say what is wrong with the functions and boxes for them. */
    private final List<Expr.Apply> unknown = new ArrayList<>();

    Said(Taken taken) {
        this.taken = taken;
    }

    void ofTaker(Problem problem, Expr.Apply call) {
        takers.put(problem, call);
    }

    void ofUnknown(Expr.Apply call) {
        unknown.add(call);
    }

    /** Those of which none is said by another. */
    List<Problem> once(List<Problem> problems) {
        return problems.stream()
                .filter(p -> !isSaidOfFunction(p, problems) && !isSaidOfCall(p))
                .toList();
    }

    private boolean isSaidOfFunction(Problem problem, List<Problem> problems) {
        Expr.Apply taker = takers.get(problem);
        return taker != null
                && handed(taker)
                        .filter(Said::isFunction)
                        .anyMatch(f -> problems.stream().anyMatch(p -> p.span().equals(f.span())));
    }

    private boolean isSaidOfCall(Problem problem) {
        return unknown.stream()
                .flatMap(this::handed)
                .anyMatch(o -> (isFunction(o) || isBox(o)) && o.span().equals(problem.span()));
    }

    private Stream<Expr> handed(Expr.Apply call) {
        return call.operands().stream().map(taken::origin);
    }

    private static boolean isFunction(Expr e) {
        return e instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.FUNCTION;
    }

    /** Whether a number becomes an object there. */
    static boolean isBox(Expr e) {
        return e instanceof Expr.Apply apply && apply.primitive().name().equals(Primitive.BOX);
    }
}
