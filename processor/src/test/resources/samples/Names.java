package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.tensor.Tensor;

/** Names that generated code might want for itself, overloads, chosen class names. */
public final class Names {
    @Differentiable
    @Sample(at = "2, 3, 4", gives = "12, 8, 6")
    static double parameters(double seed, double xBar, double xDot) {
        return seed * xBar * xDot;
    }

    @Differentiable
    @Sample(at = "2, 3, 4")
    static double members(double value, double pullback, double gradient) {
        double jvp = value * pullback;
        double vjp = jvp + gradient;
        double result = vjp * jvp;
        double chosen = result > 0 ? result : -vjp;
        double returned = chosen * Math.sin(value);
        if (returned > 0) return returned * 2;
        return returned;
    }

    @Differentiable
    @Sample(at = "2, 3, 4, 5")
    static double suffixes(double x, double x2, double xDot, double xDot2) {
        double x3 = x * x2;
        x = x3 * xDot;
        x = x * x;
        x2 += x;
        double y2 = x2 * xDot2, y = y2 * x;
        y += y2;
        double yBar = y, yDot = yBar * y;
        return yDot + xDot;
    }

    @Differentiable
    @Sample(at = "2, 3, 4")
    static double ofObject(double hashCode, double toString, double getClass) {
        double wait = hashCode * toString;
        double notify = wait * getClass;
        return notify * hashCode;
    }

    @Differentiable
    @Sample(at = "2, 3, 4")
    static double primitives(double sin, double cos, double exp) {
        double pow = Math.sin(sin) * Math.cos(cos) * Math.exp(-exp);
        return Math.pow(pow * pow + 1, sin) + sin(pow);
    }

    private static double sin(double x) {
        return x / 3;
    }

    /** Methods called like classes: what they give must not hide these. */
    @Differentiable
    @Sample(at = "0.5, 2")
    static double calledLikeClasses(double x, double y) {
        double sum = Double(x) + Double.valueOf(3) + String(y) * String.valueOf(12).length();
        double List = Character(x) + Integer(x) * Integer.parseInt("3");
        for (int i : java.util.List.of(1, 2)) {
            sum += i * List;
        }
        return Character.isDigit('3') ? sum * Math.sin(y) : Double.MIN_VALUE;
    }

    private static double Double(double x) {
        return x * x;
    }

    private static double String(double x) {
        return x * x * x;
    }

    private static double Character(double x) {
        return Math.exp(x);
    }

    private static double Integer(double x) {
        double product = x;
        for (int i = 0; i < 2; i++) {
            product *= x + i;
        }
        return product;
    }

    @Differentiable
    @Sample(at = "2, 3")
    static double shadowed(double Math, double Double) {
        return java.lang.Math.sin(Math) * Double;
    }

    @Differentiable
    @Sample(at = "[1, 2], 3")
    static Tensor classes(Tensor Tensor, double Objects) {
        dev.jacobi.tensor.Tensor Seeds = Tensor.mul(Objects);
        return Seeds.sin();
    }

    @Differentiable
    @Sample(at = "2, 3")
    static double größe(double länge, double α) {
        double Δ = länge * α;
        return Δ * Δ + länge;
    }

    @Differentiable
    @Sample(at = "2, 3")
    static double dollars(double $x, double _y) {
        double $ = $x * _y;
        return $ * $;
    }

    @Differentiable
    @Sample(at = "2", gives = "4")
    static double shared(double x) {
        return x * x;
    }

    @Differentiable
    @Sample(at = "2, 3", gives = "3, 2")
    static double shared(double x, double y) {
        return x * y;
    }

    @Differentiable
    @Sample(at = "2, 3, 4", gives = "12, 8, 6")
    static double shared(double x, double y, double z) {
        return x * y * z;
    }

    @Differentiable
    @Sample(at = "[1, 2]", gives = "[2, 4]")
    static Tensor shared(Tensor x) {
        return x.square();
    }

    @Differentiable("Energy")
    @Sample(at = "2", in = "Energy", gives = "4")
    static double named(double x) {
        return x * x;
    }

    @Differentiable(value = "Power", wrt = "y")
    @Sample(at = "2, 5, 3", in = "Power", wrt = "y", gives = "2")
    public static double otherOverload(double x, int n, double y) {
        return x * y;
    }

    @Differentiable(value = "ByBoth", wrt = {"y", "x"})
    @Sample(at = "2, 3, 4", in = "ByBoth", wrt = {"x", "y"})
    public static double inAnyOrder(double x, double y, double z) {
        return x * y * y * z;
    }

    @Differentiable
    @Sample(at = "2", gives = "4")
    static double V(double x) {
        return x * x;
    }

    @Differentiable
    @Sample(at = "2", in = "XGrad", gives = "3")
    static double x(double x) {
        return 3 * x;
    }

    @Differentiable
    @Sample(at = "2, 3", gives = "3, 2")
    static double gradient(double x, double gradient) {
        return x * gradient;
    }

    @Differentiable
    @Sample(at = "2, 3", gives = "3, 2")
    static double vjp(double apply, double fields) {
        return apply * fields;
    }

    /** Keywords of newer Java are names still. */
    @Differentiable
    @Sample(at = "2, 3, 4")
    static double keywords(double record, double yield, double sealed) {
        double permits = record * yield, when = permits * sealed, var = when + 1;
        return permits * when * var;
    }

    @Differentiable
    @Sample(at = "[1, 2]")
    static double classesOfTheRuntime(double[] Shadows) {
        double Bars = Shadows[0];
        double[] Rows = Shadows.clone();
        Rows[0] = Bars * Bars;
        return Rows[0] * Rows[1];
    }

    private static final double SCALE = 3;

    /** Variables that are called like the class whose members the derivative mentions. */
    @Differentiable
    @Sample(at = {"2, 3", "-1, 0.5"})
    static double likeItsClass(double Names, double LikeItsClassGrad) {
        return cubed(Names) * SCALE * LikeItsClassGrad;
    }

    private static double cubed(double v) {
        double product = 1;
        for (int i = 0; i < 3; i++) {
            product *= v;
        }
        return product;
    }

    @Differentiable
    @Sample(at = "2, 3")
    static double overloadedByTypes(double x, double y) {
        return x * y;
    }

    /** Its Jacobians need columns of their own, of this overload's type. */
    @Differentiable
    @Sample(at = "[1, 2]d, 3")
    static Tensor overloadedByTypes(Tensor x, double y) {
        return x.mul(y);
    }
}
