package dev.jacobi.processor.analysis;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The arrays of a fixed point are its own. A derivative iterates copies of them, which nobody could tell from the
 * arrays themselves: so whoever writes to them must have them under one name, and the loop writes to no others.
 */
public final class OwnStates {

    private final Function function;
    private final Memory memory;
    private final CallGraph calls;
    private final CallGraph.Bodies bodies;
    private final List<Problem> problems = new ArrayList<>();

    private OwnStates(Function function, Memory memory, CallGraph calls, CallGraph.Bodies bodies) {
        this.function = function;
        this.memory = memory;
        this.calls = calls;
        this.bodies = bodies;
    }

    public static List<Problem> check(Function function, Memory memory, CallGraph calls, CallGraph.Bodies bodies) {
        OwnStates check = new OwnStates(function, memory, calls, bodies);
        for (Stmt statement : Walk.all(function.body())) {
            if (statement instanceof Stmt.Declare s
                    && s.value() instanceof Expr.Call call
                    && call.function() instanceof FunctionName.FixedPoint point) {
                check.point(s, call, point);
            }
        }
        return check.problems;
    }

    private void point(Stmt.Declare found, Expr.Call call, FunctionName.FixedPoint point) {
        refuseOthers(call, point);
        List<Expr> firsts =
                new ArrayList<>(call.arguments().subList(0, point.states().size()));
        firsts.removeIf(first -> !(first.type() instanceof Type.Array));
        if (firsts.isEmpty()) {
            return;
        }
        Stmt.Declare loop = loop(call, point);
        Function code =
                Objects.requireNonNull(bodies.body(((Expr.Call) Objects.requireNonNull(loop.value())).function()));
        Var result = memory.region(found.variable());
        boolean given = result.equals(memory.result()) || memory.isElsewhere(result);
        boolean written = memory.isWritten(result) || memory.movesRows(result);
        if (!given && !written && !writes(code)) {
            return;
        }
        Set<Var> regions = new HashSet<>();
        for (int k = 0; k < point.states().size(); k++) {
            Expr first = call.arguments().get(k);
            Var region = memory.region(first);
            boolean array = first.type() instanceof Type.Array;
            if (array && (region == null || !regions.add(region) || hasOtherNames(region, List.of(loop, found)))) {
                problem(
                        call,
                        name(point, k) + " may be an array that has another name, too",
                        "begin with an array of its own, such as a clone()");
                return;
            }
        }
        if ((given || written) && mixes(code, firsts.size(), written)) {
            problem(
                    call,
                    "the loop may leave an array in its variables that has another name, too",
                    "put a clone() of it into the variable");
        }
    }

    private void problem(Expr.Call call, String what, String instead) {
        problems.add(Problem.of(Kind.FIXED_POINT, call.span(), what, instead));
    }

    private String name(FunctionName.FixedPoint point, int state) {
        Function iteration = Objects.requireNonNull(bodies.body(point.of()));
        return iteration.parameters().get(point.states().get(state)).name();
    }

    /** The arrays that an iteration writes to are among its variables. */
    private void refuseOthers(Expr.Call call, FunctionName.FixedPoint point) {
        Function iteration = bodies.body(point.of());
        Set<Integer> writes = calls.summary(point.of(), Sharing.NONE).writes();
        if (iteration != null && !writes.isEmpty()) {
            String name = iteration.parameters().get(writes.iterator().next()).name();
            problem(
                    call,
                    "the loop writes to the array " + name,
                    "mark it @FixedPoint, too, or make a new array in each iteration");
        }
    }

    /** The call of the loop that has left the values that the fixed point is made of. */
    private Stmt.Declare loop(Expr.Call call, FunctionName.FixedPoint point) {
        Expr last = call.arguments().get(point.place(point.states().get(0)));
        Set<Var> read = Walk.reads(last);
        for (Stmt statement : Walk.all(function.body())) {
            if (statement instanceof Stmt.Declare s && read.contains(s.variable()) && s.value() instanceof Expr.Call) {
                return s;
            }
        }
        throw new IllegalStateException("a fixed point without a loop in " + function.name());
    }

    /** Whether an array is known by a name that is used when the loop has run, or before it in another round. */
    private boolean hasOtherNames(Var region, List<Stmt> allowed) {
        if (memory.isElsewhere(region)) {
            return true;
        }
        for (Var parameter : function.parameters()) {
            if (parameter.type() instanceof Type.Array
                    && memory.region(parameter).equals(region)) {
                return true;
            }
        }
        return isRead(function.body(), region, allowed, Set.of(), new boolean[1]);
    }

    /**
     * Whether statements read an array behind the loop.
     *
     * @param outside the variables that an enclosing loop finds again in its next round; null where there is none
     * @param behind whether the loop has been met, as the only element
     */
    private boolean isRead(List<Stmt> body, Var region, List<Stmt> allowed, Set<Var> outside, boolean[] behind) {
        for (Stmt statement : body) {
            if (allowed.contains(statement)) {
                behind[0] = true;
                continue;
            }
            boolean alias = statement instanceof Stmt.Declare s && s.value() instanceof Expr.Ref;
            for (Expr e : alias ? List.<Expr>of() : Walk.own(statement)) {
                for (Var read : Walk.reads(e)) {
                    boolean same = read.type() instanceof Type.Array
                            && memory.region(read).equals(region);
                    if (same && (behind[0] || outside.contains(read))) {
                        return true;
                    }
                }
            }
            Set<Var> again = new HashSet<>(outside);
            if (statement instanceof Stmt.Loop && Walk.all(List.of(statement)).containsAll(allowed)) {
                again.addAll(Walk.reads(List.of(statement)));
                Walk.declares(List.of(statement)).forEach(again::remove);
            }
            for (List<Stmt> block : Walk.blocks(statement)) {
                if (isRead(block, region, allowed, again, behind)) {
                    return true;
                }
            }
        }
        boolean whole = body.equals(function.body());
        return whole
                && function.result() != null
                && Walk.reads(function.result()).stream()
                        .anyMatch(v -> v.type() instanceof Type.Array
                                && memory.region(v).equals(region));
    }

    /** Whether a loop writes to arrays that it hasn't made in the same iteration. */
    private boolean writes(Function code) {
        Set<Var> made = new HashSet<>();
        for (Stmt loop : code.body()) {
            for (List<Stmt> block : Walk.blocks(loop)) {
                for (Stmt statement : Walk.all(block)) {
                    if (statement instanceof Stmt.Declare s && s.value() != null && makes(s.value())) {
                        made.add(s.variable());
                    }
                }
                Walk.assigns(block).forEach(made::remove);
                for (Stmt statement : Walk.all(block)) {
                    if (statement instanceof Stmt.Store s && !isMade(s.array(), made)
                            || Walk.own(statement).stream().anyMatch(e -> writes(e, made))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isMade(Expr array, Set<Var> made) {
        return array instanceof Expr.Ref ref && made.contains(ref.variable());
    }

    private boolean makes(Expr e) {
        if (e instanceof Expr.Call call) {
            Summary summary = calls.summary(call.function(), Sharing.NONE);
            return summary.resultIs().isEmpty() && !summary.resultIsOld();
        }
        return e instanceof Expr.Apply apply
                && (apply.primitive().form() == Primitive.Form.NEW_ARRAY
                        || ArrayOperation.of(apply.primitive()) == ArrayOperation.CLONE
                                && !(((Type.Array) e.type()).element() instanceof Type.Array)
                        || ArrayOperation.of(apply.primitive()) == ArrayOperation.OF_TENSOR);
    }

    private boolean writes(Expr e, Set<Var> made) {
        if (e instanceof Expr.Call call) {
            for (int i : calls.summary(call.function(), Sharing.NONE).writes()) {
                if (!isMade(call.arguments().get(i), made)) {
                    return true;
                }
            }
            return false;
        }
        if (!(e instanceof Expr.Apply apply)) {
            return false;
        }
        return switch (ArrayOperation.of(apply.primitive())) {
            case COPY_INTO -> !isMade(apply.operands().get(2), made);
            case FILL, FILL_RANGE, SORT, MOVE_SORTED -> !isMade(apply.operands().get(0), made);
            case NEW, LIKE, LITERAL, CLONE, COPY, OF_TENSOR, NONE -> false;
        };
    }

    /** Whether what a loop leaves may be an array that it was given otherwise, or two of its variables one array. */
    private boolean mixes(Function code, int states, boolean written) {
        Memory inside = calls.dependence(code, Sharing.NONE).memory();
        Set<Var> own = new HashSet<>();
        Var result = inside.result();
        for (Stmt statement : code.body()) {
            if (statement instanceof Stmt.Declare s
                    && s.value() instanceof Expr.Apply copy
                    && copy.type() instanceof Type.Array
                    && !own.add(inside.region(s.variable()))
                    && written
                    && states > 1) {
                return true;
            }
        }
        for (Var parameter : code.parameters()) {
            boolean array = parameter.type() instanceof Type.Array;
            if (array && (inside.region(parameter).equals(result) || own.contains(inside.region(parameter)))) {
                return true;
            }
        }
        return result != null && inside.isElsewhere(result);
    }
}
