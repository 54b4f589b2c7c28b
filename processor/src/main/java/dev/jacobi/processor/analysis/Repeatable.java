package dev.jacobi.processor.analysis;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether the iterations of loops can be computed more than once: nothing in them may do something that counts how
 * often it is done, or give something else the second time. What they write to variables and arrays is no obstacle,
 * since these are put back.
 */
public final class Repeatable {

    private final Stmt.Loop loop;
    private final Memory memory;
    private final Obstacles obstacles;
    private final List<Problem> problems;

    /** The regions of arrays that are there before the loop. */
    private final Set<Var> outside;

    /** The variables of arrays that each iteration makes for itself. */
    private final Set<Var> made;

    private Repeatable(Stmt.Loop loop, Memory memory, Obstacles obstacles, List<Problem> problems) {
        this.loop = loop;
        this.memory = memory;
        this.obstacles = obstacles;
        this.problems = problems;
        this.outside = outside();
        this.made = OwnArrays.of(loop.body());
    }

    /** What stands in the way in the loops that are to be computed again. */
    public static List<Problem> check(Function function, Memory memory, CallGraph calls, CallGraph.Bodies bodies) {
        List<Problem> problems = new ArrayList<>();
        for (Stmt statement : Walk.all(function.body())) {
            if (statement instanceof Stmt.Loop loop && loop.wish() instanceof Stmt.Checkpointed) {
                new Repeatable(loop, memory, Obstacles.later(calls, bodies), problems).run();
            }
        }
        return problems;
    }

    /** The condition isn't asked again: how many iterations there were is known then. */
    private void run() {
        for (Stmt statement : Obstacles.repeated(loop.body())) {
            Walk.own(statement).forEach(this::expression);
            if (statement instanceof Stmt.Store s && Memory.isArray(s.value().type())) {
                rows(s.array(), s.note().span());
            }
            Walk.own(statement).forEach(this::moves);
        }
    }

    private Set<Var> outside() {
        Set<Var> own = new HashSet<>(Walk.declares(loop.body()));
        Set<Var> regions = new HashSet<>();
        Set<Var> mentioned = Walk.reads(loop.body());
        mentioned.addAll(Walk.assigns(loop.body()));
        for (Var variable : mentioned) {
            if (Memory.isArray(variable.type()) && !own.contains(variable)) {
                regions.add(memory.region(variable));
            }
        }
        return regions;
    }

    /** Rows that change places take their shadows with them, which are not put back. */
    private void rows(Expr array, Span where) {
        Var region = memory.region(array);
        boolean own = array instanceof Expr.Ref ref && made.contains(ref.variable());
        if (region != null && outside.contains(region) && !own) {
            add(where, "rows of an array from outside are put in other places", "copy the numbers of the rows instead");
        }
    }

    private void moves(Expr e) {
        Walk.operands(e).forEach(this::moves);
        List<Expr> moved = e instanceof Expr.Call call
                ? memory.movedBy(call)
                : e instanceof Expr.Apply apply ? filled(apply) : List.of();
        for (Expr array : moved) {
            if (array.type() instanceof Type.Array type && Memory.isArray(type.element())) {
                rows(array, e.span());
            }
        }
    }

    private static List<Expr> filled(Expr.Apply apply) {
        return switch (ArrayOperation.of(apply.primitive())) {
            case COPY_INTO -> List.of(apply.operands().get(2));
            case FILL, FILL_RANGE -> List.of(apply.operands().get(0));
            case NEW, LIKE, LITERAL, CLONE, COPY, SORT, MOVE_SORTED, OF_TENSOR, NONE -> List.of();
        };
    }

    private void expression(Expr e) {
        Obstacles.Obstacle obstacle = obstacles.of(e);
        if (obstacle == null) {
            Walk.operands(e).forEach(this::expression);
        } else {
            add(e.span(), obstacle.what(), obstacle.instead());
        }
    }

    private void add(Span where, String what, String instead) {
        Problem problem = Problem.of(Kind.REPEATED, where, what, instead);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }
}
