package dev.jacobi.processor.transform.stack;

import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.rules.Rule;
import dev.jacobi.processor.rules.Rules;
import dev.jacobi.processor.rules.TensorShapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operation on a tensor is for a stack of tensors: the table of all that have such a form.
 *
 * @param form how it is written
 * @param stack the operand that is the stack; the others belong to all of its tensors
 * @param dims the operands that name dimensions
 * @param allDims whether all operands but the first do, of any number
 * @param product whether it is one product of matrices for all that would be a product each
 */
record Operation(Form form, int stack, List<Integer> dims, boolean allDims, boolean product) {

    /** How the operation on a stack is written. */
    enum Form {
        /** As it is, on elements: {@code bar.mul(y)}. Any operands may be stacks; others stretch, from the right. */
        ELEMENTS,
        /** As it is, with dimensions counted behind the one that a stack has more: {@code bar.unsqueeze(1)}. */
        DIMS,
        /** By the runtime's method for stacks: {@code Stacked.sumTo(bar, x)}. */
        RUNTIME
    }

    private static final String TENSOR = "dev.jacobi.tensor.Tensor.";

    private static final Operation ON_ELEMENTS = new Operation(Form.ELEMENTS, 0, List.of(), false, false);

    /** Operands that are called {@code dim…} name dimensions. */
    private static final List<String> WITH_DIMS = List.of(
            "unsqueeze(int dim)",
            "transpose(int dim0, int dim1)",
            "swapaxes(int dim0, int dim1)",
            "movedim(int dim0, int dim1)",
            "narrow(int dim, int start, int length)",
            "select(int dim, int index)",
            "slice(int dim, int start, int end)",
            "slice(int dim, int start, int end, int step)",
            "indexSelect(int dim, Index index)",
            "flip(int... dims)",
            "roll(int shift, int dim)",
            "rollBack(int shift, int dim)",
            "repeatInterleave(int repeats, int dim)",
            "sum(int dim)",
            "sum(int dim, boolean keepDim)",
            "mean(int dim)",
            "mean(int dim, boolean keepDim)",
            "cumsum(int dim)",
            // what counts from the last dimension
            "mT()",
            "triu()",
            "triu(int offset)",
            "tril()",
            "tril(int offset)",
            "padBack(int... amounts)",
            // what asks for none
            "to(DType dtype)");

    /** Those that go along a dimension even of a number, which has the last one without having any. */
    private static final Set<String> OF_NUMBERS = Set.of("indexSelect", "flip", "sum", "mean", "cumsum");

    private static final List<String> OF_RUNTIME = List.of(
            "sumTo(Tensor like)",
            "expandTo(Tensor like)",
            "expandAlong(Tensor like, int dim)",
            "reshapeAs(Tensor like)",
            "t()",
            "permute(int... dims)",
            "permuteBack(int... dims)",
            "placed(Tensor like, int... index)",
            "placedAt(Tensor like, int dim, int start)",
            "sum()",
            "softmaxBar(Tensor y, int dim)",
            "logSoftmaxBar(Tensor y, int dim)",
            "standardizedBar(Tensor y, Tensor scale, int dims)",
            "outer(Tensor y)");

    private static final List<String> PRODUCTS = List.of(
            "matmulBarLeft(Tensor like, Tensor y)",
            "matmulBarRight(Tensor left, Tensor like)",
            "mm(Tensor y)",
            "mv(Tensor y)",
            "matmul(Tensor y)");

    /** Products that may have the stack on their right. */
    private static final Set<String> EITHER_SIDE = Set.of("mm", "mv", "matmul");

    private static final Map<String, Operation> TABLE = table();

    private static Map<String, Operation> table() {
        Map<String, Operation> table = new HashMap<>();
        headers(WITH_DIMS).forEach(h -> table.put(Rules.key(h), withDims(h)));
        headers(OF_RUNTIME).forEach(h -> table.put(Rules.key(h), ofRuntime(0, false)));
        headers(PRODUCTS).forEach(h -> table.put(Rules.key(h), ofRuntime(0, true)));
        return table;
    }

    private static List<Rule> headers(List<String> headers) {
        return headers.stream()
                .map(h -> new Rule(h, List.of(), Rule.Domain.ANYWHERE, List.of()))
                .toList();
    }

    private static Operation withDims(Rule header) {
        List<Integer> dims = new ArrayList<>();
        for (int i = 0; i < header.parameters().size(); i++) {
            if (header.parameters().get(i).startsWith("int dim")) {
                dims.add(i + 1);
            }
        }
        return new Operation(Form.DIMS, 0, dims, header.parameters().contains("int... dims"), false);
    }

    private static Operation ofRuntime(int stack, boolean product) {
        return new Operation(Form.RUNTIME, stack, List.of(), false, product);
    }

    /** The operations in the table, as rules name them. */
    static Set<String> keys() {
        return TABLE.keySet();
    }

    /**
     * What a primitive is for stacks; null where it has no form for them.
     *
     * @param stacks which operands are stacks
     */
    static @Nullable Operation of(Primitive primitive, List<Integer> stacks) {
        if (isOnElements(primitive)) {
            return ON_ELEMENTS;
        }
        String signature = primitive.signature();
        Operation known = primitive.form() == Primitive.Form.METHOD && signature.startsWith(TENSOR)
                ? TABLE.get(signature.substring(TENSOR.length()))
                : null;
        if (known == null || stacks.size() != 1) {
            return null;
        }
        boolean right = stacks.get(0) == 1 && EITHER_SIDE.contains(primitive.name());
        return right ? ofRuntime(1, true) : stacks.get(0) == 0 ? known : null;
    }

    private static boolean isOnElements(Primitive primitive) {
        boolean masks = primitive.signature().startsWith(TENSOR + "masked(")
                || primitive.signature().startsWith(TENSOR + "where(");
        return masks || TensorShapes.isElementwise(primitive);
    }

    /** Whether the operation has a dimension -1 even of a number. */
    static boolean takesNumbers(Primitive primitive) {
        return OF_NUMBERS.contains(primitive.name());
    }

    /** The runtime's method. */
    String method(Primitive primitive) {
        boolean product = EITHER_SIDE.contains(primitive.name());
        return product ? stack == 0 ? "matmul" : "times" : primitive.name();
    }

    /** Whether an operand names a dimension. */
    boolean isDim(int operand) {
        return dims.contains(operand) || allDims && operand > 0;
    }
}
