package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes switches, as statements and as expressions, of the old and of the new style. */
final class SwitchGenerator {

    private static final List<String> MODES = List.of("Mode.LOW", "Mode.MIDDLE", "Mode.HIGH");

    private final Workshop shop;
    private final Dice dice;

    SwitchGenerator(Workshop shop) {
        this.shop = shop;
        this.dice = shop.dice;
    }

    /** A string or an enum constant. */
    Term word(Type type, int depth, Scope scope) {
        List<Variable> variables = scope.readable(type);
        if (!variables.isEmpty() && dice.chance(0.7)) {
            return new Term.Read(dice.pick(variables));
        }
        if (depth > 0 && dice.chance(0.5)) {
            return new Term.Choose(shop.terms.term(Type.BOOLEAN, 1, scope), word(type, 0, scope), word(type, 0, scope));
        }
        return dice.pick(labels(type));
    }

    private static List<Term.Literal> labels(Type type) {
        return switch (type) {
            case STRING ->
                Program.WORDS.stream()
                        .map(w -> new Term.Literal("\"" + w + "\"", type))
                        .toList();
            case MODE -> MODES.stream().map(m -> new Term.Literal(m, type)).toList();
            default ->
                List.of("0", "1", "2", "3").stream()
                        .map(n -> new Term.Literal(n, type))
                        .toList();
        };
    }

    private Type selected() {
        return dice.pick(Type.INT, Type.INT, Type.STRING, Type.MODE);
    }

    private Term selector(Type type, Scope scope) {
        if (type != Type.INT) {
            return word(type, 1, scope);
        }
        Term whole = shop.terms.term(Type.INT, 1, scope);
        Term few = ArrayGenerator.whole(dice.between(2, 4));
        return dice.chance(0.75) ? new Term.Elementary(MathFunction.FLOOR_MOD, List.of(whole, few)) : whole;
    }

    /** The labels of a type, some of them together; the last list may be empty, which is the default. */
    private List<List<Term.Literal>> split(Type type, boolean exhaustive) {
        List<List<Term.Literal>> out = new ArrayList<>();
        List<Term.Literal> left = new ArrayList<>(labels(type));
        boolean everyMode = type == Type.MODE && exhaustive && dice.chance(0.5);
        int kept = everyMode ? 0 : dice.below(left.size());
        while (left.size() > kept) {
            List<Term.Literal> together = new ArrayList<>();
            for (int i = dice.chance(0.25) ? 2 : 1; i > 0 && left.size() > kept; i--) {
                together.add(left.remove(dice.below(left.size())));
            }
            out.add(together);
        }
        if (!everyMode && (exhaustive || dice.chance(0.6))) {
            out.add(List.of());
        }
        return out;
    }

    Statement statement(int depth, Scope scope) {
        Type type = selected();
        Term selector = selector(type, scope);
        boolean arrows = dice.chance(0.5);
        List<List<Term.Literal>> labels = split(type, false);
        if (!arrows && dice.chance(0.3)) {
            // The default may stand anywhere.
            labels.add(dice.below(labels.size()), labels.remove(labels.size() - 1));
        }
        Scope inner = scope.inner(scope.targets().with(Targets.Kind.SWITCH, Optional.empty()));
        List<Statement.Case> cases = new ArrayList<>();
        for (List<Term.Literal> of : labels) {
            // One block for all of an old switch would let a case read what another declares.
            List<Statement> body = shop.statements.side(depth, inner);
            cases.add(new Statement.Case(of, arrows ? body : oldStyle(body)));
        }
        return new Statement.Switch(selector, arrows, cases);
    }

    /** With a block around what declares, and mostly a break at the end. */
    private List<Statement> oldStyle(List<Statement> body) {
        List<Statement> out = new ArrayList<>();
        boolean declares = body.stream().anyMatch(s -> s instanceof Statement.Declare);
        if (declares) {
            out.add(new Statement.Block(body));
        } else {
            out.addAll(body);
        }
        if (Reach.completes(out) && dice.chance(0.7)) {
            out.add(new Jump.Break(Optional.empty()));
        }
        return out;
    }

    Term expression(Type type, int depth, Scope scope) {
        Type by = selected();
        Term selector = selector(by, scope);
        Scope inner = scope.inner(scope.targets().inSwitch());
        List<Select.Arm> arms = new ArrayList<>();
        for (List<Term.Literal> of : split(by, true)) {
            Scope arm = inner.inner();
            List<Statement> body = dice.chance(0.25) ? shop.statements.block(1, 1, false, arm) : List.of();
            boolean completes = Reach.completes(body);
            Scope seen = completes ? arm : inner;
            arms.add(new Select.Arm(of, completes ? body : List.of(), shop.terms.term(type, depth - 1, seen)));
        }
        return new Select(type, selector, arms);
    }
}
