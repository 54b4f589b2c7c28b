package dev.jacobi.processor.split;

import dev.jacobi.processor.ir.Effects;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * Names parts of an expression so that none is larger than a limit: {@code a + b + c} becomes {@code part = a + b} and
 * {@code part + c}. What Java evaluates only sometimes becomes a branch.
 */
final class Operands implements Expr.Cases<Expr> {

    private final LargeExpressions parts;
    private final int limit;
    private final Stmt.Note note;
    private final List<Stmt> out;

    /** @param out where the statements go that compute the parts */
    Operands(LargeExpressions parts, int limit, Stmt.Note note, List<Stmt> out) {
        this.parts = parts;
        this.limit = limit;
        this.note = note;
        this.out = out;
    }

    Expr parts(Expr e) {
        return e.match(this);
    }

    /** The operands, each within the limit, the heaviest of them named until they are so together. */
    private List<Expr> operands(List<Expr> operands) {
        List<Expr> small = new ArrayList<>();
        int sum = 0;
        for (Expr operand : operands) {
            List<Stmt> before = new ArrayList<>();
            Expr part = inside(before).parts(operand);
            if (!before.isEmpty()) {
                nameThrowing(small);
                out.addAll(before);
            }
            small.add(part);
        }
        for (Expr e : small) {
            sum += Weight.of(e);
        }
        while (sum > limit) {
            int heaviest = heaviest(small);
            if (heaviest < 0) {
                break;
            }
            nameThrowing(small.subList(0, heaviest));
            sum -= Weight.of(small.get(heaviest));
            small.set(heaviest, named(small.get(heaviest)));
            sum += Weight.of(small.get(heaviest));
        }
        return small;
    }

    /** What might throw is evaluated before what follows it. */
    private void nameThrowing(List<Expr> operands) {
        for (int i = 0; i < operands.size(); i++) {
            if (isNameable(operands.get(i)) && !Effects.isFree(operands.get(i))) {
                operands.set(i, named(operands.get(i)));
            }
        }
    }

    private static int heaviest(List<Expr> operands) {
        int heaviest = -1;
        for (int i = 0; i < operands.size(); i++) {
            boolean heavier = heaviest < 0 || Weight.of(operands.get(i)) > Weight.of(operands.get(heaviest));
            if (heavier && isNameable(operands.get(i))) {
                heaviest = i;
            }
        }
        return heaviest;
    }

    private static boolean isNameable(Expr e) {
        boolean leaf = e instanceof Expr.Literal || e instanceof Expr.Ref;
        boolean constant = e instanceof Expr.Apply apply
                && apply.operands().size() == 1
                && apply.operands().get(0) instanceof Expr.Literal;
        return !leaf
                && !constant
                && (e.type() instanceof Type.Scalar || e.type() instanceof Type.Tensor)
                && e.type() != Type.Scalar.VOID;
    }

    private Expr named(Expr e) {
        Var part = parts.part(e.type());
        out.add(new Stmt.Declare(part, e, note));
        return new Expr.Ref(part, e.span());
    }

    @Override
    public Expr literal(Expr.Literal e) {
        return e;
    }

    @Override
    public Expr ref(Expr.Ref e) {
        return e;
    }

    @Override
    public Expr apply(Expr.Apply e) {
        Primitive primitive = e.primitive();
        boolean and =
                primitive.form() == Primitive.Form.INFIX && primitive.name().equals("&&");
        boolean or =
                primitive.form() == Primitive.Form.INFIX && primitive.name().equals("||");
        if (and || or) {
            return lazy(e, and);
        }
        return new Expr.Apply(primitive, operands(e.operands()), e.span());
    }

    private Expr lazy(Expr.Apply e, boolean and) {
        Expr left = parts(e.operands().get(0));
        List<Stmt> inside = new ArrayList<>();
        Expr right = inside(inside).parts(e.operands().get(1));
        if (inside.isEmpty() && Weight.of(left) + Weight.of(right) <= limit) {
            return new Expr.Apply(e.primitive(), List.of(left, right), e.span());
        }
        Var part = parts.part(e.type());
        Expr.Ref holds = new Expr.Ref(part, e.span());
        out.add(new Stmt.Declare(part, left, note));
        inside.add(new Stmt.Assign(part, right, note));
        out.add(new Stmt.If(holds, and ? inside : List.of(), and ? List.of() : inside, note));
        return holds;
    }

    private Operands inside(List<Stmt> inside) {
        return new Operands(parts, limit, note, inside);
    }

    @Override
    public Expr choose(Expr.Choose e) {
        Expr condition = parts(e.condition());
        List<Stmt> then = new ArrayList<>();
        List<Stmt> otherwise = new ArrayList<>();
        Expr whenTrue = inside(then).parts(e.whenTrue());
        Expr whenFalse = inside(otherwise).parts(e.whenFalse());
        Expr whole = new Expr.Choose(condition, whenTrue, whenFalse, e.span());
        boolean small = then.isEmpty() && otherwise.isEmpty() && Weight.of(whole) <= limit;
        boolean nameable = e.type() instanceof Type.Scalar || e.type() instanceof Type.Tensor;
        if (small || !nameable) {
            return small ? whole : e;
        }
        Var part = parts.part(e.type());
        then.add(new Stmt.Assign(part, whenTrue, note));
        otherwise.add(new Stmt.Assign(part, whenFalse, note));
        out.add(new Stmt.Declare(part, null, note));
        out.add(new Stmt.If(condition, then, otherwise, note));
        return new Expr.Ref(part, e.span());
    }

    @Override
    public Expr call(Expr.Call e) {
        return new Expr.Call(e.function(), operands(e.arguments()), e.type(), e.span());
    }

    @Override
    public Expr component(Expr.Component e) {
        return e;
    }

    @Override
    public Expr build(Expr.Build e) {
        return new Expr.Build(e.type(), operands(e.components()), e.span());
    }
}
