package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.defined;
import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;
import static dev.jacobi.processor.rules.Rule.zero;

import java.util.List;

/** From and to Java's numbers and arrays, constants, facts and comparisons. For the texts see {@link TensorRules}. */
final class ConversionRules {

    private ConversionRules() {}

    static final List<Rule> RULES = List.of(
            // From and to Java numbers and arrays
            rule("static of(float... elements)")
                    .byEach("Tensor.of(elementsDot)", "(float) rBar.item(i)", "rBar.toFloatArray()"),
            rule("static of(double... elements)")
                    .byEach("Tensor.of(elementsDot)", "rBar.item(i)", "rBar.toDoubleArray()"),
            rule("static of(float[][] rows)").by("Tensor.of(rowsDot)", "rBar.toFloatMatrix()"),
            rule("static of(double[][] rows)").by("Tensor.of(rowsDot)", "rBar.toDoubleMatrix()"),
            rule("static scalar(float value)").by("Tensor.scalar(valueDot)", "(float) rBar.item()"),
            rule("static scalar(double value)").by("Tensor.scalar(valueDot)", "rBar.item()"),
            rule("static from(float[] data, int... shape)").by("Tensor.from(dataDot, shape)", "rBar.toFloatArray()"),
            rule("static from(double[] data, int... shape)").by("Tensor.from(dataDot, shape)", "rBar.toDoubleArray()"),
            rule("static full(double value, DType dtype, int... shape)")
                    .by("Tensor.full(valueDot, dtype, shape)", "rBar.sum().item()"),
            rule("static full(double value, int... shape)").by("Tensor.full(valueDot, shape)", "rBar.sum().item()"),
            rule("static fullLike(Tensor like, double value)")
                    .by("0")
                    .by("Tensor.fullLike(like, valueDot)", "rBar.sum().item()"),
            rule("static linspace(double start, double end, int steps)")
                    .by("Tensor.linspace(startDot, 0, steps)", "rBar.dot(Tensor.linspace(1, 0, steps)).item()")
                    .by("Tensor.linspace(0, endDot, steps)", "rBar.dot(Tensor.linspace(0, 1, steps)).item()"),
            rule("static linspace(double start, double end, int steps, DType dtype)")
                    .by(
                            "Tensor.linspace(startDot, 0, steps, dtype)",
                            "rBar.dot(Tensor.linspace(1, 0, steps, dtype)).item()")
                    .by(
                            "Tensor.linspace(0, endDot, steps, dtype)",
                            "rBar.dot(Tensor.linspace(0, 1, steps, dtype)).item()"),
            // How many there are is constant between jumps.
            rule("static arange(double start, double end)")
                    .by("Tensor.fullLike(r, startDot)", "rBar.sum().item()")
                    .by("0"),
            rule("static arange(double start, double end, double step)")
                    .by("Tensor.fullLike(r, startDot)", "rBar.sum().item()")
                    .by("0")
                    .by("Tensor.arange(r.size()).mul(stepDot)", "rBar.dot(Tensor.arange(r.size())).item()"),
            rule("static arange(double start, double end, double step, DType dtype)")
                    .by("Tensor.fullLike(r, startDot)", "rBar.sum().item()")
                    .by("0")
                    .by(
                            "Tensor.arange(r.size()).to(dtype).mul(stepDot)",
                            "rBar.dot(Tensor.arange(r.size()).to(dtype)).item()"),
            rule("static logspace(double start, double end, int steps)")
                    .by(
                            "r.mul(Tensor.linspace(2.302585092994046 * startDot, 0, steps))",
                            "rBar.dot(r.mul(Tensor.linspace(2.302585092994046, 0, steps))).item()")
                    .by(
                            "r.mul(Tensor.linspace(0, 2.302585092994046 * endDot, steps))",
                            "rBar.dot(r.mul(Tensor.linspace(0, 2.302585092994046, steps))).item()"),
            rule("static logspace(double start, double end, int steps, DType dtype)")
                    .by(
                            "r.mul(Tensor.linspace(2.302585092994046 * startDot, 0, steps, dtype))",
                            "rBar.dot(r.mul(Tensor.linspace(2.302585092994046, 0, steps, dtype))).item()")
                    .by(
                            "r.mul(Tensor.linspace(0, 2.302585092994046 * endDot, steps, dtype))",
                            "rBar.dot(r.mul(Tensor.linspace(0, 2.302585092994046, steps, dtype))).item()"),
            rule("item()").by("xDot.item()", "Tensor.fullLike(x, rBar)"),
            rule("item(int... index)").by("xDot.item(index)", "Tensor.scalar(rBar).placed(x, index)"),
            rule("toFloatArray()").by("xDot.toFloatArray()", "Tensor.of(rBar).to(x.dtype()).reshapeAs(x)"),
            rule("toDoubleArray()").by("xDot.toDoubleArray()", "Tensor.of(rBar).to(x.dtype()).reshapeAs(x)"),
            rule("toFloatMatrix()").by("xDot.toFloatMatrix()", "Tensor.of(rBar).to(x.dtype()).reshapeAs(x)"),
            rule("toDoubleMatrix()").by("xDot.toDoubleMatrix()", "Tensor.of(rBar).to(x.dtype()).reshapeAs(x)"),
            rule("to(DType dtype)").by("xDot.to(dtype)", "rBar.to(x.dtype())"),

            // Constants
            none("static zeros(int... shape)"),
            none("static zeros(DType dtype, int... shape)"),
            none("static ones(int... shape)"),
            none("static ones(DType dtype, int... shape)"),
            none("static eye(int n)"),
            none("static eye(DType dtype, int n)"),
            none("static eye(int n, int m)"),
            none("static eye(DType dtype, int n, int m)"),
            none("static arange(int n)"),
            none("static randn(RandomGenerator random, DType dtype, int... shape)"),
            none("static rand(RandomGenerator random, DType dtype, int... shape)"),
            none("static randNormal(RandomGenerator random, DType dtype, int... shape)"),
            none("static randUniform(RandomGenerator random, DType dtype, int... shape)"),
            none("static randn(RandomGenerator random, int... shape)"),
            none("static rand(RandomGenerator random, int... shape)"),
            defined(
                    "static uniform(RandomGenerator random, double low, double high, int... shape)",
                    "Tensor.randUniform(random, DType.FLOAT32, shape).mul(high - low).add(low)"),
            defined(
                    "static uniform(RandomGenerator random, double low, double high, DType dtype, int... shape)",
                    "Tensor.randUniform(random, dtype, shape).mul(high - low).add(low)"),
            defined(
                    "static normal(RandomGenerator random, double mean, double std, int... shape)",
                    "Tensor.randNormal(random, DType.FLOAT32, shape).mul(std).add(mean)"),
            defined(
                    "static normal(RandomGenerator random, double mean, double std, DType dtype, int... shape)",
                    "Tensor.randNormal(random, dtype, shape).mul(std).add(mean)"),
            zero("static randLike(RandomGenerator random, Tensor like)"),
            zero("static randnLike(RandomGenerator random, Tensor like)"),
            zero("bernoulli(RandomGenerator random)").on(0.1, 0.9),
            none("multinomial(RandomGenerator random, int samples, boolean replacement)"),
            zero("static zerosLike(Tensor like)"),
            zero("static onesLike(Tensor like)"),
            zero("static eyeLike(Tensor like)"),

            // Facts and comparisons
            none("shape()"),
            none("dtype()"),
            none("rank()"),
            none("dim(int i)"),
            none("size()"),
            none("size(int i)"),
            none("numel()"),
            none("lt(Tensor y)"),
            none("lt(double y)"),
            none("le(Tensor y)"),
            none("le(double y)"),
            none("gt(Tensor y)"),
            none("gt(double y)"),
            none("ge(Tensor y)"),
            none("ge(double y)"),
            none("eq(Tensor y)"),
            none("eq(double y)"),
            none("ne(Tensor y)"),
            none("ne(double y)"),
            none("equals(Object other)"),
            none("hashCode()"));
}
