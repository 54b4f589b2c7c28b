package dev.jacobi.processor.random;

import static dev.jacobi.processor.random.MathFunction.*;

import java.util.List;

/** Makes calls of {@code Math}'s methods, mostly inside their domains. */
final class MathGenerator {

    private static final List<MathFunction> EVERYWHERE = List.of(
            SIN,
            COS,
            ATAN,
            TANH,
            ABS,
            SIN,
            COS,
            TANH,
            CBRT,
            FLOOR,
            CEIL,
            RINT,
            SIGNUM,
            NEXT_UP,
            TO_RADIANS,
            TO_DEGREES);
    private static final List<MathFunction> OF_POSITIVE = List.of(SQRT, LOG, LOG10, LOG1P, SQRT, LOG);
    private static final List<MathFunction> OF_SMALL = List.of(EXP, EXPM1, SINH, COSH, TAN, ASIN, ACOS);
    private static final List<MathFunction> OF_TWO = List.of(MAX, MIN, COPY_SIGN, MAX, MIN);
    private static final List<MathFunction> WITH_HOLES =
            List.of(SQRT, LOG, ASIN, ACOS, LOG1P, EXP, POW, HYPOT, ATAN2, CBRT);

    private final Dice dice;
    private final TermGenerator terms;

    MathGenerator(Dice dice, TermGenerator terms) {
        this.dice = dice;
        this.terms = terms;
    }

    Term term(Type type, int depth, Scope scope) {
        return switch (type) {
            case FLOAT -> single(depth, scope);
            case INT, LONG -> whole(type, depth, scope);
            default -> real(depth, scope);
        };
    }

    private Term any(Type type, int depth, Scope scope) {
        return terms.term(type, depth - 1, scope);
    }

    private static Term of(MathFunction function, Term... operands) {
        return new Term.Elementary(function, List.of(operands));
    }

    private Term real(int depth, Scope scope) {
        return switch (dice.weighted(8, 4, 4, 3, 1, 1, 1, 1, 1, 1, 2)) {
            case 0 -> of(dice.pick(EVERYWHERE), any(Type.DOUBLE, depth, scope));
            case 1 -> of(dice.pick(OF_POSITIVE), positive(Type.DOUBLE, depth - 1, scope));
            case 2 -> of(dice.pick(OF_SMALL), small(depth - 1, scope));
            case 3 -> of(dice.pick(OF_TWO), any(Type.DOUBLE, depth, scope), any(Type.DOUBLE, depth, scope));
            case 4 -> of(POW, positive(Type.DOUBLE, depth - 1, scope), small(depth - 1, scope));
            case 5 ->
                of(POW, any(Type.DOUBLE, depth, scope), new Term.Literal(dice.pick("2", "3", "0", "1"), Type.INT));
            case 6 ->
                of(
                        dice.pick(HYPOT, ATAN2, REMAINDER),
                        any(Type.DOUBLE, depth, scope),
                        positive(Type.DOUBLE, depth - 1, scope));
            case 7 ->
                of(FMA, any(Type.DOUBLE, depth, scope), any(Type.DOUBLE, depth, scope), any(Type.DOUBLE, depth, scope));
            case 8 -> of(SCALB, any(Type.DOUBLE, depth, scope), new Term.Literal(dice.pick("2", "3", "0"), Type.INT));
            case 9 -> outside(depth, scope);
            default -> declared(depth, scope);
        };
    }

    /** A function that the program itself declares. */
    private Term declared(int depth, Scope scope) {
        Term a = any(Type.DOUBLE, depth, scope);
        return switch (dice.below(4)) {
            case 0 -> of(HILL, a);
            case 1 -> of(dice.pick(WAVE, BLEND), a, any(Type.DOUBLE, depth, scope));
            default -> of(dice.pick(CURVE, BODY), any(Type.INT, depth, scope), a);
        };
    }

    /** Perhaps outside the function's domain: NaN must stay where it is computed. */
    private Term outside(int depth, Scope scope) {
        MathFunction function = dice.pick(WITH_HOLES);
        Term[] operands = new Term[function.parameters().size()];
        for (int i = 0; i < operands.length; i++) {
            operands[i] = any(Type.DOUBLE, depth, scope);
        }
        return of(function, operands);
    }

    private Term single(int depth, Scope scope) {
        Term a = any(Type.FLOAT, depth, scope);
        return switch (dice.weighted(2, 2, 1, 2)) {
            case 0 -> of(ABS_F, a);
            case 1 -> of(dice.pick(MAX_F, MIN_F), a, any(Type.FLOAT, depth, scope));
            case 2 -> of(FMA_F, a, any(Type.FLOAT, depth, scope), any(Type.FLOAT, depth, scope));
            default -> new Term.Cast(Type.FLOAT, real(depth, scope));
        };
    }

    private Term whole(Type type, int depth, Scope scope) {
        return switch (dice.weighted(2, 2, 1, 1, 1)) {
            case 0 -> of(ABS_I, any(Type.INT, depth, scope));
            case 1 -> of(MAX_I, any(Type.INT, depth, scope), any(Type.INT, depth, scope));
            case 2 -> of(FLOOR_MOD, any(Type.INT, depth, scope), new Term.Literal("5", Type.INT));
            case 3 ->
                type == Type.LONG
                        ? of(ROUND, any(Type.DOUBLE, depth, scope))
                        : of(ROUND_F, any(Type.FLOAT, depth, scope));
            default -> of(EXPONENT, any(Type.DOUBLE, depth, scope));
        };
    }

    /** An expression that is well above zero. */
    Term positive(Type type, int depth, Scope scope) {
        Term a = terms.term(type, Math.max(depth - 1, 0), scope);
        Term half = new Term.Literal(type == Type.FLOAT ? "0.5f" : "0.5", type);
        if (type == Type.FLOAT) {
            return new Term.Binary(Operator.ADD, of(ABS_F, a), half);
        }
        return switch (dice.weighted(2, 2, 1, 1)) {
            case 0 -> new Term.Binary(Operator.ADD, of(ABS, a), half);
            case 1 -> new Term.Binary(Operator.ADD, new Term.Literal("1.5", type), of(SIN, a));
            case 2 -> of(EXP, of(SIN, a));
            default -> of(MAX, a, half);
        };
    }

    /** An expression between -0.9 and 0.9. */
    private Term small(int depth, Scope scope) {
        Term a = terms.term(Type.DOUBLE, Math.max(depth - 1, 0), scope);
        return new Term.Binary(
                Operator.MULTIPLY, new Term.Literal("0.9", Type.DOUBLE), of(dice.pick(SIN, COS, TANH), a));
    }

    /** What stays between -2 and 2, lest a loop make it grow without end. */
    Term tame(Type type, Term term) {
        Term small = of(dice.pick(SIN, COS, TANH, ATAN), term);
        return type == Type.FLOAT ? new Term.Cast(Type.FLOAT, small) : small;
    }
}
