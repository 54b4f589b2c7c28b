"""Writes torch-values-reductions.txt:  python3 torch_values_reductions.py > torch-values-reductions.txt"""
import itertools
import torch
from torch_lines import INF, NAN, both, line, rnd

DTYPES = (torch.float32, torch.float64)
SHAPES = ((5,), (2, 3), (2, 3, 4), (3, 1))
SEVERAL = dict(sum=torch.sum, mean=torch.mean, amax=torch.amax, amin=torch.amin)
for shape, dtype in itertools.product(SHAPES, DTYPES):
    x = rnd(*shape, dtype=dtype)
    rank = len(shape)
    for dims in [()] + [d for n in (1, 2, 3) for d in itertools.permutations(range(rank), n)][:5 * rank:4] + [(-1,)]:
        for keep in (False, True):
            for name, f in SEVERAL.items():
                line(name, x, dims, keep, result=f(x, dim=dims, keepdim=keep))
            for correction in (0, 2):
                for name, f in dict(var=torch.var, std=torch.std).items():
                    line(name, x, dims, correction, keep,
                         result=f(x, dim=dims or tuple(range(rank)), correction=correction, keepdim=keep))
            for p in (0.0, 1.0, 2.0, 3.0, 0.5, -1.0, INF, -INF):
                line("norm", x, p, dims, keep,
                     result=torch.linalg.vector_norm(x, p, dim=dims or None, keepdim=keep))
    for name, f in dict(var=torch.var, std=torch.std).items():
        line(name, x, result=f(x))
    for p in (0.0, 1.0, 2.0, 2.5, INF, -INF):
        line("norm", x, p, result=torch.linalg.vector_norm(x, p))
    for dim in range(-rank, rank):
        for name, f in dict(prod=torch.prod, var=torch.var, std=torch.std).items():
            line(name, x, dim, result=f(x, dim))
            line(name, x, dim, True, result=f(x, dim, keepdim=True))
        line("norm", x, 3.0, dim, result=torch.linalg.vector_norm(x, 3.0, dim=dim))
        line("norm", x, 1.0, dim, True, result=torch.linalg.vector_norm(x, 1.0, dim=dim, keepdim=True))
        for name in ("cumsum", "cumprod", "logcumsumexp"):
            line(name, x, dim, result=getattr(torch, name)(x, dim))
        for name in ("argmax", "argmin"):
            line(name, x, dim, result=getattr(torch, name)(x, dim))
            line(name, x, dim, True, result=getattr(torch, name)(x, dim, keepdim=True))
        line("countNonzero", x.round(), dim, result=torch.count_nonzero(x.round(), dim))
    line("argmin", x, result=int(x.argmin()))
    line("argmax", x, result=int(x.argmax()))
    line("countNonzero", x.round(), result=int(torch.count_nonzero(x.round())))

SPECIAL = ((1.0, NAN, 2.0), (INF, 1.0, -INF), (-0.0, 0.0, 0.0), (0.0, 0.0, 2.0), (INF, 0.0, 1.0), (-INF, -INF, 2.0),
           (3.0, 3.0, -3.0), (1000.0, -1000.0, 2.0), (NAN, NAN, 0.0))
for x in both(*SPECIAL):
    for name in ("argmax", "argmin", "prod", "var", "std", "cumsum", "cumprod", "logcumsumexp"):
        for dim in (0, 1):
            line(name, x, dim, result=getattr(torch, name)(x, dim))
    for p in (0.0, 1.0, 2.0, 3.0, -1.0, INF, -INF):
        line("norm", x, p, (1,), False, result=torch.linalg.vector_norm(x, p, dim=1))
    for name, f in SEVERAL.items():
        line(name, x, (0, 1), False, result=f(x, dim=(0, 1)))
    line("countNonzero", x, 1, result=torch.count_nonzero(x, 1))

for dtype in DTYPES:
    for shape in ((0,), (0, 3), (3, 0), (2, 0, 3)):
        x = torch.zeros(shape, dtype=dtype)
        for name, f in dict(var=torch.var, std=torch.std).items():
            line(name, x, result=f(x))
        for p in (0.0, 1.0, 2.0, 3.0):
            line("norm", x, p, result=torch.linalg.vector_norm(x, p))
        for dim in range(len(shape)):
            for name in ("prod", "var", "std", "cumsum", "cumprod", "logcumsumexp"):
                line(name, x, dim, result=getattr(torch, name)(x, dim))
            line("countNonzero", x, dim, result=torch.count_nonzero(x, dim))
            for name in ("sum", "mean"):
                line(name, x, (dim,), True, result=SEVERAL[name](x, dim=(dim,), keepdim=True))
    x = torch.tensor(-2.5, dtype=dtype)
    for name, f in SEVERAL.items():
        line(name, x, (), False, result=f(x, dim=()))
    line("var", x, result=torch.var(x))
    line("std", x, result=torch.std(x))
    for p in (0.0, 1.0, 2.0, 3.0, INF):
        line("norm", x, p, result=torch.linalg.vector_norm(x, p))
    line("argmin", x, result=int(x.argmin()))
    line("countNonzero", x, result=1)

for shape in ((5,), (2, 3), (2, 3, 4), (0, 3), (3, 0)):
    mask = torch.rand(shape) > 0.3
    for dim in range(-len(shape), len(shape)):
        for name in ("all", "any"):
            line(name, mask, dim, result=getattr(torch, name)(mask, dim))
            line(name, mask, dim, True, result=getattr(torch, name)(mask, dim, keepdim=True))
    x = rnd(*shape)
    for dim in range(len(shape)):
        line("diff", x, dim, result=torch.diff(x, dim=dim))
        for n in (0, 2, 3, 9):
            line("diff", x, n, dim, result=torch.diff(x, n, dim))
line("diff", torch.tensor([1.0, INF, INF, NAN, 2.0]), 0, result=torch.diff(torch.tensor([1.0, INF, INF, NAN, 2.0])))
