package dev.jacobi.processor.random;

import java.util.List;

/**
 * Methods of {@code Math} as the interpreter knows them: value and partial derivatives, written down here from the
 * textbook and not from the processor's table, and what decides between their smooth pieces. So are functions that the
 * programs declare themselves where they use them.
 */
enum MathFunction {
    SIN("sin", x -> Math.sin(x[0]), by((x, r) -> Math.cos(x[0]))),
    COS("cos", x -> Math.cos(x[0]), by((x, r) -> -Math.sin(x[0]))),
    TAN("tan", x -> Math.tan(x[0]), by((x, r) -> 1 / (Math.cos(x[0]) * Math.cos(x[0])))),
    ASIN("asin", x -> Math.asin(x[0]), by((x, r) -> 1 / leg(x), (x, r) -> Math.pow(leg(x), -3))),
    ACOS("acos", x -> Math.acos(x[0]), by((x, r) -> -1 / leg(x), (x, r) -> Math.pow(leg(x), -3))),
    ATAN("atan", x -> Math.atan(x[0]), by((x, r) -> 1 / (1 + x[0] * x[0]))),
    SINH("sinh", x -> Math.sinh(x[0]), by((x, r) -> Math.cosh(x[0]))),
    COSH("cosh", x -> Math.cosh(x[0]), by((x, r) -> Math.sinh(x[0]))),
    TANH("tanh", x -> Math.tanh(x[0]), by((x, r) -> Math.pow(Math.cosh(x[0]), -2), (x, r) -> 2)),
    EXP("exp", x -> Math.exp(x[0]), by((x, r) -> Math.exp(x[0]))),
    EXPM1("expm1", x -> Math.expm1(x[0]), by((x, r) -> Math.exp(x[0]), (x, r) -> 2 + Math.exp(x[0]))),
    LOG("log", x -> Math.log(x[0]), by((x, r) -> 1 / x[0])),
    LOG10("log10", x -> Math.log10(x[0]), by((x, r) -> 1 / (Math.log(10) * x[0]))),
    LOG1P(
            "log1p",
            x -> Math.log1p(x[0]),
            by((x, r) -> Math.exp(-r), (x, r) -> (1 + Math.abs(x[0])) * Math.exp(-2 * r))),
    SQRT("sqrt", x -> Math.sqrt(x[0]), by((x, r) -> 0.5 / r)),
    CBRT("cbrt", x -> Math.cbrt(x[0]), by((x, r) -> r / (3 * x[0]))),
    POW(
            "pow",
            x -> Math.pow(x[0], x[1]),
            by((x, r) -> x[1] == 0 ? 0 : x[1] * Math.pow(x[0], x[1] - 1)),
            by((x, r) -> x[0] == 0 && x[1] >= 0 ? 0 : Math.log(x[0]) * r)),
    HYPOT(
            "hypot",
            x -> Math.hypot(x[0], x[1]),
            by((x, r) -> r == 0 ? 0 : x[0] / r),
            by((x, r) -> r == 0 ? 0 : x[1] / r)),
    ATAN2(
            "atan2",
            x -> Math.atan2(x[0], x[1]),
            by((x, r) -> x[0] == 0 && x[1] == 0 ? 0 : x[1] / square(x)),
            by((x, r) -> x[0] == 0 && x[1] == 0 ? 0 : -x[0] / square(x))),
    TO_RADIANS("toRadians", x -> Math.toRadians(x[0]), by((x, r) -> Math.PI / 180)),
    TO_DEGREES("toDegrees", x -> Math.toDegrees(x[0]), by((x, r) -> 180 / Math.PI)),
    FLOOR("floor", x -> Math.floor(x[0]), flat()),
    CEIL("ceil", x -> Math.ceil(x[0]), flat()),
    RINT("rint", x -> Math.rint(x[0]), flat()),
    SIGNUM("signum", x -> Math.signum(x[0]), flat()),
    NEXT_UP("nextUp", x -> Math.nextUp(x[0]), by((x, r) -> 1)),
    REMAINDER(
            "IEEEremainder",
            x -> Math.IEEEremainder(x[0], x[1]),
            by((x, r) -> 1),
            by((x, r) -> -Math.rint((x[0] - r) / x[1]), (x, r) -> 1 + Math.abs(x[0] / x[1]))),
    ABS("abs", x -> Math.abs(x[0]), by((x, r) -> sign(x[0]))),
    MAX("max", x -> Math.max(x[0], x[1]), by((x, r) -> share(x[0], x[1])), by((x, r) -> share(x[1], x[0]))),
    MIN("min", x -> Math.min(x[0], x[1]), by((x, r) -> share(x[1], x[0])), by((x, r) -> share(x[0], x[1]))),
    COPY_SIGN("copySign", x -> Math.copySign(x[0], x[1]), by((x, r) -> sign(x[0]) * sign(r)), flat()),
    FMA("fma", x -> Math.fma(x[0], x[1], x[2]), by((x, r) -> x[1]), by((x, r) -> x[0]), by((x, r) -> 1)),
    SCALB(
            "scalb",
            Type.DOUBLE,
            List.of(Type.DOUBLE, Type.INT),
            x -> Math.scalb(x[0], (int) x[1]),
            by((x, r) -> Math.pow(2, x[1])),
            flat()),

    ABS_F("abs", Type.FLOAT, List.of(Type.FLOAT), x -> Math.abs(x[0]), by((x, r) -> sign(x[0]))),
    MAX_F(
            "max",
            Type.FLOAT,
            List.of(Type.FLOAT, Type.FLOAT),
            x -> Math.max(x[0], x[1]),
            by((x, r) -> share(x[0], x[1])),
            by((x, r) -> share(x[1], x[0]))),
    MIN_F(
            "min",
            Type.FLOAT,
            List.of(Type.FLOAT, Type.FLOAT),
            x -> Math.min(x[0], x[1]),
            by((x, r) -> share(x[1], x[0])),
            by((x, r) -> share(x[0], x[1]))),
    FMA_F(
            "fma",
            Type.FLOAT,
            List.of(Type.FLOAT, Type.FLOAT, Type.FLOAT),
            x -> Math.fma((float) x[0], (float) x[1], (float) x[2]),
            by((x, r) -> x[1]),
            by((x, r) -> x[0]),
            by((x, r) -> 1)),

    ROUND("round", Type.LONG, List.of(Type.DOUBLE), x -> Math.round(x[0]), flat()),
    ROUND_F("round", Type.INT, List.of(Type.FLOAT), x -> Math.round((float) x[0]), flat()),
    EXPONENT("getExponent", Type.INT, List.of(Type.DOUBLE), x -> Math.getExponent(x[0]), flat()),
    ABS_I("abs", Type.INT, List.of(Type.INT), x -> Math.abs((int) x[0]), flat()),
    MAX_I("max", Type.INT, List.of(Type.INT, Type.INT), x -> Math.max(x[0], x[1]), flat(), flat()),
    FLOOR_MOD(
            "floorMod",
            Type.INT,
            List.of(Type.INT, Type.INT),
            x -> Math.floorMod((int) x[0], (int) x[1]),
            flat(),
            flat()),

    /** With a rule for each parameter. */
    WAVE("wave(%s, %s)", x -> Math.sin(x[0]) * x[1], by((x, r) -> Math.cos(x[0]) * x[1]), by((x, r) -> Math.sin(x[0]))),
    /** With a rule forwards. */
    HILL(
            "hill(%s)",
            x -> x[0] / (1 + x[0] * x[0]), by((x, r) -> (1 - x[0] * x[0]) / Math.pow(1 + x[0] * x[0], 2), (x, r) -> 1)),
    /** With a rule backwards. */
    BLEND(
            "blend(%s, %s)",
            x -> x[0] * Math.cos(x[1]), by((x, r) -> Math.cos(x[1])), by((x, r) -> -x[0] * Math.sin(x[1]))),
    /** Of an enum's constant. */
    CURVE(
            "Curve.values()[Math.floorMod(%s, 3)].at(%s)",
            Type.DOUBLE,
            List.of(Type.INT, Type.DOUBLE),
            x -> switch (Math.floorMod((int) x[0], 3)) {
                case 0 -> 0.5 * x[1];
                case 1 -> Math.sin(2 * x[1]);
                default -> x[1] < 0 ? 0 : x[1] * x[1];
            },
            flat(),
            by((x, r) -> switch (Math.floorMod((int) x[0], 3)) {
                case 0 -> 0.5;
                case 1 -> 2 * Math.cos(2 * x[1]);
                default -> x[1] < 0 ? 0 : 2 * x[1];
            })),
    /** Of one of two classes that implement an interface. */
    BODY(
            "Body.of(%s).twice(%s)",
            Type.DOUBLE,
            List.of(Type.INT, Type.DOUBLE),
            x -> 2 * ((int) x[0] > 1 ? 1.25 * Math.cos(x[1]) : x[1] - 0.75),
            flat(),
            by((x, r) -> (int) x[0] > 1 ? -2.5 * Math.sin(x[1]) : 2));

    interface Formula {
        double at(double[] x);
    }

    interface Slope {
        double at(double[] x, double r);
    }

    /** @param magnitude how large the terms are that the derivative is computed from, for its rounding error */
    record Partial(Slope slope, Slope magnitude) {}

    private final String method;
    private final Type result;
    private final List<Type> parameters;
    private final Formula formula;
    private final List<Partial> partials;

    MathFunction(String method, Formula formula, Partial... partials) {
        this(method, Type.DOUBLE, java.util.Collections.nCopies(partials.length, Type.DOUBLE), formula, partials);
    }

    MathFunction(String method, Type result, List<Type> parameters, Formula formula, Partial... partials) {
        this.method = method;
        this.result = result;
        this.parameters = parameters;
        this.formula = formula;
        this.partials = List.of(partials);
    }

    /** A call as Java. */
    String call(List<String> arguments) {
        return method.contains("(")
                ? String.format(method, arguments.toArray())
                : "Math." + method + "(" + String.join(", ", arguments) + ")";
    }

    /** A reference to it as Java. */
    String reference() {
        return method.contains("(") ? "Sample::" + method.substring(0, method.indexOf('(')) : "Math::" + method;
    }

    Type result() {
        return result;
    }

    List<Type> parameters() {
        return parameters;
    }

    double value(double[] x, boolean exact) {
        return this == FMA_F && !exact ? FMA.formula.at(x) : formula.at(x);
    }

    Partial partial(int parameter) {
        return partials.get(parameter);
    }

    /** A number that changes where the function passes from one smooth piece to another. */
    double piece(double[] x, double r) {
        return switch (this) {
            case ABS, ABS_F -> Math.signum(x[0]);
            case MAX, MIN, MAX_F, MIN_F -> Double.compare(x[0], x[1]);
            case COPY_SIGN -> 3 * Math.signum(x[0]) + Math.copySign(1, x[1]);
            case FLOOR, CEIL, RINT, SIGNUM, ROUND, ROUND_F, EXPONENT, ABS_I, MAX_I, FLOOR_MOD -> r;
            case REMAINDER -> Math.rint((x[0] - r) / x[1]);
            case ATAN2 -> 3 * Math.signum(x[0]) + Math.signum(x[1]);
            case CURVE -> Math.signum(x[1]);
            case POW, SQRT, CBRT, HYPOT -> Math.signum(x[0]);
            default -> 0;
        };
    }

    private static Partial by(Slope slope) {
        return new Partial(slope, (x, r) -> Math.abs(slope.at(x, r)));
    }

    private static Partial by(Slope slope, Slope magnitude) {
        return new Partial(slope, (x, r) -> Math.max(Math.abs(slope.at(x, r)), magnitude.at(x, r)));
    }

    private static Partial flat() {
        return by((x, r) -> 0);
    }

    private static double square(double[] x) {
        return x[0] * x[0] + x[1] * x[1];
    }

    /** The cosine of an angle whose sine it is, and the other way round. */
    private static double leg(double[] x) {
        return Math.sqrt((1 - x[0]) * (1 + x[0]));
    }

    private static double sign(double x) {
        return x > 0 ? 1 : x < 0 ? -1 : 0;
    }

    /** The part of the larger of two in their maximum. */
    private static double share(double x, double y) {
        return x > y ? 1 : x < y ? 0 : 0.5;
    }
}
