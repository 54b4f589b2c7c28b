package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of systems, determinants and Cholesky's factors are called; see {@link TensorCalls}. */
final class SystemCalls {
    private SystemCalls() {}

    /** Regular matrices. */
    private static final String REGULAR = "x.add(Tensor.eye(2).mul(3))";
    /** Symmetric and positive definite ones, whose elements are independent but for that. */
    private static final String POSITIVE = "x.add(x.mT()).mul(0.25).add(Tensor.eye(2).mul(3))";

    /** Matrices of which the largest elements in the columns, and so the pivots, are clear. */
    private static final String TALL = "x.mul(0.5).add(Tensor.of(new float[][] {{0, 9}, {9, 3}, {2, 1}}))";

    private static final String WIDE = "x.mul(0.5).add(Tensor.of(new float[][] {{1, 9, 2}, {8, 0, 3}}))";

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        calls.put("mT()", List.of("x.mT(); x 2 1 3"));
        for (String solve : List.of("solve", "solveTransposed")) {
            calls.put(
                    solve + "(Tensor y)",
                    List.of(
                            "x.add(Tensor.eye(3).mul(4)).%s(y); x 3 3; y 3".formatted(solve),
                            "%s.%s(y); x 2 2; y 2 3".formatted(REGULAR, solve),
                            "%s.%s(y); x 3 2 2; y 3 2".formatted(REGULAR, solve),
                            "%s.%s(y); x 3 2 2; y 2".formatted(REGULAR, solve),
                            "%s.%s(y); x 2 2; y 3 2 1".formatted(REGULAR, solve),
                            "%s.%s(y); x 2 1 2 2; y 1 2 2 1".formatted(REGULAR, solve)));
        }
        calls.put(
                "columnsFor(Tensor matrices)",
                List.of(
                        "x.columnsFor(y); x 2; y 2 2",
                        "x.columnsFor(y); x 3 2; y 3 2 2",
                        "x.columnsFor(y); x 2 3; y 2 2"));
        calls.put(
                "solveTriangular(Tensor y, boolean upper)",
                List.of(
                        REGULAR + ".solveTriangular(y, true); x 2 2; y 2 3",
                        REGULAR + ".solveTriangular(y, false); x 2 2 2; y 2 1"));
        calls.put(
                "solveTriangular(Tensor y, boolean upper, boolean left, boolean unitriangular)",
                List.of(
                        REGULAR + ".solveTriangular(y, true, false, false); x 2 2; y 3 2",
                        REGULAR + ".solveTriangular(y, false, false, true); x 2 2; y 3 2",
                        REGULAR + ".solveTriangular(y, true, true, true); x 2 2; y 2 2 1"));
        calls.put("triangle(boolean upper)", List.of("x.triangle(true); x 2 2 3", "x.triangle(false); x 3 2"));
        calls.put(
                "triangle(boolean upper, double onDiagonal)",
                List.of("x.triangle(true, k); x 2 2 3; double k", "x.triangle(false, k); x 3 2; double k"));
        calls.put(
                "static arrayOf(Tensor... xs)",
                List.of("Tensor.stack(Tensor.arrayOf(x, y)); x 2; y 2", "Tensor.arrayOf(x, y)[1]; x 2; y 3"));
        calls.put(
                "luFactor()",
                List.of(
                        REGULAR + ".luFactor(); x 2 2",
                        "x.add(Tensor.of(new float[][] {{0, 5, 1}, {6, 0, 1}, {0, 1, 7}})).luFactor(); x 2 3 3"));
        calls.put(
                "lu()",
                List.of(
                        "Tensor.cat(0, x.add(Tensor.of(new float[][] {{0, 5}, {6, 0}})).lu()); x 2 2",
                        "x.add(Tensor.of(new float[][] {{0, 5, 1}, {6, 0, 1}, {0, 1, 7}})).lu()[1]; x 2 3 3",
                        REGULAR + ".lu()[2]; x 2 2",
                        TALL + ".lu()[1]; x 3 2",
                        "Tensor.cat(-2, " + TALL + ".lu()[1], " + TALL + ".lu()[2]); x 2 3 2",
                        "Tensor.cat(-1, " + WIDE + ".lu()); x 2 3",
                        WIDE + ".lu()[1]; x 2 3",
                        WIDE + ".lu()[2]; x 2 2 3"));
        calls.put(
                "luRows(Tensor like, Index pivots, boolean back)",
                List.of(
                        "x.luRows(l, Index.of(3, 3, 3), false); x 3 2; l 3 3",
                        "x.luRows(l, Index.of(2, 2), false); x 3 2 1; l 2 2",
                        "x.luRows(l, Index.of(new int[][] {{2, 2}, {1, 2}}), true); x 2 1; l 2 2 2",
                        "x.luRows(l, Index.of(new int[][] {{2, 2}, {1, 2}}), true); x 2 2 1; l 2 2 2"));
        calls.put(
                "luSolve(Index pivots, Tensor y)",
                List.of(
                        "x.add(Tensor.eye(3).mul(4)).luSolve(Index.of(2, 3, 3), y); x 3 3; y 3 2",
                        REGULAR + ".luSolve(Index.of(new int[][] {{2, 2}, {1, 2}}), y); x 2 2 2; y 2 2 1",
                        REGULAR + ".luSolve(Index.of(new int[][] {{2, 2}, {1, 2}}), y); x 2 2 2; y 2 3",
                        REGULAR + ".luSolve(Index.of(2, 2), y); x 2 2; y 3 2 1"));
        calls.put("regularFactor(String operation)", List.of("x.regularFactor(\"lu\"); x 2 3 3"));
        calls.put("symmetricPart()", List.of("x.symmetricPart(); x 2 2 2"));
        calls.put(
                "divOrZero(Tensor y)",
                List.of("x.divOrZero(y.add(3)); x 2 3; y 3", "x.divOrZero(y.add(3)); x 3; y 2 3"));
        for (String method : List.of("inverse", "det", "cofactors", "logdet")) {
            calls.put(
                    method + "()",
                    List.of(
                            "%s.%s(); x 2 2".formatted(REGULAR, method),
                            "x.add(Tensor.eye(3).mul(4)).%s(); x 2 3 3".formatted(method)));
        }
        calls.put(
                "cofactorsAlong(Tensor y)",
                List.of(
                        "x.add(Tensor.eye(3).mul(4)).cofactorsAlong(y); x 3 3; y 3 3",
                        "x.add(Tensor.eye(3).mul(4)).cofactorsAlong(y); x 2 3 3; y 2 3 3"));
        calls.put(
                "slogdet()",
                List.of(
                        "Tensor.stack(%s.slogdet()); x 2 2 2".formatted(REGULAR),
                        "%s.slogdet()[1]; x 2 2".formatted(REGULAR)));
        calls.put("cholesky()", List.of(POSITIVE + ".cholesky(); x 2 2", POSITIVE + ".cholesky(); x 2 2 2"));
        calls.put(
                "choleskySolve(Tensor y)",
                List.of(
                        "x.choleskySolve(y.add(Tensor.eye(2).mul(3))); x 2 3; y 2 2",
                        "x.choleskySolve(y.add(Tensor.eye(2).mul(3))); x 2 1; y 3 2 2"));
        calls.put("choleskyInverse()", List.of(REGULAR + ".choleskyInverse(); x 2 2 2"));
        return calls;
    }
}
