package dev.jacobi.processor.transform.sparsity;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.IndexSets;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Sorting;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.rules.Partials;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the value of an expression depends on: a set, or for an array one for each element. */
final class SetExpressions {

    private final Activity activity;
    private final Partials partials;
    private final Meetings meetings;
    private final NameSupply names;
    private final @Nullable Var pairs;
    private final Map<Var, Var> variables = new HashMap<>();

    /** The sets of what calls give side by side whose inside isn't known. */
    private final Map<Var, Map<String, Var>> spread = new HashMap<>();

    SetExpressions(Activity activity, Partials partials, NameSupply names, @Nullable Var pairs) {
        this.activity = activity;
        this.partials = partials;
        this.meetings = new Meetings(partials);
        this.names = names;
        this.pairs = pairs;
    }

    /** The variable that holds the sets of another. */
    Var variable(Var of) {
        return variables.computeIfAbsent(of, v -> new Var(names.fresh(v.name() + "On"), IndexSets.of(v.type())));
    }

    /** What a variable depends on that now holds a value. */
    Expr heldBy(Var variable, Expr value) {
        return value instanceof Expr.Apply made && Memory.isArray(variable.type())
                ? made(new Expr.Ref(variable, value.span()), made)
                : of(value);
    }

    /** The sets of an expression's value. */
    Expr of(Expr e) {
        return Memory.isArray(e.type()) ? array(e) : number(e);
    }

    private Expr number(Expr e) {
        if (!activity.isVaried(e)) {
            return IndexSets.none(e.span());
        }
        if (e instanceof Expr.Ref ref) {
            return new Expr.Ref(variable(ref.variable()), ref.span());
        }
        if (e instanceof Expr.Component part) {
            return component(part);
        }
        if (e instanceof Expr.Choose choose) {
            return new Expr.Choose(choose.condition(), of(choose.whenTrue()), of(choose.whenFalse()), choose.span());
        }
        Expr.Apply apply = (Expr.Apply) e;
        return apply.primitive().form() == Primitive.Form.INDEX
                ? element(apply.operands().get(0), apply.operands().get(1), apply.span())
                : applied(apply);
    }

    private Expr component(Expr.Component part) {
        Map<String, Var> known = part.struct() instanceof Expr.Ref ref ? spread.get(ref.variable()) : null;
        if (known != null) {
            return new Expr.Ref(Objects.requireNonNull(known.get(part.name())), part.span());
        }
        String name = Leaves.on((Type.Struct) part.struct().type(), part.name());
        return new Expr.Component(part.struct(), name, IndexSets.of(part.type()), part.span());
    }

    /** The set of an element of an array. */
    Expr element(Expr array, Expr index, Span span) {
        Expr sets = array(array);
        return new Expr.Apply(Primitive.index(sets.type(), index.type()), List.of(sets, index), span);
    }

    /** Of a primitive with a rule. */
    private Expr applied(Expr.Apply e) {
        List<Partials.@Nullable Partial> derivative = partials.of(e.primitive());
        if (derivative == null) {
            throw new IllegalStateException("no rule for " + e.primitive());
        }
        Map<Integer, Expr> operands = new TreeMap<>();
        for (int i = 0; i < e.operands().size(); i++) {
            Expr operand = e.operands().get(i);
            if (derivative.get(i) != null && activity.isVaried(operand)) {
                operands.put(i, whole(operand));
            }
        }
        if (pairs == null) {
            return IndexSets.union(operands.values(), e.span());
        }
        SortedSet<Integer> active = new TreeSet<>(operands.keySet());
        return together(operands, meetings.of(derivative, active), new Expr.Ref(pairs, e.span()), e.span());
    }

    /** Pairs are recorded where the operands' sets are joined. */
    private static Expr together(Map<Integer, Expr> operands, List<SortedSet<Integer>> met, Expr pairs, Span span) {
        List<Integer> all = List.copyOf(operands.keySet());
        List<Integer> meeting = all.stream().filter(i -> !met.get(i).isEmpty()).toList();
        List<Expr> sets = new ArrayList<>();
        all.stream().filter(i -> !meeting.contains(i)).forEach(i -> sets.add(Objects.requireNonNull(operands.get(i))));
        if (meeting.size() > 2) {
            sets.add(
                    0,
                    IndexSets.curved(
                            pairs,
                            IndexSets.union(meeting.stream().map(operands::get).toList(), span)));
            return IndexSets.union(sets, span);
        }
        List<Expr> own = new ArrayList<>();
        for (int i : meeting) {
            Expr set = Objects.requireNonNull(operands.get(i));
            own.add(met.get(i).contains(i) ? IndexSets.curved(pairs, set) : set);
        }
        boolean product = own.size() == 2 && met.get(meeting.get(0)).contains(meeting.get(1));
        sets.addAll(0, product ? List.of(IndexSets.product(pairs, own.get(0), own.get(1))) : own);
        return IndexSets.union(sets, span);
    }

    /** All of a value, which may be an array, as one set. */
    private Expr whole(Expr e) {
        return Memory.isArray(e.type()) ? IndexSets.all(array(e)) : number(e);
    }

    /** What depends on several values in ways that aren't known. */
    Expr mixed(List<Expr> values, Span span) {
        Expr union = IndexSets.union(values.stream().map(this::whole).toList(), span);
        return pairs == null ? union : IndexSets.curved(new Expr.Ref(pairs, span), union);
    }

    /** The sets of a variable, or of each part that it holds, that depend on one set. */
    Map<Var, Expr> spread(Var variable, Expr set) {
        Map<Var, Expr> all = new LinkedHashMap<>();
        Expr.Ref held = new Expr.Ref(variable, set.span());
        if (!(variable.type() instanceof Type.Struct)) {
            all.put(variable(variable), everywhere(held, set));
            return all;
        }
        Map<String, Var> parts = new HashMap<>();
        for (Expr leaf : Leaves.of(held)) {
            if (leaf.type().carriesDerivative() && leaf instanceof Expr.Component part) {
                String name = names.fresh(variable.name() + Leaves.capitalised(part.name()) + "On");
                Var on = new Var(name, IndexSets.of(leaf.type()));
                parts.put(part.name(), on);
                all.put(on, everywhere(leaf, set));
            }
        }
        spread.put(variable, parts);
        return all;
    }

    private static Expr everywhere(Expr value, Expr set) {
        return Memory.isArray(value.type()) ? IndexSets.everywhere(value, set) : set;
    }

    /** The array of the sets of an array's numbers. */
    private Expr array(Expr e) {
        if (!activity.isActiveArray(e)) {
            return e instanceof Expr.Literal ? e : IndexSets.noneLike(e);
        }
        if (e instanceof Expr.Ref ref) {
            return new Expr.Ref(variable(ref.variable()), ref.span());
        }
        if (e instanceof Expr.Component part) {
            return component(part);
        }
        if (e instanceof Expr.Choose choose) {
            return new Expr.Choose(choose.condition(), array(choose.whenTrue()), array(choose.whenFalse()), e.span());
        }
        if (e instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.INDEX) {
            return element(apply.operands().get(0), apply.operands().get(1), apply.span());
        }
        if (e instanceof Expr.Apply apply) {
            return Memory.comesFromElsewhere(apply) ? IndexSets.noneLike(e) : again(apply);
        }
        throw new IllegalStateException("no sets of " + e);
    }

    /** The sets of an array that an operation gives. */
    private Expr made(Expr.Ref held, Expr.Apply value) {
        return switch (ArrayOperation.of(value.primitive())) {
            case NEW, LIKE -> IndexSets.noneLike(held);
            case LITERAL -> literal(value);
            case CLONE, COPY ->
                activity.isActiveArray(value.operands().get(0)) ? again(value) : IndexSets.noneLike(held);
            case OF_TENSOR ->
                activity.isVaried(value) ? IndexSets.everywhere(held, applied(value)) : IndexSets.noneLike(held);
            case COPY_INTO, FILL, FILL_RANGE, SORT, MOVE_SORTED, NONE ->
                Memory.comesFromElsewhere(value) ? IndexSets.noneLike(held) : array(value);
        };
    }

    private Expr literal(Expr.Apply value) {
        List<Expr> elements = new ArrayList<>();
        for (Expr element : value.operands()) {
            boolean inner = element instanceof Expr.Apply apply
                    && ArrayOperation.of(apply.primitive()) == ArrayOperation.LITERAL;
            elements.add(inner ? literal((Expr.Apply) element) : of(element));
        }
        Type.Array type = (Type.Array) IndexSets.of(value.type());
        return new Expr.Apply(Primitive.arrayLiteral(type, Walk.types(elements)), elements, value.span());
    }

    /** The same operation on the first operand's sets. */
    private Expr again(Expr.Apply value) {
        List<Expr> operands = new ArrayList<>(value.operands());
        operands.set(0, array(operands.get(0)));
        return onSets(value.primitive(), operands, value.span());
    }

    private static Expr onSets(Primitive of, List<Expr> operands, Span span) {
        Type result = of.result() instanceof Type.Array array ? IndexSets.of(array) : of.result();
        Type owner = of.form() == Primitive.Form.METHOD ? operands.get(0).type() : of.owner();
        return new Expr.Apply(
                new Primitive(of.form(), owner, of.name(), Walk.types(operands), result, of.pure(), of.signature()),
                operands,
                span);
    }

    /** Sets follow numbers that are sorted. */
    List<Stmt> sorted(Stmt.Effect s, Expr.Apply sort, Stmt.Note note) {
        Expr sets = array(sort.operands().get(0));
        if (ArrayOperation.of(sort.primitive()) == ArrayOperation.MOVE_SORTED) {
            return List.of(new Stmt.Effect(Sorting.moved(sort, sets), note), s);
        }
        Var order = Sorting.order(names);
        return List.of(
                new Stmt.Declare(order, Sorting.orderOf(sort), note),
                s,
                new Stmt.Effect(Sorting.moved("move", sets, order, sort), note));
    }

    /** The same copy or filling, done with the sets; null where nothing active is touched. */
    @Nullable
    Expr moved(Expr.Apply e) {
        ArrayOperation operation = ArrayOperation.of(e.primitive());
        int target = operation == ArrayOperation.COPY_INTO ? 2 : 0;
        boolean touches = operation == ArrayOperation.COPY_INTO
                || operation == ArrayOperation.FILL
                || operation == ArrayOperation.FILL_RANGE;
        if (!touches || !activity.isActiveArray(e.operands().get(target))) {
            return null;
        }
        List<Expr> operands = new ArrayList<>();
        for (Expr operand : e.operands()) {
            operands.add(operand.type().carriesDerivative() ? of(operand) : operand);
        }
        return onSets(e.primitive(), operands, e.span());
    }
}
