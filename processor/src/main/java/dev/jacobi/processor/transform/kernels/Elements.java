package dev.jacobi.processor.transform.kernels;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Structure;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.transform.adjoint.ArrayClasses;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which steps of a loop's body meet in elements of arrays. */
final class Elements {

    /** Where two steps meet, of which one at least writes. */
    enum Meeting {
        NOTHING,
        /** Both touch the iteration's own element. */
        SAME_ITERATION,
        /** One iteration may touch what another does. */
        ANY_ITERATION
    }

    /**
     * @param arrays their classes
     * @param given whether a caller may know one by another name, such as that of a static field
     * @param outside whether one may have such a name
     */
    private record Touch(Set<Var> arrays, boolean given, boolean outside, Expr index, boolean writes) {

        boolean meets(Touch other) {
            boolean same = !Collections.disjoint(arrays, other.arrays);
            return (writes || other.writes) && (same || given && other.outside || outside && other.given);
        }
    }

    private final ArrayClasses classes;

    /** The classes of the method's parameters. */
    private final Set<Var> given;

    private final Var counter;
    private final Set<Var> changing;
    private final List<List<Touch>> touches = new ArrayList<>();

    Elements(Steps steps, Var counter, ArrayClasses classes, Set<Var> given) {
        this.classes = classes;
        this.given = given;
        this.counter = counter;
        this.changing = new HashSet<>(Walk.declares(steps.statements()));
        changing.addAll(Walk.assigns(steps.statements()));
        for (Stmt step : steps.statements()) {
            List<Touch> all = new ArrayList<>();
            Walk.all(List.of(step)).forEach(s -> statement(s, all));
            touches.add(all);
        }
    }

    Meeting between(int first, int second) {
        Meeting most = Meeting.NOTHING;
        for (Touch a : touches.get(first)) {
            for (Touch b : touches.get(second)) {
                if (a.meets(b)) {
                    if (!Structure.same(a.index(), b.index()) || !isOwn(a.index())) {
                        return Meeting.ANY_ITERATION;
                    }
                    most = Meeting.SAME_ITERATION;
                }
            }
        }
        return most;
    }

    /** Whether every iteration has another value: {@code i}, {@code n + i}, {@code i - 1}. */
    private boolean isOwn(Expr index) {
        if (index instanceof Expr.Ref ref) {
            return ref.variable().equals(counter);
        }
        if (!(index instanceof Expr.Apply apply)
                || apply.primitive().form() != Primitive.Form.INFIX
                || apply.type() != Type.Scalar.INT) {
            return false;
        }
        Expr left = apply.operands().get(0);
        Expr right = apply.operands().get(1);
        return switch (apply.primitive().name()) {
            case "+" -> isOwn(left) && isFixed(right) || isFixed(left) && isOwn(right);
            case "-" -> isOwn(left) && isFixed(right) || isFixed(left) && isOwn(right);
            default -> false;
        };
    }

    /** Whether it is the same number in every iteration. */
    private boolean isFixed(Expr e) {
        boolean own = e instanceof Expr.Literal
                || e instanceof Expr.Ref ref && !ref.variable().equals(counter) && !changing.contains(ref.variable())
                || e instanceof Expr.Apply apply && isArithmetic(apply.primitive());
        return own && Walk.operands(e).stream().allMatch(this::isFixed);
    }

    private static boolean isArithmetic(Primitive primitive) {
        return primitive.form() == Primitive.Form.INFIX
                || primitive.form() == Primitive.Form.FIELD && primitive.name().equals("length");
    }

    private void statement(Stmt statement, List<Touch> all) {
        if (statement instanceof Stmt.Store s) {
            all.add(touch(s.array(), s.index(), true));
        } else if (statement instanceof Stmt.Accumulate s) {
            all.add(touch(s.array(), s.index(), true));
        }
        Walk.own(statement).forEach(e -> evaluated(e, all));
    }

    private void evaluated(Expr e, List<Touch> all) {
        if (e instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.INDEX
                && apply.type() instanceof Type.Scalar) {
            all.add(touch(apply.operands().get(0), apply.operands().get(1), false));
        }
        Walk.operands(e).forEach(operand -> evaluated(operand, all));
    }

    /** Whether a step writes to an array that an expression reads. */
    boolean mayChange(Expr e) {
        List<Touch> reads = new ArrayList<>();
        evaluated(e, reads);
        return touches.stream()
                .flatMap(List::stream)
                .anyMatch(write -> write.writes() && reads.stream().anyMatch(write::meets));
    }

    private Touch touch(Expr array, Expr index, boolean writes) {
        Set<Var> arrays = classes.of(array);
        boolean outside = arrays.contains(classes.of(ArrayClasses.ELSEWHERE));
        return new Touch(arrays, !Collections.disjoint(arrays, given), outside, index, writes);
    }
}
