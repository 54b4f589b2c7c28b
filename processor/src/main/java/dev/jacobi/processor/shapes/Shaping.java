package dev.jacobi.processor.shapes;

/** What is known of the result of an operation; it says so if the operands don't fit. */
@FunctionalInterface
interface Shaping {
    Value of(Operation operation);

    /** An operation that gives one tensor, or something else that has one shape. */
    @FunctionalInterface
    interface One {
        Extents of(Operation operation);
    }

    /** The shape of what an operation gives, which comes from there. */
    static Value made(Operation operation, Extents shape) {
        String name = operation.first() == 0
                ? operation.expression().primitive().owner() + "." + operation.name()
                : operation.name();
        return new Value.Shaped(shape, new Source(name, operation.expression().span()));
    }
}
