package dev.jacobi.processor.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * The derivative of one primitive, as a line of a table.
 *
 * <p>{@code rule("pow(double x, double y)").by("y * Math.pow(x, y - 1)").by("r * Math.log(x)")} reads: with r = pow(x,
 * y), ∂r/∂x is the first text and ∂r/∂y the second. Texts are Java expressions over the operands' names and the result
 * {@code r}. A receiver is called {@code x}. Operands whose type carries no derivative are skipped.
 *
 * @param header the primitive's name and operands, as they are declared
 * @param partials one for each operand that carries derivatives, in order
 * @param domain where tests evaluate it
 * @param definition of an operation that others make up, instead of partials: lines {@code name = expression}, and last
 *     an expression that is the result
 */
public record Rule(String header, List<Partial> partials, Domain domain, List<String> definition) {

    /** The derivative by one operand. */
    public sealed interface Partial {
        /** A scalar's partial derivative: the tangent is {@code factor * xDot}, the adjoint {@code factor * rBar}. */
        record Factor(String text) implements Partial {}

        /** A tensor operation's two products, over {@code xDot} (the operand's name with Dot) and {@code rBar}. */
        record Products(String jvp, String vjp) implements Partial {}

        /**
         * Of a varargs operand {@code xs}: the jvp of all together, and the vjp by the {@code i}-th, or by all where
         * they are given as one array.
         */
        record Each(String jvp, String vjp, String wholeVjp) implements Partial {}

        /** The derivative is zero everywhere. */
        record Zero() implements Partial {}
    }

    /** An interval for every operand in turn; the last one serves those that follow. */
    public record Domain(List<Double> bounds) {
        public Domain {
            bounds = List.copyOf(bounds);
        }

        /** Ordinary numbers on both sides of zero. */
        public static final Domain ANYWHERE = new Domain(List.of(-2.0, 2.0));

        public double low(int operand) {
            return bounds.get(Math.min(2 * operand, bounds.size() - 2));
        }

        public double high(int operand) {
            return bounds.get(Math.min(2 * operand + 1, bounds.size() - 1));
        }
    }

    public Rule {
        partials = List.copyOf(partials);
        definition = List.copyOf(definition);
    }

    /** Begins a rule; {@link #by} completes it. */
    static Rule rule(String header) {
        return new Rule(header, List.of(), Domain.ANYWHERE, List.of());
    }

    /**
     * A primitive that others make up: its calls are read as these lines, so that it is differentiated, and put into
     * loops, as if the user had written them.
     */
    static Rule defined(String header, String... lines) {
        return new Rule(header, List.of(), Domain.ANYWHERE, List.of(lines));
    }

    /** A primitive whose result is not differentiated: an integer, a mask, a constant. */
    static Rule none(String header) {
        return rule(header);
    }

    /** A primitive whose derivative is zero wherever it has one, such as a rounding. */
    static Rule zero(String header) {
        return rule(header).with(new Partial.Zero());
    }

    /** The partial derivative by the next operand. */
    Rule by(String factor) {
        return with(factor.equals("0") ? new Partial.Zero() : new Partial.Factor(factor));
    }

    /** Tangent and adjoint by the next operand. */
    Rule by(String jvp, String vjp) {
        return with(new Partial.Products(jvp, vjp));
    }

    /** Tangent and adjoint by a varargs operand. */
    Rule byEach(String jvp, String vjp, String wholeVjp) {
        return with(new Partial.Each(jvp, vjp, wholeVjp));
    }

    /** The domain on which tests evaluate this rule: low and high for each operand. */
    Rule on(double... bounds) {
        List<Double> list = new ArrayList<>();
        for (double bound : bounds) {
            list.add(bound);
        }
        return new Rule(header, partials, new Domain(list), definition);
    }

    private Rule with(Partial partial) {
        List<Partial> longer = new ArrayList<>(partials);
        longer.add(partial);
        return new Rule(header, longer, domain, definition);
    }

    /** Whether it says that there is nothing to differentiate. */
    public boolean isNone() {
        return partials.isEmpty() && !isDefined();
    }

    /** Whether it says what the primitive is made of, and so needs no derivative. */
    public boolean isDefined() {
        return !definition.isEmpty();
    }

    /** Whether the method is static; else the first operand is the receiver {@code x}. */
    public boolean isStatic() {
        return header.startsWith("static ");
    }

    /** The method's name. */
    public String name() {
        return header.substring(isStatic() ? 7 : 0, header.indexOf('('));
    }

    /** The declared parameters, each as {@code type name}. */
    public List<String> parameters() {
        String inside = header.substring(header.indexOf('(') + 1, header.lastIndexOf(')'));
        return inside.isEmpty() ? List.of() : List.of(inside.split(", "));
    }
}
