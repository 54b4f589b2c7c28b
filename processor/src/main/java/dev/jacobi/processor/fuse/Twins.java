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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    private final Map<Var, Made> made;

    /**
     * Where slopes come from.
     *
     * @param owner whose method gave them
     * @param both what holds them and their losses
     * @param losses the element of it that has the losses
     * @param slopes what holds the slopes
     */
    record Made(Type.Struct owner, Var both, Expr losses, Var slopes) {}

    /** @param made where the second of a pair came from, by the variable that holds it */
    private Twins(Adjoint adjoint, Map<Var, Made> made) {
        this.made = made;
        names = NameSupply.after(adjoint);
        changing.addAll(Walk.assigns(adjoint.forward()));
        changing.addAll(Walk.assigns(adjoint.backward()));
    }

    /** As {@link #together}, where one method runs both sweeps. */
    static Adjoint inOneMethod(Adjoint adjoint) {
        Map<Var, Made> made = new HashMap<>();
        Adjoint twins = together(adjoint, made);
        return SlopesInPlace.of(ReducedSlopes.of(twins, made), made);
    }

    static Adjoint together(Adjoint adjoint) {
        return together(adjoint, new HashMap<>());
    }

    private static Adjoint together(Adjoint adjoint, Map<Var, Made> made) {
        List<Expr.Apply> seconds = new ArrayList<>();
        for (Stmt statement : adjoint.backward()) {
            Walk.own(statement).forEach(e -> calls(e, seconds));
        }
        return seconds.stream().anyMatch(e -> PAIRS.stream().anyMatch(pair -> pair.isSecond(e)))
                ? new Twins(adjoint, made).rewritten(adjoint, seconds)
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
                Expr losses = element(both, 0, note);
                known.put(Structure.of(first), losses);
                // named, so that a pullback needn't keep the other
                Var other = new Var(names.fresh(pair.second), Type.Tensor.TYPE);
                out.add(new Stmt.Declare(other, element(both, 1, note), note));
                made.put(other, new Made(pair.owner, both, losses, other));
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

    /** How often the code of both sweeps and what they give read each variable. */
    static Map<Var, Integer> reads(Adjoint adjoint) {
        Map<Var, Integer> reads = new HashMap<>();
        Stream.of(adjoint.forward(), adjoint.backward())
                .flatMap(sweep -> Walk.all(sweep).stream())
                .forEach(s -> Walk.own(s).forEach(e -> Fusing.count(e, reads)));
        adjoint.bars().forEach(e -> Fusing.count(e, reads));
        adjoint.values().forEach(e -> Fusing.count(e, reads));
        return reads;
    }

    /** The slopes in {@code bar.unsqueeze(dim).mul(slopes)} that nothing else reads; null if it is something else. */
    static @Nullable Made slopes(Expr.Apply product, Map<Var, Made> made, Map<Var, Integer> reads) {
        return isMethod(product, "mul", 2)
                        && product.operands().get(0) instanceof Expr.Apply bar
                        && isMethod(bar, "unsqueeze", 2)
                        && product.operands().get(1) instanceof Expr.Ref slopes
                        && reads.getOrDefault(slopes.variable(), 0) == 1
                ? made.get(slopes.variable())
                : null;
    }

    static boolean isMethod(Expr.Apply e, String name, int operands) {
        return Elementwise.isMethod(e)
                && e.primitive().name().equals(name)
                && e.operands().size() == operands;
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
