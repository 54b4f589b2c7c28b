package dev.jacobi.processor.report;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Walk;
import java.util.List;
import java.util.Set;

/**
 * Counts what a body computes. What is counted is arithmetic on floating-point numbers, calls of {@code Math} and
 * operations on tensors; a change of sign is none, nor is anything on whole numbers. Of two branches the count is the
 * larger one.
 */
final class Tally {

    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");
    private static final Set<String> SHORTCUTS = Set.of("&&", "||");

    private final LoopTotals loops;

    private Tally(LoopTotals loops) {
        this.loops = loops;
    }

    /** What a body comes to; backward sweeps count with the loops of the forward sweep before them. */
    static Work of(List<Stmt> body, LoopTotals loops) {
        Work work = new Tally(loops).block(body, LoopTotals.Place.OUTSIDE);
        return loops.isAmbiguous() ? work.atMost() : work;
    }

    /** What an expression comes to. */
    static Work of(Expr e) {
        return expression(e, Polynomial.ONE);
    }

    private Work block(List<Stmt> body, LoopTotals.Place place) {
        Work work = Work.NONE;
        for (Stmt statement : body) {
            work = work.plus(statement(statement, place));
        }
        return work;
    }

    private Work statement(Stmt statement, LoopTotals.Place place) {
        if (statement instanceof Stmt.Loop loop) {
            return loop(loop, place);
        }
        Work work = Work.NONE;
        for (Expr own : Walk.own(statement)) {
            work = work.plus(expression(own, place.times()));
        }
        if (statement instanceof Stmt.If branch) {
            return work.plus(block(branch.then(), place).or(block(branch.otherwise(), place)));
        }
        if (statement instanceof Stmt.Increment s) {
            return work.plus(sum(s.variable().type(), place));
        }
        return statement instanceof Stmt.Accumulate s ? work.plus(sum(s.value().type(), place)) : work;
    }

    private static Work sum(Type type, LoopTotals.Place place) {
        return type instanceof Type.Tensor ? Work.tensors(place.times()) : Work.arithmetic(place.times());
    }

    /** The condition is asked once more than the body runs. */
    private Work loop(Stmt.Loop loop, LoopTotals.Place around) {
        LoopTotals.Place inside = loops.inside(loop, around);
        Work work =
                loop.counter() == null ? Work.NONE : expression(loop.counter().from(), around.times());
        return work.plus(expression(loop.condition(), inside.times().plus(around.times())))
                .plus(block(loop.body(), inside));
    }

    private static Work expression(Expr e, Polynomial times) {
        if (e instanceof Expr.Choose choose) {
            return expression(choose.condition(), times)
                    .plus(expression(choose.whenTrue(), times).or(expression(choose.whenFalse(), times)));
        }
        Work work = own(e, times);
        List<Expr> operands = Walk.operands(e);
        boolean shortcut = e instanceof Expr.Apply apply
                && SHORTCUTS.contains(apply.primitive().name());
        for (int i = 0; i < operands.size(); i++) {
            Work operand = expression(operands.get(i), times);
            work = work.plus(shortcut && i > 0 ? operand.or(Work.NONE) : operand);
        }
        return work;
    }

    private static Work own(Expr e, Polynomial times) {
        if (e instanceof Expr.Call call) {
            return Work.call(called(call.function()), times);
        }
        if (!(e instanceof Expr.Apply apply)) {
            return Work.NONE;
        }
        Primitive primitive = apply.primitive();
        return switch (primitive.form()) {
            case INFIX ->
                e.type().isFloating() && ARITHMETIC.contains(primitive.name()) ? Work.arithmetic(times) : Work.NONE;
            case STATIC_METHOD, METHOD ->
                isOnTensors(apply)
                        ? Work.tensors(times)
                        : e.type().isFloating() && isMath(primitive) ? Work.functions(times) : Work.NONE;
            default -> Work.NONE;
        };
    }

    private static boolean isMath(Primitive primitive) {
        return primitive.signature().startsWith("java.lang.Math.")
                || primitive.signature().startsWith("java.lang.StrictMath.");
    }

    private static boolean isOnTensors(Expr.Apply e) {
        return e.type() instanceof Type.Tensor
                || !e.operands().isEmpty() && e.operands().get(0).type() instanceof Type.Tensor;
    }

    /** A called function by the name that the source has for it, and which part of its derivative runs. */
    static String called(FunctionName name) {
        if (name instanceof FunctionName.Primal primal) {
            return primal.method();
        }
        if (name instanceof FunctionName.Forward forward) {
            return called(forward.of()) + ", forward sweep";
        }
        if (name instanceof FunctionName.InPlace inPlace) {
            return called(inPlace.of());
        }
        if (name instanceof FunctionName.Joined joined) {
            return called(joined.of().of()) + ", both sweeps";
        }
        if (name instanceof FunctionName.Backward backward) {
            return called(backward.of()) + ", backward sweep";
        }
        if (name instanceof FunctionName.Tangent tangent) {
            return called(tangent.of()) + " with its derivative along a direction";
        }
        if (name instanceof FunctionName.Tangents tangents) {
            return called(tangents.of().of()) + " with its derivatives along " + FunctionName.Lanes.COUNT
                    + " directions";
        }
        if (name instanceof FunctionName.Jvp jvp) {
            return "derivative along a direction of " + called(jvp.of());
        }
        if (name instanceof FunctionName.Gradient gradient) {
            return "gradient of " + called(gradient.of());
        }
        if (name instanceof FunctionName.Batch batch) {
            return called(batch.of()) + ", " + FunctionName.Batch.COUNT + " calls in one";
        }
        if (name instanceof FunctionName.Ruled ruled) {
            return ruled.of().method();
        }
        return name.toString();
    }
}
