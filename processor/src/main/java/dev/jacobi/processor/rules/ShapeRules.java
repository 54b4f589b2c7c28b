package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.rule;

import java.util.List;

/** What reads the same elements in another order or shape, or some of them. For the texts see {@link TensorRules}. */
final class ShapeRules {

    private ShapeRules() {}

    static final List<Rule> RULES = List.of(
            rule("reshape(int... shape)").by("xDot.reshape(shape)", "rBar.reshapeAs(x)"),
            rule("reshapeAs(Tensor like)")
                    .by("xDot.reshapeAs(like)", "rBar.reshapeAs(x)")
                    .by("0"),
            rule("flatten()").by("xDot.flatten()", "rBar.reshapeAs(x)"),
            rule("t()").by("xDot.t()", "rBar.t()"),
            rule("transpose(int dim0, int dim1)").by("xDot.transpose(dim0, dim1)", "rBar.transpose(dim0, dim1)"),
            rule("permute(int... dims)").by("xDot.permute(dims)", "rBar.permuteBack(dims)"),
            rule("permuteBack(int... dims)").by("xDot.permuteBack(dims)", "rBar.permute(dims)"),
            rule("get(int... index)").by("xDot.get(index)", "rBar.placed(x, index)"),
            rule("placed(Tensor like, int... index)")
                    .by("xDot.placed(like, index)", "rBar.get(index).to(x.dtype())")
                    .by("0"),
            rule("narrow(int dim, int start, int length)")
                    .by("xDot.narrow(dim, start, length)", "rBar.placedAt(x, dim, start)"),
            rule("placedAt(Tensor like, int dim, int start)")
                    .by("xDot.placedAt(like, dim, start)", "rBar.narrow(dim, start, x.dim(dim)).to(x.dtype())")
                    .by("0"),
            rule("squeeze(int dim)").by("xDot.squeeze(dim)", "rBar.reshapeAs(x)"),
            rule("unsqueeze(int dim)").by("xDot.unsqueeze(dim)", "rBar.reshapeAs(x)"),
            rule("expand(int... shape)").by("xDot.expand(shape)", "rBar.sumTo(x)"),
            rule("expandAs(Tensor like)")
                    .by("xDot.expandAs(like)", "rBar.sumTo(x)")
                    .by("0"),
            rule("expandTo(Tensor like)")
                    .by("xDot.expandTo(like)", "rBar.sumTo(x)")
                    .by("0"),
            rule("sumTo(Tensor like)")
                    .by("xDot.sumTo(like)", "rBar.expandTo(x)")
                    .by("0"),
            rule("expandAlong(Tensor like, int dim)")
                    .by("xDot.expandAlong(like, dim)", "rBar.sum(dim).reshapeAs(x)")
                    .by("0"),
            rule("masked(Mask mask)").by("xDot.masked(mask)", "rBar.masked(mask).sumTo(x)"),
            rule("static where(Mask condition, Tensor x, Tensor y)")
                    .by("xDot.masked(condition).expandTo(r)", "rBar.masked(condition).sumTo(x)")
                    .by("yDot.masked(condition.not()).expandTo(r)", "rBar.masked(condition.not()).sumTo(y)"),
            rule("broadcastTo(int... shape)").by("xDot.broadcastTo(shape)", "rBar.sumTo(x)"),
            rule("view(int... shape)").by("xDot.view(shape)", "rBar.reshapeAs(x)"),
            rule("viewAs(Tensor like)")
                    .by("xDot.viewAs(like)", "rBar.reshapeAs(x)")
                    .by("0"),
            rule("contiguous()").by("xDot", "rBar"),
            rule("flatten(int startDim)").by("xDot.flatten(startDim)", "rBar.reshapeAs(x)"),
            rule("flatten(int startDim, int endDim)").by("xDot.flatten(startDim, endDim)", "rBar.reshapeAs(x)"),
            rule("unflatten(int dim, int... sizes)").by("xDot.unflatten(dim, sizes)", "rBar.reshapeAs(x)"),
            rule("squeeze()").by("xDot.squeeze()", "rBar.reshapeAs(x)"),
            rule("atLeast1d()").by("xDot.atLeast1d()", "rBar.reshapeAs(x)"),
            rule("atLeast2d()").by("xDot.atLeast2d()", "rBar.reshapeAs(x)"),
            rule("atLeast3d()").by("xDot.atLeast3d()", "rBar.reshapeAs(x)"),
            rule("movedim(int source, int destination)")
                    .by("xDot.movedim(source, destination)", "rBar.movedim(destination, source)"),
            rule("movedim(int[] source, int[] destination)")
                    .by("xDot.movedim(source, destination)", "rBar.movedim(destination, source)"),
            rule("swapaxes(int dim0, int dim1)").by("xDot.swapaxes(dim0, dim1)", "rBar.swapaxes(dim0, dim1)"),

            // Order and repetition
            rule("flip(int... dims)").by("xDot.flip(dims)", "rBar.flip(dims)"),
            rule("fliplr()").by("xDot.fliplr()", "rBar.fliplr()"),
            rule("flipud()").by("xDot.flipud()", "rBar.flipud()"),
            rule("rot90(int times, int dim0, int dim1)")
                    .by("xDot.rot90(times, dim0, dim1)", "rBar.rot90(times, dim1, dim0)"),
            rule("roll(int shift)").by("xDot.roll(shift)", "rBar.rollBack(shift)"),
            rule("rollBack(int shift)").by("xDot.rollBack(shift)", "rBar.roll(shift)"),
            rule("roll(int shift, int dim)").by("xDot.roll(shift, dim)", "rBar.rollBack(shift, dim)"),
            rule("rollBack(int shift, int dim)").by("xDot.rollBack(shift, dim)", "rBar.roll(shift, dim)"),
            rule("roll(int[] shifts, int[] dims)").by("xDot.roll(shifts, dims)", "rBar.rollBack(shifts, dims)"),
            rule("rollBack(int[] shifts, int[] dims)").by("xDot.rollBack(shifts, dims)", "rBar.roll(shifts, dims)"),
            rule("tile(int... repeats)").by("xDot.tile(repeats)", "rBar.untile(x, repeats)"),
            rule("repeat(int... repeats)").by("xDot.repeat(repeats)", "rBar.untile(x, repeats)"),
            rule("untile(Tensor like, int... repeats)")
                    .by("xDot.untile(like, repeats)", "rBar.tile(repeats).to(x.dtype())")
                    .by("0"),
            rule("repeatInterleave(int repeats, int dim)")
                    .by("xDot.repeatInterleave(repeats, dim)", "rBar.sumInterleaved(x, repeats, dim)"),
            rule("sumInterleaved(Tensor like, int repeats, int dim)")
                    .by("xDot.sumInterleaved(like, repeats, dim)", "rBar.repeatInterleave(repeats, dim).to(x.dtype())")
                    .by("0"),
            rule("unfold(int dim, int size, int step)")
                    .by("xDot.unfold(dim, size, step)", "rBar.unfoldBack(x, dim, size, step)"),
            rule("unfoldBack(Tensor like, int dim, int size, int step)")
                    .by("xDot.unfoldBack(like, dim, size, step)", "rBar.unfold(dim, size, step).to(x.dtype())")
                    .by("0"),

            // Ends of dimensions
            rule("pad(int... amounts)").by("xDot.pad(amounts)", "rBar.padBack(amounts)"),
            rule("pad(int[] amounts, double value)")
                    .by("xDot.pad(amounts)", "rBar.padBack(amounts)")
                    .by(
                            "Tensor.zerosLike(x).pad(amounts, valueDot)",
                            "rBar.masked(Tensor.onesLike(x).pad(amounts).eq(0)).sum().item()"),
            rule("padBack(int... amounts)").by("xDot.padBack(amounts)", "rBar.pad(amounts)"),
            rule("padReflect(int... amounts)").by("xDot.padReflect(amounts)", "rBar.padReflectBack(x, amounts)"),
            rule("padReflectBack(Tensor like, int... amounts)")
                    .by("xDot.padReflectBack(like, amounts)", "rBar.padReflect(amounts).to(x.dtype())")
                    .by("0"),
            rule("padReplicate(int... amounts)").by("xDot.padReplicate(amounts)", "rBar.padReplicateBack(x, amounts)"),
            rule("padReplicateBack(Tensor like, int... amounts)")
                    .by("xDot.padReplicateBack(like, amounts)", "rBar.padReplicate(amounts).to(x.dtype())")
                    .by("0"),
            rule("padCircular(int... amounts)").by("xDot.padCircular(amounts)", "rBar.padCircularBack(x, amounts)"),
            rule("padCircularBack(Tensor like, int... amounts)")
                    .by("xDot.padCircularBack(like, amounts)", "rBar.padCircular(amounts).to(x.dtype())")
                    .by("0"),

            // Diagonals
            rule("triu()").by("xDot.triu()", "rBar.triu()"),
            rule("triu(int offset)").by("xDot.triu(offset)", "rBar.triu(offset)"),
            rule("tril()").by("xDot.tril()", "rBar.tril()"),
            rule("tril(int offset)").by("xDot.tril(offset)", "rBar.tril(offset)"),
            rule("diag()").by("xDot.diag()", "rBar.diagBack(x, 0)"),
            rule("diag(int offset)").by("xDot.diag(offset)", "rBar.diagBack(x, offset)"),
            rule("diagBack(Tensor like, int offset)")
                    .by("xDot.diagBack(like, offset)", "rBar.diag(offset).to(x.dtype())")
                    .by("0"),
            rule("diagonal()").by("xDot.diagonal()", "Tensor.zerosLike(x).diagonalScatter(rBar, 0, 0, 1)"),
            rule("diagonal(int offset, int dim1, int dim2)")
                    .by(
                            "xDot.diagonal(offset, dim1, dim2)",
                            "Tensor.zerosLike(x).diagonalScatter(rBar, offset, dim1, dim2)"),
            rule("diagEmbed()").by("xDot.diagEmbed()", "rBar.diagonal(0, -2, -1)"),
            rule("diagEmbed(int offset, int dim1, int dim2)")
                    .by("xDot.diagEmbed(offset, dim1, dim2)", "rBar.diagonal(offset, dim1, dim2)"));
}
