"""Writes torch-values-losses.txt, losses made of others:  python3 torch_values_losses.py > torch-values-losses.txt"""
import torch
from torch_lines import INF, NAN, line, rnd

F = torch.nn.functional
DTYPES = (torch.float32, torch.float64)
REDUCTIONS = ("mean", "sum", "none")
for dtype in DTYPES:
    for name, f in dict(nllLoss=F.nll_loss, crossEntropy=F.cross_entropy).items():
        for shape in ((4, 3), (2, 3, 2), (2, 3, 2, 2)):
            x, w = torch.log_softmax(rnd(*shape, dtype=dtype), 1), torch.rand(3, dtype=dtype)
            targets = torch.randint(3, (shape[0], *shape[2:]))
            for ignored in (-100, 1):
                for target in (targets, torch.where(targets == 2, torch.tensor(ignored), targets)):
                    for reduction in REDUCTIONS:
                        line(name, x, target, ignored, reduction, result=f(x, target, ignore_index=ignored, reduction=reduction))
                        line(name, x, target, w, ignored, reduction,
                             result=f(x, target, w, ignore_index=ignored, reduction=reduction))
            if name == "crossEntropy":
                for reduction in REDUCTIONS:
                    line(name, x, targets, 0.1, reduction, result=f(x, targets, label_smoothing=0.1, reduction=reduction))
        none = torch.tensor([-100, -100])
        line(name, rnd(2, 3, dtype=dtype), none, -100, "mean", result=f(rnd(2, 3, dtype=dtype), none))
        edge = torch.tensor([[-INF, 0.0, 1.0], [0.0, -INF, 1.0]], dtype=dtype)
        for reduction in REDUCTIONS:
            target = torch.tensor([-100, 2])
            line(name, edge, target, -100, reduction, result=f(edge, target, reduction=reduction))
    for shape in ((5,), (2, 3), (0, 3)):
        x, y, w = rnd(*shape, dtype=dtype), torch.rand(shape, dtype=dtype), torch.rand(shape[-1], dtype=dtype)
        sign = torch.where(rnd(*shape, dtype=dtype) > 0, 1.0, -1.0).to(dtype)
        v = torch.rand(shape, dtype=dtype)
        if shape[0] > 0:
            p, n = rnd(*shape, dtype=dtype), rnd(*shape, dtype=dtype)
            line("pairwiseDistance", x, p, result=F.pairwise_distance(x, p))
            rows = torch.where(rnd(*shape[:-1], dtype=dtype) > 0, 1.0, -1.0).to(dtype)
        for reduction in REDUCTIONS:
            line("binaryCrossEntropyWithLogits", x, y, w, reduction,
                 result=F.binary_cross_entropy_with_logits(x, y, pos_weight=w, reduction=reduction))
            logs = torch.log_softmax(x, -1)
            line("klDiv", logs, y.log(), True, reduction, result=F.kl_div(logs, y.log(), log_target=True, reduction=reduction))
            line("klDiv", logs, y, False, reduction, result=F.kl_div(logs, y, reduction=reduction))
            line("marginRankingLoss", x, y, sign, 0.5, reduction, result=F.margin_ranking_loss(x, y, sign, 0.5, reduction=reduction))
            line("hingeEmbeddingLoss", x, sign, 1.0, reduction, result=F.hinge_embedding_loss(x, sign, 1.0, reduction=reduction))
            line("softMarginLoss", x, sign, reduction, result=F.soft_margin_loss(x, sign, reduction=reduction))
            line("poissonNllLoss", x, y, True, reduction, result=F.poisson_nll_loss(x, y, reduction=reduction))
            line("poissonNllLoss", x.abs(), y, False, reduction, result=F.poisson_nll_loss(x.abs(), y, log_input=False, reduction=reduction))
            line("gaussianNllLoss", x, y, v, reduction, result=F.gaussian_nll_loss(x, y, v, reduction=reduction))
            if shape[0] > 0:
                line("tripletMarginLoss", x, p, n, 1.0, reduction, result=F.triplet_margin_loss(x, p, n, reduction=reduction))
                line("cosineEmbeddingLoss", x, p, rows, 0.25, reduction, result=F.cosine_embedding_loss(x, p, rows, 0.25, reduction=reduction))
        line("softMarginLoss", x, sign, result=F.soft_margin_loss(x, sign))
        line("hingeEmbeddingLoss", x, sign * 0, 1.0, result=F.hinge_embedding_loss(x, sign * 0))
    x = torch.tensor([[0.0, 0.0], [1.0, NAN], [INF, 1.0]], dtype=dtype)
    line("pairwiseDistance", x, torch.zeros(2, dtype=dtype), result=F.pairwise_distance(x, torch.zeros(3, 2, dtype=dtype)))
