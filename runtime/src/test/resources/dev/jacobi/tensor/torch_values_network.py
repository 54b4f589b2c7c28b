"""Writes torch-values-network.txt, softmax and losses:  python3 torch_values_network.py > torch-values-network.txt"""
import torch
from torch_lines import INF, NAN, both, line, rnd

F = torch.nn.functional
DTYPES = (torch.float32, torch.float64)
REDUCTIONS = ("mean", "sum", "none")

SOFTMAX = dict(softmax=torch.softmax, logSoftmax=torch.log_softmax, logsumexp=torch.logsumexp)
ROWS = [(1.0, 2.0, 3.0), (1000.0, 999.0, -1000.0), (-INF, 0.0, 1.0), (-INF, -INF, -INF), (INF, 0.0, 1.0),
        (INF, INF, 0.0), (INF, -INF, 0.0), (NAN, 0.0, 1.0), (88.0, 89.0, 90.0), (-0.0, 0.0, 0.0)]
for name, f in SOFTMAX.items():
    for x in both(*ROWS):
        for dim in (0, 1, -1):
            line(name, x, dim, result=f(x, dim))
    for shape in ((5,), (2, 3, 4), (1, 1), (0, 3), (3, 0), (2, 0, 3)):
        for dtype in DTYPES:
            x = rnd(*shape, dtype=dtype)
            for dim in range(-len(shape), len(shape)):
                line(name, x, dim, result=f(x, dim))
                if name == "logsumexp":
                    line(name, x, dim, True, result=f(x, dim, keepdim=True))
for x in both(*ROWS[0]) + both(*ROWS[1]) + both(-INF, -INF) + both(INF, 1.0) + both():
    line("logsumexp", x, result=torch.logsumexp(x, 0))
x = rnd(2, 3)
line("logsumexp", x, result=torch.logsumexp(x, (0, 1)))
line("logsumexp", torch.tensor(2.0), result=torch.tensor(2.0))

for name, f in dict(nllLoss=F.nll_loss, crossEntropy=F.cross_entropy).items():
    for shape in ((4, 3), (2, 3, 2), (2, 3, 2, 2), (0, 3), (1, 1)):
        for dtype in DTYPES:
            x = rnd(*shape, dtype=dtype)
            target = torch.randint(shape[1], (shape[0], *shape[2:]))
            line(name, x, target, result=f(x, target))
            for reduction in REDUCTIONS:
                line(name, x, target, reduction, result=f(x, target, reduction=reduction))
    for reduction in REDUCTIONS:
        x = rnd(3)
        line(name, x, torch.tensor(1), reduction, result=f(x, torch.tensor(1), reduction=reduction))
x = torch.tensor([[1000.0, -1000.0, 0.0], [-INF, 1.0, 2.0], [INF, 0.0, 0.0], [NAN, 0.0, 0.0]])
for targets in ((0, 1, 1, 1), (1, 0, 0, 0)):
    line("crossEntropy", x, torch.tensor(targets), "none", result=F.cross_entropy(x, torch.tensor(targets), reduction="none"))
for shape in ((4, 3), (2, 3, 2), (3,), (0, 3)):
    for dtype in DTYPES:
        x, y = rnd(*shape, dtype=dtype), torch.softmax(rnd(*shape, dtype=dtype), -1)
        for reduction in REDUCTIONS:
            line("crossEntropy", x, y, reduction, result=F.cross_entropy(x, y, reduction=reduction))

PAIRS = dict(mseLoss=F.mse_loss, l1Loss=F.l1_loss, binaryCrossEntropyWithLogits=F.binary_cross_entropy_with_logits)
SOME = (-100.0, -2.0, -0.0, 0.0, 0.5, 3.0, 100.0)
EDGES = SOME + (-INF, INF, NAN)
for name, f in PAIRS.items():
    values = SOME if name.startswith("binary") else EDGES  # PyTorch has NaN for some infinite logits
    for x, y in zip(both(*[a for a in values for _ in values]), both(*[b for _ in values for b in values])):
        line(name, x, y, "none", result=f(x, y, reduction="none"))
    for shape in ((5,), (2, 3), (), (0,), (0, 2)):
        for dtype in DTYPES:
            x, y = rnd(*shape, dtype=dtype), rnd(*shape, dtype=dtype)
            line(name, x, y, result=f(x, y))
            for reduction in REDUCTIONS:
                line(name, x, y, reduction, result=f(x, y, reduction=reduction))
for number in (0.0, 0.5, 2.0):
    for x, y in zip(both(*[a for a in EDGES for _ in EDGES]), both(*[b for _ in EDGES for b in EDGES])):
        line("smoothL1Loss", x, y, number, "none", result=F.smooth_l1_loss(x, y, beta=number, reduction="none"))
        if number:
            line("huberLoss", x, y, number, "none", result=F.huber_loss(x, y, delta=number, reduction="none"))
for dtype in DTYPES:
    x, y = rnd(2, 3, dtype=dtype), rnd(2, 3, dtype=dtype)
    for reduction in REDUCTIONS:
        line("smoothL1Loss", x, y, 1.0, reduction, result=F.smooth_l1_loss(x, y, reduction=reduction))
        line("huberLoss", x, y, 1.0, reduction, result=F.huber_loss(x, y, reduction=reduction))
PROBABILITIES = (0.0, 1e-30, 0.3, 0.5, 0.9, 1.0)
for x, y in zip(both(*[a for a in PROBABILITIES for _ in PROBABILITIES]), both(*[b for _ in PROBABILITIES for b in PROBABILITIES])):
    for reduction in REDUCTIONS:
        line("binaryCrossEntropy", x, y, reduction, result=F.binary_cross_entropy(x, y, reduction=reduction))
        line("klDiv", x.log().clamp(min=-50), y, reduction, result=F.kl_div(x.log().clamp(min=-50), y, reduction=reduction))

for dtype in DTYPES:
    for x, y in (((4, 3), (4, 3)), ((2, 4, 3), (2, 4, 3)), ((3,), (3,)), ((0, 3), (0, 3)), ((3, 0), (3, 0))):
        x, y = rnd(*x, dtype=dtype), rnd(*y, dtype=dtype)
        for dim in range(-x.dim(), x.dim()):
            line("cosineSimilarity", x, y, dim, result=F.cosine_similarity(x, y, dim))
    for x, y in (((4, 3), (2, 3)), ((2, 4, 3), (5, 3)), ((2, 1, 4, 3), (3, 2, 3)), ((0, 3), (2, 3)), ((2, 0), (3, 0))):
        x, y = rnd(*x, dtype=dtype), rnd(*y, dtype=dtype)
        line("cdist", x, y, result=torch.cdist(x, y, compute_mode="donot_use_mm_for_euclid_dist"))
x = torch.tensor([[0.0, 0.0], [1.0, 0.0], [NAN, 1.0], [1e-20, 0.0]])
line("cosineSimilarity", x, torch.ones(4, 2), 1, result=F.cosine_similarity(x, torch.ones(4, 2), 1))
line("cdist", x, x, result=torch.cdist(x, x, compute_mode="donot_use_mm_for_euclid_dist"))
