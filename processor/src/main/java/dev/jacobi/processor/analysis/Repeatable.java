package dev.jacobi.processor.analysis;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the iterations of loops can be computed more than once: nothing in them may do something that counts how
 * often it is done, or give something else the second time. What they write to variables and arrays is no obstacle,
 * since these are put back.
 */
public final class Repeatable {

    private static final String OUTSIDE = "an array that is not in a variable of the method may change meanwhile";

    private final Memory memory;
    private final CallGraph.Bodies bodies;
    private final List<Problem> problems = new ArrayList<>();

    private Repeatable(Memory memory, CallGraph.Bodies bodies) {
        this.memory = memory;
        this.bodies = bodies;
    }

    /** What stands in the way in the loops that are to be computed again. */
    public static List<Problem> check(Function function, Memory memory, CallGraph.Bodies bodies) {
        Repeatable repeatable = new Repeatable(memory, bodies);
        for (Stmt statement : Walk.all(function.body())) {
            if (statement instanceof Stmt.Loop loop && loop.wish() instanceof Stmt.Checkpointed) {
                repeatable.loop(loop);
            }
        }
        return repeatable.problems;
    }

    private void loop(Stmt.Loop loop) {
        Set<Var> own = new HashSet<>(Walk.declares(loop.body()));
        Set<Var> outside = new HashSet<>();
        Set<Var> mentioned = Walk.reads(loop.body());
        mentioned.addAll(Walk.assigns(loop.body()));
        for (Var variable : mentioned) {
            if (Memory.isArray(variable.type()) && !own.contains(variable)) {
                outside.add(memory.region(variable));
            }
        }
        for (Stmt statement : Walk.all(loop.body())) {
            if (!(statement instanceof Stmt.Throw)) {
                Walk.own(statement).forEach(this::expression);
            }
            if (statement instanceof Stmt.Store s && Memory.isArray(s.value().type())) {
                rows(s.array(), outside);
            }
            Walk.own(statement).forEach(e -> moves(e, outside));
        }
    }

    /** Rows that change places take their shadows with them, which are not put back. */
    private void rows(Expr array, Set<Var> outside) {
        Var region = memory.region(array);
        if (region != null && outside.contains(region)) {
            add(array, "rows of an array from outside are put in other places", "copy the numbers of the rows instead");
        }
    }

    private void moves(Expr e, Set<Var> outside) {
        boolean hands = e instanceof Expr.Call
                || e instanceof Expr.Apply apply
                        && switch (ArrayOperation.of(apply.primitive())) {
                            case COPY_INTO, FILL, FILL_RANGE -> true;
                            case NEW, LIKE, LITERAL, CLONE, COPY, OF_TENSOR, NONE -> false;
                        };
        for (Expr operand : Walk.operands(e)) {
            boolean hasRows = operand.type() instanceof Type.Array array && Memory.isArray(array.element());
            Var region = hands && hasRows ? memory.region(operand) : null;
            if (region != null && memory.movesRows(region)) {
                rows(operand, outside);
            }
            moves(operand, outside);
        }
    }

    private void add(Expr where, String what, String instead) {
        Problem problem = Problem.of(Kind.REPEATED, where.span(), what, instead);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    private void expression(Expr e) {
        String obstacle = e instanceof Expr.Call call ? called(call.function(), new HashSet<>()) : own(e);
        if (obstacle != null) {
            add(e, obstacle, obstacle.equals(OUTSIDE) ? "put the array into a local variable before the loop" : "do it before or behind the loop");
            return;
        }
        Walk.operands(e).forEach(this::expression);
    }

    /** Why an expression can't be evaluated again, whatever its operands; null where it can. */
    private static @Nullable String own(Expr e) {
        if (!(e instanceof Expr.Apply apply)) {
            return null;
        }
        Primitive primitive = apply.primitive();
        boolean known = ArrayOperation.of(primitive) != ArrayOperation.NONE || ArrayOperation.onlyReads(primitive);
        boolean member = switch (primitive.form()) {
            case FIELD, STATIC_FIELD -> true;
            case METHOD, STATIC_METHOD -> !known && primitive.pure();
            case PREFIX, INFIX, CAST, CONVERSION, INDEX, NEW_ARRAY, ARRAY_LITERAL, NEW, INSTANCE_OF -> false;
        };
        if (member && Memory.isArray(primitive.result())) {
            return OUTSIDE;
        }
        if (primitive.pure() || known) {
            return null;
        }
        return switch (primitive.form()) {
            case FIELD, STATIC_FIELD -> "the field " + primitive.name() + ", which may change meanwhile, is read";
            case NEW -> "an object is made";
            default -> "a call of " + primitive.name() + ", of which is not known what it does, stands";
        };
    }

    /** Why a function can't be called again. */
    private @Nullable String called(FunctionName name, Set<FunctionName> seen) {
        if (!seen.add(name)) {
            return null;
        }
        if (name instanceof FunctionName.Gradient gradient) {
            return called(gradient.of(), seen);
        }
        Function function = bodies.body(name);
        if (function == null) {
            return "a call of " + name.primal().method() + ", of which is not known what it does, stands";
        }
        List<Expr> all = new ArrayList<>();
        for (Stmt statement : Walk.all(function.body())) {
            if (!(statement instanceof Stmt.Throw)) {
                all.addAll(Walk.own(statement));
            }
        }
        if (function.result() != null) {
            all.add(function.result());
        }
        for (Expr e : all) {
            String obstacle = inside(e, seen);
            if (obstacle != null) {
                return "a call of " + name.primal().method() + ", in which " + obstacle + ", stands";
            }
        }
        return null;
    }

    private @Nullable String inside(Expr e, Set<FunctionName> seen) {
        String obstacle = e instanceof Expr.Call call ? called(call.function(), seen) : own(e);
        if (obstacle != null) {
            return obstacle;
        }
        for (Expr operand : Walk.operands(e)) {
            String inner = inside(operand, seen);
            if (inner != null) {
                return inner;
            }
        }
        return null;
    }
}
