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
import java.util.List;
import java.util.Map;

/**
 * The product {@code bar.unsqueeze(dim).mul(slopes)} with the slopes that {@link Twins} have made, where one method
 * runs both sweeps and nothing else reads them: it is written where the slopes are, as a tensor of that size takes
 * longer to make than its numbers to multiply.
 */
final class SlopesInPlace {
    private static final String SCALED = "scaled";

    private final Map<Var, Integer> reads;
    private final Map<Var, Twins.Made> made;
    private final NameSupply names;

    private SlopesInPlace(Adjoint adjoint, Map<Var, Twins.Made> made) {
        this.names = NameSupply.after(adjoint);
        this.reads = Twins.reads(adjoint);
        this.made = made;
    }

    /** @param made the slopes */
    static Adjoint of(Adjoint adjoint, Map<Var, Twins.Made> made) {
        if (made.isEmpty()) {
            return adjoint;
        }
        SlopesInPlace places = new SlopesInPlace(adjoint, made);
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

    private final class Products extends Rewriter {
        private final Stmt.Note note;

        /** The products, as what has an effect is a statement of its own. */
        final List<Stmt> before = new ArrayList<>();

        Products(Stmt.Note note) {
            this.note = note;
        }

        @Override
        public Expr apply(Expr.Apply e) {
            Twins.Made slopes = Twins.slopes(e, made, reads);
            return slopes != null ? scaled(e, slopes.owner()) : super.apply(e);
        }

        private Expr scaled(Expr.Apply product, Type.Struct owner) {
            Expr slopes = product.operands().get(1);
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
