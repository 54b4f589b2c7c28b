package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of indexing are called; see {@link TensorCalls}. Indices name some places twice. */
final class IndexingCalls {
    private IndexingCalls() {}

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        selections(calls);
        masks(calls);
        updates(calls);
        scatters(calls);
        return calls;
    }

    private static void selections(Map<String, List<String>> calls) {
        calls.put(
                "select(int dim, int index)",
                List.of("x.select(1, 2); x 2 3", "x.select(-1, -2); x 2 3", "x.select(0, 1); x 3"));
        calls.put("slice(int dim, int start, int end)", List.of("x.slice(1, -2, 9); x 2 3"));
        calls.put(
                "slice(int dim, int start, int end, int step)",
                List.of("x.slice(0, 1, 9, 2); x 5", "x.slice(-1, 0, -1, 2); x 2 5", "x.slice(0, 0, 4, 3); x 4 2"));
        calls.put(
                "indexSelect(int dim, Index index)",
                List.of(
                        "x.indexSelect(0, Index.of(1, 0, 1)); x 2 3",
                        "x.indexSelect(-1, Index.of(-1, 2, 0)); x 2 3",
                        "x.indexSelect(0, Index.of(1)); x 2"));
        calls.put("indexSelect(int dim, int... index)", List.of("x.indexSelect(1, 2, 0, 2); x 2 3"));
        calls.put(
                "indexSelectBack(Tensor like, int dim, int... index)",
                List.of("x.indexSelectBack(y, 1, 2, 0, 2); x 2 3; y 2 3"));
        calls.put(
                "index(Index... indices)",
                List.of(
                        "x.index(Index.of(1, 0, 1)); x 2 3",
                        "x.index(Index.of(1, 0), Index.of(-1)); x 2 3",
                        "x.index(Index.of(1, 0, 0).reshape(3, 1), Index.of(0, 2)); x 2 3 2"));
        calls.put(
                "indexBack(Tensor like, Index... indices)",
                List.of(
                        "x.indexBack(y, Index.of(1, 0, 1)); x 3 2; y 2 2",
                        "x.indexBack(y, Index.of(1), Index.of(0, 0)); x 2; y 2 2"));
        calls.put("embedding(Index index)", List.of("x.embedding(Index.of(2, 0, 2, 1).reshape(2, 2)); x 3 2"));
        calls.put("take(Index index)", List.of("x.take(Index.of(5, 0, 5, -2).reshape(2, 2)); x 2 3"));
        calls.put(
                "gather(int dim, Index index)",
                List.of(
                        "x.gather(1, Index.of(2, 2, 0, 1).reshape(2, 2)); x 2 3",
                        "x.gather(0, Index.of(1, 0, 1).reshape(1, 3)); x 2 3",
                        "x.gather(-1, Index.of(-1, 0)); x 3"));
        calls.put(
                "takeAlongDim(Index index, int dim)",
                List.of(
                        "x.takeAlongDim(Index.of(2, 0, 2).reshape(1, 3), 1); x 2 3",
                        "x.takeAlongDim(Index.of(1, 0, 1).reshape(3, 1), 1); x 1 2"));
        calls.put(
                "takeAlongDimBack(Tensor like, Index index, int dim)",
                List.of("x.takeAlongDimBack(y, Index.of(1, 0, 1).reshape(3, 1), 1); x 3 1; y 1 2"));
    }

    private static void masks(Map<String, List<String>> calls) {
        calls.put(
                "maskedSelect(Mask mask)",
                List.of(
                        "x.maskedSelect(Mask.eye(3)); x 3 3",
                        "x.maskedSelect(Mask.eye(2)); x 2",
                        "x.maskedSelect(Index.of(0, 1, 0).eq(0)); x 2 3"));
        calls.put(
                "maskedFill(Mask mask, double value)",
                List.of("x.maskedFill(x.gt(0.5), a); x 2 3; double a", "x.maskedFill(Mask.eye(2), a); x 2; double a"));
        calls.put(
                "maskedFill(Mask mask, Tensor value)",
                List.of("x.maskedFill(x.gt(0.5), y); x 2 3; y ", "x.maskedFill(Mask.eye(2), y); x 2; y "));
        calls.put(
                "maskedScatter(Mask mask, Tensor src)",
                List.of("x.maskedScatter(Mask.eye(2), y); x 2 2; y 2", "x.maskedScatter(Mask.eye(2), y); x 2; y 2 2"));
    }

    private static void updates(Map<String, List<String>> calls) {
        calls.put(
                "indexAdd(int dim, Index index, Tensor src)",
                List.of(
                        "x.indexAdd(0, Index.of(1, 0, 1), y); x 2 3; y 3 3",
                        "x.indexAdd(-1, Index.of(2, -1), y); x 2 3; y 2 2"));
        calls.put(
                "indexCopy(int dim, Index index, Tensor src)",
                List.of(
                        "x.indexCopy(0, Index.of(1, 2, 1), y); x 3 2; y 3 2",
                        "x.indexCopy(-1, Index.of(2, -1), y); x 2 3; y 2 2"));
        calls.put(
                "indexFill(int dim, Index index, double value)",
                List.of("x.indexFill(0, Index.of(1, 1), a); x 3 2; double a"));
        calls.put(
                "indexFill(int dim, Index index, Tensor value)",
                List.of("x.indexFill(1, Index.of(1, -1), y); x 2 2; y "));
        String places = "new Index[] {Index.of(1, 0, 1), Index.of(2, 0, 2)}";
        calls.put(
                "indexPut(Index[] indices, Tensor src, boolean accumulate)",
                List.of(
                        "x.indexPut(" + places + ", y, false); x 2 3; y 3",
                        "x.indexPut(" + places + ", y, true); x 2 3; y 3",
                        "x.indexPut(" + places + ", y, false); x 2 3 2; y 2",
                        "x.indexPut(" + places + ", y, true); x 2 3 2; y 3 1"));
        calls.put(
                "put(Index index, Tensor src, boolean accumulate)",
                List.of(
                        "x.put(Index.of(3, 0, 3), y, false); x 2 2; y 3",
                        "x.put(Index.of(3, 0, 3, -2), y, true); x 2 2; y 2 2"));
        calls.put(
                "selectScatter(Tensor src, int dim, int index)",
                List.of("x.selectScatter(y, 1, -2); x 2 3; y 2", "x.selectScatter(y, 0, 1); x 3; y "));
        calls.put(
                "sliceScatter(Tensor src, int dim, int start, int end, int step)",
                List.of("x.sliceScatter(y, 1, 0, 9, 2); x 2 3; y 2 2"));
        calls.put(
                "diagonalScatter(Tensor src, int offset, int dim1, int dim2)",
                List.of("x.diagonalScatter(y, 1, 0, 1); x 2 3; y 2", "x.diagonalScatter(y, 0, -1, 0); x 2 1 3; y 1 2"));
    }

    private static void scatters(Map<String, List<String>> calls) {
        String square = "Index.of(2, 2, 0, 1).reshape(2, 2)";
        calls.put(
                "scatter(int dim, Index index, Tensor src)",
                List.of(
                        "x.scatter(1, " + square + ", y); x 2 3; y 2 2",
                        "x.scatter(0, Index.of(1, 1, -1), y); x 3; y 3",
                        "x.scatter(1, " + square + ", y); x 2 3; y 3 4"));
        calls.put(
                "scatter(int dim, Index index, double value)",
                List.of("x.scatter(1, " + square + ", a); x 2 3; double a"));
        calls.put(
                "scatterAdd(int dim, Index index, Tensor src)",
                List.of(
                        "x.scatterAdd(1, " + square + ", y); x 2 3; y 2 2",
                        "x.scatterAdd(0, Index.of(1, 1, -1), y); x 3; y 3",
                        "x.scatterAdd(-1, " + square + ", y); x 4 3; y 2 5"));
        calls.put("corner(Tensor like)", List.of("x.corner(y); x 3 4; y 2 3", "x.corner(y); x 2; y "));
        calls.put(
                "placedInCorner(Tensor like)",
                List.of("x.placedInCorner(y); x 2 1; y 2 3", "x.placedInCorner(y); x ; y 2"));
    }
}
