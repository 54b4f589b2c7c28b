"""Writes torch-values-linalg.txt:  python3 torch_values_linalg.py > torch-values-linalg.txt

float32 results are PyTorch's float64 ones, rounded: in float32 its LAPACK loses more digits than the tolerance.
"""
import torch
from torch_lines import Text, line

F32, F64 = torch.float32, torch.float64
L = torch.linalg
torch.manual_seed(3)


def rounded(result, dtype):
    return tuple(rounded(r, dtype) for r in result) if isinstance(result, tuple) else result.to(dtype)


def exact(name, f, *tensors, rest=()):
    """A line for both types."""
    for dtype in (F32, F64):
        xs = [t.to(dtype) for t in tensors]
        line(name, *xs, *rest, result=rounded(f(*[x.double() for x in xs]), dtype))


def rnd(*shape):
    return torch.randn(shape, dtype=F64) * 2


def regular(*shape):
    n = shape[-1]
    x = rnd(*shape) + 3 * n ** 0.5 * torch.eye(n, dtype=F64)
    return x.flip(-2)  # so that rows must be exchanged


def positive(*shape):
    a = rnd(*shape)
    return a @ a.mT + torch.eye(shape[-1], dtype=F64)


SQUARE = [(1, 1), (2, 2), (3, 3), (7, 7), (4, 3, 3), (2, 1, 2, 2), (0, 0), (0, 3, 3), (2, 0, 0)]
for shape in SQUARE:
    x = regular(*shape)
    exact("inverse", L.inv, x)
    exact("det", L.det, x)
    exact("logdet", torch.logdet, x)
    exact("slogdet", lambda t: tuple(L.slogdet(t)), x)
    s = positive(*shape)
    exact("cholesky", L.cholesky, s)
    exact("cholesky", L.cholesky, s.tril() + 5 * torch.ones_like(s).triu(1)) if shape[-1] else None
    exact("choleskyInverse", lambda t: (t.tril() @ t.tril().mT).inverse(), s)
    exact("eigvalsh", L.eigvalsh, x + x.mT)
    if shape[-1]:
        exact("eigvalsh", L.eigvalsh, x)  # the lower triangle is read
for x in (torch.zeros(2, 2), torch.ones(3, 3), torch.tensor([[0.0, 2], [3, 0]]), torch.eye(3) * 1e20,
          torch.tensor([[1.0, 2], [2, 4]]), -torch.eye(3), torch.stack([torch.eye(2), torch.zeros(2, 2)])):
    for name in ("det", "logdet", "slogdet"):
        f = dict(det=L.det, logdet=torch.logdet, slogdet=lambda t: tuple(L.slogdet(t)))[name]
        if not (name == "det" and x[0, 0].max() == 1e20):  # beyond float32
            exact(name, f, x)

SYSTEMS = [((3, 3), (3,)), ((3, 3), (3, 2)), ((4, 3, 3), (4, 3)), ((4, 3, 3), (4, 3, 2)), ((4, 3, 3), (3, 2)),
           ((3, 3), (4, 3, 2)), ((2, 1, 3, 3), (4, 3, 1)), ((4, 3, 3), (3,)), ((3, 3), (3, 0)), ((0, 0), (0, 2)),
           ((0, 3, 3), (3, 2)), ((1, 1), (1, 5))]
for sx, sy in SYSTEMS:
    x, y = regular(*sx), rnd(*sy)
    exact("solve", L.solve, x, y)
    exact("solveTransposed", lambda a, b: L.solve(a.mT, b), x, y)
    if len(sy) < 2 or sx == (4, 3, 3) and sy == (4, 3):
        continue
    x = x.flip(-2)
    for upper in (False, True):
        exact("solveTriangular", lambda a, b: L.solve_triangular(a, b, upper=upper), x, y, rest=(upper,))
        for uni in (False, True):
            exact("solveTriangular", lambda a, b: L.solve_triangular(a, b, upper=upper, unitriangular=uni), x, y,
                  rest=(upper, True, uni))
            exact("solveTriangular", lambda a, b: L.solve_triangular(a, b, upper=upper, left=False, unitriangular=uni),
                  x, y.mT.contiguous(), rest=(upper, False, uni))
    exact("choleskySolve", lambda b, a: L.solve(a.tril() @ a.tril().mT, b), y, x)

SHAPES = [(1, 1), (3, 3), (5, 2), (2, 5), (3, 4, 2), (2, 2, 2, 3), (0, 3), (3, 0), (0, 2, 3)]
for shape in SHAPES:
    x = rnd(*shape)
    exact("qr", lambda t: tuple(L.qr(t)), x)
    exact("svdvals", L.svdvals, x)
    exact("pinv", L.pinv, x)
for x in (torch.zeros(3, 2), torch.ones(3, 2), torch.ones(2, 3, 3), torch.tensor([[1.0, 2], [2, 4]])):
    exact("pinv", L.pinv, x)
    exact("svdvals", L.svdvals, x) if x.max() == 0 else None
    for dtype in (F32, F64):
        line("matrixRank", x.to(dtype), result=L.matrix_rank(x.to(dtype)))
line("matrixRank", torch.diag(torch.tensor([1.0, 1e-8, 1e-3])), result=L.matrix_rank(torch.diag(torch.tensor([1.0, 1e-8, 1e-3]))))
for sx, sy in [((5, 2), (5, 3)), ((2, 5), (2, 1)), ((3, 3), (3, 2)), ((4, 5, 2), (4, 5, 1))]:
    exact("lstsq", lambda a, b: L.lstsq(a, b).solution, rnd(*sx), rnd(*sy))
exact("lstsq", lambda a, b: L.lstsq(a, b.unsqueeze(-1)).solution.squeeze(-1), rnd(5, 2), rnd(5))

EINSUMS = [("ij->ji", (2, 3)), ("ii", (3, 3)), ("ii->i", (3, 3)), ("iji->j", (2, 3, 2)), ("...ij->...ji", (2, 3, 4)),
           ("ba", (2, 3)), ("i->", (0,)), ("->", ()), ("ij,jk->ik", (2, 3), (3, 4)), ("ij,jk", (2, 3), (3, 4)),
           ("bij,bjk->bik", (2, 3, 4), (2, 4, 5)), ("i,j->ij", (2,), (3,)), ("ij,ij->", (2, 3), (2, 3)),
           ("ij,kl->i", (2, 3), (4, 5)), ("...ij,...jk->...ik", (5, 2, 3), (3, 4)), ("...i,...i", (2, 3), (2, 3)),
           ("b n h d, b m h d -> b h n m", (2, 3, 4, 5), (2, 6, 4, 5)), ("ij,j", (2, 0), (0,)), ("ij,jk", (2, 3), (1, 4)),
           ("ii,ij", (2, 2), (2, 3)), ("aB,Bc", (2, 3), (3, 4)), ("i,ij,j", (2,), (2, 3), (3,)),
           ("ij,jk,kl->il", (2, 3), (3, 4), (4, 5)), ("bi,ij,jk,bk->b", (2, 3), (3, 4), (4, 5), (2, 5)),
           ("...,i->...i", (2, 3), (4,))]
for equation, *shapes in EINSUMS:
    xs = [rnd(*s) for s in shapes]
    for dtype in (F32, F64):
        ts = [t.to(dtype) for t in xs]
        line("einsum", "static", Text(equation), *ts,
             result=torch.einsum(equation.replace(" ", ""), *[t.double() for t in ts]).to(dtype))
for sx, sy, dims in [((2, 3), (3, 4), 1), ((2, 3, 4), (3, 4, 5), 2), ((2,), (3,), 0), ((2, 3), (2, 3), 2)]:
    exact("tensordot", lambda a, b: torch.tensordot(a, b, dims), rnd(*sx), rnd(*sy), rest=(dims,))
for sx, sy in [((3,), (3,)), ((2, 3), (4, 3)), ((2, 3), (3,)), ((), (2, 3)), ((2, 3), ()), ((2, 4, 3), (5, 3))]:
    exact("inner", torch.inner, rnd(*sx), rnd(*sy))
for sx, sy in [((2, 2), (2, 3)), ((3,), (2,)), ((2, 3), (2,)), ((2,), (2, 3)), ((), (2,)), ((2, 1, 2), (2, 3))]:
    exact("kron", torch.kron, rnd(*sx), rnd(*sy))
exact("bmm", torch.bmm, rnd(2, 3, 4), rnd(2, 4, 5))
exact("bmm", torch.bmm, rnd(0, 3, 4), rnd(0, 4, 5))
for s in [(2, 4), (4,), (2, 1), ()]:
    exact("addmm", torch.addmm, rnd(*s), rnd(2, 3), rnd(3, 4))
for s in [(2,), (1,), ()]:
    exact("addmv", torch.addmv, rnd(*s), rnd(2, 3), rnd(3))
exact("baddbmm", torch.baddbmm, rnd(3, 1), rnd(2, 3, 4), rnd(2, 4, 5))
exact("ger", torch.ger, rnd(2), rnd(3))
exact("vdot", torch.vdot, rnd(3), rnd(3))
for sx, sy, dim in [((3,), (3,), 0), ((2, 3), (2, 3), -1), ((3, 2), (3, 2), 0), ((4, 1, 3), (1, 2, 3), 2)]:
    exact("cross", lambda a, b: L.cross(a, b, dim=dim), rnd(*sx), rnd(*sy), rest=(dim,))
for shape in SQUARE:
    for n in (-2, -1, 0, 1, 2, 3, 7):
        exact("matrixPower", lambda t: L.matrix_power(t, n), regular(*shape) / 4, rest=(n,))
for shape in SQUARE:
    for scale in (1e-3, 0.05, 0.2, 0.5, 1):
        x = rnd(*shape) * scale / max(1, shape[-1])
        exact("matrixExp", torch.matrix_exp, x)
exact("matrixExp", torch.matrix_exp, torch.tensor([[0.0, 3.0], [-3.0, 0.0]]))
exact("matrixExp", torch.matrix_exp, torch.tensor([[-20.0, 0.0], [0.0, 2.0]]))
exact("matrixExp", torch.matrix_exp, torch.tensor([[0.0, 1.0], [0.0, 0.0]]))
for shape in [(3,), (2, 3), (0,), ()]:
    x = rnd(*shape)
    for n in (1, 4):
        exact("vander", lambda t: torch.stack([t ** j for j in range(n)], -1), x, rest=(n,))
exact("cov", torch.cov, rnd(3, 5))
exact("cov", torch.cov, rnd(2, 2))
for shape in [(1, 1), (3, 2), (2, 2, 3), (0, 3)]:
    exact("matrixNorm", L.matrix_norm, rnd(*shape))
    exact("nuclearNorm", lambda t: L.matrix_norm(t, "nuc"), rnd(*shape))
