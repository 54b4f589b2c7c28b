package dev.jacobi.processor.fuse;

import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.rules.TensorShapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tensors are supposed to have one shape. It is a guess: operands of one operation are taken to be alike, but
 * that a parameter stretches to what a product of matrices gave (a bias), a reduction and a tensor that was given a
 * dimension to anything, and a column and a row to a matrix. Loops that rest on the guess look at run time whether it
 * holds.
 */
final class ShapeClasses {

    /** What gives way when two classes meet in one operation: the lower one stretches. */
    private enum Rank {
        REDUCED,
        GIVEN,
        MADE
    }

    private static final Set<String> REDUCTIONS = Set.of(
            "sum", "mean", "max", "min", "amax", "amin", "prod", "norm", "logsumexp", "var", "std", "dot", "trace");

    private static final Set<String> LIKE_THE_SECOND = Set.of("sumTo", "expandTo", "expandAlong", "reshapeAs");

    private final List<Integer> parents = new ArrayList<>();
    private final List<Rank> ranks = new ArrayList<>();
    private final Map<Var, Integer> variables = new HashMap<>();
    private final IdentityHashMap<Expr, Integer> expressions = new IdentityHashMap<>();

    /** Of some classes of lowest rank, a dimension of length 1. */
    private final Map<Integer, Integer> axes = new HashMap<>();

    /** Of the lowest rank, what a reduction left that took a dimension away: rows, if they meet a column. */
    private final Set<Integer> rows = new HashSet<>();

    /** What a column and a row stretch to. */
    private final Map<Set<Integer>, Integer> products = new HashMap<>();

    /** Learns from statements, nested ones included. */
    void follow(List<Stmt> body) {
        for (Stmt statement : Walk.all(body)) {
            if (statement instanceof Stmt.Declare s && s.value() != null) {
                learn(s.variable(), s.value());
            } else if (statement instanceof Stmt.Assign s) {
                learn(s.variable(), s.value());
            } else if (statement instanceof Stmt.Increment s) {
                learn(s.variable(), s.value());
            }
        }
    }

    /** Learns that a variable has the shape of a value. */
    void learn(Var variable, Expr value) {
        if (!Elementwise.isTensor(value)) {
            return;
        }
        int of = of(value);
        Integer known = variables.get(variable);
        if (known == null) {
            variables.put(variable, of);
        } else {
            union(known, of);
        }
    }

    /** Learns that a variable's shape is one that others stretch to. */
    void made(Var variable) {
        variables.put(variable, fresh(Rank.MADE));
    }

    /** The class of a variable's shape. */
    int of(Var variable) {
        Integer known = variables.get(variable);
        if (known == null) {
            known = fresh(Rank.GIVEN);
            variables.put(variable, known);
        }
        return find(known);
    }

    /** The class of an expression's shape. */
    int of(Expr e) {
        Integer known = expressions.get(e);
        if (known == null) {
            known = e instanceof Expr.Ref ref ? of(ref.variable()) : made(e);
            expressions.put(e, known);
        }
        return find(known);
    }

    /** The class that a class is part of by now. */
    int now(int shape) {
        return find(shape);
    }

    private int made(Expr e) {
        if (e instanceof Expr.Apply apply && Elementwise.isUniform(apply)) {
            return of(apply.operands().get(0));
        }
        if (e instanceof Expr.Apply apply && Elementwise.isWhere(apply)) {
            List<Expr> compared = new ArrayList<>();
            tensors(apply, compared);
            return compared.isEmpty() ? fresh(Rank.MADE) : together(compared);
        }
        if (!(e instanceof Expr.Apply apply) || !Elementwise.isMethod(apply)) {
            return fresh(Rank.MADE);
        }
        String name = apply.primitive().name();
        Integer axis = stretchable(apply);
        if (axis != null) {
            int shape = fresh(Rank.REDUCED);
            axes.put(shape, axis);
            return shape;
        }
        if (LIKE_THE_SECOND.contains(name)) {
            return of(apply.operands().get(1));
        }
        if (REDUCTIONS.contains(name)) {
            int shape = fresh(Rank.REDUCED);
            if (apply.operands().size() == 2) {
                rows.add(shape);
            }
            return shape;
        }
        if (TensorShapes.isElementwise(apply.primitive())) {
            return together(
                    apply.operands().stream().filter(Elementwise::isTensor).toList());
        }
        return Elementwise.isMasked(apply) ? of(apply.operands().get(0)) : fresh(Rank.MADE);
    }

    /** The dimension that surely has length 1, as it is added or kept; null if none is. */
    private static @Nullable Integer stretchable(Expr.Apply e) {
        boolean adds = e.primitive().name().equals("unsqueeze");
        boolean keeps = REDUCTIONS.contains(e.primitive().name())
                && e.operands().size() == 3
                && e.operands().get(2) instanceof Expr.Literal keep
                && keep.text().equals("true");
        OptionalDouble axis = adds || keeps ? Arithmetic.constant(e.operands().get(1)) : OptionalDouble.empty();
        return axis.isPresent() ? (int) axis.getAsDouble() : null;
    }

    private static void tensors(Expr e, List<Expr> found) {
        for (Expr operand : Walk.operands(e)) {
            if (Elementwise.isTensor(operand)) {
                found.add(operand);
            } else {
                tensors(operand, found);
            }
        }
    }

    private int together(List<Expr> tensors) {
        int shape = of(tensors.get(0));
        for (Expr tensor : tensors.subList(1, tensors.size())) {
            shape = meet(shape, of(tensor));
        }
        return shape;
    }

    private int meet(int a, int b) {
        int order = rank(a).compareTo(rank(b));
        if (order == 0 && isProduct(find(a), find(b))) {
            Set<Integer> both = Set.of(find(a), find(b));
            return find(products.computeIfAbsent(both, key -> fresh(Rank.MADE)));
        }
        return order > 0 ? a : order < 0 ? b : union(a, b);
    }

    /** Whether two are like a column and a row: of which one has length 1 where the other hasn't, and the reverse. */
    private boolean isProduct(int a, int b) {
        Integer first = axes.get(a);
        Integer second = axes.get(b);
        if (first != null && second != null) {
            return !first.equals(second);
        }
        return first != null && first != 0 && rows.contains(b) || second != null && second != 0 && rows.contains(a);
    }

    private Rank rank(int shape) {
        return Objects.requireNonNull(ranks.get(find(shape)));
    }

    private int fresh(Rank rank) {
        parents.add(parents.size());
        ranks.add(rank);
        return parents.size() - 1;
    }

    private int find(int shape) {
        int root = shape;
        while (parents.get(root) != root) {
            root = parents.get(root);
        }
        parents.set(shape, root);
        return root;
    }

    private int union(int a, int b) {
        int first = find(a);
        int second = find(b);
        if (first == second) {
            return first;
        }
        int high = ranks.get(first).compareTo(ranks.get(second)) >= 0 ? first : second;
        parents.set(high == first ? second : first, high);
        Integer axis = axes.get(high == first ? second : first);
        if (rank(high) == Rank.REDUCED && (rows.contains(first) || rows.contains(second))) {
            rows.add(high);
        }
        if (axis != null && rank(high) == Rank.REDUCED) {
            axes.putIfAbsent(high, axis);
        }
        return high;
    }
}
