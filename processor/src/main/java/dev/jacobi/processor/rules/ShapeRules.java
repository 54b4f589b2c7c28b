package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.none;
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
            rule("static stack(Tensor... xs)")
                    .byEach("Tensor.stack(xsDot)", "rBar.get(i).sumTo(xs[i])", "rBar.unstack(xs)"),
            rule("static cat(int dim, Tensor... xs)")
                    .byEach(
                            "Tensor.cat(dim, xsDot)",
                            "rBar.narrow(dim, Tensor.catStart(i, dim, xs), xs[i].dim(dim)).sumTo(xs[i])",
                            "rBar.uncat(dim, xs)"),
            none("static catStart(int i, int dim, Tensor... xs)"),
            rule("unstack(Tensor... xs)")
                    .by("xDot.unstack(xs)", "Tensor.stack(Tensor.filled(rBar, r)).sumTo(x)")
                    .by("0"),
            rule("uncat(int dim, Tensor... xs)")
                    .by("xDot.uncat(dim, xs)", "Tensor.cat(dim, Tensor.filled(rBar, r)).sumTo(x)")
                    .by("0"));
}
