package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.tensor.Tensor;

/** Jacobians of enough rows to be made several at a time: products of matrices among what depends on the seed. */
final class StackedSeeds {
    @Differentiable
    @Sample(at = {"[1, -2, 3, 0.5, -1, 2, 0.25, 4]", "[1, -2, 3, 0.5, -1, 2, 0.25, 4]f"})
    static Tensor rowTimesMatrix(Tensor x) {
        return x.unsqueeze(0).mm(matrix());
    }

    private static Tensor matrix() {
        return Tensor.linspace(-1, 1, 64).reshape(8, 8);
    }

    @Differentiable
    @Sample(
            at = {
                "[[0.1, -0.2, 0.3]], [[1, 2, 0.5], [0.25, -1, 2], [3, 1, -0.5]], [0.1, 0.2, 0.3],"
                        + " [[1, 0, 2, -1, 1, 2, 3, 0.5, 1], [2, 1, 1, 0, 0.5, 3, -1, 1, 2], [1, 2, 3, 4, 5, 6, 7, 8, 9]]",
                "[[0.1, -0.2, 0.3], [0.4, 0.1, 0]]f, [[1, 2, 0.5], [0.25, -1, 2], [3, 1, -0.5]]f, [0.1, 0.2, 0.3]f,"
                        + " [[1, 0, 2, -1], [2, 1, 1, 0], [1, 2, 3, 4]]f"
            })
    static Tensor twoLayers(Tensor x, Tensor first, Tensor bias, Tensor second) {
        return x.mm(first).add(bias).tanh().mm(second);
    }

    /** The last dimension of a number isn't that of a stack of numbers. */
    @Differentiable
    @Sample(at = {"[1, -2, 3]", "[1, -2, 3]f"})
    static Tensor alongNumbers(Tensor x) {
        return matrix().mv(x.dot(x).flip(-1).add(x.norm().softmax(-1)).expand(8));
    }

    @Differentiable
    @Sample(at = "[0.1, -0.2, 0.3, 0.5, -0.1, 0.2, 0.25, 0.4]")
    static Tensor chancesOfClasses(Tensor x) {
        return matrix().mv(x).relu().softmax(0);
    }

    /** Columns, rows and whole matrices meet, and a stack has as many tensors as they have rows. */
    @Differentiable
    @Sample(at = "[1, 2, 3], [[1, 2, 3], [4, 5, 6], [0.5, 1, 2]], [[1], [2], [3]]")
    static Tensor meetingShapes(Tensor row, Tensor matrix, Tensor column) {
        return row.mul(matrix).mm(matrix.t()).add(column).div(row.sum()).mul(row);
    }

    @Differentiable
    @Sample(at = "[[[1, 2], [3, 4]], [[0.5, -1], [2, 1]]], [[2, 1], [-1, 1]]")
    static Tensor productsOfStacks(Tensor x, Tensor y) {
        return x.matmul(y).transpose(1, 2).matmul(x).sub(y.matmul(x)).mul(x.mean(-1, true));
    }

    @Differentiable
    @Sample(at = "[[[1, 2], [3, 4]], [[0.5, -1], [2, 1]]]")
    static Tensor attentionOfRows(Tensor x) {
        Tensor scores = x.matmul(x.mT()).mul(0.5).softmax(-1);
        return scores.matmul(x).permute(2, 0, 1).reshape(4, 2);
    }

    @Differentiable
    @Sample(at = {"[[0.1, 0.2, -0.1, 0.3, 0.2, 0, 0.5, -0.3]], 2", "[[0.1, 0.2, -0.1, 0.3, 0.2, 0, 0.5, -0.3]], 0"})
    static Tensor manySteps(Tensor x, int n) {
        Tensor y = x;
        for (int i = 0; i < n; i++) {
            y = y.mm(matrix()).sigmoid();
            if (y.item(0, 0) > 0.5) {
                y = y.add(x);
            }
        }
        return y;
    }

    /** A number on the way takes a seed for each row. */
    @Differentiable
    @Sample(at = "[1, -2, 3, 0.5, -1, 2, 0.25, 4]")
    static Tensor numberBetween(Tensor x) {
        double s = Math.sin(x.sum().item());
        return x.unsqueeze(0).mm(matrix()).mul(s);
    }
}
