package dev.jacobi.processor.transform.lanes;

import dev.jacobi.processor.analysis.Cost;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
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
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Statements once for each lane where what they compute differs, else once for all lanes. */
final class Copies {

    /** What becomes of calls, which stand there once for all lanes. */
    interface Calls {
        List<Stmt> of(Stmt statement, Expr.Call call);
    }

    private final Varying varying;
    private final NameSupply names;
    private final Map<Var, Var> shared = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();

    /** What stands for a value with its tangent: the value with a tangent for each lane. */
    private final Map<Var, Var> together = new HashMap<>();

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
            int own = lane;
            rewriters.add(new Lane(
                    lane,
                    v -> varying.contains(v)
                            ? variables.computeIfAbsent(v, w -> fresh(w, own))
                            : renamed.contains(v)
                                    ? shared.computeIfAbsent(v, w -> new Var(names.fresh(w.name()), w.type()))
                                    : v));
        }
        this.relabels = !renamed.isEmpty();
    }

    private Var fresh(Var variable, int lane) {
        return new Var(names.fresh(FunctionName.inLane(variable.name(), lane)), variable.type());
    }

    /** From now on a variable's parts are those of another, which has a tangent for each lane. */
    void together(Var tangent, Var tangents) {
        together.put(tangent, tangents);
    }

    /** What names variables as a lane does. */
    Rewriter lane(int lane) {
        return rewriters.get(lane);
    }

    /** What a variable is called in a lane. */
    Var inLane(int lane, Var variable) {
        return ((Expr.Ref) lane(lane).rewrite(new Expr.Ref(variable, Span.NOWHERE))).variable();
    }

    List<Rewriter> lanes() {
        return rewriters;
    }

    List<Stmt> block(List<Stmt> body, Calls calls) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            Expr.Call call = called(statement);
            if (!Walk.blocks(statement).isEmpty()) {
                out.add(Walk.withBlocks(asked(statement), b -> block(b, calls)));
            } else if (call != null) {
                out.addAll(calls.of(statement, call));
            } else if (!LaneCheck.varies(statement, varying)) {
                out.add(statement.match(rewriters.get(0)));
            } else {
                Stmt named = statement.match(new Hoisting(statement.note(), out));
                rewriters.forEach(lane -> out.add(named.match(lane)));
            }
        }
        return out;
    }

    /** The call that lanes share by handing it what differs; null where a statement is no such call. */
    private Expr.@Nullable Call called(Stmt statement) {
        Expr.Call tangent = TangentCalls.of(statement);
        boolean varies = LaneCheck.varies(statement, varying);
        return tangent == null && varies && statement instanceof Stmt.Declare s && s.value() instanceof Expr.Call call
                ? call
                : tangent;
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

    /** The variables of one lane, and its parts of what holds a value with tangents. */
    private final class Lane extends Renaming {
        private final int lane;

        Lane(int lane, UnaryOperator<Var> names) {
            super(names);
            this.lane = lane;
        }

        @Override
        public Expr component(Expr.Component e) {
            Var all = e.struct() instanceof Expr.Ref ref ? together.get(ref.variable()) : null;
            return all == null ? super.component(e) : part(e, all);
        }

        private Expr part(Expr.Component e, Var all) {
            int values = TangentCalls.values((Type.Struct) e.struct().type());
            int place = TangentCalls.place(e);
            int inAll = place < values ? place : values + (place - values) * FunctionName.Lanes.COUNT + lane;
            Type.Component part = ((Type.Struct) all.type()).components().get(inAll);
            return new Expr.Component(new Expr.Ref(all, e.span()), part.name(), part.type(), e.span());
        }
    }

    /** Variables by other names. */
    static class Renaming extends Rewriter {
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
