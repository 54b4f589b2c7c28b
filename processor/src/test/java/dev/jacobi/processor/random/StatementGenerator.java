package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the body of a method. */
final class StatementGenerator {

    private static final List<Type> LOCALS =
            List.of(Type.DOUBLE, Type.DOUBLE, Type.DOUBLE, Type.FLOAT, Type.INT, Type.BOOLEAN, Type.LONG);

    private final Workshop shop;
    private final Dice dice;
    private final TermGenerator terms;
    private final Type result;

    StatementGenerator(Workshop shop) {
        this.shop = shop;
        this.dice = shop.dice;
        this.terms = shop.terms;
        this.result = shop.result;
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
    List<Statement> block(int size, int depth, boolean mustReturn, Scope scope) {
        List<Statement> out = new ArrayList<>();
        for (int i = dice.between(size > 1 ? 1 : 0, size); i > 0; i--) {
            statement(depth, scope, out);
            if (!Reach.completes(out)) {
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

    Statement giveBack(Scope scope) {
        return new Statement.Return(result == Type.VOID ? Optional.empty() : Optional.of(value(scope)));
    }

    /** A number that is given back mostly depends on some variable directly, lest most programs be constant. */
    private Term value(Scope scope) {
        if (result.isArray()) {
            return shop.arrays.result(result, scope);
        }
        Term term = terms.term(result, dice.between(1, 4), scope);
        return result.isFloating() && dice.chance(0.6)
                ? new Term.Binary(
                        dice.pick(Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY), terms.leaf(result, scope), term)
                : term;
    }

    private Term condition(Scope scope) {
        return terms.term(Type.BOOLEAN, dice.between(1, 3), scope);
    }

    void statement(int depth, Scope scope, List<Statement> out) {
        boolean deeper = depth > 0;
        switch (dice.weighted(
                6,
                5,
                deeper ? 6 : 0,
                deeper ? 2 : 0,
                shop.acts() ? 1 : 0,
                1,
                deeper ? 1 : 0,
                deeper && shop.loops.fits(scope) ? 9 : 0,
                shop.weight(Feature.ARRAYS, 9),
                deeper ? shop.weight(Feature.SWITCH, 3) : 0,
                shop.acts() ? shop.weight(Feature.ASSERT, 1) : 0,
                canJump(scope) ? 3 : 0,
                deeper && shop.sums.fits(scope) ? 3 : 0)) {
            case 0 -> declare(scope, out);
            case 1 -> assign(scope, out);
            case 2 -> out.add(branch(depth, scope));
            case 3 -> deferred(depth, scope, out);
            case 4 -> out.add(note(scope));
            case 5 -> call(scope, out);
            case 6 -> block(depth, scope, out);
            case 7 -> shop.loops.loop(depth, scope, out);
            case 8 -> shop.arrayStatements.statement(scope, out);
            case 9 -> out.add(shop.switches.statement(depth, scope));
            case 10 -> out.add(claim(scope));
            case 11 -> out.add(new Statement.If(condition(scope), List.of(jump(scope)), List.of()));
            default -> shop.sums.statement(scope, out);
        }
    }

    private boolean canJump(Scope scope) {
        return shop.has(Feature.JUMPS) && !scope.targets().jumps().isEmpty();
    }

    private Statement jump(Scope scope) {
        return dice.pick(scope.targets().jumps());
    }

    private void block(int depth, Scope scope, List<Statement> out) {
        if (shop.has(Feature.JUMPS) && dice.chance(0.4)) {
            String label = scope.targets().freshLabel(dice);
            Scope inner = scope.inner(scope.targets().with(Targets.Kind.BLOCK, Optional.of(label)));
            out.add(new Jump.Labelled(label, new Statement.Block(side(depth, inner))));
        } else {
            out.add(new Statement.Block(side(depth, scope)));
        }
    }

    /** What holds, with a condition that mostly may not. */
    private Statement claim(Scope scope) {
        Term holds = new Term.Binary(
                Operator.EQUAL, new Term.Read(Program.CONSTANTS.get(2)), ArrayGenerator.whole(Program.COUNT));
        Term condition = condition(scope);
        return new Statement.Assert(
                dice.chance(0.9) ? new Term.Binary(Operator.OR, condition, holds) : condition, "k" + dice.below(100));
    }

    /** A loop's body. */
    List<Statement> inside(int depth, Scope scope) {
        Scope inner = scope.inner();
        List<Statement> body = new ArrayList<>();
        while (body.isEmpty()) {
            body.addAll(block(3, depth - 1, false, inner));
        }
        if (Reach.completes(body) && dice.chance(0.05)) {
            leave(inner, body);
        }
        return body;
    }

    /** A return or a jump. */
    private void leave(Scope scope, List<Statement> out) {
        if (canJump(scope) && (!scope.targets().mayReturn() || dice.chance(0.7))) {
            out.add(jump(scope));
        } else if (scope.targets().mayReturn()) {
            out.add(giveBack(scope));
        }
    }

    private void declare(Scope scope, List<Statement> out) {
        if (shop.has(Feature.ARRAYS) && dice.chance(0.4)) {
            shop.arrayStatements.declare(scope, out);
            return;
        }
        if (shop.has(Feature.FUNCTIONS) && dice.chance(0.12)) {
            out.add(shop.functions.variable(scope));
            return;
        }
        boolean record = shop.has(Feature.RECORDS) && dice.chance(0.12);
        Type type = record ? dice.pick(Type.PAIR, Type.TAGGED) : dice.pick(LOCALS);
        Term value = terms.term(type, dice.between(1, 3), scope);
        Statement.Style style = switch (dice.weighted(12, 2, 1, type.isFloating() ? 2 : 0)) {
            case 0 -> shop.has(Feature.LAMBDAS) && dice.chance(0.2) ? Statement.Style.FINAL : Statement.Style.PLAIN;
            case 1 -> Lambda.isIn(value) ? Statement.Style.PLAIN : Statement.Style.VAR;
            case 2 -> Statement.Style.FINAL;
            default -> Statement.Style.NO_DERIVATIVE;
        };
        Variable variable = new Variable(scope.fresh(dice), style == Statement.Style.VAR ? value.type() : type);
        out.add(new Statement.Declare(variable, style, Optional.of(value)));
        scope.add(variable, style != Statement.Style.FINAL);
        if (style == Statement.Style.FINAL) {
            scope.addFinal(variable);
        }
        if (shop.has(Feature.LAMBDAS) && dice.chance(0.15)) {
            out.add(shop.functions.named(scope));
        }
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
    List<Statement> side(int depth, Scope scope) {
        Scope inner = scope.inner();
        List<Statement> body = new ArrayList<>(block(2, depth - 1, false, inner));
        if (Reach.completes(body)) {
            if (dice.chance(0.3)) {
                leave(inner, body);
            } else if (shop.acts() && dice.chance(0.04)) {
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
            leave(inner, body);
            if (!body.isEmpty()) {
                return body;
            }
        }
        body.add(new Statement.Evaluate(new Term.Assign(variable, Optional.empty(), value)));
        inner.add(variable, true);
        body.addAll(block(1, depth - 1, false, inner));
        return body;
    }
}
