package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A backward sweep for each number that a function gives, with 1 for the seed of that number and 0 for the others: the
 * rows of the Jacobian, behind one forward sweep.
 *
 * <p>What is multiplied with a seed of zero isn't there once the sweeps are simplified, so each goes only through what
 * its number was made of. (Griewank, Walther: Evaluating Derivatives, 2nd ed., §3.2, vector mode in reverse.)
 */
public final class UnitSeeds {

    /** How many statements all sweeps may have: HotSpot doesn't compile a method of more than 8,000 bytes. */
    private static final int MOST_STATEMENTS = 1_000;

    private final Adjoint sweeps;
    private final NameSupply names;

    private UnitSeeds(Adjoint sweeps) {
        this.sweeps = sweeps;
        this.names = NameSupply.after(sweeps);
    }

    /** Whether sweeps of a function can stand there several times: they share nothing but numbers. */
    public static boolean serves(Function function) {
        boolean loops = Walk.all(function.body()).stream().anyMatch(Stmt.Loop.class::isInstance);
        boolean arrays = Walk.declares(function.body()).stream().anyMatch(UnitSeeds::isArray)
                || function.parameters().stream().anyMatch(UnitSeeds::isArray);
        return !loops && !arrays;
    }

    private static boolean isArray(Var variable) {
        return variable.type() instanceof Type.Array;
    }

    /** Whether all sweeps together are still one method that is compiled. */
    public static boolean areShort(Adjoint sweeps) {
        return Walk.all(sweeps.backward()).size() * sweeps.seeds().size() <= MOST_STATEMENTS;
    }

    /** One adjoint with all sweeps; its bars are those of the first number, then those of the second, and so on. */
    public static Adjoint of(Adjoint sweeps) {
        return new UnitSeeds(sweeps).rows();
    }

    private Adjoint rows() {
        List<Stmt> backward = new ArrayList<>();
        List<Expr> bars = new ArrayList<>();
        for (Var seed : sweeps.seeds()) {
            Rewriter row = row(seed, backward.isEmpty());
            List<Stmt> sweep = row.rewrite(sweeps.backward());
            Zeros zeros = Zeros.of(sweep);
            backward.addAll(zeros.removed(sweep));
            sweeps.bars().forEach(bar -> bars.add(zeros.written().rewrite(row.rewrite(bar))));
        }
        return new Adjoint(
                sweeps.primal(),
                sweeps.active(),
                sweeps.shadows(),
                sweeps.forward(),
                sweeps.value(),
                sweeps.valueShadows(),
                List.of(),
                backward,
                bars);
    }

    private Rewriter row(Var one, boolean first) {
        Map<Var, Expr> units = new HashMap<>();
        for (Var seed : sweeps.seeds()) {
            units.put(seed, Arithmetic.number(seed.equals(one) ? 1 : 0, seed.type(), Span.NOWHERE));
        }
        return Substitution.of(units, first ? Map.of() : names.fresh(Walk.declares(sweeps.backward())));
    }
}
