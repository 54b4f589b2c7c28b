package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of decompositions are called; see {@link TensorCalls}. */
final class DecompositionCalls {
    private DecompositionCalls() {}

    /** Symmetric matrices whose eigenvalues lie well apart. */
    private static final String APART_2 = "x.add(x.mT()).mul(0.25).add(Tensor.of(new float[][] {{1, 0}, {0, 7}}))";

    private static final String APART_3 =
            "x.add(x.mT()).mul(0.25).add(Tensor.of(new float[][] {{1, 0, 0}, {0, 7, 0}, {0, 0, -6}}))";
    /** Tall and wide matrices whose singular values lie well apart. */
    private static final String TALL = "x.mul(0.5).add(Tensor.of(new float[][] {{3, 0}, {0, 9}, {1, 2}}))";

    private static final String WIDE = "x.mul(0.5).add(Tensor.of(new float[][] {{3, 0, 1}, {0, 9, 2}}))";

    private static final String SQUARE = "x.mul(0.5).add(Tensor.of(new float[][] {{3, 0}, {0, 9}}))";

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        calls.put(
                "qr()",
                List.of(
                        "Tensor.cat(-2, " + TALL + ".qr()); x 3 2",
                        TALL + ".qr()[0]; x 2 3 2",
                        WIDE + ".qr()[1]; x 2 3",
                        "Tensor.cat(-1, " + WIDE + ".qr()); x 2 3",
                        SQUARE + ".qr()[0]; x 2 2"));
        calls.put(
                "eigh()",
                List.of(
                        APART_2 + ".eigh()[0]; x 2 2",
                        APART_3 + ".eigh()[1]; x 3 3",
                        "Tensor.cat(0, " + APART_2 + ".eigh()[0].unsqueeze(0), " + APART_2 + ".eigh()[1]); x 2 2",
                        APART_2 + ".eigh()[1]; x 2 2 2",
                        APART_3 + ".eigh()[1].square().sin().sum(); x 3 3"));
        calls.put(
                "eigvalsh()",
                List.of(
                        APART_2 + ".eigvalsh(); x 2 2 2",
                        APART_3 + ".eigvalsh(); x 3 3",
                        APART_3 + ".eigvalsh().sin().sum(); x 3 3"));
        for (String from : List.of(TALL, WIDE, SQUARE)) {
            String shape = from.equals(TALL) ? "3 2" : from.equals(WIDE) ? "2 3" : "2 2";
            calls.computeIfAbsent("svd()", header -> new java.util.ArrayList<>())
                    .addAll(List.of(
                            from + ".svd()[0]; x " + shape,
                            from + ".svd()[1]; x 2 " + shape,
                            from + ".svd()[2]; x " + shape,
                            from + ".svd()[0].square().sin().sum(); x " + shape));
        }
        calls.put(
                "svdvals()",
                List.of(
                        TALL + ".svdvals(); x 3 2",
                        WIDE + ".svdvals(); x 2 2 3",
                        WIDE + ".svdvals().mul(0.1).sin().sum(); x 2 3"));
        calls.put("pinv()", List.of(TALL + ".pinv(); x 3 2", WIDE + ".pinv(); x 2 3", SQUARE + ".pinv(); x 2 2 2"));
        calls.put(
                "lstsq(Tensor y)",
                List.of(
                        TALL + ".lstsq(y); x 3 2; y 3",
                        TALL + ".lstsq(y); x 3 2; y 3 2",
                        WIDE + ".lstsq(y); x 2 2 3; y 2 1",
                        WIDE + ".lstsq(y); x 2 3; y 2 2 1"));
        return calls;
    }
}
