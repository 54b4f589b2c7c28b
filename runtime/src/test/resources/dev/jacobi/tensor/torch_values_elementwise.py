"""Writes torch-values-elementwise.txt: more functions of one element, and of two or three.

Run by hand when a case is added:  python3 torch_values_elementwise.py > torch-values-elementwise.txt

What PyTorch computes in its own arithmetic to fewer digits than TorchValuesTest compares is taken from mpmath at PyTorch's
arguments, and called exact here: lgamma, digamma, polygamma, and functions that cancel near 0.
"""
import itertools
import mpmath
import torch
from torch_lines import INF, NAN, both, line, rnd

F = torch.nn.functional
SPECIAL = (-INF, -90.0, -3.5, -3.0, -2.5, -1.0, -0.5, -0.25, -1e-3, -0.0, 0.0, 1e-3, 0.3, 0.5, 0.75, 1.0, 1.5, 2.5, 3.0, 6.0,
           8.0, 90.0, INF, NAN)
mpmath.mp.dps = 40


def exact(f, torch_f):
    """PyTorch's value where it is infinite, NaN or the argument is, else that of mpmath."""
    def apply(x):
        out = torch_f(x.double())
        for i, v in enumerate(x.flatten().tolist()):
            if abs(v) < INF and abs(out.flatten()[i].item()) < INF:
                out.view(-1)[i] = float(f(mpmath.mpf(v)))
        return out.to(x.dtype)
    return apply


UNARY = dict(
    exp2=torch.exp2, erf=torch.erf, erfc=torch.erfc, logit=torch.logit, sinc=torch.sinc,
    asinh=exact(mpmath.asinh, torch.asinh), acosh=torch.acosh, atanh=torch.atanh, frac=torch.frac,
    erfinv=exact(mpmath.erfinv, torch.erfinv),
    lgamma=exact(lambda x: mpmath.log(abs(mpmath.gamma(x))), torch.lgamma), digamma=exact(mpmath.digamma, torch.digamma),
    deg2rad=torch.deg2rad, rad2deg=torch.rad2deg, positive=torch.positive, nanToNum=torch.nan_to_num,
    selu=torch.selu, relu6=F.relu6, hardsigmoid=F.hardsigmoid, hardswish=F.hardswish, gelu=F.gelu,
    geluTanh=lambda x: F.gelu(x, approximate="tanh"), silu=F.silu, mish=F.mish, logSigmoid=F.logsigmoid,
    softsign=F.softsign, tanhshrink=F.tanhshrink, softshrink=F.softshrink, hardshrink=F.hardshrink,
    leakyRelu=F.leaky_relu, elu=F.elu, celu=F.celu, hardtanh=F.hardtanh,
    isnan=torch.isnan, isinf=torch.isinf, isfinite=torch.isfinite, signbit=torch.signbit)
for name, f in UNARY.items():
    for x in both(*SPECIAL) + [rnd(3, 7), rnd(3, 7, dtype=torch.float64), torch.tensor(0.25), torch.zeros(2, 0)]:
        line(name, x, result=f(x))
    line(name, torch.tensor(-INF), result=f(torch.tensor(-INF)))  # alone: PyTorch's vector code differs in places
for x in both(0.01, 0.1, 0.6, 0.99, 1.0, 1.2, 1.46, 1.99, 2.0, 2.2, 5.5, 9.9, 10.1, 30.0, 171.5, 1e5, 1e10, -0.3, -1.7, -20.6):
    for name in ("lgamma", "digamma"):
        line(name, x, result=UNARY[name](x))
for x in both(-0.999, -0.9, 0.97, 0.9999, 0.999999, 1.0, -1.0, 1.5) + [torch.tensor([0.99999999999, -1 + 1e-16], dtype=torch.float64)]:
    line("erfinv", x, result=UNARY["erfinv"](x))
for x in both(0.01, 0.5, 1.0, 2.3, 11.5, 200.0, -0.5, -1.25, -30.3):
    for n in (0, 1, 2, 3, 6):
        line("polygamma", x, n, result=exact(lambda v, n=n: mpmath.psi(n, v), lambda t, n=n: torch.polygamma(n, t))(x))
for x in both(1.0, 1.0001, 1.5, 1e10, 1e300 if x.dtype == torch.float64 else 1e30):
    line("acosh", x, result=exact(mpmath.acosh, torch.acosh)(x))
    line("asinh", x, result=exact(mpmath.asinh, torch.asinh)(x))
for x in both(*SPECIAL):
    for n in (0.1, -0.5, 0.0, 1.0):
        line("leakyRelu", x, n, result=F.leaky_relu(x, n))
    for n in (0.3, 1.0, 2.0):
        line("elu", x, n, result=F.elu(x, n))
        line("celu", x, n, result=F.celu(x, n))
    for n in (0.3, 0.0, 1.0):
        line("softshrink", x, n, result=F.softshrink(x, n))
        line("hardshrink", x, n, result=F.hardshrink(x, n))
    for lo, hi in ((-1.0, 1.0), (0.3, 0.5), (-INF, 0.0)):
        line("hardtanh", x, lo, hi, result=F.hardtanh(x, lo, hi))
        line("threshold", x, lo, hi, result=F.threshold(x, lo, hi))
    line("nanToNum", x, 1.0, 2.0, -3.5, result=x.nan_to_num(1.0, 2.0, -3.5))
    for n in (0.1, 0.3):
        line("logit", x, n, result=x.logit(n))
    for n in (0.3, 0.0, INF, NAN):
        line("clampMin", x, n, result=x.clamp_min(n))
        line("clampMax", x, n, result=x.clamp_max(n))
    for n in (2.0, 0.0, 1.0, 0.5, -2.0, INF):
        line("rpow", x, n, result=torch.pow(n, x))
    for n in (0.3, -0.7, 2.0, 0.0, INF, -INF, NAN):
        line("fmod", x, n, result=x.fmod(n))
        line("remainder", x, n, result=x.remainder(n))
        line("floorDivide", x, n, result=torch.floor_divide(x, n))
        line("copysign", x, n, result=x.copysign(n))
        line("xlogy", x, n, result=x.xlogy(n))
        line("maximum", x, n, result=x.maximum(torch.tensor(n, dtype=x.dtype)))
        line("minimum", x, n, result=x.minimum(torch.tensor(n, dtype=x.dtype)))

BINARY = dict(fmax=torch.fmax, fmin=torch.fmin, fmod=torch.fmod, remainder=torch.remainder, floorDivide=torch.floor_divide,
              copysign=torch.copysign, heaviside=torch.heaviside, logaddexp=torch.logaddexp, logaddexp2=torch.logaddexp2,
              xlogy=torch.xlogy, xlog1py=torch.special.xlog1py, isclose=torch.isclose)
ONE_TYPE = ("logaddexp", "logaddexp2", "heaviside", "isclose")  # in which torch wants one type
SOME = (-INF, -2.5, -1.0, -0.0, 0.0, 0.3, 1.0, 3.0, INF, NAN)
SHAPES = [((2, 3), (2, 3)), ((2, 3), (3,)), ((3,), (2, 3)), ((2, 1), (1, 3)), ((), (2, 3)), ((2, 3), ()),
          ((2, 3), (1,)), ((0, 3), (3,)), ((0, 3), (1,)), ((2, 1, 3), (4, 1)), ((1,), (1, 1))]
for name, f in BINARY.items():
    for (x, y) in zip(both(*[a for a in SOME for _ in SOME]), both(*[b for _ in SOME for b in SOME])):
        line(name, x, y, result=f(x, y))
    for sx, sy in SHAPES:
        for dx, dy in itertools.product([torch.float32, torch.float64], repeat=2):
            if dx == dy or name not in ONE_TYPE:
                x, y = rnd(*sx, dtype=dx), rnd(*sy, dtype=dy)
                line(name, x, y, result=f(x, y))
for x in both(-INF, -1.0, 0.0, 0.3, 3.0, INF, NAN):
    y = torch.tensor([0.0, -1.0, 2.0, 0.1, 0.5, 1.0, 1.0], dtype=x.dtype)
    z = torch.tensor([0.0, 0.5, 0.25, 0.75, 1.0, INF, 0.5], dtype=x.dtype)
    for n in (0.0, 0.1, 0.5, 0.9, 1.0, 2.0, -1.0):
        line("lerp", x, y, n, result=torch.lerp(x, y, n))
        line("addcmul", x, y, z, n, result=torch.addcmul(x, y, z, value=n))
        line("addcdiv", x, y, z, n, result=torch.addcdiv(x, y, z, value=n))
    line("lerp", x, y, z, result=torch.lerp(x, y, z))
    line("addcmul", x, y, z, result=torch.addcmul(x, y, z))
    line("addcdiv", x, y, z, result=torch.addcdiv(x, y, z))
    line("clamp", x, y, z, result=torch.clamp(x, y, z))
    line("clamp", x, z, y, result=torch.clamp(x, z, y))
    line("allclose", x, y, result=torch.allclose(x, y))
    line("allclose", x, x, result=torch.allclose(x, x))
    line("allclose", x, x + 1e-6, 1e-5, 1e-5, True, result=torch.allclose(x, x + 1e-6, 1e-5, 1e-5, True))
    line("isclose", x, x, 1e-5, 1e-8, True, result=torch.isclose(x, x, 1e-5, 1e-8, True))
    line("where", "static", z > 0.4, x, 0.3, result=torch.where(z > 0.4, x, torch.tensor(0.3, dtype=x.dtype)))
    line("where", "static", z > 0.4, 0.3, x, result=torch.where(z > 0.4, torch.tensor(0.3, dtype=x.dtype), x))
x, y = rnd(300), rnd(300)
line("fmod", x, y, result=torch.fmod(x, y))  # more than a block
line("fmod", x, 0.7, result=torch.fmod(x, 0.7))
x, y, z = rnd(2, 1, 3), rnd(4, 1), rnd(3)
line("lerp", x, y, z, result=torch.lerp(x, y, z))
line("lerp", x, y, 0.3, result=torch.lerp(x, y, 0.3))
line("addcmul", x, y, z, result=torch.addcmul(x, y, z))
line("addcdiv", x, y, z, result=torch.addcdiv(x, y, z))
line("clamp", x, y, z, result=torch.clamp(x, y, z))

for a, b, c in ((0.0, 1.0, 0.1), (1.0, 2.0, 0.25), (3.0, -1.0, -0.5), (0.0, 0.0, 1.0), (-1.5, 2.0, 1.0)):
    line("arange", "static", a, b, c, result=torch.arange(a, b, c))
    if c > 0:
        line("arange", "static", a, b, result=torch.arange(a, b))
    line("logspace", "static", a, b, 5, result=torch.logspace(a, b, 5, dtype=torch.float64).float())
for n, m in ((2, 3), (3, 2), (0, 2), (1, 1)):
    line("eye", "static", n, m, result=torch.eye(n, m))
line("full", "static", 2.5, (2, 3), result=torch.full((2, 3), 2.5))
# Left out is where PyTorch isn't right: at the poles for n = 1, which it makes finite, and at infinity for n > 1.
for n in (0, 1, 2, 3):
    for x in both(*(() if n == 1 else (-2.0, -1.0)), -0.0, 0.0, *((INF,) if n < 2 else ()), NAN):
        line("polygamma", x, n, result=torch.polygamma(n, x))
