package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of Einstein's sum and of other products are called; see {@link TensorCalls}. */
final class EinsumCalls {
    private EinsumCalls() {}

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        calls.put(
                "static einsum(String equation, Tensor x)",
                List.of(
                        "Tensor.einsum(\"ij->ji\", x); x 2 3",
                        "Tensor.einsum(\"ii\", x); x 3 3",
                        "Tensor.einsum(\"iji->j\", x); x 2 3 2",
                        "Tensor.einsum(\"i...->...\", x); x 3 2 2"));
        calls.put(
                "static einsum(String equation, Tensor x, Tensor y)",
                List.of(
                        "Tensor.einsum(\"ij,jk->ik\", x, y); x 2 3; y 3 2",
                        "Tensor.einsum(\"ij,kl->i\", x, y); x 2 3; y 2 2",
                        "Tensor.einsum(\"...ij,...j->...i\", x, y); x 2 3 2; y 2",
                        "Tensor.einsum(\"ii,ij\", x, y); x 2 2; y 1 3"));
        calls.put(
                "static einsum(String equation, Tensor x, Tensor y, Tensor z)",
                List.of("Tensor.einsum(\"i,ij,j\", x, y, z); x 2; y 2 3; z 3"));
        calls.put(
                "static einsum(String equation, Tensor x, Tensor y, Tensor z, Tensor w)",
                List.of("Tensor.einsum(\"bi,ij,jk,bk->b\", x, y, z, w); x 2 2; y 2 2; z 2 2; w 2 2"));
        calls.put(
                "einsumBar(String equation, int k, Tensor y)", List.of("x.einsumBar(\"iij->j\", 0, y); x 2; y 3 3 2"));
        calls.put(
                "einsumBar(String equation, int k, Tensor y, Tensor z)",
                List.of(
                        "x.einsumBar(\"ij,jk->ik\", 0, y, z); x 2 2; y 2 3; z 3 2",
                        "x.einsumBar(\"ij,kjj->k\", 1, y, z); x 2; y 2 3; z 2 3 3"));
        calls.put(
                "einsumBar(String equation, int k, Tensor y, Tensor z, Tensor w)",
                List.of("x.einsumBar(\"i,ij,j->\", 1, y, z, w); x; y 2; z 2 3; w 3"));
        calls.put(
                "einsumBar(String equation, int k, Tensor y, Tensor z, Tensor w, Tensor v)",
                List.of("x.einsumBar(\"i,ij,j,j->i\", 2, y, z, w, v); x 2; y 2; z 2 3; w 3; v 3"));
        calls.put(
                "tensordot(Tensor y, int dims)",
                List.of(
                        "x.tensordot(y, 1); x 2 2 3; y 3 2",
                        "x.tensordot(y, 2); x 2 3; y 2 3",
                        "x.tensordot(y, 0); x 2; y 2"));
        calls.put(
                "tensordot(Tensor y, int[] dimsOfX, int[] dimsOfY)",
                List.of(
                        "x.tensordot(y, new int[] {0, 2}, new int[] {1, 0}); x 2 1 3; y 3 2 2",
                        "x.tensordot(y, new int[] {}, new int[] {}); x 2; y 2"));
        calls.put(
                "multiDot(Tensor y, Tensor z)",
                List.of("x.multiDot(y, z); x 1 2; y 2 3; z 3 2", "x.multiDot(y, z); x 3 2; y 2 2; z 2 1"));
        calls.put("vecdot(Tensor y, int dim)", List.of("x.vecdot(y, -1); x 2 3; y 3"));
        calls.put("corrcoef()", List.of("x.corrcoef().mul(Tensor.of(new double[][] {{0, 1}, {2, 0}})).sum(); x 2 4"));
        calls.put("covariances(String operation)", List.of("x.covariances(\"cov\"); x 2 3"));
        calls.put(
                "cond()",
                List.of(
                        "x.mul(0.5).add(Tensor.of(new float[][] {{3, 0}, {0, 9}})).cond(); x 2 2 2",
                        "x.cond(); x 2 3 0"));
        calls.put(
                "singularValues(String operation)",
                List.of("x.mul(0.5).add(Tensor.of(new float[][] {{3, 0}, {0, 9}})).singularValues(\"cond\"); x 2 2"));
        calls.put(
                "static einsum(String equation, Tensor x, Tensor y, Tensor z, Tensor w, Tensor v)",
                List.of("Tensor.einsum(\"i,ij,jk,kl,l\", x, y, z, w, v); x 2; y 2 2; z 2 2; w 2 2; v 2"));
        calls.put(
                "static einsum(String equation, Tensor x, Tensor y, Tensor z, Tensor w, Tensor v, Tensor u)",
                List.of("Tensor.einsum(\"i,ij,j,j,k,->k\", x, y, z, w, v, u); x 2; y 2 2; z 2; w 2; v 2; u"));
        calls.put(
                "einsumBar(String equation, int k, Tensor y, Tensor z, Tensor w, Tensor v, Tensor u)",
                List.of("x.einsumBar(\"i,ij,j,j,->i\", 2, y, z, w, v, u); x 2; y 2; z 2 3; w 3; v 3; u"));
        calls.put(
                "einsumBar(String equation, int k, Tensor y, Tensor z, Tensor w, Tensor v, Tensor u, Tensor t)",
                List.of("x.einsumBar(\"i,ij,j,j,,k->i\", 5, y, z, w, v, u, t); x 2; y 2; z 2 3; w 3; v 3; u; t 2"));
        calls.put("inner(Tensor y)", List.of("x.inner(y); x 2 3; y 2 3", "x.inner(y); x 3; y 3", "x.inner(y); x; y 2"));
        calls.put("kron(Tensor y)", List.of("x.kron(y); x 2 1; y 2 3", "x.kron(y); x 2; y 2 3", "x.kron(y); x; y 2"));
        calls.put("kronPairs(Tensor y, Tensor z)", List.of("x.kronPairs(y, z); x 2 6; y 2 2; z 1 3"));
        calls.put("bmm(Tensor y)", List.of("x.bmm(y); x 2 2 3; y 2 3 1"));
        calls.put("addmm(Tensor y, Tensor z)", List.of("x.addmm(y, z); x 2; y 2 3; z 3 2"));
        calls.put("addmv(Tensor y, Tensor z)", List.of("x.addmv(y, z); x; y 2 3; z 3"));
        calls.put("baddbmm(Tensor y, Tensor z)", List.of("x.baddbmm(y, z); x 2 1; y 2 2 3; z 2 3 1"));
        calls.put("ger(Tensor y)", List.of("x.ger(y); x 2; y 3"));
        calls.put("vdot(Tensor y)", List.of("x.vdot(y); x 3; y 3"));
        calls.put("cross(Tensor y, int dim)", List.of("x.cross(y, -1); x 2 3; y 3", "x.cross(y, 0); x 3 1; y 3 2"));
        calls.put(
                "matrixPower(int n)",
                List.of(
                        "x.matrixPower(3); x 2 2",
                        "x.matrixPower(0); x 2 2",
                        "x.add(Tensor.eye(2).mul(3)).matrixPower(-2); x 2 2 2"));
        calls.put("matrixExp()", List.of("x.matrixExp(); x 2 2", "x.matrixExp(); x 2 2 2"));
        calls.put("vander(int n)", List.of("x.vander(4); x 3", "x.vander(1); x 2 2"));
        calls.put("cov()", List.of("x.cov(); x 2 3", "x.cov(); x 4"));
        calls.put("matrixNorm()", List.of("x.matrixNorm(); x 2 3", "x.matrixNorm(); x 2 2 2"));
        calls.put(
                "nuclearNorm()",
                List.of("x.mul(0.5).add(Tensor.of(new float[][] {{3, 0}, {0, 9}, {1, 2}})).nuclearNorm(); x 2 3 2"));
        return calls;
    }
}
