package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import java.util.ArrayList;
import java.util.List;

/** Methods that call themselves, or one another, for what they sum up: both sweeps of such calls run at once, or can't. */
final class SelfCalls {
    record Node(int weight, List<Node> children) {}

    /** 2 · 5 · 7 + … by expansion along rows. */
    @Differentiable
    @Sample(at = "[2, 1, 1, 3, 5, -1, 0.5, 1, 7]", gives = "[36, -21.5, 0.5, -6, 13.5, -1.5, -6, 5, 7]")
    static double expansion(double[] a) {
        return minor(a, 3, 0, 7);
    }

    private static double minor(double[] a, int n, int row, int columns) {
        if (row == n) {
            return 1;
        }
        double sum = 0;
        double sign = 1;
        for (int rest = columns; rest != 0; rest &= rest - 1) {
            int column = Integer.numberOfTrailingZeros(rest);
            sum += sign * a[row * n + column] * minor(a, n, row + 1, columns & ~(1 << column));
            sign = -sign;
        }
        return sum;
    }

    /** The call's result decides how much is sent back into it. */
    @Differentiable
    @Sample(at = {"[0.5, 1.5, -1]", "[2]", "[]"})
    static double squaresOfRests(double[] x) {
        return square(x, 0);
    }

    private static double square(double[] x, int from) {
        double sum = 1;
        for (int i = from; i < x.length; i++) {
            double rest = square(x, i + 1);
            sum += x[i] * rest * rest;
        }
        return sum;
    }

    /** Each sums up what the other gives. */
    @Differentiable
    @Sample(at = {"[0.5, 1.5, -1, 2], 0.3", "[2], 1"})
    static double byTurns(double[] x, double a) {
        double[] scale = {a, a * a};
        return even(x, scale, 0) + odd(x, scale, 0);
    }

    private static double even(double[] x, double[] scale, int from) {
        double sum = 1;
        for (int i = from; i < x.length; i++) {
            sum += scale[0] * x[i] * odd(x, scale, i + 1);
        }
        return sum;
    }

    private static double odd(double[] x, double[] scale, int from) {
        double sum = -1;
        for (int i = from; i < x.length; i++) {
            sum += scale[1] * Math.sin(x[i]) * even(x, scale, i + 1);
        }
        return sum;
    }

    /** One of the two has to record, and so the other one's calls keep something after all. */
    @Differentiable
    @Sample(at = {"[0.5, 1.5, -1, 2]", "[2]"})
    static double sumsOfProducts(double[] x) {
        return sum(x, 0);
    }

    private static double sum(double[] x, int from) {
        double sum = 1;
        for (int i = from; i < x.length; i++) {
            sum += x[i] * product(x, i + 1);
        }
        return sum;
    }

    private static double product(double[] x, int from) {
        double product = 1;
        for (int i = from; i < x.length; i++) {
            product *= 1 + x[i] * sum(x, i + 1);
        }
        return product;
    }

    /** A third one calls both of the two before. */
    @Differentiable
    @Sample(at = {"[0.5, 1.5, -1, 2]"})
    static double threeTogether(double[] x) {
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            total += x[i] * first(x, i) + sum(x, i);
        }
        return total;
    }

    private static double first(double[] x, int from) {
        return from >= x.length ? 1 : x[from] * second(x, from + 1);
    }

    private static double second(double[] x, int from) {
        return from >= x.length ? 2 : x[from] * third(x, from + 1) + first(x, from + 1);
    }

    private static double third(double[] x, int from) {
        double p = 1;
        for (int i = from; i < x.length; i++) {
            p *= x[i];
        }
        return p + first(x, from + 1);
    }

    /** A tree of objects. */
    @Differentiable
    @Sample(at = "[0.5, 1.5, -1, 2]")
    static double tree(double[] x) {
        return weight(grown(3), x);
    }

    private static double weight(Node node, double[] x) {
        double sum = x[node.weight()];
        for (Node child : node.children()) {
            sum += x[node.weight()] * x[child.weight()] * weight(child, x);
        }
        return sum;
    }

    private static Node grown(int depth) {
        List<Node> children = new ArrayList<>();
        for (int i = 0; i < depth; i++) {
            children.add(grown(i));
        }
        return new Node(depth, children);
    }

    /** An array of the method's own goes down, and is written on the way. */
    @Differentiable
    @Sample(at = "[0.5, 1.5, -1]")
    static double paths(double[] x) {
        return path(x, new double[4], 0);
    }

    private static double path(double[] x, double[] taken, int depth) {
        if (depth == 3) {
            return taken[0] * taken[1] + Math.sin(taken[2]);
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            taken[depth] = x[i] * (depth + 1);
            sum += x[i] * path(x, taken, depth + 1);
        }
        return sum;
    }
}
