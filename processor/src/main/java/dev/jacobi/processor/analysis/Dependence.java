package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.rules.Partials;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which parameters each variable of a function depends on by way of derivatives ("varied", one bit per parameter).
 *
 * <p>What a primitive without a rule makes of a varied operand counts as varied too, unless it is a whole number or a
 * boolean: whether that is an error shows where it is used (see {@link Coverage}).
 */
public final class Dependence {

    private final Partials partials;
    private final CallGraph calls;
    private final Memory memory;
    private final List<Var> parameters;
    private final Map<Var, Set<Integer>> dependsOn = new HashMap<>();
    private boolean changed;

    private Dependence(Partials partials, CallGraph calls, Memory memory, List<Var> parameters) {
        this.parameters = parameters;
        this.partials = partials;
        this.calls = calls;
        this.memory = memory;
    }

    /** Analyses a function; branches are followed both ways, loops until nothing is new. */
    static Dependence of(Function function, Sharing sharing, Partials partials, CallGraph calls) {
        Dependence dependence =
                new Dependence(partials, calls, Memory.of(function, sharing, calls), function.parameters());
        for (int i = 0; i < function.parameters().size(); i++) {
            Var parameter = function.parameters().get(i);
            if (mayWrap(parameter.type())) {
                dependence.add(parameter, Set.of(i));
            }
        }
        do {
            dependence.changed = false;
            dependence.block(function.body());
        } while (dependence.changed);
        return dependence;
    }

    /** Which variables may be one array. */
    public Memory memory() {
        return memory;
    }

    /** An array variable stands for all that may name the same array. */
    Var key(Var variable) {
        return Memory.namesArrays(variable.type()) ? memory.region(variable) : variable;
    }

    /** Numbers and tensors vary, and what a program may have wrapped around them; whole numbers and booleans don't. */
    private static boolean mayVary(Type type) {
        return type.carriesDerivative() || type instanceof Type.Struct;
    }

    private static boolean mayWrap(Type type) {
        return type instanceof Type.Array array
                ? mayWrap(array.element())
                : mayVary(type) || type instanceof Type.Opaque;
    }

    private void add(Var variable, Set<Integer> parameters) {
        Set<Integer> all = dependsOn.computeIfAbsent(key(variable), v -> new TreeSet<>());
        changed |= all.addAll(parameters);
    }

    private void addTo(Expr array, Set<Integer> parameters) {
        Var region = memory.region(array);
        if (region != null && mayWrap(array.type())) {
            add(region, parameters);
        }
    }

    private void block(List<Stmt> body) {
        for (Stmt statement : body) {
            Walk.own(statement).forEach(this::effects);
            if (statement instanceof Stmt.Declare s && s.value() != null) {
                add(s.variable(), of(s.value()));
            } else if (statement instanceof Stmt.Assign s) {
                add(s.variable(), of(s.value()));
            } else if (statement instanceof Stmt.Increment s) {
                add(s.variable(), of(s.value()));
            } else if (statement instanceof Stmt.Store s) {
                filled(s.array(), s.value());
            } else if (statement instanceof Stmt.Accumulate s) {
                filled(s.array(), s.value());
            }
            Walk.blocks(statement).forEach(this::block);
        }
    }

    /** What a call leaves in the arrays that it is given, and where no variable names it. */
    private void effects(Expr value) {
        if (value instanceof Expr.Call call) {
            Summary summary = calls.summary(call.function(), memory.sharing(call));
            summary.contents().forEach((written, sources) -> {
                Expr array = call.arguments().get(written);
                for (int source : sources) {
                    addTo(array, of(call.arguments().get(source)));
                    keepElsewhere(array, call.arguments().get(source));
                }
                summary.asks().forEach(state -> addTo(array, of(state.variable())));
            });
            keep(summary, call.arguments());
        } else if (value instanceof Expr.Apply apply) {
            List<Expr> operands = apply.operands();
            switch (ArrayOperation.of(apply.primitive())) {
                case COPY_INTO -> filled(operands.get(2), operands.get(0));
                case FILL, FILL_RANGE -> filled(operands.get(0), operands.get(operands.size() - 1));
                case NEW, LIKE, LITERAL, CLONE, COPY, OF_TENSOR, SORT, MOVE_SORTED -> {}
                case NONE -> {
                    if (apply.primitive().form() == Primitive.Form.FUNCTION) {
                        mayRun(apply);
                    }
                    if (Memory.mayBeHandedNumbers(apply.primitive())) {
                        mayWrite(apply);
                    }
                    keep(apply);
                }
            }
        }
    }

    private void filled(Expr array, Expr value) {
        addTo(array, of(value));
        keepElsewhere(array, value);
    }

    /** Numbers in an array from elsewhere may be read by others, and under other names. */
    private void keepElsewhere(Expr array, Expr value) {
        Var region = memory.region(array);
        if (region != null && memory.isElsewhere(region)) {
            add(State.ARRAYS.variable(), of(value));
        }
    }

    /** What objects, static fields and arrays from elsewhere may hold when a function has been called. */
    private void keep(Summary summary, List<Expr> arguments) {
        summary.keeps().forEach((state, kept) -> kept.forEach(i -> add(state.variable(), of(arguments.get(i)))));
    }

    /**
     * The same of code that isn't followed. What objects from outside hold is not new. An object that is given may be a
     * function, which is called with what the receiver holds.
     */
    private void keep(Expr.Apply call) {
        Set<State> written = State.written(call);
        if (written.isEmpty()) {
            return;
        }
        List<Expr> operands = call.operands();
        boolean handsOn = IntStream.range(0, operands.size())
                .anyMatch(i ->
                        State.isGiven(call, i) && State.mayHold(operands.get(i).type()));
        List<Expr> given = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            if ((handsOn || State.isGiven(call, i)) && !isFromOutside(operands.get(i))) {
                given.add(operands.get(i));
            }
        }
        Summary source = given.stream().allMatch(e -> of(e).isEmpty()) ? null : calls.source(call);
        for (Expr operand : given) {
            int i = call.operands().indexOf(operand);
            for (State state : source == null ? written : source.keeps().keySet()) {
                if (source == null || source.keeps(state).contains(i)) {
                    add(state.variable(), of(operand));
                }
            }
        }
    }

    private boolean isFromOutside(Expr e) {
        return e instanceof Expr.Ref ref && parameters.contains(ref.variable()) && State.mayHold(e.type());
    }

    /**
     * A function may run at any time, and put what it uses into arrays, objects and fields. So it may with what it is
     * given, which may be anything.
     */
    private void mayRun(Expr.Apply function) {
        Set<Integer> used = new TreeSet<>();
        for (Expr operand : function.operands()) {
            if (!isFromOutside(operand)) {
                used.addAll(of(operand));
            }
        }
        for (State state : State.values()) {
            add(state.variable(), used);
        }
        if (function.primitive().obstacle().equals(Primitive.TELLS)) {
            function.operands().stream()
                    .filter(Memory::isHeldConstant)
                    .forEach(held ->
                            add(State.STATICS.variable(), of(Walk.operands(held).get(0))));
        }
        if (function.primitive().obstacle().equals(Primitive.GIVEN_NUMBERS)) {
            for (int i = 0; i < parameters.size(); i++) {
                used.addAll(mayWrap(parameters.get(i).type()) ? Set.of(i) : Set.of());
            }
        }
        written(function.operands(), used);
    }

    /** A method that isn't known may write what it is given into an array that it is given. */
    private void mayWrite(Expr.Apply call) {
        if (call.operands().stream().anyMatch(o -> Memory.isArray(o.type()))) {
            Set<Integer> used = new TreeSet<>();
            call.operands().forEach(operand -> used.addAll(of(operand)));
            written(call.operands(), used);
        }
    }

    private void written(List<Expr> operands, Set<Integer> values) {
        Set<Integer> all = new TreeSet<>(values);
        for (State state : State.values()) {
            all.addAll(of(state.variable()));
        }
        for (Expr operand : operands) {
            if (Memory.isArray(operand.type()) && !Memory.isHeldConstant(operand)) {
                addTo(operand, all);
            }
        }
    }

    /** Where something is read that may be, or come from, a number which was put where no variable names it. */
    Set<State> stateOf(Expr.Apply e) {
        if (!mayWrap(e.type())) {
            return Set.of();
        }
        Set<State> read = EnumSet.noneOf(State.class);
        read.addAll(State.read(e));
        if (isOldArray(e)) {
            read.add(State.ARRAYS);
        }
        return read;
    }

    private static boolean isOldArray(Expr.Apply e) {
        return Memory.isArray(e.type()) && Memory.comesFromElsewhere(e);
    }

    /** Where a function may have read such a number. */
    Set<State> stateOf(Expr.Call e) {
        if (Arrays.stream(State.values()).allMatch(state -> of(state.variable()).isEmpty())) {
            return Set.of();
        }
        Summary summary = calls.summary(e.function(), memory.sharing(e));
        Set<State> read = EnumSet.noneOf(State.class);
        read.addAll(summary.asks());
        for (int i : summary.result()) {
            if (State.mayHold(e.arguments().get(i).type())) {
                read.add(State.OBJECTS);
            }
        }
        return read;
    }

    private List<Expr> held(Set<State> states, Expr at) {
        List<Expr> held = new ArrayList<>();
        for (State state : states) {
            if (!of(state.variable()).isEmpty()) {
                held.add(new Expr.Ref(state.variable(), at.span()));
            }
        }
        return held;
    }

    /** Where a function, or one that it calls, may read what has changed. */
    Set<State> asks(Function function) {
        Set<State> asks = EnumSet.noneOf(State.class);
        Walk.all(function.body()).forEach(s -> Walk.own(s).forEach(e -> asks(e, asks)));
        if (function.result() != null) {
            asks(function.result(), asks);
        }
        return asks;
    }

    private void asks(Expr e, Set<State> asks) {
        if (e instanceof Expr.Apply apply) {
            asks.addAll(stateOf(apply));
            asks.addAll(State.read(apply).contains(State.STATICS) ? EnumSet.of(State.STATICS) : Set.of());
        } else if (e instanceof Expr.Call call) {
            asks.addAll(calls.summary(call.function(), memory.sharing(call)).asks());
        }
        Walk.operands(e).forEach(operand -> asks(operand, asks));
    }

    /** The parameters whose numbers may be somewhere when the function has run. */
    Map<State, Set<Integer>> kept() {
        Map<State, Set<Integer>> kept = new EnumMap<>(State.class);
        for (State state : State.values()) {
            if (!of(state.variable()).isEmpty()) {
                kept.put(state, new TreeSet<>(of(state.variable())));
            }
        }
        return kept;
    }

    /** The parameters that a variable depends on. */
    public Set<Integer> of(Var variable) {
        return dependsOn.getOrDefault(key(variable), Set.of());
    }

    /** The parameters that an expression's value depends on. */
    public Set<Integer> of(Expr expression) {
        Set<Integer> parameters = new TreeSet<>();
        if (Memory.isHeldConstant(expression)) {
            return parameters;
        }
        Var region = memory.region(expression);
        if (region != null) {
            parameters.addAll(of(region));
        }
        for (Expr through : through(expression)) {
            parameters.addAll(through instanceof Expr.Ref ref ? of(ref.variable()) : of(through));
        }
        return parameters;
    }

    /** The operands through which a derivative flows into an expression: a variable's own is itself. */
    public List<Expr> through(Expr expression) {
        return expression.match(new Through());
    }

    private final class Through implements Expr.Cases<List<Expr>> {
        @Override
        public List<Expr> literal(Expr.Literal e) {
            return List.of();
        }

        @Override
        public List<Expr> ref(Expr.Ref e) {
            return List.of(e);
        }

        @Override
        public List<Expr> apply(Expr.Apply e) {
            if (!mayWrap(e.type())) {
                return List.of();
            }
            switch (ArrayOperation.of(e.primitive())) {
                case NEW, LIKE -> {
                    return List.of();
                }
                case CLONE, COPY -> {
                    return e.operands().subList(0, 1);
                }
                case LITERAL -> {
                    return e.operands();
                }
                case COPY_INTO, FILL, FILL_RANGE, OF_TENSOR, SORT, MOVE_SORTED, NONE -> {}
            }
            if (e.primitive().form() == Primitive.Form.INDEX) {
                return e.operands().subList(0, 1);
            }
            List<Partials.@Nullable Partial> derivative = partials.of(e.primitive());
            if (derivative == null) {
                List<Expr> through = new ArrayList<>(e.operands());
                through.addAll(held(stateOf(e), e));
                return through;
            }
            List<Expr> through = new ArrayList<>();
            for (int i = 0; i < e.operands().size(); i++) {
                if (derivative.get(i) != null) {
                    through.add(e.operands().get(i));
                }
            }
            return through;
        }

        @Override
        public List<Expr> call(Expr.Call e) {
            Set<Integer> active = calls.summary(e.function(), memory.sharing(e)).result();
            List<Expr> through = new ArrayList<>();
            for (int i = 0; i < e.arguments().size(); i++) {
                if (active.contains(i)) {
                    through.add(e.arguments().get(i));
                }
            }
            through.addAll(mayWrap(e.type()) ? held(stateOf(e), e) : List.of());
            return through;
        }

        @Override
        public List<Expr> component(Expr.Component e) {
            return mayWrap(e.type()) ? List.of(e.struct()) : List.of();
        }

        @Override
        public List<Expr> build(Expr.Build e) {
            return e.components();
        }

        @Override
        public List<Expr> choose(Expr.Choose e) {
            return List.of(e.whenTrue(), e.whenFalse());
        }
    }
}
