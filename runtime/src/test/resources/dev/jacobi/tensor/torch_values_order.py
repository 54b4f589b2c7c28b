"""Writes torch-values-order.txt, what sorts or chooses:  python3 torch_values_order.py > torch-values-order.txt"""
import torch
from torch_lines import INF, NAN, both, line, rnd

for dtype in (torch.float32, torch.float64):
    for shape in ((5,), (3, 7), (2, 3, 2), (3, 1)):
        x = rnd(*shape, dtype=dtype)
        for dim in range(-len(shape), len(shape)):
            for descending in (False, True):
                values, order = torch.sort(x, dim=dim, descending=descending, stable=True)
                line("sort", x, dim, descending, result=values)
                line("argsort", x, dim, descending, result=order)
            line("sort", x, dim, result=torch.sort(x, dim)[0])
            line("argsort", x, dim, result=torch.argsort(x, dim))
            for k in {1, (shape[dim] + 1) // 2, shape[dim]}:
                line("topk", x, k, dim, result=torch.topk(x, k, dim)[0])
                line("topk", x, k, dim, False, result=torch.topk(x, k, dim, largest=False)[0])
                line("kthvalue", x, k, dim, result=torch.kthvalue(x, k, dim)[0])
                line("kthvalue", x, k, dim, True, result=torch.kthvalue(x, k, dim, keepdim=True)[0])
            line("topk", x, 0, dim, result=torch.topk(x, 0, dim)[0])
            line("median", x, dim, result=torch.median(x, dim)[0])
            line("median", x, dim, True, result=torch.median(x, dim, keepdim=True)[0])
            for q in (0.3, 1.0):
                line("quantile", x, q, dim, result=torch.quantile(x, q, dim))
                line("quantile", x, q, dim, True, result=torch.quantile(x, q, dim, keepdim=True))
            for name in ("cummax", "cummin"):
                line(name, x, dim, result=getattr(torch, name)(x, dim)[0])
        line("median", x, result=torch.median(x))
        line("quantile", x, 0.7, result=torch.quantile(x, 0.7))

SPECIAL = ((1.0, NAN, 2.0, NAN), (INF, 1.0, -INF, 1.0), (0.0, -0.0, 0.0, -0.0), (3.0, 3.0, -3.0, 3.0), (2.0, 1.0, 0.0, -1.0))
for x in both(*SPECIAL):
    for dim in (0, 1):
        for descending in (False, True):
            values, order = torch.sort(x, dim=dim, descending=descending, stable=True)
            line("sort", x, dim, descending, result=values)
            line("argsort", x, dim, descending, result=order)
        line("median", x, dim, result=torch.median(x, dim)[0])
        for name in ("cummax", "cummin"):
            line(name, x, dim, result=getattr(torch, name)(x, dim)[0])
        line("topk", x, 2, dim, result=torch.topk(x, 2, dim)[0])
    line("quantile", x, 0.5, 1, result=torch.quantile(x, 0.5, 1))
    line("median", x, result=torch.median(x))
for x in (torch.zeros(0), torch.zeros(0, 3), torch.zeros(3, 0)):
    line("median", x, result=torch.median(x))
    line("sort", x, 0, result=torch.sort(x, 0)[0])
    line("argsort", x, 0, result=torch.argsort(x, 0))
    line("cummax", x, 0, result=torch.cummax(x, 0)[0])
    line("topk", x, 0, 0, result=torch.topk(x, 0, 0)[0])
x = torch.tensor(2.5)
line("median", x, result=torch.median(x))
line("quantile", x, 0.25, result=torch.quantile(x, 0.25))

# The derivatives' positions, of several equal ones too: what a seed's adjoint of each is in PyTorch
TIES = torch.tensor([[1.0, 3.0, 3.0, 2.0], [3.0, 3.0, 0.0, 0.0], [-1.0, 3.0, 3.0, 3.0], [2.0, 2.0, 2.0, 2.0]])


def positions(f, x):
    """Where each element of f(x), which chooses among those of x, is, counted row by row."""
    x = x.clone().requires_grad_()
    r = f(x)
    rows = [torch.autograd.grad(e, x, retain_graph=True)[0].flatten() for e in r.flatten()]
    return torch.stack(rows).argmax(1).reshape(r.shape)


for dim in (0, 1):
    line("runningPositions", TIES, dim, True, result=positions(lambda x: torch.cummax(x, dim)[0], TIES))
    line("runningPositions", TIES, dim, False, result=positions(lambda x: torch.cummin(x, dim)[0], TIES))
    for descending in (False, True):
        f = lambda x: torch.sort(x, dim=dim, descending=descending, stable=True)[0]
        line("sortPositions", TIES, dim, descending, result=positions(f, TIES))
for size in ((2, 2, 0), (3, 1, 1), (2, 1, 1), (4, 1, 0)):
    f = lambda x: torch.nn.functional.max_pool2d(x[None], size[0], size[1], size[2])[0]
    line("maxPoolPositions", TIES[None], *size, 2, result=positions(f, TIES[None]))
    f = lambda x: torch.nn.functional.max_pool1d(x, size[0], size[1], size[2])
    line("maxPoolPositions", TIES, *size, 1, result=positions(f, TIES))
