package dev.jacobi.processor.random;

import java.util.List;

/**
 * A static method of a generated program.
 *
 * @param wrt the parameters that {@code @Differentiable} names; empty for all
 */
record Method(Signature signature, Role role, List<Parameter> parameters, List<String> wrt, List<Statement> body) {

    /** What a method is to the processor. */
    enum Role {
        DIFFERENTIABLE,
        PRIVATE_HELPER,
        HELPER,
        /** Its result counts as a constant. */
        CONSTANT_HELPER
    }

    record Parameter(Variable variable, boolean constant) {}

    String name() {
        return signature.name();
    }

    boolean isDifferentiable() {
        return role == Role.DIFFERENTIABLE;
    }

    /** The indices of the parameters that the generated class differentiates by. */
    List<Integer> active() {
        return java.util.stream.IntStream.range(0, parameters.size())
                .filter(i -> parameters.get(i).variable().type().carriesDerivative())
                .filter(i -> !parameters.get(i).constant())
                .filter(i -> wrt.isEmpty()
                        || wrt.contains(parameters.get(i).variable().name()))
                .boxed()
                .toList();
    }

    Method withBody(List<Statement> changed) {
        return new Method(signature, role, parameters, wrt, List.copyOf(changed));
    }

    /** The name of the generated class. */
    String derivative() {
        return Character.toUpperCase(name().charAt(0)) + name().substring(1) + "Grad";
    }
}
