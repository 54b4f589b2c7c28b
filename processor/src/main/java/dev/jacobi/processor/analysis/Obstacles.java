package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Reachability;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why something can't be computed again with the same result and without anybody noticing. The code of called methods
 * is looked into, of those too that are called as they are since no derivative goes through them.
 */
final class Obstacles {

    /** In words, with what to write instead. */
    record Obstacle(String what, String instead) {
        Obstacle in(FunctionName function) {
            return new Obstacle("in " + function.primal().method() + " " + what, instead);
        }
    }

    private static final Obstacle ITERATOR = new Obstacle(
            "an iterator gives another element the next time",
            "put what the collection holds into an array before the loop, and loop over that");

    /** Whether others may have changed arrays by the time that it is computed again. */
    private enum When {
        LATER,
        AT_ONCE
    }

    private final CallGraph calls;
    private final CallGraph.Bodies bodies;
    private final When when;

    private Obstacles(CallGraph calls, CallGraph.Bodies bodies, When when) {
        this.calls = calls;
        this.bodies = bodies;
        this.when = when;
    }

    /** What stands in the way of computing something again when other code has run. */
    static Obstacles later(CallGraph calls, CallGraph.Bodies bodies) {
        return new Obstacles(calls, bodies, When.LATER);
    }

    /** The same while arrays that others have are as they were. */
    static Obstacles atOnce(CallGraph calls, CallGraph.Bodies bodies) {
        return new Obstacles(calls, bodies, When.AT_ONCE);
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

    /** What stands in the way of calling a function; null where nothing does. What it writes to arrays is none. */
    @Nullable
    Obstacle of(FunctionName name) {
        return called(name, new HashSet<>());
    }

    /** Whether a function neither writes to arrays that it is given nor gives one of them back. */
    boolean leavesArguments(FunctionName name) {
        Summary summary = calls.summary(name, Sharing.NONE);
        return summary.writes().isEmpty()
                && summary.movesRows().isEmpty()
                && summary.resultIs().isEmpty();
    }

    private @Nullable Obstacle of(Expr e, Set<FunctionName> seen) {
        if (e instanceof Expr.Call call) {
            return called(call.function(), seen);
        }
        return e instanceof Expr.Apply apply ? applied(apply.primitive(), seen) : null;
    }

    private @Nullable Obstacle applied(Primitive primitive, Set<FunctionName> seen) {
        boolean known = ArrayOperation.of(primitive) != ArrayOperation.NONE
                || ArrayOperation.onlyReads(primitive)
                || primitive.owner() instanceof Type.Library; // checks
        boolean array = when == When.LATER && Memory.isArray(primitive.result());
        return switch (primitive.form()) {
            case FIELD, STATIC_FIELD -> array || !primitive.pure() ? field(primitive) : null;
            case METHOD, STATIC_METHOD -> {
                if (known && !draws(primitive)) {
                    yield null;
                }
                if (primitive.signature().startsWith("java.util.Iterator.")) {
                    yield ITERATOR;
                }
                yield primitive.pure() ? array ? outside(primitive) : null : method(primitive, seen);
            }
            case NEW -> primitive.pure() ? null : unknown("the constructor of " + primitive.owner());
            case PREFIX, INFIX, CAST, CONVERSION, INDEX, NEW_ARRAY, ARRAY_LITERAL, INSTANCE_OF, FUNCTION -> null;
        };
    }

    /** Whether it takes numbers from a generator, which gives others the next time. */
    private static boolean draws(Primitive primitive) {
        return primitive.signature().contains("java.util.random.RandomGenerator");
    }

    /**
     * A method that is called as it is: others don't see what it does to arrays that it is given, or where its own are.
     */
    private @Nullable Obstacle method(Primitive primitive, Set<FunctionName> seen) {
        FunctionName.Primal source = primitive.source();
        if (source == null
                || Memory.isArray(primitive.result())
                || bodies.looked(source) == null
                || !leavesArguments(source)) {
            return unknown(primitive.name());
        }
        return called(source, seen);
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
        if (name instanceof FunctionName.FixedPoint point) {
            return called(point.of(), seen);
        }
        Function function = bodies.looked(name);
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
