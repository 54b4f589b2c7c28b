package dev.jacobi.processor.transform.sparsity;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.IndexSets;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pattern of a Jacobian read off the index expressions: where each result is made of elements of the argument that
 * its own statements name, as in a stencil, no sets are needed. What is left is the loops around these statements, with
 * an entry in the place of each element; numbers are computed only where the way through the code depends on them.
 *
 * <pre>
 *   for (…) { rateOn[i] = uOn[i - 1] ∪ uOn[i + 1]; rate[i] = u[i - 1] * u[i + 1] }
 *   becomes
 *   for (…) { row(i); add(i - 1); add(i + 1) }
 * </pre>
 */
public final class DirectPattern {

    private final Var value;
    private final Var results;
    private final Var pattern;
    private final Entries entries;

    /** What makes the array of the results. */
    private @Nullable Expr made;

    private boolean fails;

    private DirectPattern(Var value, Var results, Var pattern, Entries entries) {
        this.value = value;
        this.results = results;
        this.pattern = pattern;
        this.entries = entries;
    }

    /**
     * The function that takes the arguments and a pattern to fill; nothing where sets are needed.
     *
     * @param sets gives a vector and the set of each of its elements; takes those of a vector last
     */
    public static Optional<Function> of(Function sets, FunctionName.Pattern name) {
        if (!(sets.result() instanceof Expr.Build both)
                || both.components().size() != 2
                || !(both.components().get(0) instanceof Expr.Ref value)
                || !(both.components().get(1) instanceof Expr.Ref results)) {
            return Optional.empty();
        }
        List<Var> parameters = new ArrayList<>(sets.parameters());
        Var argument = parameters.remove(parameters.size() - 1);
        Var pattern = new Var(NameSupply.after(sets).fresh("pattern"), IndexSets.PATTERN);
        parameters.add(pattern);
        Entries entries = new Entries(argument, pattern, changing(sets.body()));
        DirectPattern direct = new DirectPattern(value.variable(), results.variable(), pattern, entries);
        List<Stmt> body = direct.block(sets.body());
        boolean counted = Walk.declares(sets.body()).contains(results.variable()); // else it is the argument itself
        if (!counted || direct.fails || mentionsSets(body)) {
            return Optional.empty();
        }
        List<Stmt> needed = WriteOnly.remove(body);
        return Optional.of(new Function(name, parameters, sets.reserved(), needed, null, Type.Scalar.VOID));
    }

    /** Variables that are assigned again, and arrays that may be written. */
    private static Set<Var> changing(List<Stmt> body) {
        Set<Var> changing = new HashSet<>(Walk.assigns(body));
        for (Stmt statement : Walk.all(body)) {
            List<Expr> written = statement instanceof Stmt.Store s
                    ? List.of(s.array())
                    : statement instanceof Stmt.Accumulate s ? List.of(s.array()) : List.of();
            boolean hands = statement instanceof Stmt.Effect
                    || !Walk.calls(List.of(statement)).isEmpty();
            for (Expr e : hands && Walk.blocks(statement).isEmpty() ? Walk.own(statement) : written) {
                changing.addAll(Walk.reads(e));
            }
        }
        return changing;
    }

    private List<Stmt> block(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            if (!Walk.blocks(statement).isEmpty()) {
                out.add(Walk.withBlocks(statement, this::block));
            } else if (statement instanceof Stmt.Declare s && s.variable().equals(results)) {
                out.add(new Stmt.Effect(IndexSets.rows(pattern, count(s.note().span())), s.note()));
                fails |= s.value() == null || !Walk.reads(s.value()).equals(Set.of(value));
            } else if (statement instanceof Stmt.Declare s && isSet(s.variable()) && s.value() != null) {
                entries.learn(s.variable(), s.value());
            } else if (statement instanceof Stmt.Store s
                    && s.array() instanceof Expr.Ref array
                    && array.variable().equals(results)) {
                out.add(new Stmt.Effect(IndexSets.row(pattern, s.index()), s.note()));
                Optional<List<Stmt>> row = entries.of(s.value(), s.note());
                fails |= row.isEmpty();
                row.ifPresent(out::addAll);
            } else {
                note(statement);
                out.add(statement);
            }
        }
        return out;
    }

    private void note(Stmt statement) {
        if (statement instanceof Stmt.Declare s && s.variable().equals(value)) {
            made = s.value();
        }
    }

    /** How many results there are: the length that their array was made with, or has. */
    private Expr count(Span span) {
        Expr.Ref array = new Expr.Ref(value, span);
        return made instanceof Expr.Apply fresh
                        && ArrayOperation.of(fresh.primitive()) == ArrayOperation.NEW
                        && entries.isSteady(fresh.operands().get(0))
                ? fresh.operands().get(0)
                : new Expr.Apply(Primitive.length(value.type()), List.of(array), span);
    }

    private static boolean isSet(Var variable) {
        return variable.type().equals(IndexSets.SET);
    }

    /** Whether sets are left over: such as one that a loop carries, or an array of them. */
    private static boolean mentionsSets(List<Stmt> body) {
        return Walk.all(body).stream().flatMap(s -> Walk.own(s).stream()).anyMatch(DirectPattern::makesSets);
    }

    private static boolean isSets(Type type) {
        return type.equals(IndexSets.SET) || type instanceof Type.Array array && isSets(array.element());
    }

    private static boolean makesSets(Expr e) {
        return isSets(e.type()) || Walk.operands(e).stream().anyMatch(DirectPattern::makesSets);
    }
}
