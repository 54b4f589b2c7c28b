package dev.jacobi.processor.rules;

import dev.jacobi.processor.ir.Primitive;
import java.util.Set;

/** What is known of the shapes that tensor operations give. */
public final class TensorShapes {

    private static final String TENSOR = "dev.jacobi.tensor.Tensor.";

    /** Of operands that all have one shape and type, the result has it too. */
    private static final Set<String> ELEMENTWISE = Set.of(
            "add",
            "sub",
            "mul",
            "div",
            "rsub",
            "rdiv",
            "pow",
            "powSlope",
            "maximum",
            "minimum",
            "atan2",
            "hypot",
            "neg",
            "abs",
            "square",
            "sqrt",
            "rsqrt",
            "reciprocal",
            "exp",
            "expm1",
            "log",
            "log1p",
            "log10",
            "log2",
            "sin",
            "cos",
            "tan",
            "asin",
            "acos",
            "atan",
            "sinh",
            "cosh",
            "tanh",
            "sigmoid",
            "softplus",
            "relu",
            "clamp",
            "sign",
            "floor",
            "ceil",
            "round",
            "trunc",
            "erf",
            "erfc",
            "erfinv",
            "lgamma",
            "digamma",
            "polygamma",
            "erfcx",
            "erfcxSlope",
            "ndtr",
            "logNdtr",
            "i0",
            "i0e",
            "i1",
            "i1e",
            "besselI",
            "besselIe",
            "exp2",
            "logit",
            "sinc",
            "sincSlope",
            "asinh",
            "acosh",
            "atanh",
            "deg2rad",
            "rad2deg",
            "positive",
            "frac",
            "nanToNum",
            "clampMin",
            "clampMax",
            "gelu",
            "geluTanh",
            "silu",
            "mish",
            "logSigmoid",
            "softsign",
            "tanhshrink",
            "selu",
            "leakyRelu",
            "elu",
            "celu",
            "relu6",
            "hardtanh",
            "hardsigmoid",
            "hardswish",
            "softshrink",
            "hardshrink",
            "threshold",
            "fmod",
            "remainder",
            "floorDivide",
            "fmax",
            "fmin",
            "copysign",
            "heaviside",
            "rpow",
            "logaddexp",
            "logaddexp2",
            "xlogy",
            "xlog1py",
            "lerp",
            "addcmul",
            "addcdiv");

    /** Results have the shape and type of the argument. */
    private static final Set<String> FITTING = Set.of("sumTo", "expandTo");

    private TensorShapes() {}

    /** Whether the result has the shape and type that all tensor operands share, if they do. */
    public static boolean isElementwise(Primitive primitive) {
        return isTensorMethod(primitive) && ELEMENTWISE.contains(primitive.name());
    }

    /**
     * Whether the result has the shape and type of the second operand, and is the first where that has them already.
     */
    public static boolean fitsTo(Primitive primitive) {
        return isTensorMethod(primitive) && FITTING.contains(primitive.name());
    }

    private static boolean isTensorMethod(Primitive primitive) {
        return primitive.form() == Primitive.Form.METHOD
                && primitive.signature().startsWith(TENSOR);
    }
}
