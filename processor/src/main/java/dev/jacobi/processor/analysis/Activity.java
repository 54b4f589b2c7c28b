package dev.jacobi.processor.analysis;

import dev.jacobi.processor.diag.Span;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which variables are active: varied (they depend on a parameter that is differentiated by) and useful (the result
 * depends on them). Derivative code is made for these alone. (Hascoët, Pascual: The Tapenade automatic differentiation
 * tool, 2013, §4.1.)
 */
public final class Activity {

    private final Dependence dependence;
    private final CallGraph calls;
    private final Set<Integer> seeds;
    private final Set<Var> useful = new HashSet<>();

    private Activity(Dependence dependence, CallGraph calls, Set<Integer> seeds) {
        this.dependence = dependence;
        this.calls = calls;
        this.seeds = seeds;
    }

    /** The activity in a function whose arguments share no array. */
    public static Activity of(Function function, Set<Integer> seeds, CallGraph calls) {
        return of(function, seeds, Sharing.NONE, calls);
    }

    /**
     * The activity in a function. Its results are what it gives and what it leaves in the arrays that it is given.
     *
     * @param seeds the indices of the parameters that are differentiated by
     */
    public static Activity of(Function function, Set<Integer> seeds, Sharing sharing, CallGraph calls) {
        Activity activity = new Activity(calls.dependence(function, sharing), calls, seeds);
        if (function.result() != null) {
            activity.markRead(function.result());
        }
        Memory memory = activity.memory();
        for (Var parameter : function.parameters()) {
            if (Memory.isArray(parameter.type()) && parameter.type().carriesDerivative()) {
                Var region = memory.region(parameter);
                if (memory.isWritten(region) || memory.movesRows(region)) {
                    activity.useful.add(region);
                }
            }
        }
        int before;
        do {
            before = activity.useful.size();
            activity.block(function.body());
        } while (activity.useful.size() > before);
        return activity;
    }

    /** Which variables may be one array. */
    public Memory memory() {
        return dependence.memory();
    }

    private void block(List<Stmt> body) {
        for (int i = body.size() - 1; i >= 0; i--) {
            Stmt statement = body.get(i);
            Walk.own(statement).forEach(this::effects);
            if (statement instanceof Stmt.Declare s && s.value() != null && isUseful(s.variable())) {
                markRead(s.value());
            } else if (statement instanceof Stmt.Assign s && isUseful(s.variable())) {
                markRead(s.value());
            } else if (statement instanceof Stmt.Increment s && isUseful(s.variable())) {
                markRead(s.value());
            } else if (statement instanceof Stmt.Store s && isUsefulArray(s.array())) {
                markRead(s.value());
            } else if (statement instanceof Stmt.Accumulate s && isUsefulArray(s.array())) {
                markRead(s.value());
            }
            Walk.blocks(statement).forEach(this::block);
        }
    }

    /** What is read for the numbers that a call leaves in useful arrays. */
    private void effects(Expr value) {
        if (value instanceof Expr.Call call) {
            Summary summary = summary(call);
            summary.contents().keySet().forEach(written -> {
                if (isUsefulArray(call.arguments().get(written))) {
                    // The call is differentiated as a whole, so what only its result needs is needed too.
                    summary.contents()
                            .values()
                            .forEach(all -> all.forEach(
                                    source -> markRead(call.arguments().get(source))));
                    summary.result().forEach(source -> markRead(call.arguments().get(source)));
                }
            });
        } else if (value instanceof Expr.Apply unknown && isUnknown(unknown.primitive())) {
            if (unknown.operands().stream().anyMatch(o -> !Memory.isHeldConstant(o) && isUsefulArray(o))) {
                unknown.operands().forEach(this::markRead);
            }
        } else if (value instanceof Expr.Apply apply) {
            List<Expr> operands = apply.operands();
            ArrayOperation operation = ArrayOperation.of(apply.primitive());
            if (operation == ArrayOperation.COPY_INTO && isUsefulArray(operands.get(2))) {
                markRead(operands.get(0));
            }
            boolean fills = operation == ArrayOperation.FILL || operation == ArrayOperation.FILL_RANGE;
            if (fills && isUsefulArray(operands.get(0))) {
                markRead(operands.get(operands.size() - 1));
            }
        }
    }

    /** Whether anything may be written into arrays that are given. */
    private static boolean isUnknown(Primitive primitive) {
        return primitive.form() == Primitive.Form.FUNCTION || Memory.mayBeHandedNumbers(primitive);
    }

    private void markRead(Expr expression) {
        if (expression instanceof Expr.Call call) {
            // The call is differentiated as a whole, so what it only leaves in arrays is needed too.
            summary(call)
                    .contents()
                    .values()
                    .forEach(sources ->
                            sources.forEach(source -> markRead(call.arguments().get(source))));
        }
        if (expression instanceof Expr.Ref ref) {
            useful.add(dependence.key(ref.variable()));
            return;
        }
        Var region = memory().region(expression);
        if (region != null) {
            useful.add(region);
        }
        for (Expr through : dependence.through(expression)) {
            markRead(through);
        }
    }

    /** Whether the value depends on a parameter that is differentiated by. */
    public boolean isVaried(Expr expression) {
        return meets(dependence.of(expression));
    }

    public boolean isUseful(Var variable) {
        return useful.contains(dependence.key(variable));
    }

    /** Whether a variable has a derivative: an object has none, even where it was made of numbers. */
    public boolean isActive(Var variable) {
        return !holdsObjects(variable.type()) && isUseful(variable) && meets(dependence.of(variable));
    }

    /** Whether a derivative goes with a variable: it is active itself, or an array whose numbers are. */
    public boolean carriesDerivative(Var variable) {
        return Memory.isArray(variable.type())
                ? isActiveArray(new Expr.Ref(variable, Span.NOWHERE))
                : isActive(variable);
    }

    private static boolean holdsObjects(Type type) {
        return type instanceof Type.Opaque || type instanceof Type.Array array && holdsObjects(array.element());
    }

    private boolean isUsefulArray(Expr array) {
        Var region = memory().region(array);
        return region != null && useful.contains(region);
    }

    /** Whether the result depends on what is in an array of objects. */
    boolean isUsefulArrayOfObjects(Expr array) {
        return holdsObjects(array.type()) && isUsefulArray(array);
    }

    /** Whether an array's numbers are active: such arrays have shadows that hold the numbers' derivatives. */
    public boolean isActiveArray(Expr array) {
        Var region = memory().region(array);
        return region != null
                && !Memory.isHeldConstant(array)
                && array.type().carriesDerivative()
                && isActive(region, array);
    }

    /** Whether an array that is held constant has, under another name, numbers that are active. */
    boolean isActiveElsewhere(Expr array) {
        Var region = memory().region(array);
        return region != null
                && Memory.isHeldConstant(array)
                && useful.contains(region)
                && meets(dependence.of(region));
    }

    private boolean isActive(Var region, Expr array) {
        return useful.contains(region) && meets(dependence.of(array));
    }

    /** Whether a number that is differentiated may be read out of an object, a field or an array from elsewhere. */
    public boolean readsState(Expr.Apply e) {
        return isHeld(dependence.stateOf(e));
    }

    /** The same of a function, which may also leave it in an array. */
    public boolean readsState(Expr.Call e) {
        return isHeld(dependence.stateOf(e));
    }

    private boolean isHeld(Set<State> states) {
        return states.stream().anyMatch(state -> meets(dependence.of(state.variable())));
    }

    /** Whether the code of a function is there to be differentiated. */
    public boolean isRead(FunctionName function) {
        return calls.body(function) != null;
    }

    /** Which parameters each argument's call depends on. */
    public Summary summary(Expr.Call call) {
        return calls.summary(call.function(), memory().sharing(call));
    }

    private boolean meets(Set<Integer> parameters) {
        for (Integer parameter : parameters) {
            if (seeds.contains(parameter)) {
                return true;
            }
        }
        return false;
    }

    /** The operands through which a derivative flows into an expression. */
    public List<Expr> through(Expr expression) {
        return dependence.through(expression);
    }
}
