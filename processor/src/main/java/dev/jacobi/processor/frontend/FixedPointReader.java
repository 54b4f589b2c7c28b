package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.stmt.Statement;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Loops that arrive at a fixed point. The loop becomes a function, which no derivative goes through, and so does one
 * iteration of it, φ, of which the derivatives are made:
 *
 * <pre>
 *   while (…) { x = φ(x, θ); }      becomes      end = loop(x, θ); x2 = fixed point of φ(x, end, θ)
 * </pre>
 */
final class FixedPointReader {

    private final Reading reading;
    private final NameSupply names;
    private final FixedPointMarks marks;

    FixedPointReader(Reading reading, NameSupply names) {
        this.reading = reading;
        this.names = names;
        this.marks = new FixedPointMarks(reading);
    }

    /** The variables that are marked for a loop. */
    Map<String, AnnotationExpr> marks(Statement loop, Scope scope) {
        return marks.of(loop, scope);
    }

    /**
     * A loop as it was read.
     *
     * @param iteration the body without what hands the carried variables on
     * @param inside what the variables hold at the end of the body
     * @param carried the variables that the loop carries, by the source's names
     * @param leaving the variables that tell whether the loop is left, and what they are assigned then
     */
    record Read(
            Stmt.Loop loop,
            List<Stmt> iteration,
            Frame inside,
            Map<String, Expr> carried,
            Map<Var, String> leaving,
            Statement source) {}

    /** A variable of the fixed point. */
    private record State(String name, int leaf, Var variable, Expr next) {}

    /** Adds the loop to a frame, and binds there what it leaves. */
    void add(Read read, Map<String, AnnotationExpr> marked, Frame frame) {
        Span span = read.loop().note().span();
        refuseJumps(read.source(), frame.scope);
        List<State> states = new ArrayList<>();
        marked.forEach((name, mark) -> states.addAll(states(name, mark, read, frame)));
        if (states.isEmpty()) {
            frame.out.add(read.loop());
            return;
        }
        FunctionName.Attraction attraction = marks.attraction(marked, span, frame.scope);
        List<Expr> bound = loop(read, states, frame, span);
        FixedPointPieces pieces = new FixedPointPieces(reading, frame.scope, span);
        List<Var> variables = new ArrayList<>();
        List<Expr> next = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (State state : states) {
            places.add(places.size());
            variables.add(state.variable());
            next.add(state.next());
        }
        pieces.refuseCounter(read, variables, next, counted(read.source(), states.get(0), frame));
        FixedPointPieces.Piece step = pieces.iteration(read, variables, next, sourceNames(read.carried()));
        List<Expr> arguments = new ArrayList<>();
        variables.forEach(v -> arguments.add(new Expr.Ref(v, span)));
        for (Var parameter : step.parameters()) {
            int state = variables.indexOf(parameter);
            arguments.add(state >= 0 ? bound.get(state) : last(parameter, read, frame, span));
        }
        FunctionName.FixedPoint point = new FunctionName.FixedPoint(step.name(), places, attraction);
        List<Expr> given = call(point, states.get(0).name(), arguments, reading.members.result(point), frame, span);
        bind(states, given, frame, span);
    }

    /** What to write where the iteration depends on how many there have been. */
    private static String counted(Statement loop, State state, Frame frame) {
        return FixedPointMarks.instead(
                loop,
                state.name(),
                frame.local(state.name()).type(),
                "let each iteration do the same, or leave the mark out");
    }

    /** What the source calls the variables that the loop carries. */
    private static Map<Var, String> sourceNames(Map<String, Expr> carried) {
        Map<Var, String> wishes = new LinkedHashMap<>();
        carried.forEach((name, held) -> {
            List<Expr> leaves = Leaves.of(held);
            List<Type.Component> words = Leaves.of(Branches.wish(name), held.type());
            for (int i = 0; i < leaves.size(); i++) {
                wishes.put(((Expr.Ref) leaves.get(i)).variable(), words.get(i).name());
            }
        });
        return wishes;
    }

    /** What a parameter of the iteration holds when the loop has run. */
    private static Expr last(Var parameter, Read read, Frame frame, Span span) {
        for (Map.Entry<String, Expr> entry : read.carried().entrySet()) {
            List<Expr> held = Leaves.of(entry.getValue());
            for (int i = 0; i < held.size(); i++) {
                if (held.get(i) instanceof Expr.Ref ref && ref.variable().equals(parameter)) {
                    Expr value = frame.local(entry.getKey()).value();
                    return value == null
                            ? new Expr.Ref(parameter, span)
                            : Leaves.of(value).get(i);
                }
            }
        }
        return new Expr.Ref(parameter, span);
    }

    /** The loop as a function of its own; gives the last values of the states. */
    private List<Expr> loop(Read read, List<State> states, Frame frame, Span span) {
        List<Var> results = new ArrayList<>();
        states.forEach(s -> results.add(s.variable()));
        List<Var> all = new ArrayList<>(results);
        read.carried().forEach((name, held) -> {
            if (name.indexOf('?') < 0 && frame.locals.containsKey(name)) {
                for (Expr leaf : Leaves.of(held)) {
                    Var variable = ((Expr.Ref) leaf).variable();
                    if (!all.contains(variable)) {
                        all.add(variable);
                    }
                }
            }
        });
        FixedPointPieces pieces = new FixedPointPieces(reading, frame.scope, span);
        FixedPointPieces.Piece loop = pieces.loop(read.loop(), results, all, sourceNames(read.carried()));
        List<Expr> arguments = new ArrayList<>();
        loop.parameters().forEach(v -> arguments.add(new Expr.Ref(v, span)));
        List<Expr> given = call(loop.name(), "end", arguments, loop.type(), frame, span);
        Map<Var, Expr> ends = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            ends.put(all.get(i), given.get(i));
        }
        read.carried().forEach((name, held) -> {
            Frame.Local local = frame.locals.get(name);
            if (local != null && name.indexOf('?') < 0) {
                List<Expr> leaves = new ArrayList<>();
                Leaves.of(held).forEach(e -> leaves.add(ends.get(((Expr.Ref) e).variable())));
                frame.locals.put(name, local.with(Leaves.build(local.type(), leaves.iterator(), span)));
            }
        });
        return given.subList(0, states.size());
    }

    private List<Expr> call(
            FunctionName function, String wish, List<Expr> arguments, Type type, Frame frame, Span span) {
        Var variable = new Var(names.fresh(wish), type);
        Expr call = new Expr.Call(function, arguments, type, span);
        frame.out.add(new Stmt.Declare(variable, call, new Stmt.Note(Stmt.Role.PRIMAL, span)));
        return Leaves.of(new Expr.Ref(variable, span));
    }

    private static void bind(List<State> states, List<Expr> given, Frame frame, Span span) {
        for (int k = 0; k < states.size(); k++) {
            State state = states.get(k);
            Frame.Local local = frame.local(state.name());
            Expr value = local.value();
            List<Expr> leaves = new ArrayList<>(value == null ? List.of() : Leaves.of(value));
            leaves.set(state.leaf(), given.get(k));
            frame.locals.put(state.name(), local.with(Leaves.build(local.type(), leaves.iterator(), span)));
        }
    }

    /** The numbers in a marked variable. */
    private List<State> states(String name, AnnotationExpr mark, Read read, Frame frame) {
        Span at = frame.scope.span(mark);
        Frame.Local local = frame.locals.get(name);
        Expr held = read.carried().get(name);
        if (held == null && local != null) {
            held = local.value();
        }
        if (local == null || held == null || isUnset(held, frame)) {
            return refuse(Kind.FIXED_POINT, at, name + " has no value before the loop", "give it one");
        }
        if (!local.type().carriesDerivative() || local.constant() || holdsTensors(local.type())) {
            return refuse(
                    Kind.FIXED_POINT,
                    at,
                    name + " is " + (local.constant() ? "marked @NoDerivative" : local.type()),
                    "mark numbers, tensors, arrays of numbers or records of these");
        }
        Expr next = read.inside().local(name).value();
        List<Expr> nexts = Leaves.of(next == null ? held : next);
        List<State> states = new ArrayList<>();
        List<Expr> leaves = Leaves.of(held);
        boolean changes = false;
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i) instanceof Expr.Ref ref && ref.type().carriesDerivative()) {
                states.add(new State(name, i, ref.variable(), nexts.get(i)));
                boolean array = ref.type() instanceof Type.Array;
                changes |= !ref.equals(nexts.get(i)) && !sameVariable(ref, nexts.get(i))
                        || array && Walk.reads(read.iteration()).contains(ref.variable());
            }
        }
        if (!changes && reading.isUnreadIn(frame.scope.span(read.source()))) {
            return List.of(); // it may well be assigned there
        }
        return changes
                ? states
                : refuse(
                        Kind.FIXED_POINT,
                        at,
                        name + " stays as it is in the loop behind it",
                        FixedPointMarks.instead(read.source(), name, null, "leave the mark out"));
    }

    /** Whether an array has none of its own before the loop. */
    private static boolean isUnset(Expr held, Frame frame) {
        Set<Var> read = Walk.reads(held);
        return frame.out.stream()
                .anyMatch(s -> s instanceof Stmt.Declare declare
                        && read.contains(declare.variable())
                        && declare.value() instanceof Expr.Literal literal
                        && literal.text().equals("null"));
    }

    private static boolean sameVariable(Expr.Ref ref, Expr next) {
        return next instanceof Expr.Ref other && other.variable().equals(ref.variable());
    }

    private static boolean holdsTensors(Type type) {
        for (Type.Component leaf : Leaves.of("", type)) {
            if (Shadows.holdsTensors(leaf.type())) {
                return true;
            }
        }
        return false;
    }

    private List<State> refuse(Kind kind, Span at, String what, String instead) {
        reading.report(Problem.of(kind, at, what, instead));
        return List.of();
    }

    private void refuseJumps(Statement loop, Scope scope) {
        Set<Target> leaving = Jumps.leaving(loop);
        for (Statement statement : loop.findAll(Statement.class)) {
            Target target = Jumps.target(statement);
            if (target != null && leaving.contains(target)) {
                refuse(
                        Kind.FIXED_POINT,
                        scope.span(statement),
                        "a jump leads out of the loop",
                        "end the loop by its condition or with break, and go on behind it");
            }
        }
    }
}
