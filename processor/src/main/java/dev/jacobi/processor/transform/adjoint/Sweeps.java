package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Checkpoints;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes methods of an adjoint's two sweeps. What the backward sweep reads must be in its sight: a variable that the
 * forward sweep declares inside a branch moves out of it.
 */
public final class Sweeps {

    private Sweeps() {}

    /** The adjoint with every kept variable declared where the backward sweep can see it. */
    public static Adjoint lifted(Adjoint adjoint) {
        List<Stmt> forward = lift(adjoint.forward(), new HashSet<>(adjoint.kept()));
        return adjoint.with(forward, retracing(adjoint.backward()));
    }

    /** The same where a backward sweep makes steps again and undoes them. */
    private static List<Stmt> retracing(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Loop loop && Checkpoints.isRetracing(loop)) {
                List<Stmt> backward = retracing(Checkpoints.backward(loop));
                Set<Var> read = Walk.reads(backward);
                Walk.declares(backward).forEach(read::remove);
                List<Stmt> both = new ArrayList<>(lift(Checkpoints.forward(loop), read));
                both.addAll(backward);
                out.add(loop.with(both));
            } else {
                out.add(Walk.withBlocks(statement, Sweeps::retracing));
            }
        }
        return out;
    }

    /** The statements with every kept variable declared where those behind them can see it. */
    static List<Stmt> lift(List<Stmt> body, Set<Var> kept) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            if (statement instanceof Stmt.If s) {
                List<Stmt> declarations = new ArrayList<>();
                List<Stmt> then = withoutDeclarations(s.then(), kept, declarations);
                List<Stmt> otherwise = withoutDeclarations(s.otherwise(), kept, declarations);
                out.addAll(declarations);
                out.add(new Stmt.If(s.condition(), then, otherwise, s.note()));
            } else {
                out.add(statement);
            }
        }
        return initialised(out, kept);
    }

    private static List<Stmt> withoutDeclarations(List<Stmt> body, Set<Var> kept, List<Stmt> declarations) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Declare s && kept.contains(s.variable())) {
                declarations.add(new Stmt.Declare(s.variable(), null, s.note()));
                if (s.value() != null) {
                    out.add(new Stmt.Assign(s.variable(), s.value(), s.note()));
                }
            } else if (statement instanceof Stmt.If s) {
                List<Stmt> then = withoutDeclarations(s.then(), kept, declarations);
                List<Stmt> otherwise = withoutDeclarations(s.otherwise(), kept, declarations);
                out.add(new Stmt.If(s.condition(), then, otherwise, s.note()));
            } else {
                out.add(statement);
            }
        }
        return out;
    }

    /** The body with a value for every variable that not every path assigns, as Java demands. */
    public static List<Stmt> complete(List<Stmt> body) {
        List<Stmt> inside = new ArrayList<>();
        for (Stmt statement : body) {
            inside.add(Walk.withBlocks(statement, Sweeps::complete));
        }
        return initialised(inside, new HashSet<>(Walk.declares(inside)));
    }

    /** The function with such a body. */
    public static Function completed(Function function) {
        return function.with(complete(function.body()), function.result());
    }

    /** A kept variable that not every path assigns starts with a value that nobody reads, as Java demands. */
    private static List<Stmt> initialised(List<Stmt> body, Set<Var> keptVariables) {
        List<Stmt> out = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            Stmt statement = body.get(i);
            boolean open = statement instanceof Stmt.Declare s
                    && s.value() == null
                    && keptVariables.contains(s.variable())
                    && !DefiniteAssignment.assigns(body.subList(i + 1, body.size()), s.variable());
            if (open) {
                Stmt.Declare s = (Stmt.Declare) statement;
                Expr nothing = DefiniteAssignment.placeholder(
                        s.variable().type(), s.note().span());
                Stmt.Note kept = new Stmt.Note(Stmt.Role.KEPT, s.note().span());
                out.add(new Stmt.Declare(s.variable(), nothing, kept));
            } else {
                out.add(statement);
            }
        }
        return out;
    }
}
