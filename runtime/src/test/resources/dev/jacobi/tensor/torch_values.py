"""Writes torch-values.txt. Run by hand with any PyTorch when a case is added:  python3 torch_values.py > torch-values.txt"""
import itertools
import torch
from torch_lines import INF, NAN, both, line, rnd

SPECIAL = (-INF, -3.5, -2.5, -1.0, -0.5, -0.0, 0.0, 1e-3, 0.3, 0.5, 1.0, 1.5, 2.5, 8.0, 10.0, 90.0, INF, NAN)
F = torch.nn.functional
UNARY = dict(
    neg=torch.neg, abs=torch.abs, square=torch.square, sqrt=torch.sqrt, rsqrt=torch.rsqrt,
    reciprocal=torch.reciprocal, exp=torch.exp, expm1=torch.expm1, log=torch.log, log1p=torch.log1p,
    log10=torch.log10, log2=torch.log2, sin=torch.sin, cos=torch.cos, tan=torch.tan, asin=torch.asin,
    acos=torch.acos, atan=torch.atan, sinh=torch.sinh, cosh=torch.cosh, tanh=torch.tanh,
    sigmoid=torch.sigmoid, relu=torch.relu, sign=torch.sign, floor=torch.floor, ceil=torch.ceil,
    round=torch.round, trunc=torch.trunc,
    softplus=lambda x: F.softplus(x, threshold=1000))
for name, f in UNARY.items():
    for x in both(*SPECIAL):
        line(name, x, result=f(x))
    line(name, torch.tensor(0.25), result=f(torch.tensor(0.25)))
    line(name, torch.zeros(2, 0), result=f(torch.zeros(2, 0)))

BINARY = dict(add=torch.add, sub=torch.sub, mul=torch.mul, div=torch.div, pow=torch.pow, maximum=torch.maximum,
              minimum=torch.minimum, atan2=torch.atan2, hypot=torch.hypot,
              lt=torch.lt, le=torch.le, gt=torch.gt, ge=torch.ge, eq=torch.eq, ne=torch.ne)
SOME = (-INF, -2.0, -0.0, 0.0, 0.5, 3.0, INF, NAN)
SHAPES = [((2, 3), (2, 3)), ((2, 3), (3,)), ((3,), (2, 3)), ((2, 1), (1, 3)), ((), (2, 3)), ((2, 3), ()),
          ((2, 3), (1,)), ((0, 3), (3,)), ((0, 3), (1,)), ((2, 1, 3), (4, 1)), ((1,), (1, 1))]
for name, f in BINARY.items():
    for (x, y) in zip(both(*[a for a in SOME for _ in SOME]), both(*[b for _ in SOME for b in SOME])):
        line(name, x, y, result=f(x, y))
    for sx, sy in SHAPES:
        for dx, dy in itertools.product([torch.float32, torch.float64], repeat=2):
            if dx == dy or name != "hypot" and name != "atan2":  # torch wants one type here
                x, y = rnd(*sx, dtype=dx), rnd(*sy, dtype=dy)
                line(name, x, y, result=f(x, y))
for name in ("add", "sub", "mul", "div", "lt", "le", "gt", "ge", "eq", "ne"):
    for x in both(*SPECIAL):
        for n in (0.1, -0.5, 0.0, INF, NAN):
            line(name, x, n, result=BINARY[name](x, n))
for x in both(*SPECIAL):
    for n in (0.1, 2.0, INF):
        line("rsub", x, n, result=n - x)
        line("rdiv", x, n, result=n / x)
    for n in (0.0, 1.0, 2.0, 3.0, 4.0, 0.5, -0.5, -1.0, -2.0, -3.0, 0.1, 2.5, 7.0, INF, NAN):
        line("pow", x, n, result=x.pow(n))
    for lo, hi in ((-1.0, 1.0), (0.5, 0.5), (1.0, -1.0), (-INF, 0.0)):
        line("clamp", x, lo, hi, result=x.clamp(lo, hi))

for shape in ((5,), (2, 3), (2, 3, 4), (1, 1), (3, 1)):
    for dtype in (torch.float32, torch.float64):
        x = rnd(*shape, dtype=dtype)
        for name, f in dict(sum=torch.sum, mean=torch.mean, prod=torch.prod, max=torch.max, min=torch.min,
                            norm=torch.linalg.vector_norm, argmax=lambda t: int(torch.argmax(t))).items():
            line(name, x, result=f(x))
        for dim in range(-len(shape), len(shape)):
            for name in ("sum", "mean", "amax", "amin"):
                f = getattr(torch, name)
                line(name, x, dim, result=f(x, dim))
                line(name, x, dim, True, result=f(x, dim, keepdim=True))
                line(name, x, dim, False, result=f(x, dim))
for name in ("sum", "mean", "prod", "norm"):
    x = torch.zeros(0, 3)
    line(name, x, result=torch.linalg.vector_norm(x) if name == "norm" else getattr(torch, name)(x))
line("sum", torch.zeros(0, 3), 0, result=torch.zeros(0, 3).sum(0))
line("sum", torch.zeros(0, 3), 1, result=torch.zeros(0, 3).sum(1))
x = torch.tensor([[1.0, NAN, 2.0], [INF, 1.0, -INF]])
for name in ("max", "min", "sum"):
    line(name, x, result=getattr(torch, name)(x))
line("amax", x, 1, result=x.amax(1))
line("amin", x, 0, result=x.amin(0))
line("argmax", x, result=int(x.argmax()))
line("norm", torch.tensor([3e30, 4e30], dtype=torch.float64), result=torch.tensor(5e30, dtype=torch.float64))
line("norm", torch.tensor([3e-30, 4e-30]), result=torch.linalg.vector_norm(torch.tensor([3e-30, 4e-30], dtype=torch.float64)).float())

x = rnd(2, 3, 4)
line("reshape", x, (4, 6), result=x.reshape(4, 6))
line("reshape", x, (-1, 2), result=x.reshape(-1, 2))
line("flatten", x, result=x.flatten())
line("transpose", x, 0, -1, result=x.transpose(0, -1))
line("transpose", x, 0, 1, result=x.transpose(0, 1))
line("permute", x, (2, 0, 1), result=x.permute(2, 0, 1))
line("permute", x, (-1, 1, 0), result=x.permute(-1, 1, 0))
line("get", x, (1,), result=x[1])
line("get", x, (-1, 0), result=x[-1, 0])
line("get", x, (1, 2, -1), result=x[1, 2, -1])
line("get", x, (), result=x)
line("narrow", x, 1, 1, 2, result=x.narrow(1, 1, 2))
line("narrow", x, -1, 3, 1, result=x.narrow(-1, 3, 1))
line("narrow", x, 0, 1, 0, result=x.narrow(0, 1, 0))
line("unsqueeze", x, 0, result=x.unsqueeze(0))
line("unsqueeze", x, -1, result=x.unsqueeze(-1))
line("unsqueeze", torch.tensor(2.0), 0, result=torch.tensor(2.0).unsqueeze(0))
y = rnd(3, 1)
line("squeeze", y, 1, result=y.squeeze(1))
line("squeeze", y, 0, result=y.squeeze(0))
line("expand", y, (2, 3, 4), result=y.expand(2, 3, 4))
line("expand", y, (-1, 5), result=y.expand(-1, 5))
line("expandAs", y, rnd(2, 3, 2), result=y.expand(2, 3, 2))
line("t", rnd(3).mul(0).add(2), result=torch.full((3,), 2.0))
z = rnd(2, 3)
line("t", z, result=z.t())
line("sumTo", x, torch.zeros(4), result=x.sum_to_size(4))
line("sumTo", x, torch.zeros(3, 1), result=x.sum_to_size(3, 1))
line("sumTo", x, torch.zeros(2, 1, 4), result=x.sum_to_size(2, 1, 4))

RANKS = [((3,), (3,)), ((2, 3), (3,)), ((3,), (3, 2)), ((2, 3), (3, 4)), ((5, 2, 3), (3,)), ((3,), (5, 3, 2)),
         ((5, 2, 3), (3, 4)), ((2, 3), (5, 3, 4)), ((5, 2, 3), (5, 3, 4)), ((5, 1, 2, 3), (4, 3, 2)),
         ((2, 0), (0, 3)), ((0, 3), (3, 2)), ((0, 2, 3), (3, 2)), ((7, 9), (9, 5)), ((13, 11), (11, 17))]
for sx, sy in RANKS:
    for dtype in (torch.float32, torch.float64):
        x, y = rnd(*sx, dtype=dtype), rnd(*sy, dtype=dtype)
        line("matmul", x, y, result=x.matmul(y))
        if len(sx) == 2 and len(sy) == 2:
            line("mm", x, y, result=x.mm(y))
        if len(sx) == 2 and len(sy) == 1:
            line("mv", x, y, result=x.mv(y))
        if len(sx) == 1 and len(sy) == 1:
            line("dot", x, y, result=x.dot(y))
            line("outer", x, y, result=x.outer(y))
x = torch.tensor([[0.0, 1.0], [2.0, 0.0]])
y = torch.tensor([[NAN, INF], [1.0, 2.0]])
line("mm", x, y, result=x.mm(y))
x = rnd(3, 3)
line("trace", x, result=x.trace())

line("eye", "static", 3, result=torch.eye(3))
line("arange", "static", 5, result=torch.arange(5, dtype=torch.float32))
for n in (0, 1, 2, 7):
    line("linspace", "static", -1.0, 2.0, n, result=torch.linspace(-1, 2, n))

for n in (1, 2, 3, 8):
    for dtype in (torch.float32, torch.float64):
        x = rnd(n, n, dtype=dtype) + n * torch.eye(n, dtype=dtype)
        x[[0, n - 1]] = x[[n - 1, 0]]
        for shape in ((n,), (n, 2)):
            y = rnd(*shape, dtype=dtype)
            line("solve", x, y, result=torch.linalg.solve(x, y))
            line("solveTransposed", x, y, result=torch.linalg.solve(x.t(), y))
