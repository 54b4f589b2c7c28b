package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which arrays somebody outside may have got hold of, besides as a result: those that are handed to methods whose
 * inside is unknown, or put into objects. Recursion is solved as a least fixed point.
 */
public final class Leaks {

    private final CallGraph calls;
    private final CallGraph.Bodies bodies;
    private final Map<FunctionName, Set<Integer>> known = new HashMap<>();

    public Leaks(CallGraph calls, CallGraph.Bodies bodies) {
        this.calls = calls;
        this.bodies = bodies;
    }

    /** The array parameters of a function that it leaks; empty where nothing is known of it. */
    private @Nullable Set<Integer> of(FunctionName name) {
        Set<Integer> before = known.get(name);
        Function function = before == null ? bodies.body(name) : null;
        if (before != null || function == null) {
            return before;
        }
        Set<FunctionName> sure = Set.copyOf(known.keySet());
        Set<Integer> now = Set.of();
        do {
            before = now;
            // What was found meanwhile may rest on too little being known of this function.
            known.keySet().retainAll(sure);
            known.put(name, before);
            now = parameters(function);
        } while (!now.equals(before));
        return now;
    }

    private Set<Integer> parameters(Function function) {
        Memory memory = calls.dependence(function, Sharing.NONE).memory();
        Set<Var> leaked = regions(function, memory);
        Set<Integer> parameters = new TreeSet<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            Var parameter = function.parameters().get(i);
            if (Memory.isArray(parameter.type())) {
                Var region = memory.region(parameter);
                if (memory.isElsewhere(region) || leaked.contains(region)) {
                    parameters.add(i);
                }
            }
        }
        return parameters;
    }

    /** The regions of a function whose arrays leak. */
    Set<Var> regions(Function function, Memory memory) {
        Set<Var> leaked = new HashSet<>();
        for (Stmt statement : Walk.all(function.body())) {
            if (statement instanceof Stmt.Declare s && s.value() != null) {
                assigned(s.variable(), s.value(), memory, leaked);
            } else if (statement instanceof Stmt.Assign s) {
                assigned(s.variable(), s.value(), memory, leaked);
            }
            for (Expr expression : Walk.own(statement)) {
                expression(expression, memory, leaked);
            }
        }
        if (function.result() != null) {
            expression(function.result(), memory, leaked);
        }
        return leaked;
    }

    /** {@code Object o = array}. */
    private static void assigned(Var variable, Expr value, Memory memory, Set<Var> leaked) {
        if (!Memory.isArray(variable.type())) {
            leak(value, memory, leaked);
        }
    }

    private static void leak(Expr e, Memory memory, Set<Var> leaked) {
        Var region = memory.region(e);
        if (region != null) {
            leaked.add(region);
        }
    }

    private void expression(Expr e, Memory memory, Set<Var> leaked) {
        List<Expr> operands = Walk.operands(e);
        if (e instanceof Expr.Call call) {
            Set<Integer> indices = of(call.function());
            for (int i = 0; i < operands.size(); i++) {
                if (indices == null || indices.contains(i)) {
                    leak(operands.get(i), memory, leaked);
                }
            }
        } else if (e instanceof Expr.Build || e instanceof Expr.Apply apply && !isHarmless(apply.primitive())) {
            for (Expr operand : operands) {
                leak(operand, memory, leaked);
            }
        }
        for (Expr operand : operands) {
            expression(operand, memory, leaked);
        }
    }

    /** Whether arrays that go in are only looked at, or come out as arrays that are known to be them. */
    private static boolean isHarmless(Primitive primitive) {
        return switch (primitive.form()) {
            case PREFIX, INFIX, INDEX, INSTANCE_OF, NEW_ARRAY, ARRAY_LITERAL, STATIC_FIELD, FIELD -> true;
            case CAST, CONVERSION -> primitive.result() instanceof Type.Array;
            case METHOD, STATIC_METHOD ->
                ArrayOperation.of(primitive) != ArrayOperation.NONE || ArrayOperation.onlyReads(primitive);
            case NEW, FUNCTION -> false;
        };
    }
}
