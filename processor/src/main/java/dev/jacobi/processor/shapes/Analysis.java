package dev.jacobi.processor.shapes;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The analysis of one method and of what it calls, each call with the shapes that it is given. */
final class Analysis {

    /** How deep calls are followed. */
    private static final int MOST_CALLS = 12;

    /** How much is looked at: enough for any program that a person writes, and no more than a moment. */
    private static final int MOST_STEPS = 400_000;

    private final Declared declared;
    private final Reports reports;
    private final Deque<FunctionName.Primal> open = new ArrayDeque<>();
    private final Map<String, Value> results = new HashMap<>();
    private int steps;

    Analysis(Declared declared, Reports reports) {
        this.declared = declared;
        this.reports = reports;
    }

    Declared declared() {
        return declared;
    }

    Reports reports() {
        return reports;
    }

    /** One more expression is looked at. */
    void step() {
        steps++;
    }

    /** Whether it is enough: no call is followed any more, and what loops change isn't known. */
    boolean isTired() {
        return steps > MOST_STEPS;
    }

    /** What a call gives. */
    Value called(Expr.Call call, List<Value> arguments, Context context) {
        FunctionName.Primal name = call.function().primal();
        if (name.isPiece() || !concernsTensors(call)) {
            return Value.unknown();
        }
        Promises promises = new Promises(declared, name);
        List<Promises.Broken> all = promises.bind(arguments, context.namesCount());
        for (Promises.Broken broken : all) {
            if (context.reports() && arguments.get(broken.argument()) instanceof Value.Shaped given) {
                reports.argument(call.arguments().get(broken.argument()), given, broken, name.display());
            }
        }
        List<Value> given = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            given.add(promises.argument(i, arguments.get(i)));
        }
        boolean followed = call.function() instanceof FunctionName.Primal && all.isEmpty();
        Value computed = !followed ? Value.unknown() : computed(name, given, call.span(), context);
        Source source = new Source("the result of " + name.method(), call.span());
        return call.type() instanceof Type.Tensor ? promises.result(computed, source) : computed;
    }

    private static boolean concernsTensors(Expr.Call call) {
        boolean concerns = isMadeOfTensors(call.type());
        for (Expr argument : call.arguments()) {
            concerns |= isMadeOfTensors(argument.type());
        }
        return concerns;
    }

    private static boolean isMadeOfTensors(Type type) {
        if (type instanceof Type.Struct struct) {
            return struct.components().stream().anyMatch(c -> isMadeOfTensors(c.type()));
        }
        return type instanceof Type.Tensor || type instanceof Type.Array array && isMadeOfTensors(array.element());
    }

    private Value computed(FunctionName.Primal name, List<Value> arguments, Span at, Context context) {
        if (open.size() >= MOST_CALLS || isTired() || open.contains(name)) {
            return Value.unknown();
        }
        Function body = declared.body(name);
        if (body == null) {
            return Value.unknown();
        }
        StringBuilder key =
                new StringBuilder(name.toString()).append(context.reports()).append(context.namesCount());
        arguments.forEach(argument -> key.append(' ').append(argument.key()));
        Value known = results.get(key.toString());
        if (known != null) {
            return known;
        }
        open.push(name);
        Value result = Flow.result(this, body, arguments, context.of(at));
        open.pop();
        results.put(key.toString(), result);
        return result;
    }

    /** Looks at a function by itself, where nothing is known of its parameters but what their {@code @Shape} says. */
    void function(Function function, FunctionName.@Nullable Primal name) {
        List<Value> arguments = new ArrayList<>();
        List<Declared.@Nullable Mark> marks = name == null ? List.of() : declared.parameters(name);
        for (int i = 0; i < function.parameters().size(); i++) {
            Declared.Mark mark = i < marks.size() ? marks.get(i) : null;
            Extents shape = Promises.shape(mark);
            arguments.add(
                    mark == null || shape == null
                            ? Value.unknown()
                            : new Value.Shaped(shape, new Source("@Shape on " + mark.of(), mark.span())));
        }
        if (name != null) {
            open.push(name);
        }
        Value result = Flow.result(this, function, arguments, Context.alone());
        Declared.Mark promised = name == null ? null : declared.result(name);
        Extents shape = Promises.shape(promised);
        if (promised != null && shape != null && function.result() != null && result instanceof Value.Shaped given) {
            result(function.result().span(), given, promised, shape);
        }
    }

    private void result(Span span, Value.Shaped given, Declared.Mark mark, Extents promised) {
        if (Extents.differ(given.extents(), promised)) {
            reports.result(span, given, mark, Dim.unknown(), Dim.unknown());
            return;
        }
        for (int i = 1; i <= Math.min(promised.count(), given.extents().count()); i++) {
            if (Dim.areTwoNames(given.extents().back(i), promised.back(i))) {
                reports.result(span, given, mark, given.extents().back(i), promised.back(i));
                return;
            }
        }
    }
}
