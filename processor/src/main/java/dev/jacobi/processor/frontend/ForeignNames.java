package dev.jacobi.processor.frontend;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to write in the place of what PyTorch's tensors and masks have under another name, or in another way. */
final class ForeignNames {
    static final String MASK = "dev.jacobi.tensor.Mask";
    static final String INDEX = "dev.jacobi.tensor.Index";

    private static final String DERIVATIVES =
            "derivatives are members of the class that is generated for a method, such as FGrad.gradient(x) of f(x);"
                    + " a Variable, which FGrad.apply takes, has backward() and grad()";
    private static final String BY_PARAMETERS =
            "a tensor needs no mark: derivatives are by the parameters, all or those that @Differentiable(wrt = …) names";
    private static final String CONSTANT =
            "a tensor keeps no graph: put it into a local variable that is marked @NoDerivative, to hold it constant";
    private static final String UNCHANGED = "tensors never change, so none has to be copied: leave it out";
    private static final String PLACES = "tensors never change: indexPut, selectScatter and sliceScatter give new ones";
    private static final String MASKS = "comparisons give a Mask, which has and(…), or(…), xor(…), not(), any(), all()";
    private static final String TYPE = "write to(DType.FLOAT32) or to(DType.FLOAT64)";

    /** By the names in small letters, without underscores. */
    private static final Map<String, String> OF_TENSORS = Map.ofEntries(
            entry("absolute", write("abs()")),
            entry("all", MASKS),
            entry("any", MASKS),
            entry("arccos", write("acos()")),
            entry("arccosh", write("acosh()")),
            entry("arcsin", write("asin()")),
            entry("arcsinh", write("asinh()")),
            entry("arctan", write("atan()")),
            entry("arctan2", write("atan2(y)")),
            entry("arctanh", write("atanh()")),
            entry("backward", DERIVATIVES),
            entry("clone", UNCHANGED),
            entry("copy", UNCHANGED),
            entry("data", CONSTANT),
            entry("detach", CONSTANT),
            entry("dist", write("sub(y).norm()")),
            entry("fix", write("trunc()")),
            entry("floatpower", write("pow(y)")),
            entry("grad", DERIVATIVES),
            entry("logicaland", MASKS),
            entry("logicalnot", MASKS),
            entry("logicalor", MASKS),
            entry("logicalxor", MASKS),
            entry("ndim", write("rank()")),
            entry("ndimension", write("rank()")),
            entry("nelement", write("size()")),
            entry("numpy", write("toDoubleArray() or toFloatArray()")),
            entry("pinverse", write("pinv()")),
            entry("ravel", write("flatten()")),
            entry("requiresgrad", BY_PARAMETERS),
            entry("retaingrad", BY_PARAMETERS),
            entry("set", PLACES),
            entry("swapdims", write("transpose(dim0, dim1)")),
            entry("t", write("t() for a matrix, mT() for a stack of them")),
            entry("todouble", TYPE),
            entry("tofloat", TYPE),
            entry("tolist", write("toDoubleArray() or toFloatArray()")),
            entry("truedivide", write("div(y)")),
            entry("type", TYPE),
            entry("typeas", write("to(y.dtype())")));

    private static final Map<String, String> OF_MASKS = Map.of(
            "sum", write("count(), or toTensor(x.dtype()).sum() for a tensor"),
            "mean", write("toTensor(x.dtype()).mean()"),
            "mul", write("x.mul(mask.toTensor(x.dtype())), or Tensor.where(mask, x, 0)"),
            "logicaland", write("and(…)"),
            "logicalor", write("or(…)"),
            "logicalnot", write("not()"));

    private ForeignNames() {}

    private static String write(String instead) {
        return "write " + instead;
    }

    /** What to write in the place of a member of a class; null if it isn't known. */
    static @Nullable String instead(String member, String className) {
        String plain = member.replace("_", "").toLowerCase(Locale.ROOT);
        return switch (className) {
            case Spelling.TENSOR -> OF_TENSORS.get(plain);
            case MASK -> OF_MASKS.get(plain);
            default -> null;
        };
    }
}
