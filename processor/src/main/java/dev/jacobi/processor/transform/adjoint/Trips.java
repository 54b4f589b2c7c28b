package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Ranges;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The iterations of a loop that counts from a start to a bound, both known before it begins: then it runs backwards on
 * its own counter, and nothing about it is recorded.
 *
 * @param from the counter's first value
 * @param last the counter's last value, if the loop runs at all; if not, one before the first
 * @param length how long a tape must be that {@link #position} indexes
 */
public record Trips(Var counter, Expr from, Expr last, Expr length, int step) {

    /** Empty where the iterations have to be counted. */
    public static Optional<Trips> of(Stmt.Loop loop, Ranges ranges) {
        Stmt.Counter counter = loop.counter();
        if (counter == null || !(loop.condition() instanceof Expr.Apply condition)) {
            return Optional.empty();
        }
        Set<Var> changing = new HashSet<>(Walk.carried(loop.body()));
        changing.addAll(Walk.declares(loop.body()));
        changing.add(counter.variable());
        return isSteady(counter.from(), changing) && mayPass(ranges.of(counter.from()), counter.step())
                ? limit(condition, counter, changing, ranges).map(limit -> limit.trips(counter, ranges))
                : Optional.empty();
    }

    /** Whether the loop backwards may step past the first value, to end there: there is no int below the smallest. */
    private static boolean mayPass(Ranges.Range from, int step) {
        return step > 0 ? from.high() - step >= Integer.MIN_VALUE : from.low() - step <= Integer.MAX_VALUE;
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

    private static Optional<Limit> limit(Expr.Apply condition, Stmt.Counter counter, Set<Var> changing, Ranges ranges) {
        if (condition.primitive().form() != Primitive.Form.INFIX
                || condition.operands().get(0).type() != Type.Scalar.INT
                || condition.operands().get(1).type() != Type.Scalar.INT) {
            return Optional.empty();
        }
        Expr left = condition.operands().get(0);
        Expr right = condition.operands().get(1);
        String sign = condition.primitive().name();
        boolean flipped = Walk.reads(right).contains(counter.variable());
        String relation = flipped ? mirrored(sign) : sign;
        boolean includes = relation.equals(counter.step() > 0 ? "<=" : ">=");
        if (!includes && !relation.equals(counter.step() > 0 ? "<" : ">")) {
            return Optional.empty();
        }
        Expr counted = flipped ? right : left;
        Expr bound = flipped ? left : right;
        if (!isSteady(bound, changing)) {
            return Optional.empty();
        }
        return counted instanceof Expr.Ref ref && ref.variable().equals(counter.variable())
                ? Optional.of(new Limit(bound, includes))
                : Limit.shifted(counted, bound, includes, counter, changing, ranges);
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

    /**
     * What the counter itself is compared with.
     *
     * @param includes whether the counter may reach it
     */
    private record Limit(Expr bound, boolean includes) {

        /** Of {@code i + c < e} it is {@code e - c}, where that is an int. */
        static Optional<Limit> shifted(
                Expr counted, Expr bound, boolean includes, Stmt.Counter counter, Set<Var> changing, Ranges ranges) {
            if (!(counted instanceof Expr.Apply apply)
                    || apply.primitive().form() != Primitive.Form.INFIX
                    || !SHIFTS.contains(apply.primitive().name())
                    || !(apply.operands().get(0) instanceof Expr.Ref ref)
                    || !ref.variable().equals(counter.variable())
                    || !isSteady(apply.operands().get(1), changing)) {
                return Optional.empty();
            }
            String sign = apply.primitive().name();
            String back = sign.equals("+") ? "-" : "+";
            Expr shift = apply.operands().get(1);
            if (!ranges.fits(sign, counter.from(), shift)) {
                return Optional.empty();
            }
            if (ranges.fits(back, bound, shift)) {
                return Optional.of(new Limit(combined(back, bound, shift), includes));
            }
            Expr first = combined(sign, counter.from(), shift);
            Ranges.Range by = ranges.of(shift);
            boolean nears = sign.equals(counter.step() > 0 ? "+" : "-") ? by.low() >= 0 : by.high() <= 0;
            return nears && !includes
                    ? Optional.of(new Limit(combined(back, further(counter.step(), bound, first), shift), false))
                    : Optional.empty();
        }

        Trips trips(Stmt.Counter counter, Ranges ranges) {
            Expr from = counter.from();
            int step = counter.step();
            Expr last = Math.abs(step) == 1 ? next(counter, ranges) : stepped(counter, ranges);
            return new Trips(counter.variable(), from, last, length(counter, ranges), step);
        }

        /** {@code n - 1} of {@code i < n}. */
        private Expr next(Stmt.Counter counter, Ranges ranges) {
            boolean up = counter.step() > 0;
            Expr from = counter.from();
            String back = up ? "-" : "+";
            if (!ranges.fits(back, from, one(from.span())) && !wraps(from, up)) {
                return found("last", counter);
            }
            if (includes) {
                return bound;
            }
            boolean fits = ranges.fits(back, bound, one(bound.span()));
            return combined(back, fits ? bound : further(counter.step(), bound, from), one(bound.span()));
        }

        /** Whether a first value can only be at int's end if computing it went past the other: {@code n - 1}. */
        private static boolean wraps(Expr from, boolean up) {
            return from instanceof Expr.Apply apply
                    && isShifted(apply)
                    && apply.primitive().name().equals(up ? "+" : "-");
        }

        private Expr stepped(Stmt.Counter counter, Ranges ranges) {
            if (!isFarFromEnds(counter, ranges)) {
                return found("last", counter);
            }
            Expr whole = new Expr.Apply(
                    Primitive.infix("*", Type.Scalar.INT, Type.Scalar.INT),
                    List.of(steps(counter), number(Math.abs(counter.step()), bound.span())),
                    bound.span());
            return combined(counter.step() > 0 ? "+" : "-", counter.from(), whole);
        }

        /** How often the counter steps from the first value to the last: -1 where there is none. */
        private Expr steps(Stmt.Counter counter) {
            boolean up = counter.step() > 0;
            Expr limit = includes ? bound : combined(up ? "-" : "+", bound, one(bound.span()));
            Expr distance = up ? combined("-", limit, counter.from()) : combined("-", counter.from(), limit);
            Expr size = number(Math.abs(counter.step()), bound.span());
            return new Expr.Apply(math("floorDiv"), List.of(distance, size), bound.span());
        }

        /** Whether the distance, and where the counter comes to, are ints. */
        private boolean isFarFromEnds(Stmt.Counter counter, Ranges ranges) {
            Expr from = counter.from();
            Expr size = number(Math.abs(counter.step()), bound.span());
            return ranges.fits(counter.step() > 0 ? "-" : "+", from, size)
                    && ranges.fits("+", bound, size)
                    && ranges.fits("-", bound, size)
                    && ranges.fits("-", bound, from)
                    && ranges.fits("-", from, bound);
        }

        /** What the runtime finds where sums may be no ints. */
        private Expr found(String name, Stmt.Counter counter) {
            Primitive found = ints(COUNTERS, name, 3);
            Expr step = number(counter.step(), bound.span());
            return new Expr.Apply(found, List.of(counter.from(), end(counter.step()), step), bound.span());
        }

        /** The first value that the counter may not reach. */
        private Expr end(int step) {
            return includes ? combined(step > 0 ? "+" : "-", bound, one(bound.span())) : bound;
        }

        private Expr length(Stmt.Counter counter, Ranges ranges) {
            if (Math.abs(counter.step()) != 1) {
                return isFarFromEnds(counter, ranges)
                        ? atLeastNothing(combined("+", steps(counter), one(bound.span())))
                        : found("trips", counter);
            }
            Expr from = counter.from();
            boolean up = counter.step() > 0;
            Expr end = end(counter.step());
            if (up && isSmall(from)) {
                return atLeastNothing(end);
            }
            boolean fits = ranges.fits("-", bound, from) && ranges.fits("-", from, bound);
            Expr reached = fits ? end : further(counter.step(), end, from);
            Expr distance = up ? combined("-", reached, from) : combined("-", from, reached);
            return fits ? atLeastNothing(distance) : distance;
        }

        private static Expr atLeastNothing(Expr length) {
            if (length instanceof Expr.Literal && Arithmetic.constant(length).isPresent()) {
                return number((int) Math.max(0, Arithmetic.constant(length).getAsDouble()), length.span());
            }
            boolean sure =
                    length instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.FIELD;
            return sure ? length : larger(length, number(0, length.span()));
        }
    }

    private static final Set<String> SHIFTS = Set.of("+", "-");
    private static final String COUNTERS = "dev.jacobi.tape.Counters";

    /** The one of two that a counter comes to later. */
    private static Expr further(int step, Expr a, Expr b) {
        return new Expr.Apply(math(step > 0 ? "max" : "min"), List.of(a, b), a.span());
    }

    private static Primitive math(String name) {
        return ints("java.lang.Math", name, 2);
    }

    /** A static method that gives an int for some. */
    private static Primitive ints(String owner, String name, int count) {
        List<Type> parameters = Collections.nCopies(count, Type.Scalar.INT);
        String signature = owner + "." + name + "(" + String.join(",", Collections.nCopies(count, "int")) + ")";
        return new Primitive(
                Primitive.Form.STATIC_METHOD,
                new Type.Library(owner),
                name,
                parameters,
                Type.Scalar.INT,
                true,
                signature);
    }

    /** {@code Counters.next(times)}: one more, if that is an int. */
    static Expr next(Var times, Span span) {
        return new Expr.Apply(ints(COUNTERS, "next", 1), List.of(new Expr.Ref(times, span)), span);
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
    public Optional<Expr> position() {
        Expr.Ref at = new Expr.Ref(counter, from.span());
        if (step == 1) {
            return Optional.of(isSmall(from) ? at : combined("-", at, from));
        }
        return step == -1 ? Optional.of(combined("-", from, at)) : Optional.empty();
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
