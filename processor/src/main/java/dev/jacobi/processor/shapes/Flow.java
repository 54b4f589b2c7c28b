package dev.jacobi.processor.shapes;

import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of variables along a function: after a branch what is known on both sides, in a loop what is known
 * however often it has run.
 */
final class Flow implements Stmt.Cases<Boolean> {

    /** After so many iterations a variable that still changes counts as unknown. */
    private static final int MOST_ROUNDS = 8;

    private final Evaluation values;
    private final Context context;

    private Flow(Evaluation values, Context context) {
        this.values = values;
        this.context = context;
    }

    /** The value of a function, of whose parameters this is known. */
    static Value result(Analysis analysis, Function function, List<Value> arguments, Context context) {
        Evaluation values = new Evaluation(analysis, context, SteadyArrays.of(function));
        for (int i = 0; i < function.parameters().size() && i < arguments.size(); i++) {
            values.known().put(function.parameters().get(i), arguments.get(i));
        }
        boolean arrives = new Flow(values, context).block(function.body());
        return arrives && function.result() != null ? values.of(function.result()) : Value.unknown();
    }

    /** Whether its end is reached, as far as is known. */
    private boolean block(List<Stmt> body) {
        for (Stmt statement : body) {
            if (!statement.match(this)) {
                return false;
            }
        }
        return true;
    }

    private void put(Var variable, Value value) {
        values.known().put(variable, value);
    }

    @Override
    public Boolean declare(Stmt.Declare s) {
        if (s.value() != null) {
            put(s.variable(), values.of(s.value()));
        }
        return true;
    }

    @Override
    public Boolean assign(Stmt.Assign s) {
        put(s.variable(), values.of(s.value()));
        return true;
    }

    @Override
    public Boolean increment(Stmt.Increment s) {
        values.of(s.value());
        put(s.variable(), Value.unknown());
        return true;
    }

    @Override
    public Boolean store(Stmt.Store s) {
        values.of(s.array());
        values.of(s.index());
        values.of(s.value());
        return true;
    }

    @Override
    public Boolean accumulate(Stmt.Accumulate s) {
        values.of(s.value());
        return true;
    }

    @Override
    public Boolean branch(Stmt.If s) {
        Value condition = values.of(s.condition());
        if (condition instanceof Value.Truth truth) {
            return block(truth.value() ? s.then() : s.otherwise());
        }
        context.enter(condition);
        Map<Var, Value> before = values.known();
        values.known(new HashMap<>(before));
        boolean thenArrives = block(s.then());
        Map<Var, Value> then = values.known();
        values.known(new HashMap<>(before));
        boolean otherArrives = block(s.otherwise());
        context.leave(condition);
        if (thenArrives && otherArrives) {
            values.known(joined(then, values.known(), condition.isAsked()));
        } else if (thenArrives) {
            values.known(then);
        }
        return thenArrives || otherArrives;
    }

    /** @param asked whether the way was chosen by a shape, so that what differs tells something of it */
    private static Map<Var, Value> joined(Map<Var, Value> a, Map<Var, Value> b, boolean asked) {
        Map<Var, Value> joined = new HashMap<>();
        for (Map.Entry<Var, Value> entry : a.entrySet()) {
            Value other = b.get(entry.getKey());
            if (other != null) {
                joined.put(entry.getKey(), joined(entry.getKey(), entry.getValue(), other, asked));
            }
        }
        return joined;
    }

    private static Value joined(Var variable, Value a, Value b, boolean asked) {
        Value joined = Value.join(a, b);
        boolean differs = joined instanceof Value.Unknown && !a.equals(b) && !(variable.type() instanceof Type.Tensor);
        return differs && asked ? new Value.Unknown(true) : joined;
    }

    @Override
    public Boolean loop(Stmt.Loop s) {
        if (s.counter() != null) {
            values.of(s.counter().from());
            put(s.counter().variable(), Value.unknown());
        }
        settle(s);
        Map<Var, Value> head = new HashMap<>(values.known());
        Value condition = values.of(s.condition());
        boolean never = condition instanceof Value.Truth truth && !truth.value();
        if (!never) {
            Value asked = s.counter() != null && condition.isAsked() ? Value.unknown() : condition;
            context.enter(asked);
            block(s.body());
            context.leave(asked);
        }
        values.known(head);
        return true;
    }

    /** Finds what is known at the start of every iteration. */
    private void settle(Stmt.Loop s) {
        context.silence();
        for (int round = 0; round < MOST_ROUNDS && !values.isTired(); round++) {
            Map<Var, Value> before = new HashMap<>(values.known());
            Value condition = values.of(s.condition());
            boolean arrives = block(s.body());
            Map<Var, Value> head = arrives ? joined(before, values.known(), condition.isAsked()) : before;
            values.known(head);
            if (!arrives || same(before, head)) {
                context.speak();
                return;
            }
        }
        for (Var variable : Walk.carried(s.body())) {
            put(variable, new Value.Unknown(true));
        }
        context.speak();
    }

    private static boolean same(Map<Var, Value> a, Map<Var, Value> b) {
        for (Map.Entry<Var, Value> entry : a.entrySet()) {
            Value other = b.get(entry.getKey());
            if (other == null || !entry.getValue().key().equals(other.key())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Boolean reverse(Stmt.Reverse s) {
        return true;
    }

    @Override
    public Boolean effect(Stmt.Effect s) {
        values.of(s.value());
        return true;
    }

    @Override
    public Boolean raise(Stmt.Throw s) {
        values.of(s.value());
        return false;
    }
}
