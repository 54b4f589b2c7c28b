package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;

import java.util.List;

/**
 * The methods of {@code java.lang.Double} and {@code Float} that take or give numbers: those on two numbers are what
 * method references such as {@code Double::sum} name; the others tell something about a number, or make it something
 * else. For the texts see {@link MathRules}.
 */
final class NumberRules {

    private NumberRules() {}

    static final List<Rule> OF_DOUBLE = List.of(
            rule("static sum(double x, double y)").by("1").by("1"),
            MathRules.MAX_OF_DOUBLES,
            MathRules.MIN_OF_DOUBLES,

            // Facts
            none("static compare(double x, double y)"),
            none("static isNaN(double x)"),
            none("static isInfinite(double x)"),
            none("static isFinite(double x)"),
            none("static hashCode(double x)"),
            none("static doubleToLongBits(double x)"),
            none("static doubleToRawLongBits(double x)"));
    static final List<Rule> OF_FLOAT = List.of(
            rule("static sum(float x, float y)").by("1").by("1"),
            MathRules.MAX_OF_FLOATS,
            MathRules.MIN_OF_FLOATS,
            none("static compare(float x, float y)"),
            none("static isNaN(float x)"),
            none("static isInfinite(float x)"),
            none("static isFinite(float x)"),
            none("static hashCode(float x)"),
            none("static floatToIntBits(float x)"),
            none("static floatToRawIntBits(float x)"),
            none("static floatToFloat16(float x)"));

    /**
     * Methods that make something else of a number, or a number of something else: they have no rule, so that it is an
     * error where a derivative would go through them.
     */
    static final List<String> CONVERSIONS = List.of(
            "doubleValue",
            "float16ToFloat",
            "floatValue",
            "intBitsToFloat",
            "longBitsToDouble",
            "parseDouble",
            "parseFloat",
            "toHexString",
            "toString",
            "valueOf");
}
