package acme.app;

import acme.model.Energy;
import acme.model.RampGrad;
import acme.model.TinGrad;
import acme.model.VGrad;
import dev.jacobi.Variable;
import dev.jacobi.tensor.Tensor;
import java.util.Arrays;

/** Prints values and derivatives; those in the comments are worked out by hand. */
final class Main {

    private Main() {}

    public static void main(String[] args) {
        // The derivative of x² + x⁴ is 2x + 4x³.
        Tensor x = Tensor.of(1f, 2f, 3f);
        print(Energy.v(x)); // prints [2.0, 20.0, 90.0]
        print(VGrad.vjp(x, Tensor.of(1f))); // prints [6.0, 36.0, 114.0]
        print(VGrad.jvp(x, Tensor.of(1f, 0f, 2f))); // prints [6.0, 0.0, 228.0]
        print(VGrad.jacobian(x)); // prints [6.0, 0.0, 0.0, 0.0, 36.0, 0.0, 0.0, 0.0, 114.0]

        VGrad.Pullback pullback = VGrad.pullback(x);
        print(pullback.value()); // prints [2.0, 20.0, 90.0]
        print(pullback.apply(Tensor.of(1f, 0.5f, 2f))); // prints [6.0, 18.0, 228.0]

        Variable variable = Variable.of(x);
        VGrad.apply(variable).backward(Tensor.of(1f));
        print(variable.grad()); // prints [6.0, 36.0, 114.0]

        // 2rh + r² by r is 2h + 2r, by h 2r.
        System.out.println(TinGrad.gradient(3, 5)); // prints Gradient[r=16.0, h=6.0]
        System.out.println(TinGrad.valueAndGradient(3, 5).value()); // prints 39.0

        System.out.println(RampGrad.gradient(2f, 3f)); // prints 3.0
        System.out.println(RampGrad.gradient(-2f, 3f)); // prints 0.0
    }

    private static void print(Tensor tensor) {
        System.out.println(Arrays.toString(tensor.toFloatArray()));
    }
}
