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

    private static final Type INT = Type.Scalar.INT;

    private final NameSupply names;
    private final Type number;
    private final Span span;
    private final Stmt.Note note;
    private final Var sum;

    private Weighting(NameSupply names, Type number, Span span) {
        this.names = names;
        this.number = number;
        this.span = span;
        this.note = new Stmt.Note(Stmt.Role.PRIMAL, span);
        this.sum = new Var(names.fresh("weighted"), number);
    }

    /**
     * @param parameters those of the function, with the seeds behind them
     * @param number what the sum is computed in
     */
    public static Function of(
            Function function, FunctionName.Weighted name, List<Type.Component> parameters, Type number) {
        Expr result = Objects.requireNonNull(function.result());
        NameSupply names = NameSupply.after(function);
        Weighting weighting = new Weighting(names, number, result.span());
        List<Var> all = new ArrayList<>(function.parameters());
        for (Type.Component seed : parameters.subList(all.size(), parameters.size())) {
            all.add(new Var(names.fresh(seed.name()), seed.type()));
        }
        List<Stmt> body = new ArrayList<>(function.body());
        Expr sum = weighting.sum(result, all.subList(function.parameters().size(), all.size()), body);
        return new Function(name, all, function.reserved(), body, sum, number);
    }

    private Expr sum(Expr result, List<Var> seeds, List<Stmt> out) {
        List<Expr> parts = new ArrayList<>();
        for (Expr part : Leaves.of(result)) {
            if (part.type().carriesDerivative()) {
                parts.add(part);
            }
        }
        if (number instanceof Type.Tensor) {
            return product(parts.get(0), new Expr.Ref(seeds.get(0), span));
        }
        out.add(new Stmt.Declare(sum, Arithmetic.number(0, number, span), note));
        for (int i = 0; i < parts.size(); i++) {
            add(parts.get(i), new Expr.Ref(seeds.get(i), span), out);
        }
        return new Expr.Ref(sum, span);
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

    private void add(Expr value, Expr seed, List<Stmt> out) {
        if (value.type() instanceof Type.Array) {
            elements(value, seed, out);
            return;
        }
        Expr product = Arithmetic.convert(Arithmetic.times(value, seed), number);
        Expr more =
                new Expr.Apply(Primitive.infix("+", number, number), List.of(new Expr.Ref(sum, span), product), span);
        out.add(new Stmt.Assign(sum, more, note));
    }

    /** {@code for (int i = 0; i < y.length; i++) { weighted += y[i] * seed[i]; }}. */
    private void elements(Expr value, Expr seed, List<Stmt> out) {
        Var index = new Var(names.fresh("i"), INT);
        Expr.Ref at = new Expr.Ref(index, span);
        List<Stmt> body = new ArrayList<>();
        add(element(value, at), element(seed, at), body);
        Expr length = new Expr.Apply(Primitive.length(value.type()), List.of(value), span);
        Expr more = new Expr.Apply(Primitive.infix("<", INT, Type.Scalar.BOOLEAN), List.of(at, length), span);
        Stmt.Counter counter = new Stmt.Counter(index, new Expr.Literal("0", INT, span), 1);
        out.add(new Stmt.Loop(names.fresh("weighing"), counter, more, body, note));
    }

    private static Expr element(Expr array, Expr.Ref at) {
        return new Expr.Apply(Primitive.index(array.type(), INT), List.of(array, at), array.span());
    }
}
