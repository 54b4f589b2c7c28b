"""Writes torch-values-additions.txt:  python3 torch_values_additions.py > torch-values-additions.txt

What PyTorch computes to fewer digits than TorchValuesTest compares is taken from mpmath at PyTorch's arguments: Bessel
functions, functions of the normal distribution, exponentials of matrices. It has no besselI and besselIe at all.
"""
import mpmath
import torch
from torch_lines import INF, NAN, Convolution, both, line, rnd

mpmath.mp.dps = 60

F = torch.nn.functional
DTYPES = (torch.float32, torch.float64)
# Output paddings that a dilation allows, not the stride
HOWS = [(Convolution(*how), more) for *how, more in ((1, 0, 2, 1, 1), (1, 2, 3, 2, 2), (2, 1, 4, 1, 3), (2, 0, 3, 2, 2), (1, 3, 4, 1, 3))]
for dtype in DTYPES:
    for how, more in HOWS:
        options = dict(stride=how.stride, padding=how.padding, dilation=how.dilation, groups=how.groups, output_padding=more)
        for batch in ((), (2,)) if dtype == torch.float64 else ((),):
            x, w = rnd(*batch, 4, 3, dtype=dtype), rnd(4, 3, 3, dtype=dtype)
            line("convTranspose1d", x, w, how, more, result=F.conv_transpose1d(x, w, **options))
            x, w = rnd(*batch, 2, 3, 2, dtype=dtype), rnd(2, 2, 3, 3, dtype=dtype)
            line("convTranspose2d", x, w, how, more, result=F.conv_transpose2d(x, w, **options))
            x, w = rnd(*batch, 2, 1, 2, 1, dtype=dtype), rnd(2, 1, 3, 3, 3, dtype=dtype)
            line("convTranspose3d", x, w, how, more, result=F.conv_transpose3d(x, w, **options))

N = mpmath.mpf
BESSEL = {n: lambda v, n=n: mpmath.besseli(n, v) for n in range(9)}
EXACT = dict(
    i0=BESSEL[0], i1=BESSEL[1],
    i0e=lambda v: BESSEL[0](v) * mpmath.exp(-abs(v)), i1e=lambda v: BESSEL[1](v) * mpmath.exp(-abs(v)),
    ndtr=lambda v: mpmath.erfc(-v / mpmath.sqrt(2)) / 2, erfcx=lambda v: mpmath.exp(v * v) * mpmath.erfc(v),
    logNdtr=lambda v: mpmath.log1p(-mpmath.erfc(v / mpmath.sqrt(2)) / 2) if v > 0 else mpmath.log(mpmath.erfc(-v / mpmath.sqrt(2)) / 2))
TORCH = dict(i0=torch.special.i0, i1=torch.special.i1, i0e=torch.special.i0e, i1e=torch.special.i1e, ndtr=torch.special.ndtr,
             erfcx=torch.special.erfcx, logNdtr=torch.special.log_ndtr)


def exact(f, x):
    return torch.tensor([float(f(N(v))) for v in x.double().flatten().tolist()], dtype=torch.float64).reshape(x.shape).to(x.dtype)


def agree(a, b):  # or this file is wrong
    assert torch.allclose(a, b, 1e-4 if a.dtype == torch.float32 else 1e-9, 0, equal_nan=True), (a, b)


for name, f in EXACT.items():
    for x in both(-37.0, -19.9, -8.5, -3.0, -1.0, -0.9, -0.3, -1e-3, -0.0, 0.0, 1e-10, 0.4, 0.5, 1.0, 2.5, 4.5, 12.0, 20.0, 20.5, 30.0):
        if name == "erfcx":
            x = x[x > -9]
        result = exact(f, x)
        near = x >= -4  # further left PyTorch loses digits
        agree(TORCH[name](x)[near], result[near])
        line(name, x, result=result)
    for x in (rnd(3, 7), rnd(3, 7, dtype=torch.float64), torch.tensor(0.25), torch.zeros(2, 0)):
        result = exact(f, x)
        agree(TORCH[name](x), result)
        line(name, x, result=result)
    for x in both(NAN, *((-INF, INF) if name in ("ndtr", "erfcx", "logNdtr") else ())):
        line(name, x, result=TORCH[name](x))
for x in both(-700.0, 90.0, 400.0, 712.0, 1e10):
    for name in ("i0e", "i1e"):
        line(name, x, result=exact(EXACT[name], x))
    x = x[:-1]
    for name in ("i0", "i1"):
        line(name, x, result=exact(EXACT[name], x))
for x in both(-20.5, -3.0, 0.0, 0.25, 7.0, 19.0, 60.0):
    for n in (-3, 0, 1, 2, 5, 8):
        line("besselI", x, n, result=exact(BESSEL[abs(n)], x))
        line("besselIe", x, n, result=exact(lambda v: BESSEL[abs(n)](v) * mpmath.exp(-abs(v)), x))
for dtype in DTYPES:
    for shape in ((4, 3), (1, 5), (3,)):
        x, w = rnd(*shape, dtype=dtype), torch.rand(shape[-1], dtype=dtype)
        targets = torch.randint(shape[-1], shape[:-1])
        line("multiMarginLoss", x, targets, result=F.multi_margin_loss(x, targets))
        for reduction in ("mean", "sum", "none"):
            for p in (1, 2):
                for margin in (1.0, 0.25):
                    line("multiMarginLoss", x, targets, p, margin, reduction,
                         result=F.multi_margin_loss(x, targets, p, margin, reduction=reduction))
                    line("multiMarginLoss", x, targets, w, p, margin, reduction,
                         result=F.multi_margin_loss(x, targets, p, margin, w, reduction=reduction))
    for shape in ((2, 5, 3), (1, 4, 2, 2), (1, 3, 1, 2, 2), (2, 1, 3), (0, 3, 2)):
        x = rnd(*shape, dtype=dtype)
        for size in (1, 2, 3, 4, 7):
            line("localResponseNorm", x, size, result=F.local_response_norm(x, size))
            line("localResponseNorm", x, size, 0.5, 1.5, 2.0, result=F.local_response_norm(x, size, 0.5, 1.5, 2.0))
    for shapes in (((2, 3), (1, 2)), ((3,), (), (2, 1)), ((0, 2), (2, 2)), ((2,),), ((),), ((2, 0), (3,))):
        xs = tuple(rnd(*shape, dtype=dtype) for shape in shapes)
        line("blockDiag", "static", xs, result=torch.block_diag(*xs))
xs = (rnd(2), rnd(1, 2, dtype=torch.float64), rnd())
line("blockDiag", "static", xs, result=torch.block_diag(*xs))
for dtype in DTYPES:
    for shape in ((3, 2), (2, 3), (2, 4, 1), (1, 2, 5), (2, 0), (0, 3), (2, 3, 0)):
        x = rnd(*shape, dtype=torch.float64).to(dtype)
        line("lu", x, result=tuple(torch.linalg.lu(x.double())) if dtype == torch.float64 else tuple(t.float() for t in torch.linalg.lu(x.double())))
    for stack, sides in (((2,), (3, 2)), ((), (2, 3, 1)), ((2, 1), (3, 3, 2)), ((2, 3), (1, 3, 1)), ((0,), (3, 2)), ((1,), (2, 3, 2))):
        x, y = rnd(*stack, 3, 3, dtype=torch.float64).to(dtype), rnd(*sides, dtype=torch.float64).to(dtype)
        lu, pivots = torch.linalg.lu_factor(x)
        line("luSolve", lu, pivots.to(torch.int64), y, result=torch.linalg.lu_solve(lu.double(), pivots, y.double()).to(dtype))
def slope_of_erfcx(n, v):  # (-2)^n e^(v^2) / sqrt(pi) times the integral of t^n e^(-t^2 - 2vt) e^(-v^2) from 0, twice
    return (-2) ** n * 2 / mpmath.sqrt(mpmath.pi) * mpmath.quad(lambda t: t ** n * mpmath.exp(-t * t - 2 * v * t), [0, 1 / (1 + abs(v)), 1, 4, 20, 40])


mpmath.mp.dps = 30
for x in both(-3.0, -0.5, 0.0, 0.25, 0.9, 1.0, 1.5, 4.0, 30.0, 1e4):
    for n in (0, 1, 2, 4):
        line("erfcxSlope", x, n, result=exact(lambda v: slope_of_erfcx(n, v), x))
# Far from normal matrices, of which PyTorch loses digits
for matrix in ([[0, 1e10], [0, 0]], [[1, 1e6], [0, -1]], [[1, 1e3], [1e-3, 2]], [[-100, 50], [3, -7]]):
    x = torch.tensor(matrix, dtype=torch.float64)
    exponential = mpmath.expm(mpmath.matrix(matrix), method="pade" if x.abs().max() > 1e7 else "taylor")
    result = torch.tensor([float(v) for v in exponential], dtype=torch.float64).reshape(x.shape)
    line("matrixExp", x, result=result)
