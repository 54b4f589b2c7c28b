package dev.jacobi.processor.fuse;

import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Structure;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operation of the forward sweep, and one of the backward sweep on the same operands, of which the runtime gives
 * both for little more than one: as the losses of classes and their slopes, which need the same exponentials. The
 * forward sweep computes both.
 */
final class Twins {

    /** The runtime's method that gives both, by the two. */
    private record Pair(String first, String second, Type.Struct owner, String both) {
        boolean isFirst(Expr.Apply e) {
            return Elementwise.isMethod(e) && e.primitive().name().equals(first);
        }

        boolean isSecond(Expr.Apply e) {
            return Elementwise.isMethod(e) && e.primitive().name().equals(second);
        }
    }

    private static final List<Pair> PAIRS = List.of(new Pair(
            "classLosses",
            "classSlopes",
            new Type.Struct("dev.jacobi.tensor", "CrossEntropy", List.of()),
            "lossesAndSlopes"));

    private final NameSupply names;
    private final Set<Var> changing = new HashSet<>();

    /** What stands in the place of a call, by its text. */
    private final Map<Structure, Expr> known = new HashMap<>();

    /** Whose method gave the second of a pair, by the variable that holds it. */
    private final Map<Var, Type.Struct> owners;

    private Twins(Adjoint adjoint, Map<Var, Type.Struct> owners) {
        this.owners = owners;
        names = NameSupply.after(adjoint);
        changing.addAll(Walk.assigns(adjoint.forward()));
        changing.addAll(Walk.assigns(adjoint.backward()));
    }

    /** As {@link #together}, where one method runs both sweeps. */
    static Adjoint inOneMethod(Adjoint adjoint) {
        Map<Var, Type.Struct> owners = new HashMap<>();
        return SlopesInPlace.of(together(adjoint, owners), owners);
    }

    static Adjoint together(Adjoint adjoint) {
        return together(adjoint, new HashMap<>());
    }

    private static Adjoint together(Adjoint adjoint, Map<Var, Type.Struct> owners) {
        List<Expr.Apply> seconds = new ArrayList<>();
        for (Stmt statement : adjoint.backward()) {
            Walk.own(statement).forEach(e -> calls(e, seconds));
        }
        return seconds.stream().anyMatch(e -> PAIRS.stream().anyMatch(pair -> pair.isSecond(e)))
                ? new Twins(adjoint, owners).rewritten(adjoint, seconds)
                : adjoint;
    }

    private Adjoint rewritten(Adjoint adjoint, List<Expr.Apply> seconds) {
        List<Stmt> forward = new ArrayList<>();
        Replacing replacing = new Replacing();
        for (Stmt statement : adjoint.forward()) {
            List<Expr.Apply> calls = new ArrayList<>();
            Walk.own(statement).forEach(e -> calls(e, calls));
            for (Expr.Apply call : calls) {
                PAIRS.forEach(pair -> pair(pair, call, seconds, statement.note(), forward));
            }
            forward.add(replacing.stmt(statement));
        }
        List<Stmt> backward = new ArrayList<>();
        adjoint.backward().forEach(statement -> backward.add(replacing.stmt(statement)));
        return known.isEmpty() ? adjoint : adjoint.with(forward, backward);
    }

    private void pair(Pair pair, Expr.Apply first, List<Expr.Apply> seconds, Stmt.Note note, List<Stmt> out) {
        if (!pair.isFirst(first) || known.containsKey(Structure.of(first)) || !isSteady(first)) {
            return;
        }
        for (Expr.Apply second : seconds) {
            if (pair.isSecond(second) && Structure.of(first.operands()).equals(Structure.of(second.operands()))) {
                Type array = new Type.Array(Type.Tensor.TYPE);
                Primitive primitive = new Primitive(
                        Primitive.Form.STATIC_METHOD,
                        pair.owner,
                        pair.both,
                        Walk.types(first.operands()),
                        array,
                        true,
                        pair.owner.qualifiedName() + "." + pair.both + "()");
                Var both = new Var(names.fresh("both"), array);
                out.add(new Stmt.Declare(both, new Expr.Apply(primitive, first.operands(), first.span()), note));
                known.put(Structure.of(first), element(both, 0, note));
                // named, so that a pullback needn't keep the other
                Var other = new Var(names.fresh(pair.second), Type.Tensor.TYPE);
                out.add(new Stmt.Declare(other, element(both, 1, note), note));
                owners.put(other, pair.owner);
                known.put(Structure.of(second), new Expr.Ref(other, note.span()));
                return;
            }
        }
    }

    private static Expr element(Var array, int i, Stmt.Note note) {
        Primitive index = Primitive.index(array.type(), Type.Scalar.INT);
        Expr place = new Expr.Literal(Integer.toString(i), Type.Scalar.INT, note.span());
        return new Expr.Apply(index, List.of(new Expr.Ref(array, note.span()), place), note.span());
    }

    /** Whether its operands are the same in both sweeps. */
    private boolean isSteady(Expr.Apply call) {
        return Form.isPure(call) && Walk.reads(call).stream().noneMatch(changing::contains);
    }

    /** Calls that run whenever the expression is evaluated. */
    private static void calls(Expr e, List<Expr.Apply> out) {
        if (e instanceof Expr.Choose choose) {
            calls(choose.condition(), out);
            return;
        }
        if (e instanceof Expr.Apply apply) {
            out.add(apply);
        }
        Walk.operands(e).forEach(operand -> calls(operand, out));
    }

    /** Puts what is known in the place of calls. */
    private final class Replacing extends Rewriter {
        Stmt stmt(Stmt statement) {
            return known.isEmpty() ? statement : rewrite(List.of(statement)).get(0);
        }

        @Override
        public Expr apply(Expr.Apply e) {
            Expr result = known.get(Structure.of(e));
            return result != null ? result : super.apply(e);
        }
    }
}
