package dev.jacobi.processor.transform.inplace;

import dev.jacobi.processor.analysis.Escapes;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Checkpoints;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.options.Optimisation;
import dev.jacobi.processor.options.Optimisations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes both sweeps of an adjoint ask the scratch for their arrays.
 *
 * <pre>
 *   double[] y = new double[n];        becomes   double[] y = scratch.array(double[].class, n);
 *   double[] y = {a, b};                         double[] y = scratch.tape(double[].class, 2); y[0] = a; y[1] = b;
 *   double[] z = y.clone();                      double[] z = scratch.copyOf(y);
 *   FPullback p = fPullback(x);                  FInPlace p = fInPlace(x, scratch);
 * </pre>
 */
public final class Reuse {

    /** Where the in-place halves of functions are. */
    public interface Places {
        /** What the forward half gives. */
        Type.Struct pullback(FunctionName.InPlace name);

        /** Whether a function's halves can be made: of a method in another jar there are only those that it has. */
        boolean canMake(FunctionName.Primal name);
    }

    private final Escapes escapes;
    private final NameSupply names;
    private final Requests requests;
    private final Pullbacks pullbacks;
    private final Arrays all;
    private final Arrays shadowsOnly;
    private final Release release;

    private Reuse(Adjoint adjoint, Escapes escapes, Places places, Requests requests, NameSupply names, Memory memory) {
        this.escapes = escapes;
        this.names = names;
        this.requests = requests;
        this.pullbacks = Pullbacks.of(adjoint, escapes, places);
        Set<Var> tapes = tapes(adjoint.forward());
        this.all = new Arrays(requests, pullbacks, tapes, true);
        this.shadowsOnly = new Arrays(requests, pullbacks, tapes, false);
        this.release = new Release(requests, memory, names);
    }

    /**
     * The adjoint, whose forward sweep takes the scratch as its last shadow.
     *
     * @param memory of the primal
     */
    public static Adjoint of(
            Adjoint adjoint, Memory memory, Escapes escapes, Places places, Optimisations optimisations) {
        NameSupply names = NameSupply.after(adjoint);
        Var scratch = new Var(names.fresh("scratch"), new Type.Library("dev.jacobi.tape.Scratch"));
        Requests requests = new Requests(scratch, optimisations.has(Optimisation.REUSE));
        return new Reuse(adjoint, escapes, places, requests, names, memory).adjoint(adjoint, scratch);
    }

    private Adjoint adjoint(Adjoint adjoint, Var scratch) {
        List<Var> shadows = new ArrayList<>(adjoint.shadows());
        shadows.add(scratch);
        List<Expr> bars = new ArrayList<>();
        for (Expr bar : adjoint.bars()) {
            bars.add(all.rewrite(bar));
        }
        Expr value = adjoint.value();
        return new Adjoint(
                adjoint.primal(),
                adjoint.active(),
                shadows,
                block(adjoint.forward()),
                value == null ? null : shadowsOnly.rewrite(value),
                adjoint.valueShadows(),
                adjoint.seeds(),
                block(adjoint.backward()),
                bars);
    }

    /** Arrays of numbers that the forward sweep writes for the backward one: each element before it is read. */
    private static Set<Var> tapes(List<Stmt> forward) {
        Set<Var> tapes = new HashSet<>();
        for (Stmt statement : Walk.all(forward)) {
            if (statement instanceof Stmt.Store s
                    && s.note().role() == Stmt.Role.KEPT
                    && s.array() instanceof Expr.Ref tape
                    && !(s.value().type() instanceof Type.Array)) {
                tapes.add(tape.variable());
            }
        }
        return tapes;
    }

    private List<Stmt> block(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Loop s && Checkpoints.isRetracing(s)) {
                // Each step lets go of what it made: the scratch would keep it for every step.
                out.add(s);
            } else if (statement instanceof Stmt.Declare s && s.value() != null && pullbacks.isCall(s)) {
                out.add(pullbacks.called(s, shadowsOnly, requests));
            } else if (JoinedCalls.isOne(statement)) {
                out.add(JoinedCalls.inPlace(statement, shadowsOnly, requests.scratch()));
            } else if (!filled(statement, out) && Walk.blocks(statement).isEmpty()) {
                out.add(rewriter(statement).rewrite(List.of(statement)).get(0));
            } else if (statement instanceof Stmt.Loop loop) {
                out.addAll(release.of(loop, (Stmt.Loop) Walk.withBlocks(conditions(statement), this::block)));
            } else if (!Walk.blocks(statement).isEmpty()) {
                out.add(Walk.withBlocks(conditions(statement), this::block));
            }
        }
        return out;
    }

    /** Writes out an array that is written as its elements, if the statement makes one that is used again. */
    private boolean filled(Stmt statement, List<Stmt> out) {
        if (statement instanceof Stmt.Declare s && s.value() instanceof Expr.Apply literal && isLiteral(literal)) {
            return filled(s.variable(), literal, s, out);
        }
        return statement instanceof Stmt.Assign s
                && s.value() instanceof Expr.Apply literal
                && isLiteral(literal)
                && filled(s, literal, out);
    }

    /** The statement with what it evaluates itself rewritten; its blocks have their turn later. */
    private Stmt conditions(Stmt statement) {
        if (statement instanceof Stmt.If s) {
            return new Stmt.If(shadowsOnly.rewrite(s.condition()), s.then(), s.otherwise(), s.note());
        }
        if (statement instanceof Stmt.Loop s) {
            Stmt.Counter counter = s.counter();
            Stmt.Counter counted = counter == null
                    ? null
                    : new Stmt.Counter(counter.variable(), shadowsOnly.rewrite(counter.from()), counter.step());
            return new Stmt.Loop(s.label(), counted, shadowsOnly.rewrite(s.condition()), s.body(), s.wish(), s.note());
        }
        return statement;
    }

    private static boolean isLiteral(Expr value) {
        return value instanceof Expr.Apply apply && ArrayOperation.of(apply.primitive()) == ArrayOperation.LITERAL;
    }

    /** What the user's own code makes is used again only where nobody can have it later. */
    private Arrays rewriter(Stmt statement) {
        if (statement.note().role() != Stmt.Role.PRIMAL) {
            return all;
        }
        Expr array = null;
        Expr value = null;
        if (statement instanceof Stmt.Declare s) {
            array = new Expr.Ref(s.variable(), s.note().span());
            value = s.value();
        } else if (statement instanceof Stmt.Assign s) {
            array = new Expr.Ref(s.variable(), s.note().span());
            value = s.value();
        } else if (statement instanceof Stmt.Store s) {
            array = s.array();
            value = s.value();
        }
        boolean stays = array != null
                && value != null
                && array.type() instanceof Type.Array
                && !escapes.escapes(array, fewestDimensions(value));
        return stays ? all : shadowsOnly;
    }

    /** How many dimensions the smallest array has that an expression makes. */
    private static int fewestDimensions(Expr e) {
        int fewest = Integer.MAX_VALUE;
        if (e instanceof Expr.Apply apply && e.type() instanceof Type.Array) {
            boolean several = ArrayOperation.of(apply.primitive()) == ArrayOperation.NEW;
            int dimensions = Escapes.dimensions(e.type());
            fewest = several ? dimensions - apply.operands().size() + 1 : dimensions;
        }
        for (Expr operand : Walk.operands(e)) {
            fewest = Math.min(fewest, fewestDimensions(operand));
        }
        return fewest;
    }

    /** Declares the variable with an array that is filled then; false where a new array has to be made. */
    private boolean filled(Var variable, Expr.Apply literal, Stmt statement, List<Stmt> out) {
        Optional<Expr> made = rewriter(statement) == all ? literal(literal) : Optional.empty();
        if (made.isPresent()) {
            out.add(new Stmt.Declare(variable, made.get(), statement.note()));
            elements(new Expr.Ref(variable, literal.span()), literal, statement.note(), out);
        }
        return made.isPresent();
    }

    /** The elements may read what the variable held before. */
    private boolean filled(Stmt.Assign s, Expr.Apply literal, List<Stmt> out) {
        Var fresh = new Var(names.fresh(s.variable().name()), s.variable().type());
        boolean filled = filled(fresh, literal, s, out);
        if (filled) {
            out.add(new Stmt.Assign(s.variable(), new Expr.Ref(fresh, literal.span()), s.note()));
        }
        return filled;
    }

    private Optional<Expr> literal(Expr.Apply literal) {
        Expr length = new Expr.Literal(String.valueOf(literal.operands().size()), Type.Scalar.INT, literal.span());
        return requests.made("tape", (Type.Array) literal.type(), List.of(length), literal.span());
    }

    /** {@code y[0] = a; y[1] = b}, and so on inside. */
    private void elements(Expr array, Expr.Apply literal, Stmt.Note note, List<Stmt> out) {
        for (int i = 0; i < literal.operands().size(); i++) {
            Span span = literal.span();
            Expr operand = literal.operands().get(i);
            Expr index = new Expr.Literal(String.valueOf(i), Type.Scalar.INT, span);
            Optional<Expr> row = isLiteral(operand) ? literal((Expr.Apply) operand) : Optional.empty();
            out.add(new Stmt.Store(array, index, row.isPresent() ? row.get() : all.rewrite(operand), note));
            if (row.isPresent()) {
                Expr element = new Expr.Apply(Primitive.index(array.type(), index.type()), List.of(array, index), span);
                elements(element, (Expr.Apply) operand, note, out);
            }
        }
    }
}
