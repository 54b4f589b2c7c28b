package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a value that went into nothing sends back, which is nothing: not even a NaN, where its partial derivative is
 * infinite or no number, as that of a root at 0 is.
 *
 * <pre>
 *   r = Math.sqrt(x)      has then the adjoint    b = rBar / (2 · r); xBar += isNaN(b) &amp;&amp; rBar == 0 ? 0 : b
 * </pre>
 *
 * Only a NaN becomes zero, so that the derivative of this adjoint by {@code rBar} is what it was where there is one.
 */
final class SingularPartials {

    /** Operations whose derivative is infinite where their value isn't. */
    private static final Set<String> ROOTS = Set.of("sqrt", "cbrt", "pow", "asin", "acos");

    /** Operations whose value is infinite somewhere, or no number, and their derivative with it. */
    private static final Set<String> POLES = Set.of("/", "%", "pow", "exp", "log", "log10", "log1p", "tan");

    private final NameSupply names;
    private final Set<Var> unbounded = new HashSet<>();

    private final boolean rootsOnly;

    private SingularPartials(NameSupply names, boolean rootsOnly) {
        this.names = names;
        this.rootsOnly = rootsOnly;
    }

    static SingularPartials of(List<Stmt> body, NameSupply names) {
        SingularPartials partials = new SingularPartials(names, false);
        for (Stmt statement : Walk.all(body)) {
            if (statement instanceof Stmt.Declare s && s.value() instanceof Expr.Apply e && isPole(e)) {
                partials.unbounded.add(s.variable());
            } else if (statement instanceof Stmt.Assign s && s.value() instanceof Expr.Apply e && isPole(e)) {
                partials.unbounded.add(s.variable());
            }
        }
        return partials;
    }

    /** Only those of roots: what a method gives or hands on is rarely infinite where nobody has a use for it. */
    static SingularPartials ofRoots(NameSupply names) {
        return new SingularPartials(names, true);
    }

    /** Whether a value may be infinite, or have an infinite derivative. */
    private boolean isSingular(Expr e) {
        if (!e.type().isFloating()) {
            return false;
        }
        return e instanceof Expr.Ref ref && unbounded.contains(ref.variable())
                || e instanceof Expr.Apply apply
                        && (ROOTS.contains(apply.primitive().name()) || !rootsOnly && isPole(apply))
                || Walk.operands(e).stream().anyMatch(this::isSingular);
    }

    private static boolean isPole(Expr.Apply e) {
        boolean scales = Arithmetic.isQuotient(e)
                && Arithmetic.constant(e.operands().get(1)).orElse(0) != 0;
        return e.type().isFloating() && POLES.contains(e.primitive().name()) && !scales;
    }

    /** Whether a part of an adjoint may be infinite: there, what was a root has become a quotient. */
    private boolean mayOverflow(Expr e) {
        return isSingular(e)
                || e instanceof Expr.Apply apply && isPole(apply)
                || Walk.operands(e).stream().anyMatch(this::mayOverflow);
    }

    /**
     * The adjoint of a statement whose value may have gone into nothing.
     *
     * @param bar the adjoint of its value
     */
    List<Stmt> guarded(Expr value, List<Stmt> undone, Expr bar) {
        return isSingular(value) ? guarded(undone, bar) : undone;
    }

    private List<Stmt> guarded(List<Stmt> undone, Expr bar) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : undone) {
            if (statement instanceof Stmt.Declare s && s.value() != null && mayOverflow(s.value())) {
                out.add(new Stmt.Declare(s.variable(), orZero(s.value(), bar, s.note(), out), s.note()));
            } else if (statement instanceof Stmt.Increment s && mayOverflow(s.value())) {
                out.add(new Stmt.Increment(s.variable(), orZero(s.value(), bar, s.note(), out), s.note()));
            } else if (statement instanceof Stmt.Accumulate s && mayOverflow(s.value())) {
                out.add(new Stmt.Accumulate(s.array(), s.index(), orZero(s.value(), bar, s.note(), out), s.note()));
            } else {
                out.add(Walk.withBlocks(statement, block -> guarded(block, bar)));
            }
        }
        return out;
    }

    private Expr orZero(Expr product, Expr bar, Stmt.Note note, List<Stmt> out) {
        Var whole = new Var(names.fresh("product"), product.type());
        out.add(new Stmt.Declare(whole, product, note));
        Expr read = new Expr.Ref(whole, product.span());
        Expr zero = Arithmetic.number(0, product.type(), product.span());
        Expr nothing = new Expr.Apply(
                Primitive.infix("==", bar.type(), Type.Scalar.BOOLEAN),
                List.of(bar, Arithmetic.number(0, bar.type(), bar.span())),
                bar.span());
        Expr both = new Expr.Apply(
                Primitive.infix("&&", Type.Scalar.BOOLEAN, Type.Scalar.BOOLEAN),
                List.of(isNaN(read), nothing),
                bar.span());
        return new Expr.Choose(both, zero, read, product.span());
    }

    private static Expr isNaN(Expr number) {
        boolean single = number.type() == Type.Scalar.FLOAT;
        String owner = single ? "java.lang.Float" : "java.lang.Double";
        Primitive primitive = new Primitive(
                Primitive.Form.STATIC_METHOD,
                new Type.Library(owner),
                "isNaN",
                List.of(number.type()),
                Type.Scalar.BOOLEAN,
                true,
                owner + ".isNaN(" + (single ? "float" : "double") + ")");
        return new Expr.Apply(primitive, List.of(number), number.span());
    }
}
