package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the body of a method. */
final class StatementGenerator {

    private static final List<Type> LOCALS =
            List.of(Type.DOUBLE, Type.DOUBLE, Type.DOUBLE, Type.FLOAT, Type.INT, Type.BOOLEAN, Type.LONG);

    private final Dice dice;
    private final TermGenerator terms;
    private final Type result;

    StatementGenerator(Dice dice, TermGenerator terms, Type result) {
        this.dice = dice;
        this.terms = terms;
        this.result = result;
    }

    /** What only throws isn't differentiated, so there is a return somewhere. */
    List<Statement> returningBody(int size, Scope scope) {
        while (true) {
            List<Statement> body = block(size, 3, result != Type.VOID, scope.inner());
            if (result == Type.VOID || returns(body)) {
                return body;
            }
        }
    }

    private static boolean returns(List<Statement> statements) {
        return statements.stream()
                .anyMatch(s ->
                        s instanceof Statement.Return || s.bodies().stream().anyMatch(b -> returns(b)));
    }

    /** A list of statements, of which the last returns if it must. */
    private List<Statement> block(int size, int depth, boolean mustReturn, Scope scope) {
        List<Statement> out = new ArrayList<>();
        for (int i = dice.between(size > 1 ? 1 : 0, size); i > 0; i--) {
            statement(depth, scope, out);
            if (!completes(out)) {
                return out;
            }
        }
        if (mustReturn) {
            end(depth, scope, out);
        }
        return out;
    }

    private void end(int depth, Scope scope, List<Statement> out) {
        if (depth > 0 && dice.chance(0.3)) {
            List<Statement> then = block(2, depth - 1, true, scope.inner());
            List<Statement> otherwise = block(2, depth - 1, true, scope.inner());
            out.add(new Statement.If(condition(scope), then, otherwise));
        } else {
            out.add(giveBack(scope));
        }
    }

    private Statement giveBack(Scope scope) {
        return new Statement.Return(result == Type.VOID ? Optional.empty() : Optional.of(value(scope)));
    }

    /** A number that is given back mostly depends on some variable directly, lest most programs be constant. */
    private Term value(Scope scope) {
        Term term = terms.term(result, dice.between(1, 4), scope);
        return result.isFloating() && dice.chance(0.6)
                ? new Term.Binary(
                        dice.pick(Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY), terms.leaf(result, scope), term)
                : term;
    }

    private Term condition(Scope scope) {
        return terms.term(Type.BOOLEAN, dice.between(1, 3), scope);
    }

    private void statement(int depth, Scope scope, List<Statement> out) {
        switch (dice.weighted(6, 5, depth > 0 ? 6 : 0, depth > 0 ? 2 : 0, 1, 1, depth > 0 ? 1 : 0)) {
            case 0 -> declare(scope, out);
            case 1 -> assign(scope, out);
            case 2 -> out.add(branch(depth, scope));
            case 3 -> deferred(depth, scope, out);
            case 4 -> out.add(note(scope));
            case 5 -> call(scope, out);
            default -> out.add(new Statement.Block(side(depth, scope)));
        }
    }

    private void declare(Scope scope, List<Statement> out) {
        Type type = dice.pick(LOCALS);
        Term value = terms.term(type, dice.between(1, 3), scope);
        Statement.Style style = switch (dice.weighted(12, 2, 1, type.isFloating() ? 2 : 0)) {
            case 0 -> Statement.Style.PLAIN;
            case 1 -> Statement.Style.VAR;
            case 2 -> Statement.Style.FINAL;
            default -> Statement.Style.NO_DERIVATIVE;
        };
        Variable variable = new Variable(scope.fresh(dice), style == Statement.Style.VAR ? value.type() : type);
        out.add(new Statement.Declare(variable, style, Optional.of(value)));
        scope.add(variable, style != Statement.Style.FINAL);
    }

    private void assign(Scope scope, List<Statement> out) {
        if (!scope.assignable().isEmpty()) {
            Type type = dice.pick(scope.assignable()).type();
            terms.assign(type, dice.between(1, 3), scope).ifPresent(t -> out.add(new Statement.Evaluate(t)));
        }
    }

    private Statement note(Scope scope) {
        Term term = terms.term(Type.DOUBLE, 1, scope);
        return new Statement.Evaluate(new Term.Recorded(Journal.Entry.NOTE, List.of(term)));
    }

    private void call(Scope scope, List<Statement> out) {
        Type type = dice.pick(Type.VOID, Type.VOID, Type.DOUBLE);
        terms.invoke(type, 2, scope).ifPresent(t -> out.add(new Statement.Evaluate(t)));
    }

    private Statement branch(int depth, Scope scope) {
        List<Statement> otherwise = dice.chance(0.5) ? side(depth, scope) : List.of();
        return new Statement.If(condition(scope), side(depth, scope), otherwise);
    }

    /** What may end in a return or a throw. */
    private List<Statement> side(int depth, Scope scope) {
        Scope inner = scope.inner();
        List<Statement> body = new ArrayList<>(block(2, depth - 1, false, inner));
        if (completes(body)) {
            if (dice.chance(0.3)) {
                body.add(giveBack(inner));
            } else if (dice.chance(0.04)) {
                body.add(new Statement.Throw("k" + dice.below(100)));
            }
        }
        return body;
    }

    /** {@code double v; if (c) { …; v = t; } else { v = t; … } }, or one side leaves. */
    private void deferred(int depth, Scope scope, List<Statement> out) {
        Variable variable = new Variable(scope.fresh(dice), dice.pick(LOCALS));
        out.add(new Statement.Declare(
                variable, dice.chance(0.1) ? Statement.Style.NO_DERIVATIVE : Statement.Style.PLAIN, Optional.empty()));
        Term condition = condition(scope);
        // Hidden from the sides, lest they read it before they assign it or declare its name again.
        Scope reserved = scope.inner();
        List<Statement> then = assigning(variable, depth, reserved);
        List<Statement> otherwise = assigning(variable, depth, reserved);
        out.add(new Statement.If(condition, then, otherwise));
        scope.add(variable, true);
    }

    private List<Statement> assigning(Variable variable, int depth, Scope scope) {
        List<Statement> body = new ArrayList<>();
        Scope inner = scope.inner();
        Term value = terms.term(variable.type(), 2, inner);
        if (dice.chance(0.2)) {
            body.add(giveBack(inner));
            return body;
        }
        body.add(new Statement.Evaluate(new Term.Assign(variable, Optional.empty(), value)));
        inner.add(variable, true);
        body.addAll(block(1, depth - 1, false, inner));
        return body;
    }

    private static boolean completes(List<Statement> statements) {
        return statements.isEmpty() || completes(statements.get(statements.size() - 1));
    }

    private static boolean completes(Statement statement) {
        if (statement instanceof Statement.If branch) {
            return completes(branch.then()) || completes(branch.otherwise());
        }
        if (statement instanceof Statement.Block block) {
            return completes(block.body());
        }
        return !(statement instanceof Statement.Return || statement instanceof Statement.Throw);
    }
}
