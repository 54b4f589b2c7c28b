package dev.jacobi.processor.fuse;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Brings statements into the form that loops are made of: an operation of a loop has operands that are variables, or
 * operations of the same loop, and what a loop gives to something else is a variable.
 */
final class Form {

    private final ShapeClasses shapes;
    private final NameSupply names;
    private final List<Stmt> out = new ArrayList<>();

    /** Variables that were not in the code, in the order of their making. */
    private final List<Var> made = new ArrayList<>();

    /** What masks are that are declared here and never change, nor what they compare. */
    private final Map<Var, Expr> conditions = new HashMap<>();

    private final Set<Var> changing;

    /** @param changing the variables that get another value somewhere in the statements to come */
    Form(ShapeClasses shapes, NameSupply names, Set<Var> changing) {
        this.shapes = shapes;
        this.names = names;
        this.changing = Set.copyOf(changing);
    }

    Set<Var> conditions() {
        return conditions.keySet();
    }

    /** The statements so far. */
    List<Stmt> statements() {
        return out;
    }

    List<Var> made() {
        return made;
    }

    /** Whether an operation can be one of a loop. */
    boolean isFusible(Expr e) {
        if (!(e instanceof Expr.Apply apply)) {
            return false;
        }
        if (Elementwise.fits(apply)) {
            Expr like = apply.operands().get(1);
            boolean idle = shapes.of(apply.operands().get(0)) == shapes.of(like);
            return like instanceof Expr.Ref && (idle || apply.primitive().name().equals("expandTo"));
        }
        if (Elementwise.isUniform(apply)) {
            return apply.operands().get(0) instanceof Expr.Ref;
        }
        if (Elementwise.isMasked(apply)) {
            return isCondition(apply.operands().get(1));
        }
        if (Elementwise.isWhere(apply)) {
            return isCondition(apply.operands().get(0));
        }
        return Elementwise.text(apply) != null || Elementwise.isPass(apply);
    }

    private boolean isCondition(Expr e) {
        Expr known = e instanceof Expr.Ref ref ? conditions.get(ref.variable()) : e;
        if (!(known instanceof Expr.Apply apply)) {
            return false;
        }
        return Elementwise.logic(apply) != null
                ? apply.operands().stream().allMatch(this::isCondition)
                : Elementwise.comparison(apply) != null;
    }

    /** Whether evaluating it has no effect, and it may be moved past others that have none. */
    static boolean isPure(Expr e) {
        boolean pure = e instanceof Expr.Apply apply ? apply.primitive().pure() : !(e instanceof Expr.Call);
        return pure && Walk.operands(e).stream().allMatch(Form::isPure);
    }

    /** Adds a statement whose value is pure. */
    void add(Stmt statement) {
        if (statement instanceof Stmt.Declare s && s.value() != null && isSteadyCondition(s.variable(), s.value())) {
            Expr condition = condition((Expr.Apply) s.value(), shape(s.value()), s.note());
            conditions.put(s.variable(), condition);
            out.add(new Stmt.Declare(s.variable(), condition, s.note()));
        } else if (statement instanceof Stmt.Declare s && s.value() != null) {
            out.add(new Stmt.Declare(s.variable(), whole(s.value(), s.note()), s.note()));
        } else if (statement instanceof Stmt.Assign s) {
            out.add(new Stmt.Assign(s.variable(), whole(s.value(), s.note()), s.note()));
        } else if (statement instanceof Stmt.Increment s) {
            Expr value = Elementwise.isTensor(s.value())
                    ? operand(s.value(), shapes.of(s.variable()), s.note())
                    : whole(s.value(), s.note());
            out.add(new Stmt.Increment(s.variable(), value, s.note()));
        } else {
            throw new IllegalStateException("no statement of a run: " + statement);
        }
    }

    private boolean isSteadyCondition(Var variable, Expr value) {
        return !changing.contains(variable)
                && value instanceof Expr.Apply e
                && isCondition(e)
                && Walk.reads(e).stream().noneMatch(changing::contains)
                && isCheap(e);
    }

    /** Whether no number in it is made of tensors, which would be done again wherever the mask is asked. */
    private static boolean isCheap(Expr e) {
        return e.type() instanceof Type.Scalar
                ? Walk.reads(e).stream().noneMatch(v -> v.type() instanceof Type.Tensor)
                : Walk.operands(e).stream().allMatch(Form::isCheap);
    }

    /** The class of the shape of what a condition compares. */
    private int shape(Expr condition) {
        if (condition instanceof Expr.Ref ref) {
            return shape(Objects.requireNonNull(conditions.get(ref.variable())));
        }
        Expr first = Walk.operands(condition).get(0);
        return Elementwise.isTensor(first) ? shapes.of(first) : shape(first);
    }

    private Expr whole(Expr e, Stmt.Note note) {
        if (isFusible(e)) {
            return operation((Expr.Apply) e, note);
        }
        if (!(e instanceof Expr.Apply apply)) {
            return e;
        }
        if (Elementwise.total(e) != null) {
            List<Expr> operands = new ArrayList<>(apply.operands());
            operands.set(0, operand(operands.get(0), shapes.of(operands.get(0)), note));
            return same(apply, operands);
        }
        List<Expr> operands = new ArrayList<>();
        for (Expr operand : apply.operands()) {
            boolean apart = isFusible(operand) || Elementwise.total(operand) != null;
            operands.add(apart ? variable(operand, note) : whole(operand, note));
        }
        if (operands.equals(apply.operands())) {
            return e;
        }
        Expr.Apply named = new Expr.Apply(apply.primitive(), operands, e.span());
        return isFusible(named) ? operation(named, note) : named; // as a shape that is asked for may have a name now
    }

    private Expr operation(Expr.Apply e, Stmt.Note note) {
        List<Expr> operands = new ArrayList<>();
        for (Expr operand : e.operands()) {
            boolean mask = operands.size() == (Elementwise.isMasked(e) ? 1 : Elementwise.isWhere(e) ? 0 : -1);
            operands.add(
                    mask
                            ? used(operand, shapes.of(e), note)
                            : Elementwise.isTensor(operand) ? operand(operand, shapes.of(e), note) : operand);
        }
        return same(e, operands);
    }

    private Expr used(Expr mask, int shape, Stmt.Note note) {
        return resolved(mask instanceof Expr.Apply e ? condition(e, shape, note) : mask);
    }

    /** In the form for loops, but for masks in it, which keep their names. */
    private Expr condition(Expr.Apply e, int shape, Stmt.Note note) {
        List<Expr> operands = new ArrayList<>();
        for (Expr operand : e.operands()) {
            boolean mask = operand instanceof Expr.Apply && Elementwise.logic(e) != null;
            operands.add(
                    mask
                            ? condition((Expr.Apply) operand, shape, note)
                            : Elementwise.isTensor(operand) ? operand(operand, shape, note) : operand);
        }
        return same(e, operands);
    }

    /** With what masks are in the place of their names. */
    private Expr resolved(Expr condition) {
        if (condition instanceof Expr.Ref ref) {
            return resolved(Objects.requireNonNull(conditions.get(ref.variable())));
        }
        Expr.Apply e = (Expr.Apply) condition;
        return Elementwise.logic(e) == null
                ? e
                : same(e, e.operands().stream().map(this::resolved).toList());
    }

    private static Expr same(Expr.Apply e, List<Expr> operands) {
        for (int i = 0; i < operands.size(); i++) {
            if (operands.get(i) != e.operands().get(i)) {
                return new Expr.Apply(e.primitive(), operands, e.span());
            }
        }
        return e;
    }

    private Expr operand(Expr e, int shape, Stmt.Note note) {
        if (e instanceof Expr.Ref) {
            return e;
        }
        return isFusible(e) && shapes.of(e) == shape ? operation((Expr.Apply) e, note) : variable(e, note);
    }

    private Expr variable(Expr e, Stmt.Note note) {
        String wish = e instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.METHOD
                ? apply.primitive().name()
                : "tensor";
        Var variable = new Var(names.fresh(wish), e.type());
        shapes.learn(variable, e);
        made.add(variable);
        out.add(new Stmt.Declare(variable, whole(e, note), note));
        return new Expr.Ref(variable, e.span());
    }
}
