package dev.jacobi.processor.transform;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A function's results summed, each weighted with a seed: {@code Σ seedᵢ·yᵢ}, whose gradient is the function's
 * vector-Jacobian product.
 */
public final class Weighting {

    private Weighting() {}

    /**
     * @param parameters those of the function, with the seeds behind them
     * @param number what the sum is computed in
     */
    public static Function of(
            Function function, FunctionName.Weighted name, List<Type.Component> parameters, Type number) {
        Expr result = Objects.requireNonNull(function.result());
        NameSupply names = NameSupply.after(function);
        List<Var> all = new ArrayList<>(function.parameters());
        for (Type.Component seed : parameters.subList(all.size(), parameters.size())) {
            all.add(new Var(names.fresh(seed.name()), seed.type()));
        }
        List<Stmt> body = new ArrayList<>(function.body());
        Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, result.span());
        List<Var> seeds = all.subList(function.parameters().size(), all.size());
        Expr sum = sum(result, seeds, number, new Sums(names, note, body));
        return new Function(name, all, function.reserved(), body, sum, number);
    }

    private static Expr sum(Expr result, List<Var> seeds, Type number, Sums sums) {
        List<Expr> parts = new ArrayList<>();
        for (Expr part : Leaves.of(result)) {
            if (part.type().carriesDerivative()) {
                parts.add(part);
            }
        }
        Span span = result.span();
        if (number instanceof Type.Tensor) {
            return product(parts.get(0), new Expr.Ref(seeds.get(0), span));
        }
        Expr sum = Arithmetic.number(0, number, span);
        for (int i = 0; i < parts.size(); i++) {
            Expr product = sums.inner(parts.get(i), new Expr.Ref(seeds.get(i), span), number);
            sum = i == 0 ? product : Arithmetic.plus(sum, product);
        }
        return sum;
    }

    private static Expr product(Expr value, Expr seed) {
        Expr product = method("mul", List.of(value, seed));
        return method("sum", List.of(product));
    }

    private static Expr method(String name, List<Expr> operands) {
        List<Type> types = new ArrayList<>();
        operands.forEach(o -> types.add(o.type()));
        String parameters = operands.size() == 1 ? "" : "dev.jacobi.tensor.Tensor";
        Type tensor = operands.get(0).type();
        Primitive primitive = new Primitive(
                Primitive.Form.METHOD,
                tensor,
                name,
                types,
                tensor,
                true,
                "dev.jacobi.tensor.Tensor." + name + "(" + parameters + ")");
        return new Expr.Apply(primitive, operands, operands.get(0).span());
    }
}
