package dev.jacobi.processor.report;

import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;

/**
 * What a function and its derivative cost.
 *
 * @param value the function alone
 * @param forward the sweep that computes the value and what the other one needs
 * @param checkpointed the loops that keep snapshots
 * @param backward the sweep that computes derivatives; nothing where it runs inside the other one
 */
record Costs(Work value, Work forward, Work backward, TapeUse tape, LoopTotals loops, List<Stmt.Loop> checkpointed) {

    static Costs of(Finding finding, String file) {
        Adjoint sweeps = finding.sweeps();
        LoopTotals loops = new LoopTotals(file);
        Work forward = Tally.of(sweeps.forward(), loops);
        if (sweeps.value() != null) {
            forward = forward.plus(Tally.of(sweeps.value()));
        }
        Work backward = Tally.of(sweeps.backward(), loops);
        for (Expr bar : sweeps.bars()) {
            backward = backward.plus(Tally.of(bar));
        }
        return new Costs(
                value(sweeps.primal(), file),
                forward,
                backward,
                TapeUse.of(sweeps, finding.tape(), file),
                loops,
                checkpointed(sweeps.primal()));
    }

    private static List<Stmt.Loop> checkpointed(Function primal) {
        List<Stmt.Loop> checkpointed = new ArrayList<>();
        for (Stmt statement : Walk.all(primal.body())) {
            if (statement instanceof Stmt.Loop loop && loop.wish() instanceof Stmt.Checkpointed) {
                checkpointed.add(loop);
            }
        }
        return List.copyOf(checkpointed);
    }

    /** The bytes of tapes, as pages say it. */
    String recorded() {
        if (checkpointed.isEmpty()) {
            return tape.toString();
        }
        return tape.tapes().isEmpty() ? "snapshots alone" : tape + " + snapshots";
    }

    private static Work value(Function primal, String file) {
        Work work = Tally.of(primal.body(), new LoopTotals(file));
        return primal.result() == null ? work : work.plus(Tally.of(primal.result()));
    }

    /** Both sweeps. */
    Work both() {
        return forward.plus(backward);
    }

    /**
     * How many operations value and derivative take for each one of the value, for large sizes; 0 if that varies, or if
     * calls do some of the work.
     */
    double ratio() {
        return hasCalls() ? 0 : both().all().most().ratio(value.all().most());
    }

    boolean hasCalls() {
        return !both().calls().isEmpty() || !value.calls().isEmpty();
    }
}
