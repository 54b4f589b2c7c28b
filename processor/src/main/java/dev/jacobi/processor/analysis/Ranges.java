package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.LongUnaryOperator;

/**
 * Between which numbers ints are, as far as it shows: a loop whose counter may come to the largest or smallest int
 * needs more care from its end than {@code for (int i = x.length - 1; i >= 0; i--)}.
 */
public final class Ranges {

    /** The least and the greatest value; a sum that may be no int may be any. */
    public record Range(long low, long high) {

        static final Range ALL = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);

        private static Range of(long low, long high) {
            return low < Integer.MIN_VALUE || high > Integer.MAX_VALUE ? ALL : new Range(low, high);
        }

        private static Range at(long value) {
            return new Range(value, value);
        }

        private Range with(Range other) {
            return new Range(Math.min(low, other.low), Math.max(high, other.high));
        }

        private Range within(Range other) {
            return new Range(Math.max(low, other.low), Math.min(high, other.high));
        }

        private Range of(LongUnaryOperator rising) {
            return of(rising.applyAsLong(low), rising.applyAsLong(high));
        }
    }

    /** Two arrays are taken to have no more elements than ints can count together: doubles would fill 16 GiB. */
    private static final Range LENGTH = new Range(0, Integer.MAX_VALUE / 2);

    private final Map<Var, Range> known = new HashMap<>();
    private final Set<Var> changing;
    private final Range unknown;

    private Ranges(Set<Var> changing, Range unknown) {
        this.changing = changing;
        this.unknown = unknown;
    }

    /** Those of a function's variables. */
    public static Ranges of(Function function) {
        Ranges ranges = new Ranges(Walk.assigns(function.body()), Range.ALL);
        function.body().forEach(ranges::lengths);
        ranges.look(function.body());
        return ranges;
    }

    /** For whoever asks how often loops run that are not there to be run. */
    public static Ranges ofSmallNumbers() {
        return new Ranges(Set.of(), new Range(Byte.MIN_VALUE, Byte.MAX_VALUE));
    }

    /** Derivatives are only asked for where {@code new double[n]} has given an array. */
    private void lengths(Stmt statement) {
        if (statement instanceof Stmt.Declare s
                && s.value() instanceof Expr.Apply made
                && made.primitive().form() == Primitive.Form.NEW_ARRAY) {
            for (Expr length : made.operands()) {
                if (length instanceof Expr.Ref ref && !changing.contains(ref.variable())) {
                    known.put(ref.variable(), LENGTH);
                }
            }
        }
    }

    private void look(List<Stmt> body) {
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Declare s
                    && s.value() != null
                    && s.variable().type() == Type.Scalar.INT
                    && !changing.contains(s.variable())) {
                known.merge(s.variable(), of(s.value()), Range::within);
            } else if (statement instanceof Stmt.Loop s && s.counter() != null) {
                known.put(s.counter().variable(), counted(s.counter(), s.condition()));
            }
            Walk.blocks(statement).forEach(this::look);
        }
    }

    /** The values of a counter in the body of its loop. */
    private Range counted(Stmt.Counter counter, Expr condition) {
        Range from = of(counter.from());
        Range limit = limit(counter, condition);
        boolean passes = counter.step() > 0
                ? limit.high + counter.step() > Integer.MAX_VALUE
                : limit.low + counter.step() < Integer.MIN_VALUE;
        if (passes) {
            return Range.ALL;
        }
        return counter.step() > 0
                ? new Range(from.low, Math.max(from.low, limit.high))
                : new Range(Math.min(from.high, limit.low), from.high);
    }

    /** What a condition says of its counter. */
    private Range limit(Stmt.Counter counter, Expr condition) {
        if (!(condition instanceof Expr.Apply e) || e.primitive().form() != Primitive.Form.INFIX) {
            return Range.ALL;
        }
        Expr left = e.operands().get(0);
        Expr right = e.operands().get(1);
        if (e.primitive().name().equals("&&")) {
            return limit(counter, left).within(limit(counter, right));
        }
        if (!(left instanceof Expr.Ref ref) || !ref.variable().equals(counter.variable())) {
            return Range.ALL;
        }
        Range bound = of(right);
        return switch (e.primitive().name()) {
            case "<" -> new Range(Integer.MIN_VALUE, bound.high - 1);
            case "<=" -> new Range(Integer.MIN_VALUE, bound.high);
            case ">" -> new Range(bound.low + 1, Integer.MAX_VALUE);
            case ">=" -> new Range(bound.low, Integer.MAX_VALUE);
            default -> Range.ALL;
        };
    }

    /** That of an int. */
    public Range of(Expr e) {
        OptionalDouble constant = Arithmetic.constant(e);
        if (constant.isPresent()) {
            return Range.at((long) constant.getAsDouble());
        }
        if (e instanceof Expr.Ref ref) {
            return known.getOrDefault(ref.variable(), unknown);
        }
        if (e instanceof Expr.Choose choice) {
            return of(choice.whenTrue()).with(of(choice.whenFalse()));
        }
        return e instanceof Expr.Apply apply ? applied(apply) : unknown;
    }

    private Range applied(Expr.Apply e) {
        Primitive primitive = e.primitive();
        return switch (primitive.form()) {
            case FIELD ->
                primitive.name().equals("length") && e.operands().get(0).type() instanceof Type.Array
                        ? LENGTH
                        : unknown;
            case STATIC_FIELD ->
                switch (primitive.signature()) {
                    case "java.lang.Integer.MIN_VALUE" -> Range.at(Integer.MIN_VALUE);
                    case "java.lang.Integer.MAX_VALUE" -> Range.at(Integer.MAX_VALUE);
                    default -> unknown;
                };
            case INFIX ->
                primitive.result() == Type.Scalar.INT && primitive.parameters().get(0) == Type.Scalar.INT
                        ? combined(
                                primitive.name(),
                                of(e.operands().get(0)),
                                of(e.operands().get(1)))
                        : unknown;
            case STATIC_METHOD -> chosen(e);
            case CONVERSION -> converted(e.operands().get(0).type());
            case PREFIX, CAST, METHOD, INDEX, NEW_ARRAY, ARRAY_LITERAL, NEW, INSTANCE_OF, FUNCTION -> unknown;
        };
    }

    private Range converted(Type from) {
        if (from == Type.Scalar.CHAR) {
            return new Range(Character.MIN_VALUE, Character.MAX_VALUE);
        }
        return from == Type.Scalar.BYTE || from == Type.Scalar.SHORT
                ? new Range(Short.MIN_VALUE, Short.MAX_VALUE)
                : unknown;
    }

    private Range chosen(Expr.Apply e) {
        if (!e.primitive().signature().matches("java\\.lang\\.Math\\.(min|max)\\(int,int\\)")) {
            return unknown;
        }
        Range a = of(e.operands().get(0));
        Range b = of(e.operands().get(1));
        return e.primitive().name().equals("max")
                ? new Range(Math.max(a.low, b.low), Math.max(a.high, b.high))
                : new Range(Math.min(a.low, b.low), Math.min(a.high, b.high));
    }

    private Range combined(String sign, Range a, Range b) {
        boolean byNumber = b.low == b.high && b.low > 0;
        return switch (sign) {
            case "+" -> Range.of(a.low + b.low, a.high + b.high);
            case "-" -> Range.of(a.low - b.high, a.high - b.low);
            case "*" -> product(a, b);
            case "/" -> byNumber ? a.of(value -> value / b.low) : unknown;
            case ">>" -> byNumber && b.low < Integer.SIZE ? a.of(value -> value >> b.low) : unknown;
            case "%" -> byNumber ? new Range(a.low < 0 ? 1 - b.low : 0, b.low - 1) : unknown;
            default -> unknown;
        };
    }

    private static Range product(Range a, Range b) {
        long[] corners = {a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high};
        long low = corners[0];
        long high = corners[0];
        for (long corner : corners) {
            low = Math.min(low, corner);
            high = Math.max(high, corner);
        }
        return Range.of(low, high);
    }

    /** Whether all sums, or differences, of two are ints. */
    public boolean fits(String sign, Expr a, Expr b) {
        Range left = of(a);
        Range right = of(b);
        long low = sign.equals("+") ? left.low + right.low : left.low - right.high;
        long high = sign.equals("+") ? left.high + right.high : left.high - right.low;
        return low >= Integer.MIN_VALUE && high <= Integer.MAX_VALUE;
    }
}
