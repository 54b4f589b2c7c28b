"""Writes torch-values-layers.txt, normalization and layers:  python3 torch_values_layers.py > torch-values-layers.txt"""
import math
import torch
from torch_lines import INF, NAN, line, rnd

F = torch.nn.functional
DTYPES = (torch.float32, torch.float64)
for dtype in DTYPES:
    for shape in ((4, 3), (2, 3, 5), (2, 4, 3, 2), (1, 2, 2), (3, 1)):
        x = rnd(*shape, dtype=dtype)
        w, b, m, v = (rnd(shape[1], dtype=dtype) for _ in range(4))
        v = v.abs()
        for eps in (1e-5, 0.5):
            line("batchNorm", x, eps, result=F.batch_norm(x, None, None, training=True, eps=eps))
            line("batchNorm", x, w, b, eps, result=F.batch_norm(x, None, None, w, b, training=True, eps=eps))
            line("batchNorm", x, m, v, w, b, eps, result=F.batch_norm(x, m, v, w, b, eps=eps))
            if len(shape) > 2:
                line("instanceNorm", x, eps, result=F.instance_norm(x, eps=eps))
                line("instanceNorm", x, w, b, eps, result=F.instance_norm(x, weight=w, bias=b, eps=eps))
            for groups in {1, shape[1]} if shape != (3, 1) else ():  # PyTorch refuses single elements, which become 0
                if x.numel() > groups * shape[0]:
                    line("groupNorm", x, groups, eps, result=F.group_norm(x, groups, eps=eps))
                    line("groupNorm", x, groups, w, b, eps, result=F.group_norm(x, groups, w, b, eps))
    x = rnd(2, 4, 3, dtype=dtype)
    line("groupNorm", x, 2, 1e-5, result=F.group_norm(x, 2))
    for shape, last in (((2, 5), (5,)), ((2, 3, 4), (3, 4)), ((0, 3), (3,))):  # rms_norm is newer than this PyTorch
        x, w = rnd(*shape, dtype=dtype), rnd(*last, dtype=dtype)
        dims = tuple(range(-len(last), 0))
        r = x * torch.rsqrt(x.square().mean(dims, keepdim=True) + 0.25)
        line("rmsNorm", x, last, 0.25, result=r)
        line("rmsNorm", x, w, 0.25, result=r * w)
    for shape in ((3,), (2, 3), (2, 3, 2), (0, 3)):
        x = rnd(*shape, dtype=dtype)
        for dim in range(-len(shape), len(shape)):
            line("normalize", x, dim, result=F.normalize(x, dim=dim))
            for p in (1.0, 3.0):
                line("normalize", x, p, dim, 0.5, result=F.normalize(x, p, dim, 0.5))
    x = torch.tensor([[0.0, 0.0], [1e-20, 0.0], [NAN, 1.0], [INF, 1.0]], dtype=dtype)
    line("normalize", x, 1, result=F.normalize(x, dim=1))
    w, b = rnd(4, 3, dtype=dtype), rnd(4, dtype=dtype)
    for shape in ((3,), (2, 3), (2, 5, 3), (0, 3)):
        x = rnd(*shape, dtype=dtype)
        line("linear", x, w, result=F.linear(x, w))
        line("linear", x, w, b, result=F.linear(x, w, b))
    for shape in ((4,), (2, 6), (2, 4, 2)):
        x = rnd(*shape, dtype=dtype)
        for dim in range(-len(shape), len(shape)):
            line("glu", x, dim, result=F.glu(x, dim))
    for q, k, v in (((4, 3), (5, 3), (5, 2)), ((2, 4, 3), (2, 4, 3), (2, 4, 3)), ((2, 1, 3, 2), (3, 4, 2), (4, 1))):
        q, k, v = (rnd(*s, dtype=dtype) for s in (q, k, v))
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # scaled_dot_product_attention is newer
        line("scaledDotProductAttention", q, k, v, result=torch.softmax(scores, -1) @ v)
        seen = torch.ones(scores.shape[-2:], dtype=torch.bool).tril()
        causal = torch.softmax(scores.masked_fill(~seen, -INF), -1) @ v
        line("scaledDotProductAttention", q, k, v, True, result=causal)
        line("scaledDotProductAttention", q, k, v, seen, result=causal)
        line("scaledDotProductAttention", q, k, v, False, result=torch.softmax(scores, -1) @ v)
    q = rnd(2, 2, dtype=dtype)
    none = torch.tensor([[True, False], [False, False]])
    scores = (q @ q.T / math.sqrt(2)).masked_fill(~none, -INF)
    line("scaledDotProductAttention", q, q, q, none, result=torch.softmax(scores, -1) @ q)
