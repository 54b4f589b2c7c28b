"""Writes torch-values-convolution.txt:  python3 torch_values_convolution.py > torch-values-convolution.txt"""
import torch
from torch_lines import INF, NAN, Convolution, line, rnd

F = torch.nn.functional
DTYPES = (torch.float32, torch.float64)
HOWS = [Convolution(*how) for how in ((1, 0, 1, 1), (2, 1, 1, 1), (1, 2, 2, 1), (3, 1, 1, 2), (2, 3, 2, 2))]
for dtype in DTYPES:
    for how in HOWS:
        options = dict(stride=how.stride, padding=how.padding, dilation=how.dilation, groups=how.groups)
        for batch in ((2,), (0,)) if how is HOWS[0] else ((), (2,)) if dtype == torch.float64 else ((),):
            x, w, b = rnd(*batch, 4, 7, dtype=dtype), rnd(6, 4 // how.groups, 3, dtype=dtype), rnd(6, dtype=dtype)
            line("conv1d", x, w, how, result=F.conv1d(x, w, **options))
            line("conv1d", x, w, b, how, result=F.conv1d(x, w, b, **options))
            x, w = rnd(*batch, 4, 5, 4, dtype=dtype), rnd(6, 4 // how.groups, 3, 2, dtype=dtype)
            line("conv2d", x, w, how, result=F.conv2d(x, w, **options))
            line("conv2d", x, w, b, how, result=F.conv2d(x, w, b, **options))
            for more in {0, how.stride - 1}:
                x, w = rnd(*batch, 4, 5, dtype=dtype), rnd(4, 3, 4, dtype=dtype)
                line("convTranspose1d", x, w, how, more, result=F.conv_transpose1d(x, w, output_padding=more, **options))
                x, w = rnd(*batch, 4, 3, 4, dtype=dtype), rnd(4, 2, 4, 3, dtype=dtype)
                line("convTranspose2d", x, w, how, more, result=F.conv_transpose2d(x, w, output_padding=more, **options))
    x, w = rnd(1, 2, 3, 3, dtype=dtype), rnd(1, 2, 3, 3, dtype=dtype)
    line("conv2d", x, w, result=F.conv2d(x, w))
    line("convTranspose2d", x, rnd(2, 1, 1, 1, dtype=dtype) * 0 + 2, result=F.conv_transpose2d(x, torch.full((2, 1, 1, 1), 2.0, dtype=dtype)))
    x, w = rnd(2, 5, dtype=dtype), rnd(3, 2, 5, dtype=dtype)
    line("conv1d", x, w, result=F.conv1d(x, w))
    x = rnd(2, 3, 9, dtype=dtype)
    for size in ((2, 2, 0), (3, 1, 1), (3, 2, 0), (5, 3, 2), (1, 1, 0)):
        for image in (x[:1, :2], x[0]):
            line("maxPool1d", image, *size, result=F.max_pool1d(image, *size))
            line("avgPool1d", image, *size, result=F.avg_pool1d(image, *size))
        for shape in ((1, 2, 5, 6), (1, 5, 6)):
            image = rnd(*shape, dtype=dtype)
            line("maxPool2d", image, *size, result=F.max_pool2d(image, *size))
            line("avgPool2d", image, *size, result=F.avg_pool2d(image, *size))
    line("maxPool1d", x, 4, result=F.max_pool1d(x, 4))
    line("avgPool1d", x, 4, result=F.avg_pool1d(x, 4))
    image = rnd(1, 1, 4, 4, dtype=dtype)
    line("maxPool2d", image, 3, result=F.max_pool2d(image, 3))
    line("avgPool2d", image, 2, result=F.avg_pool2d(image, 2))
    for shape, last in (((2, 5), (5,)), ((2, 3, 4), (3, 4)), ((2, 3, 4), (4,)), ((3,), (3,)), ((0, 3), (3,))):
        x, w, b = rnd(*shape, dtype=dtype), rnd(*last, dtype=dtype), rnd(*last, dtype=dtype)
        for eps in (1e-5, 0.5):
            line("layerNorm", x, last, eps, result=F.layer_norm(x, last, eps=eps))
            line("layerNorm", x, w, b, eps, result=F.layer_norm(x, last, w, b, eps))
x = torch.tensor([[1.0, NAN, 2.0, INF, 0.0, -INF, -INF, -INF, 3.0]])
for size in ((2, 2, 0), (3, 1, 1), (2, 1, 1)):
    line("maxPool1d", x, *size, result=F.max_pool1d(x, *size))
    line("avgPool1d", x, *size, result=F.avg_pool1d(x, *size))
