package dev.jacobi.processor.random;

/** Java's own methods for whole arrays. */
enum ArrayFunction {
    CLONE,
    COPY_OF("Arrays.copyOf"),
    COPY_OF_RANGE("Arrays.copyOfRange"),
    FILL("Arrays.fill"),
    FILL_RANGE("Arrays.fill"),
    COPY("System.arraycopy"),
    SORT("Arrays.sort");

    private final String java;

    ArrayFunction() {
        this("clone");
    }

    ArrayFunction(String java) {
        this.java = java;
    }

    String java() {
        return java;
    }

    /** Whether it gives a new array like its first operand. */
    boolean makesArray() {
        return ordinal() <= COPY_OF_RANGE.ordinal();
    }
}
