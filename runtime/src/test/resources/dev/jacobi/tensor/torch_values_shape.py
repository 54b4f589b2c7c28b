"""Writes torch-values-shape.txt: indexing, joining, splitting and rearranging.

Run by hand with any PyTorch when a case is added:  python3 torch_values_shape.py > torch-values-shape.txt
"""
import torch
from torch_lines import INF, NAN, line

F = torch.nn.functional
OPEN = 2**31 - 1


def rnd(*shape, dtype=torch.float32):
    """Numbers that are short when written: only where they go matters here."""
    return (torch.randn(shape) * 8).round().div(4).to(dtype)


def ids(*values, shape=None):
    t = torch.tensor(values, dtype=torch.int64)
    return t if shape is None else t.reshape(shape)


def ints(*shape, below):
    return torch.randint(0, below, shape)


def part(x, dim, start, end, step):
    return x[(slice(None),) * (dim % x.dim()) + (slice(start, end, step),)]


SPECIAL = torch.tensor([[NAN, INF, -INF], [0.0, -0.0, 1.0]])
TENSORS = [rnd(5), rnd(4, 5), rnd(3, 1, 4, dtype=torch.float64), rnd(2, 3, 1, 2), torch.zeros(0, 3), torch.zeros(2, 0), SPECIAL]
for x in TENSORS:
    for dim in range(-x.dim(), x.dim()):
        n = x.shape[dim]
        for index in (0, n - 1, -1, -n):
            if n:
                line("select", x, dim, index, result=x.select(dim, index))
        for start, end, step in ((0, n, 1), (1, n, 2), (-2, OPEN, 1), (-100, 2, 1), (2, 1, 1), (0, -1, 3), (n, 100, 2)):
            line("slice", x, dim, start, end, step, result=part(x, dim, start, end, step))
        line("slice", x, dim, -3, -1, result=part(x, dim, -3, -1, 1))
        line("narrow", x, dim, -min(n, 2), min(n, 2), result=x.narrow(dim, -min(n, 2) if n else 0, min(n, 2)))
        line("flip", x, (dim,), result=x.flip(dim))
        for shift in (0, 1, -1, 7, -8):
            line("roll", x, shift, dim, result=x.roll(shift, dim))
        line("repeatInterleave", x, 2, dim, result=x.repeat_interleave(2, dim))
        line("repeatInterleave", x, 0, dim, result=x.repeat_interleave(0, dim))
        if n >= 2:
            line("unfold", x, dim, 2, 1, result=x.unfold(dim, 2, 1))
            line("unfold", x, dim, 2, 3, result=x.unfold(dim, 2, 3))
            line("unfold", x, dim, n, 1, result=x.unfold(dim, n, 1))
        for destination in range(-x.dim(), x.dim()):
            line("movedim", x, dim, destination, result=x.movedim(dim, destination))
            line("swapaxes", x, dim, destination, result=x.swapaxes(dim, destination))
        if n:
            index = ints(4, below=n)
            line("indexSelect", x, dim, index, result=x.index_select(dim, index))
            line("indexSelect", x, dim, tuple(index.tolist()), result=x.index_select(dim, index))
            src = rnd(*x.index_select(dim, index).shape, dtype=x.dtype)
            line("indexAdd", x, dim, index, src, result=x.index_add(dim, index, src))
            line("indexFill", x, dim, index, 2.5, result=x.index_fill(dim, index, 2.5))
            line("indexFill", x, dim, index, torch.tensor(2.5), result=x.index_fill(dim, index, 2.5))
            index = torch.randperm(n)
            src = rnd(*x.shape, dtype=x.dtype)
            line("indexCopy", x, dim, index, src, result=x.index_copy(dim, index, src))
            index = ints(*x.shape, below=n)
            line("gather", x, dim, index, result=x.gather(dim, index))
            line("scatterAdd", x, dim, index, src, result=x.scatter_add(dim, index, src))
            line("scatter", x, dim, index, -1.5, result=x.scatter(dim, index, -1.5))
            index = torch.argsort(torch.randn(x.shape), dim)
            line("scatter", x, dim, index, src, result=x.scatter(dim, index, src))
            line("takeAlongDim", x, index, dim, result=x.take_along_dim(index, dim))
            line("selectScatter", x, src.select(dim, 0), dim, -1, result=x.select_scatter(src.select(dim, 0), dim, -1))
            values = part(src, dim, 0, n, 2)
            line("sliceScatter", x, values, dim, 0, OPEN, 2, result=x.slice_scatter(values, dim, 0, OPEN, 2))
    line("squeeze", x, result=x.squeeze())
    line("roll", x, 2, result=x.roll(2))
    line("flip", x, tuple(range(x.dim())), result=x.flip(tuple(range(x.dim()))))
    line("nonzero", x, result=x.nonzero())
    if x.numel():
        index = ints(2, 3, below=x.numel())
        line("take", x, index, result=x.take(index))
        line("take", x, -index - 1, result=x.take(-index - 1))
        src = rnd(2, 3, dtype=x.dtype)
        line("put", x, index, src, True, result=x.put(index, src, True))
        index = torch.randperm(x.numel())[:3]
        line("put", x, index, src[0], False, result=x.put(index, src[0], False))
    mask = x > 0
    line("maskedSelect", x, mask, result=x.masked_select(mask))
    line("maskedFill", x, mask, 1.25, result=x.masked_fill(mask, 1.25))
    line("maskedFill", x, mask, torch.tensor(NAN), result=x.masked_fill(mask, NAN))
    line("maskedScatter", x, mask, torch.ones_like(x), result=x.masked_scatter(mask, torch.ones_like(x)))
    for sizes in ((2,), (2, 1), (1, 2, 3), (0, 2)):
        line("tile", x, sizes, result=x.tile(sizes))
        if len(sizes) >= x.dim():
            line("repeat", x, sizes, result=x.repeat(sizes))
    line("atLeast1d", x, result=torch.atleast_1d(x))
    line("atLeast2d", x, result=torch.atleast_2d(x))
    line("atLeast3d", x, result=torch.atleast_3d(x))
    for offset in (-1, 0, 1) if x.dim() < 4 else ():
        line("diagEmbed", x, offset, -2, -1, result=x.diag_embed(offset))
        line("diagEmbed", x, offset, 0, 1, result=x.diag_embed(offset, 0, 1))
    line("diagEmbed", x, result=x.diag_embed())
    if x.dim() >= 2:
        for offset in (-5, -1, 0, 1, 2, 6):
            line("triu", x, offset, result=x.triu(offset))
            line("tril", x, offset, result=x.tril(offset))
            for dims in ((0, 1), (-1, -2), (1, 0)):
                if -x.shape[dims[0]] < offset < x.shape[dims[1]]:
                    d = x.diagonal(offset, *dims)
                    line("diagonal", x, offset, *dims, result=d)
                    line("diagonalScatter", x, d * 2, offset, *dims, result=x.diagonal_scatter(d * 2, offset, *dims))
        line("triu", x, result=x.triu())
        line("tril", x, result=x.tril())
        line("diagonal", x, result=x.diagonal())
        line("fliplr", x, result=x.fliplr())
        line("flipud", x, result=x.flipud())
        line("mT", x, result=x.mT)
        for times in range(-4, 5):
            line("rot90", x, times, 0, 1, result=x.rot90(times, (0, 1)))
            line("rot90", x, times, -1, 0, result=x.rot90(times, (-1, 0)))
    if x.dim() <= 2:
        for offset in (-1, 0, 1):
            if x.dim() == 1 or -x.shape[0] < offset < x.shape[1]:
                line("diag", x, offset, result=x.diag(offset))
    for pad in ((1, 2), (0, 0), (2, -1), (-1, -1)):
        if x.shape[-1] + sum(pad) >= 0 and x.shape[-1] > 1:
            line("pad", x, pad, result=F.pad(x, pad))
            line("pad", x, pad, -0.5, result=F.pad(x, pad, value=-0.5))
    if x.dim() >= 2 and x.shape[-2] > 1:
        line("pad", x, (1, 0, -1, 2), 3.0, result=F.pad(x, (1, 0, -1, 2), value=3.0))

# The modes take two leading dimensions more, for a batch and channels.
for mode, name in (("reflect", "padReflect"), ("replicate", "padReplicate"), ("circular", "padCircular")):
    for x, pads in ((rnd(1, 2, 4), ((1, 2), (3, 3), (0, 2), (-1, 1), (2, -2))),
                    (rnd(1, 2, 3, 4, dtype=torch.float64), ((1, 2, 2, 1), (0, 1, -1, 2)))):
        for pad in pads:
            if mode != "circular" or min(pad) >= 0:
                line(name, x, pad, result=F.pad(x, pad, mode=mode))

x = rnd(2, 3, 4, 5)
line("movedim", x, (0, -1), (2, 0), result=x.movedim((0, -1), (2, 0)))
line("movedim", x, (3, 1, 0), (0, 1, 2), result=x.movedim((3, 1, 0), (0, 1, 2)))
line("roll", x, (1, -2), (0, -1), result=x.roll((1, -2), (0, -1)))
line("roll", x, (1, 2), (2, 2), result=x.roll((1, 2), (2, 2)))
line("flatten", x, 1, result=x.flatten(1))
line("flatten", x, 0, 2, result=x.flatten(0, 2))
line("flatten", x, -2, -2, result=x.flatten(-2, -2))
line("flatten", torch.tensor(3.0), 0, 0, result=torch.tensor(3.0).flatten())
line("unflatten", x, 2, (2, -1), result=x.unflatten(2, (2, -1)))
line("unflatten", x, -1, (1, 5, 1), result=x.unflatten(-1, (1, 5, 1)))
line("view", x, (6, -1), result=x.view(6, -1))
line("viewAs", x, torch.zeros(120), result=x.view(120))
line("broadcastTo", rnd(3, 1).mul(0), (2, 3, 2), result=torch.zeros(2, 3, 2))
line("contiguous", x, result=x)
line("numel", x, result=x.numel())
for scalar in (torch.tensor(2.0), torch.tensor(2.0, dtype=torch.float64)):
    line("atLeast1d", scalar, result=torch.atleast_1d(scalar))
    line("atLeast2d", scalar, result=torch.atleast_2d(scalar))
    line("atLeast3d", scalar, result=torch.atleast_3d(scalar))
    line("squeeze", scalar, result=scalar.squeeze())
    line("tile", scalar, (2, 2), result=scalar.tile((2, 2)))
    line("repeat", scalar, (3,), result=scalar.repeat(3))
    line("roll", scalar, 1, result=scalar.roll(1))
    line("nonzero", scalar, result=scalar.nonzero())
    line("take", scalar, ids(0, 0), result=scalar.take(ids(0, 0)))
    line("maskedSelect", scalar, torch.tensor([True, False, True]), result=scalar.masked_select(torch.tensor([True, False, True])))
    line("maskedFill", scalar, torch.tensor(True), 7.0, result=scalar.masked_fill(torch.tensor(True), 7.0))

# Broadcasting
x = rnd(2, 1, 3)
mask = torch.tensor([[True, False, True], [False, False, True]])
for m in (mask, mask[0], torch.tensor(True), mask.reshape(2, 1, 3)):
    line("maskedSelect", x, m, result=x.masked_select(m))
    line("maskedFill", x, m, -2.0, result=x.masked_fill(m, -2.0))
    line("maskedScatter", x, m, rnd(2, 2, 3).mul(0).add(4), result=x.masked_scatter(m, torch.full((2, 2, 3), 4.0)))
y = rnd(3, 1, 4)
index = ids(1, 0, 3, 3, shape=(1, 2, 2))
line("takeAlongDim", y, index, 2, result=y.take_along_dim(index, 2))
line("takeAlongDim", y, ids(0, 2, shape=(2, 1, 1)), 0, result=y.take_along_dim(ids(0, 2, shape=(2, 1, 1)), 0))
z = rnd(3, 4)
index = ids(1, 0, 2, 2, shape=(2, 2))
line("gather", z, 1, index, result=z.gather(1, index))
line("gather", z, 0, ids(2, 0, shape=(1, 2)), result=z.gather(0, ids(2, 0, shape=(1, 2))))
line("scatterAdd", z, 1, index, torch.ones(2, 2), result=z.scatter_add(1, index, torch.ones(2, 2)))

table = rnd(5, 3)
for index in (ids(1, 4, 1), ids(0, 2, 2, 1, shape=(2, 2)), torch.tensor(3), ids(shape=(0,))):
    line("embedding", table, index, result=F.embedding(index, table))
for index, n in ((ids(1, 0, 3), 4), (ids(0, 2, 2, 1, shape=(2, 2)), 3), (torch.tensor(1), 2)):
    line("oneHot", "static", index, n, result=F.one_hot(index, n).float())
