package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;

/** Arithmetic on numbers that are at hand, without effects; what is dear comes again. */
final class SumTerms {
    private static final List<MathFunction> TAME =
            List.of(MathFunction.SIN, MathFunction.COS, MathFunction.TANH, MathFunction.ATAN);

    private final Dice dice;
    private final List<Term> numbers;
    private final List<Term> near = new ArrayList<>();
    private final List<Term> dear = new ArrayList<>();

    SumTerms(Dice dice, List<Term> numbers) {
        this.dice = dice;
        this.numbers = numbers;
    }

    /** Adds a number that is taken more often than those from outside. */
    void add(Term number) {
        near.add(number);
    }

    Term leaf() {
        if (!near.isEmpty() && (numbers.isEmpty() || dice.chance(0.65))) {
            return dice.pick(near);
        }
        return numbers.isEmpty() ? new Term.Literal("0.5", Type.DOUBLE) : dice.pick(numbers);
    }

    Term term(int depth) {
        if (!dear.isEmpty() && dice.chance(0.15)) {
            return dice.pick(dear);
        }
        if (depth <= 0) {
            return leaf();
        }
        return switch (dice.weighted(6, 4, 2, 3, 1, 1)) {
            case 0 -> binary(Operator.MULTIPLY, term(depth - 1), term(depth - 1));
            case 1 -> binary(Operator.ADD, term(depth - 1), term(depth - 1));
            case 2 -> binary(Operator.SUBTRACT, term(depth - 1), term(depth - 1));
            case 3 -> kept(tame(term(depth - 1)));
            case 4 -> kept(new Term.Elementary(MathFunction.EXP, List.of(tame(term(depth - 1)))));
            default -> kept(binary(Operator.DIVIDE, term(depth - 1), positive(term(depth - 1))));
        };
    }

    /** Each of some numbers times something: {@code p * a[i] + q * a[i] * b[i] + …}. */
    Term combination(List<Term> factors) {
        Term sum = leaf();
        for (Term factor : factors) {
            Term product = binary(Operator.MULTIPLY, factor, dice.chance(0.8) ? leaf() : term(1));
            sum = binary(dice.pick(Operator.ADD, Operator.ADD, Operator.SUBTRACT), sum, product);
        }
        return sum;
    }

    /** What stays between -2 and 2. */
    Term tame(Term term) {
        return new Term.Elementary(dice.pick(TAME), List.of(term));
    }

    private Term positive(Term term) {
        return binary(Operator.ADD, new Term.Literal("1.5", Type.DOUBLE), tame(term));
    }

    private Term kept(Term term) {
        dear.add(term);
        return term;
    }

    private static Term binary(Operator operator, Term left, Term right) {
        return new Term.Binary(operator, left, right);
    }
}
