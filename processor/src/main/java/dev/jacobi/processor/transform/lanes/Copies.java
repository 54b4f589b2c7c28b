package dev.jacobi.processor.transform.lanes;

import dev.jacobi.processor.analysis.Cost;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Statements once for each lane where what they compute differs, else once for all lanes. */
final class Copies {

    private static final char FIRST = 'A';

    /** What becomes of calls, which stand there once for all lanes. */
    interface Calls {
        List<Stmt> of(Stmt.Declare made, Expr.Call call);
    }

    private final Varying varying;
    private final NameSupply names;
    private final Map<Var, Var> shared = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final List<Rewriter> rewriters = new ArrayList<>();
    private final boolean relabels;

    /**
     * @param count how many lanes there are
     * @param renamed what is the same in all lanes but gets another name, since it stands somewhere else, too
     */
    Copies(int count, Varying varying, NameSupply names, Set<Var> renamed) {
        this.varying = varying;
        this.names = names;
        for (int lane = 0; lane < count; lane++) {
            Map<Var, Var> variables = new HashMap<>();
            String letter = letter(lane);
            rewriters.add(new Renaming(v -> varying.contains(v)
                    ? variables.computeIfAbsent(v, w -> new Var(names.fresh(w.name() + letter), w.type()))
                    : renamed.contains(v)
                            ? shared.computeIfAbsent(v, w -> new Var(names.fresh(w.name()), w.type()))
                            : v));
        }
        this.relabels = !renamed.isEmpty();
    }

    static String letter(int lane) {
        return String.valueOf((char) (FIRST + lane));
    }

    /** What names variables as a lane does. */
    Rewriter lane(int lane) {
        return rewriters.get(lane);
    }

    List<Rewriter> lanes() {
        return rewriters;
    }

    List<Stmt> block(List<Stmt> body, Calls calls) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            if (!Walk.blocks(statement).isEmpty()) {
                out.add(Walk.withBlocks(asked(statement), b -> block(b, calls)));
            } else if (!LaneCheck.varies(statement, varying)) {
                out.add(statement.match(rewriters.get(0)));
            } else if (statement instanceof Stmt.Declare s && s.value() instanceof Expr.Call call) {
                out.addAll(calls.of(s, call));
            } else {
                Stmt named = statement.match(new Hoisting(statement.note(), out));
                rewriters.forEach(lane -> out.add(named.match(lane)));
            }
        }
        return out;
    }

    /** What is asked of arrays, their lengths, is asked of the first lane's. */
    private Stmt asked(Stmt statement) {
        Rewriter first = rewriters.get(0);
        if (statement instanceof Stmt.If s) {
            return new Stmt.If(first.rewrite(s.condition()), s.then(), s.otherwise(), s.note());
        }
        Stmt.Loop loop = (Stmt.Loop) ((Stmt.Loop) statement).with(List.of()).match(first);
        String label = relabels ? labels.computeIfAbsent(loop.label(), names::fresh) : loop.label();
        return new Stmt.Loop(
                label, loop.counter(), loop.condition(), ((Stmt.Loop) statement).body(), loop.wish(), loop.note());
    }

    /** Variables by other names. */
    static final class Renaming extends Rewriter {
        private final UnaryOperator<Var> names;

        Renaming(UnaryOperator<Var> names) {
            this.names = names;
        }

        @Override
        protected Var target(Var variable) {
            return names.apply(variable);
        }
    }

    /** What is dear and the same in all lanes gets a name before the statement. */
    private final class Hoisting extends Rewriter {
        private final Stmt.Note note;
        private final List<Stmt> out;

        Hoisting(Stmt.Note note, List<Stmt> out) {
            this.note = note;
            this.out = out;
        }

        @Override
        public Expr apply(Expr.Apply e) {
            if (!e.type().isFloating() || Cost.isCheap(e) || varying.isIn(e)) {
                return super.apply(e);
            }
            String wish = e.primitive().form() == Primitive.Form.STATIC_METHOD
                    ? e.primitive().name()
                    : "factor";
            Var held = new Var(names.fresh(wish), e.type());
            out.add(new Stmt.Declare(held, rewriters.get(0).rewrite(e), note));
            return new Expr.Ref(held, e.span());
        }

        /** What only one side computes is not computed before the choice. */
        @Override
        public Expr choose(Expr.Choose e) {
            return e;
        }
    }
}
