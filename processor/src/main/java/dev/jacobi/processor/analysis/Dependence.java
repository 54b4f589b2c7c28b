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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
                addTo(s.array(), of(s.value()));
            } else if (statement instanceof Stmt.Accumulate s) {
                addTo(s.array(), of(s.value()));
            }
            Walk.blocks(statement).forEach(this::block);
        }
    }

    /** What a call leaves in the arrays that it is given. */
    private void effects(Expr value) {
        if (value instanceof Expr.Call call) {
            calls.summary(call.function(), memory.sharing(call)).contents().forEach((written, sources) -> {
                for (int source : sources) {
                    addTo(call.arguments().get(written), of(call.arguments().get(source)));
                }
            });
            for (int kept : calls.summary(call.function(), memory.sharing(call)).keeps()) {
                add(State.OBJECTS, of(call.arguments().get(kept)));
            }
            for (int kept : calls.summary(call.function(), memory.sharing(call)).keepsInFields()) {
                add(State.STATICS, of(call.arguments().get(kept)));
            }
        } else if (value instanceof Expr.Apply apply) {
            List<Expr> operands = apply.operands();
            switch (ArrayOperation.of(apply.primitive())) {
                case COPY_INTO -> addTo(operands.get(2), of(operands.get(0)));
                case FILL, FILL_RANGE -> addTo(operands.get(0), of(operands.get(operands.size() - 1)));
                case NEW, LIKE, LITERAL, CLONE, COPY, OF_TENSOR, SORT, MOVE_SORTED -> {}
                case NONE -> {
                    if (State.isPutIntoObjects(apply)) {
                        keeps(apply, State.OBJECTS);
                    }
                    if (State.mayBePutIntoFields(apply)) {
                        keeps(apply, State.STATICS);
                    }
                }
            }
        }
    }

    /** A number that is given may be in an object or field from now on; what objects from outside hold is not new. */
    private void keeps(Expr.Apply call, Var state) {
        for (Expr given : State.given(call)) {
            boolean fromOutside =
                    given instanceof Expr.Ref ref && parameters.contains(ref.variable()) && State.mayHold(given.type());
            if (!fromOutside) {
                add(state, of(given));
            }
        }
    }

    /** Whether something is read out of an object or field that a number may have been put into. */
    public boolean readsState(Expr.Apply e) {
        return mayWrap(e.type())
                && (State.isReadFromObjects(e) && !of(State.OBJECTS).isEmpty()
                        || State.isStaticField(e) && !of(State.STATICS).isEmpty());
    }

    /** Whether a function gives something that it may have read out of an object that a number has been put into. */
    public boolean readsState(Expr.Call e) {
        if (!mayWrap(e.type())
                || of(State.OBJECTS).isEmpty() && of(State.STATICS).isEmpty()) {
            return false;
        }
        Summary summary = calls.summary(e.function(), memory.sharing(e));
        if (summary.asksFields() && !of(State.STATICS).isEmpty()) {
            return true;
        }
        for (int i : of(State.OBJECTS).isEmpty() ? Set.<Integer>of() : summary.result()) {
            if (State.mayHold(e.arguments().get(i).type())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a function, or one that it calls, may read a static field that changes. */
    boolean asksFields(Function function) {
        List<Expr> values = new ArrayList<>();
        Walk.all(function.body()).forEach(s -> values.addAll(Walk.own(s)));
        if (function.result() != null) {
            values.add(function.result());
        }
        return values.stream().anyMatch(this::asksFields);
    }

    private boolean asksFields(Expr e) {
        boolean asks = e instanceof Expr.Apply apply && State.isStaticField(apply)
                || e instanceof Expr.Call call
                        && calls.summary(call.function(), memory.sharing(call)).asksFields();
        return asks || Walk.operands(e).stream().anyMatch(this::asksFields);
    }

    /** The parameters whose numbers may be in some object when the function has run. */
    Set<Integer> kept() {
        return of(State.OBJECTS);
    }

    /** The parameters whose numbers may be in some static field when the function has run. */
    Set<Integer> keptInFields() {
        return of(State.STATICS);
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
            if (derivative == null && readsState(e)) {
                List<Expr> through = new ArrayList<>(e.operands());
                through.add(new Expr.Ref(State.isStaticField(e) ? State.STATICS : State.OBJECTS, e.span()));
                return through;
            }
            if (derivative == null) {
                return e.operands();
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
            if (readsState(e)) {
                through.add(new Expr.Ref(State.OBJECTS, e.span()));
                through.add(new Expr.Ref(State.STATICS, e.span()));
            }
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
