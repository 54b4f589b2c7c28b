package dev.jacobi.processor.split;

import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives every variable a name of its own. A backward sweep may declare in its loops what the forward sweep declares in
 * its own; as fields of one class they would be one.
 */
final class Apart {

    private final NameSupply names;
    private final Set<Var> declared;

    /** Those that statements declare; loops' counters may share a name, as they are no fields. */
    private final Set<Var> byStatements;

    /**
     * @param names a supply in which all variables are taken
     * @param keep the variables that keep their names, those declared in no block among them
     * @param byStatements all that statements declare
     */
    Apart(NameSupply names, Set<Var> keep, Set<Var> byStatements) {
        this.names = names;
        this.declared = new HashSet<>(keep);
        this.byStatements = byStatements;
    }

    /** Of statements in no block. */
    List<Stmt> rename(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>(body.size());
        for (Stmt statement : body) {
            out.add(inside(statement));
        }
        return out;
    }

    private Stmt inside(Stmt statement) {
        Stmt renamed = statement;
        if (statement instanceof Stmt.Loop s && s.counter() != null) {
            Var counter = s.counter().variable();
            if (byStatements.contains(counter)) {
                renamed = statement.match(Substitution.rename(counter, fresh(counter)));
            }
        }
        return Walk.withBlocks(renamed, this::block);
    }

    private List<Stmt> block(List<Stmt> body) {
        List<Stmt> rest = body;
        List<Stmt> out = new ArrayList<>(body.size());
        while (!rest.isEmpty()) {
            if (rest.get(0) instanceof Stmt.Declare s && !declared.add(s.variable())) {
                rest = Substitution.rename(s.variable(), fresh(s.variable())).rewrite(rest);
            }
            out.add(inside(rest.get(0)));
            rest = rest.subList(1, rest.size());
        }
        return out;
    }

    private Var fresh(Var variable) {
        Var fresh = new Var(names.fresh(variable.name()), variable.type());
        declared.add(fresh);
        return fresh;
    }
}
