package dev.jacobi.processor.transform;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.Cost;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.analysis.Steadiness;
import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Effects;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Structure;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.options.Optimisation;
import dev.jacobi.processor.options.Optimisations;
import dev.jacobi.processor.rules.Partials;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives names to the intermediate values that a derivative will read again, so that it computes nothing dear twice: for
 * {@code y = a * Math.sin(x)} the adjoint of a reads the sine, so the primal becomes {@code sin = Math.sin(x); y = a *
 * sin}. What is cheap to compute again keeps its place ({@link Cost}).
 */
public final class Preparation {

    private final Activity activity;
    private final Steadiness steadiness;
    private final Partials partials;
    private final Optimisations optimisations;
    private final NameSupply names;
    private final Set<Var> carried = new HashSet<>();

    private Preparation(
            Activity activity,
            Steadiness steadiness,
            Partials partials,
            Optimisations optimisations,
            NameSupply names) {
        this.activity = activity;
        this.steadiness = steadiness;
        this.partials = partials;
        this.optimisations = optimisations;
        this.names = names;
    }

    public static Function prepare(
            Function function,
            Activity activity,
            Steadiness steadiness,
            Partials partials,
            Optimisations optimisations) {
        Preparation preparation =
                new Preparation(activity, steadiness, partials, optimisations, NameSupply.after(function));
        for (Stmt statement : Walk.all(function.body())) {
            if (statement instanceof Stmt.Loop loop) {
                preparation.carried.addAll(Walk.carried(loop.body()));
            }
        }
        List<Stmt> body = preparation.block(function.body());
        Expr result = function.result();
        if (result != null) {
            result = preparation.result(result, body);
        }
        return function.with(body, result);
    }

    /** A tensor result is named, since derivatives ask for its shape. */
    private Expr result(Expr result, List<Stmt> out) {
        if (result instanceof Expr.Build parts) {
            return new Expr.Build(parts.type(), visited(parts.components(), out), parts.span());
        }
        Expr prepared = visit(result, false, out);
        boolean named = prepared instanceof Expr.Ref || !(prepared.type() instanceof Type.Tensor);
        return named ? prepared : name("value", prepared, out);
    }

    private List<Stmt> block(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            statement(statement, out);
        }
        return out;
    }

    private void statement(Stmt statement, List<Stmt> out) {
        if (statement instanceof Stmt.Declare s && s.value() != null && activity.isActive(s.variable())) {
            declare(s, s.value(), out);
        } else if (statement instanceof Stmt.Assign s && activity.isActive(s.variable())) {
            assign(s, out);
        } else if (statement instanceof Stmt.Store s && activity.isActiveArray(s.array())) {
            Expr array = path(s.array(), out);
            Expr index = repeatable("index", s.index(), out);
            int before = out.size();
            Expr value = visit(s.value(), false, out);
            List<Expr> earlier = new ArrayList<>(List.of(array, index));
            settle(earlier, before, out);
            out.add(new Stmt.Store(earlier.get(0), earlier.get(1), value, s.note()));
        } else if (statement instanceof Stmt.Effect s) {
            out.add(new Stmt.Effect(effect(s.value(), out), s.note()));
        } else if (statement instanceof Stmt.Loop s) {
            out.add(s.with(block(s.body())));
        } else if (statement instanceof Stmt.If s) {
            List<Stmt> then = block(s.then());
            List<Stmt> otherwise = block(s.otherwise());
            out.add(new Stmt.If(repeatable("taken", s.condition(), out), then, otherwise, s.note()));
        } else {
            out.add(statement);
        }
    }

    /** What a call or copy that is evaluated for its effect reads of numbers. */
    private Expr effect(Expr value, List<Stmt> out) {
        if (value instanceof Expr.Call) {
            return visit(value, false, out);
        }
        boolean copies =
                value instanceof Expr.Apply apply && ArrayOperation.of(apply.primitive()) != ArrayOperation.NONE;
        return copies ? operands((Expr.Apply) value, out) : value;
    }

    /** The same operation, of operands that can be read again. */
    private Expr operands(Expr.Apply e, List<Stmt> out) {
        if (!e.operands().stream().anyMatch(o -> activity.isVaried(o) || activity.isActiveArray(o))) {
            return e;
        }
        List<Expr> operands = new ArrayList<>();
        for (Expr operand : e.operands()) {
            boolean whole = operand.type() instanceof Type.Scalar scalar && !scalar.isFloating();
            operands.add(
                    whole
                            ? repeatable("at", operand, out)
                            : Memory.isArray(operand.type()) ? path(operand, out) : visit(operand, false, out));
        }
        return new Expr.Apply(e.primitive(), operands, e.span());
    }

    /** An array, or a row of one, that can be named again. */
    private Expr path(Expr array, List<Stmt> out) {
        if (array instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.INDEX) {
            if (!steadiness.isSteady(array) && activity.isActiveArray(array)) {
                return name("row", array, out);
            }
            Expr outer = ofOneName(path(apply.operands().get(0), out), out);
            Expr index = repeatable("index", apply.operands().get(1), out);
            return new Expr.Apply(apply.primitive(), List.of(outer, index), apply.span());
        }
        if (array instanceof Expr.Apply apply && ArrayOperation.of(apply.primitive()) != ArrayOperation.NONE) {
            return operands(apply, out);
        }
        return array instanceof Expr.Choose choose ? chosenPath(choose, out) : array;
    }

    /**
     * An array that an operation makes, as the {@code x.eigh()} of {@code x.eigh()[1]} in a rule, has a name, so that
     * it has one shadow, which is there when the operation's turn comes.
     */
    private Expr ofOneName(Expr array, List<Stmt> out) {
        boolean made = array instanceof Expr.Apply apply && ArrayOperation.of(apply.primitive()) != ArrayOperation.NONE;
        return made && activity.isVaried(array) ? name(wish(array), array, out) : array;
    }

    /** One of two arrays: its shadow is chosen by the same condition when what that reads may have been overwritten. */
    private Expr chosenPath(Expr.Choose e, List<Stmt> out) {
        List<Stmt> then = new ArrayList<>();
        List<Stmt> otherwise = new ArrayList<>();
        Expr whenTrue = path(e.whenTrue(), then);
        Expr whenFalse = path(e.whenFalse(), otherwise);
        return chosen(e, whenTrue, then, whenFalse, otherwise, false, out);
    }

    private void declare(Stmt.Declare s, Expr value, List<Stmt> out) {
        if (Memory.isArray(value.type()) && !(value instanceof Expr.Call)) {
            out.add(new Stmt.Declare(s.variable(), path(value, out), s.note()));
            return;
        }
        if (value instanceof Expr.Choose choose) {
            List<Stmt> then = new ArrayList<>();
            List<Stmt> otherwise = new ArrayList<>();
            boolean holds = !carried.contains(s.variable());
            Expr whenTrue = visit(choose.whenTrue(), holds, then);
            Expr whenFalse = visit(choose.whenFalse(), holds, otherwise);
            Expr condition = repeatable("taken", choose.condition(), out);
            if (!then.isEmpty() || !otherwise.isEmpty()) {
                out.add(new Stmt.Declare(s.variable(), null, s.note()));
                then.add(new Stmt.Assign(s.variable(), whenTrue, s.note()));
                otherwise.add(new Stmt.Assign(s.variable(), whenFalse, s.note()));
                out.add(new Stmt.If(condition, then, otherwise, s.note()));
                return;
            }
            value = new Expr.Choose(condition, whenTrue, whenFalse, choose.span());
            out.add(new Stmt.Declare(s.variable(), value, s.note()));
            return;
        }
        boolean held = !carried.contains(s.variable());
        out.add(new Stmt.Declare(s.variable(), visit(value, held, out), s.note()));
    }

    private void assign(Stmt.Assign s, List<Stmt> out) {
        boolean held = !carried.contains(s.variable());
        out.add(new Stmt.Assign(s.variable(), visit(s.value(), held, out), s.note()));
    }

    /**
     * The expression with what its derivative reads named before it.
     *
     * @param held whether a variable will hold the whole value anyway
     */
    private Expr visit(Expr e, boolean held, List<Stmt> out) {
        if (e instanceof Expr.Call call) {
            return call(call, out);
        }
        if (!activity.isVaried(e)) {
            return e;
        }
        if (e instanceof Expr.Apply apply && (isElement(apply) || Memory.isArray(e.type()))) {
            return path(apply, out);
        }
        if (e instanceof Expr.Apply apply) {
            return apply(apply, held, out);
        }
        if (e instanceof Expr.Choose choose) {
            return choose(choose, held, out);
        }
        return e;
    }

    private static boolean isElement(Expr.Apply e) {
        return e.primitive().form() == Primitive.Form.INDEX;
    }

    private Expr call(Expr.Call call, List<Stmt> out) {
        List<Expr> arguments = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            arguments.add(visit(argument, false, out));
        }
        return new Expr.Call(call.function(), arguments, call.type(), call.span());
    }

    /** Expressions that are evaluated one after the other. */
    private List<Expr> visited(List<Expr> inTurn, List<Stmt> out) {
        List<Expr> visited = new ArrayList<>();
        for (Expr e : inTurn) {
            int before = out.size();
            Expr prepared = visit(e, false, out);
            settle(visited, before, out);
            visited.add(prepared);
        }
        return visited;
    }

    private Expr apply(Expr.Apply e, boolean held, List<Stmt> out) {
        List<Expr> operands = visited(e.operands(), out);
        List<Partials.@Nullable Partial> derivative = PartialUse.rules(partials, e);
        if (derivative == null) {
            throw new IllegalStateException("no rule for " + e.primitive());
        }
        Set<Var> reads = new HashSet<>();
        Partials.Names template = null;
        for (int i = 0; i < operands.size(); i++) {
            Partials.Partial partial = derivative.get(i);
            if (partial != null && activity.isVaried(e.operands().get(i))) {
                reads.addAll(PartialUse.reads(partial));
                template = partial.names();
            }
        }
        if (template == null) {
            return e;
        }
        for (int i = 0; i < operands.size(); i++) {
            Expr original = e.operands().get(i);
            if (reads.contains(template.operands().get(i))) {
                Expr same = same(e.operands(), i, operands);
                operands.set(i, same != null ? same : readAgain(operands.get(i), original, out));
            } else if (derivative.get(i) != null && activity.isVaried(original) && !steadiness.holdsRows(original)) {
                operands.set(i, copy(operands.get(i), out));
            }
        }
        Expr applied = new Expr.Apply(e.primitive(), operands, e.span());
        return reads.contains(template.result()) && !held ? name(wish(e), applied, out) : applied;
    }

    /** The name that an earlier operand has been given which is the same, as in {@code a[i] * a[i]}. */
    private static @Nullable Expr same(List<Expr> originals, int index, List<Expr> prepared) {
        Expr original = originals.get(index);
        if (original instanceof Expr.Ref || !Cost.isCheap(original)) {
            return null;
        }
        for (int i = index - 1; i >= 0; i--) {
            boolean named = prepared.get(i) instanceof Expr.Ref && !(originals.get(i) instanceof Expr.Ref);
            if (named && Structure.of(originals.get(i)).equals(Structure.of(original))) {
                return prepared.get(i);
            }
            if (!Effects.onlyComputes(originals.get(i))) {
                return null;
            }
        }
        return null;
    }

    /** An operand as the derivative may read it: of an array that is written meanwhile a copy. */
    private Expr readAgain(Expr operand, Expr original, List<Stmt> out) {
        if (Memory.isArray(operand.type()) && !steadiness.holds(original)) {
            return copy(operand, out);
        }
        boolean again = isComputedAgain(operand) && steadiness.isSteady(original);
        return again ? operand : name(wish(operand), operand, out);
    }

    /** A copy of an array: the shadow of rows has a copy, too, so that what comes back finds them where they were. */
    private Expr copy(Expr array, List<Stmt> out) {
        return name(wish(array), new Expr.Apply(Primitive.cloning(array.type()), List.of(array), array.span()), out);
    }

    /**
     * An operand is evaluated before what a later one does, which has just become statements of its own. Where these
     * only compute, it keeps its place: if both throw, that what the later one throws comes first is all that changes.
     * None of these statements writes to an array: they give names to values, some in branches.
     */
    private void settle(List<Expr> operands, int position, List<Stmt> out) {
        boolean acts = false;
        for (Stmt added : Walk.all(out.subList(position, out.size()))) {
            acts |= !Walk.own(added).stream().allMatch(Effects::onlyComputes);
        }
        int at = position;
        for (int i = 0; acts && i < operands.size(); i++) {
            if (!Effects.isFree(operands.get(i))) {
                List<Stmt> named = new ArrayList<>();
                operands.set(i, name(wish(operands.get(i)), operands.get(i), named));
                out.addAll(at, named);
                at += named.size();
            }
        }
    }

    /** A choice that no variable holds is named where the derivative of a side reads that side's value. */
    private Expr choose(Expr.Choose e, boolean held, List<Stmt> out) {
        List<Stmt> then = new ArrayList<>();
        List<Stmt> otherwise = new ArrayList<>();
        Expr whenTrue = visit(e.whenTrue(), true, then);
        Expr whenFalse = visit(e.whenFalse(), true, otherwise);
        boolean read = !held && (isReadAsWhole(whenTrue, e.whenTrue()) || isReadAsWhole(whenFalse, e.whenFalse()));
        return chosen(e, whenTrue, then, whenFalse, otherwise, read, out);
    }

    /**
     * A choice whose sides have been prepared.
     *
     * @param then the statements that the first side needs, {@code otherwise} those of the second
     * @param named whether a variable has to hold it
     */
    private Expr chosen(
            Expr.Choose e,
            Expr whenTrue,
            List<Stmt> then,
            Expr whenFalse,
            List<Stmt> otherwise,
            boolean named,
            List<Stmt> out) {
        Expr condition = repeatable("taken", e.condition(), out);
        if (!named && then.isEmpty() && otherwise.isEmpty()) {
            return new Expr.Choose(condition, whenTrue, whenFalse, e.span());
        }
        Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, e.span());
        Var variable = new Var(names.fresh("chosen"), e.type());
        then.add(new Stmt.Assign(variable, whenTrue, note));
        otherwise.add(new Stmt.Assign(variable, whenFalse, note));
        out.add(new Stmt.Declare(variable, null, note));
        out.add(new Stmt.If(condition, then, otherwise, note));
        return new Expr.Ref(variable, e.span());
    }

    /** Whether the derivative reads the value itself, and can't compute it again. */
    private boolean isReadAsWhole(Expr e, Expr original) {
        if (e instanceof Expr.Choose choose && original instanceof Expr.Choose of) {
            return isReadAsWhole(choose.whenTrue(), of.whenTrue()) || isReadAsWhole(choose.whenFalse(), of.whenFalse());
        }
        if (!(e instanceof Expr.Apply apply) || isElement(apply) || Memory.isArray(e.type())) {
            return false;
        }
        List<Partials.@Nullable Partial> derivative = PartialUse.rules(partials, apply);
        boolean reads = derivative != null
                && derivative.stream()
                        .anyMatch(partial -> partial != null
                                && PartialUse.reads(partial)
                                        .contains(partial.names().result()));
        return reads && activity.isVaried(original) && !(isComputedAgain(e) && steadiness.isSteady(original));
    }

    private Expr repeatable(String wish, Expr e, List<Stmt> out) {
        return isComputedAgain(e) && steadiness.isSteady(e) ? e : name(wish, e, out);
    }

    private boolean isComputedAgain(Expr e) {
        return optimisations.has(Optimisation.RECOMPUTING) ? Cost.isCheap(e) : Cost.isTrivial(e);
    }

    private Expr name(String wish, Expr e, List<Stmt> out) {
        Var variable = new Var(names.fresh(wish), e.type());
        out.add(new Stmt.Declare(variable, e, new Stmt.Note(Stmt.Role.PRIMAL, e.span())));
        return new Expr.Ref(variable, e.span());
    }

    /** A word for what an expression computes. */
    private static String wish(Expr e) {
        if (!(e instanceof Expr.Apply apply)) {
            return e instanceof Expr.Ref ref ? ref.variable().name() : "chosen";
        }
        Primitive primitive = apply.primitive();
        return switch (primitive.form()) {
            case STATIC_METHOD, METHOD -> primitive.name();
            case INFIX ->
                switch (primitive.name()) {
                    case "+" -> "sum";
                    case "-" -> "difference";
                    case "*" -> "product";
                    case "/" -> "quotient";
                    case "%" -> "remainder";
                    default -> "operand";
                };
            case CONVERSION, CAST, PREFIX ->
                apply.operands().get(0) instanceof Expr.Apply inner ? wish(inner) : "operand";
            case INDEX -> "element";
            case STATIC_FIELD, FIELD, NEW, NEW_ARRAY, ARRAY_LITERAL, INSTANCE_OF, FUNCTION -> "operand";
        };
    }
}
