"""How the lines of the torch-values files are written: what PyTorch gives, one call a line, for TorchValuesTest.

A line is  method|argument|...|result , the first argument being the receiver ("static" if there is none).
Arguments: f[2,3]:... and d[2,3]:... are tensors of float32 and float64, m[...] masks, l[...] indices, n a number, i an int,
is ints, b a boolean, r a reduction, c how a convolution goes, s another string, t: tensors with ; between them. The result may
be any of these but ints, reductions, convolutions and strings.
"""
from collections import namedtuple
import torch

INF, NAN = float("inf"), float("nan")
torch.manual_seed(1)
Convolution = namedtuple("Convolution", "stride padding dilation groups")


class Text(str):
    """A string that is no reduction."""


def show(v):
    if isinstance(v, torch.Tensor):
        kind = {torch.float32: "f", torch.float64: "d", torch.bool: "m", torch.int64: "l"}[v.dtype]
        items = ",".join(str(int(e)) if kind in "ml" else repr(float(e)) for e in v.flatten().tolist())
        return f"{kind}[{','.join(map(str, v.shape))}]:{items}"
    if isinstance(v, Text):
        return f"s:{v}"
    if isinstance(v, str):
        return f"r:{v.upper()}"
    if isinstance(v, Convolution):
        return "c:" + ",".join(map(str, v))
    if isinstance(v, bool):
        return f"b:{str(v).lower()}"
    if isinstance(v, int):
        return f"i:{v}"
    if isinstance(v, float):
        return f"n:{v!r}"
    if isinstance(v, tuple) and v and isinstance(v[0], torch.Tensor):
        return "t:" + ";".join(map(show, v))
    return "is:" + ",".join(map(str, v))


def line(name, *args, result):
    print("|".join([name, *(a if a == "static" else show(a) for a in args), show(result)]))


def both(*values):
    return [torch.tensor(values, dtype=torch.float32), torch.tensor(values, dtype=torch.float64)]


def rnd(*shape, dtype=torch.float32):
    return (torch.randn(shape) * 2).to(dtype)
