package dev.jacobi.processor.fuse;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts statements into units. What a loop makes of all elements it can't read itself; but a seed that such a total is
 * given, or a quotient of one and the number of elements, has the total's type and shape whatever the total is, so that
 * the loop which makes it can go on with them.
 */
final class Grouping {

    private final ShapeClasses shapes;
    private final Form form;
    private final Units units = new Units();
    private final Set<Var> totals = new HashSet<>();

    /** Those that aren't single numbers. */
    private final Set<Var> ofRows = new HashSet<>();

    /** Single numbers in the loops of the totals that they are shaped like. */
    private final Set<Var> uniform = new HashSet<>();

    /** Variables that get another value later on. */
    private final Set<Var> changing;

    Grouping(ShapeClasses shapes, Form form) {
        this.shapes = shapes;
        this.form = form;
        this.changing = new HashSet<>(Walk.assigns(form.statements()));
    }

    Set<Var> uniform() {
        return uniform;
    }

    List<Units.Unit> ordered() {
        return units.ordered();
    }

    void add(Stmt statement) {
        Expr value = Walk.own(statement).get(0);
        if (statement instanceof Stmt.Declare s && !changing.contains(s.variable()) && isBeside(s, value)) {
            uniform.add(s.variable());
            return;
        }
        FusedLoop.Total total = Elementwise.total(value);
        if (total != null && !(statement instanceof Stmt.Increment)) {
            int shape = shapes.of(Walk.operands(value).get(0));
            units.total(statement, shape, outside(statement, shape), total);
            totals.addAll(Units.writes(statement));
            if (!total.isWhole()) {
                ofRows.addAll(Units.writes(statement));
            }
        } else if (form.isFusible(value) || isSum(statement)) {
            int shape = shapes.of(value);
            units.fusible(statement, shape, outside(statement, shape));
            totals.removeAll(Units.writes(statement));
        } else {
            units.alone(statement);
            totals.removeAll(Units.writes(statement));
        }
    }

    private static boolean isSum(Stmt statement) {
        return statement instanceof Stmt.Increment s && Elementwise.isTensor(s.value());
    }

    private boolean isBeside(Stmt.Declare statement, Expr value) {
        Var total = base(value);
        Integer shape = total == null ? null : shape(total);
        return total != null
                && shape != null
                && units.beside(total, statement, LoopBuilder.outside(statement, shapes, shape));
    }

    /** The total that a value is shaped like, or what is; null if it isn't made of such alone. */
    private @Nullable Var base(Expr value) {
        if (!(value instanceof Expr.Apply e)) {
            return null;
        }
        if (Elementwise.isUniform(e)) {
            return e.operands().get(0) instanceof Expr.Ref ref
                            && totals.contains(ref.variable())
                            && !ofRows.contains(ref.variable())
                    ? ref.variable()
                    : null;
        }
        return Elementwise.text(e) == null ? null : common(e);
    }

    private @Nullable Var common(Expr.Apply e) {
        Var common = null;
        for (Expr operand : e.operands()) {
            if (Elementwise.isTensor(operand)) {
                Var base = operand instanceof Expr.Ref ref
                        ? uniform.contains(ref.variable()) ? ref.variable() : null
                        : base(operand);
                Integer shape = base == null ? null : shape(base);
                if (shape == null || common != null && !shape.equals(shape(common))) {
                    return null;
                }
                common = base;
            }
        }
        return common;
    }

    private @Nullable Integer shape(Var variable) {
        Integer shape = units.shape(variable);
        return shape == null ? null : shapes.now(shape);
    }

    /** What a statement of a loop must not read from the same loop. */
    private Set<Var> outside(Stmt statement, int shape) {
        Set<Var> outside = LoopBuilder.outside(statement, shapes, shape);
        for (Var read : Walk.reads(List.of(statement))) {
            if (totals.contains(read)) {
                outside.add(read);
            }
        }
        return outside;
    }
}
