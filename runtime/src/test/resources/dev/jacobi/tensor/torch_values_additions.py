"""Writes torch-values-additions.txt:  python3 torch_values_additions.py > torch-values-additions.txt"""
import torch
from torch_lines import INF, NAN, Convolution, line, rnd

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
