package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.frontend.Branches.Exit;
import dev.jacobi.processor.frontend.Branches.Side;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Reachability;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Loops of every form as one: a condition asked before each iteration, a body without jumps. A variable from outside
 * that the loop assigns is carried: it gets a variable declared before the loop, which the body assigns at its end.
 */
final class LoopReader {

    private final Reading reading;
    private final NameSupply names;
    private final ExpressionReader expressions;
    private final StatementReader statements;
    private final Branches branches;
    private final LoopWishes wishes;
    private final FixedPointReader fixedPoints;

    LoopReader(Reading reading, NameSupply names, ExpressionReader expressions, StatementReader statements) {
        this.reading = reading;
        this.names = names;
        this.expressions = expressions;
        this.statements = statements;
        this.branches = new Branches(reading, names);
        this.wishes = new LoopWishes(reading);
        this.fixedPoints = new FixedPointReader(reading, names);
    }

    /** What a loop is made of, whatever its form. */
    private record Parts(
            Statement loop,
            @Nullable Expression condition,
            boolean conditionFirst,
            Statement body,
            List<Expression> updates,
            Stmt.@Nullable Counter counter,
            Counters.@Nullable Found counted,
            @Nullable Element element) {}

    /**
     * The variable of an enhanced loop, and what it holds in each iteration.
     *
     * @param value an element of an array; null where an iterator gives the next
     * @param next the call of the iterator; null for arrays
     * @param functions what the elements are functions of; null where they are values
     */
    private record Element(
            String name,
            TypeMirror mirror,
            boolean constant,
            @Nullable Expr value,
            @Nullable Expression next,
            @Nullable FunctionTable functions) {
        Element of(FunctionTable table) {
            return new Element(name, mirror, constant, value, next, table);
        }
    }

    Exit read(Statement loop, Frame frame) {
        List<String> outer = frame.names();
        Scope scope = frame.scope;
        frame.scope = scope.inner();
        Parts parts = parts(loop, frame);
        FunctionTable table = parts.element() == null ? null : parts.element().functions();
        boolean never =
                table != null && table.options().isEmpty() && jumpsOut(parts).isEmpty();
        if (!never) {
            run(parts, frame);
        }
        frame.retain(kept(outer, loop));
        frame.scope = scope;
        return exit(loop);
    }

    /** What is visible behind the loop: also whether a jump in it led further. */
    private static Set<String> kept(List<String> outer, Statement loop) {
        Set<String> kept = new LinkedHashSet<>(outer);
        Jumps.leaving(loop).forEach(t -> kept.add(t.flag()));
        return kept;
    }

    private static Exit exit(Statement loop) {
        if (Jumps.canComplete(loop)) {
            return Exit.END;
        }
        Set<Target> leaving = Jumps.leaving(loop);
        boolean onlyReturns = leaving.equals(Set.of(Target.METHOD));
        return leaving.isEmpty() ? Exit.THROW : onlyReturns ? Exit.RETURN : Exit.LEAVE;
    }

    private Parts parts(Statement loop, Frame frame) {
        if (loop instanceof WhileStmt s) {
            return new Parts(s, s.getCondition(), true, s.getBody(), List.of(), null, null, null);
        }
        if (loop instanceof DoStmt s) {
            return new Parts(s, s.getCondition(), false, s.getBody(), List.of(), null, null, null);
        }
        if (loop instanceof ForStmt s) {
            return counted(s, frame);
        }
        return overElements((ForEachStmt) loop, frame);
    }

    private Parts counted(ForStmt s, Frame frame) {
        for (Expression initial : s.getInitialization()) {
            statements.expression(initial, frame);
        }
        Counters.Found found = Counters.find(s);
        List<Expression> updates = new ArrayList<>(s.getUpdate());
        Stmt.Counter counter = null;
        if (found != null && frame.locals.containsKey(found.name())) {
            counter = counter(found, frame, frame.scope.span(s));
        }
        Counters.Found counted = counter == null ? null : found;
        if (counted != null && !counted.isReadBehind(updates)) {
            updates.removeIf(counted::isBy);
        }
        return new Parts(s, s.getCompare().orElse(null), true, s.getBody(), updates, counter, counted, null);
    }

    /** The counter takes the place of the variable that was declared for its first value. */
    private Stmt.@Nullable Counter counter(Counters.Found found, Frame frame, Span span) {
        Frame.Local local = frame.local(found.name());
        int last = frame.out.size() - 1;
        if (!(local.value() instanceof Expr.Ref ref) || local.type() != Type.Scalar.INT || last < 0) {
            return null;
        }
        if (frame.out.get(last) instanceof Stmt.Declare s
                && s.variable().equals(ref.variable())
                && s.value() != null
                && isPure(s.value())) {
            frame.out.remove(last);
            return new Stmt.Counter(ref.variable(), s.value(), found.step());
        }
        Var variable = new Var(names.fresh(found.name()), Type.Scalar.INT);
        frame.locals.put(found.name(), local.with(new Expr.Ref(variable, span)));
        return new Stmt.Counter(variable, ref, found.step());
    }

    private static boolean isPure(Expr e) {
        return !(e instanceof Expr.Call)
                && !(e instanceof Expr.Apply apply && !apply.primitive().pure());
    }

    private Parts overElements(ForEachStmt s, Frame frame) {
        Span span = frame.scope.span(s.getIterable());
        FunctionTable table = expressions.tables().given(s.getIterable(), frame);
        if (table != null) {
            return overFunctions(s, table, frame, span);
        }
        TypeMirror iterated = reading.typer.typeOf(s.getIterable(), frame.scope);
        if (!(iterated instanceof ArrayType arrayType)) {
            Iteration iteration = Iteration.over(s, reading, expressions, frame);
            TypeMirror given = reading.typer.typeOf(iteration.next(), frame.scope);
            Element element = element(s, given, null, iteration.next(), frame);
            return new Parts(s, iteration.hasNext(), false, s.getBody(), List.of(), null, null, element);
        }
        Expr array = expressions.records().apart(expressions.read(s.getIterable(), frame), frame);
        if (!Leaves.of(array).stream().allMatch(Expr.Ref.class::isInstance)) {
            array = expressions.bind("array", array, array.type(), frame, new Stmt.Note(Stmt.Role.PRIMAL, span));
        }
        Var index = new Var(names.fresh("i"), Type.Scalar.INT);
        Expr.Ref at = new Expr.Ref(index, span);
        Expr value = new Expr.Apply(Primitive.index(array.type(), Type.Scalar.INT), List.of(array, at), span);
        Element element = element(s, arrayType.getComponentType(), value, null, frame);
        Stmt.Counter counter = new Stmt.Counter(index, new Expr.Literal("0", Type.Scalar.INT, span), 1);
        return new Parts(s, null, true, s.getBody(), List.of(), counter, null, element);
    }

    private Parts overFunctions(ForEachStmt s, FunctionTable table, Frame frame, Span span) {
        TypeMirror given = reading.typer.variables().element(s.getIterable(), frame.scope);
        Var index = new Var(names.fresh("i"), Type.Scalar.INT);
        List<Expr> operands = List.of(table.numbers(), new Expr.Ref(index, span));
        Expr value = new Expr.Apply(Primitive.index(FunctionTable.NUMBERS, Type.Scalar.INT), operands, span);
        Element element = element(s, given, value, null, frame).of(table);
        Stmt.Counter counter = new Stmt.Counter(index, new Expr.Literal("0", Type.Scalar.INT, span), 1);
        return new Parts(s, null, true, s.getBody(), List.of(), counter, null, element);
    }

    private Element element(
            ForEachStmt s, TypeMirror given, @Nullable Expr value, @Nullable Expression next, Frame frame) {
        boolean isVar = StatementReader.isVar(s.getVariableDeclarator().getType());
        return new Element(
                s.getVariableDeclarator().getNameAsString(),
                isVar ? given : reading.typer.named(s.getVariableDeclarator().getType(), frame.scope),
                Annotations.holdsConstant(s.getVariable().getAnnotations(), frame.scope),
                value,
                next,
                null);
    }

    /** {@code i < array.length}. */
    private Expr withinArray(Expr element, Stmt.Counter counter, Span span) {
        Expr whole = ((Expr.Apply) element).operands().get(0);
        Expr array = RowsReader.isApart(whole) ? RowsReader.anyLeaf(whole) : whole;
        Expr length = new Expr.Apply(Primitive.length(array.type()), List.of(array), span);
        return reading.operators.binary(BinaryExpr.Operator.LESS, new Expr.Ref(counter.variable(), span), length, span);
    }

    private void run(Parts parts, Frame frame) {
        Span span = frame.scope.span(parts.loop());
        Set<Target> jumps = jumpsOut(parts);
        Set<String> added = StatementReader.raiseFlags(jumps, frame, span);
        String again = Frame.AGAIN + span.line() + ":" + span.column();
        Expression condition = parts.condition();
        boolean asked = condition != null && !Jumps.isTrue(condition);
        boolean simple = parts.conditionFirst() && (!asked || isSimple(condition, frame));
        if (asked && !simple) {
            frame.locals.put(again, first(parts, frame, span));
        }
        Map<String, Expr> carried = carry(parts, jumps, simple || !asked ? null : again, frame, span);
        Frame inside = frame.branch();
        Expr goesOn = goesOn(parts, jumps, asked && simple, asked && !simple ? again : null, inside, span);
        if (asked && !simple && parts.conditionFirst()) {
            askFirst(parts, jumps, again, inside, span);
        } else {
            iterate(parts, jumps, asked && !simple ? again : null, inside, span);
        }
        List<Stmt> iteration = List.copyOf(inside.out);
        if (Reachability.canComplete(inside.out)) {
            hand(carried, inside);
        }
        frame.flagged.removeAll(added);
        frame.locals.remove(again);
        Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, span);
        Stmt.Wish wish = wishes.of(parts.loop(), frame.scope);
        Stmt.Loop loop = new Stmt.Loop(names.fresh("loop"), parts.counter(), goesOn, inside.out, wish, note);
        Map<String, AnnotationExpr> marks = fixedPoints.marks(parts.loop(), frame.scope);
        if (marks.isEmpty()) {
            frame.out.add(loop);
        } else {
            Map<Var, String> leaving = leaving(jumps, again, inside);
            fixedPoints.add(
                    new FixedPointReader.Read(loop, iteration, inside, carried, leaving, parts.loop()), marks, frame);
        }
    }

    /** The variables that tell at the end of an iteration whether it was the last, and what they hold then. */
    private static Map<Var, String> leaving(Set<Target> jumps, String again, Frame inside) {
        Map<Var, String> leaving = new LinkedHashMap<>();
        for (Target target : jumps) {
            Frame.Local flag = inside.locals.get(target.flag());
            if (flag != null && flag.value() instanceof Expr.Ref ref) {
                leaving.put(ref.variable(), "true");
            }
        }
        Frame.Local asked = inside.locals.get(again);
        if (asked != null && asked.value() instanceof Expr.Ref ref) {
            leaving.put(ref.variable(), "false");
        }
        return leaving;
    }

    /** Whether there is a first iteration: an iterator is asked before the loop, and then behind each iteration. */
    private Frame.Local first(Parts parts, Frame frame, Span span) {
        if (parts.element() == null) {
            return StatementReader.flag("true", span);
        }
        Expr hasNext = expressions.readAs(Objects.requireNonNull(parts.condition()), Type.Scalar.BOOLEAN, frame);
        return new Frame.Local(hasNext, Type.Scalar.BOOLEAN, false);
    }

    /** The jumps that end the loop. */
    private static Set<Target> jumpsOut(Parts parts) {
        Set<Target> jumps = new LinkedHashSet<>(Jumps.leaving(parts.loop()));
        if (Jumps.isBroken(parts.loop())) {
            jumps.add(new Target(Target.Way.BREAK, parts.loop()));
        }
        return jumps;
    }

    /** Whether a condition can be asked without statements of its own. */
    private boolean isSimple(@Nullable Expression condition, Frame frame) {
        return condition != null && Assigned.names(condition).isEmpty() && !expressions.hasEffects(condition, frame);
    }

    private Expr goesOn(
            Parts parts, Set<Target> jumps, boolean asked, @Nullable String again, Frame inside, Span span) {
        Expr all = jumps.isEmpty() ? null : statements.noneOf(jumps, inside, span);
        Expr more = null;
        if (parts.element() != null && parts.element().value() != null && parts.counter() != null) {
            more = withinArray(parts.element().value(), parts.counter(), span);
        } else if (asked && parts.condition() != null) {
            more = expressions.readAs(parts.condition(), Type.Scalar.BOOLEAN, inside);
        } else if (again != null) {
            more = inside.local(again).value();
        }
        if (all == null) {
            return more != null ? more : new Expr.Literal("true", Type.Scalar.BOOLEAN, span);
        }
        return more == null ? all : reading.operators.binary(BinaryExpr.Operator.AND, all, more, span);
    }

    /** Declares the variables that are carried, with what they hold before the loop. */
    private Map<String, Expr> carry(Parts parts, Set<Target> jumps, @Nullable String again, Frame frame, Span span) {
        Set<String> assigned = Assigned.names(parts.body());
        if (parts.condition() != null) {
            assigned.addAll(Assigned.names(parts.condition()));
        }
        parts.updates().forEach(u -> assigned.addAll(Assigned.names(u)));
        if (parts.counted() != null) {
            assigned.remove(parts.counted().name());
        }
        jumps.forEach(t -> assigned.add(t.flag()));
        if (jumps.contains(Target.METHOD)) {
            assigned.add(Frame.RESULT);
        }
        if (again != null) {
            assigned.add(again);
        }
        for (Target target : jumps) {
            if (target.statement() instanceof SwitchExpr choice) {
                assigned.add(SwitchReader.slot(choice));
            }
        }
        for (String name : List.copyOf(assigned)) {
            Choice choice = frame.choices.get(name);
            if (choice != null) {
                assigned.addAll(choice.slots());
            }
        }
        Map<String, Expr> carried = new LinkedHashMap<>();
        for (Map.Entry<String, Frame.Local> entry : List.copyOf(frame.locals.entrySet())) {
            String name = entry.getKey();
            if (!assigned.contains(name)) {
                continue;
            }
            Frame.Local local = entry.getValue();
            Expr before = local.value() != null ? local.value() : Branches.placeholder(local.type(), span);
            Expr held = carried(Branches.wish(name), before, local.type(), frame, span);
            frame.locals.put(name, local.with(held));
            carried.put(name, held);
        }
        return carried;
    }

    private Expr carried(String name, Expr before, Type type, Frame frame, Span span) {
        List<Expr> held = new ArrayList<>();
        List<Expr> values = Leaves.of(before);
        for (Type.Component leaf : Leaves.of(name, type)) {
            Expr value = values.get(held.size());
            Var variable = new Var(names.fresh(leaf.name()), leaf.type());
            frame.out.add(new Stmt.Declare(variable, value, new Stmt.Note(Stmt.Role.PRIMAL, value.span())));
            held.add(new Expr.Ref(variable, span));
        }
        return Leaves.build(type, held.iterator(), span);
    }

    /** The condition has statements of its own: {@code while (again) { …; if (c) { body } else { again = false } }}. */
    private void askFirst(Parts parts, Set<Target> jumps, String again, Frame inside, Span span) {
        Expr condition = expressions.readAs(Objects.requireNonNull(parts.condition()), Type.Scalar.BOOLEAN, inside);
        Frame then = inside.branch();
        iterate(parts, jumps, null, then, span);
        Frame otherwise = inside.branch();
        otherwise.locals.put(again, StatementReader.flag("false", span));
        Exit exit = Reachability.canComplete(then.out) ? Exit.END : Exit.THROW;
        branches.join(condition, new Side(then, exit), new Side(otherwise, Exit.END), inside, span);
    }

    /** One iteration: the body, the updates, and for {@code do} loops the condition. */
    private void iterate(Parts parts, Set<Target> jumps, @Nullable String again, Frame inside, Span span) {
        if (parts.element() != null) {
            bind(parts.element(), inside);
        }
        Exit exit = statements.readAll(List.of(parts.body()), inside);
        boolean askedAfter = again != null && !parts.conditionFirst();
        if (exit == Exit.THROW || parts.updates().isEmpty() && !askedAfter) {
            return;
        }
        StatementReader.Inside after = frame -> {
            update(parts, frame, span);
            if (askedAfter) {
                Expr condition =
                        expressions.readAs(Objects.requireNonNull(parts.condition()), Type.Scalar.BOOLEAN, frame);
                Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, condition.span());
                Var variable = expressions.declare("again", condition, Type.Scalar.BOOLEAN, frame, note);
                frame.locals.put(
                        again, new Frame.Local(new Expr.Ref(variable, condition.span()), Type.Scalar.BOOLEAN, false));
            }
            return Exit.END;
        };
        if (jumps.isEmpty()) {
            after.read(inside);
        } else {
            statements.guarded(jumps, inside, span, after);
        }
    }

    /** The updates; what comes behind the counter's step sees its next value, which the loop itself gives it. */
    private void update(Parts parts, Frame frame, Span span) {
        Counters.Found counted = parts.counted();
        Frame.Local counter = counted == null ? null : frame.local(counted.name());
        for (Expression update : parts.updates()) {
            if (counted == null || counter == null || !counted.isBy(update)) {
                statements.expression(update, frame);
                continue;
            }
            Expr step = new Expr.Literal(String.valueOf(Math.abs(counted.step())), Type.Scalar.INT, span);
            Expr next = reading.operators.binary(
                    counted.step() > 0 ? BinaryExpr.Operator.PLUS : BinaryExpr.Operator.MINUS,
                    Objects.requireNonNull(counter.value()),
                    step,
                    span);
            Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, span);
            Var variable = expressions.declare(counted.name(), next, Type.Scalar.INT, frame, note);
            frame.locals.put(counted.name(), counter.with(new Expr.Ref(variable, span)));
        }
        if (counted != null && counter != null) {
            frame.locals.put(counted.name(), counter);
        }
    }

    private void bind(Element element, Frame inside) {
        if (element.functions() != null && element.value() instanceof Expr.Apply value) {
            Handed function = expressions
                    .tables()
                    .element(element.functions(), value.operands().get(1), element.name(), inside, value.span());
            inside.scope.declare(element.name(), element.mirror());
            function.bind(element.name(), inside);
            return;
        }
        Expr given = element.value() != null
                ? expressions.arrays().element(element.value(), element.name(), inside)
                : expressions.read(Objects.requireNonNull(element.next()), inside);
        Span span = given.span();
        Type type = reading.types.read(element.mirror());
        inside.scope.declare(element.name(), element.mirror());
        Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, span);
        Expr held = expressions.bind(element.name(), reading.operators.convert(given, type), type, inside, note);
        inside.locals.put(element.name(), new Frame.Local(held, type, element.constant()));
    }

    /** Hands what the carried variables hold at the end of an iteration to the next. */
    private static void hand(Map<String, Expr> carried, Frame inside) {
        for (Map.Entry<String, Expr> entry : carried.entrySet()) {
            Expr value = inside.local(entry.getKey()).value();
            if (value == null) {
                continue;
            }
            List<Expr> values = Leaves.of(value);
            List<Expr> held = Leaves.of(entry.getValue());
            for (int i = 0; i < held.size(); i++) {
                Var variable = ((Expr.Ref) held.get(i)).variable();
                boolean same =
                        values.get(i) instanceof Expr.Ref ref && ref.variable().equals(variable);
                if (!same) {
                    Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, value.span());
                    inside.out.add(new Stmt.Assign(variable, values.get(i), note));
                }
            }
        }
    }
}
