package dev.jacobi.processor.rules;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Var;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The derivative of a primitive by each operand, as expressions that transforms put operands into. */
public interface Partials {

    /**
     * One entry per operand, null for an operand that no derivative flows through. A varargs operand has an entry for
     * each argument given.
     *
     * @return null where the primitive has no rule
     */
    @Nullable
    List<@Nullable Partial> of(Primitive primitive);

    /** The derivative by one operand. */
    sealed interface Partial {

        /** The variables of the template: operands in order, then the result. */
        Names names();

        /** ∂r/∂x of numbers. */
        record Factor(Names names, Expr factor) implements Partial {}

        /**
         * Tangent and adjoint of a tensor operation.
         *
         * @param jvp over the operands, the result and {@code dots}
         * @param dots the operands' tangents which {@code jvp} reads: this operand's own alone, or for varargs all
         * @param vjp over the operands, the result and {@code resultBar}
         */
        record Products(Names names, Expr jvp, List<Var> dots, Expr vjp, Var resultBar) implements Partial {}
    }

    /** The variables that stand for operands and result in a template. */
    record Names(List<Var> operands, Var result) {
        public Names {
            operands = List.copyOf(operands);
        }
    }
}
