"""Writes torch-gradients.txt: PyTorch's gradients at the edges of functions, for TorchGradientsTest.

Run by hand when a case is added:  python3 torch_gradients.py > torch-gradients.txt
"""
import itertools
import math
import torch

INF, NAN = math.inf, math.nan
F = torch.nn.functional


def text(v):
    return "NaN" if v != v else "Infinity" if v == INF else "-Infinity" if v == -INF else repr(v)


def show(t):
    return "[" + ", ".join(text(v) for v in t.tolist()) + "]" + ("f" if t.dtype == torch.float32 else "")


def line(expression, f, *columns, dtypes=(torch.float32, torch.float64)):
    for dtype in dtypes:
        xs = [torch.tensor(c, dtype=dtype, requires_grad=True) for c in columns]
        bars = torch.autograd.grad(f(*xs).sum(), xs, allow_unused=True)
        bars = [torch.zeros_like(x) if b is None else b for x, b in zip(xs, bars)]
        print(expression, ", ".join(show(x.detach()) for x in xs), ", ".join(map(show, bars)), sep="|")


SPECIAL = (-INF, -3.5, -3.0, -1.0, -0.5, -0.0, 0.0, 0.5, 1.0, 3.0, 6.0, 7.5, INF, NAN)
UNARY = {
    "x.abs()": torch.abs, "x.relu()": torch.relu, "x.sqrt()": torch.sqrt, "x.log()": torch.log, "x.exp()": torch.exp,
    "x.reciprocal()": torch.reciprocal, "x.square()": torch.square, "x.tanh()": torch.tanh, "x.sigmoid()": torch.sigmoid,
    "x.clamp(-1, 0.5)": lambda x: x.clamp(-1, 0.5), "x.clampMin(0.5)": lambda x: x.clamp_min(0.5),
    "x.clampMax(0.5)": lambda x: x.clamp_max(0.5), "x.frac()": torch.frac,
    "x.erf()": torch.erf, "x.erfc()": torch.erfc, "x.logit()": torch.logit, "x.logit(0.25)": lambda x: x.logit(0.25),
    "x.exp2()": torch.exp2, "x.acosh()": torch.acosh, "x.atanh()": torch.atanh, "x.nanToNum()": torch.nan_to_num,
    "x.leakyRelu(0.25)": lambda x: F.leaky_relu(x, 0.25), "x.elu(0.25)": lambda x: F.elu(x, 0.25), "x.selu()": F.selu,
    "x.celu(0.25)": lambda x: F.celu(x, 0.25), "x.relu6()": F.relu6, "x.hardtanh(-1, 0.5)": lambda x: F.hardtanh(x, -1, 0.5),
    "x.hardswish()": F.hardswish, "x.softshrink(0.5)": lambda x: F.softshrink(x, 0.5),
    "x.hardshrink(0.5)": lambda x: F.hardshrink(x, 0.5), "x.threshold(0.5, 2)": lambda x: F.threshold(x, 0.5, 2),
    "x.logSigmoid()": F.logsigmoid, "x.gelu()": F.gelu, "x.silu()": F.silu, "x.mish()": F.mish,
    "x.pow(0)": lambda x: x.pow(0), "x.pow(2)": lambda x: x.pow(2), "x.pow(0.5)": lambda x: x.pow(0.5),
    "x.rpow(0)": lambda x: torch.pow(0, x), "x.rpow(2)": lambda x: torch.pow(2, x), "x.xlogy(0)": lambda x: x.xlogy(0),
    "x.xlogy(2)": lambda x: x.xlogy(2), "x.fmod(2)": lambda x: x.fmod(2), "x.remainder(-2)": lambda x: x.remainder(-2),
    "x.copysign(-1)": lambda x: x.copysign(-1)}
for expression, f in UNARY.items():
    line(expression, f, SPECIAL)
# in float64 PyTorch has a sixth, and the derivative of digamma, to some eight digits only
line("x.hardsigmoid()", F.hardsigmoid, SPECIAL, dtypes=[torch.float32])
line("x.digamma()", torch.digamma, (1.0, 2.5, 20.0), dtypes=[torch.float32])
line("x.sinc()", torch.sinc, (-1.0, -0.5, -0.0, 0.0, 0.25, 3.0))
SOME = (-INF, -1.0, -0.0, 0.0, 0.5, 1.0, INF)
PAIRS = {
    "x.maximum(y)": torch.maximum, "x.minimum(y)": torch.minimum, "x.fmax(y)": torch.fmax, "x.fmin(y)": torch.fmin,
    "x.copysign(y)": torch.copysign, "x.logaddexp(y)": torch.logaddexp, "x.logaddexp2(y)": torch.logaddexp2,
    "x.xlogy(y)": torch.xlogy, "x.xlog1py(y)": torch.special.xlog1py, "x.fmod(y)": torch.fmod,
    "x.remainder(y)": torch.remainder, "x.pow(y)": torch.pow}
for expression, f in PAIRS.items():
    line(expression, f, [a for a in SOME for _ in SOME] + [NAN, 1.0, NAN], [b for _ in SOME for b in SOME] + [1.0, NAN, NAN])
TRIPLES = list(itertools.product((-1.0, 0.0, 0.5), repeat=3))
line("x.clamp(y, z)", torch.clamp, *([t[i] for t in TRIPLES] for i in range(3)))
line("x.lerp(y, z)", torch.lerp, *([t[i] for t in TRIPLES] for i in range(3)))
line("x.addcmul(y, z)", torch.addcmul, *([t[i] for t in TRIPLES] for i in range(3)))
