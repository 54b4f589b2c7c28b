package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of what joins tensors and takes them apart are called; see {@link TensorCalls}. */
final class JoiningCalls {
    private JoiningCalls() {}

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        calls.put("static stack(Tensor... xs)", List.of("Tensor.stack(x, y, x); x 3; y 3", "Tensor.stack(x); x 2 2"));
        calls.put(
                "static stack(int dim, Tensor... xs)",
                List.of(
                        "Tensor.stack(1, x, y, x); x 3; y 3",
                        "Tensor.stack(-1, x, y); x 2 3; y 2 3",
                        "Tensor.stack(1, new Tensor[] {x, y}); x 2 2; y 2 2"));
        calls.put(
                "static cat(int dim, Tensor... xs)",
                List.of("Tensor.cat(0, x, y); x 1 3; y 2 3", "Tensor.cat(-1, x, y, x); x 2 1; y 2 3"));
        calls.put(
                "unstack(Tensor... xs)",
                List.of("Tensor.cat(0, x.unstack(y, y)); x 2 3; y 3", "x.unstack(y, y)[1]; x 2 3; y 3"));
        calls.put("uncat(int dim, Tensor... xs)", List.of("Tensor.cat(1, x.uncat(0, y, y)); x 4 3; y 2 3"));
        calls.put(
                "static blockDiag(Tensor... xs)",
                List.of(
                        "Tensor.blockDiag(x, y); x 2 1; y 2 3",
                        "Tensor.blockDiag(x, y, x); x 3; y ",
                        "Tensor.blockDiag(x, y); x 2 0; y 1 2",
                        "Tensor.blockDiag(new Tensor[] {x, x}); x 2 2"));
        calls.put(
                "blockDiagBack(Tensor... like)",
                List.of(
                        "Tensor.hstack(x.blockDiagBack(y, y)); x 4 2; y 2 1",
                        "x.blockDiagBack(y, z)[1]; x 3 5; y 3; z 2 2"));
        calls.put(
                "static hstack(Tensor... xs)",
                List.of(
                        "Tensor.hstack(x, y); x 2 1; y 2 3",
                        "Tensor.hstack(x, y, x); x 2; y ",
                        "Tensor.hstack(new Tensor[] {x, y}); x 2; y 3"));
        calls.put(
                "static vstack(Tensor... xs)",
                List.of(
                        "Tensor.vstack(x, y); x 3; y 2 3",
                        "Tensor.vstack(x, y, x); x ; y 1",
                        "Tensor.vstack(new Tensor[] {x, y}); x 2; y 2"));
        calls.put(
                "static dstack(Tensor... xs)",
                List.of(
                        "Tensor.dstack(x, y); x 2 3; y 2 3 1",
                        "Tensor.dstack(x, y, x); x 2; y 1 2",
                        "Tensor.dstack(new Tensor[] {x, y}); x 2; y 2"));
        calls.put(
                "unstacked(int rank, Tensor... xs)",
                List.of("Tensor.vstack(x.unstacked(1, y, y)); x 6; y 3", "x.unstacked(3, y, y)[1]; x 1 3 2; y 3"));
        calls.put(
                "static restacked(int rank, Tensor[] xs, Tensor[] like)",
                List.of("Tensor.restacked(1, x.split(2), x.split(2)); x 4 3"));
        calls.put(
                "static catFilled(int dim, Tensor[] xs, Tensor[] like)",
                List.of("Tensor.catFilled(1, x.split(2), x.split(2)); x 4 3"));
        calls.put(
                "static stackFilled(int dim, Tensor[] xs, Tensor[] like)",
                List.of("Tensor.stackFilled(-1, x.split(2), x.split(2)); x 4 3"));
        calls.put("unbind(int dim)", List.of("Tensor.stack(x.unbind(-1)); x 2 3", "x.unbind(1)[2]; x 2 3"));
        String turned = "Tensor.vstack(x.%s); x %s";
        calls.put("split(int size)", List.of(String.format("Tensor.hstack(x.%s); x %s", "split(2)", "4 2")));
        calls.put(
                "split(int size, int dim)",
                List.of(String.format(turned, "split(2, 1)", "2 4"), "x.split(2, -1)[1].mul(x.split(2, -1)[0]); x 4"));
        calls.put(
                "split(int[] sizes, int dim)",
                List.of("x.split(new int[] {1, 2}, 1)[1].mul(x.split(new int[] {1, 2}, 1)[0]); x 2 3"));
        calls.put("chunk(int chunks, int dim)", List.of(String.format(turned, "chunk(2, 1)", "2 4")));
        calls.put(
                "tensorSplit(int sections, int dim)",
                List.of("x.tensorSplit(2, 0)[1].mul(x.tensorSplit(2, 0)[0].sum()); x 5"));
        calls.put(
                "tensorSplit(int[] indices, int dim)",
                List.of("x.tensorSplit(new int[] {1, -1}, 0)[1].mul(x.tensorSplit(new int[] {1, -1}, 0)[2]); x 4"));
        String product = "[0].mul(Tensor.%1$s(%2$s)[1]).add(Tensor.%1$s(%2$s)[0].exp()); x %3$s; y %4$s";
        calls.put(
                "static meshgrid(Tensor... xs)",
                List.of(
                        "Tensor.meshgrid(x, y)" + String.format(product, "meshgrid", "x, y", "2", "3"),
                        "Tensor.meshgrid(x, y)" + String.format(product, "meshgrid", "x, y", "", "3"),
                        "Tensor.stack(Tensor.meshgrid(new Tensor[] {x, y, x})); x 2; y 3",
                        "Tensor.meshgrid(x, y, x)[1]; x 2; y 3"));
        calls.put(
                "static meshgrid(String indexing, Tensor... xs)",
                List.of(
                        "Tensor.meshgrid(\"xy\", x, y)" + String.format(product, "meshgrid", "\"xy\", x, y", "2", "3"),
                        "Tensor.stack(Tensor.meshgrid(\"xy\", new Tensor[] {x, y, x})); x 2; y 3",
                        "Tensor.meshgrid(\"xy\", x)[0]; x 2"));
        calls.put(
                "static meshgridBack(String indexing, Tensor[] bars, Tensor... xs)",
                List.of(
                        "Tensor.stack(Tensor.meshgridBack(\"xy\", new Tensor[] {x, x.exp()}, x.get(0), x.get(1))); x 3 3"));
        calls.put(
                "static broadcastTensors(Tensor... xs)",
                List.of(
                        "Tensor.broadcastTensors(x, y)"
                                + String.format(product, "broadcastTensors", "x, y", "2 1", "3"),
                        "Tensor.stack(Tensor.broadcastTensors(new Tensor[] {x, y})); x 2 1; y 2 3",
                        "Tensor.broadcastTensors(x, y, x)[1]; x 4 1 1; y 1 3"));
        calls.put(
                "static broadcastTensorsBack(Tensor[] bars, Tensor... xs)",
                List.of(
                        "Tensor.cat(0, Tensor.broadcastTensorsBack(new Tensor[] {x, x.exp()}, x.get(0), x.get(1))); x 2 3"));
        calls.put("unbind()", List.of("Tensor.hstack(x.unbind()); x 2 3"));
        return calls;
    }
}
