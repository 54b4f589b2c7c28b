package dev.jacobi.processor.random;

import java.util.List;

/**
 * One generated class: methods of which each calls only earlier ones.
 *
 * @param nested whether there are methods as well that call derivatives of these
 */
record Program(long seed, List<Method> methods, boolean nested) {

    /** The static constants that every program has; one of them is out of the generated code's reach. */
    static final List<Variable> CONSTANTS = List.of(
            new Variable("RATE", Type.DOUBLE),
            new Variable("SCALE", Type.FLOAT),
            new Variable("COUNT", Type.INT),
            new Variable("MANY", Type.LONG));

    /** What instance methods see beside: fields of their object. */
    static final List<Variable> FIELDS =
            List.of(new Variable("offset", Type.DOUBLE), new Variable("factor", Type.FLOAT));

    static final double OFFSET = 0.375;
    static final float FACTOR = -1.5f;

    /** The strings that programs decide by. */
    static final List<String> WORDS = List.of("up", "down", "left", "");

    static final double RATE = 1.25;
    static final float SCALE = 0.75f;
    static final int COUNT = 7;
    static final long MANY = 3_000_000_019L;

    Method method(Signature signature) {
        return methods.stream()
                .filter(m -> m.signature().equals(signature))
                .findFirst()
                .orElseThrow();
    }

    /** The same where no derivative is called. */
    Program withoutDerivatives() {
        return new Program(seed, methods, false);
    }

    List<Method> differentiable() {
        return methods.stream().filter(Method::isDifferentiable).toList();
    }
}
