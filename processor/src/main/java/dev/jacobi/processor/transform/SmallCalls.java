package dev.jacobi.processor.transform;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Reachability;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the bodies of small functions in the place of their calls. A method such as {@code a.plus(b)} would otherwise
 * become a pullback with a class of its own, and a loop would keep one for each iteration.
 *
 * <p>The statements are those of the called function in their order, so values keep their bits, and exceptions their
 * places.
 */
public final class SmallCalls {

    /**
     * Which functions are small.
     *
     * @param expressions how many one may consist of
     * @param depth how deep they are looked for in each other
     * @param all how many expressions may come into a function in this way
     * @param branches whether one may have branches
     */
    private record Size(int expressions, int depth, int all, boolean branches) {}

    private static final Size SMALL = new Size(40, 3, Integer.MAX_VALUE, false);
    private static final Size WITHOUT_LOOPS = new Size(500, 8, 4_000, true);

    /** Where the functions are that are called. */
    public interface Bodies {
        /** Null where the function can't be copied. */
        @Nullable
        Function body(FunctionName.Primal name);
    }

    private final Size most;
    private final Bodies bodies;
    private final NameSupply names;
    private final Set<FunctionName> open = new HashSet<>();

    /** What stands for the variables that held several results. */
    private final Map<Var, Map<String, Expr>> parts = new HashMap<>();

    private final Set<Var> partNames = new HashSet<>();
    private final Map<Var, Integer> reads = new HashMap<>();
    private int expressions;

    private SmallCalls(Size most, Bodies bodies, NameSupply names) {
        this.most = most;
        this.bodies = bodies;
        this.names = names;
    }

    public static Function inline(Function function, Bodies bodies) {
        return new SmallCalls(SMALL, bodies, NameSupply.after(function)).in(function);
    }

    /** The same for all functions that have no loops, unless too much would come together. */
    public static Function inlineWithoutLoops(Function function, Bodies bodies) {
        return new SmallCalls(WITHOUT_LOOPS, bodies, NameSupply.after(function)).in(function);
    }

    private Function in(Function function) {
        open.add(function.name());
        List<Stmt> body = block(function.body());
        Expr result = function.result() == null ? null : given().rewrite(function.result());
        if (parts.isEmpty()) {
            return function.with(body, result);
        }
        countReads(body, result);
        return function.with(merged(body), result);
    }

    private void countReads(List<Stmt> body, @Nullable Expr result) {
        for (Stmt statement : Walk.all(body)) {
            Walk.own(statement).forEach(this::countReads);
        }
        if (result != null) {
            countReads(result);
        }
    }

    private void countReads(Expr e) {
        if (e instanceof Expr.Ref ref) {
            reads.merge(ref.variable(), 1, Integer::sum);
        }
        Walk.operands(e).forEach(this::countReads);
    }

    /** A part that is only handed on to a variable is computed into that: {@code plusX = e; vX = plusX}. */
    private List<Stmt> merged(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            int made = statement instanceof Stmt.Declare s && s.value() instanceof Expr.Ref ref
                    ? declaration(ref.variable(), out)
                    : -1;
            if (made >= 0 && statement instanceof Stmt.Declare s && out.get(made) instanceof Stmt.Declare part) {
                out.set(made, new Stmt.Declare(s.variable(), part.value(), part.note()));
            } else {
                out.add(Walk.withBlocks(statement, this::merged));
            }
        }
        return out;
    }

    private int declaration(Var part, List<Stmt> out) {
        if (!partNames.contains(part) || reads.getOrDefault(part, 0) != 1 || part.type() instanceof Type.Array) {
            return -1;
        }
        for (int i = out.size() - 1; i >= 0; i--) {
            if (out.get(i) instanceof Stmt.Declare s && s.variable().equals(part)) {
                return i;
            }
        }
        return -1;
    }

    private List<Stmt> block(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            if (Walk.blocks(statement).isEmpty()) {
                add(given().rewrite(List.of(statement)).get(0), out);
            } else {
                out.add(Walk.withBlocks(conditions(statement), this::block));
            }
        }
        return out;
    }

    /** The statement with what it evaluates itself rewritten; its blocks have their turn later. */
    private Stmt conditions(Stmt statement) {
        if (statement instanceof Stmt.If s) {
            return new Stmt.If(given().rewrite(s.condition()), s.then(), s.otherwise(), s.note());
        }
        if (statement instanceof Stmt.Loop s) {
            Stmt.Counter counter = s.counter();
            Stmt.Counter counted = counter == null
                    ? null
                    : new Stmt.Counter(counter.variable(), given().rewrite(counter.from()), counter.step());
            return new Stmt.Loop(s.label(), counted, given().rewrite(s.condition()), s.body(), s.wish(), s.note());
        }
        return statement;
    }

    private void add(Stmt statement, List<Stmt> out) {
        Function small =
                statement instanceof Stmt.Declare s && s.value() instanceof Expr.Call call ? small(call) : null;
        if (small == null || !(statement instanceof Stmt.Declare s) || !(s.value() instanceof Expr.Call call)) {
            out.add(statement);
            return;
        }
        open.add(small.name());
        inline(s, call, small, out);
        open.remove(small.name());
    }

    private @Nullable Function small(Expr.Call call) {
        if (!(call.function() instanceof FunctionName.Primal name)
                || open.contains(name)
                || open.size() > most.depth()) {
            return null;
        }
        Function function = bodies.body(name);
        if (function == null || !takes(function, call) || !isPlain(function)) {
            return null;
        }
        int size = size(function);
        if (size > most.expressions() || size > most.all() - expressions) {
            return null;
        }
        expressions += size;
        return function;
    }

    /** Whether the arguments are of the parameters' own types: else another method would be called with them. */
    private static boolean takes(Function function, Expr.Call call) {
        boolean same = function.parameters().size() == call.arguments().size();
        for (int i = 0; same && i < call.arguments().size(); i++) {
            same = function.parameters()
                    .get(i)
                    .type()
                    .equals(call.arguments().get(i).type());
        }
        return same && function.type().equals(call.type());
    }

    /** Whether the statements may stand in another function: what is behind them is reached. */
    private boolean isPlain(Function function) {
        return function.result() != null
                && Walk.all(function.body()).stream().allMatch(this::isPlain)
                && Reachability.canComplete(function.body());
    }

    private boolean isPlain(Stmt statement) {
        return statement instanceof Stmt.Effect
                || statement instanceof Stmt.Declare s && (s.value() != null || most.branches())
                || most.branches()
                        && (statement instanceof Stmt.If
                                || statement instanceof Stmt.Assign
                                || statement instanceof Stmt.Throw);
    }

    private static int size(Function function) {
        int size = size(Objects.requireNonNull(function.result()));
        for (Stmt statement : Walk.all(function.body())) {
            for (Expr expression : Walk.own(statement)) {
                size += size(expression);
            }
        }
        return size;
    }

    private static int size(Expr e) {
        int size = 1;
        for (Expr operand : Walk.operands(e)) {
            size += size(operand);
        }
        return size;
    }

    private void inline(Stmt.Declare s, Expr.Call call, Function small, List<Stmt> out) {
        Map<Var, Expr> values = new HashMap<>();
        for (int i = 0; i < small.parameters().size(); i++) {
            Var parameter = small.parameters().get(i);
            Expr argument = call.arguments().get(i);
            values.put(parameter, isPlain(argument) ? argument : named(parameter, argument, s.note(), out));
        }
        Rewriter here = Substitution.of(values, names.fresh(Walk.declares(small.body())));
        out.addAll(block(here.rewrite(small.body())));
        Expr result = given().rewrite(here.rewrite(Objects.requireNonNull(small.result())));
        if (result instanceof Expr.Build build) {
            parts(s, build, out);
        } else {
            out.add(new Stmt.Declare(s.variable(), result, s.note()));
        }
    }

    private static boolean isPlain(Expr argument) {
        return argument instanceof Expr.Ref || argument instanceof Expr.Literal;
    }

    private Expr named(Var wish, Expr value, Stmt.Note note, List<Stmt> out) {
        Var variable = new Var(names.fresh(wish.name()), wish.type());
        out.add(new Stmt.Declare(variable, value, note));
        return new Expr.Ref(variable, value.span());
    }

    /** What a record's parts are computed from is read where the call stood. */
    private void parts(Stmt.Declare s, Expr.Build build, List<Stmt> out) {
        Map<String, Expr> held = new HashMap<>();
        List<Type.Component> components = ((Type.Struct) build.type()).components();
        for (int i = 0; i < components.size(); i++) {
            Expr value = build.components().get(i);
            String name = Leaves.joined(s.variable().name(), components.get(i).name());
            held.put(
                    components.get(i).name(),
                    value instanceof Expr.Literal
                            ? value
                            : part(name, components.get(i).type(), value, s.note(), out));
        }
        parts.put(s.variable(), held);
    }

    private Expr part(String name, Type type, Expr value, Stmt.Note note, List<Stmt> out) {
        Expr held = named(new Var(name, type), value, note, out);
        partNames.add(((Expr.Ref) held).variable());
        return held;
    }

    /** Puts the parts where they are read. */
    private Rewriter given() {
        return new Rewriter() {
            @Override
            public Expr component(Expr.Component e) {
                if (e.struct() instanceof Expr.Ref ref && parts.containsKey(ref.variable())) {
                    Expr part = Objects.requireNonNull(parts.get(ref.variable()).get(e.name()));
                    return part instanceof Expr.Ref held ? respanned(held, e.span()) : part;
                }
                return super.component(e);
            }
        };
    }

    private static Expr respanned(Expr.Ref held, Span span) {
        return new Expr.Ref(held.variable(), span);
    }
}
