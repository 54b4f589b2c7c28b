package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether what follows a statement can be reached: Java refuses statements that can't. */
final class Reach {

    private Reach() {}

    static boolean completes(List<Statement> statements) {
        return statements.isEmpty() || completes(statements.get(statements.size() - 1), Optional.empty());
    }

    private static boolean completes(Statement statement, Optional<String> label) {
        if (statement instanceof Statement.If s) {
            return completes(s.then()) || completes(s.otherwise());
        }
        if (statement instanceof Statement.Block s) {
            return completes(s.body());
        }
        if (statement instanceof Statement.Switch s) {
            return completes(s);
        }
        if (statement instanceof Loop.Do s) {
            return completes(s.body()) || jumps(s.body()).stream().anyMatch(j -> isTo(j, label));
        }
        if (statement instanceof Jump.Labelled s) {
            Optional<String> own = Optional.of(s.label());
            return completes(s.statement(), own)
                    || jumps(List.of(s.statement())).contains(new Jump.Break(own));
        }
        return !(statement instanceof Statement.Return
                || statement instanceof Statement.Throw
                || statement instanceof Jump);
    }

    private static boolean completes(Statement.Switch s) {
        List<Statement.Case> cases = s.cases();
        return cases.stream().noneMatch(c -> c.labels().isEmpty())
                || completes(cases.get(cases.size() - 1).body())
                || s.arrows() && cases.stream().anyMatch(c -> completes(c.body()))
                || cases.stream().anyMatch(c -> jumps(c.body()).contains(new Jump.Break(Optional.empty())));
    }

    private static boolean isTo(Jump jump, Optional<String> label) {
        Optional<String> to = label(jump);
        return to.isEmpty() || to.equals(label);
    }

    private static Optional<String> label(Jump jump) {
        if (jump instanceof Jump.Break b) {
            return b.label();
        }
        return jump instanceof Jump.Continue c ? c.label() : Optional.empty();
    }

    /** The breaks and continues that leave statements. */
    private static List<Jump> jumps(List<Statement> statements) {
        List<Jump> out = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Jump.Break || statement instanceof Jump.Continue) {
                out.add((Jump) statement);
            }
            for (List<Statement> body : statement.bodies()) {
                jumps(body).stream().filter(j -> !catches(statement, j)).forEach(out::add);
            }
        }
        return out;
    }

    private static boolean catches(Statement statement, Jump jump) {
        boolean plain = label(jump).isEmpty();
        return plain
                && (statement instanceof Loop || statement instanceof Statement.Switch && jump instanceof Jump.Break);
    }
}
