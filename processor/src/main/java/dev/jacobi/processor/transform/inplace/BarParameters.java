package dev.jacobi.processor.transform.inplace;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.InPlace;
import dev.jacobi.processor.ir.InPlace.Bar;
import dev.jacobi.processor.ir.InPlace.Kind;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Reachability;
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

/**
 * What the caller of an in-place member gives for each parameter that is differentiated by: for {@code x} an array
 * {@code xBar}. A variable of the sweeps that has that name gets another one.
 */
public final class BarParameters {

    private static final Type BARS = new Type.Library("dev.jacobi.tape.Bars");

    private final NameSupply names;
    private final Set<Integer> written;
    private final boolean seeds;

    /** Whether the method may throw when derivatives have been added. */
    private final boolean interrupted;

    private Adjoint adjoint;

    /** How many bars that bring seeds stand behind the scratch among the shadows. */
    private int seeded;

    private BarParameters(Adjoint adjoint, Set<Integer> written, boolean seeds) {
        this.adjoint = adjoint;
        this.names = NameSupply.after(adjoint);
        this.written = written;
        this.seeds = seeds;
        this.interrupted = Interruptions.arePossible(adjoint);
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
        boolean completes = Reachability.canComplete(adjoint.forward());
        Adjoint whole = completes ? adjoint : with(adjoint.shadows(), List.of(), List.of());
        return new InPlace(whole, scratch, workspace, value, completes, bars, changed);
    }

    private Bar number(Var parameter) {
        String name = parameter.name() + "Bar";
        Optional<Var> local = named(name);
        if (local.isPresent()) {
            rename(local.get(), parameter.name() + "Sum");
        }
        String free = named(name).isPresent() || isParameter(name) ? names.fresh(name) : name;
        names.fresh(name);
        return new Bar(Kind.NUMBER, parameter, new Var(free, new Type.Array(parameter.type())), null);
    }

    private Bar array(Var parameter, Var shadow, boolean isWritten) {
        Optional<Var> rows = rows(shadow);
        boolean apartFromSeeds = isWritten && (!seeds || rows.isPresent());
        if (!apartFromSeeds && (isWritten || !interrupted)) {
            return new Bar(Kind.ITSELF, parameter, shadow, shadow);
        }
        Var apart = rename(shadow, parameter.name() + "Shadow");
        if (seeds && rows.isPresent()) {
            takeSeeds(rows.get(), shadow, parameter);
            return new Bar(Kind.MOVED, parameter, shadow, apart);
        }
        return new Bar(Kind.APART, parameter, shadow, apart);
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

    /** The backward sweep begins with the seeds, which stand where rows are in the end. */
    private void takeSeeds(Var rows, Var bar, Var parameter) {
        Span span = Span.NOWHERE;
        Var scratch = adjoint.shadows().get(adjoint.shadows().size() - 1 - seeded++);
        Expr bars = called("bars", BARS, List.of(new Expr.Ref(scratch, span)), span);
        List<Expr> operands = List.of(
                bars,
                new Expr.Ref(rows, span),
                text(bar, span),
                new Expr.Ref(bar, span),
                text(parameter, span),
                new Expr.Ref(parameter, span));
        Expr taken = called("seeds", Type.Scalar.VOID, operands, span);
        List<Stmt> backward = new ArrayList<>();
        backward.add(new Stmt.Effect(taken, new Stmt.Note(Stmt.Role.KEPT, span)));
        backward.addAll(adjoint.backward());
        List<Var> shadows = new ArrayList<>(adjoint.shadows());
        shadows.add(bar);
        adjoint = with(shadows, backward, adjoint.bars());
    }

    private static Expr called(String name, Type result, List<Expr> operands, Span span) {
        Type owner = operands.get(0).type();
        Primitive primitive = new Primitive(
                Primitive.Form.METHOD, owner, name, Walk.types(operands), result, true, owner + "." + name + "()");
        return new Expr.Apply(primitive, operands, span);
    }

    private static Expr text(Var variable, Span span) {
        return new Expr.Literal("\"" + variable.name() + "\"", new Type.Library("java.lang.String"), span);
    }

    private Adjoint with(List<Var> shadows, List<Stmt> backward, List<Expr> bars) {
        return new Adjoint(
                adjoint.primal(),
                adjoint.active(),
                shadows,
                adjoint.forward(),
                adjoint.value(),
                adjoint.valueShadows(),
                adjoint.seeds(),
                backward,
                bars);
    }

    private boolean isParameter(String name) {
        boolean is = false;
        for (Var parameter : adjoint.parameters()) {
            is |= parameter.name().equals(name);
        }
        return is;
    }

    /** A variable that the sweeps declare. */
    private Optional<Var> named(String name) {
        List<Var> declared = new ArrayList<>(Walk.declares(adjoint.forward()));
        declared.addAll(Walk.declares(adjoint.backward()));
        for (Var variable : declared) {
            if (variable.name().equals(name)) {
                return Optional.of(variable);
            }
        }
        return Optional.empty();
    }

    private Var rename(Var from, String wish) {
        Var to = new Var(names.fresh(wish), from.type());
        Rewriter renaming = Substitution.rename(from, to);
        List<Expr> bars = new ArrayList<>();
        for (Expr bar : adjoint.bars()) {
            bars.add(renaming.rewrite(bar));
        }
        List<Var> shadows = new ArrayList<>();
        for (Var shadow : adjoint.shadows()) {
            shadows.add(shadow.equals(from) ? to : shadow);
        }
        adjoint = new Adjoint(
                adjoint.primal(),
                adjoint.active(),
                shadows,
                renaming.rewrite(adjoint.forward()),
                adjoint.value() == null ? null : renaming.rewrite(adjoint.value()),
                renamed(adjoint.valueShadows(), from, to),
                adjoint.seeds(),
                renaming.rewrite(adjoint.backward()),
                bars);
        return to;
    }

    private static List<Var> renamed(List<Var> variables, Var from, Var to) {
        List<Var> renamed = new ArrayList<>();
        variables.forEach(variable -> renamed.add(variable.equals(from) ? to : variable));
        return renamed;
    }
}
