package dev.jacobi.examples.notebook;

import dev.jacobi.Differentiable;
import dev.jacobi.Variable;
import dev.jacobi.tensor.Tensor;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The cells of the notebook that Jacobi grew from, one method each, under their numbers there. Each prints what it
 * printed in PyTorch.
 *
 * <p>The annotated methods are what is differentiated; the classes {@code …Grad} used below them are generated when
 * this file is compiled.
 */
public final class Notebook {
    private Notebook() {}

    /**
     * Runs all cells.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Output out = new Output(System.out);
        out.print("In [1]: x.pow(2), and backward()\n");
        cell1(out);
        out.print("In [6]: V(x), with the seed 1 broadcast to the shape of V\n");
        cell6(out);
        out.print("In [48]: x ** 2, with a random seed\n");
        cell48(out, new Random(48));
        out.print("In [42]: the Jacobian of mm, row by row\n");
        cell42(out);
        out.print("In [42] again: the Jacobian of mm in one call\n");
        cell42InOneCall(out);
        out.print("In [46]: 2*x + 3*x[0,3], with three seeds, and by its sum\n");
        cell46(out);
        out.print("In [46] again: without Variables\n");
        cell46WithoutVariables(out);
        out.print("In [52]: x ** 2 + x ** 4\n");
        cell52(out);
    }

    @Differentiable
    static Tensor square(Tensor x) {
        return x.pow(2);
    }

    static void cell1(Output out) {
        Variable x = Variable.of(Tensor.of(2f));
        out.print("x is", x);
        out.print("x grad is", grad(x));
        out.print("");

        Variable y = SquareGrad.apply(x);
        out.print("y is", y);
        out.print("");

        y.backward();
        out.print("x is", x);
        out.print("x grad is", grad(x));
        out.print("");
    }

    /** The gradient in the form it has in the notebook, a variable itself; null before {@code backward}. */
    private static @Nullable Variable grad(Variable x) {
        Tensor grad = x.grad();
        return grad == null ? null : Variable.constant(grad);
    }

    /** The Lyapunov function V for input x. */
    @Differentiable
    static Tensor V(Tensor x) {
        return x.pow(2);
    }

    static void cell6(Output out) {
        Variable x = Variable.of(Tensor.of(2f, 3f));
        out.print(x);

        Variable v = VGrad.apply(x);
        out.print(v);
        v.backward(Tensor.of(1f));

        out.print(x.grad());
    }

    static void cell48(Output out, RandomGenerator random) {
        Variable x = Variable.of(Tensor.of(1f, 2f, 3f));
        Variable y = SquareGrad.apply(x);
        Tensor seed = Tensor.randn(random, 3);
        y.backward(seed);

        out.print(x);
        out.print(y);
        out.print(x.grad());
        out.print(seed);
    }

    @Differentiable
    static Tensor mm(Tensor x, Tensor m) {
        return x.mm(m);
    }

    static void cell42(Output out) {
        Variable x = Variable.of(Tensor.of(new float[][] {{10, 5}}));
        out.print(x);

        Variable m = Variable.constant(Tensor.of(new float[][] {{1, 2}, {3, 4}}));
        out.print(m);

        Variable y = MmGrad.apply(x, m);
        out.print(y);
        out.print(Tensor.zeros(2, 2));

        y.backward(Tensor.of(new float[][] {{1, 0}}));
        Tensor first = Objects.requireNonNull(x.grad());
        x.zeroGrad();
        y.backward(Tensor.of(new float[][] {{0, 1}})); // again: what y was computed from is still there
        Tensor second = Objects.requireNonNull(x.grad());

        out.print(m);
        out.print(Tensor.cat(0, first, second).t());
    }

    /** {@code jacobian} gives [i][j] = ∂yᵢ/∂xⱼ, the notebook [j][i]. */
    static void cell42InOneCall(Output out) {
        Tensor x = Tensor.of(new float[][] {{10, 5}});
        Tensor m = Tensor.of(new float[][] {{1, 2}, {3, 4}});
        out.print(Variable.of(x));
        out.print(Variable.of(m));
        out.print(Variable.of(mm(x, m)));
        out.print(Tensor.zeros(2, 2));
        out.print(Variable.of(m));
        out.print(MmGrad.jacobian(x, m).x().reshape(2, 2).t());
    }

    @Differentiable
    static Tensor z(Tensor x) {
        return x.mul(2).add(x.get(0, 3).mul(3));
    }

    @Differentiable
    static Tensor loss(Tensor z) {
        return z.sum(1);
    }

    static void cell46(Output out) {
        Variable x = Variable.of(Tensor.of(new float[][] {{1, 2, 3, 4}}));
        Variable z = ZGrad.apply(x);
        Variable loss = LossGrad.apply(z);

        z.backward(Tensor.of(new float[][] {{1, 0, 0, 0}})); // the first element of z
        out.print(x.grad());
        x.zeroGrad(); // or the next one is added

        z.backward(Tensor.of(new float[][] {{0, 1, 0, 0}})); // the second
        out.print(x.grad());
        x.zeroGrad();

        z.backward(Tensor.of(new float[][] {{1, 1, 1, 1}})); // all, each as much as it counts in the loss
        out.print(x.grad());
        x.zeroGrad();

        loss.backward(); // the same: through loss, then through z
        out.print(x.grad());
    }

    @Differentiable
    static Tensor lossOfZ(Tensor x) {
        return loss(z(x));
    }

    static void cell46WithoutVariables(Output out) {
        Tensor x = Tensor.of(new float[][] {{1, 2, 3, 4}});
        var pullback = ZGrad.pullback(x);
        out.print(pullback.apply(Tensor.of(new float[][] {{1, 0, 0, 0}})));
        out.print(pullback.apply(Tensor.of(new float[][] {{0, 1, 0, 0}})));
        out.print(pullback.apply(Tensor.of(new float[][] {{1, 1, 1, 1}})));
        out.print(LossOfZGrad.vjp(x, Tensor.of(1f)));
    }

    @Differentiable
    static Tensor quartic(Tensor x) {
        return x.pow(2).add(x.pow(4));
    }

    static void cell52(Output out) {
        Variable x = Variable.of(Tensor.of(new float[][] {{1, 2, 3, 4}}));
        Variable v = QuarticGrad.apply(x);

        v.backward(Tensor.of(1f));
        out.print(x.grad());
    }
}
