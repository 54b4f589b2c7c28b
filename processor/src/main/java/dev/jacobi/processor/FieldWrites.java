package dev.jacobi.processor;

import dev.jacobi.processor.analysis.CallGraph;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.frontend.Functions;
import dev.jacobi.processor.frontend.Subject;
import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a method, or one that it calls, writes to an array that it was not given. That may be one of its arguments as
 * well, whose derivative would then be lost.
 */
final class FieldWrites {

    private final Functions functions;
    private final CallGraph calls;

    /** The parameters that are differentiated by, one for each kind of number in arrays. */
    private final Map<Type, String> parameters = new HashMap<>();

    private final Set<List<Object>> seen = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private FieldWrites(Functions functions, CallGraph calls) {
        this.functions = functions;
        this.calls = calls;
    }

    static List<Problem> check(Subject subject, Functions functions, CallGraph calls) {
        FieldWrites writes = new FieldWrites(functions, calls);
        Function function = functions.read(subject.name()).function();
        if (function == null) {
            return List.of();
        }
        for (int i : subject.wrt()) {
            Var parameter = function.parameters().get(i);
            if (Memory.isArray(parameter.type())) {
                writes.parameters.putIfAbsent(parameter.type().innermost(), parameter.name());
            }
        }
        if (!writes.parameters.isEmpty()) {
            writes.visit(subject.name(), Set.of());
        }
        return writes.problems;
    }

    /** @param given the parameters in which a function is handed such arrays */
    private void visit(FunctionName.Primal name, Set<Integer> given) {
        Function function =
                seen.add(List.of(name, given)) ? functions.read(name).function() : null;
        if (function == null) {
            return;
        }
        Memory memory = calls.dependence(function, Sharing.NONE).memory();
        Set<Var> foreign = new HashSet<>();
        for (int i : given) {
            Var region = memory.region(function.parameters().get(i));
            if (region != null) {
                foreign.add(region);
            }
        }
        for (Stmt statement : Walk.all(function.body())) {
            if (statement instanceof Stmt.Store store) {
                write(store.array(), store.array().span(), memory, foreign);
            }
            Walk.own(statement).forEach(e -> expression(e, memory, foreign));
        }
        if (function.result() != null) {
            expression(function.result(), memory, foreign);
        }
    }

    private void expression(Expr e, Memory memory, Set<Var> foreign) {
        if (e instanceof Expr.Apply apply) {
            Expr written = written(apply);
            if (written != null) {
                write(written, apply.span(), memory, foreign);
            }
        }
        if (e instanceof Expr.Call call && call.function() instanceof FunctionName.Primal callee) {
            Set<Integer> given = new TreeSet<>();
            for (int i = 0; i < call.arguments().size(); i++) {
                if (isForeign(call.arguments().get(i), memory, foreign)) {
                    given.add(i);
                }
            }
            visit(callee, given);
        }
        Walk.operands(e).forEach(operand -> expression(operand, memory, foreign));
    }

    private static @Nullable Expr written(Expr.Apply apply) {
        return switch (ArrayOperation.of(apply.primitive())) {
            case COPY_INTO -> apply.operands().get(2);
            case FILL, FILL_RANGE, SORT -> apply.operands().get(0);
            case NEW, LIKE, LITERAL, CLONE, COPY, MOVE_SORTED, OF_TENSOR, NONE -> null;
        };
    }

    private void write(Expr array, Span span, Memory memory, Set<Var> foreign) {
        String parameter = parameters.get(array.type().innermost());
        if (parameter != null && isForeign(array, memory, foreign)) {
            problems.add(Problem.of(
                    Kind.UNSUPPORTED,
                    span,
                    "writing to an array that the method was not given, and that may be " + parameter + " as well,",
                    "write to an array that is made in the method, or handed in as a parameter"));
        }
    }

    private static boolean isForeign(Expr array, Memory memory, Set<Var> foreign) {
        Var region = Memory.isArray(array.type()) ? memory.region(array) : null;
        return region != null && (memory.isElsewhere(region) || foreign.contains(region));
    }
}
