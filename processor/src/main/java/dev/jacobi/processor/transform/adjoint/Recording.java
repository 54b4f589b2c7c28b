package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.ir.Reachability;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is added to one loop of the forward sweep, so that it records. */
final class Recording {

    /** Before all iterations, where the sweeps are those of one. */
    final List<Stmt> room = new ArrayList<>();

    /** Before the outermost loop around it. */
    final List<Stmt> tapes = new ArrayList<>();

    /** Just before it. */
    final List<Stmt> before = new ArrayList<>();

    /** At the start and at the end of each iteration. */
    final List<Stmt> first = new ArrayList<>();

    final List<Stmt> last = new ArrayList<>();

    /** Behind the declaration of a variable, or of the block that gives it a value. */
    final Map<Var, Stmt> records = new LinkedHashMap<>();

    /** Before the outermost loop of the backward sweep. */
    final List<Stmt> beforeBackward = new ArrayList<>();

    /** The forward sweep whose loops record, by label, what is added to them. */
    static List<Stmt> added(Map<String, Recording> recordings, List<Stmt> forward) {
        return new Sweep(recordings).block(forward, true);
    }

    private record Sweep(Map<String, Recording> recordings) {

        List<Stmt> block(List<Stmt> body, boolean outside) {
            List<Stmt> out = new ArrayList<>();
            for (Stmt statement : body) {
                if (statement instanceof Stmt.Loop loop) {
                    loop(loop, outside, out);
                } else {
                    out.add(Walk.withBlocks(statement, block -> block(block, outside)));
                }
            }
            recordings.values().forEach(recording -> recording.records.forEach((v, store) -> record(v, store, out)));
            return out;
        }

        private void loop(Stmt.Loop loop, boolean outside, List<Stmt> out) {
            if (outside) {
                tapesOf(loop, out);
            }
            Recording recording = recordings.get(loop.label());
            List<Stmt> inside = block(loop.body(), false);
            if (recording != null) {
                List<Stmt> whole = new ArrayList<>(recording.first);
                whole.addAll(inside);
                boolean ends = Reachability.canComplete(inside);
                whole.addAll(ends ? recording.last : List.of());
                inside = whole;
                out.addAll(recording.before);
            }
            out.add(loop.with(inside));
        }

        private void tapesOf(Stmt.Loop loop, List<Stmt> out) {
            for (Stmt statement : Walk.all(List.of(loop))) {
                Recording recording = statement instanceof Stmt.Loop l ? recordings.get(l.label()) : null;
                if (recording != null) {
                    out.addAll(recording.tapes);
                }
            }
        }

        /** Puts a recording where its variable has its value: behind its last assignment in the block. */
        private static void record(Var variable, Stmt store, List<Stmt> out) {
            int last = -1;
            for (int i = 0; i < out.size(); i++) {
                boolean declares =
                        out.get(i) instanceof Stmt.Declare s && s.variable().equals(variable);
                if (declares || last >= 0 && Walk.assigns(List.of(out.get(i))).contains(variable)) {
                    last = i;
                }
            }
            if (last >= 0) {
                out.add(last + 1, store);
            }
        }
    }
}
