"""Writes torch-gradients-ties.txt: what PyTorch takes for the derivative at ties and zeros of reductions.

A line is an expression over the 2-d x, the elements of x, and the gradient of the expression's sum; for TorchGradientsTest.
Run by hand:  python3 torch_gradients_ties.py > torch-gradients-ties.txt
"""
import torch

INF, NAN = float("inf"), float("nan")
F = torch.nn.functional
TIES = [[1.0, 3.0, 3.0, 2.0], [3.0, 3.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0], [-2.0, 2.0, -2.0, 1.0]]
WEIGHTS = torch.arange(1.0, 17.0, dtype=torch.float64).reshape(4, 4)


def text(e):
    return "NaN" if e != e else "Infinity" if e == INF else "-Infinity" if e == -INF else repr(e)


def rows(x):
    return "[" + ", ".join("[" + ", ".join(text(e) for e in row) + "]" for row in x) + "]"


def line(expression, f, x=TIES):
    t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    gradient, = torch.autograd.grad(f(t).sum(), t, allow_unused=True)
    gradient = torch.zeros_like(t) if gradient is None else gradient  # PyTorch's way to say 0
    print("|".join([expression, rows(x), rows(gradient.tolist())]))


W = 'Tensor.linspace(1, 16, 16, DType.FLOAT64).reshape(4, 4)'
for p, order in ((0.0, "0"), (1.0, "1"), (2.0, "2"), (3.0, "3"), (1.5, "1.5"), (INF, "Double.POSITIVE_INFINITY"),
                (-INF, "Double.NEGATIVE_INFINITY")):
    line(f"x.norm({order}, 1)", lambda x: torch.linalg.vector_norm(x, p, dim=1))
    line(f"x.norm({order})", lambda x: torch.linalg.vector_norm(x, p), [[0.0, 0.0], [0.0, 0.0]])
line("x.norm()", lambda x: torch.linalg.vector_norm(x), [[0.0, 0.0], [0.0, 0.0]])
line("x.var(1)", lambda x: x.var(1))
line("x.std(1)", lambda x: x.std(1))
line("x.std(1)", lambda x: x.std(1), [[1.0], [2.0]])
line("x.var(1)", lambda x: x.var(1), [[2.0]])
line("x.prod(1)", lambda x: x.prod(1))
for dim in (0, 1):
    line(f"x.cumprod({dim}).mul({W})", lambda x: x.cumprod(dim) * WEIGHTS)
    line(f"x.cummax({dim}).mul({W})", lambda x: x.cummax(dim)[0] * WEIGHTS)
    line(f"x.cummin({dim}).mul({W})", lambda x: x.cummin(dim)[0] * WEIGHTS)
    line(f"x.sort({dim}).mul({W})", lambda x: x.sort(dim=dim, stable=True)[0] * WEIGHTS)
    line(f"x.sort({dim}, true).mul({W})", lambda x: x.sort(dim=dim, descending=True, stable=True)[0] * WEIGHTS)
    line(f"x.amax(new int[] {{{dim}}}, false)", lambda x: x.amax((dim,)))
line("x.median()", lambda x: x.median())
line("x.quantile(0.4, 1)", lambda x: x.quantile(0.4, 1), [[1.0, 3.0, 2.0], [-1.0, 0.0, 5.0]])
LOGITS = [[-INF, 0.0, 1.0], [1000.0, -1000.0, 999.0]]
line("x.softmax(1).square()", lambda x: x.softmax(1) ** 2, LOGITS)
line("x.logsumexp(1)", lambda x: x.logsumexp(1), LOGITS)
line("x.crossEntropy(Index.of(2, 0))", lambda x: F.cross_entropy(x, torch.tensor([2, 0])), LOGITS)
line("x.logcumsumexp(1)", lambda x: x.logcumsumexp(1), [[0.0, 1000.0, 3.0], [-1000.0, 2.0, -3.0]])
Y = torch.zeros(4, 4, dtype=torch.float64)
ZERO = "Tensor.zeros(DType.FLOAT64, 4, 4)"
line(f"x.l1Loss({ZERO})", lambda x: F.l1_loss(x, Y))
line(f"x.smoothL1Loss({ZERO}, 2)", lambda x: F.smooth_l1_loss(x, Y, beta=2))
line(f"x.smoothL1Loss(Tensor.zeros(DType.FLOAT64, 1, 3), 2)",
     lambda x: F.smooth_l1_loss(x, torch.zeros(1, 3, dtype=torch.float64), beta=2), [[NAN, 1.0, -4.0]])
line(f"x.huberLoss({ZERO}, 2)", lambda x: F.huber_loss(x, Y, delta=2))
line(f"x.binaryCrossEntropyWithLogits({ZERO}, Reduction.SUM)", lambda x: F.binary_cross_entropy_with_logits(x, Y, reduction="sum"))
P = [[0.0, 1.0], [0.5, 0.25]]
line("x.binaryCrossEntropy(Tensor.eye(DType.FLOAT64, 2), Reduction.SUM)",
     lambda x: F.binary_cross_entropy(x, torch.eye(2, dtype=torch.float64), reduction="sum"), P)
for k, s, p in ((2, 2, 0), (3, 1, 1), (2, 1, 1)):
    line(f"x.unsqueeze(0).maxPool2d({k}, {s}, {p})", lambda x: F.max_pool2d(x[None], k, s, p))
    line(f"x.maxPool1d({k}, {s}, {p})", lambda x: F.max_pool1d(x, k, s, p))
line("x.layerNorm(new int[] {4}, 1e-5).square()", lambda x: F.layer_norm(x, (4,)) ** 2)
NEAR = [[1.0, 2.0], [0.0, 0.0], [-1.0, 3.0]]
line("x.cdist(Tensor.of(new double[][] {{1, 2}, {0, 0}}))",
     lambda x: torch.cdist(x, torch.tensor(NEAR[:2], dtype=torch.float64)), NEAR)
line("x.cosineSimilarity(Tensor.ones(DType.FLOAT64, 3, 2), 1)",
     lambda x: F.cosine_similarity(x, torch.ones(3, 2, dtype=torch.float64), 1), NEAR)
line("x.pdist()", torch.pdist, [*NEAR, [1.0, 2.0]])
line("x.prelu(Tensor.of(0.25))", lambda x: F.prelu(x, torch.tensor([0.25], dtype=torch.float64)), [*TIES, [INF, -INF, NAN, -0.0]])
for k, s, p in ((1, 1, 0), (1, 2, 0)):
    line(f"x.reshape(1, 2, 2, 4).maxPool3d({k}, {s}, {p})", lambda x: F.max_pool3d(x.reshape(1, 2, 2, 4), k, s, p))
line("x.reshape(1, 2, 2, 4).maxPool3d(2, 1, 1)", lambda x: F.max_pool3d(x.reshape(1, 2, 2, 4), 2, 1, 1))
for p, order in ((1.0, "1"), (2.0, "2"), (3.0, "3")):
    line(f"x.renorm({order}, 0, 3).square()", lambda x: torch.renorm(x, p, 0, 3.0) ** 2)
line("x.unsqueeze(0).unfold(2, 3, new Convolution(1, 1, 1, 1)).square()",
     lambda x: F.unfold(x.reshape(1, 1, 4, 4), (2, 3), padding=1) ** 2)
line("x.fold(2, 2, 2, 2, new Convolution(1, 1, 2, 1)).square()",
     lambda x: F.fold(x, (2, 2), (2, 2), dilation=2, padding=1) ** 2)
REGULAR = [[0.0, 5.0, 1.0], [6.0, 0.5, 1.0], [2.0, 1.0, 7.0]]
LU_WEIGHTS = "Tensor.linspace(1, 9, 9, DType.FLOAT64).reshape(3, 3)"
lu_weights = torch.arange(1.0, 10.0, dtype=torch.float64).reshape(3, 3)
line(f"x.luFactor().mul({LU_WEIGHTS})", lambda x: torch.linalg.lu_factor(x)[0] * lu_weights, REGULAR)
for i in (1, 2):
    line(f"x.lu()[{i}].mul({LU_WEIGHTS})", lambda x: torch.linalg.lu(x)[i] * lu_weights, REGULAR)
line(f"x.luFactor().luSolve(x.luPivots(), {LU_WEIGHTS}).square()",
     lambda x: torch.linalg.lu_solve(*torch.linalg.lu_factor(x), lu_weights) ** 2, REGULAR)
line("x.multilabelSoftMarginLoss(Tensor.eye(DType.FLOAT64, 4))",
     lambda x: F.multilabel_soft_margin_loss(x, torch.eye(4, dtype=torch.float64)))
exact = dict(compute_mode="donot_use_mm_for_euclid_dist")
line(f"x.cdist(x.mul(2)).mul({W})", lambda x: torch.cdist(x, x * 2, **exact) * WEIGHTS)
line("x.unsqueeze(0).cdist(x.flip(0).reshape(2, 2, 4)).sin()",
     lambda x: torch.sin(torch.cdist(x.unsqueeze(0), x.flip(0).reshape(2, 2, 4), **exact)))
line("x.pdist().square()", lambda x: torch.pdist(x) ** 2)
ONES = "Tensor.ones(DType.FLOAT64, 4, 2, 3)"
line(f"x.convTranspose1d({ONES}, new Convolution(1, 2, 3, 2), 2).square()",
     lambda x: F.conv_transpose1d(x, torch.ones(4, 2, 3, dtype=torch.float64), padding=2, dilation=3, groups=2, output_padding=2) ** 2)
KERNEL = "Tensor.ones(DType.FLOAT64, 1, 1, 2, 2)"
line(f"x.unsqueeze(0).convTranspose2d({KERNEL}, new Convolution(2, 1, 4, 1), 3).square()",
     lambda x: F.conv_transpose2d(x[None], torch.ones(1, 1, 2, 2, dtype=torch.float64), stride=2, padding=1, dilation=4, output_padding=3) ** 2)
line("Tensor.ones(DType.FLOAT64, 4, 2).convTranspose1d(x.unsqueeze(1), new Convolution(1, 2, 3, 1), 2).square()",
     lambda x: F.conv_transpose1d(torch.ones(4, 2, dtype=torch.float64), x[:, None], padding=2, dilation=3, output_padding=2) ** 2)
for p in (1, 2):
    line(f"x.multiMarginLoss(Index.of(0, 1, 2, 3), {p}, 1, Reduction.SUM)",
         lambda x: F.multi_margin_loss(x, torch.arange(4), p, reduction="sum"))
    line(f"x.multiMarginLoss(Index.of(0, 1, 2, 3), {p}, 0, Reduction.SUM)",
         lambda x: F.multi_margin_loss(x, torch.arange(4), p, 0, reduction="sum"))
line("x.unsqueeze(0).localResponseNorm(2).mul(Tensor.linspace(1, 16, 16, DType.FLOAT64).reshape(4, 4))",
     lambda x: F.local_response_norm(x[None], 2) * WEIGHTS)
line("x.unsqueeze(0).localResponseNorm(3, 0.5, 1.5, 2).square()", lambda x: F.local_response_norm(x[None], 3, 0.5, 1.5, 2) ** 2)
line("Tensor.blockDiag(x, x.select(0, 0)).square()", lambda x: torch.block_diag(x, x[0]) ** 2)
NEAR_ZERO = [[-1.0, -0.0, 0.0, 0.5], [-6.0, 3.0, 8.0, 12.0]]
for name, f in dict(i0=torch.special.i0, i1=torch.special.i1, i0e=torch.special.i0e, i1e=torch.special.i1e, ndtr=torch.special.ndtr,
                    logNdtr=torch.special.log_ndtr).items():
    line(f"x.{name}()", f, NEAR_ZERO)
line("x.erfcx()", torch.special.erfcx, [[-2.0, -0.0, 0.0, 0.5], [1.0, 3.0, 4.5, 6.0]])
TALL = [[0.0, 9.0], [9.0, 3.0], [2.0, 1.0]]
WIDE = [[1.0, 9.0, 2.0], [8.0, 0.0, 3.0]]
for matrix in (TALL, WIDE):
    for i in (1, 2):
        line(f"x.lu()[{i}].sin()", lambda x: torch.linalg.lu(x)[i].sin(), matrix)
    line("x.lu()[1].sum().mul(x.lu()[2].square())", lambda x: torch.linalg.lu(x)[1].sum() * torch.linalg.lu(x)[2] ** 2, matrix)
LU = [[6.0, 0.5, 1.0], [0.5, 5.0, 2.0], [0.25, 1.0, 7.0]]
SIDES = "Tensor.linspace(1, 12, 12, DType.FLOAT64).reshape(2, 3, 2)"
line(f"x.luSolve(Index.of(2, 3, 3), {SIDES}).square()",
     lambda x: torch.linalg.lu_solve(x, torch.tensor([2, 3, 3], dtype=torch.int32), torch.arange(1.0, 13.0, dtype=torch.float64).reshape(2, 3, 2)) ** 2, LU)
ZERO_COLUMN = [[1.0, 0.0], [0.0, 0.0], [0.0, 0.0]]
ZERO_ROW = [[1.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
REGULAR_TALL = [[3.0, 1.0], [2.0, 0.0], [1.0, 4.0]]
svd = lambda x: torch.linalg.svd(x, full_matrices=False)
for matrix in (ZERO_COLUMN, ZERO_ROW, REGULAR_TALL):
    line("x.svd()[0].mul(x.svd()[1].square()).matmul(x.svd()[2])", lambda x: (svd(x)[0] * svd(x)[1] ** 2) @ svd(x)[2], matrix)
    line("x.svd()[0].square().sum(-1).square()", lambda x: (svd(x)[0] ** 2).sum(-1) ** 2, matrix)
    line("x.svd()[2].square().sum(0).square()", lambda x: (svd(x)[2] ** 2).sum(0) ** 2, matrix)
SCORES = [[1.0, -INF, 2.0], [-INF, 0.5, -INF], [INF, 0.5, 1.0], [NAN, 1.0, 2.0]]
for shares in ([0.5, 0.0, 0.5], [0.0, 1.0, 0.0], [0.25, 0.5, 0.25]):
    line(f"x.crossEntropy(Tensor.of({', '.join(map(str, shares))}).expand(4, 3), Reduction.SUM)",
         lambda x: F.cross_entropy(x, torch.tensor(shares, dtype=torch.float64).expand(4, 3), reduction="sum"), SCORES)
for target in (0, 1):
    index = [target] * 4
    line(f"x.crossEntropy(Index.of({', '.join(map(str, index))}), Reduction.SUM)",
         lambda x: F.cross_entropy(x, torch.tensor(index), reduction="sum"), SCORES)
    line(f"x.crossEntropy(Index.of({', '.join(map(str, index))}), Tensor.of(1.0, 0.0, 1.0), -100, Reduction.SUM)",
         lambda x: F.cross_entropy(x, torch.tensor(index), weight=torch.tensor([1.0, 0.0, 1.0], dtype=torch.float64), reduction="sum"), SCORES)
for p in (3, 4, 5, 16):
    line(f"x.norm({p}, 1).square()", lambda x: torch.linalg.vector_norm(x, p, dim=1) ** 2)
line("x.select(0, 1).cov().square()", lambda x: torch.cov(x[1]) ** 2)
line("x.cosineSimilarity(x.select(0, 3), 1).mul(Tensor.of(1.0, 2.0, 3.0, 4.0))",
     lambda x: F.cosine_similarity(x, x[3], 1) * torch.arange(1.0, 5.0, dtype=torch.float64))
line("x.cosineSimilarity(x.narrow(1, 0, 1), -2).square()", lambda x: F.cosine_similarity(x, x[:, :1], -2) ** 2, REGULAR_TALL)
line("x.scatterAdd(1, Index.of(1, 0).reshape(1, 2), x.square())",
     lambda x: x.scatter_add(1, torch.tensor([[1, 0]]), x[:1, :2] ** 2), REGULAR_TALL)
for name, f in dict(cumsum=torch.cumsum, cumprod=torch.cumprod, logcumsumexp=torch.logcumsumexp, softmax=torch.softmax,
                    logSoftmax=torch.log_softmax, prod=torch.prod, logsumexp=torch.logsumexp, mean=torch.mean, amax=torch.amax).items():
    line(f"x.sum().mul(0.25).{name}(-1).square()", lambda x: f(x.sum() * 0.25, -1) ** 2)
