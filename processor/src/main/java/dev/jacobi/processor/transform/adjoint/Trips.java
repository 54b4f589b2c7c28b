package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The iterations of a loop that counts from a start to a bound, both known before it begins: then it runs backwards on
 * its own counter, and nothing about it is recorded.
 *
 * @param from the counter's first value
 * @param last the counter's last value, if the loop runs at all
 */
public record Trips(Var counter, Expr from, Expr last, int step) {

    /** Empty where the iterations have to be counted. */
    public static Optional<Trips> of(Stmt.Loop loop) {
        Stmt.Counter counter = loop.counter();
        if (counter == null || !(loop.condition() instanceof Expr.Apply condition)) {
            return Optional.empty();
        }
        Set<Var> changing = new HashSet<>(Walk.carried(loop.body()));
        changing.addAll(Walk.declares(loop.body()));
        changing.add(counter.variable());
        return bound(condition, counter, changing)
                .filter(last -> isSteady(counter.from(), changing) && canPass(counter.from(), counter.step()))
                .map(last -> new Trips(counter.variable(), counter.from(), last, counter.step()));
    }

    /** Whether the loop backwards can step past the first value, to end there: there is no int below the smallest. */
    private static boolean canPass(Expr from, int step) {
        OptionalInt first = whole(from);
        long end = step > 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        return first.isEmpty() || Math.abs(first.getAsInt() - end) >= Math.abs((long) step);
    }

    /** What a whole number that is written out is worth. */
    private static OptionalInt whole(Expr e) {
        OptionalDouble literal = Arithmetic.constant(e);
        if (literal.isPresent()) {
            return OptionalInt.of((int) (long) literal.getAsDouble());
        }
        if (!(e instanceof Expr.Apply apply)) {
            return OptionalInt.empty();
        }
        if (apply.primitive().form() == Primitive.Form.STATIC_FIELD) {
            return switch (apply.primitive().signature()) {
                case "java.lang.Integer.MIN_VALUE" -> OptionalInt.of(Integer.MIN_VALUE);
                case "java.lang.Integer.MAX_VALUE" -> OptionalInt.of(Integer.MAX_VALUE);
                default -> OptionalInt.empty();
            };
        }
        if (apply.primitive().form() != Primitive.Form.INFIX) {
            return OptionalInt.empty();
        }
        OptionalInt left = whole(apply.operands().get(0));
        OptionalInt right = whole(apply.operands().get(1));
        boolean known = left.isPresent() && right.isPresent();
        return switch (apply.primitive().name()) {
            case "+" -> known ? OptionalInt.of(left.getAsInt() + right.getAsInt()) : OptionalInt.empty();
            case "-" -> known ? OptionalInt.of(left.getAsInt() - right.getAsInt()) : OptionalInt.empty();
            default -> OptionalInt.empty();
        };
    }

    private static boolean isSteady(Expr e, Set<Var> changing) {
        Set<Var> reads = Walk.reads(e);
        reads.retainAll(changing);
        return reads.isEmpty() && isPlain(e);
    }

    /** Whole numbers computed from what is at hand; a division that throws has thrown in the forward sweep. */
    private static boolean isPlain(Expr e) {
        boolean own = e instanceof Expr.Ref || e instanceof Expr.Literal;
        if (e instanceof Expr.Apply apply) {
            own = switch (apply.primitive().form()) {
                case INFIX, PREFIX, INDEX, CONVERSION, CAST -> true;
                case FIELD, STATIC_FIELD -> apply.primitive().pure(); // lengths of arrays, and final fields
                case STATIC_METHOD, METHOD, NEW, NEW_ARRAY, ARRAY_LITERAL, INSTANCE_OF, FUNCTION -> false;
            };
        }
        return own && Walk.operands(e).stream().allMatch(Trips::isPlain);
    }

    private static Optional<Expr> bound(Expr.Apply condition, Stmt.Counter counter, Set<Var> changing) {
        if (condition.primitive().form() != Primitive.Form.INFIX
                || condition.operands().get(0).type() != Type.Scalar.INT
                || condition.operands().get(1).type() != Type.Scalar.INT) {
            return Optional.empty();
        }
        Expr left = condition.operands().get(0);
        Expr right = condition.operands().get(1);
        String sign = condition.primitive().name();
        boolean flipped = Walk.reads(right).contains(counter.variable());
        Optional<Expr> bound =
                flipped ? against(right, left, counter, changing) : against(left, right, counter, changing);
        String relation = flipped ? mirrored(sign) : sign;
        return bound.flatMap(b -> last(b, relation, counter));
    }

    private static String mirrored(String sign) {
        return switch (sign) {
            case "<" -> ">";
            case ">" -> "<";
            case "<=" -> ">=";
            case ">=" -> "<=";
            default -> sign;
        };
    }

    /** What the counter itself is compared with: of {@code i + c < e} it is {@code e - c}. */
    private static Optional<Expr> against(Expr counted, Expr limit, Stmt.Counter counter, Set<Var> changing) {
        if (!isSteady(limit, changing)) {
            return Optional.empty();
        }
        if (counted instanceof Expr.Ref ref && ref.variable().equals(counter.variable())) {
            return Optional.of(limit);
        }
        if (counted instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.INFIX
                && apply.operands().get(0) instanceof Expr.Ref ref
                && ref.variable().equals(counter.variable())
                && isSteady(apply.operands().get(1), changing)) {
            Expr shift = apply.operands().get(1);
            return switch (apply.primitive().name()) {
                case "+" -> Optional.of(combined("-", limit, shift));
                case "-" -> Optional.of(combined("+", limit, shift));
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    private static Optional<Expr> last(Expr bound, String relation, Stmt.Counter counter) {
        boolean up = counter.step() > 0;
        boolean fits =
                up ? relation.equals("<") || relation.equals("<=") : relation.equals(">") || relation.equals(">=");
        if (!fits) {
            return Optional.empty();
        }
        Expr limit = relation.length() == 2 ? bound : combined(up ? "-" : "+", bound, one(bound.span()));
        int size = Math.abs(counter.step());
        if (size == 1) {
            return Optional.of(limit);
        }
        Expr distance = up ? combined("-", limit, counter.from()) : combined("-", counter.from(), limit);
        Expr steps = new Expr.Apply(FLOOR_DIV, List.of(distance, number(size, bound.span())), bound.span());
        Expr length = new Expr.Apply(
                Primitive.infix("*", Type.Scalar.INT, Type.Scalar.INT),
                List.of(steps, number(size, bound.span())),
                bound.span());
        return Optional.of(combined(up ? "+" : "-", counter.from(), length));
    }

    private static final Primitive FLOOR_DIV = math("floorDiv");

    private static Primitive math(String name) {
        List<Type> parameters = List.of(Type.Scalar.INT, Type.Scalar.INT);
        return new Primitive(
                Primitive.Form.STATIC_METHOD,
                new Type.Library("java.lang.Math"),
                name,
                parameters,
                Type.Scalar.INT,
                true,
                "java.lang.Math." + name + "(int,int)");
    }

    private static Expr number(int value, Span span) {
        return new Expr.Literal(String.valueOf(value), Type.Scalar.INT, span);
    }

    private static Expr one(Span span) {
        return number(1, span);
    }

    /** {@code a + b} or {@code a - b} of whole numbers, computed here where both are known. */
    static Expr combined(String sign, Expr a, Expr b) {
        if (Arithmetic.is(b, 0)) {
            return a;
        }
        if (a instanceof Expr.Literal
                && b instanceof Expr.Literal
                && Arithmetic.constant(a).isPresent()
                && Arithmetic.constant(b).isPresent()) {
            long left = (long) Arithmetic.constant(a).getAsDouble();
            long right = (long) Arithmetic.constant(b).getAsDouble();
            return new Expr.Literal(
                    String.valueOf((int) (sign.equals("+") ? left + right : left - right)), Type.Scalar.INT, a.span());
        }
        if (a instanceof Expr.Apply inner && isShifted(inner) && b instanceof Expr.Literal) {
            boolean same = inner.primitive().name().equals(sign);
            Expr sum = combined(same ? "+" : "-", inner.operands().get(1), b);
            return combined(inner.primitive().name(), inner.operands().get(0), sum);
        }
        if (b instanceof Expr.Apply shifted && isShifted(shifted)) {
            boolean same = sign.equals("+") == shifted.primitive().name().equals("+");
            Expr base = combined(sign, a, shifted.operands().get(0));
            return combined(same ? "+" : "-", base, shifted.operands().get(1));
        }
        if (a instanceof Expr.Apply shifted && isShifted(shifted) && !(b instanceof Expr.Literal)) {
            Expr base = combined(sign, shifted.operands().get(0), b);
            return combined(shifted.primitive().name(), base, shifted.operands().get(1));
        }
        return new Expr.Apply(Primitive.infix(sign, Type.Scalar.INT, Type.Scalar.INT), List.of(a, b), a.span());
    }

    /** Whether it is {@code e + c} or {@code e - c} with a constant c. */
    private static boolean isShifted(Expr.Apply e) {
        return e.primitive().form() == Primitive.Form.INFIX
                && (e.primitive().name().equals("+") || e.primitive().name().equals("-"))
                && e.operands().get(1) instanceof Expr.Literal;
    }

    /** Where an iteration's values stand on a tape of its own: the counter, shifted so that it starts at 0. */
    Optional<Expr> position() {
        Expr.Ref at = new Expr.Ref(counter, from.span());
        if (step == 1) {
            return Optional.of(isSmall(from) ? at : combined("-", at, from));
        }
        return step == -1 ? Optional.of(combined("-", from, at)) : Optional.empty();
    }

    /** How long a tape must be that {@link #position} indexes. */
    Expr length() {
        Expr first = step == 1 && isSmall(from) ? number(0, from.span()) : from;
        Expr distance = step > 0 ? combined("-", last, first) : combined("-", first, last);
        Expr length = combined("+", distance, one(from.span()));
        if (length instanceof Expr.Literal && Arithmetic.constant(length).isPresent()) {
            return number((int) Math.max(0, Arithmetic.constant(length).getAsDouble()), from.span());
        }
        boolean sure = length instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.FIELD;
        return sure ? length : larger(length, number(0, from.span()));
    }

    /** {@code Math.max(a, b)}. */
    static Expr larger(Expr a, Expr b) {
        return new Expr.Apply(math("max"), List.of(a, b), a.span());
    }

    private static boolean isSmall(Expr from) {
        return from instanceof Expr.Literal
                && Arithmetic.constant(from).isPresent()
                && Arithmetic.constant(from).getAsDouble() >= 0
                && Arithmetic.constant(from).getAsDouble() <= 2;
    }

    /** The loop from the last iteration to the first. */
    Stmt.Loop backwards(String label, List<Stmt> body, Stmt.Note note) {
        Stmt.Counter back = new Stmt.Counter(counter, last, -step);
        Primitive compare = Primitive.infix(step > 0 ? ">=" : "<=", Type.Scalar.INT, Type.Scalar.BOOLEAN);
        Expr.Ref at = new Expr.Ref(counter, from.span());
        return new Stmt.Loop(label, back, new Expr.Apply(compare, List.of(at, from), from.span()), body, note);
    }
}
