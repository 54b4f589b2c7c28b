package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;

/**
 * Java's arithmetic on dual numbers. In exact mode the values are Java's, bit for bit; in smooth mode float is not
 * rounded, so that differences can be taken of it.
 */
final class Numbers {

    private final boolean exact;
    private final Trace trace;

    Numbers(boolean exact, Trace trace) {
        this.exact = exact;
        this.trace = trace;
    }

    Value convert(Value value, Type type) {
        if (value.type() == type || type == Type.BOOLEAN || type == Type.VOID) {
            return value;
        }
        if (!type.isFloating()) {
            return Value.whole(type, truncated(value, type));
        }
        double number = value.asDouble();
        if (type == Type.FLOAT && exact) {
            number = value.type().isFloating() ? (float) number : (float) value.whole();
        }
        trace.inFloat |= type == Type.FLOAT;
        return Value.floating(type, number, value.dot(), value.bound(), value.gain());
    }

    private long truncated(Value value, Type type) {
        if (!value.type().isFloating()) {
            return type == Type.INT ? (int) value.whole() : value.whole();
        }
        long whole = type == Type.INT ? (int) value.number() : (long) value.number();
        trace.decisions.add((double) whole);
        return whole;
    }

    Value negate(Value a) {
        return switch (a.type()) {
            case INT -> Value.whole(Type.INT, -(int) a.whole());
            case LONG -> Value.whole(Type.LONG, -a.whole());
            default -> Value.floating(a.type(), -a.number(), -a.dot(), a.bound(), a.gain());
        };
    }

    Value binary(Operator operator, Value left, Value right) {
        if (operator == Operator.SHIFT) {
            long shifted =
                    left.type() == Type.INT ? (int) left.whole() << right.whole() : left.whole() << right.whole();
            return Value.whole(left.type(), shifted);
        }
        Type type = Type.promote(left.type(), right.type());
        Value a = convert(left, type);
        Value b = convert(right, type);
        if (operator.compares()) {
            return compare(operator, a, b);
        }
        return switch (type) {
            case DOUBLE, FLOAT -> floating(operator, type, a, b);
            case LONG -> Value.whole(type, whole(operator, a.whole(), b.whole()));
            default -> Value.whole(type, whole(operator, (int) a.whole(), (int) b.whole()));
        };
    }

    private Value compare(Operator operator, Value left, Value right) {
        boolean floating = left.type().isFloating();
        double a = left.number();
        double b = right.number();
        long m = left.whole();
        long n = right.whole();
        boolean truth = switch (operator) {
            case LESS -> floating ? a < b : m < n;
            case GREATER -> floating ? a > b : m > n;
            case LESS_OR_EQUAL -> floating ? a <= b : m <= n;
            case GREATER_OR_EQUAL -> floating ? a >= b : m >= n;
            case EQUAL -> floating ? a == b : m == n;
            default -> floating ? a != b : m != n;
        };
        trace.decisions.add(truth ? 1.0 : 0.0);
        return Value.of(truth);
    }

    private static long whole(Operator operator, long a, long b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case BIT_AND -> a & b;
            case BIT_OR -> a | b;
            default -> a ^ b;
        };
    }

    private static int whole(Operator operator, int a, int b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case BIT_AND -> a & b;
            case BIT_OR -> a | b;
            default -> a ^ b;
        };
    }

    private Value floating(Operator operator, Type type, Value left, Value right) {
        double a = left.number();
        double b = right.number();
        double r = type == Type.FLOAT && exact ? single(operator, (float) a, (float) b) : real(operator, a, b);
        return switch (operator) {
            case ADD -> result(type, r, left, 1, 1, right, 1, 1);
            case SUBTRACT -> result(type, r, left, 1, 1, right, -1, 1);
            case MULTIPLY -> result(type, r, left, b, Math.abs(b), right, a, Math.abs(a));
            case DIVIDE -> result(type, r, left, 1 / b, Math.abs(1 / b), right, -(a / b) / b, Math.abs(a / b / b));
            default -> {
                double times = (a - r) / b;
                double count = times < 0 ? Math.ceil(times - 0.5) : Math.floor(times + 0.5);
                trace.decisions.add(count);
                yield result(type, r, left, 1, 1, right, -count, 1 + Math.abs(a / b));
            }
        };
    }

    private static double real(Operator operator, double a, double b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            default -> a % b;
        };
    }

    private static float single(Operator operator, float a, float b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            default -> a % b;
        };
    }

    private Value result(Type type, double r, Value left, double p, double pSize, Value right, double q, double qSize) {
        return sum(type, r, List.of(part(type, r, left, p, pSize), part(type, r, right, q, qSize)));
    }

    private Value sum(Type type, double r, List<Value> parts) {
        double dot = 0;
        double bound = 0;
        double gain = 0;
        for (Value part : parts) {
            dot += part.dot();
            bound += part.bound();
            gain += part.gain();
        }
        trace.gain = Math.max(trace.gain, gain);
        return Value.floating(type, r, dot, bound, Math.max(1, gain));
    }

    /** What one operand contributes to a result's derivative: nothing, if it is a constant. */
    private Value part(Type type, double r, Value operand, double partial, double size) {
        if (operand.bound() == 0) {
            trace.indefinite |= !Double.isFinite(partial);
            return Value.floating(type, r, 0, 0, 0);
        }
        double gain = partial == 0 ? 0 : Math.abs(partial) * operand.gain();
        Value part = Value.floating(type, r, partial * operand.dot(), size * operand.bound(), gain);
        trace.step(part, partial);
        return part;
    }

    Value elementary(MathFunction function, List<Value> arguments) {
        double[] x = arguments.stream().mapToDouble(Value::asDouble).toArray();
        double r = function.value(x, exact);
        double piece = function.piece(x, r);
        trace.decisions.add(piece);
        if (!function.result().isFloating()) {
            return Value.whole(function.result(), (long) r);
        }
        List<Value> parts = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            MathFunction.Partial partial = function.partial(i);
            double size = partial.magnitude().at(x, r);
            parts.add(
                    part(function.result(), r, arguments.get(i), partial.slope().at(x, r), size));
        }
        return sum(function.result(), r, parts);
    }
}
