"""Writes torch-values-more.txt, images in another size, choices, integrals and more products:
python3 torch_values_more.py > torch-values-more.txt"""
import torch
from torch_lines import INF, NAN, Text, line, rnd

F = torch.nn.functional
DTYPES = (torch.float32, torch.float64)
for dtype in DTYPES:
    for shape in ((2, 3, 7), (2, 5), (1, 1, 1)):
        x = rnd(*shape, dtype=dtype)
        for size in (1, 2, 3, 9):
            line("adaptiveAvgPool1d", x, size, result=F.adaptive_avg_pool1d(x, size))
            line("adaptiveMaxPool1d", x, size, result=F.adaptive_max_pool1d(x, size))
            if len(shape) == 3:
                line("interpolateNearest", x, size, result=F.interpolate(x, size))
                for corners in (False, True):
                    line("interpolateLinear", x, size, corners, result=F.interpolate(x, size, mode="linear", align_corners=corners))
    for shape in ((1, 2, 5, 4), (2, 3, 7)):
        x = rnd(*shape, dtype=dtype)
        line("adaptiveAvgPool2d", x, 1, result=F.adaptive_avg_pool2d(x, 1))
        line("adaptiveMaxPool2d", x, 2, result=F.adaptive_max_pool2d(x, 2))
        for size in ((2, 3), (1, 4), (6, 5)):
            line("adaptiveAvgPool2d", x, *size, result=F.adaptive_avg_pool2d(x, size))
            line("adaptiveMaxPool2d", x, *size, result=F.adaptive_max_pool2d(x, size))
            if len(shape) == 4:
                line("interpolateNearest", x, *size, result=F.interpolate(x, size))
                for corners in (False, True):
                    line("interpolateBilinear", x, *size, corners,
                         result=F.interpolate(x, size, mode="bilinear", align_corners=corners))
    x = torch.tensor([[1.0, NAN, 2.0, INF, -INF, 3.0, 3.0]], dtype=dtype)
    for size in (2, 3):
        line("adaptiveAvgPool1d", x, size, result=F.adaptive_avg_pool1d(x, size))
        line("adaptiveMaxPool1d", x, size, result=F.adaptive_max_pool1d(x, size))
    for shape in ((5,), (2, 3), (2, 3, 2)):
        x = rnd(*shape, dtype=dtype)
        holes = torch.where(rnd(*shape) > 0.5, torch.tensor(NAN, dtype=dtype), x)
        line("nansum", holes, result=holes.nansum())
        line("nanmean", holes, result=holes.nanmean())
        line("unique", x, result=torch.unique(x))
        for dim in range(-len(shape), len(shape)):
            points = torch.sort(rnd(shape[dim], dtype=dtype)).values
            line("max", x, dim, result=x.max(dim).values)
            line("min", holes, dim, result=holes.min(dim).values)
            for keep in (False, True):
                line("max", holes, dim, keep, result=holes.max(dim, keepdim=keep).values)
                line("min", x, dim, keep, result=x.min(dim, keepdim=keep).values)
                line("nansum", holes, dim, keep, result=holes.nansum(dim, keepdim=keep))
                line("nanmean", holes, dim, keep, result=holes.nanmean(dim, keepdim=keep))
            line("trapezoid", x, 0.5, dim, result=torch.trapezoid(x, dx=0.5, dim=dim))
            line("cumulativeTrapezoid", x, 0.5, dim, result=torch.cumulative_trapezoid(x, dx=0.5, dim=dim))
            if dim in (-1, len(shape) - 1):
                line("trapezoid", x, points, dim, result=torch.trapezoid(x, points, dim=dim))
                line("cumulativeTrapezoid", x, points, dim, result=torch.cumulative_trapezoid(x, points, dim=dim))
    x = torch.tensor([3.0, 1.0, 3.0, -0.0, 0.0, INF, 1.0], dtype=dtype)  # NaN has no order there
    line("unique", x, result=torch.unique(x))
    line("unique", rnd(0, dtype=dtype), result=torch.unique(rnd(0, dtype=dtype)))
    edges = torch.tensor([-1.0, 0.0, 0.0, 2.0], dtype=dtype)
    values = torch.tensor([[-2.0, -1.0, 0.0], [1.0, 2.0, 3.0], [INF, -INF, NAN]], dtype=dtype)
    rows = torch.sort(rnd(3, 4, dtype=dtype)).values
    for right in (False, True):
        line("searchsorted", edges, values, right, result=torch.searchsorted(edges, values, right=right))
        line("searchsorted", rows, values, right, result=torch.searchsorted(rows, values, right=right))
        line("bucketize", values, edges, right, result=torch.bucketize(values, edges, right=right))
    for shape in ((2, 3), (2, 3, 2)):
        x = rnd(*shape, dtype=dtype)
        for keep in (False, True):
            line("logsumexp", x, (0, 1), keep, result=torch.logsumexp(x, (0, 1), keepdim=keep))
            line("logsumexp", x, (-1,), keep, result=torch.logsumexp(x, (-1,), keepdim=keep))
    x, y = rnd(2, 3, 4, dtype=dtype), rnd(4, 2, 5, dtype=dtype)
    line("tensordot", x, y, (0, 2), (1, 0), result=torch.tensordot(x, y, ((0, 2), (1, 0))))
    line("tensordot", x, y, (-1,), (0,), result=torch.tensordot(x, y, ((-1,), (0,))))
    for a, b, c in (((2, 3), (3, 4), (4, 1)), ((1, 5), (5, 2), (2, 6)), ((3, 2), (2, 0), (0, 2))):
        a, b, c = (rnd(*s, dtype=dtype) for s in (a, b, c))
        line("multiDot", a, b, c, result=torch.linalg.multi_dot((a, b, c)))
    x, y = rnd(2, 3, dtype=dtype), rnd(3, dtype=dtype)
    line("vecdot", x, y, -1, result=(x * y).sum(-1))
    line("vecdot", x, x, 0, result=(x * x).sum(0))
    x = rnd(3, 6, dtype=dtype)
    line("corrcoef", x, result=torch.corrcoef(x))
    x = rnd(2, 3, 3, dtype=dtype) + 5 * torch.eye(3, dtype=dtype)
    line("cond", x, result=torch.linalg.cond(x))
    ones = [rnd(2, 2, dtype=dtype) for _ in range(6)]
    line("einsum", "static", Text("ab,bc,cd,de,ea->ac"), *ones[:5], result=torch.einsum("ab,bc,cd,de,ea->ac", *ones[:5]))
    line("einsum", "static", Text("ab,bc,cd,de,ef,fa"), *ones, result=torch.einsum("ab,bc,cd,de,ef,fa", *ones))
    x, y = rnd(2, 3, dtype=dtype), rnd(3, dtype=dtype)
    for name in ("subtract", "multiply", "divide"):
        line(name, x, y, result=getattr(torch, name)(x, y))
        line(name, x, 2.0, result=getattr(torch, name)(x, 2.0))
    line("negative", x, result=torch.negative(x))
    line("clip", x, -1.0, 0.5, result=torch.clip(x, -1, 0.5))
    for name, torchs in dict(less="less", lessEqual="less_equal", greater="greater", greaterEqual="greater_equal", notEqual="not_equal").items():
        line(name, x, y, result=getattr(torch, torchs)(x, y))
        line(name, x, 0.5, result=getattr(torch, torchs)(x, 0.5))
    x = rnd(2, 3, 4, dtype=dtype)
    line("moveaxis", x, 0, -1, result=torch.moveaxis(x, 0, -1))
    a, b, c = rnd(2, dtype=dtype), rnd(3, dtype=dtype), rnd(dtype=dtype)
    for grid in ((a, b), (a, c, b), (a,), (c,), (a, rnd(0, dtype=dtype))):
        line("meshgrid", "static", grid, result=torch.meshgrid(*grid, indexing="ij"))
        for indexing in ("ij", "xy"):
            line("meshgrid", "static", Text(indexing), grid, result=torch.meshgrid(*grid, indexing=indexing))
    for xs in ((a, rnd(3, 1, dtype=dtype)), (c, b), (rnd(4, 1, 3, dtype=dtype), rnd(2, 1, dtype=dtype), c)):
        line("broadcastTensors", "static", xs, result=tuple(torch.broadcast_tensors(*xs)))
