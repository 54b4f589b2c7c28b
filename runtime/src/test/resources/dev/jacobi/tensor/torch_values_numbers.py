"""Writes torch-values-numbers.txt:  python3 torch_values_numbers.py > torch-values-numbers.txt

Along dimension 0 or -1 of a single number, and other operands that PyTorch stretches or takes in part.
"""
import itertools
import torch
from torch_lines import INF, NAN, both, line, rnd

F = torch.nn.functional
L = torch.linalg
DTYPES = (torch.float32, torch.float64)
REDUCTIONS = dict(
    sum=torch.sum, mean=torch.mean, amax=torch.amax, amin=torch.amin, prod=torch.prod, nansum=torch.nansum,
    nanmean=torch.nanmean, logsumexp=torch.logsumexp, var=torch.var, std=torch.std,
    max=lambda x, d, keepdim: torch.max(x, d, keepdim=keepdim).values, min=lambda x, d, keepdim: torch.min(x, d, keepdim=keepdim).values,
    median=lambda x, d, keepdim: torch.median(x, d, keepdim=keepdim).values,
    argmax=torch.argmax, argmin=torch.argmin)
SAME = dict(
    softmax=torch.softmax, logSoftmax=torch.log_softmax, cumsum=torch.cumsum, cumprod=torch.cumprod,
    logcumsumexp=torch.logcumsumexp, cummax=lambda x, d: torch.cummax(x, d).values, cummin=lambda x, d: torch.cummin(x, d).values,
    argsort=torch.argsort, squeeze=torch.squeeze, unsqueeze=torch.unsqueeze,
    countNonzero=torch.count_nonzero)
for dtype, dim in itertools.product(DTYPES, (0, -1)):
    for x in (torch.tensor(v, dtype=dtype) for v in (2.5, -1.5, 0.0, INF, NAN)):
        for name, f in REDUCTIONS.items():
            for keep in (False, True):
                line(name, x, dim, keep, result=f(x, dim, keepdim=keep))
        for name, f in SAME.items():
            line(name, x, dim, result=f(x, dim))
        for keep in (False, True):
            for name in ("sum", "mean", "amax", "amin", "logsumexp"):
                line(name, x, (dim,), keep, result=getattr(torch, name)(x, (dim,), keepdim=keep))
            for name in ("var", "std"):
                line(name, x, (dim,), 0, keep, result=getattr(torch, name)(x, (dim,), unbiased=False, keepdim=keep))
            for p in (0.0, 1.0, 2.0, 3.0, 2.5, -1.0, INF, -INF):
                line("norm", x, p, dim, keep, result=L.vector_norm(x, p, dim, keepdim=keep))
                line("norm", x, p, (dim,), keep, result=L.vector_norm(x, p, (dim,), keepdim=keep))
            line("kthvalue", x, 1, dim, keep, result=torch.kthvalue(x, 1, dim, keepdim=keep).values)
            if x != INF:  # between infinities PyTorch interpolates, which gives NaN
                line("quantile", x, 0.3, dim, keep, result=torch.quantile(x, 0.3, dim, keepdim=keep))
        for descending in (False, True):
            line("sort", x, dim, descending, result=torch.sort(x, dim, descending).values)
            line("topk", x, 1, dim, descending, result=torch.topk(x, 1, dim, descending).values)
        line("normalize", x, 2.0, dim, 0.5, result=F.normalize(x, 2.0, dim, 0.5))
        line("vecdot", x, torch.tensor(0.5, dtype=dtype), dim, result=L.vecdot(x, torch.tensor(0.5, dtype=dtype), dim=dim))
        line("flip", x, (dim,), result=torch.flip(x, (dim,)))
        line("transpose", x, dim, 0, result=torch.transpose(x, dim, 0))
        line("swapaxes", x, dim, -1, result=torch.swapaxes(x, dim, -1))
        line("movedim", x, dim, -1, result=torch.movedim(x, dim, -1))
        line("movedim", x, (dim,), (0,), result=torch.movedim(x, (dim,), (0,)))
        line("flatten", x, dim, -1, result=torch.flatten(x, dim, -1))
        for size in (0, 1):
            line("unfold", x, dim, size, 2, result=x.unfold(dim, size, 2))
        y = torch.tensor(7.0, dtype=dtype)
        for index in (torch.tensor(0), torch.tensor([0])):
            line("gather", x, dim, index, result=torch.gather(x, dim, index))
            line("indexSelect", x, dim, index, result=torch.index_select(x, dim, index))
            line("indexAdd", x, dim, index, y, result=torch.index_add(x, dim, index, y))
            line("indexCopy", x, dim, index, y, result=torch.index_copy(x, dim, index, y))
            line("indexFill", x, dim, index, 3.0, result=torch.index_fill(x, dim, index, 3.0))
            line("scatter", x, dim, index, 3.0, result=torch.scatter(x, dim, index, 3.0))
            for src in (y, y.reshape(1), torch.tensor([7.0, 8.0], dtype=dtype)):
                line("scatter", x, dim, index, src, result=torch.scatter(x, dim, index, src))
                line("scatterAdd", x, dim, index, src, result=torch.scatter_add(x, dim, index, src))
        line("gather", x, dim, torch.tensor([0, 0, 0]), result=torch.gather(x, dim, torch.tensor([0, 0, 0])))
        line("cosineSimilarity", x, y, dim, result=F.cosine_similarity(x, y, dim))
for dim, keep, value in itertools.product((0, -1), (False, True), (False, True)):
    line("any", torch.tensor(value), dim, keep, result=torch.any(torch.tensor(value), dim, keepdim=keep))
    line("all", torch.tensor(value), dim, keep, result=torch.all(torch.tensor(value), dim, keepdim=keep))

for dtype in DTYPES:
    x, src = rnd(3, 4, dtype=dtype), rnd(4, 5, dtype=dtype)
    for dim, index in ((0, [[2, 0, 1, 1]]), (0, [[2, 0], [0, 1], [1, 2], [0, 0]]), (-1, [[3, 3], [1, 0]]), (1, [[0, 1, 2, 3, 0]])):
        index = torch.tensor(index)
        line("scatterAdd", x, dim, index, src, result=torch.scatter_add(x, dim, index, src))
        if index.numel() == len(set(index.flatten().tolist())):
            line("scatter", x, dim, index, src, result=torch.scatter(x, dim, index, src))
    line("scatterAdd", x, 0, torch.zeros(0, 4, dtype=torch.long), src, result=torch.scatter_add(x, 0, torch.zeros(0, 4, dtype=torch.long), src))
    for a, b in (((3,), (2, 3)), ((2, 3), (3,)), ((2, 1), (1, 3)), ((), (3,)), ((2, 1, 3), (4, 1)), ((1,), (0,)), ((2, 3), ())):
        a, b = rnd(*a, dtype=dtype), rnd(*b, dtype=dtype)
        rank = max(a.dim(), b.dim())
        for dim in range(-rank, rank):
            line("cosineSimilarity", a, b, dim, result=F.cosine_similarity(a, b, dim))
    for shape in ((5,), (2,), (1,), (0,), (), (2, 0), (3, 1)):
        x = rnd(*shape, dtype=dtype)
        line("cov", x, result=torch.cov(x))
        line("corrcoef", x, result=torch.corrcoef(x))
    line("corrcoef", torch.full((3,), 2.0, dtype=dtype), result=torch.corrcoef(torch.full((3,), 2.0, dtype=dtype)))
    for size in ([[INF]], [[-INF]], [[0.5]], [[-800.0]]):
        line("matrixExp", torch.tensor(size, dtype=dtype), result=torch.matrix_exp(torch.tensor(size, dtype=dtype)))
    for x, w in (((2, 3), (3,)), ((3,), (3,)), ((2, 1, 3), (3,))):
        x, w = rnd(*x, dtype=dtype), rnd(*w, dtype=dtype)
        line("linear", x, w, result=F.linear(x, w))
        line("linear", x, w, torch.tensor(0.5, dtype=dtype), result=F.linear(x, w) + 0.5)
    for shape in ((), (3,), (2, 2)):
        x = rnd(*shape, dtype=dtype)
        line("prelu", x, torch.tensor(0.25, dtype=dtype), result=F.prelu(x, torch.tensor(0.25, dtype=dtype)))
for x, y in ((rnd(3), torch.tensor(0.5, dtype=torch.float64)), (rnd(2, 3), rnd(3, dtype=torch.float64)), (rnd(3, dtype=torch.float64), torch.tensor(0.5))):
    line("cosineSimilarity", x, y, -1, result=F.cosine_similarity(x, y, -1))
