package dev.jacobi.processor.fuse;

import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The product {@code bar.unsqueeze(dim).mul(slopes)} with the slopes that {@link Twins} have made, where one method
 * runs both sweeps and nothing else reads them: it is written where the slopes are, as a tensor of that size takes
 * longer to make than its numbers to multiply.
 */
final class SlopesInPlace {
    private static final String SCALED = "scaled";

    private final Map<Var, Integer> reads = new HashMap<>();
    private final Map<Var, Type.Struct> owners = new HashMap<>();

    private final NameSupply names;

    private SlopesInPlace(Adjoint adjoint, Map<Var, Type.Struct> owners) {
        this.names = NameSupply.after(adjoint);
        this.owners.putAll(owners);
    }

    /** @param owners whose method multiplies, for each variable that holds slopes */
    static Adjoint of(Adjoint adjoint, Map<Var, Type.Struct> owners) {
        if (owners.isEmpty()) {
            return adjoint;
        }
        SlopesInPlace places = new SlopesInPlace(adjoint, owners);
        Walk.all(adjoint.forward()).forEach(s -> Walk.own(s).forEach(places::count));
        Walk.all(adjoint.backward()).forEach(s -> Walk.own(s).forEach(places::count));
        adjoint.bars().forEach(places::count);
        adjoint.values().forEach(places::count);
        List<Stmt> backward = new ArrayList<>();
        for (Stmt statement : adjoint.backward()) {
            if (Walk.blocks(statement).isEmpty()) {
                Products products = places.new Products(statement.note());
                List<Stmt> rewritten = products.rewrite(List.of(statement));
                backward.addAll(products.before);
                backward.addAll(rewritten);
            } else {
                backward.add(statement); // may run several times
            }
        }
        return adjoint.with(adjoint.forward(), backward);
    }

    private void count(Expr e) {
        if (e instanceof Expr.Ref ref) {
            reads.merge(ref.variable(), 1, Integer::sum);
        }
        Walk.operands(e).forEach(this::count);
    }

    private final class Products extends Rewriter {
        private final Stmt.Note note;

        /** The products, as what has an effect is a statement of its own. */
        final List<Stmt> before = new ArrayList<>();

        Products(Stmt.Note note) {
            this.note = note;
        }

        @Override
        public Expr apply(Expr.Apply e) {
            Type.Struct owner = owner(e);
            return owner != null ? scaled(e, owner) : super.apply(e);
        }

        /** Whose method multiplies; null if this is no product with slopes that nobody else reads. */
        private Type.@Nullable Struct owner(Expr.Apply e) {
            return isMethod(e, "mul")
                            && e.operands().get(0) instanceof Expr.Apply bar
                            && isMethod(bar, "unsqueeze")
                            && e.operands().get(1) instanceof Expr.Ref slopes
                            && reads.getOrDefault(slopes.variable(), 0) == 1
                    ? owners.get(slopes.variable())
                    : null;
        }

        private boolean isMethod(Expr.Apply e, String name) {
            return Elementwise.isMethod(e)
                    && e.primitive().name().equals(name)
                    && e.operands().size() == 2;
        }

        private Expr scaled(Expr.Apply product, Type.Struct owner) {
            Expr.Ref slopes = (Expr.Ref) product.operands().get(1);
            Expr.Apply bar = (Expr.Apply) product.operands().get(0);
            List<Expr> operands =
                    List.of(slopes, bar.operands().get(0), bar.operands().get(1));
            Primitive primitive = new Primitive(
                    Primitive.Form.STATIC_METHOD,
                    owner,
                    SCALED,
                    Walk.types(operands),
                    Type.Tensor.TYPE,
                    false,
                    owner.qualifiedName() + "." + SCALED + "()");
            Var scaled = new Var(names.fresh(SCALED), Type.Tensor.TYPE);
            before.add(new Stmt.Declare(scaled, new Expr.Apply(primitive, operands, product.span()), note));
            return new Expr.Ref(scaled, product.span());
        }
    }
}
