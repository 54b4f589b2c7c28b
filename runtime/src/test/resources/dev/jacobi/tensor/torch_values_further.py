"""Writes torch-values-further.txt:  python3 torch_values_further.py > torch-values-further.txt"""
import torch
from torch_lines import INF, NAN, Convolution, line, rnd

F = torch.nn.functional
DTYPES = (torch.float32, torch.float64)
HOWS = [Convolution(*how) for how in ((1, 0, 1, 1), (2, 1, 1, 1), (1, 2, 2, 1), (2, 1, 1, 2))]
for dtype in DTYPES:
    for how in HOWS:
        options = dict(stride=how.stride, padding=how.padding, dilation=how.dilation, groups=how.groups)
        for batch in ((2,), ()) if how is HOWS[1] else ((),):
            x, w, b = rnd(*batch, 2, 2, 4, 3, dtype=dtype), rnd(2, 2 // how.groups, 2, 2, 1, dtype=dtype), rnd(2, dtype=dtype)
            line("conv3d", x, w, how, result=F.conv3d(x, w, **options))
            line("conv3d", x, w, b, how, result=F.conv3d(x, w, b, **options))
            for more in {0, how.stride - 1}:
                x, w = rnd(*batch, 2, 2, 1, 2, dtype=dtype), rnd(2, 1, 3, 4, 3, dtype=dtype)
                line("convTranspose3d", x, w, how, more, result=F.conv_transpose3d(x, w, output_padding=more, **options))
            if how.groups == 1:
                x = rnd(*batch, 2, 5, 4, dtype=dtype)
                columns = F.unfold(x, (3, 2), how.dilation, how.padding, how.stride)
                line("unfold", x, 3, 2, how, result=columns)
                line("fold", columns, 5, 4, 3, 2, how, result=F.fold(columns, (5, 4), (3, 2), how.dilation, how.padding, how.stride))
    x, w = rnd(1, 2, 2, 3, 3, dtype=dtype), rnd(1, 2, 1, 3, 3, dtype=dtype)
    line("conv3d", x, w, result=F.conv3d(x, w))
    line("convTranspose3d", x, rnd(2, 1, 1, 1, 1, dtype=dtype) * 0 + 2, result=F.conv_transpose3d(x, torch.full((2, 1, 1, 1, 1), 2.0, dtype=dtype)))
    for size in ((2, 2, 0), (3, 1, 1), (3, 2, 0)):
        for shape in ((1, 2, 3, 3, 4), (1, 3, 4, 3)):
            image = rnd(*shape, dtype=dtype)
            line("maxPool3d", image, *size, result=F.max_pool3d(image, *size))
            line("avgPool3d", image, *size, result=F.avg_pool3d(image, *size))
    image = rnd(1, 2, 2, 4, 4, dtype=dtype)
    image[0, 0, 1, 2, 2] = NAN
    line("maxPool3d", image, 2, result=F.max_pool3d(image, 2))
    line("avgPool3d", image, 2, result=F.avg_pool3d(image, 2))
    for factor, shape in ((2, (8, 2, 3)), (3, (2, 9, 1, 2)), (1, (1, 2, 2)), (2, (2, 1, 4, 2, 2))):
        x = rnd(*shape, dtype=dtype)
        line("pixelShuffle", x, factor, result=F.pixel_shuffle(x, factor))
    for factor, shape in ((2, (2, 2, 4)), (3, (2, 1, 3, 6)), (2, (2, 1, 3, 2, 2))):
        x = rnd(*shape, dtype=dtype)
        line("pixelUnshuffle", x, factor, result=F.pixel_unshuffle(x, factor))
    for groups, shape in ((2, (2, 6, 2, 1)), (3, (1, 6, 2, 2)), (1, (1, 2, 1, 3))):
        x = rnd(*shape, dtype=dtype)
        line("channelShuffle", x, groups, result=F.channel_shuffle(x, groups))
    x = torch.tensor([[-2.0, 0.0, 3.0], [INF, -INF, NAN]], dtype=dtype)
    line("prelu", x, torch.tensor([0.25], dtype=dtype), result=F.prelu(x, torch.tensor([0.25], dtype=dtype)))
    for shape, count in (((2, 3), 3), ((2, 3, 2), 3), ((3, 2, 2, 1), 1), ((4,), 1)):
        x, w = rnd(*shape, dtype=dtype), rnd(count, dtype=dtype)
        line("prelu", x, w, result=F.prelu(x, w))
    for p in (1.0, 2.0, 3.0, INF):
        for dim in (0, 1, -1):
            x = rnd(2, 3, 4, dtype=dtype)
            line("renorm", x, p, dim, 3.0, result=torch.renorm(x, p, dim, 3.0))
    x = torch.zeros(2, 3, dtype=dtype)
    line("renorm", x, 2.0, 0, 1.0, result=torch.renorm(x, 2, 0, 1.0))
    x = rnd(50, dtype=dtype)
    for x in (x, x.reshape(5, 10), torch.arange(7, dtype=dtype), torch.full((3,), 2.0, dtype=dtype), torch.zeros(2, dtype=dtype)):
        for bins in (1, 4, 7):
            line("histc", x, bins, result=torch.histc(x, bins))
            line("histc", x, bins, -2.0, 3.0, result=torch.histc(x, bins, -2.0, 3.0))
            line("histc", x, bins, 2.0, 2.0, result=torch.histc(x, bins, 2.0, 2.0))
    x = torch.tensor([1.0, 2.0, -INF, 0.5, 3.0, INF], dtype=dtype)  # NaN is ignored by its documentation, not by 1.13
    line("histc", x, 3, 0.0, 3.0, result=torch.histc(x, 3, 0.0, 3.0))
    for shape in ((4, 3), (2, 5), (1, 3)):
        x = rnd(*shape, dtype=dtype)
        line("pdist", x, result=torch.pdist(x))
    for shape in ((3,), (2, 3), (2, 1, 4)):
        x, y = rnd(*shape, dtype=dtype), torch.rand(shape, dtype=dtype)
        line("multilabelSoftMarginLoss", x, y, result=F.multilabel_soft_margin_loss(x, y))
        for reduction in ("none", "sum", "mean"):
            line("multilabelSoftMarginLoss", x, y, reduction, result=F.multilabel_soft_margin_loss(x, y, reduction=reduction))
    for shape in ((1, 1), (3, 3), (2, 4, 4), (2, 0, 3, 3)):
        x, y = rnd(*shape, dtype=torch.float64), rnd(*shape[:-1], 2, dtype=torch.float64)
        x, y = x.to(dtype), y.to(dtype)
        parts = torch.linalg.lu(x)
        lu, pivots = torch.linalg.lu_factor(x)
        line("lu", x, result=tuple(parts))
        line("luFactor", x, result=lu)
        line("luPivots", x, result=pivots.to(torch.int64))
        line("luSolve", lu, pivots.to(torch.int64), y, result=torch.linalg.lu_solve(lu, pivots, y) if dtype == torch.float64 else
             torch.linalg.lu_solve(lu.double(), pivots, y.double()).float())
    x = torch.tensor([[0.0, 1.0], [0.0, 2.0]], dtype=dtype)
    line("lu", x, result=tuple(torch.linalg.lu(x)))
