package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;
import static dev.jacobi.processor.rules.Rule.zero;

import java.util.List;

/**
 * {@code java.lang.Math}, and {@code StrictMath}, whose methods of the same name share the line.
 *
 * <p>Conventions at points where the derivative is a choice are PyTorch's; the README has the table.
 */
final class MathRules {

    static final Rule MAX_OF_DOUBLES = rule("static max(double x, double y)")
            .by("x == y ? 0.5 : x < y ? 0 : 1")
            .by("x == y ? 0.5 : x > y ? 0 : 1");
    static final Rule MAX_OF_FLOATS = rule("static max(float x, float y)")
            .by("x == y ? 0.5f : x < y ? 0 : 1")
            .by("x == y ? 0.5f : x > y ? 0 : 1");
    static final Rule MIN_OF_DOUBLES = rule("static min(double x, double y)")
            .by("x == y ? 0.5 : x > y ? 0 : 1")
            .by("x == y ? 0.5 : x < y ? 0 : 1");
    static final Rule MIN_OF_FLOATS = rule("static min(float x, float y)")
            .by("x == y ? 0.5f : x > y ? 0 : 1")
            .by("x == y ? 0.5f : x < y ? 0 : 1");

    private MathRules() {}

    static final List<Rule> RULES = List.of(
            // Powers, exponentials and logarithms
            rule("static sqrt(double x)").by("1 / (2 * r)").on(0.1, 4),
            rule("static cbrt(double x)").by("1 / (3 * r * r)").on(0.1, 4),
            rule("static exp(double x)").by("r"),
            rule("static expm1(double x)").by("r + 1"),
            rule("static log(double x)").by("1 / x").on(0.1, 4),
            rule("static log10(double x)").by("1 / (x * 2.302585092994046)").on(0.1, 4),
            rule("static log1p(double x)").by("1 / (1 + x)").on(-0.9, 4),
            // At y = 0 the power is constant in x; at x = 0 it is constant in y ≥ 0.
            rule("static pow(double x, double y)")
                    .by("y == 0 ? 0 : y * Math.pow(x, y - 1)")
                    .by("x == 0 && y >= 0 ? 0 : r * Math.log(x)")
                    .on(0.1, 3, -2, 2),
            // At the origin the norm's subgradient 0 is taken.
            rule("static hypot(double x, double y)").by("r == 0 ? 0 : x / r").by("r == 0 ? 0 : y / r"),

            // Trigonometric and hyperbolic functions
            rule("static sin(double x)").by("Math.cos(x)"),
            rule("static cos(double x)").by("-Math.sin(x)"),
            rule("static tan(double x)").by("1 + r * r").on(-1.4, 1.4),
            rule("static asin(double x)").by("1 / Math.sqrt(1 - x * x)").on(-0.9, 0.9),
            rule("static acos(double x)").by("-1 / Math.sqrt(1 - x * x)").on(-0.9, 0.9),
            rule("static atan(double x)").by("1 / (1 + x * x)"),
            // The operands are (y, x); at the origin 0 is taken.
            rule("static atan2(double y, double x)")
                    .by("x == 0 && y == 0 ? 0 : x / (x * x + y * y)")
                    .by("x == 0 && y == 0 ? 0 : -y / (x * x + y * y)")
                    .on(0.1, 2, -2, 2),
            rule("static sinh(double x)").by("Math.cosh(x)"),
            rule("static cosh(double x)").by("Math.sinh(x)"),
            rule("static tanh(double x)").by("1 - r * r"),
            rule("static toRadians(double x)").by("0.017453292519943295"),
            rule("static toDegrees(double x)").by("57.29577951308232"),

            // Absolute values, choices and signs; ties of max and min share half and half
            rule("static abs(double x)").by("Math.signum(x)"),
            rule("static abs(float x)").by("Math.signum(x)"),
            MAX_OF_DOUBLES,
            MAX_OF_FLOATS,
            MIN_OF_DOUBLES,
            MIN_OF_FLOATS,
            // At its edges clamp counts as the identity.
            rule("static clamp(double x, double low, double high)")
                    .by("x >= low && x <= high ? 1 : 0")
                    .by("x < low ? 1 : 0")
                    .by("x > high ? 1 : 0")
                    .on(-2, 2, -1, -0.5, 0.5, 1),
            rule("static clamp(float x, float low, float high)")
                    .by("x >= low && x <= high ? 1 : 0")
                    .by("x < low ? 1 : 0")
                    .by("x > high ? 1 : 0")
                    .on(-2, 2, -1, -0.5, 0.5, 1),
            rule("static copySign(double x, double y)")
                    .by("x == 0 ? 0 : Math.signum(r) * Math.signum(x)")
                    .by("0"),
            rule("static copySign(float x, float y)")
                    .by("x == 0 ? 0 : Math.signum(r) * Math.signum(x)")
                    .by("0"),
            zero("static signum(double x)"),
            zero("static signum(float x)"),

            // Arithmetic in one step
            rule("static fma(double x, double y, double z)").by("y").by("x").by("1"),
            rule("static fma(float x, float y, float z)").by("y").by("x").by("1"),
            rule("static scalb(double x, int n)").by("Math.scalb(1.0, n)"),
            rule("static scalb(float x, int n)").by("Math.scalb(1f, n)"),
            // x less the nearest multiple of y: the multiple's count is (x - r) / y.
            rule("static IEEEremainder(double x, double y)")
                    .by("1")
                    .by("(r - x) / y")
                    .on(5.2, 5.8, 2, 2.2),

            // Roundings are flat; neighbours move with their number
            zero("static floor(double x)"),
            zero("static ceil(double x)"),
            zero("static rint(double x)"),
            zero("static ulp(double x)"),
            zero("static ulp(float x)"),
            rule("static nextUp(double x)").by("1"),
            rule("static nextUp(float x)").by("1"),
            rule("static nextDown(double x)").by("1"),
            rule("static nextDown(float x)").by("1"),
            rule("static nextAfter(double x, double y)").by("1").by("0"),
            rule("static nextAfter(float x, double y)").by("1").by("0"),

            // Integers have no derivative
            none("static round(double x)"),
            none("static round(float x)"),
            none("static getExponent(double x)"),
            none("static getExponent(float x)"),
            none("static random()"));

    /** Methods on integers alone; every overload of them. */
    static final List<String> INTEGER_METHODS = List.of(
            "abs",
            "absExact",
            "addExact",
            "ceilDiv",
            "ceilDivExact",
            "ceilMod",
            "clamp",
            "decrementExact",
            "divideExact",
            "floorDiv",
            "floorDivExact",
            "floorMod",
            "incrementExact",
            "max",
            "min",
            "multiplyExact",
            "multiplyFull",
            "multiplyHigh",
            "negateExact",
            "powExact",
            "subtractExact",
            "toIntExact",
            "unsignedMultiplyExact",
            "unsignedMultiplyHigh",
            "unsignedPowExact");
}
