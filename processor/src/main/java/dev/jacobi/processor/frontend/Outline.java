package dev.jacobi.processor.frontend;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * As much of a method as could be read, even where something in it can't be.
 *
 * @param whole the function, if all could be read: generated code can't have it where it names private fields
 * @param calls the calls of functions that take and give what carries derivatives
 */
public record Outline(@Nullable Function whole, List<Var> parameters, List<Stmt> body, List<Expr.Call> calls) {

    static final Outline NONE = new Outline(null, List.of(), List.of(), List.of());

    public Outline {
        parameters = List.copyOf(parameters);
        body = List.copyOf(body);
        calls = List.copyOf(calls);
    }

    /** The variables that are sure to be given something that depends on parameters by way of derivatives. */
    public Set<Var> reached(SortedSet<Integer> active) {
        Set<Var> reached = new HashSet<>();
        active.stream().filter(i -> i < parameters.size()).forEach(i -> reached.add(parameters.get(i)));
        int before = -1;
        while (before != reached.size()) {
            before = reached.size();
            Walk.all(body).forEach(statement -> follow(statement, reached));
        }
        return reached;
    }

    /** The arguments of a call that something flows into. */
    public static SortedSet<Integer> arguments(Expr.Call call, Set<Var> reached) {
        SortedSet<Integer> arguments = new TreeSet<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            if (flows(call.arguments().get(i), reached)) {
                arguments.add(i);
            }
        }
        return arguments;
    }

    private static void follow(Stmt statement, Set<Var> reached) {
        if (statement instanceof Stmt.Declare s && s.value() != null && flows(s.value(), reached)) {
            reached.add(s.variable());
        } else if (statement instanceof Stmt.Assign s && flows(s.value(), reached)) {
            reached.add(s.variable());
        } else if (statement instanceof Stmt.Store s && flows(s.value(), reached)) {
            reached.addAll(Walk.reads(s.array()));
        }
        for (Expr.Call call : Walk.calls(List.of(statement))) {
            if (!arguments(call, reached).isEmpty()) {
                call.arguments().stream()
                        .filter(argument -> argument.type() instanceof Type.Array)
                        .forEach(array -> reached.addAll(Walk.reads(array)));
            }
        }
    }

    private static boolean flows(Expr e, Set<Var> reached) {
        if (!e.type().carriesDerivative() || isConstant(e)) {
            return false;
        }
        return e instanceof Expr.Ref ref
                ? reached.contains(ref.variable())
                : Walk.operands(e).stream().anyMatch(operand -> flows(operand, reached));
    }

    private static boolean isConstant(Expr e) {
        return e instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.CONVERSION
                && apply.primitive().name().equals(Primitive.CONSTANT);
    }
}
