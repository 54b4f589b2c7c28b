package dev.jacobi.processor.shapes;

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

/**
 * The arrays that stay as they were made: nothing is done with them but reading elements and handing them to operations
 * on tensors. Whatever else is done with one may write to it.
 */
final class SteadyArrays {

    private final Set<Var> changing = new HashSet<>();

    private SteadyArrays() {}

    static SteadyArrays of(Function function) {
        SteadyArrays arrays = new SteadyArrays();
        for (Stmt statement : Walk.all(function.body())) {
            for (Expr e : Walk.own(statement)) {
                arrays.use(e);
            }
        }
        if (function.result() != null) {
            arrays.use(function.result());
        }
        return arrays;
    }

    boolean has(Var variable) {
        return !changing.contains(variable);
    }

    private void use(Expr e) {
        if (e instanceof Expr.Ref ref && ref.type() instanceof Type.Array) {
            changing.add(ref.variable());
        }
        List<Expr> operands = Walk.operands(e);
        for (int i = 0; i < operands.size(); i++) {
            boolean read = operands.get(i) instanceof Expr.Ref && e instanceof Expr.Apply apply && onlyReads(apply);
            if (!read) {
                use(operands.get(i));
            }
        }
    }

    private static boolean onlyReads(Expr.Apply apply) {
        Primitive primitive = apply.primitive();
        boolean element = primitive.form() == Primitive.Form.INDEX && !(apply.type() instanceof Type.Array);
        boolean length =
                primitive.form() == Primitive.Form.FIELD && primitive.name().equals("length");
        return element || length || primitive.signature().startsWith("dev.jacobi.tensor.");
    }
}
