package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Reachability;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why an expression can't be evaluated again, later, with the same result and without anybody noticing. */
final class Obstacles {

    /** In words, with what to write instead. */
    record Obstacle(String what, String instead) {
        Obstacle in(FunctionName function) {
            return new Obstacle("in " + function.primal().method() + " " + what, instead);
        }
    }

    private final CallGraph.Bodies bodies;

    Obstacles(CallGraph.Bodies bodies) {
        this.bodies = bodies;
    }

    /** The statements that may run again: those of blocks that end with an exception don't, as nothing comes after. */
    static List<Stmt> repeated(List<Stmt> body) {
        List<Stmt> repeated = new ArrayList<>();
        if (Reachability.canComplete(body)) {
            for (Stmt statement : body) {
                repeated.add(statement);
                Walk.blocks(statement).forEach(block -> repeated.addAll(repeated(block)));
            }
        }
        return repeated;
    }

    /** What stands in the way of an expression, whatever its operands; null where nothing does. */
    @Nullable
    Obstacle of(Expr e) {
        return of(e, new HashSet<>());
    }

    private @Nullable Obstacle of(Expr e, Set<FunctionName> seen) {
        if (e instanceof Expr.Call call) {
            return called(call.function(), seen);
        }
        return e instanceof Expr.Apply apply ? applied(apply.primitive()) : null;
    }

    private static @Nullable Obstacle applied(Primitive primitive) {
        boolean known = ArrayOperation.of(primitive) != ArrayOperation.NONE
                || ArrayOperation.onlyReads(primitive)
                || primitive.owner() instanceof Type.Library; // checks
        boolean array = Memory.isArray(primitive.result());
        return switch (primitive.form()) {
            case FIELD, STATIC_FIELD -> array || !primitive.pure() ? field(primitive) : null;
            case METHOD, STATIC_METHOD -> {
                if (known) {
                    yield null;
                }
                yield primitive.pure() ? array ? outside(primitive) : null : unknown(primitive.name());
            }
            case NEW -> primitive.pure() ? null : unknown("the constructor of " + primitive.owner());
            case PREFIX, INFIX, CAST, CONVERSION, INDEX, NEW_ARRAY, ARRAY_LITERAL, INSTANCE_OF -> null;
        };
    }

    private static Obstacle field(Primitive primitive) {
        return new Obstacle(
                "the field " + primitive.name() + " may change until then",
                "put what it holds into a local variable before the loop");
    }

    private static Obstacle outside(Primitive primitive) {
        return new Obstacle(
                "the array that " + primitive.name() + " gives may change until then",
                "put it into a local variable before the loop");
    }

    private static Obstacle unknown(String name) {
        return new Obstacle(name + " may do something besides computing", "do it before or behind the loop");
    }

    private @Nullable Obstacle called(FunctionName name, Set<FunctionName> seen) {
        if (!seen.add(name) || name instanceof FunctionName.Ruled) {
            return null; // who gives a method a derivative says that it is a function
        }
        if (name instanceof FunctionName.Gradient gradient) {
            return called(gradient.of(), seen);
        }
        Function function = bodies.body(name);
        if (function == null) {
            return unknown(name.primal().method());
        }
        List<Expr> all = new ArrayList<>();
        repeated(function.body()).forEach(s -> all.addAll(Walk.own(s)));
        if (function.result() != null) {
            all.add(function.result());
        }
        for (Expr e : all) {
            Obstacle obstacle = inside(e, seen);
            if (obstacle != null) {
                return obstacle.in(name);
            }
        }
        return null;
    }

    private @Nullable Obstacle inside(Expr e, Set<FunctionName> seen) {
        Obstacle obstacle = of(e, seen);
        for (Expr operand : Walk.operands(e)) {
            obstacle = obstacle == null ? inside(operand, seen) : obstacle;
        }
        return obstacle;
    }
}
