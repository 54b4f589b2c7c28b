package dev.jacobi.processor.ir;

/** What a primitive does with arrays; arrays are references, so these have no partial derivatives but shadows. */
public enum ArrayOperation {
    /** {@code new double[n]}. */
    NEW,
    /** {@code Shadows.zerosLike(a)}: zeros, or ones, in the shape of another array. */
    LIKE,
    /** {@code {x, y}}. */
    LITERAL,
    /** {@code a.clone()}. */
    CLONE,
    /** {@code Arrays.copyOf(a, n)}, {@code Arrays.copyOfRange(a, from, to)}. */
    COPY,
    /** {@code System.arraycopy(a, i, b, j, n)}. */
    COPY_INTO,
    /** {@code Arrays.fill(a, x)}. */
    FILL,
    /** {@code Arrays.fill(a, from, to, x)}. */
    FILL_RANGE,
    /** {@code Arrays.sort(a)}, {@code Arrays.sort(a, from, to)}, of numbers. */
    SORT,
    /** {@code Sorting.move(a, order, from)}: tangents follow numbers that have been sorted. */
    MOVE_SORTED,
    /** {@code t.toDoubleArray()}, {@code t.slogdet()}: a new array, of a tensor's numbers or of tensors made of it. */
    OF_TENSOR,
    /** Anything else. */
    NONE;

    private static final String TENSOR = "dev.jacobi.tensor.Tensor.";

    public static ArrayOperation of(Primitive primitive) {
        switch (primitive.form()) {
            case NEW_ARRAY:
                return NEW;
            case ARRAY_LITERAL:
                return LITERAL;
            case METHOD:
                return primitive.result() instanceof Type.Array ? made(primitive) : NONE;
            case STATIC_METHOD:
                return library(primitive);
            default:
                return NONE;
        }
    }

    private static ArrayOperation made(Primitive primitive) {
        if (primitive.name().equals("clone")) {
            return CLONE;
        }
        return primitive.signature().startsWith(TENSOR) ? OF_TENSOR : NONE;
    }

    private static ArrayOperation library(Primitive primitive) {
        String signature = primitive.signature();
        String name = signature.substring(0, Math.max(0, signature.indexOf('(')));
        return switch (name) {
            case Shadows.ZEROS_LIKE, Shadows.ONES_LIKE -> LIKE;
            case "java.lang.System.arraycopy" -> COPY_INTO;
            case "java.util.Arrays.copyOfRange" -> COPY;
            case "java.util.Arrays.copyOf" -> primitive.parameters().size() == 2 ? COPY : NONE;
            case "java.util.Arrays.sort" ->
                primitive.parameters().get(0) instanceof Type.Array array
                                && array.element().isFloating()
                        ? SORT
                        : NONE;
            case "dev.jacobi.tape.Sorting.move" -> MOVE_SORTED;
            case "java.util.Arrays.fill" -> primitive.parameters().size() == 2 ? FILL : FILL_RANGE;
            default -> primitive.result() instanceof Type.Array && name.startsWith(TENSOR) ? OF_TENSOR : NONE;
        };
    }

    /** Whether a method that isn't known otherwise is known to leave the arrays that it is given alone. */
    public static boolean onlyReads(Primitive primitive) {
        String signature = primitive.signature();
        return signature.startsWith(TENSOR)
                || signature.startsWith(Shadows.CHECKS)
                || signature.startsWith("dev.jacobi.tape.Batches.end(")
                || signature.startsWith("java.util.Arrays.toString(")
                || signature.startsWith("java.util.Arrays.deepToString(")
                || signature.startsWith("java.util.Arrays.equals(")
                || signature.startsWith("java.util.Arrays.hashCode(")
                || signature.startsWith("java.util.Arrays.binarySearch(")
                || signature.startsWith("java.util.Arrays.mismatch(")
                || signature.startsWith("java.util.Arrays.compare(")
                || signature.startsWith("java.util.Objects.requireNonNull(");
    }
}
