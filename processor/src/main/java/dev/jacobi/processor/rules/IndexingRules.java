package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;

import java.util.List;

/**
 * What selects elements by integers or masks, and the updates of them. A selection's adjoint adds to zeros where it
 * read. An update that overwrites has no derivative by what was there, nor by what a later part overwrites again, which
 * the masks {@code …Kept} leave out. For the texts see {@link TensorRules}.
 */
final class IndexingRules {

    private IndexingRules() {}

    static final List<Rule> RULES = List.of(
            // Selections
            rule("select(int dim, int index)")
                    .by("xDot.select(dim, index)", "rBar.unsqueeze(dim).placedAt(x, dim, index)"),
            rule("slice(int dim, int start, int end)")
                    .by("xDot.slice(dim, start, end)", "Tensor.zerosLike(x).sliceScatter(rBar, dim, start, end, 1)"),
            rule("slice(int dim, int start, int end, int step)")
                    .by(
                            "xDot.slice(dim, start, end, step)",
                            "Tensor.zerosLike(x).sliceScatter(rBar, dim, start, end, step)"),
            rule("indexSelect(int dim, Index index)")
                    .by("xDot.indexSelect(dim, index)", "Tensor.zerosLike(x).indexAdd(dim, index, rBar)"),
            rule("indexSelect(int dim, int... index)")
                    .by("xDot.indexSelect(dim, index)", "rBar.indexSelectBack(x, dim, index)"),
            rule("indexSelectBack(Tensor like, int dim, int... index)")
                    .by("xDot.indexSelectBack(like, dim, index)", "rBar.indexSelect(dim, index).to(x.dtype())")
                    .by("0"),
            rule("index(Index... indices)").by("xDot.index(indices)", "rBar.indexBack(x, indices)"),
            rule("indexBack(Tensor like, Index... indices)")
                    .by("xDot.indexBack(like, indices)", "rBar.index(indices).to(x.dtype())")
                    .by("0"),
            rule("embedding(Index index)").by("xDot.embedding(index)", "rBar.indexBack(x, index)"),
            rule("take(Index index)").by("xDot.take(index)", "Tensor.zerosLike(x).put(index, rBar, true)"),
            rule("gather(int dim, Index index)")
                    .by("xDot.gather(dim, index)", "Tensor.zerosLike(x).scatterAdd(dim, index, rBar)"),
            rule("takeAlongDim(Index index, int dim)")
                    .by("xDot.takeAlongDim(index, dim)", "rBar.takeAlongDimBack(x, index, dim)"),
            rule("takeAlongDimBack(Tensor like, Index index, int dim)")
                    .by("xDot.takeAlongDimBack(like, index, dim)", "rBar.takeAlongDim(index, dim).to(x.dtype())")
                    .by("0"),
            rule("maskedSelect(Mask mask)")
                    .by("xDot.maskedSelect(mask)", "Tensor.zerosLike(x).maskedScatter(mask, rBar).sumTo(x)"),
            none("nonzero()"),
            none("static oneHot(Index index, int classes)"),
            none("static oneHot(DType dtype, Index index, int classes)"),

            // Updates
            rule("maskedFill(Mask mask, double value)")
                    .by("xDot.masked(mask.not())", "rBar.masked(mask.not()).sumTo(x)")
                    .by("Tensor.zerosLike(x).maskedFill(mask, valueDot)", "rBar.masked(mask).sum().item()"),
            rule("maskedFill(Mask mask, Tensor value)")
                    .by("xDot.masked(mask.not())", "rBar.masked(mask.not()).sumTo(x)")
                    .by("Tensor.zerosLike(x).maskedFill(mask, valueDot)", "rBar.masked(mask).sum().to(value.dtype())"),
            rule("maskedScatter(Mask mask, Tensor src)")
                    .by("xDot.masked(mask.not())", "rBar.masked(mask.not()).sumTo(x)")
                    .by(
                            "Tensor.zerosLike(x).maskedScatter(mask, srcDot)",
                            "rBar.maskedSelect(mask).placedAt(src.flatten(), 0, 0).reshapeAs(src)"),
            rule("scatter(int dim, Index index, Tensor src)")
                    .by("xDot.scatter(dim, index, 0.0)", "rBar.scatter(dim, index, 0.0)")
                    .by(
                            "Tensor.zerosLike(x).scatter(dim, index, srcDot)",
                            "rBar.gather(dim, index).masked(x.scatterKept(dim, index)).placedInCorner(src)"),
            rule("scatter(int dim, Index index, double value)")
                    .by("xDot.scatter(dim, index, 0.0)", "rBar.scatter(dim, index, 0.0)")
                    .by(
                            "Tensor.zerosLike(x).scatter(dim, index, valueDot)",
                            "rBar.masked(Tensor.zerosLike(x).scatter(dim, index, 1.0).ne(0)).sum().item()"),
            rule("scatterAdd(int dim, Index index, Tensor src)")
                    .by("xDot", "rBar")
                    .by(
                            "Tensor.zerosLike(x).scatterAdd(dim, index, srcDot)",
                            "rBar.gather(dim, index).placedInCorner(src)"),
            rule("indexAdd(int dim, Index index, Tensor src)")
                    .by("xDot", "rBar")
                    .by(
                            "Tensor.zerosLike(x).indexAdd(dim, index, srcDot)",
                            "rBar.indexSelect(dim, index).to(src.dtype())"),
            rule("indexCopy(int dim, Index index, Tensor src)")
                    .by("xDot.indexFill(dim, index, 0.0)", "rBar.indexFill(dim, index, 0.0)")
                    .by(
                            "Tensor.zerosLike(x).indexCopy(dim, index, srcDot)",
                            "rBar.indexSelect(dim, index).masked(x.indexCopyKept(dim, index)).to(src.dtype())"),
            rule("indexFill(int dim, Index index, double value)")
                    .by("xDot.indexFill(dim, index, 0.0)", "rBar.indexFill(dim, index, 0.0)")
                    .by(
                            "Tensor.zerosLike(x).indexFill(dim, index, valueDot)",
                            "rBar.masked(Tensor.zerosLike(x).indexFill(dim, index, 1.0).ne(0)).sum().item()"),
            rule("indexFill(int dim, Index index, Tensor value)")
                    .by("xDot.indexFill(dim, index, 0.0)", "rBar.indexFill(dim, index, 0.0)")
                    .by(
                            "Tensor.zerosLike(x).indexFill(dim, index, valueDot)",
                            "rBar.masked(Tensor.zerosLike(x).indexFill(dim, index, 1.0).ne(0)).sum().to(value.dtype())"),
            rule("indexPut(Index[] indices, Tensor src, boolean accumulate)")
                    .by(
                            "xDot.masked(x.indexPutLeaves(indices, accumulate))",
                            "rBar.masked(x.indexPutLeaves(indices, accumulate))")
                    .by(
                            "Tensor.zerosLike(x).indexPut(indices, srcDot, accumulate)",
                            "rBar.index(indices).masked(x.indexPutKept(indices, accumulate)).sumTo(src)"),
            rule("put(Index index, Tensor src, boolean accumulate)")
                    .by("xDot.masked(x.putLeaves(index, accumulate))", "rBar.masked(x.putLeaves(index, accumulate))")
                    .by(
                            "Tensor.zerosLike(x).put(index, srcDot, accumulate)",
                            "rBar.take(index).masked(x.putKept(index, accumulate)).reshapeAs(src).to(src.dtype())"),
            rule("selectScatter(Tensor src, int dim, int index)")
                    .by(
                            "xDot.selectScatter(Tensor.zerosLike(src), dim, index)",
                            "rBar.selectScatter(Tensor.zerosLike(src), dim, index)")
                    .by(
                            "Tensor.zerosLike(x).selectScatter(srcDot, dim, index)",
                            "rBar.select(dim, index).to(src.dtype())"),
            rule("sliceScatter(Tensor src, int dim, int start, int end, int step)")
                    .by(
                            "xDot.sliceScatter(Tensor.zerosLike(src), dim, start, end, step)",
                            "rBar.sliceScatter(Tensor.zerosLike(src), dim, start, end, step)")
                    .by(
                            "Tensor.zerosLike(x).sliceScatter(srcDot, dim, start, end, step)",
                            "rBar.slice(dim, start, end, step).to(src.dtype())"),
            rule("diagonalScatter(Tensor src, int offset, int dim1, int dim2)")
                    .by(
                            "xDot.diagonalScatter(Tensor.zerosLike(src), offset, dim1, dim2)",
                            "rBar.diagonalScatter(Tensor.zerosLike(src), offset, dim1, dim2)")
                    .by(
                            "Tensor.zerosLike(x).diagonalScatter(srcDot, offset, dim1, dim2)",
                            "rBar.diagonal(offset, dim1, dim2).to(src.dtype())"),
            rule("placedInCorner(Tensor like)")
                    .by("xDot.placedInCorner(like)", "rBar.corner(x)")
                    .by("0"),
            rule("corner(Tensor like)")
                    .by("xDot.corner(like)", "rBar.placedInCorner(x)")
                    .by("0"),
            none("scatterKept(int dim, Index index)"),
            none("indexCopyKept(int dim, Index index)"),
            none("indexPutKept(Index[] indices, boolean accumulate)"),
            none("indexPutLeaves(Index[] indices, boolean accumulate)"),
            none("putKept(Index index, boolean accumulate)"),
            none("putLeaves(Index index, boolean accumulate)"));
}
