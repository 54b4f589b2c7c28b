package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;

import java.util.List;

/**
 * What puts tensors together, and takes them apart: each the other's adjoint. Adjoints of parts that aren't used are
 * null, for zero, until they are filled in. For the texts see {@link TensorRules}.
 */
final class JoiningRules {

    private JoiningRules() {}

    static final List<Rule> RULES = List.of(
            rule("static stack(Tensor... xs)")
                    .byEach("Tensor.stack(xsDot)", "rBar.get(i).sumTo(xs[i])", "rBar.unstack(xs)"),
            rule("static stack(int dim, Tensor... xs)")
                    .byEach(
                            "Tensor.stack(dim, xsDot)",
                            "rBar.select(dim, i).sumTo(xs[i])",
                            "rBar.movedim(dim, 0).unstack(xs)"),
            rule("unstack(Tensor... xs)")
                    .by("xDot.unstack(xs)", "Tensor.stackFilled(0, rBar, x.unstack(xs)).sumTo(x)")
                    .by("0"),
            rule("static cat(int dim, Tensor... xs)")
                    .byEach(
                            "Tensor.cat(dim, xsDot)",
                            "rBar.narrow(dim, Tensor.catStart(i, dim, xs), xs[i].dim(dim)).sumTo(xs[i])",
                            "rBar.uncat(dim, xs)"),
            none("static catStart(int i, int dim, Tensor... xs)"),
            rule("uncat(int dim, Tensor... xs)")
                    .by("xDot.uncat(dim, xs)", "Tensor.catFilled(dim, rBar, x.uncat(dim, xs)).sumTo(x)")
                    .by("0"),
            rule("static blockDiag(Tensor... xs)")
                    .byEach("Tensor.blockDiag(xsDot)", "rBar.blockDiagBack(xs)[i]", "rBar.blockDiagBack(xs)"),
            rule("blockDiagBack(Tensor... like)")
                    .by(
                            "xDot.blockDiagBack(like)",
                            "Tensor.blockDiag(Tensor.filled(rBar, Tensor.arrayOf(like))).sumTo(x)")
                    .by("0"),
            rule("static hstack(Tensor... xs)").byEach("Tensor.hstack(xsDot)", part(1), "rBar.unstacked(1, xs)"),
            rule("static vstack(Tensor... xs)").byEach("Tensor.vstack(xsDot)", part(2), "rBar.unstacked(2, xs)"),
            rule("static dstack(Tensor... xs)").byEach("Tensor.dstack(xsDot)", part(3), "rBar.unstacked(3, xs)"),
            none("static stackedDim(int rank, Tensor... xs)"),
            none("static stackedStart(int rank, int i, Tensor... xs)"),
            none("static stackedLength(int rank, int i, Tensor... xs)"),
            rule("unstacked(int rank, Tensor... xs)")
                    .by("xDot.unstacked(rank, xs)", "Tensor.restacked(rank, rBar, x.unstacked(rank, xs)).sumTo(x)")
                    .by("0"),
            rule("static restacked(int rank, Tensor[] xs, Tensor[] like)")
                    .by("Tensor.restacked(rank, xsDot, like)", "rBar.unstacked(rank, like)")
                    .by("0"),
            rule("static catFilled(int dim, Tensor[] xs, Tensor[] like)")
                    .by("Tensor.catFilled(dim, xsDot, like)", "rBar.uncat(dim, like)")
                    .by("0"),
            rule("static stackFilled(int dim, Tensor[] xs, Tensor[] like)")
                    .by("Tensor.stackFilled(dim, xsDot, like)", "rBar.movedim(dim, 0).unstack(like)")
                    .by("0"),
            rule("static meshgrid(Tensor... xs)")
                    .byEach(
                            "Tensor.meshgrid(xsDot)",
                            "Tensor.meshgridBack(\"ij\", rBar, xs)[i]",
                            "Tensor.meshgridBack(\"ij\", rBar, xs)"),
            rule("static meshgrid(String indexing, Tensor... xs)")
                    .byEach(
                            "Tensor.meshgrid(indexing, xsDot)",
                            "Tensor.meshgridBack(indexing, rBar, xs)[i]",
                            "Tensor.meshgridBack(indexing, rBar, xs)"),
            rule("static meshgridBack(String indexing, Tensor[] bars, Tensor... xs)")
                    .by(
                            "Tensor.meshgridBack(indexing, barsDot, xs)",
                            "Tensor.meshgrid(indexing, Tensor.filled(rBar, Tensor.arrayOf(xs)))")
                    .by("0"),
            rule("static broadcastTensors(Tensor... xs)")
                    .byEach(
                            "Tensor.broadcastTensors(xsDot)",
                            "Tensor.broadcastTensorsBack(rBar, xs)[i]",
                            "Tensor.broadcastTensorsBack(rBar, xs)"),
            rule("static broadcastTensorsBack(Tensor[] bars, Tensor... xs)")
                    .by(
                            "Tensor.broadcastTensorsBack(barsDot, xs)",
                            "Tensor.broadcastTensors(Tensor.filled(rBar, Tensor.arrayOf(xs)))")
                    .by("0"),
            rule("split(int size)").by("xDot.split(size)", "Tensor.catFilled(0, rBar, x.split(size))"),
            rule("split(int size, int dim)")
                    .by("xDot.split(size, dim)", "Tensor.catFilled(dim, rBar, x.split(size, dim))"),
            rule("split(int[] sizes, int dim)")
                    .by("xDot.split(sizes, dim)", "Tensor.catFilled(dim, rBar, x.split(sizes, dim))"),
            rule("chunk(int chunks, int dim)")
                    .by("xDot.chunk(chunks, dim)", "Tensor.catFilled(dim, rBar, x.chunk(chunks, dim))"),
            rule("tensorSplit(int sections, int dim)")
                    .by("xDot.tensorSplit(sections, dim)", "Tensor.catFilled(dim, rBar, x.tensorSplit(sections, dim))"),
            rule("tensorSplit(int[] indices, int dim)")
                    .by("xDot.tensorSplit(indices, dim)", "Tensor.catFilled(dim, rBar, x.tensorSplit(indices, dim))"),
            rule("unbind()").by("xDot.unbind()", "Tensor.stackFilled(0, rBar, x.unbind())"),
            rule("unbind(int dim)").by("xDot.unbind(dim)", "Tensor.stackFilled(dim, rBar, x.unbind(dim))"));

    /** The part of the adjoint that belongs to one of the tensors that are stacked as if they had {@code rank}. */
    private static String part(int rank) {
        return String.format(
                "rBar.narrow(Tensor.stackedDim(%1$d, xs), Tensor.stackedStart(%1$d, i, xs),"
                        + " Tensor.stackedLength(%1$d, i, xs)).reshapeAs(xs[i]).to(xs[i].dtype())",
                rank);
    }
}
