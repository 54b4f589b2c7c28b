package dev.jacobi.processor.transform.inplace;

import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.InPlace;
import dev.jacobi.processor.ir.InPlace.Bar;
import dev.jacobi.processor.ir.InPlace.Kind;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the caller of an in-place member gives for each parameter that is differentiated by: for {@code x} an array
 * {@code xBar}. A variable of the sweeps that has that name gets another one.
 */
public final class BarParameters {

    private final NameSupply names;
    private final Set<Integer> written;
    private final boolean seeds;
    private Adjoint adjoint;

    private BarParameters(Adjoint adjoint, Set<Integer> written, boolean seeds) {
        this.adjoint = adjoint;
        this.names = Reuse.names(adjoint);
        this.written = written;
        this.seeds = seeds;
    }

    /**
     * @param sweeps as {@link Reuse} leaves them: the scratch is the last shadow
     * @param written the array parameters that the method writes to
     * @param changed those that must share no array with others
     * @param seeds whether the bars of arrays bring the seeds
     */
    public static InPlace of(Adjoint sweeps, Set<Integer> written, Set<Integer> changed, boolean seeds) {
        return new BarParameters(sweeps, written, seeds).member(changed);
    }

    private InPlace member(Set<Integer> changed) {
        List<Var> shadows = adjoint.shadows();
        int next = 0;
        List<Bar> bars = new ArrayList<>();
        for (int i : adjoint.active()) {
            Var parameter = adjoint.primal().parameters().get(i);
            boolean array = parameter.type() instanceof Type.Array;
            bars.add(array ? array(parameter, shadows.get(next++), written.contains(i)) : number(parameter));
        }
        Var scratch = shadows.get(next);
        Var workspace = new Var(names.fresh("workspace"), new Type.Library("dev.jacobi.tape.Workspace"));
        Var value = new Var(names.fresh("value"), adjoint.primal().type());
        return new InPlace(adjoint, scratch, workspace, value, bars, changed);
    }

    private Bar number(Var parameter) {
        String name = parameter.name() + "Bar";
        named(name).ifPresent(local -> rename(local, parameter.name() + "Sum"));
        String free = named(name).isPresent() || isParameter(name) ? names.fresh(name) : name;
        names.fresh(name);
        return new Bar(Kind.NUMBER, parameter, new Var(free, new Type.Array(parameter.type())), null, null);
    }

    private Bar array(Var parameter, Var shadow, boolean isWritten) {
        Optional<Var> rows = rows(shadow);
        if (!isWritten || seeds && rows.isEmpty()) {
            return new Bar(Kind.ITSELF, parameter, shadow, shadow, null);
        }
        Var apart = rename(shadow, parameter.name() + "Shadow");
        return new Bar(seeds ? Kind.MOVED : Kind.APART, parameter, shadow, apart, rows.orElse(null));
    }

    /** Where rows are moved, the forward sweep does that in an array of their own, made of the shadow first. */
    private Optional<Var> rows(Var shadow) {
        for (Stmt statement : adjoint.forward()) {
            if (statement instanceof Stmt.Declare s
                    && s.value() instanceof Expr.Apply apply
                    && apply.primitive().name().equals("rows")
                    && Walk.reads(apply).contains(shadow)) {
                return Optional.of(s.variable());
            }
        }
        return Optional.empty();
    }

    private boolean isParameter(String name) {
        return adjoint.parameters().stream().anyMatch(v -> v.name().equals(name));
    }

    /** A variable that the sweeps declare. */
    private Optional<Var> named(String name) {
        List<Var> declared = new ArrayList<>(Walk.declares(adjoint.forward()));
        declared.addAll(Walk.declares(adjoint.backward()));
        return declared.stream().filter(v -> v.name().equals(name)).findFirst();
    }

    private Var rename(Var from, String wish) {
        Var to = new Var(names.fresh(wish), from.type());
        Rewriter renaming = Substitution.rename(from, to);
        List<Expr> bars = new ArrayList<>();
        adjoint.bars().forEach(bar -> bars.add(renaming.rewrite(bar)));
        List<Var> shadows = new ArrayList<>(adjoint.shadows());
        shadows.replaceAll(v -> v.equals(from) ? to : v);
        adjoint = new Adjoint(
                adjoint.primal(),
                adjoint.active(),
                shadows,
                renaming.rewrite(adjoint.forward()),
                adjoint.value() == null ? null : renaming.rewrite(adjoint.value()),
                renamed(adjoint.valueShadow(), from, to),
                adjoint.seed(),
                renaming.rewrite(adjoint.backward()),
                bars);
        return to;
    }

    private static @Nullable Var renamed(@Nullable Var variable, Var from, Var to) {
        return from.equals(variable) ? to : variable;
    }
}
