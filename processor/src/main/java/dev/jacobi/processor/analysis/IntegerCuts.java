package dev.jacobi.processor.analysis;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a number that is differentiated becomes a whole number which the result is computed from: its derivative ends
 * there, which deserves a warning. Whole numbers that only decide (conditions, indices) don't.
 */
public final class IntegerCuts {

    /** What is cut inside a function for good, so that no derivative flows through the call at all. */
    public interface Inside {
        List<Problem> of(Expr.Call call);
    }

    /** Methods that count what an object holds, whatever it is. */
    private static final Set<String> COUNTS = Set.of("size", "length", "ordinal");

    private final Activity activity;
    private final Inside inside;
    private final Map<Var, Set<Span>> cuts = new HashMap<>();

    private IntegerCuts(Activity activity, Inside inside) {
        this.activity = activity;
        this.inside = inside;
    }

    public static List<Problem> check(Function function, Activity activity, Inside inside) {
        IntegerCuts analysis = new IntegerCuts(activity, inside);
        int before;
        do {
            before = analysis.size();
            analysis.block(function.body());
        } while (analysis.size() > before);
        if (function.result() == null) {
            return List.of();
        }
        return analysis.of(function.result()).stream()
                .map(span -> Problem.of(Kind.CUT, span))
                .toList();
    }

    private void block(List<Stmt> body) {
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Declare s && s.value() != null) {
                add(s.variable(), of(s.value()));
            } else if (statement instanceof Stmt.Assign s) {
                add(s.variable(), of(s.value()));
            }
            Walk.blocks(statement).forEach(this::block);
        }
    }

    private int size() {
        int size = 0;
        for (Set<Span> spans : cuts.values()) {
            size += spans.size();
        }
        return size;
    }

    private void add(Var variable, Set<Span> spans) {
        if (!spans.isEmpty()) {
            cuts.computeIfAbsent(variable, v -> new LinkedHashSet<>()).addAll(spans);
        }
    }

    private Set<Span> of(Expr e) {
        Set<Span> spans = new LinkedHashSet<>();
        if (e instanceof Expr.Ref ref) {
            spans.addAll(cuts.getOrDefault(ref.variable(), Set.of()));
        }
        if (e.type() == Type.Scalar.BOOLEAN || isHeldConstant(e)) {
            return spans;
        }
        if (e instanceof Expr.Call call && call.type().isFloating()) {
            inside.of(call).forEach(cut -> spans.add(cut.span()));
        }
        List<Expr> operands = Walk.operands(e);
        int first = e instanceof Expr.Choose ? 1 : 0;
        int end =
                e instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.INDEX ? 1 : operands.size();
        for (Expr operand : operands.subList(first, end)) {
            spans.addAll(of(operand));
            if (cutsHere(e, operand)) {
                spans.add(e.span());
            }
            if (isCutInFunction(operand)) {
                spans.add(operand.span());
            }
        }
        return spans;
    }

    private boolean cutsHere(Expr e, Expr operand) {
        Type given = e.type() instanceof Type.Array array ? array.innermost() : e.type();
        boolean ofNumber = operand.type().isFloating() && e.type() instanceof Type.Scalar;
        return e instanceof Expr.Apply apply
                && given instanceof Type.Scalar result
                && result.isIntegral()
                && (ofNumber
                        || isObject(operand.type())
                                && !COUNTS.contains(apply.primitive().name()))
                && activity.isVaried(operand);
    }

    /** Whether a function that is handed on makes a whole number of an operand. */
    private boolean isCutInFunction(Expr operand) {
        return operand instanceof Expr.Apply held
                && held.primitive().signature().equals(Primitive.ROUNDED)
                && activity.isVaried(held.operands().get(0));
    }

    /** What an object tells of the numbers that it was made of, such as its hash code or the digits of a text. */
    private static boolean isObject(Type type) {
        return type instanceof Type.Opaque || type instanceof Type.Struct;
    }

    private static boolean isHeldConstant(Expr e) {
        return e instanceof Expr.Apply apply && apply.primitive().name().equals(Primitive.CONSTANT);
    }
}
