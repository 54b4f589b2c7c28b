package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.analysis.Steadiness;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Sorting;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Structure;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Statements that write arrays. What is done to rows is done to the shadow's rows at once, in the forward sweep; what
 * is done to numbers has an adjoint in the backward sweep:
 *
 * <pre>
 *   a[i] = e           b = aBar[i]; aBar[i] = 0; adjoint of e with b
 *   a[i] += e          adjoint of e with aBar[i]
 *   a = b.clone()      bBar += aBar; aBar = 0
 *   arraycopy, fill    the same for all their elements
 *   sort               puts the elements of aBar back to where those of a came from
 * </pre>
 */
final class ArrayAdjoints {

    private final Activity activity;
    private final NameSupply names;
    private final ShadowReferences shadows;
    private final Backpropagation backpropagation;
    private final SingularPartials roots;
    private final Steadiness steadiness;
    private final boolean appliedAgain;

    /** The shadow's rows as they were made, of arrays whose rows are put in other places later. */
    private final Map<Var, Var> rowsMade = new HashMap<>();
    /** The tensors that an operation gave, as they were, of arrays in which others may take their places. */
    private final Map<Var, Var> resultsMade = new HashMap<>();

    /** The orders into which numbers were sorted. */
    private final Map<Stmt, Var> orders = new IdentityHashMap<>();

    /**
     * @param roots keeps NaN out of the adjoints of elements that nobody reads
     * @param appliedAgain whether the backward sweep may run again: shadows must then be zero when it has ended
     */
    ArrayAdjoints(
            Activity activity,
            NameSupply names,
            ShadowReferences shadows,
            Backpropagation backpropagation,
            SingularPartials roots,
            Steadiness steadiness,
            boolean appliedAgain) {
        this.activity = activity;
        this.names = names;
        this.shadows = shadows;
        this.backpropagation = backpropagation;
        this.roots = roots;
        this.steadiness = steadiness;
        this.appliedAgain = appliedAgain;
    }

    /** Keeps what the backward sweep asks of an array as it is before the statement. */
    void before(Stmt statement, Stmt.Note kept, List<Stmt> out) {
        Expr.Apply sort = sort(statement);
        if (sort != null) {
            Var order = Sorting.order(names);
            orders.put(statement, order);
            out.add(new Stmt.Declare(order, Sorting.orderOf(sort), kept));
        }
    }

    /** The sorting of an active array; null for any other statement. */
    private Expr.@Nullable Apply sort(Stmt statement) {
        return statement instanceof Stmt.Effect s
                        && s.value() instanceof Expr.Apply apply
                        && ArrayOperation.of(apply.primitive()) == ArrayOperation.SORT
                        && activity.isActiveArray(apply.operands().get(0))
                ? apply
                : null;
    }

    /** Does with the shadow's rows what the statement does with the array's. */
    void forward(Stmt statement, Stmt.Note kept, List<Stmt> out) {
        if (statement instanceof Stmt.Store s
                && Memory.isArray(s.value().type())
                && activity.isActiveArray(s.array())) {
            out.add(new Stmt.Store(shadows.of(s.array()), s.index(), shadows.of(s.value()), kept));
        } else if (statement instanceof Stmt.Declare s
                && s.value() instanceof Expr.Apply apply
                && losesRows(s, apply)) {
            Var rows = new Var(
                    names.fresh(s.variable().name() + "BarRows"), s.variable().type());
            Expr shadow = shadows.of(new Expr.Ref(s.variable(), apply.span()));
            out.add(new Stmt.Declare(rows, Shadows.rows(shadow), kept));
            rowsMade.put(s.variable(), rows);
        } else if (statement instanceof Stmt.Declare s && s.value() instanceof Expr.Apply apply && losesResults(s)) {
            Var results = new Var(
                    names.fresh(s.variable().name() + "Made"), s.variable().type());
            Expr made = new Expr.Ref(s.variable(), apply.span());
            out.add(new Stmt.Declare(results, Shadows.rows(made), kept));
            resultsMade.put(s.variable(), results);
        } else if (statement instanceof Stmt.Effect s && s.value() instanceof Expr.Apply apply && movesRows(apply)) {
            List<Expr> operands = new ArrayList<>();
            apply.operands().forEach(o -> operands.add(Memory.isArray(o.type()) ? shadows.of(o) : o));
            out.add(new Stmt.Effect(new Expr.Apply(apply.primitive(), operands, apply.span()), kept));
        }
    }

    /**
     * Whether tensors that an operation gave may have been replaced when its adjoint's turn comes, which reads them.
     */
    private boolean losesResults(Stmt.Declare s) {
        return s.value() instanceof Expr.Apply made
                && ArrayOperation.of(made.primitive()) == ArrayOperation.OF_TENSOR
                && Shadows.isTensors(made.type())
                && activity.isActiveArray(new Expr.Ref(s.variable(), made.span()))
                && activity.memory().isWritten(activity.memory().region(s.variable()));
    }

    /** Whether rows that are made with an array may be elsewhere, or nowhere, when its adjoint's turn comes. */
    private boolean losesRows(Stmt.Declare s, Expr.Apply made) {
        ArrayOperation operation = ArrayOperation.of(made.primitive());
        Expr.Ref held = new Expr.Ref(s.variable(), made.span());
        boolean makes = operation == ArrayOperation.LITERAL
                || operation == ArrayOperation.NEW
                || operation == ArrayOperation.LIKE
                || operation == ArrayOperation.OF_TENSOR;
        return makes
                && makesRows(made)
                && activity.isActiveArray(held)
                && steadiness.movesRows(activity.memory().region(s.variable()));
    }

    /** {@code new double[n][m]} makes rows, {@code new double[n][]} doesn't. */
    private static boolean makesRows(Expr.Apply made) {
        boolean rows = made.type() instanceof Type.Array array && Memory.isArray(array.element());
        ArrayOperation operation = ArrayOperation.of(made.primitive());
        return rows && (operation != ArrayOperation.NEW || made.operands().size() > 1);
    }

    private boolean movesRows(Expr.Apply e) {
        return writes(e) && target(e).type() instanceof Type.Array array && Memory.isArray(array.element());
    }

    private boolean writes(Expr.Apply e) {
        return switch (ArrayOperation.of(e.primitive())) {
            case COPY_INTO, FILL, FILL_RANGE -> activity.isActiveArray(target(e));
            case NEW, LIKE, LITERAL, CLONE, COPY, OF_TENSOR, SORT, MOVE_SORTED, NONE -> false;
        };
    }

    private static Expr target(Expr.Apply e) {
        return e.operands().get(ArrayOperation.of(e.primitive()) == ArrayOperation.COPY_INTO ? 2 : 0);
    }

    /** Adds the adjoint, if the statement writes an active array or makes one. */
    boolean backward(Stmt statement, Stmt.Note note, List<Stmt> out) {
        if (statement instanceof Stmt.Store s && activity.isActiveArray(s.array())) {
            if (!Memory.isArray(s.value().type())) {
                stored(s, note, out);
            }
            return true;
        }
        Expr.Apply sort = sort(statement);
        Var order = orders.get(statement);
        if (sort != null && order != null) {
            Expr shadow = shadows.of(sort.operands().get(0));
            out.add(new Stmt.Effect(Sorting.moved("moveBack", shadow, order, sort), note));
            return true;
        }
        if (statement instanceof Stmt.Effect s
                && s.value() instanceof Expr.Apply move
                && ArrayOperation.of(move.primitive()) == ArrayOperation.MOVE_SORTED
                && activity.isActiveArray(move.operands().get(0))) {
            Expr shadow = shadows.of(move.operands().get(0));
            out.add(new Stmt.Effect(Sorting.movedBack(move, shadow), note));
            return true;
        }
        if (statement instanceof Stmt.Effect s && s.value() instanceof Expr.Apply apply) {
            if (writes(apply) && !movesRows(apply)) {
                copied(apply, note, out);
            }
            return true;
        }
        if (statement instanceof Stmt.Declare s
                && s.value() != null
                && Memory.isArray(s.variable().type())) {
            made(s, s.value(), note, out);
            return true;
        }
        return statement instanceof Stmt.Assign s && Memory.isArray(s.variable().type());
    }

    private void stored(Stmt.Store s, Stmt.Note note, List<Stmt> out) {
        Expr shadow = shadows.of(s.array());
        Expr element = indexed(shadow, s.index());
        Optional<Expr> added = added(s);
        Var bar = new Var(names.fresh("bar"), element.type());
        out.add(new Stmt.Declare(bar, element, note));
        Expr.Ref ref = new Expr.Ref(bar, element.span());
        if (added.isPresent()) {
            boolean minus = ((Expr.Apply) s.value()).primitive().name().equals("-");
            number(added.get(), minus ? Arithmetic.negate(ref) : ref, note, out);
            return;
        }
        boolean tensor = bar.type() instanceof Type.Tensor;
        Expr zero = tensor
                ? none(bar.type(), note)
                : Arithmetic.zero(s.value(), s.value().span());
        out.add(new Stmt.Store(shadow, s.index(), zero, note));
        into(s.value(), ref, note, out);
    }

    /** Sends an element of a shadow on; one of tensors is null where nothing was added to it. */
    private void into(Expr value, Expr.Ref bar, Stmt.Note note, List<Stmt> out) {
        if (!(bar.type() instanceof Type.Tensor)) {
            number(value, bar, note, out);
            return;
        }
        List<Stmt> there = new ArrayList<>();
        backpropagation.into(value, null, bar, note, there);
        Primitive differs = Primitive.infix("!=", bar.type(), Type.Scalar.BOOLEAN);
        if (!there.isEmpty()) {
            Expr given = new Expr.Apply(differs, List.of(bar, none(bar.type(), note)), bar.span());
            out.add(new Stmt.If(given, there, List.of(), note));
        }
    }

    private void number(Expr value, Expr bar, Stmt.Note note, List<Stmt> out) {
        List<Stmt> undone = new ArrayList<>();
        backpropagation.into(value, null, bar, note, undone);
        out.addAll(roots.guarded(value, undone, bar));
    }

    private static Expr none(Type type, Stmt.Note note) {
        return new Expr.Literal("null", type, note.span());
    }

    /** Of {@code a[i] = a[i] + e} and {@code a[i] = a[i] - e} the e. */
    private static Optional<Expr> added(Stmt.Store s) {
        if (s.value() instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.INFIX
                && (apply.primitive().name().equals("+")
                        || apply.primitive().name().equals("-"))
                && Structure.same(apply.operands().get(0), indexed(s.array(), s.index()))) {
            return Optional.of(apply.operands().get(1));
        }
        return Optional.empty();
    }

    static Expr indexed(Expr array, Expr index) {
        return new Expr.Apply(Primitive.index(array.type(), index.type()), List.of(array, index), index.span());
    }

    /** {@code System.arraycopy} and {@code Arrays.fill}. */
    private void copied(Expr.Apply e, Stmt.Note note, List<Stmt> out) {
        Span span = e.span();
        List<Expr> operands = e.operands();
        Expr target = shadows.of(target(e));
        if (ArrayOperation.of(e.primitive()) == ArrayOperation.COPY_INTO) {
            Expr source = operands.get(0);
            boolean flows = activity.isActiveArray(source);
            Expr moved = flows
                    ? call(
                            "moveBack",
                            target,
                            operands.get(3),
                            shadows.of(source),
                            operands.get(1),
                            operands.get(4),
                            span)
                    : Shadows.call("clear", Type.Scalar.VOID, false, span, target, operands.get(3), operands.get(4));
            out.add(new Stmt.Effect(moved, note));
            return;
        }
        Expr value = operands.get(operands.size() - 1);
        boolean range = operands.size() == 4;
        Type number = ((Type.Array) target.type()).element();
        Expr sum = range
                ? Shadows.call("takeSum", number, false, span, target, operands.get(1), operands.get(2))
                : Shadows.call("takeSum", number, false, span, target);
        Var bar = new Var(names.fresh("bar"), number);
        out.add(new Stmt.Declare(bar, sum, note));
        into(value, new Expr.Ref(bar, span), note, out);
    }

    private static Expr call(String name, Expr a, Expr b, Expr c, Expr d, Expr e, Span span) {
        return Shadows.call(name, Type.Scalar.VOID, false, span, a, b, c, d, e);
    }

    /** An array that is made: what its shadow holds goes to what it was made of. */
    private void made(Stmt.Declare s, Expr value, Stmt.Note note, List<Stmt> out) {
        Expr.Ref held = new Expr.Ref(s.variable(), value.span());
        if (!(value instanceof Expr.Apply apply) || !activity.isActiveArray(held)) {
            return;
        }
        Var rows = rowsMade.get(s.variable());
        Expr shadow = rows != null ? new Expr.Ref(rows, value.span()) : shadows.of(held);
        boolean numbers = !Memory.isArray(((Type.Array) value.type()).element());
        switch (ArrayOperation.of(apply.primitive())) {
            case NEW, LIKE -> {
                if (numbers || makesRows(apply)) {
                    clear(shadow, note, out);
                }
            }
            case LITERAL -> {
                elements(apply, shadow, note, out);
                clearLiteral(apply, shadow, note, out);
            }
            case CLONE, COPY -> {
                if (numbers) {
                    copy(apply, shadow, note, out);
                }
            }
            case OF_TENSOR -> {
                Var results = resultsMade.getOrDefault(s.variable(), s.variable());
                backpropagation.into(apply, new Expr.Ref(results, value.span()), shadow, note, out);
                clear(shadow, note, out);
            }
            case COPY_INTO, FILL, FILL_RANGE, SORT, MOVE_SORTED, NONE -> {}
        }
    }

    /** {@code clone()}, {@code Arrays.copyOf} and {@code Arrays.copyOfRange}. */
    private void copy(Expr.Apply copy, Expr shadow, Stmt.Note note, List<Stmt> out) {
        Expr source = copy.operands().get(0);
        if (!activity.isActiveArray(source)) {
            clear(shadow, note, out);
            return;
        }
        Span span = copy.span();
        Expr from = copy.operands().size() == 3 ? copy.operands().get(1) : new Expr.Literal("0", Type.Scalar.INT, span);
        Expr given = Shadows.call("giveBack", Type.Scalar.VOID, false, span, shadow, shadows.of(source), from);
        out.add(new Stmt.Effect(given, note));
    }

    private void clearLiteral(Expr.Apply literal, Expr shadow, Stmt.Note note, List<Stmt> out) {
        if (!Memory.isArray(((Type.Array) literal.type()).element())) {
            clear(shadow, note, out);
            return;
        }
        for (int i = 0; i < literal.operands().size(); i++) {
            Expr operand = literal.operands().get(i);
            if (isLiteral(operand)) {
                Expr at = new Expr.Literal(String.valueOf(i), Type.Scalar.INT, operand.span());
                clearLiteral((Expr.Apply) operand, indexed(shadow, at), note, out);
            }
        }
    }

    private void clear(Expr shadow, Stmt.Note note, List<Stmt> out) {
        if (appliedAgain) {
            out.add(new Stmt.Effect(Shadows.call("clear", Type.Scalar.VOID, false, shadow.span(), shadow), note));
        }
    }

    private static boolean isLiteral(Expr e) {
        return e instanceof Expr.Apply apply && ArrayOperation.of(apply.primitive()) == ArrayOperation.LITERAL;
    }

    private void element(Expr operand, Expr element, Stmt.Note note, List<Stmt> out) {
        if (!(element.type() instanceof Type.Tensor)) {
            number(operand, element, note, out);
        } else if (activity.isVaried(operand)) {
            Var bar = new Var(names.fresh("bar"), element.type());
            out.add(new Stmt.Declare(bar, element, note));
            into(operand, new Expr.Ref(bar, note.span()), note, out);
        }
    }

    private void elements(Expr.Apply literal, Expr shadow, Stmt.Note note, List<Stmt> out) {
        for (int i = literal.operands().size() - 1; i >= 0; i--) {
            Expr operand = literal.operands().get(i);
            Expr element = indexed(shadow, new Expr.Literal(String.valueOf(i), Type.Scalar.INT, operand.span()));
            if (isLiteral(operand)) {
                elements((Expr.Apply) operand, element, note, out);
            } else if (!Memory.isArray(operand.type())) {
                element(operand, element, note, out);
            }
        }
    }
}
