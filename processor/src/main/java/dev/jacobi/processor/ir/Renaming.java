package dev.jacobi.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Code that stands twice in one function. */
public final class Renaming {

    private Renaming() {}

    /** A loop once more, with variables and a label of its own. */
    public static Stmt.Loop again(Stmt.Loop loop, NameSupply names) {
        List<Var> declared = new ArrayList<>(Walk.declares(List.of(loop)));
        Map<Var, Var> own = names.fresh(declared);
        Rewriter renaming = new Rewriter() {
            @Override
            protected Var target(Var variable) {
                return own.getOrDefault(variable, variable);
            }
        };
        Stmt.Loop renamed = (Stmt.Loop) loop.match(renaming);
        return new Stmt.Loop(
                names.fresh(loop.label()),
                renamed.counter(),
                renamed.condition(),
                renamed.body(),
                renamed.wish(),
                renamed.note());
    }
}
