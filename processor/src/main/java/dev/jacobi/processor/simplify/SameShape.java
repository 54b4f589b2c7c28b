package dev.jacobi.processor.simplify;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.rules.TensorShapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tensors that have the same shape and type by construction, such as x and x.exp(): between them the adjoint of
 * broadcasting ({@code sumTo}) and its tangent ({@code expandTo}) do nothing, and go. Where they stay, they take the
 * shape from a parameter that has it. What is left of the forward sweep need not keep tensors for their shapes then.
 */
final class SameShape extends Rewriter {

    /** The variable whose shape a variable shares; itself where nothing is known. */
    private final Map<Var, Var> representative;

    /** Variables that change hold tensors of any shape. */
    private final Set<Var> assigned = new HashSet<>();

    /** Tensors that are there from beginning to end. */
    private final Set<Var> parameters;

    private SameShape(Map<Var, Var> representative, Set<Var> parameters) {
        this.representative = representative;
        this.parameters = parameters;
    }

    /** Follows statements, and drops what they show to be idle. */
    static SameShape of(Function function) {
        return new SameShape(new HashMap<>(), Set.copyOf(function.parameters()));
    }

    void learn(Var variable, Expr value) {
        Var shape = shapeOf(value);
        if (shape != null) {
            representative.put(variable, shape);
        }
    }

    List<Stmt> follow(List<Stmt> body) {
        assigned.addAll(Walk.assigns(body));
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            if (!Walk.blocks(statement).isEmpty()) {
                assigned.addAll(Walk.assigns(List.of(statement)));
                out.add(Walk.withBlocks(statement, this::follow));
                continue;
            }
            Stmt simpler = statement.note().role() == Stmt.Role.PRIMAL ? statement : statement.match(this);
            if (simpler instanceof Stmt.Declare s
                    && s.value() != null
                    && s.variable().type() instanceof Type.Tensor
                    && !assigned.contains(s.variable())) {
                learn(s.variable(), s.value());
            }
            out.add(simpler);
        }
        return out;
    }

    @Override
    public Expr apply(Expr.Apply e) {
        Expr rewritten = super.apply(e);
        if (rewritten instanceof Expr.Apply apply && TensorShapes.fitsTo(apply.primitive())) {
            Var own = shapeOf(apply.operands().get(0));
            Var wanted = shapeOf(apply.operands().get(1));
            if (own != null && own.equals(wanted)) {
                return apply.operands().get(0);
            }
            return wanted != null && parameters.contains(wanted) ? like(apply, wanted) : apply;
        }
        return rewritten;
    }

    private static Expr like(Expr.Apply e, Var wanted) {
        Expr shape = new Expr.Ref(wanted, e.operands().get(1).span());
        return new Expr.Apply(e.primitive(), List.of(e.operands().get(0), shape), e.span());
    }

    /** The variable that stands for the shape and type of an expression, or null. */
    private @org.jspecify.annotations.Nullable Var shapeOf(Expr e) {
        if (e instanceof Expr.Ref ref) {
            return assigned.contains(ref.variable())
                    ? null
                    : representative.getOrDefault(ref.variable(), ref.variable());
        }
        if (!(e instanceof Expr.Apply apply) || !(e.type() instanceof Type.Tensor)) {
            return null;
        }
        Primitive primitive = apply.primitive();
        if (TensorShapes.fitsTo(primitive)) {
            return shapeOf(apply.operands().get(1));
        }
        if (!TensorShapes.isElementwise(primitive)) {
            return null;
        }
        Var shape = shapeOf(apply.operands().get(0));
        for (Expr operand : apply.operands()) {
            if (operand.type() instanceof Type.Tensor && (shape == null || !shape.equals(shapeOf(operand)))) {
                return null;
            }
        }
        return shape;
    }
}
