package dev.jacobi.tensor;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * An immutable array of floating-point numbers with a {@link Shape}, in row-major order, with PyTorch's operations
 * under PyTorch's names.
 *
 * <p>Three rules hold for all operations unless they say otherwise.
 *
 * <ul>
 *   <li><b>Type.</b> Tensors of different type are combined in float64. As in PyTorch a Java number, or a 0-d tensor
 *       combined with one that has dimensions, doesn't promote: it is first rounded to the other's type. What is put
 *       into places of a tensor, or added there, is rounded to this one's type ({@link #scatter}, {@link #indexPut} …).
 *   <li><b>Shape.</b> Operands of elementwise operations are broadcast: aligned at the last dimension, lengths must be
 *       equal or 1, and missing dimensions count as 1; else they throw a {@link ShapeMismatchException}.
 *   <li><b>Dimensions</b> are counted from 0, or backwards from −1 for the last; one that isn't there throws an
 *       {@link IndexOutOfBoundsException}, and a null argument a {@link NullPointerException} that names it. As in
 *       PyTorch, operations that go along a dimension, such as {@link #sum(int)}, {@link #softmax} and
 *       {@link #sort(int)}, take a 0-d tensor as one element along 0 or −1, and give a 0-d one; what parts or joins
 *       dimensions doesn't.
 * </ul>
 *
 * <p>NaN and infinities go through as in IEEE arithmetic and PyTorch. In formulas x is this tensor and r the result.
 */
public final class Tensor {
    private static final float[] NO_FLOATS = {};
    private static final double[] NO_DOUBLES = {};

    private final Shape shape;
    private final DType dtype;
    /** The elements of a float32 tensor; of a float64 tensor, empty. */
    private final float[] floats;
    /** The elements of a float64 tensor; of a float32 tensor, empty. */
    private final double[] doubles;
    /**
     * The factors of a matrix that a system of equations was solved with, for the next one; set more than once by
     * chance.
     */
    private @Nullable Factors factors;
    /** See {@link #isShared}. */
    private boolean shared;

    /** A float32 tensor that keeps the array, which must not be changed any more. */
    Tensor(Shape shape, float[] floats) {
        this.shape = shape;
        this.dtype = DType.FLOAT32;
        this.floats = floats;
        this.doubles = NO_DOUBLES;
    }

    /** A float64 tensor that keeps the array, which must not be changed any more. */
    Tensor(Shape shape, double[] doubles) {
        this.shape = shape;
        this.dtype = DType.FLOAT64;
        this.floats = NO_FLOATS;
        this.doubles = doubles;
    }

    /** A tensor that keeps the array, a {@code float[]} or {@code double[]} as the type says. */
    static Tensor owning(Shape shape, DType dtype, Object data) {
        return dtype == DType.FLOAT32 ? new Tensor(shape, (float[]) data) : new Tensor(shape, (double[]) data);
    }

    /** A 0-d tensor of the given type. */
    static Tensor scalarOf(DType dtype, double value) {
        return dtype == DType.FLOAT32 ? scalar((float) value) : scalar(value);
    }

    // ---- creation

    /** A 1-d float32 tensor. PyTorch: {@code tensor}. */
    public static Tensor of(float... elements) {
        return from(elements, Checks.present("of", "elements", elements).length);
    }

    /** A 1-d float64 tensor. PyTorch: {@code tensor(…, dtype=float64)}. */
    public static Tensor of(double... elements) {
        return from(elements, Checks.present("of", "elements", elements).length);
    }

    /**
     * A 2-d float32 tensor with these rows. PyTorch: {@code tensor}.
     *
     * @throws ShapeMismatchException if the rows differ in length
     */
    public static Tensor of(float[][] rows) {
        return Creation.ofRows(rows);
    }

    /**
     * A 2-d float64 tensor with these rows. PyTorch: {@code tensor(…, dtype=float64)}.
     *
     * @throws ShapeMismatchException if the rows differ in length
     */
    public static Tensor of(double[][] rows) {
        return Creation.ofRows(rows);
    }

    /** A 0-d float32 tensor. PyTorch: {@code tensor(2.)}. */
    public static Tensor scalar(float value) {
        return new Tensor(Shape.SCALAR, new float[] {value});
    }

    /** A 0-d float64 tensor. PyTorch: {@code tensor(2., dtype=float64)}. */
    public static Tensor scalar(double value) {
        return new Tensor(Shape.SCALAR, new double[] {value});
    }

    /**
     * A float32 tensor of any shape with a copy of these elements, row by row. PyTorch: {@code tensor(…).reshape(…)}.
     *
     * @throws ShapeMismatchException if there are more or fewer of them than the shape has
     */
    public static Tensor from(float[] data, int... shape) {
        Checks.present("from", "data", data);
        return new Tensor(Creation.shapeFor(data.length, shape), data.clone());
    }

    /**
     * A float64 tensor of any shape with a copy of these elements, row by row. PyTorch: {@code tensor(…).reshape(…)}.
     *
     * @throws ShapeMismatchException if there are more or fewer of them than the shape has
     */
    public static Tensor from(double[] data, int... shape) {
        Checks.present("from", "data", data);
        return new Tensor(Creation.shapeFor(data.length, shape), data.clone());
    }

    /** A float32 tensor of zeros. PyTorch: {@code zeros}. */
    public static Tensor zeros(int... shape) {
        return zeros(DType.FLOAT32, shape);
    }

    /** A tensor of zeros. PyTorch: {@code zeros}. */
    public static Tensor zeros(DType dtype, int... shape) {
        return Creation.filled("zeros", 0, dtype, shape);
    }

    /** A float32 tensor of ones. PyTorch: {@code ones}. */
    public static Tensor ones(int... shape) {
        return ones(DType.FLOAT32, shape);
    }

    /** A tensor of ones. PyTorch: {@code ones}. */
    public static Tensor ones(DType dtype, int... shape) {
        return Creation.filled("ones", 1, dtype, shape);
    }

    /** A tensor whose elements are all {@code value}. PyTorch: {@code full}. */
    public static Tensor full(double value, DType dtype, int... shape) {
        return Creation.filled("full", value, dtype, shape);
    }

    /** A float32 tensor whose elements are all {@code value}. PyTorch: {@code full}. */
    public static Tensor full(double value, int... shape) {
        return Creation.filled("full", value, DType.FLOAT32, shape);
    }

    /** Zeros of the shape and type of {@code like}; null for null. PyTorch: {@code zeros_like}. */
    @SuppressWarnings({"NullAway", "ConstantConditions"}) // derivatives ask for what a variable without a tensor has
    public static Tensor zerosLike(Tensor like) {
        return like == null ? null : Creation.filledLike("zerosLike", like, 0);
    }

    /** Ones of the shape and type of {@code like}. PyTorch: {@code ones_like}. */
    public static Tensor onesLike(Tensor like) {
        return Creation.filledLike("onesLike", like, 1);
    }

    /**
     * A tensor of the shape and type of {@code like} whose elements are all {@code value}. PyTorch: {@code full_like}.
     */
    public static Tensor fullLike(Tensor like, double value) {
        return Creation.filledLike("fullLike", like, value);
    }

    /** The n×n identity, float32. PyTorch: {@code eye}. */
    public static Tensor eye(int n) {
        return eye(DType.FLOAT32, n);
    }

    /** The n×n identity. PyTorch: {@code eye}. */
    public static Tensor eye(DType dtype, int n) {
        return Mask.eye(n).toTensor(Checks.present("eye", "dtype", dtype));
    }

    /** The n×m tensor with ones where the row is the column, zeros elsewhere, float32. PyTorch: {@code eye}. */
    public static Tensor eye(int n, int m) {
        return eye(DType.FLOAT32, n, m);
    }

    /** The n×m tensor with ones where the row is the column, zeros elsewhere. PyTorch: {@code eye}. */
    public static Tensor eye(DType dtype, int n, int m) {
        return Sequences.eye(dtype, n, m);
    }

    /** The numbers 0, 1, …, n − 1, float32. PyTorch: {@code arange(n, dtype=float32)}. */
    public static Tensor arange(int n) {
        return Creation.linspace("arange", 0, n - 1, n, DType.FLOAT32);
    }

    /**
     * The numbers start, start + 1, … before {@code end}, float32. PyTorch: {@code arange(start, end, dtype=float32)}.
     *
     * @throws IllegalArgumentException if {@code end} is less than {@code start}
     */
    public static Tensor arange(double start, double end) {
        return Sequences.arange(start, end, 1, DType.FLOAT32);
    }

    /**
     * The numbers start, start + step, start + 2·step, … before {@code end}, float32. How many there are counts as
     * constant. PyTorch: {@code arange(start, end, step, dtype=float32)}.
     *
     * @throws IllegalArgumentException if {@code step} is 0 or leads away from {@code end}
     */
    public static Tensor arange(double start, double end, double step) {
        return Sequences.arange(start, end, step, DType.FLOAT32);
    }

    /**
     * The numbers start, start + step, start + 2·step, … before {@code end}. How many there are counts as constant.
     * PyTorch: {@code arange(start, end, step)}.
     *
     * @throws IllegalArgumentException if {@code step} is 0 or leads away from {@code end}
     */
    public static Tensor arange(double start, double end, double step, DType dtype) {
        return Sequences.arange(start, end, step, dtype);
    }

    /**
     * Ten to the power of {@code steps} numbers from {@code start} to {@code end}, both included, at equal distances,
     * float32. PyTorch: {@code logspace}.
     *
     * @throws IllegalArgumentException if {@code steps} is negative
     */
    public static Tensor logspace(double start, double end, int steps) {
        return logspace(start, end, steps, DType.FLOAT32);
    }

    /**
     * Ten to the power of {@code steps} numbers from {@code start} to {@code end}, both included, at equal distances.
     * PyTorch: {@code logspace}.
     *
     * @throws IllegalArgumentException if {@code steps} is negative
     */
    public static Tensor logspace(double start, double end, int steps, DType dtype) {
        return Creation.linspace("logspace", start, end, steps, DType.FLOAT64)
                .rpow(10)
                .to(Checks.present("logspace", "dtype", dtype));
    }

    /**
     * {@code steps} numbers from {@code start} to {@code end}, both included, at equal distances, float32. PyTorch:
     * {@code linspace}.
     *
     * @throws IllegalArgumentException if {@code steps} is negative
     */
    public static Tensor linspace(double start, double end, int steps) {
        return Creation.linspace("linspace", start, end, steps, DType.FLOAT32);
    }

    /**
     * {@code steps} numbers from {@code start} to {@code end}, both included, at equal distances. PyTorch:
     * {@code linspace}.
     *
     * @throws IllegalArgumentException if {@code steps} is negative
     */
    public static Tensor linspace(double start, double end, int steps, DType dtype) {
        return Creation.linspace("linspace", start, end, steps, dtype);
    }

    /** Normally distributed numbers with mean 0 and variance 1, float32. PyTorch: {@code randn}. */
    public static Tensor randn(RandomGenerator random, int... shape) {
        return Creation.random("randn", random, RandomGenerator::nextGaussian, shape);
    }

    /** Numbers uniformly distributed in [0, 1), float32. PyTorch: {@code rand}. */
    public static Tensor rand(RandomGenerator random, int... shape) {
        return rand(random, DType.FLOAT32, shape);
    }

    /** Normally distributed numbers with mean 0 and variance 1. PyTorch: {@code randn}. */
    public static Tensor randn(RandomGenerator random, DType dtype, int... shape) {
        return Sequences.random("randn", random, RandomGenerator::nextGaussian, dtype, shape);
    }

    /** Numbers uniformly distributed in [0, 1). PyTorch: {@code rand}. */
    public static Tensor rand(RandomGenerator random, DType dtype, int... shape) {
        return Sequences.rand("rand", random, dtype, shape);
    }

    /** What {@link #normal(RandomGenerator, double, double, DType, int...)} multiplies. Used by derivatives. */
    public static Tensor randNormal(RandomGenerator random, DType dtype, int... shape) {
        return Sequences.random("normal", random, RandomGenerator::nextGaussian, dtype, shape);
    }

    /** What {@link #uniform(RandomGenerator, double, double, DType, int...)} multiplies. Used by derivatives. */
    public static Tensor randUniform(RandomGenerator random, DType dtype, int... shape) {
        return Sequences.rand("uniform", random, dtype, shape);
    }

    /** As {@link #uniform(RandomGenerator, double, double, DType, int...)}, float32. PyTorch: {@code uniform_}. */
    public static Tensor uniform(RandomGenerator random, double low, double high, int... shape) {
        return uniform(random, low, high, DType.FLOAT32, shape);
    }

    /**
     * Numbers of equal probability from {@code low} to below {@code high}: low + (high − low)·u, by whose bounds it can
     * be differentiated. PyTorch: {@code uniform_}, and {@code Uniform.rsample}.
     */
    public static Tensor uniform(RandomGenerator random, double low, double high, DType dtype, int... shape) {
        return randUniform(random, dtype, shape).mul(high - low).add(low);
    }

    /** As {@link #normal(RandomGenerator, double, double, DType, int...)}, float32. PyTorch: {@code normal}. */
    public static Tensor normal(RandomGenerator random, double mean, double std, int... shape) {
        return normal(random, mean, std, DType.FLOAT32, shape);
    }

    /**
     * Numbers of a normal distribution: mean + std·n, by whose parameters it can be differentiated. PyTorch:
     * {@code normal}, and {@code Normal.rsample}.
     */
    public static Tensor normal(RandomGenerator random, double mean, double std, DType dtype, int... shape) {
        return randNormal(random, dtype, shape).mul(std).add(mean);
    }

    /** Numbers from 0 to below 1 in the shape and type of {@code like}. PyTorch: {@code rand_like}. */
    public static Tensor randLike(RandomGenerator random, Tensor like) {
        Checks.present("randLike", "like", like);
        return Sequences.rand("randLike", random, like.dtype, like.shape.toArray());
    }

    /**
     * Numbers of the standard normal distribution in the shape and type of {@code like}. PyTorch: {@code randn_like}.
     */
    public static Tensor randnLike(RandomGenerator random, Tensor like) {
        Checks.present("randnLike", "like", like);
        return Sequences.random("randnLike", random, RandomGenerator::nextGaussian, like.dtype, like.shape.toArray());
    }

    /**
     * 1 with the probability that each element says, else 0; the derivative is 0. PyTorch: {@code bernoulli}.
     *
     * @throws IllegalArgumentException if an element isn't in [0, 1]
     */
    public Tensor bernoulli(RandomGenerator random) {
        return Draws.bernoulli(this, random);
    }

    /**
     * So many draws of positions along the last dimension, each as probable as its element says, which needn't add up
     * to 1; without replacement each position once. PyTorch: {@code multinomial}.
     *
     * @throws ShapeMismatchException if this isn't 1-d or 2-d
     * @throws IllegalArgumentException if an element is negative or not finite, or fewer than needed are positive
     */
    public Index multinomial(RandomGenerator random, int samples, boolean replacement) {
        return Draws.multinomial(this, random, samples, replacement);
    }

    /**
     * The tensors, which have one shape, as the slices of a new first dimension. PyTorch: {@code stack(…, dim=0)}.
     *
     * @throws ShapeMismatchException if the shapes differ
     * @throws IllegalArgumentException if there are no tensors
     */
    public static Tensor stack(Tensor... xs) {
        return Joining.stack(0, xs);
    }

    /**
     * The tensors, which have one shape, as the slices of a new dimension {@code dim} of the result. PyTorch:
     * {@code stack}.
     *
     * @throws ShapeMismatchException if the shapes differ
     * @throws IllegalArgumentException if there are no tensors
     */
    public static Tensor stack(int dim, Tensor... xs) {
        return Joining.stack(dim, xs);
    }

    /**
     * The tensors one after the other along dimension {@code dim}, the only one in which they may differ. PyTorch:
     * {@code cat}, which also skips tensors of the shape [0] among others of more dimensions, as NumPy doesn't.
     *
     * @throws ShapeMismatchException if the shapes differ elsewhere
     * @throws IllegalArgumentException if there are no tensors
     */
    public static Tensor cat(int dim, Tensor... xs) {
        return Joining.cat(dim, xs);
    }

    /**
     * Matrices along the diagonal of a larger one, from the upper left, with zeros around them; vectors are rows, and
     * 0-d tensors matrices of one element. PyTorch: {@code block_diag}, SciPy: {@code linalg.block_diag}.
     *
     * @throws ShapeMismatchException if a tensor has more than 2 dimensions
     * @throws IllegalArgumentException if there are no tensors
     */
    public static Tensor blockDiag(Tensor... xs) {
        return DiagonalBlocks.joined(xs);
    }

    /**
     * The tensors side by side: along dimension 1, or end to end if they have one dimension or none. PyTorch:
     * {@code hstack}.
     *
     * @throws ShapeMismatchException if the shapes differ elsewhere
     * @throws IllegalArgumentException if there are no tensors
     */
    public static Tensor hstack(Tensor... xs) {
        return Stacking.join("hstack", 1, xs);
    }

    /**
     * The tensors below each other: along dimension 0, those of one dimension or none as rows. PyTorch: {@code vstack}.
     *
     * @throws ShapeMismatchException if the shapes differ elsewhere
     * @throws IllegalArgumentException if there are no tensors
     */
    public static Tensor vstack(Tensor... xs) {
        return Stacking.join("vstack", 2, xs);
    }

    /**
     * The tensors behind each other: along dimension 2, a matrix counting as [m, n, 1] and a vector as [1, n, 1].
     * PyTorch: {@code dstack}.
     *
     * @throws ShapeMismatchException if the shapes differ elsewhere
     * @throws IllegalArgumentException if there are no tensors
     */
    public static Tensor dstack(Tensor... xs) {
        return Stacking.join("dstack", 3, xs);
    }

    /**
     * The coordinates of a grid's points: of vectors of lengths n₀, n₁, … as many tensors of shape [n₀, n₁, …], of
     * which tensor i holds x<sub>i</sub>'s element at the i-th index. A tensor without dimensions counts as a vector of
     * one element. The adjoint sums each tensor's over the other dimensions. PyTorch: {@code meshgrid(…,
     * indexing="ij")}; NumPy: {@code meshgrid(…, indexing="ij")}.
     *
     * @throws ShapeMismatchException if one has more than one dimension
     * @throws IllegalArgumentException if there are no tensors, or the grid has more elements than an array can
     */
    public static Tensor[] meshgrid(Tensor... xs) {
        return Grids.meshgrid("ij", xs);
    }

    /**
     * As {@link #meshgrid(Tensor...)}, with the order of the first two dimensions as one likes it.
     *
     * @param indexing {@code "ij"}, or {@code "xy"} for tensors of shape [n₁, n₀, …], as NumPy and the array API count
     *     where nothing is said
     * @throws ShapeMismatchException if one has more than one dimension
     * @throws IllegalArgumentException if {@code indexing} is something else, there are no tensors, or the grid has
     *     more elements than an array can
     */
    public static Tensor[] meshgrid(String indexing, Tensor... xs) {
        return Grids.meshgrid(indexing, xs);
    }

    /**
     * Each tensor stretched to the shape that all have in common, as {@link #expand}; each keeps its type. PyTorch:
     * {@code broadcast_tensors}; NumPy: {@code broadcast_arrays}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     * @throws IllegalArgumentException if there are no tensors
     */
    public static Tensor[] broadcastTensors(Tensor... xs) {
        return Grids.broadcast(xs);
    }

    /** See {@link #oneHot(DType, Index, int)}; float32. */
    public static Tensor oneHot(Index index, int classes) {
        return oneHot(DType.FLOAT32, index, classes);
    }

    /**
     * For each integer c of the index a row of {@code classes} numbers, 1 at c and 0 elsewhere: the shape of the index
     * and one dimension more. PyTorch: {@code one_hot(…).to(dtype)}.
     *
     * @throws IndexOutOfBoundsException if an integer is negative, or isn't below {@code classes}
     */
    public static Tensor oneHot(DType dtype, Index index, int classes) {
        return Indexing.oneHot(dtype, index, classes);
    }

    /**
     * The elements of {@code x} where the condition holds and of {@code y} elsewhere; all three are broadcast. PyTorch:
     * {@code where}.
     */
    public static Tensor where(Mask condition, Tensor x, Tensor y) {
        return Joining.where(condition, x, y);
    }

    /** The elements of {@code x} where the condition holds and the number elsewhere. PyTorch: {@code where}. */
    public static Tensor where(Mask condition, Tensor x, double y) {
        return where(condition, x, scalarOf(Checks.present("where", "x", x).dtype, y));
    }

    /** The number where the condition holds and the elements of {@code y} elsewhere. PyTorch: {@code where}. */
    public static Tensor where(Mask condition, double x, Tensor y) {
        return where(condition, scalarOf(Checks.present("where", "y", y).dtype, x), y);
    }

    // ---- what it is, and conversion

    /** The shape. */
    public Shape shape() {
        return shape;
    }

    /** The element type. */
    public DType dtype() {
        return dtype;
    }

    /** The number of dimensions. PyTorch: {@code dim()}. */
    public int rank() {
        return shape.rank();
    }

    /**
     * The length of a dimension; negative numbers count from the last, which is {@code -1}. PyTorch: {@code size(i)}.
     *
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    public int dim(int i) {
        return shape.dim(i);
    }

    /** The length of a dimension, as {@link #dim}. PyTorch: {@code size(i)}. */
    public int size(int i) {
        return shape.at(shape.ownAxis("size", i));
    }

    /** The number of elements. PyTorch: {@code numel}. */
    public int size() {
        return shape.size();
    }

    /** The number of elements, as {@link #size}. PyTorch: {@code numel}. */
    public int numel() {
        return shape.size();
    }

    /** A copy of the elements, row by row; float64 elements are rounded. */
    public float[] toFloatArray() {
        return to(DType.FLOAT32).floats.clone();
    }

    /** A copy of the elements, row by row. */
    public double[] toDoubleArray() {
        return to(DType.FLOAT64).doubles.clone();
    }

    /**
     * A copy of the elements of a 2-d tensor as an array of rows.
     *
     * @throws ShapeMismatchException if this isn't 2-d
     */
    public float[][] toFloatMatrix() {
        return Creation.toFloatRows(this);
    }

    /**
     * A copy of the elements of a 2-d tensor as an array of rows.
     *
     * @throws ShapeMismatchException if this isn't 2-d
     */
    public double[][] toDoubleMatrix() {
        return Creation.toDoubleRows(this);
    }

    /**
     * The only element. PyTorch: {@code item}.
     *
     * @throws ShapeMismatchException if there isn't exactly one
     */
    public double item() {
        if (size() != 1) {
            throw new ShapeMismatchException(
                    "item: x has shape " + shape + " and so " + size() + " elements, but must have one");
        }
        return at(0);
    }

    /**
     * The element at a full index, whose entries may be negative. PyTorch: {@code x[i, j].item()}.
     *
     * @throws IndexOutOfBoundsException if there is no such element, or the index has too few or too many entries
     */
    public double item(int... index) {
        Checks.present("item", "index", index);
        if (index.length != rank()) {
            throw new IndexOutOfBoundsException("item: the index " + Arrays.toString(index) + " must have " + rank()
                    + " entries, as x has shape " + shape);
        }
        return at(Slices.offset("item", shape, index));
    }

    /**
     * These elements in another type, rounded to the nearest where need be; itself if it has it. PyTorch: {@code to}.
     */
    public Tensor to(DType dtype) {
        return this.dtype == Checks.present("to", "dtype", dtype) ? this : Creation.converted(this, dtype);
    }

    // ---- arithmetic

    /** r = x + y. PyTorch: {@code add}. */
    public Tensor add(Tensor y) {
        return BinaryOperation.ADD.apply(this, y);
    }

    /** r = x + y. PyTorch: {@code add}. */
    public Tensor add(double y) {
        return BinaryOperation.ADD.apply(this, y);
    }

    /** r = x − y. PyTorch: {@code sub}. */
    public Tensor sub(Tensor y) {
        return BinaryOperation.SUB.apply(this, y);
    }

    /** r = x − y. PyTorch: {@code sub}. */
    public Tensor sub(double y) {
        return BinaryOperation.SUB.apply(this, y);
    }

    /** r = y − x. PyTorch: {@code rsub}. */
    public Tensor rsub(double y) {
        return BinaryOperation.SUB.apply(y, this);
    }

    /** r = x · y, elementwise; see {@link #mm} for the matrix product. PyTorch: {@code mul}. */
    public Tensor mul(Tensor y) {
        return BinaryOperation.MUL.apply(this, y);
    }

    /** r = x · y. PyTorch: {@code mul}. */
    public Tensor mul(double y) {
        return BinaryOperation.MUL.apply(this, y);
    }

    /** r = x / y, elementwise. PyTorch: {@code div}. */
    public Tensor div(Tensor y) {
        return BinaryOperation.DIV.apply(this, y);
    }

    /** r = x / y. PyTorch: {@code div}. */
    public Tensor div(double y) {
        return BinaryOperation.DIV.apply(this, y);
    }

    /** r = y / x. PyTorch: {@code y / x}. */
    public Tensor rdiv(double y) {
        return BinaryOperation.DIV.apply(y, this);
    }

    /** r = x^y, elementwise; 1 where y is 0, and NaN where x is negative and y no integer. PyTorch: {@code pow}. */
    public Tensor pow(Tensor y) {
        return BinaryOperation.POW.apply(this, y);
    }

    /**
     * r = x^y. The exponents ±1, ±2, 3, 4 are products and ±½ roots, in the tensor's own arithmetic; at most two units
     * in the last place off. PyTorch: {@code pow}.
     */
    public Tensor pow(double y) {
        return Power.pow(this, y);
    }

    /**
     * r = y·x^(y−1), the slope of {@link #pow(double)}; 0 everywhere if y is 0. Used by derivatives. PyTorch: part of
     * {@code pow_backward}.
     */
    public Tensor powSlope(double y) {
        return Power.slope(this, y);
    }

    /** r = max(x, y), elementwise; NaN where either is. PyTorch: {@code maximum}. */
    public Tensor maximum(Tensor y) {
        return BinaryOperation.MAXIMUM.apply(this, y);
    }

    /** r = min(x, y), elementwise; NaN where either is. PyTorch: {@code minimum}. */
    public Tensor minimum(Tensor y) {
        return BinaryOperation.MINIMUM.apply(this, y);
    }

    /** The angle in (−π, π] of the point with abscissa y and ordinate x. PyTorch: {@code atan2}. */
    public Tensor atan2(Tensor y) {
        return BinaryOperation.ATAN2.apply(this, y);
    }

    /** r = √(x² + y²), without overflow on the way. PyTorch: {@code hypot}. */
    public Tensor hypot(Tensor y) {
        return BinaryOperation.HYPOT.apply(this, y);
    }

    /** r = y^x. NumPy: {@code y ** x}. PyTorch: {@code pow(y, x)}. */
    public Tensor rpow(double y) {
        return BinaryOperation.POW.apply(y, this);
    }

    /** r = max(x, y); NaN where x is; half of the derivative for each where they are equal. NumPy: {@code maximum}. */
    public Tensor maximum(double y) {
        return BinaryOperation.MAXIMUM.apply(this, y);
    }

    /** r = min(x, y); NaN where x is; half of the derivative for each where they are equal. NumPy: {@code minimum}. */
    public Tensor minimum(double y) {
        return BinaryOperation.MINIMUM.apply(this, y);
    }

    /**
     * r = max(x, y), elementwise; where only one is NaN, the other. The derivative is that of x where they are equal.
     * PyTorch: {@code fmax}.
     */
    public Tensor fmax(Tensor y) {
        return BinaryOperation.FMAX.apply(this, y);
    }

    /**
     * r = min(x, y), elementwise; where only one is NaN, the other. The derivative is that of x where they are equal.
     * PyTorch: {@code fmin}.
     */
    public Tensor fmin(Tensor y) {
        return BinaryOperation.FMIN.apply(this, y);
    }

    /** r = x − y·trunc(x/y), exact, with the sign of x; NaN where y is 0. PyTorch: {@code fmod}. */
    public Tensor fmod(Tensor y) {
        return BinaryOperation.FMOD.apply(this, y);
    }

    /** r = x − y·trunc(x/y), exact, with the sign of x; NaN where y is 0. PyTorch: {@code fmod}. */
    public Tensor fmod(double y) {
        return BinaryOperation.FMOD.apply(this, y);
    }

    /** r = x − y·⌊x/y⌋, with the sign of y; NaN where y is 0. PyTorch: {@code remainder}. */
    public Tensor remainder(Tensor y) {
        return BinaryOperation.REMAINDER.apply(this, y);
    }

    /** r = x − y·⌊x/y⌋, with the sign of y; NaN where y is 0. PyTorch: {@code remainder}. */
    public Tensor remainder(double y) {
        return BinaryOperation.REMAINDER.apply(this, y);
    }

    /**
     * r = ⌊x/y⌋, computed from the exact remainder, so that 1 holds 0.1 nine times; x/y where y is 0. Its derivative is
     * 0. PyTorch: {@code floor_divide}.
     */
    public Tensor floorDivide(Tensor y) {
        return BinaryOperation.FLOOR_DIVIDE.apply(this, y);
    }

    /**
     * r = ⌊x/y⌋, computed from the exact remainder; x/y if y is 0. Its derivative is 0. PyTorch: {@code floor_divide}.
     */
    public Tensor floorDivide(double y) {
        return BinaryOperation.FLOOR_DIVIDE.apply(this, y);
    }

    /**
     * r = |x| with the sign of y, −0 and NaN having one, too; its derivative is 0 where x is. PyTorch:
     * {@code copysign}.
     */
    public Tensor copysign(Tensor y) {
        return BinaryOperation.COPYSIGN.apply(this, y);
    }

    /** r = |x| with the sign of y; its derivative is 0 where x is. PyTorch: {@code copysign}. */
    public Tensor copysign(double y) {
        return BinaryOperation.COPYSIGN.apply(this, y);
    }

    /** 0 where x &lt; 0 or NaN, 1 where x &gt; 0, and y where x = 0. PyTorch: {@code heaviside}. */
    public Tensor heaviside(Tensor y) {
        return BinaryOperation.HEAVISIDE.apply(this, y);
    }

    /** r = ln(eˣ + eʸ), without overflow on the way. PyTorch: {@code logaddexp}. */
    public Tensor logaddexp(Tensor y) {
        return BinaryOperation.LOGADDEXP.apply(this, y);
    }

    /** r = log₂(2ˣ + 2ʸ), without overflow on the way. PyTorch: {@code logaddexp2}. */
    public Tensor logaddexp2(Tensor y) {
        return BinaryOperation.LOGADDEXP2.apply(this, y);
    }

    /** r = x·ln y; 0 where x is 0 and y no NaN. PyTorch: {@code xlogy}. */
    public Tensor xlogy(Tensor y) {
        return BinaryOperation.XLOGY.apply(this, y);
    }

    /** r = x·ln y; 0 where x is 0 and y no NaN. PyTorch: {@code xlogy}. */
    public Tensor xlogy(double y) {
        return BinaryOperation.XLOGY.apply(this, y);
    }

    /** r = x·ln(1 + y); 0 where x is 0 and y no NaN. PyTorch: {@code special.xlog1py}. */
    public Tensor xlog1py(Tensor y) {
        return BinaryOperation.XLOG1PY.apply(this, y);
    }

    /** r = x + weight·(end − x); exactly {@code end} for the weight 1. PyTorch: {@code lerp}. */
    public Tensor lerp(Tensor end, double weight) {
        return Blending.lerp(this, end, weight);
    }

    /** r = x + weight·(end − x), elementwise; exactly {@code end} where the weight is 1. PyTorch: {@code lerp}. */
    public Tensor lerp(Tensor end, Tensor weight) {
        return Blending.lerp(this, end, weight);
    }

    /** r = x + y·z, elementwise. PyTorch: {@code addcmul}. */
    public Tensor addcmul(Tensor y, Tensor z) {
        return Blending.addcmul(this, y, z, 1);
    }

    /** r = x + value·y·z, elementwise. PyTorch: {@code addcmul(…, value=…)}. */
    public Tensor addcmul(Tensor y, Tensor z, double value) {
        return Blending.addcmul(this, y, z, value);
    }

    /** r = x + y/z, elementwise. PyTorch: {@code addcdiv}. */
    public Tensor addcdiv(Tensor y, Tensor z) {
        return Blending.addcdiv(this, y, z, 1);
    }

    /** r = x + value·y/z, elementwise. PyTorch: {@code addcdiv(…, value=…)}. */
    public Tensor addcdiv(Tensor y, Tensor z, double value) {
        return Blending.addcdiv(this, y, z, value);
    }

    // ---- elementwise functions

    /** r = −x. PyTorch: {@code neg}. */
    public Tensor neg() {
        return UnaryOperation.NEG.apply(this);
    }

    /** r = |x|. PyTorch: {@code abs}. */
    public Tensor abs() {
        return UnaryOperation.ABS.apply(this);
    }

    /** r = x². PyTorch: {@code square}. */
    public Tensor square() {
        return UnaryOperation.SQUARE.apply(this);
    }

    /** r = √x; NaN for negative x. PyTorch: {@code sqrt}. */
    public Tensor sqrt() {
        return UnaryOperation.SQRT.apply(this);
    }

    /** r = 1/√x; +∞ at 0, NaN for negative x. PyTorch: {@code rsqrt}. */
    public Tensor rsqrt() {
        return UnaryOperation.RSQRT.apply(this);
    }

    /** r = 1/x. PyTorch: {@code reciprocal}. */
    public Tensor reciprocal() {
        return UnaryOperation.RECIPROCAL.apply(this);
    }

    /** r = eˣ, less than one unit in the last place off. PyTorch: {@code exp}. */
    public Tensor exp() {
        return UnaryOperation.EXP.apply(this);
    }

    /** r = eˣ − 1, less than two units in the last place off, near 0 too. PyTorch: {@code expm1}. */
    public Tensor expm1() {
        return UnaryOperation.EXPM1.apply(this);
    }

    /** r = ln x, less than one unit in the last place off; −∞ at 0, NaN for negative x. PyTorch: {@code log}. */
    public Tensor log() {
        return UnaryOperation.LOG.apply(this);
    }

    /** r = ln(1 + x), less than two units in the last place off, near 0 too. PyTorch: {@code log1p}. */
    public Tensor log1p() {
        return UnaryOperation.LOG1P.apply(this);
    }

    /** r = log₁₀ x. PyTorch: {@code log10}. */
    public Tensor log10() {
        return UnaryOperation.LOG10.apply(this);
    }

    /** r = log₂ x, exact for powers of two. PyTorch: {@code log2}. */
    public Tensor log2() {
        return UnaryOperation.LOG2.apply(this);
    }

    /** r = sin x, less than two units in the last place off. PyTorch: {@code sin}. */
    public Tensor sin() {
        return UnaryOperation.SIN.apply(this);
    }

    /** r = cos x, less than two units in the last place off. PyTorch: {@code cos}. */
    public Tensor cos() {
        return UnaryOperation.COS.apply(this);
    }

    /** r = tan x. PyTorch: {@code tan}. */
    public Tensor tan() {
        return UnaryOperation.TAN.apply(this);
    }

    /** r = arcsin x in [−π/2, π/2]; NaN where |x| &gt; 1. PyTorch: {@code asin}. */
    public Tensor asin() {
        return UnaryOperation.ASIN.apply(this);
    }

    /** r = arccos x in [0, π]; NaN where |x| &gt; 1. PyTorch: {@code acos}. */
    public Tensor acos() {
        return UnaryOperation.ACOS.apply(this);
    }

    /** r = arctan x in [−π/2, π/2]. PyTorch: {@code atan}. */
    public Tensor atan() {
        return UnaryOperation.ATAN.apply(this);
    }

    /** r = sinh x. PyTorch: {@code sinh}. */
    public Tensor sinh() {
        return UnaryOperation.SINH.apply(this);
    }

    /** r = cosh x. PyTorch: {@code cosh}. */
    public Tensor cosh() {
        return UnaryOperation.COSH.apply(this);
    }

    /** r = tanh x, less than two units in the last place off. PyTorch: {@code tanh}. */
    public Tensor tanh() {
        return UnaryOperation.TANH.apply(this);
    }

    /** r = 1 / (1 + e⁻ˣ), less than two units in the last place off. PyTorch: {@code sigmoid}. */
    public Tensor sigmoid() {
        return UnaryOperation.SIGMOID.apply(this);
    }

    /**
     * r = ln(1 + eˣ), less than two units in the last place off, without overflow and without PyTorch's switch to x
     * above 20. PyTorch: {@code softplus}.
     */
    public Tensor softplus() {
        return UnaryOperation.SOFTPLUS.apply(this);
    }

    /** r = max(x, 0). PyTorch: {@code relu}. */
    public Tensor relu() {
        return UnaryOperation.RELU.apply(this);
    }

    /** r = min(max(x, min), max); {@code max} if {@code min > max}. PyTorch: {@code clamp}. */
    public Tensor clamp(double min, double max) {
        return BinaryOperation.MINIMUM.apply(BinaryOperation.MAXIMUM.apply(this, min), max);
    }

    /** −1, 0 or 1 as x is negative, zero or positive; 0 for NaN. PyTorch: {@code sign}. */
    public Tensor sign() {
        return UnaryOperation.SIGN.apply(this);
    }

    /** The largest integer not above x. PyTorch: {@code floor}. */
    public Tensor floor() {
        return UnaryOperation.FLOOR.apply(this);
    }

    /** The smallest integer not below x. PyTorch: {@code ceil}. */
    public Tensor ceil() {
        return UnaryOperation.CEIL.apply(this);
    }

    /** The nearest integer, the even one of two. PyTorch: {@code round}. */
    public Tensor round() {
        return UnaryOperation.ROUND.apply(this);
    }

    /** The integer next to x towards zero. PyTorch: {@code trunc}. */
    public Tensor trunc() {
        return UnaryOperation.TRUNC.apply(this);
    }

    /**
     * r = min(max(x, min), max), elementwise; {@code max} where {@code min > max}. The derivative at the bounds is that
     * of x. PyTorch: {@code clamp}.
     */
    public Tensor clamp(Tensor min, Tensor max) {
        return Blending.clamp(this, min, max);
    }

    /** r = max(x, min); the derivative at the bound is 1. PyTorch: {@code clamp_min}. */
    public Tensor clampMin(double min) {
        return BinaryOperation.MAXIMUM.apply(this, min);
    }

    /** r = min(x, max); the derivative at the bound is 1. PyTorch: {@code clamp_max}. */
    public Tensor clampMax(double max) {
        return BinaryOperation.MINIMUM.apply(this, max);
    }

    /** r = x. PyTorch: {@code positive}. */
    public Tensor positive() {
        return this;
    }

    /** r = x − trunc(x), with the sign of x; NaN for infinities. PyTorch: {@code frac}. */
    public Tensor frac() {
        return UnaryOperation.FRAC.apply(this);
    }

    /**
     * 0, the largest and the least finite number in place of NaN, +∞ and −∞, where the derivative is 0. PyTorch:
     * {@code nan_to_num}.
     */
    public Tensor nanToNum() {
        return PiecewiseActivations.nanToNum(this);
    }

    /** These numbers in place of NaN, +∞ and −∞, where the derivative is 0. PyTorch: {@code nan_to_num}. */
    public Tensor nanToNum(double nan, double posinf, double neginf) {
        return PiecewiseActivations.nanToNum(this, nan, posinf, neginf);
    }

    /** r = π/180·x. PyTorch: {@code deg2rad}. */
    public Tensor deg2rad() {
        return mul(Math.PI / 180);
    }

    /** r = 180/π·x. PyTorch: {@code rad2deg}. */
    public Tensor rad2deg() {
        return mul(180 / Math.PI);
    }

    /** r = 2ˣ. PyTorch: {@code exp2}. */
    public Tensor exp2() {
        return UnaryOperation.EXP2.apply(this);
    }

    /**
     * r = ln(x/(1 − x)), the inverse of {@link #sigmoid}; NaN outside [0, 1], and so is its derivative. PyTorch:
     * {@code logit}.
     */
    public Tensor logit() {
        return UnaryOperation.LOGIT.apply(this);
    }

    /** r = logit of x clamped to [eps, 1 − eps]; the derivative outside is 0. PyTorch: {@code logit(eps)}. */
    public Tensor logit(double eps) {
        return clamp(eps, 1 - eps).logit();
    }

    /** r = sin(πx)/(πx), and 1 at 0. PyTorch: {@code sinc}. */
    public Tensor sinc() {
        return sincSlope(0);
    }

    /** r = arsinh x. PyTorch: {@code asinh}. */
    public Tensor asinh() {
        return UnaryOperation.ASINH.apply(this);
    }

    /** r = arcosh x; NaN where x &lt; 1. PyTorch: {@code acosh}. */
    public Tensor acosh() {
        return UnaryOperation.ACOSH.apply(this);
    }

    /** r = artanh x; NaN where |x| &gt; 1. PyTorch: {@code atanh}. */
    public Tensor atanh() {
        return UnaryOperation.ATANH.apply(this);
    }

    /** r = 2/√π ∫₀ˣ e^−t² dt, less than three units in the last place off. PyTorch: {@code erf}. */
    public Tensor erf() {
        return UnaryOperation.ERF.apply(this);
    }

    /** r = 1 − erf x, less than five units in the last place off, however small. PyTorch: {@code erfc}. */
    public Tensor erfc() {
        return UnaryOperation.ERFC.apply(this);
    }

    /** The r with erf r = x; NaN where |x| &gt; 1. PyTorch: {@code erfinv}. */
    public Tensor erfinv() {
        return UnaryOperation.ERFINV.apply(this);
    }

    /** r = ln|Γ(x)|; +∞ at 0 and negative integers. PyTorch: {@code lgamma}. */
    public Tensor lgamma() {
        return UnaryOperation.LGAMMA.apply(this);
    }

    /** The derivative of ln Γ(x); NaN at negative integers, infinite at 0. PyTorch: {@code digamma}. */
    public Tensor digamma() {
        return UnaryOperation.DIGAMMA.apply(this);
    }

    /**
     * The n-th derivative of {@link #digamma}, which is ψ⁽ⁿ⁾(x) = (−1)ⁿ⁺¹ n! Σₖ 1/(x + k)ⁿ⁺¹. PyTorch:
     * {@code polygamma(n, x)}, to all digits.
     *
     * @throws IllegalArgumentException if n is negative
     */
    public Tensor polygamma(int n) {
        return SpecialFunctions.polygamma(this, n);
    }

    /** r = e^x²·erfc x, exact where erfc x is small or 0. PyTorch: {@code special.erfcx}. */
    public Tensor erfcx() {
        return UnaryOperation.ERFCX.apply(this);
    }

    /**
     * r = Φ(x), how probable it is that a standard normal number is less than x; less than six units in the last place
     * off, however small. PyTorch: {@code special.ndtr}.
     */
    public Tensor ndtr() {
        return UnaryOperation.NDTR.apply(this);
    }

    /** r = ln Φ(x), exact where Φ(x), which is {@link #ndtr}, is near 0 or 1. PyTorch: {@code special.log_ndtr}. */
    public Tensor logNdtr() {
        return UnaryOperation.LOG_NDTR.apply(this);
    }

    /**
     * r = I₀(x), the modified Bessel function of the first kind of order 0, which is Σ (x²/4)ᵏ/k!² and grows as eˣ
     * does. PyTorch: {@code i0}, NumPy: {@code i0}.
     */
    public Tensor i0() {
        return UnaryOperation.I0.apply(this);
    }

    /** r = e^−|x|·I₀(x), which is never infinite. PyTorch: {@code special.i0e}. */
    public Tensor i0e() {
        return UnaryOperation.I0E.apply(this);
    }

    /** r = I₁(x), the derivative of {@link #i0}. PyTorch: {@code special.i1}. */
    public Tensor i1() {
        return UnaryOperation.I1.apply(this);
    }

    /** r = e^−|x|·I₁(x), which is never infinite. PyTorch: {@code special.i1e}. */
    public Tensor i1e() {
        return UnaryOperation.I1E.apply(this);
    }

    /**
     * r = Iₙ(x), the modified Bessel function of the first kind of order n, of which derivatives of {@link #i0} are
     * made: 2·Iₙ' = Iₙ₋₁ + Iₙ₊₁. SciPy: {@code special.iv(n, x)}.
     *
     * @throws IllegalArgumentException if n isn't from −20 to 20
     */
    public Tensor besselI(int n) {
        return Bessel.of("besselI", this, n, false);
    }

    /**
     * r = e^−|x|·Iₙ(x), which is never infinite; see {@link #besselI}. SciPy: {@code special.ive(n, x)}.
     *
     * @throws IllegalArgumentException if n isn't from −20 to 20
     */
    public Tensor besselIe(int n) {
        return Bessel.of("besselIe", this, n, true);
    }

    // ---- activations

    /** r = x if x &gt; 0, else 0.01·x. PyTorch: {@code leaky_relu}. */
    public Tensor leakyRelu() {
        return leakyRelu(0.01);
    }

    /** r = x if x &gt; 0, else slope·x; the derivative at 0 is the slope. PyTorch: {@code leaky_relu}. */
    public Tensor leakyRelu(double slope) {
        return PiecewiseActivations.leakyRelu(this, slope);
    }

    /** r = x if x &gt; 0, else eˣ − 1. PyTorch: {@code elu}. */
    public Tensor elu() {
        return elu(1);
    }

    /** r = x if x &gt; 0, else alpha·(eˣ − 1); the derivative at 0 is alpha. PyTorch: {@code elu}. */
    public Tensor elu(double alpha) {
        return PiecewiseActivations.elu(this, alpha);
    }

    /** r = 1.0507·elu(x, 1.6733), which keeps mean 0 and variance 1. PyTorch: {@code selu}. */
    public Tensor selu() {
        return PiecewiseActivations.selu(this);
    }

    /** r = x if x &gt; 0, else eˣ − 1. PyTorch: {@code celu}. */
    public Tensor celu() {
        return celu(1);
    }

    /**
     * r = x if x &gt; 0, else alpha·(e^(x/alpha) − 1). PyTorch: {@code celu}.
     *
     * @throws IllegalArgumentException if alpha is 0
     */
    public Tensor celu(double alpha) {
        return PiecewiseActivations.celu(this, alpha);
    }

    /** r = min(max(x, 0), 6); the derivative at 0 and 6 is 0. PyTorch: {@code relu6}. */
    public Tensor relu6() {
        return UnaryOperation.RELU6.apply(this);
    }

    /** r = min(max(x, −1), 1); the derivative at the bounds is 0. PyTorch: {@code hardtanh}. */
    public Tensor hardtanh() {
        return hardtanh(-1, 1);
    }

    /**
     * r = min(max(x, min), max); the derivative at the bounds is 0. PyTorch: {@code hardtanh}.
     *
     * @throws IllegalArgumentException if min &gt; max
     */
    public Tensor hardtanh(double min, double max) {
        return PiecewiseActivations.hardtanh(this, min, max);
    }

    /** r = min(max(x + 3, 0), 6)/6; the derivative at ±3 is 0. PyTorch: {@code hardsigmoid}. */
    public Tensor hardsigmoid() {
        return UnaryOperation.HARDSIGMOID.apply(this);
    }

    /** r = x·min(max(x + 3, 0), 6)/6; the derivatives at −3 and 3 are −½ and 3/2. PyTorch: {@code hardswish}. */
    public Tensor hardswish() {
        return UnaryOperation.HARDSWISH.apply(this);
    }

    /**
     * r = x·Φ(x), where Φ is the distribution of standard normal numbers; less than six units in the last place off, or
     * 6·|x| times the smallest number. PyTorch: {@code gelu}.
     */
    public Tensor gelu() {
        return UnaryOperation.GELU.apply(this);
    }

    /**
     * r = ½x·(1 + tanh(√(2/π)·(x + 0.044715x³))), which is near {@link #gelu}. PyTorch:
     * {@code gelu(approximate="tanh")}.
     */
    public Tensor geluTanh() {
        return UnaryOperation.GELU_TANH.apply(this);
    }

    /**
     * r = x·σ(x), also called swish; less than three units in the last place off, or 3·|x| times the smallest number.
     * PyTorch: {@code silu}.
     */
    public Tensor silu() {
        return UnaryOperation.SILU.apply(this);
    }

    /**
     * r = x·tanh(ln(1 + eˣ)), less than five units in the last place off, or 5·|x| times the smallest number. PyTorch:
     * {@code mish}.
     */
    public Tensor mish() {
        return UnaryOperation.MISH.apply(this);
    }

    /**
     * r = ln σ(x) = −ln(1 + e⁻ˣ), less than two units in the last place off, without overflow. PyTorch:
     * {@code logsigmoid}.
     */
    public Tensor logSigmoid() {
        return UnaryOperation.LOG_SIGMOID.apply(this);
    }

    /** r = x/(1 + |x|). PyTorch: {@code softsign}. */
    public Tensor softsign() {
        return UnaryOperation.SOFTSIGN.apply(this);
    }

    /** r = x − tanh x. PyTorch: {@code tanhshrink}. */
    public Tensor tanhshrink() {
        return UnaryOperation.TANHSHRINK.apply(this);
    }

    /** r = x moved by ½ towards 0, at most to 0. PyTorch: {@code softshrink}. */
    public Tensor softshrink() {
        return softshrink(0.5);
    }

    /**
     * r = x moved by lambda towards 0, at most to 0; the derivative at ±lambda is 0. PyTorch: {@code softshrink}.
     *
     * @throws IllegalArgumentException if lambda is negative
     */
    public Tensor softshrink(double lambda) {
        return PiecewiseActivations.softshrink(this, lambda);
    }

    /** r = x where |x| &gt; ½, else 0. PyTorch: {@code hardshrink}. */
    public Tensor hardshrink() {
        return hardshrink(0.5);
    }

    /** r = x where |x| &gt; lambda, else 0. PyTorch: {@code hardshrink}. */
    public Tensor hardshrink(double lambda) {
        return PiecewiseActivations.hardshrink(this, lambda);
    }

    /** r = x where x &gt; threshold, else value. PyTorch: {@code threshold}. */
    public Tensor threshold(double threshold, double value) {
        return PiecewiseActivations.threshold(this, threshold, value);
    }

    /**
     * x where it is positive, elsewhere x times a weight: one for all, or one for each channel along dimension 1.
     * PyTorch: {@code prelu}.
     *
     * @throws ShapeMismatchException if {@code weight} isn't a number, or a vector of one for each channel
     */
    public Tensor prelu(Tensor weight) {
        return PiecewiseActivations.prelu(this, weight);
    }

    // ---- comparison

    /** Where x &lt; y. PyTorch: {@code lt}. */
    public Mask lt(Tensor y) {
        return Masks.less("lt", this, y);
    }

    /** Where x &lt; y. PyTorch: {@code lt}. */
    public Mask lt(double y) {
        return Masks.less("lt", this, scalarOf(dtype, y));
    }

    /** Where x ≤ y. PyTorch: {@code le}. */
    public Mask le(Tensor y) {
        return Masks.lessOrEqual("le", this, y);
    }

    /** Where x ≤ y. PyTorch: {@code le}. */
    public Mask le(double y) {
        return Masks.lessOrEqual("le", this, scalarOf(dtype, y));
    }

    /** Where x &gt; y. PyTorch: {@code gt}. */
    public Mask gt(Tensor y) {
        return Masks.greater("gt", this, y);
    }

    /** Where x &gt; y. PyTorch: {@code gt}. */
    public Mask gt(double y) {
        return Masks.greater("gt", this, scalarOf(dtype, y));
    }

    /** Where x ≥ y. PyTorch: {@code ge}. */
    public Mask ge(Tensor y) {
        return Masks.greaterOrEqual("ge", this, y);
    }

    /** Where x ≥ y. PyTorch: {@code ge}. */
    public Mask ge(double y) {
        return Masks.greaterOrEqual("ge", this, scalarOf(dtype, y));
    }

    /** Where x = y as numbers: NaN equals nothing, and 0 equals −0. PyTorch: {@code eq}. */
    public Mask eq(Tensor y) {
        return Masks.equal("eq", this, y);
    }

    /** Where x = y as numbers. PyTorch: {@code eq}. */
    public Mask eq(double y) {
        return Masks.equal("eq", this, scalarOf(dtype, y));
    }

    /** Where x ≠ y as numbers. PyTorch: {@code ne}. */
    public Mask ne(Tensor y) {
        return Masks.equal("ne", this, y).not();
    }

    /** Where x ≠ y as numbers. PyTorch: {@code ne}. */
    public Mask ne(double y) {
        return Masks.equal("ne", this, scalarOf(dtype, y)).not();
    }

    /** Where x is NaN. PyTorch: {@code isnan}. */
    public Mask isnan() {
        return Classification.isnan(this);
    }

    /** Where x is +∞ or −∞. PyTorch: {@code isinf}. */
    public Mask isinf() {
        return Classification.isinf(this);
    }

    /** Where x is neither NaN nor infinite. PyTorch: {@code isfinite}. */
    public Mask isfinite() {
        return Classification.isfinite(this);
    }

    /** Where the sign bit is set, as it is in −0. PyTorch: {@code signbit}. */
    public Mask signbit() {
        return Classification.signbit(this);
    }

    /** Where |x − y| ≤ 10⁻⁸ + 10⁻⁵|y|, or x = y. PyTorch: {@code isclose}. */
    public Mask isclose(Tensor y) {
        return isclose(y, 1e-5, 1e-8, false);
    }

    /**
     * Where |x − y| ≤ atol + rtol·|y|, or x = y; and where both are NaN, if {@code equalNan}. PyTorch: {@code isclose}.
     *
     * @throws IllegalArgumentException if a tolerance is negative
     */
    public Mask isclose(Tensor y, double rtol, double atol, boolean equalNan) {
        return Blending.isclose("isclose", this, y, rtol, atol, equalNan);
    }

    /** Whether all are close: {@link #isclose(Tensor)}. PyTorch: {@code allclose}. */
    public boolean allclose(Tensor y) {
        return allclose(y, 1e-5, 1e-8, false);
    }

    /**
     * Whether all are close: {@link #isclose(Tensor, double, double, boolean)}. PyTorch: {@code allclose}.
     *
     * @throws IllegalArgumentException if a tolerance is negative
     */
    public boolean allclose(Tensor y, double rtol, double atol, boolean equalNan) {
        return Blending.isclose("allclose", this, y, rtol, atol, equalNan).all();
    }

    // ---- reductions

    /**
     * The sum of all elements, 0-d; 0 if there are none. A float32 sum is rounded as often as some twenty additions
     * would be, however many elements there are. PyTorch: {@code sum}.
     */
    public Tensor sum() {
        return Reductions.sum(this);
    }

    /** The sums along dimension {@code dim}, which is dropped. PyTorch: {@code sum(dim)}. */
    public Tensor sum(int dim) {
        return sum(dim, false);
    }

    /**
     * The sums along dimension {@code dim}, which is dropped or kept with length 1. PyTorch: {@code sum(dim, keepdim)}.
     */
    public Tensor sum(int dim, boolean keepDim) {
        return Reductions.sum(this, shape.axis("sum", dim), keepDim);
    }

    /** The mean of all elements, 0-d; NaN if there are none. PyTorch: {@code mean}. */
    public Tensor mean() {
        return Reductions.mean(this);
    }

    /** The means along dimension {@code dim}, which is dropped. PyTorch: {@code mean(dim)}. */
    public Tensor mean(int dim) {
        return mean(dim, false);
    }

    /**
     * The means along dimension {@code dim}, which is dropped or kept with length 1. PyTorch: {@code mean(dim,
     * keepdim)}.
     */
    public Tensor mean(int dim, boolean keepDim) {
        return Reductions.mean(this, shape.axis("mean", dim), keepDim);
    }

    /**
     * The largest along dimension {@code dim}, which is dropped; NaN if there is one. PyTorch: {@code amax(dim)}.
     *
     * @throws IllegalArgumentException if the dimension is empty
     */
    public Tensor amax(int dim) {
        return amax(dim, false);
    }

    /**
     * The largest along dimension {@code dim}, which is dropped or kept with length 1. PyTorch: {@code amax(dim,
     * keepdim)}.
     *
     * @throws IllegalArgumentException if the dimension is empty
     */
    public Tensor amax(int dim, boolean keepDim) {
        return Reductions.amax(this, shape.axis("amax", dim), keepDim);
    }

    /**
     * The smallest along dimension {@code dim}, which is dropped; NaN if there is one. PyTorch: {@code amin(dim)}.
     *
     * @throws IllegalArgumentException if the dimension is empty
     */
    public Tensor amin(int dim) {
        return amin(dim, false);
    }

    /**
     * The smallest along dimension {@code dim}, which is dropped or kept with length 1. PyTorch: {@code amin(dim,
     * keepdim)}.
     *
     * @throws IllegalArgumentException if the dimension is empty
     */
    public Tensor amin(int dim, boolean keepDim) {
        return Reductions.amin(this, shape.axis("amin", dim), keepDim);
    }

    /**
     * The largest element, 0-d; NaN if there is one. PyTorch: {@code amax()}.
     *
     * @throws IllegalArgumentException if there are no elements
     */
    public Tensor max() {
        return Reductions.amax(this);
    }

    /**
     * The smallest element, 0-d; NaN if there is one. PyTorch: {@code amin()}.
     *
     * @throws IllegalArgumentException if there are no elements
     */
    public Tensor min() {
        return Reductions.amin(this);
    }

    /** As {@link #max(int, boolean)}, with the dimension dropped. PyTorch: {@code max(dim).values}. */
    public Tensor max(int dim) {
        return max(dim, false);
    }

    /**
     * The largest along dimension {@code dim}, which is dropped or kept with length 1; NaN if there is one. Of several,
     * the first has the derivative; {@link #amax(int, boolean)} shares it. PyTorch: {@code max(dim, keepdim).values}.
     *
     * @throws IllegalArgumentException if the dimension is empty
     */
    public Tensor max(int dim, boolean keepDim) {
        return take(extremePositions("max", dim, keepDim));
    }

    /** As {@link #min(int, boolean)}, with the dimension dropped. PyTorch: {@code min(dim).values}. */
    public Tensor min(int dim) {
        return min(dim, false);
    }

    /**
     * The smallest along dimension {@code dim}, which is dropped or kept with length 1; NaN if there is one. Of
     * several, the first has the derivative; {@link #amin(int, boolean)} shares it. PyTorch: {@code min(dim,
     * keepdim).values}.
     *
     * @throws IllegalArgumentException if the dimension is empty
     */
    public Tensor min(int dim, boolean keepDim) {
        return take(extremePositions("min", dim, keepDim));
    }

    /** The product of all elements, 0-d, multiplied in double; 1 if there are none. PyTorch: {@code prod}. */
    public Tensor prod() {
        return Reductions.prod(this);
    }

    /** r = √Σx², 0-d. PyTorch: {@code linalg.vector_norm}. */
    public Tensor norm() {
        return Reductions.norm(this);
    }

    /**
     * The sums along several dimensions, or all if none are given, which are dropped or kept with length 1. PyTorch:
     * {@code sum(dims, keepdim)}.
     *
     * @throws IllegalArgumentException if a dimension is named twice
     */
    public Tensor sum(int[] dims, boolean keepDim) {
        return RowReductions.sum(this, Axes.of("sum", shape, dims), keepDim);
    }

    /** The sum of all elements but those that are NaN, 0-d. PyTorch: {@code nansum}. */
    public Tensor nansum() {
        return masked(isnan().not()).sum();
    }

    /** The sums of elements that aren't NaN along dimension {@code dim}. PyTorch: {@code nansum(dim, keepdim)}. */
    public Tensor nansum(int dim, boolean keepDim) {
        shape.axis("nansum", dim);
        return masked(isnan().not()).sum(dim, keepDim);
    }

    /** The mean of all elements but those that are NaN, 0-d; NaN if there are no others. PyTorch: {@code nanmean}. */
    public Tensor nanmean() {
        Mask known = isnan().not();
        return masked(known).sum().div(known.count());
    }

    /**
     * The means of elements that aren't NaN along dimension {@code dim}; NaN where there are none. PyTorch:
     * {@code nanmean(dim, keepdim)}.
     */
    public Tensor nanmean(int dim, boolean keepDim) {
        shape.axis("nanmean", dim);
        Mask known = isnan().not();
        return masked(known).sum(dim, keepDim).div(known.toTensor(dtype).sum(dim, keepDim));
    }

    /**
     * The means along several dimensions, or all if none are given, which are dropped or kept with length 1. PyTorch:
     * {@code mean(dims, keepdim)}.
     *
     * @throws IllegalArgumentException if a dimension is named twice
     */
    public Tensor mean(int[] dims, boolean keepDim) {
        return RowReductions.mean(this, Axes.of("mean", shape, dims), keepDim);
    }

    /**
     * The largest along several dimensions, or all if none are given, which are dropped or kept with length 1. PyTorch:
     * {@code amax(dims, keepdim)}.
     *
     * @throws IllegalArgumentException if a dimension is named twice, or they have no elements
     */
    public Tensor amax(int[] dims, boolean keepDim) {
        return RowReductions.amax(this, Axes.of("amax", shape, dims), keepDim);
    }

    /**
     * The smallest along several dimensions, or all if none are given, which are dropped or kept with length 1.
     * PyTorch: {@code amin(dims, keepdim)}.
     *
     * @throws IllegalArgumentException if a dimension is named twice, or they have no elements
     */
    public Tensor amin(int[] dims, boolean keepDim) {
        return RowReductions.amin(this, Axes.of("amin", shape, dims), keepDim);
    }

    /** The products along dimension {@code dim}, which is dropped. PyTorch: {@code prod(dim)}. */
    public Tensor prod(int dim) {
        return prod(dim, false);
    }

    /**
     * The products along dimension {@code dim}, which is dropped or kept with length 1. PyTorch: {@code prod(dim,
     * keepdim)}.
     */
    public Tensor prod(int dim, boolean keepDim) {
        return RowReductions.prod(this, Axes.of(shape, shape.axis("prod", dim)), keepDim);
    }

    /**
     * The variance Σ(x − mean)² / (n − 1) of the n elements, 0-d; NaN if there is one or none. PyTorch: {@code var}.
     */
    public Tensor var() {
        return RowReductions.var(this, Axes.all(shape), 1, false);
    }

    /** The variances along dimension {@code dim}, which is dropped. PyTorch: {@code var(dim)}. */
    public Tensor var(int dim) {
        return var(dim, false);
    }

    /**
     * The variances along dimension {@code dim}, which is dropped or kept with length 1. PyTorch: {@code var(dim,
     * keepdim)}.
     */
    public Tensor var(int dim, boolean keepDim) {
        return RowReductions.var(this, Axes.of(shape, shape.axis("var", dim)), 1, keepDim);
    }

    /**
     * The variances along several dimensions, or all if none are given, which are dropped or kept with length 1; of n
     * elements with the divisor n − {@code correction}, but not below 0. PyTorch: {@code var(dims, correction,
     * keepdim)}.
     *
     * @throws IllegalArgumentException if a dimension is named twice
     */
    public Tensor var(int[] dims, int correction, boolean keepDim) {
        return RowReductions.var(this, Axes.of("var", shape, dims), correction, keepDim);
    }

    /**
     * The standard deviation, the square root of {@link #var()} of the n elements, 0-d; NaN if there is one or none.
     * Its derivative is 0 where it is 0 itself. PyTorch: {@code std}.
     */
    public Tensor std() {
        return RowReductions.std(this, Axes.all(shape), 1, false);
    }

    /** The standard deviations along dimension {@code dim}, which is dropped. PyTorch: {@code std(dim)}. */
    public Tensor std(int dim) {
        return std(dim, false);
    }

    /**
     * The standard deviations along dimension {@code dim}, which is dropped or kept with length 1. PyTorch:
     * {@code std(dim, keepdim)}.
     */
    public Tensor std(int dim, boolean keepDim) {
        return RowReductions.std(this, Axes.of(shape, shape.axis("std", dim)), 1, keepDim);
    }

    /**
     * The standard deviations along several dimensions, or all if none are given, which are dropped or kept with length
     * 1; of n elements with the divisor n − {@code correction}, but not below 0. PyTorch: {@code std(dims, correction,
     * keepdim)}.
     *
     * @throws IllegalArgumentException if a dimension is named twice
     */
    public Tensor std(int[] dims, int correction, boolean keepDim) {
        return RowReductions.std(this, Axes.of("std", shape, dims), correction, keepDim);
    }

    /** The {@code p}-norm of all elements, 0-d; see {@link #norm(double, int[], boolean)}. PyTorch: {@code norm(p)}. */
    public Tensor norm(double p) {
        return RowReductions.norm(this, p, Axes.all(shape), false);
    }

    /** The {@code p}-norms along dimension {@code dim}, which is dropped. PyTorch: {@code norm(p, dim)}. */
    public Tensor norm(double p, int dim) {
        return norm(p, dim, false);
    }

    /**
     * The {@code p}-norms along dimension {@code dim}, which is dropped or kept with length 1. PyTorch: {@code norm(p,
     * dim, keepdim)}.
     */
    public Tensor norm(double p, int dim, boolean keepDim) {
        return RowReductions.norm(this, p, Axes.of(shape, shape.axis("norm", dim)), keepDim);
    }

    /**
     * r = (Σ|x|^p)^(1/p) along several dimensions, or all if none are given, which are dropped or kept with length 1.
     * At p = 0 the number of elements that aren't 0, at ±∞ the largest and smallest |x|, whose derivative is shared
     * evenly among several. The derivative by an element that is 0 is 0. PyTorch: {@code norm(p, dims, keepdim)}.
     *
     * @throws IllegalArgumentException if there are no elements and p is +∞ or negative, or a dimension is named twice
     */
    public Tensor norm(double p, int[] dims, boolean keepDim) {
        return RowReductions.norm(this, p, Axes.of("norm", shape, dims), keepDim);
    }

    /** The sums of each element and those before it along dimension {@code dim}. PyTorch: {@code cumsum}. */
    public Tensor cumsum(int dim) {
        return Cumulative.sum(this, shape.axis("cumsum", dim));
    }

    /** The products of each element and those before it along dimension {@code dim}. PyTorch: {@code cumprod}. */
    public Tensor cumprod(int dim) {
        return Cumulative.prod(this, shape.axis("cumprod", dim));
    }

    /**
     * r = ln Σeˣ over each element and those before it along dimension {@code dim}, without overflow. PyTorch:
     * {@code logcumsumexp}.
     */
    public Tensor logcumsumexp(int dim) {
        return Cumulative.logsumexp(this, shape.axis("logcumsumexp", dim));
    }

    /**
     * The position of the first largest element in row-major order; of the first NaN if there is one. PyTorch:
     * {@code argmax()}.
     *
     * @throws IllegalArgumentException if there are no elements
     */
    public int argmax() {
        return Positions.extreme("argmax", this, true);
    }

    /**
     * The differences xₖ₊₁ − xₖ along dimension {@code dim}, which gets one shorter. PyTorch: {@code diff(dim=dim)}.
     */
    public Tensor diff(int dim) {
        return diff(1, dim);
    }

    /**
     * The {@code n}-th differences along dimension {@code dim}: {@code n} times those of neighbours. Empty if there are
     * no more elements than that. PyTorch: {@code diff(n, dim)}.
     *
     * @throws IllegalArgumentException if {@code n} is negative
     */
    public Tensor diff(int n, int dim) {
        return Differences.diff(this, n, shape.ownAxis("diff", dim));
    }

    /**
     * The integral of a function with these values at distances of {@code dx} along dimension {@code dim}, which is
     * dropped: dx·Σ(xₖ + xₖ₊₁)/2. PyTorch: {@code trapezoid(dx=…, dim=…)}.
     */
    public Tensor trapezoid(double dx, int dim) {
        shape.ownAxis("trapezoid", dim);
        return pairSums(dim).sum(dim).mul(0.5 * dx);
    }

    /**
     * The integral of a function with these values at the points along dimension {@code dim}, which is dropped: Σ(xₖ +
     * xₖ₊₁)(pₖ₊₁ − pₖ)/2. PyTorch: {@code trapezoid(points, dim=…)}.
     *
     * @throws ShapeMismatchException if the points aren't 1-d, or not as many as the values
     */
    public Tensor trapezoid(Tensor points, int dim) {
        Tensor steps = Checks.present("trapezoid", "points", points).pointSteps("trapezoid", this, dim);
        return pairSums(dim).mul(steps).sum(dim).mul(0.5);
    }

    /**
     * The integrals up to each point but the first, of a function with these values at distances of {@code dx} along
     * dimension {@code dim}. PyTorch: {@code cumulative_trapezoid(dx=…, dim=…)}.
     */
    public Tensor cumulativeTrapezoid(double dx, int dim) {
        shape.ownAxis("cumulativeTrapezoid", dim);
        return pairSums(dim).cumsum(dim).mul(0.5 * dx);
    }

    /**
     * The integrals up to each point but the first, of a function with these values at the points along dimension
     * {@code dim}. PyTorch: {@code cumulative_trapezoid(points, dim=…)}.
     *
     * @throws ShapeMismatchException if the points aren't 1-d, or not as many as the values
     */
    public Tensor cumulativeTrapezoid(Tensor points, int dim) {
        Tensor steps =
                Checks.present("cumulativeTrapezoid", "points", points).pointSteps("cumulativeTrapezoid", this, dim);
        return pairSums(dim).mul(steps).cumsum(dim).mul(0.5);
    }

    /**
     * The position of the first smallest element in row-major order; of the first NaN if there is one. PyTorch:
     * {@code argmin()}.
     *
     * @throws IllegalArgumentException if there are no elements
     */
    public int argmin() {
        return Positions.extreme("argmin", this, false);
    }

    /**
     * Where along dimension {@code dim}, which is dropped, the first largest is, or the first NaN. PyTorch:
     * {@code argmax(dim)}.
     *
     * @throws IllegalArgumentException if the dimension is empty
     */
    public Index argmax(int dim) {
        return argmax(dim, false);
    }

    /**
     * Where along dimension {@code dim}, which is dropped or kept with length 1, the first largest is, or the first
     * NaN. PyTorch: {@code argmax(dim, keepdim)}.
     *
     * @throws IllegalArgumentException if the dimension is empty
     */
    public Index argmax(int dim, boolean keepDim) {
        return Positions.extreme("argmax", this, true, shape.axis("argmax", dim), keepDim);
    }

    /**
     * Where along dimension {@code dim}, which is dropped, the first smallest is, or the first NaN. PyTorch:
     * {@code argmin(dim)}.
     *
     * @throws IllegalArgumentException if the dimension is empty
     */
    public Index argmin(int dim) {
        return argmin(dim, false);
    }

    /**
     * Where along dimension {@code dim}, which is dropped or kept with length 1, the first smallest is, or the first
     * NaN. PyTorch: {@code argmin(dim, keepdim)}.
     *
     * @throws IllegalArgumentException if the dimension is empty
     */
    public Index argmin(int dim, boolean keepDim) {
        return Positions.extreme("argmin", this, false, shape.axis("argmin", dim), keepDim);
    }

    /** The number of elements that aren't 0. PyTorch: {@code count_nonzero}. */
    public int countNonzero() {
        return ne(0).count();
    }

    /** The numbers of elements that aren't 0 along dimension {@code dim}. PyTorch: {@code count_nonzero(dim)}. */
    public Index countNonzero(int dim) {
        return Positions.nonZero(this, shape.axis("countNonzero", dim));
    }

    // ---- softmax and losses

    /** r = eˣ / Σeˣ along dimension {@code dim}, without overflow. PyTorch: {@code softmax(dim)}. */
    public Tensor softmax(int dim) {
        return Softmax.softmax(this, shape.axis("softmax", dim));
    }

    /** r = x − ln Σeˣ along dimension {@code dim}, without overflow. PyTorch: {@code log_softmax(dim)}. */
    public Tensor logSoftmax(int dim) {
        return Softmax.logSoftmax(this, shape.axis("logSoftmax", dim));
    }

    /** r = ln Σeˣ over all elements, 0-d, without overflow; −∞ if there are none. PyTorch: {@code logsumexp}. */
    public Tensor logsumexp() {
        return Softmax.logsumexp(flatten(), 0, false);
    }

    /** r = ln Σeˣ along dimension {@code dim}, which is dropped. PyTorch: {@code logsumexp(dim)}. */
    public Tensor logsumexp(int dim) {
        return logsumexp(dim, false);
    }

    /**
     * r = ln Σeˣ along dimension {@code dim}, which is dropped or kept with length 1, without overflow; −∞ if it is
     * empty. PyTorch: {@code logsumexp(dim, keepdim)}.
     */
    public Tensor logsumexp(int dim, boolean keepDim) {
        return Softmax.logsumexp(this, shape.axis("logsumexp", dim), keepDim);
    }

    /**
     * r = ln Σeˣ along several dimensions, or all if none are given, without overflow. PyTorch: {@code logsumexp(dims,
     * keepdim)}.
     *
     * @throws IllegalArgumentException if a dimension is named twice
     */
    public Tensor logsumexp(int[] dims, boolean keepDim) {
        Axes axes = Axes.of("logsumexp", shape, dims);
        return Softmax.logsumexp(axes.rows(this), 1, false).reshaped(axes.reduced(keepDim));
    }

    /**
     * Minus the logarithm of the probability that {@link #softmax} gives the target's class: x holds a score for each
     * class along dimension 1, or along its only one, and {@code targets} the number of the right class, in the shape
     * of x without that dimension. The mean of all. PyTorch: {@code cross_entropy}.
     */
    public Tensor crossEntropy(Index targets) {
        return crossEntropy(targets, Reduction.MEAN);
    }

    /**
     * Minus the logarithm of the probability that {@link #softmax} gives the target's class: x holds a score for each
     * class along dimension 1, or along its only one, and {@code targets} the number of the right class, in the shape
     * of x without that dimension. PyTorch: {@code cross_entropy(…, reduction)}.
     *
     * @throws ShapeMismatchException if {@code targets} hasn't the shape of x without the dimension of the classes
     * @throws IndexOutOfBoundsException if a target is no class
     */
    public Tensor crossEntropy(Index targets, Reduction reduction) {
        return ClassLosses.crossEntropy(this, targets, reduction);
    }

    /**
     * −Σ y·ln p over the classes, with the probabilities p that {@link #softmax} makes of x along dimension 1, or its
     * only one, and those that y gives. Their mean. PyTorch: {@code cross_entropy}.
     */
    public Tensor crossEntropy(Tensor y) {
        return crossEntropy(y, Reduction.MEAN);
    }

    /**
     * −Σ y·ln p over the classes, with the probabilities p that {@link #softmax} makes of x along dimension 1, or its
     * only one, and those that y gives. PyTorch: {@code cross_entropy(…, reduction)}.
     *
     * @throws ShapeMismatchException if the shapes differ or x is 0-d
     */
    public Tensor crossEntropy(Tensor y, Reduction reduction) {
        return ClassLosses.crossEntropy(this, y, reduction);
    }

    /**
     * Minus x at each target's class: as {@link #crossEntropy(Index)}, but x holds logarithms of probabilities. The
     * mean of all. PyTorch: {@code nll_loss}.
     */
    public Tensor nllLoss(Index targets) {
        return nllLoss(targets, Reduction.MEAN);
    }

    /**
     * Minus x at each target's class: as {@link #crossEntropy(Index)}, but x holds logarithms of probabilities.
     * PyTorch: {@code nll_loss(…, reduction)}.
     *
     * @throws ShapeMismatchException if {@code targets} hasn't the shape of x without the dimension of the classes
     * @throws IndexOutOfBoundsException if a target is no class
     */
    public Tensor nllLoss(Index targets, Reduction reduction) {
        return ClassLosses.nll(this, targets, reduction);
    }

    /** r = (x − y)². The mean of all. PyTorch: {@code mse_loss}. */
    public Tensor mseLoss(Tensor y) {
        return mseLoss(y, Reduction.MEAN);
    }

    /**
     * r = (x − y)². PyTorch: {@code mse_loss(…, reduction)}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     */
    public Tensor mseLoss(Tensor y, Reduction reduction) {
        return ElementLosses.mse(this, y, reduction);
    }

    /** r = |x − y|. The mean of all. PyTorch: {@code l1_loss}. */
    public Tensor l1Loss(Tensor y) {
        return l1Loss(y, Reduction.MEAN);
    }

    /**
     * r = |x − y|. PyTorch: {@code l1_loss(…, reduction)}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     */
    public Tensor l1Loss(Tensor y, Reduction reduction) {
        return ElementLosses.l1(this, y, reduction);
    }

    /** r = (x − y)² / 2β where |x − y| &lt; β, else |x − y| − β/2. The mean of all. PyTorch: {@code smooth_l1_loss}. */
    public Tensor smoothL1Loss(Tensor y, double beta) {
        return smoothL1Loss(y, beta, Reduction.MEAN);
    }

    /**
     * r = (x − y)² / 2β where |x − y| &lt; β, else |x − y| − β/2. PyTorch: {@code smooth_l1_loss(…, reduction)}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     * @throws IllegalArgumentException if {@code beta} is negative
     */
    public Tensor smoothL1Loss(Tensor y, double beta, Reduction reduction) {
        return ElementLosses.smoothL1(this, y, beta, reduction);
    }

    /** r = (x − y)² / 2 where |x − y| ≤ δ, else δ·(|x − y| − δ/2). The mean of all. PyTorch: {@code huber_loss}. */
    public Tensor huberLoss(Tensor y, double delta) {
        return huberLoss(y, delta, Reduction.MEAN);
    }

    /**
     * r = (x − y)² / 2 where |x − y| ≤ δ, else δ·(|x − y| − δ/2). PyTorch: {@code huber_loss(…, reduction)}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     * @throws IllegalArgumentException if {@code delta} isn't positive
     */
    public Tensor huberLoss(Tensor y, double delta, Reduction reduction) {
        return ElementLosses.huber(this, y, delta, reduction);
    }

    /**
     * r = −y·ln x − (1 − y)·ln(1 − x) of probabilities x, no logarithm being taken below −100. The mean of all.
     * PyTorch: {@code binary_cross_entropy}.
     */
    public Tensor binaryCrossEntropy(Tensor y) {
        return binaryCrossEntropy(y, Reduction.MEAN);
    }

    /**
     * r = −y·ln x − (1 − y)·ln(1 − x) of probabilities x, no logarithm being taken below −100. PyTorch:
     * {@code binary_cross_entropy(…, reduction)}.
     *
     * @throws ShapeMismatchException if the shapes differ
     * @throws IllegalArgumentException if an element of x isn't in [0, 1]
     */
    public Tensor binaryCrossEntropy(Tensor y, Reduction reduction) {
        return ElementLosses.binaryCrossEntropy(this, y, reduction);
    }

    /**
     * r = −y·ln σ(x) − (1 − y)·ln(1 − σ(x)), without overflow. The mean of all. PyTorch:
     * {@code binary_cross_entropy_with_logits}.
     */
    public Tensor binaryCrossEntropyWithLogits(Tensor y) {
        return binaryCrossEntropyWithLogits(y, Reduction.MEAN);
    }

    /**
     * r = −y·ln σ(x) − (1 − y)·ln(1 − σ(x)), without overflow. PyTorch: {@code binary_cross_entropy_with_logits(…,
     * reduction)}.
     *
     * @throws ShapeMismatchException if the shapes differ
     */
    public Tensor binaryCrossEntropyWithLogits(Tensor y, Reduction reduction) {
        return ElementLosses.binaryCrossEntropyWithLogits(this, y, reduction);
    }

    /**
     * r = y·(ln y − x), 0 where y is: x holds logarithms of probabilities, y probabilities. The mean of all. PyTorch:
     * {@code kl_div}.
     */
    public Tensor klDiv(Tensor y) {
        return klDiv(y, Reduction.MEAN);
    }

    /**
     * r = y·(ln y − x), 0 where y is: x holds logarithms of probabilities, y probabilities. PyTorch: {@code kl_div(…,
     * reduction)}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     */
    public Tensor klDiv(Tensor y, Reduction reduction) {
        return ElementLosses.klDiv(this, y, reduction);
    }

    /**
     * As {@link #crossEntropy(Index, Reduction)}, but targets that are {@code ignoreIndex} don't count, neither in the
     * mean. PyTorch: {@code cross_entropy(…, ignore_index, reduction)}.
     *
     * @throws ShapeMismatchException if {@code targets} hasn't the shape of x without the dimension of the classes
     * @throws IndexOutOfBoundsException if another target is no class
     */
    public Tensor crossEntropy(Index targets, int ignoreIndex, Reduction reduction) {
        return ClassLosses.crossEntropy(this, targets, ignoreIndex, reduction);
    }

    /**
     * As {@link #crossEntropy(Index, Reduction)}, where the right class counts for 1 − {@code labelSmoothing}, and all
     * together for the rest. PyTorch: {@code cross_entropy(…, label_smoothing, reduction)}.
     *
     * @throws ShapeMismatchException if {@code targets} hasn't the shape of x without the dimension of the classes
     * @throws IndexOutOfBoundsException if a target is no class
     * @throws IllegalArgumentException if {@code labelSmoothing} isn't between 0 and 1
     */
    public Tensor crossEntropy(Index targets, double labelSmoothing, Reduction reduction) {
        return ClassLosses.crossEntropy(this, targets, labelSmoothing, reduction);
    }

    /**
     * As {@link #crossEntropy(Index, int, Reduction)}, times the weight of the target's class; the mean is divided by
     * the weights' sum. PyTorch: {@code cross_entropy(…, weight, ignore_index, reduction)}.
     *
     * @throws ShapeMismatchException if {@code targets} hasn't the shape of x without the dimension of the classes, or
     *     {@code weight} hasn't a number for each class
     * @throws IndexOutOfBoundsException if another target than {@code ignoreIndex} is no class
     */
    public Tensor crossEntropy(Index targets, Tensor weight, int ignoreIndex, Reduction reduction) {
        return ClassLosses.crossEntropy(this, targets, weight, ignoreIndex, reduction);
    }

    /**
     * As {@link #nllLoss(Index, Reduction)}, but targets that are {@code ignoreIndex} don't count, neither in the mean.
     * PyTorch: {@code nll_loss(…, ignore_index, reduction)}.
     *
     * @throws ShapeMismatchException if {@code targets} hasn't the shape of x without the dimension of the classes
     * @throws IndexOutOfBoundsException if another target is no class
     */
    public Tensor nllLoss(Index targets, int ignoreIndex, Reduction reduction) {
        return ClassLosses.nll(this, targets, ignoreIndex, reduction);
    }

    /**
     * As {@link #nllLoss(Index, int, Reduction)}, times the weight of the target's class; the mean is divided by the
     * weights' sum. PyTorch: {@code nll_loss(…, weight, ignore_index, reduction)}.
     *
     * @throws ShapeMismatchException if {@code targets} hasn't the shape of x without the dimension of the classes, or
     *     {@code weight} hasn't a number for each class
     * @throws IndexOutOfBoundsException if another target than {@code ignoreIndex} is no class
     */
    public Tensor nllLoss(Index targets, Tensor weight, int ignoreIndex, Reduction reduction) {
        return ClassLosses.nll(this, targets, weight, ignoreIndex, reduction);
    }

    /**
     * As {@link #binaryCrossEntropyWithLogits(Tensor, Reduction)}, with the part of the positive, y·ln σ(x), times
     * {@code posWeight}. PyTorch: {@code binary_cross_entropy_with_logits(…, pos_weight, reduction)}.
     *
     * @throws ShapeMismatchException if the shapes of x and y differ, or {@code posWeight} doesn't stretch to it
     */
    public Tensor binaryCrossEntropyWithLogits(Tensor y, Tensor posWeight, Reduction reduction) {
        return ElementLosses.binaryCrossEntropyWithLogits(this, y, posWeight, reduction);
    }

    /**
     * eʸ·(y − x), as {@link #klDiv(Tensor, Reduction)} of logarithms y, if {@code logTarget}; else just that. PyTorch:
     * {@code kl_div(…, log_target, reduction)}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     */
    public Tensor klDiv(Tensor y, boolean logTarget, Reduction reduction) {
        return ElementLosses.klDiv(this, y, logTarget, reduction);
    }

    /**
     * As {@link #tripletMarginLoss(Tensor, Tensor, double, Reduction)}. The mean of all. PyTorch:
     * {@code triplet_margin_loss}.
     */
    public Tensor tripletMarginLoss(Tensor positive, Tensor negative, double margin) {
        return tripletMarginLoss(positive, negative, margin, Reduction.MEAN);
    }

    /**
     * max(‖x − positive‖ − ‖x − negative‖ + margin, 0) of vectors along the last dimension; to differences 10⁻⁶ is
     * added. PyTorch: {@code triplet_margin_loss(…, reduction)}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast, or some operands are 0-d and others not
     */
    public Tensor tripletMarginLoss(Tensor positive, Tensor negative, double margin, Reduction reduction) {
        return MarginLosses.tripletMarginLoss(this, positive, negative, margin, reduction);
    }

    /**
     * As {@link #cosineEmbeddingLoss(Tensor, Tensor, double, Reduction)}. The mean of all. PyTorch:
     * {@code cosine_embedding_loss}.
     */
    public Tensor cosineEmbeddingLoss(Tensor y, Tensor target, double margin) {
        return cosineEmbeddingLoss(y, target, margin, Reduction.MEAN);
    }

    /**
     * 1 − c where the target is 1, max(c − margin, 0) where it is −1, with the cosines c of the angles between vectors
     * along the last dimension. PyTorch: {@code cosine_embedding_loss(…, reduction)}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast, or one of x and y is 0-d
     */
    public Tensor cosineEmbeddingLoss(Tensor y, Tensor target, double margin, Reduction reduction) {
        return MarginLosses.cosineEmbeddingLoss(this, y, target, margin, reduction);
    }

    /**
     * As {@link #marginRankingLoss(Tensor, Tensor, double, Reduction)}. The mean of all. PyTorch:
     * {@code margin_ranking_loss}.
     */
    public Tensor marginRankingLoss(Tensor y, Tensor target, double margin) {
        return marginRankingLoss(y, target, margin, Reduction.MEAN);
    }

    /**
     * max(−target·(x − y) + margin, 0): x is to be larger where the target is 1, y where it is −1. PyTorch:
     * {@code margin_ranking_loss(…, reduction)}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     */
    public Tensor marginRankingLoss(Tensor y, Tensor target, double margin, Reduction reduction) {
        return MarginLosses.marginRankingLoss(this, y, target, margin, reduction);
    }

    /**
     * As {@link #hingeEmbeddingLoss(Tensor, double, Reduction)}. The mean of all. PyTorch:
     * {@code hinge_embedding_loss}.
     */
    public Tensor hingeEmbeddingLoss(Tensor target, double margin) {
        return hingeEmbeddingLoss(target, margin, Reduction.MEAN);
    }

    /**
     * x where the target is 1, max(margin − x, 0) where it is −1, of distances x; both where it is neither. PyTorch:
     * {@code hinge_embedding_loss(…, reduction)}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     */
    public Tensor hingeEmbeddingLoss(Tensor target, double margin, Reduction reduction) {
        return MarginLosses.hingeEmbeddingLoss(this, target, margin, reduction);
    }

    /** As {@link #softMarginLoss(Tensor, Reduction)}. The mean of all. PyTorch: {@code soft_margin_loss}. */
    public Tensor softMarginLoss(Tensor target) {
        return softMarginLoss(target, Reduction.MEAN);
    }

    /**
     * ln(1 + exp(−target·x)) of targets that are 1 or −1. PyTorch: {@code soft_margin_loss(…, reduction)}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     */
    public Tensor softMarginLoss(Tensor target, Reduction reduction) {
        return MarginLosses.softMarginLoss(this, target, reduction);
    }

    /**
     * As {@link #multiMarginLoss(Index, int, double, Reduction)} with p = 1 and a margin of 1. The mean of all.
     * PyTorch: {@code multi_margin_loss}.
     */
    public Tensor multiMarginLoss(Index targets) {
        return multiMarginLoss(targets, 1, 1, Reduction.MEAN);
    }

    /**
     * How much the scores of other classes come nearer than a margin to the target's: the sum of max(0, margin − x[t] +
     * x[i])ᵖ over all classes i but the target t, divided by the number of classes; these are in dimension 1, or the
     * only one. Where a score is just a margin away, the derivative is 0. PyTorch: {@code multi_margin_loss(…, p,
     * margin, reduction)}.
     *
     * @throws IllegalArgumentException if p is neither 1 nor 2
     * @throws ShapeMismatchException if {@code targets} hasn't the shape of x without the classes
     * @throws IndexOutOfBoundsException if a target is no class
     */
    public Tensor multiMarginLoss(Index targets, int p, double margin, Reduction reduction) {
        return MarginLosses.multiMarginLoss(this, targets, null, p, margin, reduction);
    }

    /**
     * As {@link #multiMarginLoss(Index, int, double, Reduction)}, each loss times the weight of its target's class;
     * their mean isn't divided by the weights. PyTorch: {@code multi_margin_loss(…, p, margin, weight, reduction)}.
     *
     * @throws IllegalArgumentException if p is neither 1 nor 2
     * @throws ShapeMismatchException if {@code targets} hasn't the shape of x without the classes, or there isn't a
     *     weight for each class
     * @throws IndexOutOfBoundsException if a target is no class
     */
    public Tensor multiMarginLoss(Index targets, Tensor weight, int p, double margin, Reduction reduction) {
        Checks.present("multiMarginLoss", "weight", weight);
        return MarginLosses.multiMarginLoss(this, targets, weight, p, margin, reduction);
    }

    /**
     * As {@link #multilabelSoftMarginLoss(Tensor, Reduction)}. The mean of all. PyTorch:
     * {@code multilabel_soft_margin_loss}.
     */
    public Tensor multilabelSoftMarginLoss(Tensor y) {
        return multilabelSoftMarginLoss(y, Reduction.MEAN);
    }

    /**
     * The mean over classes, which lie along the last dimension, of −(y·ln σ(x) + (1 − y)·ln σ(−x)). PyTorch:
     * {@code multilabel_soft_margin_loss(…, reduction)}.
     *
     * @throws ShapeMismatchException if the shapes aren't equal
     */
    public Tensor multilabelSoftMarginLoss(Tensor y, Reduction reduction) {
        return MarginLosses.multilabelSoftMarginLoss(this, y, reduction);
    }

    /** As {@link #poissonNllLoss(Tensor, boolean, Reduction)}. The mean of all. PyTorch: {@code poisson_nll_loss}. */
    public Tensor poissonNllLoss(Tensor y, boolean logInput) {
        return poissonNllLoss(y, logInput, Reduction.MEAN);
    }

    /**
     * eˣ − y·x if {@code logInput}, else x − y·ln(x + 10⁻⁸), without the part that depends on y alone. PyTorch:
     * {@code poisson_nll_loss(…, reduction)}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     */
    public Tensor poissonNllLoss(Tensor y, boolean logInput, Reduction reduction) {
        return MarginLosses.poissonNllLoss(this, y, logInput, reduction);
    }

    /** As {@link #gaussianNllLoss(Tensor, Tensor, Reduction)}. The mean of all. PyTorch: {@code gaussian_nll_loss}. */
    public Tensor gaussianNllLoss(Tensor y, Tensor variance) {
        return gaussianNllLoss(y, variance, Reduction.MEAN);
    }

    /**
     * ½(ln v + (x − y)²/v) with v = max(variance, 10⁻⁶). PyTorch: {@code gaussian_nll_loss(…, reduction)}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     * @throws IllegalArgumentException if a variance is negative
     */
    public Tensor gaussianNllLoss(Tensor y, Tensor variance, Reduction reduction) {
        return MarginLosses.gaussianNllLoss(this, y, variance, reduction);
    }

    /**
     * r = ‖x − y + 10⁻⁶‖ of vectors along the last dimension, which is dropped. PyTorch: {@code pairwise_distance}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast, or one operand is 0-d
     */
    public Tensor pairwiseDistance(Tensor y) {
        return sub(Checks.present("pairwiseDistance", "y", y).fittingVectors("pairwiseDistance", "y", this))
                .add(MarginLosses.NEAR)
                .norm(2, -1);
    }

    /**
     * A draw from classes by scores along {@code dim}, softened: softmax((x + g)/tau) with g of Gumbel's distribution.
     * The noise g is drawn anew in each call, a number for each element. PyTorch: {@code gumbel_softmax(tau, dim)}.
     *
     * @param tau how soft: near 0 one class has nearly all, at 0 itself the result is NaN
     * @throws IndexOutOfBoundsException if {@code dim} isn't a dimension
     */
    public Tensor gumbelSoftmax(RandomGenerator random, double tau, int dim) {
        return GumbelSoftmax.of(this, random, tau, dim);
    }

    // ---- order

    /**
     * The elements along dimension {@code dim} from the smallest to the largest; equal ones keep their order, NaN is
     * last. PyTorch: {@code sort(dim).values}.
     */
    public Tensor sort(int dim) {
        return sort(dim, false);
    }

    /**
     * The elements along dimension {@code dim} in order; equal ones keep theirs, NaN counts as larger than all.
     * PyTorch: {@code sort(dim, descending, stable=True).values}.
     */
    public Tensor sort(int dim, boolean descending) {
        return Indexing.take(this, sortPositions(dim, descending));
    }

    /** The positions along dimension {@code dim} of the elements in {@link #sort}'s order. PyTorch: {@code argsort}. */
    public Index argsort(int dim) {
        return argsort(dim, false);
    }

    /** The positions along dimension {@code dim} of the elements in {@link #sort}'s order. PyTorch: {@code argsort}. */
    public Index argsort(int dim, boolean descending) {
        int axis = shape.axis("argsort", dim);
        return Sorting.positions(this, axis, descending, shape.at(axis), true);
    }

    /**
     * The {@code k} largest along dimension {@code dim}, the largest first. PyTorch: {@code topk(k, dim).values}.
     *
     * @throws IllegalArgumentException if there aren't as many
     */
    public Tensor topk(int k, int dim) {
        return topk(k, dim, true);
    }

    /**
     * The {@code k} largest along dimension {@code dim}, the largest first, or the smallest, the smallest first.
     * PyTorch: {@code topk(k, dim, largest).values}.
     *
     * @throws IllegalArgumentException if there aren't as many
     */
    public Tensor topk(int k, int dim, boolean largest) {
        return Indexing.take(this, topkPositions(k, dim, largest));
    }

    /**
     * The {@code k}-th smallest along dimension {@code dim}, which is dropped; the smallest is the first. PyTorch:
     * {@code kthvalue(k, dim).values}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Tensor kthvalue(int k, int dim) {
        return kthvalue(k, dim, false);
    }

    /**
     * The {@code k}-th smallest along dimension {@code dim}, which is dropped or kept with length 1; the smallest is
     * the first. PyTorch: {@code kthvalue(k, dim, keepdim).values}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Tensor kthvalue(int k, int dim, boolean keepDim) {
        return Indexing.take(this, kthPositions(k, dim, keepDim));
    }

    /**
     * The middle element in {@link #sort}'s order, of two the smaller, 0-d; NaN if there is one, or no element. The
     * derivative is shared evenly among equal ones. PyTorch: {@code median}.
     */
    public Tensor median() {
        return size() == 0 ? scalarOf(dtype, Double.NaN) : flatten().median(0);
    }

    /**
     * The middle element along dimension {@code dim}, which is dropped; of two the smaller; NaN if there is one.
     * PyTorch: {@code median(dim).values}.
     *
     * @throws IllegalArgumentException if the dimension is empty
     */
    public Tensor median(int dim) {
        return median(dim, false);
    }

    /**
     * The middle element along dimension {@code dim}, which is dropped or kept with length 1; of two the smaller; NaN
     * if there is one. PyTorch: {@code median(dim, keepdim).values}.
     *
     * @throws IllegalArgumentException if the dimension is empty
     */
    public Tensor median(int dim, boolean keepDim) {
        return Indexing.take(this, medianPositions(dim, keepDim));
    }

    /**
     * The element below which a share {@code q} of all lies, 0-d: interpolated linearly between neighbours in order;
     * NaN if there is one. PyTorch: {@code quantile(q)}.
     *
     * @throws IllegalArgumentException if {@code q} isn't in [0, 1], or there are no elements
     */
    public Tensor quantile(double q) {
        Checks.some("quantile", this);
        return flatten().quantile(q, 0);
    }

    /**
     * As {@link #quantile(double)}, along dimension {@code dim}, which is dropped. PyTorch: {@code quantile(q, dim)}.
     */
    public Tensor quantile(double q, int dim) {
        return quantile(q, dim, false);
    }

    /**
     * As {@link #quantile(double)}, along dimension {@code dim}, which is dropped or kept with length 1. PyTorch:
     * {@code quantile(q, dim, keepdim)}.
     *
     * @throws IllegalArgumentException if {@code q} isn't in [0, 1], or the dimension is empty
     */
    public Tensor quantile(double q, int dim, boolean keepDim) {
        Tensor low = Indexing.take(this, quantilePositions(q, dim, keepDim, false));
        Tensor high = Indexing.take(this, quantilePositions(q, dim, keepDim, true));
        double rank = q * (countAlong(dim) - 1);
        double share = rank - Math.floor(rank);
        return share == 0 ? low : low.mul(1 - share).add(high.mul(share));
    }

    /** The largest of each element and those before it along dimension {@code dim}. PyTorch: {@code cummax.values}. */
    public Tensor cummax(int dim) {
        return Indexing.take(this, runningPositions(dim, true));
    }

    /** The smallest of each element and those before it along dimension {@code dim}. PyTorch: {@code cummin.values}. */
    public Tensor cummin(int dim) {
        return Indexing.take(this, runningPositions(dim, false));
    }

    /**
     * The different elements, from the smallest to the largest, 1-d; each NaN is another. The derivative goes to the
     * first of equal ones. PyTorch: {@code unique}.
     */
    public Tensor unique() {
        return take(uniquePositions());
    }

    /**
     * For each value the position along the last dimension of this, which is in order, where it would be put in: before
     * equal elements, or behind them if {@code right}. Either this is 1-d, or other dimensions are those of the values.
     * PyTorch: {@code searchsorted(values, right)}.
     *
     * @throws ShapeMismatchException if the shapes don't fit
     */
    public Index searchsorted(Tensor values, boolean right) {
        return Searching.positions("searchsorted", this, "values", values, right);
    }

    /**
     * For each element the number of the bucket that it belongs to between boundaries in order; on a boundary the one
     * below it, or above if {@code right}. PyTorch: {@code bucketize(boundaries, right)}.
     *
     * @throws ShapeMismatchException if the boundaries aren't 1-d
     */
    public Index bucketize(Tensor boundaries, boolean right) {
        Checks.rank("bucketize", "boundaries", boundaries, 1);
        return Searching.positions("bucketize", boundaries, "x", this, right);
    }

    /**
     * As {@link #histc(int, double, double)}, from the smallest element to the largest. PyTorch: {@code histc(bins)}.
     */
    public Tensor histc(int bins) {
        return histc(bins, 0, 0);
    }

    /**
     * How many elements lie in each of {@code bins} equally wide bins from {@code min} to {@code max}, which belongs to
     * the last; what lies outside, and NaN, isn't counted. If both are equal, they are the smallest and the largest
     * element instead, and if these are, too, 1 less and 1 more. The derivative is 0. PyTorch: {@code histc}.
     *
     * @throws IllegalArgumentException if there is no bin, or the bounds, given or found, aren't finite or in order
     */
    public Tensor histc(int bins, double min, double max) {
        return Histogram.of(this, bins, min, max);
    }

    // ---- distances

    /**
     * r = x·y / (‖x‖‖y‖) along dimension {@code dim} of the shape that both are broadcast to, which is dropped: the
     * cosine of the angle between vectors, whose lengths count as at least 10⁻⁸. PyTorch: {@code cosine_similarity}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     */
    public Tensor cosineSimilarity(Tensor y, int dim) {
        return broadcastWith("cosineSimilarity", Checks.present("cosineSimilarity", "y", y))
                .cosines(y.broadcastWith("cosineSimilarity", this), dim);
    }

    /**
     * rᵢⱼ = ‖xᵢ − yⱼ‖, the distance of each row of x from each row of y; dimensions before the last two are broadcast.
     * The derivative of a distance that is 0 is 0. PyTorch: {@code cdist}.
     *
     * @throws ShapeMismatchException if an operand has less than 2 dimensions, or the rows differ in length
     */
    public Tensor cdist(Tensor y) {
        return PairDistances.of(this, y);
    }

    /**
     * The distances ‖xᵢ − xⱼ‖ of all pairs i &lt; j of rows, row by row. The derivative of a distance that is 0 is 0.
     * PyTorch: {@code pdist}.
     *
     * @throws ShapeMismatchException if this hasn't two dimensions
     */
    public Tensor pdist() {
        return PairDistances.amongRows(this);
    }

    /**
     * The slices along dimension {@code dim} whose p-norm is more than {@code maxNorm}, scaled to have that one; others
     * as they are. PyTorch: {@code renorm}.
     *
     * @throws ShapeMismatchException if this has fewer than two dimensions
     * @throws IndexOutOfBoundsException if {@code dim} isn't one of them
     * @throws IllegalArgumentException if {@code p} isn't positive, or {@code maxNorm} negative
     */
    public Tensor renorm(double p, int dim, double maxNorm) {
        return Normalization.renorm(this, p, dim, maxNorm);
    }

    // ---- normalization, convolutions and pooling

    /**
     * r = (x − mean) / √(variance + eps) over the last dimensions, which must be {@code normalizedShape}; the variance
     * without correction. PyTorch: {@code layer_norm(normalized_shape, eps=eps)}.
     *
     * @throws ShapeMismatchException if the last dimensions are others
     */
    public Tensor layerNorm(int[] normalizedShape, double eps) {
        return Normalization.layerNorm(this, normalizedShape, eps);
    }

    /**
     * r = (x − mean) / √(variance + eps) · weight + bias over as many of the last dimensions as the weight has; the
     * variance without correction. PyTorch: {@code layer_norm(weight.shape, weight, bias, eps)}.
     *
     * @throws ShapeMismatchException if the last dimensions are others, or weight and bias differ in shape
     */
    public Tensor layerNorm(Tensor weight, Tensor bias, double eps) {
        return Normalization.layerNorm(this, weight, bias, eps);
    }

    /**
     * r = (x − mean) / √(variance + eps) of each channel, which lies along dimension 1, over all others; the variance
     * without correction. For running statistics take {@code x.mean(dims, false)} and {@code x.var(dims, 1, false)} of
     * the same dimensions. PyTorch: {@code batch_norm(…, training=True, eps=eps)}.
     *
     * @throws ShapeMismatchException if x has no dimension 1, or a channel has fewer than two elements
     */
    public Tensor batchNorm(double eps) {
        return standardized(batchNormDims(), eps);
    }

    /**
     * As {@link #batchNorm(double)}, then times weight plus bias, of which each channel has a number. PyTorch:
     * {@code batch_norm(…, weight, bias, training=True, eps=eps)}.
     *
     * @throws ShapeMismatchException if x has no dimension 1, a channel has fewer than two elements, or weight or bias
     *     hasn't a number for each
     */
    public Tensor batchNorm(Tensor weight, Tensor bias, double eps) {
        return standardized(batchNormDims(), eps)
                .mul(Normalization.perChannel(weight, "batchNorm", "weight", this))
                .add(Normalization.perChannel(bias, "batchNorm", "bias", this));
    }

    /**
     * r = (x − mean) / √(variance + eps) · weight + bias with statistics that are given, those of earlier data: a
     * number each for every channel, which lies along dimension 1. PyTorch: {@code batch_norm(mean, variance, weight,
     * bias, eps=eps)}.
     *
     * @throws ShapeMismatchException if x has no dimension 1, or another operand hasn't a number for each channel
     */
    public Tensor batchNorm(Tensor mean, Tensor variance, Tensor weight, Tensor bias, double eps) {
        Tensor scale = Normalization.perChannel(variance, "batchNorm", "variance", this)
                .add(eps)
                .rsqrt()
                .mul(Normalization.perChannel(weight, "batchNorm", "weight", this));
        return sub(Normalization.perChannel(mean, "batchNorm", "mean", this))
                .mul(scale)
                .add(Normalization.perChannel(bias, "batchNorm", "bias", this));
    }

    /**
     * r = (x − mean) / √(variance + eps) of each channel of each image, over dimensions 2 and later; the variance
     * without correction. PyTorch: {@code instance_norm(eps=eps)}.
     *
     * @throws ShapeMismatchException if x has fewer than 3 dimensions, or a channel of an image fewer than two elements
     */
    public Tensor instanceNorm(double eps) {
        return standardized(instanceNormDims(), eps);
    }

    /**
     * As {@link #instanceNorm(double)}, then times weight plus bias, of which each channel has a number. PyTorch:
     * {@code instance_norm(weight=…, bias=…, eps=eps)}.
     *
     * @throws ShapeMismatchException if x has fewer than 3 dimensions, a channel of an image fewer than two elements,
     *     or weight or bias hasn't a number for each channel
     */
    public Tensor instanceNorm(Tensor weight, Tensor bias, double eps) {
        return standardized(instanceNormDims(), eps)
                .mul(Normalization.perChannel(weight, "instanceNorm", "weight", this))
                .add(Normalization.perChannel(bias, "instanceNorm", "bias", this));
    }

    /**
     * r = (x − mean) / √(variance + eps) of each of so many groups of neighbouring channels, of each image; the
     * variance without correction. PyTorch: {@code group_norm(groups, eps=eps)}.
     *
     * @throws ShapeMismatchException if x has no dimension 1, or its channels don't make that many groups
     */
    public Tensor groupNorm(int groups, double eps) {
        return grouped(groups).standardized(1, eps).reshapeAs(this);
    }

    /**
     * As {@link #groupNorm(int, double)}, then times weight plus bias, of which each channel has a number. PyTorch:
     * {@code group_norm(groups, weight, bias, eps)}.
     *
     * @throws ShapeMismatchException if x has no dimension 1, its channels don't make that many groups, or weight or
     *     bias hasn't a number for each channel
     */
    public Tensor groupNorm(int groups, Tensor weight, Tensor bias, double eps) {
        return grouped(groups)
                .standardized(1, eps)
                .reshapeAs(this)
                .mul(Normalization.perChannel(weight, "groupNorm", "weight", this))
                .add(Normalization.perChannel(bias, "groupNorm", "bias", this));
    }

    /**
     * r = x / √(mean of x² + eps) over the last dimensions, which must be {@code normalizedShape}. PyTorch:
     * {@code rms_norm(normalized_shape, eps=eps)}.
     *
     * @throws ShapeMismatchException if the last dimensions are others
     */
    public Tensor rmsNorm(int[] normalizedShape, double eps) {
        int[] dims = rmsNormDims(normalizedShape);
        return mul(square().mean(dims, true).add(eps).rsqrt());
    }

    /**
     * r = x / √(mean of x² + eps) · weight over as many of the last dimensions as the weight has. PyTorch:
     * {@code rms_norm(weight.shape, weight, eps)}.
     *
     * @throws ShapeMismatchException if the last dimensions are others
     */
    public Tensor rmsNorm(Tensor weight, double eps) {
        int[] dims = rmsNormDims(weight);
        return mul(square().mean(dims, true).add(eps).rsqrt()).mul(weight);
    }

    /**
     * Vectors of length 1: as {@link #normalize(double, int, double)} with p = 2 and 10⁻¹². PyTorch: {@code normalize}.
     */
    public Tensor normalize(int dim) {
        return normalize(2, dim, 1e-12);
    }

    /**
     * r = x / max(‖x‖, eps) with the {@code p}-norm along dimension {@code dim}. PyTorch: {@code normalize(p, dim,
     * eps)}.
     */
    public Tensor normalize(double p, int dim, double eps) {
        shape.axis("normalize", dim);
        return div(Normalization.length(this, p, dim).clampMin(eps));
    }

    /**
     * As {@link #localResponseNorm(int, double, double, double)} with alpha = 10⁻⁴, beta = 0.75 and k = 1. PyTorch:
     * {@code local_response_norm(size)}.
     */
    public Tensor localResponseNorm(int size) {
        return localResponseNorm(size, 1e-4, 0.75, 1);
    }

    /**
     * r = x / (k + alpha·m)^beta, where m is the mean of x² over {@code size} channels around each, with zeros for
     * channels that there aren't. Channels are along dimension 1; of an even number one more lies before it. PyTorch:
     * {@code local_response_norm(size, alpha, beta, k)}.
     *
     * @throws ShapeMismatchException if this has fewer than 3 dimensions
     * @throws IllegalArgumentException if {@code size} isn't positive
     */
    public Tensor localResponseNorm(int size, double alpha, double beta, double k) {
        return ChannelMeans.localResponseNorm(this, size, alpha, beta, k);
    }

    // ---- layers

    /**
     * r = x·weightᵀ for each vector along the last dimension of x; a number for each if the weight is a vector.
     * PyTorch: {@code linear(weight)}.
     *
     * @throws ShapeMismatchException if the weight isn't 1-d or 2-d, or its rows aren't as long as the vectors
     */
    public Tensor linear(Tensor weight) {
        return matmul(Layers.weight(weight, this));
    }

    /**
     * r = x·weightᵀ + bias for each vector along the last dimension of x; a number for each if the weight is a vector,
     * and the bias 0-d. PyTorch: {@code linear(weight, bias)}.
     *
     * @throws ShapeMismatchException if the weight isn't 1-d or 2-d, its rows aren't as long as the vectors, or the
     *     bias hasn't a number for each row
     */
    public Tensor linear(Tensor weight, Tensor bias) {
        Layers.checkBias(weight, bias);
        return matmul(Layers.weight(weight, this)).add(bias);
    }

    /**
     * Each element with probability {@code p} 0, else x/(1 − p), so that the mean stays. PyTorch: {@code dropout(p)}.
     *
     * @throws IllegalArgumentException if {@code p} isn't in [0, 1]
     */
    public Tensor dropout(RandomGenerator random, double p) {
        return div(1 - p).masked(dropoutKept(random, p));
    }

    /**
     * r = a·σ(b), where a is the first half of x along dimension {@code dim} and b the second. PyTorch: {@code glu}.
     *
     * @throws ShapeMismatchException if the dimension's length is odd
     */
    public Tensor glu(int dim) {
        int half = gluHalf(dim);
        return narrow(dim, 0, half).mul(narrow(dim, half, half).sigmoid());
    }

    /**
     * r = softmax(x·keyᵀ / √n)·value, where n is the length of the queries, which are the rows of x: for each the mean
     * of the values, weighted by how well it fits the keys. Dimensions before the last two are broadcast. PyTorch:
     * {@code scaled_dot_product_attention}.
     *
     * @throws ShapeMismatchException if an operand has fewer than 2 dimensions, the rows of key and x differ in length,
     *     there aren't as many keys as values, or other dimensions don't broadcast
     */
    public Tensor scaledDotProductAttention(Tensor key, Tensor value) {
        return matmul(Layers.keys(key, this, value))
                .div(Math.sqrt(dim(-1)))
                .softmax(-1)
                .matmul(value);
    }

    /**
     * As {@link #scaledDotProductAttention(Tensor, Tensor)} where query i sees the keys 0 to i only, if {@code causal}.
     * PyTorch: {@code scaled_dot_product_attention(…, is_causal)}.
     *
     * @throws ShapeMismatchException as without it
     */
    public Tensor scaledDotProductAttention(Tensor key, Tensor value, boolean causal) {
        return matmul(Layers.keys(key, this, value))
                .div(Math.sqrt(dim(-1)))
                .maskedFill(Layers.future(this, key, causal), Double.NEGATIVE_INFINITY)
                .softmax(-1)
                .matmul(value);
    }

    /**
     * As {@link #scaledDotProductAttention(Tensor, Tensor)} where a query sees the keys that the mask says, of queries
     * × keys; one that sees none has NaN. PyTorch: {@code scaled_dot_product_attention(…, attn_mask)}.
     *
     * @throws ShapeMismatchException as without it, or if the mask doesn't stretch to the scores
     */
    public Tensor scaledDotProductAttention(Tensor key, Tensor value, Mask mask) {
        Tensor scores = matmul(Layers.keys(key, this, value)).div(Math.sqrt(dim(-1)));
        return scores.maskedFill(Layers.unseen(scores, mask), Double.NEGATIVE_INFINITY)
                .softmax(-1)
                .matmul(value);
    }

    /** As {@link #conv1d(Tensor, Convolution)}, one by one and without padding. PyTorch: {@code conv1d(weight)}. */
    public Tensor conv1d(Tensor weight) {
        return conv1d(weight, Convolution.PLAIN);
    }

    /**
     * Each element of the result is the sum of a window of x, in all channels of a group, times a kernel: x of images ×
     * channels × length, or a single image, and a weight of new channels × channels of a group × length. PyTorch:
     * {@code conv1d(weight, stride=…, padding=…, dilation=…, groups=…)}.
     *
     * @throws ShapeMismatchException if the channels don't fit, or the kernel is larger than the padded image
     */
    public Tensor conv1d(Tensor weight, Convolution how) {
        return Convolutions.convolved("conv1d", 1, this, weight, how);
    }

    /**
     * As {@link #conv1d(Tensor, Convolution)}, plus a number for each channel of the result. PyTorch:
     * {@code conv1d(weight, bias, …)}.
     *
     * @throws ShapeMismatchException if the channels don't fit, or the kernel is larger than the padded image
     */
    public Tensor conv1d(Tensor weight, Tensor bias, Convolution how) {
        return Convolutions.biased("conv1d", 1, this, weight, bias, how);
    }

    /** As {@link #convTranspose1d(Tensor, Convolution, int)}, one by one. PyTorch: {@code conv_transpose1d}. */
    public Tensor convTranspose1d(Tensor weight) {
        return convTranspose1d(weight, Convolution.PLAIN, 0);
    }

    /**
     * The adjoint of {@link #conv1d(Tensor, Convolution)}, which spreads each element times the kernel; of the images
     * that a stride maps to one length, the smallest and {@code outputPadding} more at the end. PyTorch:
     * {@code conv_transpose1d(weight, output_padding=…)}.
     *
     * @throws ShapeMismatchException if the channels aren't as many as the weight's first dimension
     * @throws IllegalArgumentException if {@code outputPadding} isn't less than the stride or the dilation
     */
    public Tensor convTranspose1d(Tensor weight, Convolution how, int outputPadding) {
        return Convolutions.transposed("convTranspose1d", 1, this, weight, how, outputPadding);
    }

    /** As {@link #maxPool1d(int, int, int)}, the windows side by side. PyTorch: {@code max_pool1d(kernel)}. */
    public Tensor maxPool1d(int kernel) {
        return maxPool1d(kernel, kernel, 0);
    }

    /**
     * The largest element of each window of {@code kernel} elements in every direction; NaN if there is one. The
     * derivative goes to the first of several. PyTorch: {@code max_pool1d(kernel, stride, padding)}.
     *
     * @throws IllegalArgumentException if the padding is more than half the kernel
     * @throws ShapeMismatchException if the number of dimensions is wrong, or the kernel is larger than the padded
     *     image
     */
    public Tensor maxPool1d(int kernel, int stride, int padding) {
        return Pooling.maxima("maxPool1d", this, kernel, stride, padding, 1);
    }

    /** As {@link #avgPool1d(int, int, int)}, the windows side by side. PyTorch: {@code avg_pool1d(kernel)}. */
    public Tensor avgPool1d(int kernel) {
        return avgPool1d(kernel, kernel, 0);
    }

    /**
     * The mean of each window of {@code kernel} elements in every direction, zeros of the padding included. PyTorch:
     * {@code avg_pool1d(kernel, stride, padding)}.
     *
     * @throws IllegalArgumentException if the padding is more than half the kernel
     * @throws ShapeMismatchException if the number of dimensions is wrong, or the kernel is larger than the padded
     *     image
     */
    public Tensor avgPool1d(int kernel, int stride, int padding) {
        return Pooling.mean("avgPool1d", this, kernel, stride, padding, 1);
    }

    /** As {@link #conv2d(Tensor, Convolution)}, one by one and without padding. PyTorch: {@code conv2d(weight)}. */
    public Tensor conv2d(Tensor weight) {
        return conv2d(weight, Convolution.PLAIN);
    }

    /**
     * Each element of the result is the sum of a window of x, in all channels of a group, times a kernel: x of images ×
     * channels × height × width, or a single image, and a weight of new channels × channels of a group × height ×
     * width. PyTorch: {@code conv2d(weight, stride=…, padding=…, dilation=…, groups=…)}.
     *
     * @throws ShapeMismatchException if the channels don't fit, or the kernel is larger than the padded image
     */
    public Tensor conv2d(Tensor weight, Convolution how) {
        return Convolutions.convolved("conv2d", 2, this, weight, how);
    }

    /**
     * As {@link #conv2d(Tensor, Convolution)}, plus a number for each channel of the result. PyTorch:
     * {@code conv2d(weight, bias, …)}.
     *
     * @throws ShapeMismatchException if the channels don't fit, or the kernel is larger than the padded image
     */
    public Tensor conv2d(Tensor weight, Tensor bias, Convolution how) {
        return Convolutions.biased("conv2d", 2, this, weight, bias, how);
    }

    /** As {@link #convTranspose2d(Tensor, Convolution, int)}, one by one. PyTorch: {@code conv_transpose2d}. */
    public Tensor convTranspose2d(Tensor weight) {
        return convTranspose2d(weight, Convolution.PLAIN, 0);
    }

    /**
     * The adjoint of {@link #conv2d(Tensor, Convolution)}, which spreads each element times the kernel; of the images
     * that a stride maps to one length, the smallest and {@code outputPadding} more at the end. PyTorch:
     * {@code conv_transpose2d(weight, output_padding=…)}.
     *
     * @throws ShapeMismatchException if the channels aren't as many as the weight's first dimension
     * @throws IllegalArgumentException if {@code outputPadding} isn't less than the stride or the dilation
     */
    public Tensor convTranspose2d(Tensor weight, Convolution how, int outputPadding) {
        return Convolutions.transposed("convTranspose2d", 2, this, weight, how, outputPadding);
    }

    /** As {@link #maxPool2d(int, int, int)}, the windows side by side. PyTorch: {@code max_pool2d(kernel)}. */
    public Tensor maxPool2d(int kernel) {
        return maxPool2d(kernel, kernel, 0);
    }

    /**
     * The largest element of each window of {@code kernel} elements in every direction; NaN if there is one. The
     * derivative goes to the first of several. PyTorch: {@code max_pool2d(kernel, stride, padding)}.
     *
     * @throws IllegalArgumentException if the padding is more than half the kernel
     * @throws ShapeMismatchException if the number of dimensions is wrong, or the kernel is larger than the padded
     *     image
     */
    public Tensor maxPool2d(int kernel, int stride, int padding) {
        return Pooling.maxima("maxPool2d", this, kernel, stride, padding, 2);
    }

    /** As {@link #avgPool2d(int, int, int)}, the windows side by side. PyTorch: {@code avg_pool2d(kernel)}. */
    public Tensor avgPool2d(int kernel) {
        return avgPool2d(kernel, kernel, 0);
    }

    /**
     * The mean of each window of {@code kernel} elements in every direction, zeros of the padding included. PyTorch:
     * {@code avg_pool2d(kernel, stride, padding)}.
     *
     * @throws IllegalArgumentException if the padding is more than half the kernel
     * @throws ShapeMismatchException if the number of dimensions is wrong, or the kernel is larger than the padded
     *     image
     */
    public Tensor avgPool2d(int kernel, int stride, int padding) {
        return Pooling.mean("avgPool2d", this, kernel, stride, padding, 2);
    }

    /** As {@link #conv3d(Tensor, Convolution)}, one by one and without padding. PyTorch: {@code conv3d(weight)}. */
    public Tensor conv3d(Tensor weight) {
        return conv3d(weight, Convolution.PLAIN);
    }

    /**
     * Each element of the result is the sum of a window of x, in all channels of a group, times a kernel: x of images ×
     * channels × depth × height × width, or a single image, and a weight of new channels × channels of a group × depth
     * × height × width. PyTorch: {@code conv3d(weight, stride=…, padding=…, dilation=…, groups=…)}.
     *
     * @throws ShapeMismatchException if the channels don't fit, or the kernel is larger than the padded image
     */
    public Tensor conv3d(Tensor weight, Convolution how) {
        return Convolutions.convolved("conv3d", 3, this, weight, how);
    }

    /**
     * As {@link #conv3d(Tensor, Convolution)}, plus a number for each channel of the result. PyTorch:
     * {@code conv3d(weight, bias, …)}.
     *
     * @throws ShapeMismatchException if the channels don't fit, or the kernel is larger than the padded image
     */
    public Tensor conv3d(Tensor weight, Tensor bias, Convolution how) {
        return Convolutions.biased("conv3d", 3, this, weight, bias, how);
    }

    /** As {@link #convTranspose3d(Tensor, Convolution, int)}, one by one. PyTorch: {@code conv_transpose3d}. */
    public Tensor convTranspose3d(Tensor weight) {
        return convTranspose3d(weight, Convolution.PLAIN, 0);
    }

    /**
     * The adjoint of {@link #conv3d(Tensor, Convolution)}, which spreads each element times the kernel; of the images
     * that a stride maps to one length, the smallest and {@code outputPadding} more at the end. PyTorch:
     * {@code conv_transpose3d(weight, output_padding=…)}.
     *
     * @throws ShapeMismatchException if the channels aren't as many as the weight's first dimension
     * @throws IllegalArgumentException if {@code outputPadding} isn't less than the stride or the dilation
     */
    public Tensor convTranspose3d(Tensor weight, Convolution how, int outputPadding) {
        return Convolutions.transposed("convTranspose3d", 3, this, weight, how, outputPadding);
    }

    /** As {@link #maxPool3d(int, int, int)}, the windows side by side. PyTorch: {@code max_pool3d(kernel)}. */
    public Tensor maxPool3d(int kernel) {
        return maxPool3d(kernel, kernel, 0);
    }

    /**
     * The largest element of each window of {@code kernel} elements in every direction; NaN if there is one. The
     * derivative goes to the first of several. PyTorch: {@code max_pool3d(kernel, stride, padding)}.
     *
     * @throws IllegalArgumentException if the padding is more than half the kernel
     * @throws ShapeMismatchException if the number of dimensions is wrong, or the kernel is larger than the padded
     *     image
     */
    public Tensor maxPool3d(int kernel, int stride, int padding) {
        return Pooling.maxima("maxPool3d", this, kernel, stride, padding, 3);
    }

    /** As {@link #avgPool3d(int, int, int)}, the windows side by side. PyTorch: {@code avg_pool3d(kernel)}. */
    public Tensor avgPool3d(int kernel) {
        return avgPool3d(kernel, kernel, 0);
    }

    /**
     * The mean of each window of {@code kernel} elements in every direction, zeros of the padding included. PyTorch:
     * {@code avg_pool3d(kernel, stride, padding)}.
     *
     * @throws IllegalArgumentException if the padding is more than half the kernel
     * @throws ShapeMismatchException if the number of dimensions is wrong, or the kernel is larger than the padded
     *     image
     */
    public Tensor avgPool3d(int kernel, int stride, int padding) {
        return Pooling.mean("avgPool3d", this, kernel, stride, padding, 3);
    }

    /**
     * The patches that a kernel meets as columns: x of images × channels × height × width, or a single image, gives
     * images × (channels · kernel height · kernel width) × places. PyTorch: {@code nn.functional.unfold}.
     *
     * @throws ShapeMismatchException if the number of dimensions is wrong, or the kernel is larger than the padded
     *     image
     * @throws IllegalArgumentException if the kernel is empty, or {@code how} has groups
     */
    public Tensor unfold(int kernelHeight, int kernelWidth, Convolution how) {
        return Folding.unfold(this, kernelHeight, kernelWidth, how);
    }

    /**
     * The adjoint of {@link #unfold(int, int, Convolution)}: images of {@code height} × {@code width}, each element the
     * sum of those in the columns that stand for it. PyTorch: {@code nn.functional.fold}.
     *
     * @throws ShapeMismatchException if there aren't as many columns as places of the kernel, or their length is no
     *     multiple of its size
     * @throws IllegalArgumentException if the kernel is empty, or {@code how} has groups
     */
    public Tensor fold(int height, int width, int kernelHeight, int kernelWidth, Convolution how) {
        return Folding.fold(this, height, width, kernelHeight, kernelWidth, how);
    }

    /**
     * The elements of {@code factor}² channels put into one, side by side: from […, C·f², H, W] to […, C, H·f, W·f].
     * PyTorch: {@code pixel_shuffle}.
     *
     * @throws ShapeMismatchException if the channels are no multiple of {@code factor}², or there are fewer than three
     *     dimensions
     * @throws IllegalArgumentException if the factor isn't positive
     */
    public Tensor pixelShuffle(int factor) {
        return Shuffling.pixels("pixelShuffle", this, factor, true);
    }

    /**
     * The inverse of {@link #pixelShuffle}: from […, C, H·f, W·f] to […, C·f², H, W]. PyTorch: {@code pixel_unshuffle}.
     *
     * @throws ShapeMismatchException if height or width is no multiple of the factor, or there are fewer than three
     *     dimensions
     * @throws IllegalArgumentException if the factor isn't positive
     */
    public Tensor pixelUnshuffle(int factor) {
        return Shuffling.pixels("pixelUnshuffle", this, factor, false);
    }

    /**
     * The channels, along dimension 1, of {@code groups} groups by turns. PyTorch: {@code channel_shuffle}.
     *
     * @throws ShapeMismatchException if the channels don't make equal groups, or there are fewer than three dimensions
     */
    public Tensor channelShuffle(int groups) {
        return Shuffling.channels(this, groups);
    }

    /**
     * The mean of each of {@code size} windows, which share the length among them: window i from ⌊i·n/size⌋ to ⌈(i +
     * 1)·n/size⌉. PyTorch: {@code adaptive_avg_pool1d}.
     *
     * @throws ShapeMismatchException if the number of dimensions is wrong, or a direction empty
     * @throws IllegalArgumentException if a size is negative
     */
    public Tensor adaptiveAvgPool1d(int size) {
        return AdaptivePooling.averaged(
                "adaptiveAvgPool1d", AdaptivePooling.image("adaptiveAvgPool1d", this, new int[] {size}), -1, size);
    }

    /**
     * As {@link #adaptiveAvgPool2d(int, int)}, equally many in both directions. PyTorch: {@code adaptive_avg_pool2d}.
     */
    public Tensor adaptiveAvgPool2d(int size) {
        return adaptiveAvgPool2d(size, size);
    }

    /**
     * As {@link #adaptiveAvgPool1d}, of images: {@code height} × {@code width} windows. With 1 × 1 each channel's mean.
     * PyTorch: {@code adaptive_avg_pool2d}.
     *
     * @throws ShapeMismatchException if the number of dimensions is wrong, or a direction empty
     * @throws IllegalArgumentException if a size is negative
     */
    public Tensor adaptiveAvgPool2d(int height, int width) {
        Tensor rows = AdaptivePooling.averaged(
                "adaptiveAvgPool2d",
                AdaptivePooling.image("adaptiveAvgPool2d", this, new int[] {height, width}),
                -2,
                height);
        return AdaptivePooling.averaged("adaptiveAvgPool2d", rows, -1, width);
    }

    /**
     * The largest element of each of {@code size} windows, those of {@link #adaptiveAvgPool1d}; NaN if there is one.
     * The derivative goes to the first of several. PyTorch: {@code adaptive_max_pool1d}.
     *
     * @throws ShapeMismatchException if the number of dimensions is wrong, or a direction empty
     * @throws IllegalArgumentException if a size is negative
     */
    public Tensor adaptiveMaxPool1d(int size) {
        return take(AdaptivePooling.largest("adaptiveMaxPool1d", this, 1, size));
    }

    /**
     * As {@link #adaptiveMaxPool2d(int, int)}, equally many in both directions. PyTorch: {@code adaptive_max_pool2d}.
     */
    public Tensor adaptiveMaxPool2d(int size) {
        return adaptiveMaxPool2d(size, size);
    }

    /**
     * As {@link #adaptiveMaxPool1d}, of images: {@code height} × {@code width} windows. PyTorch:
     * {@code adaptive_max_pool2d}.
     *
     * @throws ShapeMismatchException if the number of dimensions is wrong, or a direction empty
     * @throws IllegalArgumentException if a size is negative
     */
    public Tensor adaptiveMaxPool2d(int height, int width) {
        return take(AdaptivePooling.largest("adaptiveMaxPool2d", this, height, width));
    }

    /**
     * A longer or shorter signal: element i is element ⌊i·n/size⌋ of x. PyTorch: {@code interpolate(size)}.
     *
     * @throws ShapeMismatchException if the number of dimensions is wrong, or a direction empty
     * @throws IllegalArgumentException if a size is negative
     */
    public Tensor interpolateNearest(int size) {
        return AdaptivePooling.image("interpolateNearest", this, new int[] {size})
                .indexSelect(-1, nearest(-1, size));
    }

    /**
     * A larger or smaller image, each element the nearest of x as in {@link #interpolateNearest(int)}. PyTorch:
     * {@code interpolate((height, width))}.
     *
     * @throws ShapeMismatchException if the number of dimensions is wrong, or a direction empty
     * @throws IllegalArgumentException if a size is negative
     */
    public Tensor interpolateNearest(int height, int width) {
        return AdaptivePooling.image("interpolateNearest", this, new int[] {height, width})
                .indexSelect(-2, nearest(-2, height))
                .indexSelect(-1, nearest(-1, width));
    }

    /**
     * A longer or shorter signal, linear between its elements, which lie in the middle of cells that divide the length
     * evenly, or on its ends and evenly between, if {@code alignCorners}. PyTorch: {@code interpolate(size,
     * mode="linear", align_corners)}.
     *
     * @throws ShapeMismatchException if the number of dimensions is wrong, or a direction empty
     * @throws IllegalArgumentException if a size is negative
     */
    public Tensor interpolateLinear(int size, boolean alignCorners) {
        return Interpolation.along(
                "interpolateLinear",
                AdaptivePooling.image("interpolateLinear", this, new int[] {size}),
                -1,
                size,
                alignCorners);
    }

    /**
     * A larger or smaller image, linear in both directions as {@link #interpolateLinear} is in one. PyTorch:
     * {@code interpolate((height, width), mode="bilinear", align_corners)}.
     *
     * @throws ShapeMismatchException if the number of dimensions is wrong, or a direction empty
     * @throws IllegalArgumentException if a size is negative
     */
    public Tensor interpolateBilinear(int height, int width, boolean alignCorners) {
        Tensor rows = Interpolation.along(
                "interpolateBilinear",
                AdaptivePooling.image("interpolateBilinear", this, new int[] {height, width}),
                -2,
                height,
                alignCorners);
        return Interpolation.along("interpolateBilinear", rows, -1, width, alignCorners);
    }

    // ---- shape and parts

    /**
     * The same elements, row by row, in another shape, one dimension of which may be −1 for whatever is left. PyTorch:
     * {@code reshape}.
     *
     * @throws ShapeMismatchException if the shape has more or fewer elements
     */
    public Tensor reshape(int... shape) {
        return Rearranging.reshape(this, shape);
    }

    /**
     * The same elements in the shape of {@code like}. PyTorch: {@code reshape_as}.
     *
     * @throws ShapeMismatchException if it has more or fewer elements
     */
    public Tensor reshapeAs(Tensor like) {
        Checks.present("reshapeAs", "like", like);
        return Rearranging.reshape("reshapeAs", this, like.shape.toArray());
    }

    /** All elements, row by row, in one dimension. PyTorch: {@code flatten}. */
    public Tensor flatten() {
        return rank() == 1 ? this : reshaped(Shape.of(size()));
    }

    /**
     * The transpose of a 2-d tensor; a 0-d or 1-d one is its own. PyTorch: {@code t}.
     *
     * @throws ShapeMismatchException if this has more than two dimensions
     */
    public Tensor t() {
        if (rank() > 2) {
            throw new ShapeMismatchException(
                    "t: x has shape " + shape + " but must have at most 2 dimensions; use transpose or permute");
        }
        return rank() < 2 ? this : Rearranging.transpose(this, 0, 1);
    }

    /** With two dimensions exchanged. PyTorch: {@code transpose}. */
    public Tensor transpose(int dim0, int dim1) {
        return Rearranging.transpose(this, dim0, dim1);
    }

    /**
     * With the dimensions in another order: dimension i of the result is dimension {@code dims[i]} of this. PyTorch:
     * {@code permute}.
     *
     * @throws IllegalArgumentException if {@code dims} doesn't name each dimension once
     */
    public Tensor permute(int... dims) {
        return Rearranging.permute(this, dims);
    }

    /**
     * The element (0-d) at a full index, or the sub-tensor at a shorter one; entries may be negative. PyTorch:
     * {@code x[i, j]}.
     *
     * @throws IndexOutOfBoundsException if there is no such element, or the index has too many entries
     */
    public Tensor get(int... index) {
        return Slices.get(this, index);
    }

    /**
     * The part of {@code length} from {@code start} on in dimension {@code dim}; a negative start counts from the end.
     * PyTorch: {@code narrow}.
     *
     * @throws IndexOutOfBoundsException if it reaches out of the dimension
     */
    public Tensor narrow(int dim, int start, int length) {
        return Slices.narrow("narrow", this, shape.ownAxis("narrow", dim), start, length);
    }

    /** Without dimension {@code dim} if its length is 1, else itself. PyTorch: {@code squeeze(dim)}. */
    public Tensor squeeze(int dim) {
        return Rearranging.squeeze(this, dim);
    }

    /** With a dimension of length 1 inserted before {@code dim}, which −1 puts last. PyTorch: {@code unsqueeze}. */
    public Tensor unsqueeze(int dim) {
        return Rearranging.unsqueeze(this, dim);
    }

    /**
     * Stretched to a shape as by broadcasting; −1 leaves a dimension as it is. PyTorch: {@code expand}.
     *
     * @throws ShapeMismatchException if this doesn't stretch to it
     */
    public Tensor expand(int... shape) {
        return Rearranging.expand("expand", this, shape);
    }

    /**
     * Stretched to the shape of {@code like}. PyTorch: {@code expand_as}.
     *
     * @throws ShapeMismatchException if this doesn't stretch to it
     */
    public Tensor expandAs(Tensor like) {
        return Broadcasting.expand("expandAs", this, Checks.present("expandAs", "like", like).shape);
    }

    /**
     * Stretched to a shape, as {@link #expand}. PyTorch: {@code broadcast_to}.
     *
     * @throws ShapeMismatchException if this doesn't stretch to it
     */
    public Tensor broadcastTo(int... shape) {
        return Rearranging.expand("broadcastTo", this, shape);
    }

    /** The same elements in another shape, as {@link #reshape}. PyTorch: {@code view}. */
    public Tensor view(int... shape) {
        return Rearranging.reshape("view", this, shape);
    }

    /** The same elements in the shape of {@code like}, as {@link #reshapeAs}. PyTorch: {@code view_as}. */
    public Tensor viewAs(Tensor like) {
        return Rearranging.reshape(
                "viewAs", this, Checks.present("viewAs", "like", like).shape.toArray());
    }

    /** Itself: elements always lie in row-major order. PyTorch: {@code contiguous}. */
    public Tensor contiguous() {
        return this;
    }

    /** With the dimensions from {@code startDim} on as one. PyTorch: {@code flatten(startDim)}. */
    public Tensor flatten(int startDim) {
        return Dimensions.flatten(this, startDim, -1);
    }

    /**
     * With the dimensions from {@code startDim} to {@code endDim}, inclusive, as one. PyTorch: {@code flatten(startDim,
     * endDim)}.
     *
     * @throws IllegalArgumentException if they are in the wrong order
     */
    public Tensor flatten(int startDim, int endDim) {
        return Dimensions.flatten(this, startDim, endDim);
    }

    /**
     * With dimension {@code dim} as several, of these lengths, one of which may be −1 for whatever is left. PyTorch:
     * {@code unflatten}.
     *
     * @throws ShapeMismatchException if their product isn't the length of the dimension
     */
    public Tensor unflatten(int dim, int... sizes) {
        return Dimensions.unflatten(this, dim, sizes);
    }

    /** Without all dimensions of length 1. PyTorch: {@code squeeze()}. */
    public Tensor squeeze() {
        return Dimensions.squeeze(this);
    }

    /** With a dimension moved to another place; the others keep their order. PyTorch: {@code movedim}. */
    public Tensor movedim(int source, int destination) {
        return Dimensions.movedim(this, source, destination);
    }

    /**
     * With several dimensions moved to other places; the others keep their order. PyTorch: {@code movedim}.
     *
     * @throws IllegalArgumentException if a dimension is named twice, or there are more of the ones than of the others
     */
    public Tensor movedim(int[] source, int[] destination) {
        return Dimensions.movedim(this, source, destination);
    }

    /** With two dimensions exchanged, as {@link #transpose}. PyTorch: {@code swapaxes}. NumPy: {@code swapaxes}. */
    public Tensor swapaxes(int dim0, int dim1) {
        return Rearranging.transpose("swapaxes", this, dim0, dim1);
    }

    /**
     * In the opposite order along these dimensions. PyTorch: {@code flip}.
     *
     * @throws IllegalArgumentException if a dimension is named twice
     */
    public Tensor flip(int... dims) {
        return Along.flip(this, dims);
    }

    /**
     * In the opposite order along dimension 1. PyTorch: {@code fliplr}.
     *
     * @throws ShapeMismatchException if there are fewer than two dimensions
     */
    public Tensor fliplr() {
        return Along.flip(this, Dimensions.axisOf("fliplr", this, 1));
    }

    /**
     * In the opposite order along dimension 0. PyTorch: {@code flipud}.
     *
     * @throws ShapeMismatchException if there are no dimensions
     */
    public Tensor flipud() {
        return Along.flip(this, Dimensions.axisOf("flipud", this, 0));
    }

    /**
     * Turned by 90 degrees, {@code times} times, from dimension {@code dim0} towards {@code dim1}; negative numbers
     * turn the other way. PyTorch: {@code rot90(times, (dim0, dim1))}.
     *
     * @throws IllegalArgumentException if the dimensions are the same
     */
    public Tensor rot90(int times, int dim0, int dim1) {
        return Dimensions.rot90(this, times, dim0, dim1);
    }

    /**
     * All elements, row by row, moved on by {@code shift}, the last ones to the front. PyTorch: {@code roll(shift)}.
     */
    public Tensor roll(int shift) {
        return Along.roll("roll", flatten(), new int[] {shift}, new int[] {0}, 1)
                .reshaped(shape);
    }

    /**
     * Moved on by {@code shift} along dimension {@code dim}, the last ones to the front; a negative shift moves back.
     * PyTorch: {@code roll(shift, dim)}.
     */
    public Tensor roll(int shift, int dim) {
        return Along.roll("roll", this, new int[] {shift}, new int[] {dim}, 1);
    }

    /**
     * Moved on by {@code shifts[i]} along dimension {@code dims[i]}, for each i. PyTorch: {@code roll(shifts, dims)}.
     *
     * @throws IllegalArgumentException if there aren't as many shifts as dimensions
     */
    public Tensor roll(int[] shifts, int[] dims) {
        return Along.roll("roll", this, shifts, dims, 1);
    }

    /**
     * With zeros at the ends of dimensions: {@code pad[0]} before and {@code pad[1]} after the last one, {@code pad[2]}
     * and {@code pad[3]} at the one before it, and so on; negative amounts take elements away. PyTorch:
     * {@code nn.functional.pad}.
     *
     * @throws IllegalArgumentException if there are too many amounts, or more is taken away than is there
     */
    public Tensor pad(int... pad) {
        return Padding.constant(this, 0, pad);
    }

    /**
     * As {@link #pad(int...)}, with {@code value} for the new elements. PyTorch: {@code nn.functional.pad(…, value)}.
     */
    public Tensor pad(int[] pad, double value) {
        return Padding.constant(this, value, pad);
    }

    /**
     * As {@link #pad(int...)}, the new elements being the others mirrored at the first and the last one. PyTorch:
     * {@code nn.functional.pad(…, mode="reflect")}, for any number of dimensions.
     *
     * @throws IllegalArgumentException also if more is added at an end than there are elements to mirror
     */
    public Tensor padReflect(int... pad) {
        return Padding.repeating(Padding.Mode.REFLECT, this, pad);
    }

    /**
     * As {@link #pad(int...)}, the new elements being copies of the first and the last one. PyTorch:
     * {@code nn.functional.pad(…, mode="replicate")}, for any number of dimensions.
     *
     * @throws IllegalArgumentException also if there is none to copy
     */
    public Tensor padReplicate(int... pad) {
        return Padding.repeating(Padding.Mode.REPLICATE, this, pad);
    }

    /**
     * As {@link #pad(int...)}, the new elements being those at the other end, also where a negative amount takes them
     * away from there. PyTorch: {@code nn.functional.pad(…, mode="circular")}, for any number of dimensions; it takes
     * the end that is left then.
     *
     * @throws IllegalArgumentException also if more is added at an end than the dimension has
     */
    public Tensor padCircular(int... pad) {
        return Padding.repeating(Padding.Mode.CIRCULAR, this, pad);
    }

    /**
     * The whole repeated along each dimension; of tensors and repeats of different number, dimensions or repeats of 1
     * are put in front. PyTorch: {@code tile}.
     *
     * @throws IllegalArgumentException if a number is negative
     */
    public Tensor tile(int... repeats) {
        return Along.tile("tile", this, repeats);
    }

    /**
     * The whole repeated along each dimension, as {@link #tile}, with a number for each dimension at least. PyTorch:
     * {@code repeat}.
     *
     * @throws IllegalArgumentException if a number is negative, or there are too few
     */
    public Tensor repeat(int... repeats) {
        if (Checks.present("repeat", "repeats", repeats).length < rank()) {
            throw new IllegalArgumentException("repeat: " + Arrays.toString(repeats)
                    + " has too few numbers for the dimensions of x with shape " + shape + "; or use tile");
        }
        return Along.tile("repeat", this, repeats);
    }

    /**
     * Each slice along dimension {@code dim} repeated on the spot. PyTorch: {@code repeat_interleave(repeats, dim)}.
     * NumPy: {@code repeat}.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public Tensor repeatInterleave(int repeats, int dim) {
        return Along.repeatInterleave(this, repeats, dim);
    }

    /** On and above the diagonal of each matrix, zeros below. PyTorch: {@code triu}. */
    public Tensor triu() {
        return triu(0);
    }

    /**
     * On and above the diagonal that is {@code offset} above the main one, of each matrix in the last two dimensions;
     * zeros below. PyTorch: {@code triu}.
     *
     * @throws ShapeMismatchException if there are fewer than two dimensions
     */
    public Tensor triu(int offset) {
        return Diagonals.triangle("triu", this, offset, true);
    }

    /** On and below the diagonal of each matrix, zeros above. PyTorch: {@code tril}. */
    public Tensor tril() {
        return tril(0);
    }

    /**
     * On and below the diagonal that is {@code offset} above the main one, of each matrix in the last two dimensions;
     * zeros above. PyTorch: {@code tril}.
     *
     * @throws ShapeMismatchException if there are fewer than two dimensions
     */
    public Tensor tril(int offset) {
        return Diagonals.triangle("tril", this, offset, false);
    }

    /** The diagonal of a matrix, or the matrix with this vector as its diagonal. PyTorch: {@code diag}. */
    public Tensor diag() {
        return diag(0);
    }

    /**
     * The diagonal of a matrix that is {@code offset} above the main one, or the matrix with this vector there and
     * zeros elsewhere. PyTorch: {@code diag}.
     *
     * @throws ShapeMismatchException if this is neither 1-d nor 2-d
     */
    public Tensor diag(int offset) {
        return Diagonals.diag(this, offset);
    }

    /** The diagonal of the first two dimensions, as a new last one. PyTorch: {@code diagonal}. */
    public Tensor diagonal() {
        return diagonal(0, 0, 1);
    }

    /**
     * The diagonal of two dimensions that is {@code offset} above the main one, as a new last dimension in their place;
     * empty if it lies outside. PyTorch: {@code diagonal}.
     *
     * @throws ShapeMismatchException if there are fewer than two dimensions
     * @throws IllegalArgumentException if the two are the same
     */
    public Tensor diagonal(int offset, int dim1, int dim2) {
        return Diagonals.diagonal(this, offset, dim1, dim2);
    }

    /** The matrices with the last dimension as diagonals. PyTorch: {@code diag_embed}. */
    public Tensor diagEmbed() {
        return diagEmbed(0, -2, -1);
    }

    /**
     * Zeros with the last dimension as the diagonal, {@code offset} above the main one, of the dimensions {@code dim1}
     * and {@code dim2} of the result. PyTorch: {@code diag_embed}.
     *
     * @throws ShapeMismatchException if this is 0-d
     * @throws IllegalArgumentException if the two are the same
     */
    public Tensor diagEmbed(int offset, int dim1, int dim2) {
        return Diagonals.diagEmbed(this, offset, dim1, dim2);
    }

    /**
     * All parts of {@code size} elements along dimension {@code dim}, at distances of {@code step}, as a new last
     * dimension; along {@code dim} they are counted. PyTorch: {@code unfold}.
     *
     * @throws IllegalArgumentException if not even one fits, or {@code step} isn't positive
     */
    public Tensor unfold(int dim, int size, int step) {
        return Windows.unfold(this, dim, size, step);
    }

    /** With one dimension at least. PyTorch: {@code atleast_1d}. */
    public Tensor atLeast1d() {
        return Dimensions.atLeast(this, 1);
    }

    /** With two dimensions at least; a vector is a row. PyTorch: {@code atleast_2d}. */
    public Tensor atLeast2d() {
        return Dimensions.atLeast(this, 2);
    }

    /** With three dimensions at least; a vector is [1, n, 1] and a matrix [m, n, 1]. PyTorch: {@code atleast_3d}. */
    public Tensor atLeast3d() {
        return Dimensions.atLeast(this, 3);
    }

    /** Parts of {@code size} slices along dimension 0, the last one perhaps shorter. PyTorch: {@code split}. */
    public Tensor[] split(int size) {
        return split(size, 0);
    }

    /**
     * Parts of {@code size} along dimension {@code dim}, the last one perhaps shorter. PyTorch: {@code split}.
     *
     * @throws IllegalArgumentException if the size isn't positive
     */
    public Tensor[] split(int size, int dim) {
        return Splitting.split("split", this, size, shape.ownAxis("split", dim));
    }

    /**
     * Parts of these sizes along dimension {@code dim}. PyTorch: {@code split}.
     *
     * @throws IllegalArgumentException if the sizes don't add up to the length of the dimension
     */
    public Tensor[] split(int[] sizes, int dim) {
        return Splitting.split(this, sizes, shape.ownAxis("split", dim));
    }

    /**
     * Parts of equal size along dimension {@code dim}, the last one perhaps shorter: {@code chunks} of them or fewer.
     * PyTorch: {@code chunk}.
     *
     * @throws IllegalArgumentException if the number isn't positive
     */
    public Tensor[] chunk(int chunks, int dim) {
        return Splitting.chunk(this, chunks, shape.ownAxis("chunk", dim));
    }

    /**
     * Exactly {@code sections} parts along dimension {@code dim}, the first ones perhaps longer by one. PyTorch:
     * {@code tensor_split}. NumPy: {@code array_split}.
     *
     * @throws IllegalArgumentException if the number isn't positive
     */
    public Tensor[] tensorSplit(int sections, int dim) {
        return Splitting.tensorSplit(this, sections, shape.ownAxis("tensorSplit", dim));
    }

    /**
     * The parts between these indices along dimension {@code dim}, which are clamped as in {@link #slice(int, int,
     * int)}. PyTorch: {@code tensor_split}. NumPy: {@code split}.
     *
     * @throws IllegalArgumentException if the indices decrease
     */
    public Tensor[] tensorSplit(int[] indices, int dim) {
        return Splitting.tensorSplit(this, indices, shape.ownAxis("tensorSplit", dim));
    }

    /** The slices along dimension 0, without it. PyTorch: {@code unbind}. */
    public Tensor[] unbind() {
        return unbind(0);
    }

    /** The slices along dimension {@code dim}, without it. PyTorch: {@code unbind}. */
    public Tensor[] unbind(int dim) {
        return Splitting.unbind(this, shape.ownAxis("unbind", dim));
    }

    // ---- indexing

    // In all of these an index counts from the end if it is negative. An update is a new tensor of this one's type,
    // to which what is put in is rounded; of several parts for one place the last one stays.

    /**
     * The slice at {@code index} of dimension {@code dim}, without that dimension. PyTorch: {@code select}.
     *
     * @throws IndexOutOfBoundsException if there is no such slice
     */
    public Tensor select(int dim, int index) {
        return Along.select(this, dim, index);
    }

    /** See {@link #slice(int, int, int, int)}, with step 1. PyTorch: {@code x[start:end]} in dimension {@code dim}. */
    public Tensor slice(int dim, int start, int end) {
        return Along.slice(this, dim, start, end, 1);
    }

    /**
     * Every {@code step}-th from {@code start} on and before {@code end} in dimension {@code dim}. Negative bounds
     * count from the end, and bounds outside are clamped, so that {@code Integer.MAX_VALUE} is an open end. PyTorch:
     * {@code x[start:end:step]} in dimension {@code dim}.
     *
     * @throws IllegalArgumentException if {@code step} isn't positive
     */
    public Tensor slice(int dim, int start, int end, int step) {
        return Along.slice(this, dim, start, end, step);
    }

    /**
     * The slices of dimension {@code dim} that the index, of one dimension, names, in its order. PyTorch:
     * {@code index_select}. NumPy: {@code take(…, axis)}.
     *
     * @throws IndexOutOfBoundsException if there is no such slice
     */
    public Tensor indexSelect(int dim, Index index) {
        return Along.indexSelect(this, dim, index);
    }

    /** See {@link #indexSelect(int, Index)}. PyTorch: {@code index_select}. */
    public Tensor indexSelect(int dim, int... index) {
        return Along.indexSelect(this, dim, Index.of(Checks.present("indexSelect", "index", index)));
    }

    /**
     * The elements, or the sub-tensors if there are fewer indices than dimensions, at [i, j, …] for the integers i, j,
     * … at each place of the indices, which are broadcast: their shape, followed by the dimensions that have no index.
     * PyTorch and NumPy: {@code x[i, j]} with arrays of integers.
     *
     * @throws IndexOutOfBoundsException if there is no such element, or there are too many indices or none
     * @throws ShapeMismatchException if the indices don't broadcast
     */
    public Tensor index(Index... indices) {
        return Indexing.index(this, indices);
    }

    /**
     * The rows of this table, a matrix, that the index names: its shape and one dimension more. PyTorch:
     * {@code nn.functional.embedding(index, x)}.
     *
     * @throws ShapeMismatchException if this isn't 2-d
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Tensor embedding(Index index) {
        return Indexing.embedding(this, index);
    }

    /**
     * The elements at these positions in row-major order, in the shape of the index. PyTorch: {@code take}.
     *
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public Tensor take(Index index) {
        return Indexing.take(this, index);
    }

    /**
     * The elements that the index names along dimension {@code dim}; in the other dimensions they are where the index
     * has them. In the shape of the index, for {@code dim = 1}: r[i, j] = x[i, index[i, j]]. PyTorch: {@code gather}.
     *
     * @throws ShapeMismatchException if the index has other dimensions, or is longer than this in another one
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public Tensor gather(int dim, Index index) {
        return Indexing.gather(this, dim, index);
    }

    /**
     * As {@link #gather}, with this and the index broadcast in the other dimensions. PyTorch: {@code take_along_dim}.
     * NumPy: {@code take_along_axis}.
     *
     * @throws ShapeMismatchException if they don't broadcast
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public Tensor takeAlongDim(Index index, int dim) {
        return Indexing.takeAlongDim(this, index, dim);
    }

    /**
     * The elements where the mask is true, in one dimension, row by row; both are broadcast. PyTorch:
     * {@code masked_select}. NumPy: {@code x[mask]}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     */
    public Tensor maskedSelect(Mask mask) {
        return Masking.maskedSelect(this, mask);
    }

    /**
     * With {@code value} where the mask is true, whatever was there; both are broadcast. PyTorch: {@code masked_fill}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     */
    public Tensor maskedFill(Mask mask, double value) {
        return Masking.maskedFill(this, mask, value);
    }

    /**
     * With the number that {@code value}, a 0-d tensor, holds where the mask is true; see {@link #where} for a tensor
     * of several. PyTorch: {@code masked_fill}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast, or {@code value} isn't 0-d
     */
    public Tensor maskedFill(Mask mask, Tensor value) {
        return Masking.maskedFill(this, mask, Masking.number("maskedFill", value));
    }

    /**
     * With the first elements of {@code src}, row by row, where the mask is true; this and the mask are broadcast.
     * PyTorch: {@code masked_scatter}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast, or {@code src} has too few elements
     */
    public Tensor maskedScatter(Mask mask, Tensor src) {
        return Masking.maskedScatter(this, mask, src);
    }

    /**
     * With {@code src} in the places that {@link #gather} reads; where it is longer than the index, its first elements.
     * Of several elements for one place the last one stays, and has the derivative; PyTorch leaves open which. PyTorch:
     * {@code scatter}.
     *
     * @throws ShapeMismatchException if the index doesn't fit this, or is longer than {@code src} in a dimension
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public Tensor scatter(int dim, Index index, Tensor src) {
        return Indexing.scatter(this, dim, index, src);
    }

    /**
     * With {@code value} in the places that {@link #gather} reads. PyTorch: {@code scatter(…, value)}.
     *
     * @throws ShapeMismatchException if the index doesn't fit this
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public Tensor scatter(int dim, Index index, double value) {
        return Indexing.scatter(this, dim, index, value);
    }

    /**
     * With {@code src} added in the places that {@link #gather} reads; where it is longer than the index, its first
     * elements. Of several elements for one place the sum. PyTorch: {@code scatter_add}.
     *
     * @throws ShapeMismatchException if the index doesn't fit this, or is longer than {@code src} in a dimension
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public Tensor scatterAdd(int dim, Index index, Tensor src) {
        return Indexing.scatterAdd(this, dim, index, src);
    }

    /**
     * With the slices of {@code src} along dimension {@code dim} added to those that the index names; of several for
     * one the sum. PyTorch: {@code index_add}. NumPy: {@code add.at}.
     *
     * @throws ShapeMismatchException if {@code src} hasn't the shape of what {@link #indexSelect(int, Index)} gives
     * @throws IndexOutOfBoundsException if there is no such slice
     */
    public Tensor indexAdd(int dim, Index index, Tensor src) {
        return Along.indexAdd(this, dim, index, src);
    }

    /**
     * With the slices of {@code src} along dimension {@code dim} instead of those that the index names; of several for
     * one the last. PyTorch: {@code index_copy}.
     *
     * @throws ShapeMismatchException if {@code src} hasn't the shape of what {@link #indexSelect(int, Index)} gives
     * @throws IndexOutOfBoundsException if there is no such slice
     */
    public Tensor indexCopy(int dim, Index index, Tensor src) {
        return Along.indexCopy(this, dim, index, src);
    }

    /**
     * With {@code value} in the slices of dimension {@code dim} that the index names. PyTorch: {@code index_fill}.
     *
     * @throws IndexOutOfBoundsException if there is no such slice
     */
    public Tensor indexFill(int dim, Index index, double value) {
        return Along.indexFill(this, dim, index, value);
    }

    /**
     * With the number that {@code value}, a 0-d tensor, holds in the slices of dimension {@code dim} that the index
     * names. PyTorch: {@code index_fill}.
     *
     * @throws ShapeMismatchException if {@code value} isn't 0-d
     * @throws IndexOutOfBoundsException if there is no such slice
     */
    public Tensor indexFill(int dim, Index index, Tensor value) {
        return Along.indexFill(this, dim, index, Masking.number("indexFill", value));
    }

    /**
     * With {@code src}, which is broadcast, in the places that {@link #index} reads, or added there if
     * {@code accumulate}. Without, of several elements for one place the last one stays. PyTorch: {@code index_put}.
     *
     * @throws IndexOutOfBoundsException if there is no such place, or there are too many indices or none
     * @throws ShapeMismatchException if the indices don't broadcast, or {@code src} to what they name
     */
    public Tensor indexPut(Index[] indices, Tensor src, boolean accumulate) {
        return Indexing.indexPut(this, indices, src, accumulate);
    }

    /**
     * With the elements of {@code src}, row by row, at these positions in row-major order, or added there if
     * {@code accumulate}. Without, of several elements for one place the last one stays. PyTorch: {@code put}.
     *
     * @throws IndexOutOfBoundsException if there is no such place
     * @throws ShapeMismatchException if {@code src} hasn't as many elements as the index
     */
    public Tensor put(Index index, Tensor src, boolean accumulate) {
        return Indexing.put(this, index, src, accumulate);
    }

    /**
     * With {@code src} as the slice at {@code index} of dimension {@code dim}. PyTorch: {@code select_scatter}.
     *
     * @throws ShapeMismatchException if {@code src} hasn't the shape of what {@link #select} gives
     * @throws IndexOutOfBoundsException if there is no such slice
     */
    public Tensor selectScatter(Tensor src, int dim, int index) {
        return Along.selectScatter(this, src, dim, index);
    }

    /**
     * With {@code src} in the place that {@link #slice(int, int, int, int)} reads. PyTorch: {@code slice_scatter}.
     *
     * @throws ShapeMismatchException if {@code src} hasn't the shape of what is there
     * @throws IllegalArgumentException if {@code step} isn't positive
     */
    public Tensor sliceScatter(Tensor src, int dim, int start, int end, int step) {
        return Along.sliceScatter(this, src, dim, start, end, step);
    }

    /**
     * With {@code src} in the place that {@link #diagonal(int, int, int)} reads. PyTorch: {@code diagonal_scatter}.
     *
     * @throws ShapeMismatchException if {@code src} hasn't the shape of what is there
     * @throws IllegalArgumentException if the two dimensions are the same
     */
    public Tensor diagonalScatter(Tensor src, int offset, int dim1, int dim2) {
        return Diagonals.diagonalScatter(this, src, offset, dim1, dim2);
    }

    /**
     * Where the elements aren't 0, NaN included: a row of indices for each, in row-major order. PyTorch:
     * {@code nonzero}.
     */
    public Index nonzero() {
        return Masking.nonzero(ne(0));
    }

    // ---- linear algebra

    /**
     * The matrix product, r = x·y of an m×k and a k×n tensor. PyTorch: {@code mm}.
     *
     * @throws ShapeMismatchException if the operands aren't 2-d or the inner dimensions differ
     */
    public Tensor mm(Tensor y) {
        return Products.mm(this, y);
    }

    /**
     * The matrix product over the last two dimensions, the others being broadcast. A 1-d left operand counts as a row,
     * a 1-d right one as a column, and the result lacks that dimension. PyTorch: {@code matmul}.
     *
     * @throws ShapeMismatchException if an operand is 0-d, the inner dimensions differ or the others don't broadcast
     */
    public Tensor matmul(Tensor y) {
        return Products.matmul(this, y);
    }

    /**
     * Matrix times vector, r = x·y of an m×k and a k tensor. PyTorch: {@code mv}.
     *
     * @throws ShapeMismatchException if this isn't 2-d, {@code y} not 1-d, or the lengths differ
     */
    public Tensor mv(Tensor y) {
        return Products.mv(this, y);
    }

    /**
     * r = Σᵢ xᵢyᵢ of two vectors, 0-d, summed in double. PyTorch: {@code dot}.
     *
     * @throws ShapeMismatchException if the operands aren't 1-d and of one length
     */
    public Tensor dot(Tensor y) {
        return Products.dot("dot", this, y);
    }

    /**
     * rᵢⱼ = xᵢyⱼ of two vectors. PyTorch: {@code outer}.
     *
     * @throws ShapeMismatchException if the operands aren't 1-d
     */
    public Tensor outer(Tensor y) {
        return Products.outer("outer", this, y);
    }

    /**
     * r = Σᵢ xᵢᵢ, 0-d. PyTorch: {@code trace}.
     *
     * @throws ShapeMismatchException if this isn't 2-d
     */
    public Tensor trace() {
        return Products.trace(this);
    }

    /**
     * The transpose of each matrix: the last two dimensions exchanged. PyTorch: {@code mT}.
     *
     * @throws IndexOutOfBoundsException if this has fewer than two dimensions
     */
    public Tensor mT() {
        return Rearranging.transpose("mT", this, -2, -1);
    }

    /**
     * The solution r of x·r = y, where x is a square matrix and y a vector or a matrix of several right-hand sides; or
     * of many systems, where x is a stack of matrices and y one of matrices, or of as many vectors, the stacks being
     * broadcast. A matrix is factored once, however many systems are solved with it, those of derivatives included, and
     * in double. PyTorch: {@code linalg.solve(x, y)}.
     *
     * @throws ShapeMismatchException if this isn't square, or {@code y} hasn't as many rows
     * @throws ArithmeticException if a matrix is singular
     */
    public Tensor solve(Tensor y) {
        return Systems.solved("solve", this, y, false);
    }

    /**
     * The solution r of xᵀ·r = y, with the factors of x; see {@link #solve}. PyTorch: {@code linalg.solve(x.mT, y)}.
     *
     * @throws ShapeMismatchException if this isn't square, or {@code y} hasn't as many rows
     * @throws ArithmeticException if a matrix is singular
     */
    public Tensor solveTransposed(Tensor y) {
        return Systems.solved("solveTransposed", this, y, true);
    }

    /**
     * The solution r of x·r = y, where each x is triangular; the other triangle isn't read. The stacks are broadcast.
     * PyTorch: {@code linalg.solve_triangular(x, y, upper)}.
     *
     * @throws ShapeMismatchException if this isn't square, or {@code y} hasn't as many rows
     * @throws ArithmeticException if a matrix is singular, as it is with a 0 on the diagonal
     */
    public Tensor solveTriangular(Tensor y, boolean upper) {
        return Triangles.solve(this, y, upper, true, false);
    }

    /**
     * The solution r of x·r = y, or of r·x = y if not {@code left}, where each x is triangular, and has ones on the
     * diagonal, which then isn't read, if {@code unitriangular}. PyTorch: {@code linalg.solve_triangular(x, y, upper,
     * left, unitriangular)}.
     *
     * @throws ShapeMismatchException if this isn't square, or {@code y} hasn't as many rows, or columns
     * @throws ArithmeticException if a matrix is singular, as it is with a 0 on the diagonal
     */
    public Tensor solveTriangular(Tensor y, boolean upper, boolean left, boolean unitriangular) {
        return Triangles.solve(this, y, upper, left, unitriangular);
    }

    /**
     * r = x⁻¹ of each matrix; to multiply by it, {@link #solve} is quicker and more precise. PyTorch:
     * {@code linalg.inv}.
     *
     * @throws ShapeMismatchException if this isn't square
     * @throws ArithmeticException if a matrix is singular
     */
    public Tensor inverse() {
        return Systems.inverse(this);
    }

    /**
     * The determinant of each matrix; 0 where it is singular, and there too its derivative is that of a polynomial in
     * the elements: the {@link #cofactors}. PyTorch: {@code linalg.det}.
     *
     * @throws ShapeMismatchException if this isn't square
     */
    public Tensor det() {
        return Systems.det("det", this, Factors::det);
    }

    /**
     * The logarithm of the determinant of each matrix; −∞ where it is 0, NaN where it is negative. It doesn't overflow.
     * PyTorch: {@code logdet}.
     *
     * @throws ShapeMismatchException if this isn't square
     */
    public Tensor logdet() {
        return Systems.det("logdet", this, Systems::logDet);
    }

    /**
     * Two tensors: the sign of the determinant of each matrix, 0 where it is singular, and the logarithm of its
     * absolute value, −∞ there. PyTorch: {@code linalg.slogdet}.
     *
     * @throws ShapeMismatchException if this isn't square
     */
    public Tensor[] slogdet() {
        return new Tensor[] {
            Systems.det("slogdet", this, Factors::sign), Systems.det("slogdet", this, Factors::logAbsDet)
        };
    }

    /**
     * The lower triangular L of x = L·Lᵀ for each matrix, which is taken to be symmetric: the lower triangle is read,
     * and the derivative is that along symmetric matrices. PyTorch: {@code linalg.cholesky}.
     *
     * @throws ShapeMismatchException if this isn't square
     * @throws ArithmeticException if a matrix isn't positive definite
     */
    public Tensor cholesky() {
        return Decompositions.cholesky(this);
    }

    /**
     * The solution r of y·yᵀ·r = x, where y is lower triangular, as {@link #cholesky} gives it. PyTorch:
     * {@code cholesky_solve(x, y)}.
     *
     * @throws ShapeMismatchException if {@code y} isn't square, or this hasn't as many rows
     * @throws ArithmeticException if a matrix has a 0 on its diagonal
     */
    public Tensor choleskySolve(Tensor y) {
        return Triangles.choleskySolve("choleskySolve", this, "y", y);
    }

    /**
     * r = (x·xᵀ)⁻¹, where x is lower triangular, as {@link #cholesky} gives it. PyTorch: {@code cholesky_inverse}.
     *
     * @throws ShapeMismatchException if this isn't square
     * @throws ArithmeticException if a matrix has a 0 on its diagonal
     */
    public Tensor choleskyInverse() {
        Stacks.square("choleskyInverse", "x", this);
        return Triangles.choleskySolve("choleskyInverse", eye(dtype, dim(-1)), "x", this);
    }

    /**
     * Two tensors, Q with orthonormal columns and upper triangular R, of x = Q·R for each m×n matrix; reduced: Q is m×k
     * and R k×n with k = min(m, n). Derivatives refuse matrices of which the first k columns depend on each other.
     * PyTorch: {@code linalg.qr}.
     *
     * @throws ShapeMismatchException if this has fewer than two dimensions
     */
    public Tensor[] qr() {
        return Decompositions.qr(this);
    }

    /**
     * Three tensors, P, L and U, of x = P·L·U for each m×n matrix: an m×m permutation, an m×k lower triangle with ones
     * on its diagonal, and a k×n upper one, with k = min(m, n). Derivatives refuse matrices of which the first k
     * columns depend on each other. PyTorch: {@code linalg.lu}.
     *
     * @throws ShapeMismatchException if this has fewer than two dimensions
     */
    public Tensor[] lu() {
        return Pivoting.of("lu", this, false).apart();
    }

    /**
     * L and U of x = P·L·U in one matrix, the ones of L left out; P is said by {@link #luPivots}. PyTorch: the first of
     * {@code linalg.lu_factor}.
     *
     * @throws ShapeMismatchException if this isn't square
     * @throws ArithmeticException if a matrix is singular
     */
    public Tensor luFactor() {
        return Pivoting.square("luFactor", this, true).factors();
    }

    /**
     * The row, counted from 1, with which each row was exchanged in turn, for {@link #luFactor}. PyTorch: the second of
     * {@code linalg.lu_factor}.
     *
     * @throws ShapeMismatchException if this isn't square
     */
    public Index luPivots() {
        return Pivoting.square("luPivots", this, false).pivots();
    }

    /**
     * The solution r of P·L·U·r = y, where this is what {@link #luFactor} gave, and {@code pivots} what
     * {@link #luPivots}. Dimensions before the last two are broadcast. PyTorch: {@code linalg.lu_solve(LU, pivots, y)}.
     *
     * @throws ShapeMismatchException if this isn't square, {@code y} isn't of matrices with as many rows, or other
     *     dimensions don't broadcast
     * @throws IndexOutOfBoundsException if a pivot isn't a row
     * @throws ArithmeticException if a matrix has a 0 on its diagonal
     */
    public Tensor luSolve(Index pivots, Tensor y) {
        Tensor rows = Checks.present("luSolve", "y", y).luRows(this, pivots, false);
        return regularFactor("luSolve").solveTriangular(solveTriangular(rows, false, true, true), true, true, false);
    }

    /**
     * Two tensors: the eigenvalues of each symmetric matrix, ascending, and orthonormal eigenvectors as columns. The
     * lower triangle is read, and the derivative is that along symmetric matrices. An eigenvector has no sign of its
     * own, and where eigenvalues are equal no direction: results must not depend on either, and the derivative of the
     * vectors is infinite or NaN there, as in PyTorch. PyTorch: {@code linalg.eigh}.
     *
     * @throws ShapeMismatchException if this isn't square
     * @throws ArithmeticException if an element isn't finite
     */
    public Tensor[] eigh() {
        return Decompositions.eigh("eigh", this, true);
    }

    /**
     * The eigenvalues of each symmetric matrix, ascending; see {@link #eigh()}. PyTorch: {@code linalg.eigvalsh}.
     *
     * @throws ShapeMismatchException if this isn't square
     * @throws ArithmeticException if an element isn't finite
     */
    public Tensor eigvalsh() {
        return Decompositions.eigh("eigvalsh", this, false)[0];
    }

    /**
     * Three tensors, U, S and Vᵀ, of x = U·diag(S)·Vᵀ for each m×n matrix: singular values, descending, between
     * orthonormal vectors; reduced: with k = min(m, n) of them. As with {@link #eigh()}, the vectors have no sign of
     * their own, and their derivative is infinite or NaN where singular values are equal, or 0 in a matrix that isn't
     * square. PyTorch: {@code linalg.svd(x, full_matrices=False)}.
     *
     * @throws ShapeMismatchException if this has fewer than two dimensions
     * @throws ArithmeticException if an element isn't finite
     */
    public Tensor[] svd() {
        return Decompositions.svd("svd", this);
    }

    /**
     * The singular values of each matrix, descending. PyTorch: {@code linalg.svdvals}.
     *
     * @throws ShapeMismatchException if this has fewer than two dimensions
     * @throws ArithmeticException if an element isn't finite
     */
    public Tensor svdvals() {
        return Decompositions.svd("svdvals", this)[1];
    }

    /**
     * The largest singular value of each matrix divided by the smallest; 0 of empty matrices. PyTorch:
     * {@code linalg.cond}.
     *
     * @throws ShapeMismatchException if this has fewer than two dimensions
     * @throws ArithmeticException if an element isn't finite
     */
    public Tensor cond() {
        Tensor values = singularValues("cond");
        return values.dim(-1) == 0 ? values.sum(-1) : values.select(-1, 0).div(values.select(-1, -1));
    }

    /**
     * The pseudoinverse of each matrix (Moore, Penrose): singular values up to the largest times max(m, n) times the
     * type's precision count as 0. The derivative holds as long as the rank doesn't change. PyTorch:
     * {@code linalg.pinv}.
     *
     * @throws ShapeMismatchException if this has fewer than two dimensions
     * @throws ArithmeticException if an element isn't finite
     */
    public Tensor pinv() {
        return PseudoInverse.of(this);
    }

    /**
     * The r for which ‖x·r − y‖ is least, and of these the least: the pseudoinverse times y, which is a vector beside a
     * 2-d tensor, or else a stack of matrices, the stacks being broadcast. PyTorch: {@code linalg.lstsq(x,
     * y).solution}.
     *
     * @throws ShapeMismatchException if {@code y} hasn't as many rows
     * @throws ArithmeticException if an element of x isn't finite
     */
    public Tensor lstsq(Tensor y) {
        return PseudoInverse.lstsq(this, y);
    }

    /**
     * The rank of each matrix: how many singular values {@link #pinv} doesn't count as 0. PyTorch:
     * {@code linalg.matrix_rank}.
     *
     * @throws ShapeMismatchException if this has fewer than two dimensions
     * @throws ArithmeticException if an element isn't finite
     */
    public Index matrixRank() {
        return PseudoInverse.rank(this);
    }

    /**
     * Einstein's sum: {@code einsum("ij->ji", x)} is the transpose, {@code einsum("ij,jk->ik", x, y)} the matrix
     * product, {@code einsum("ii", x)} the trace. Each operand's dimensions get letters, and the sum is over all that
     * the result, behind {@code ->}, hasn't. Without {@code ->} it has those that occur once, in alphabetical order. A
     * letter twice in an operand is its diagonal; {@code ...} stands for dimensions that are broadcast. Lengths 1 are
     * stretched. Operands are multiplied from left to right. PyTorch: {@code einsum}.
     *
     * @throws IllegalArgumentException if the equation isn't one, or is of more or fewer operands
     * @throws ShapeMismatchException if an operand has not the dimensions it says, or lengths differ
     */
    public static Tensor einsum(String equation, Tensor x) {
        return Einsum.of("einsum", equation, x);
    }

    /** The sum over products of two tensors; see {@link #einsum(String, Tensor)}. */
    public static Tensor einsum(String equation, Tensor x, Tensor y) {
        return Einsum.of("einsum", equation, x, y);
    }

    /** The sum over products of three tensors; see {@link #einsum(String, Tensor)}. */
    public static Tensor einsum(String equation, Tensor x, Tensor y, Tensor z) {
        return Einsum.of("einsum", equation, x, y, z);
    }

    /** The sum over products of four tensors; see {@link #einsum(String, Tensor)}. */
    public static Tensor einsum(String equation, Tensor x, Tensor y, Tensor z, Tensor w) {
        return Einsum.of("einsum", equation, x, y, z, w);
    }

    /** The sum over products of five tensors; see {@link #einsum(String, Tensor)}. */
    public static Tensor einsum(String equation, Tensor x, Tensor y, Tensor z, Tensor w, Tensor v) {
        return Einsum.of("einsum", equation, x, y, z, w, v);
    }

    /** The sum over products of six tensors; see {@link #einsum(String, Tensor)}. */
    public static Tensor einsum(String equation, Tensor x, Tensor y, Tensor z, Tensor w, Tensor v, Tensor u) {
        return Einsum.of("einsum", equation, x, y, z, w, v, u);
    }

    /**
     * The sum of products over the last {@code dims} dimensions of this and the first ones of {@code y}. PyTorch:
     * {@code tensordot}.
     *
     * @throws IllegalArgumentException if there are fewer dimensions
     * @throws ShapeMismatchException if their lengths differ
     */
    public Tensor tensordot(Tensor y, int dims) {
        return Einsum.of("tensordot", tensordotEquation(this, y, dims), this, y);
    }

    /**
     * The sum of products over pairs of dimensions, {@code dimsOfX[k]} of this and {@code dimsOfY[k]} of {@code y}; the
     * result has the others of this, then those of {@code y}. PyTorch: {@code tensordot(y, (dims_x, dims_y))}.
     *
     * @throws IllegalArgumentException if there aren't equally many dimensions, or one is named twice
     * @throws ShapeMismatchException if their lengths differ
     */
    public Tensor tensordot(Tensor y, int[] dimsOfX, int[] dimsOfY) {
        return Einsum.of("tensordot", tensordotEquation(this, y, dimsOfX, dimsOfY), this, y);
    }

    /**
     * The product of three matrices in the order that takes fewer multiplications. PyTorch: {@code linalg.multi_dot}.
     *
     * @throws ShapeMismatchException if they aren't 2-d, or don't fit
     */
    public Tensor multiDot(Tensor y, Tensor z) {
        return multiDotLeft(y, z) ? mm(y).mm(z) : mm(y.mm(z));
    }

    /**
     * r = Σx·y along dimension {@code dim}, which is dropped; others are broadcast. PyTorch: {@code linalg.vecdot}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     */
    public Tensor vecdot(Tensor y, int dim) {
        Shape wide = Broadcasting.shape("vecdot", shape, Checks.present("vecdot", "y", y).shape);
        wide.axis("vecdot", dim);
        return mul(y).sum(dim);
    }

    /**
     * The sum of products over the last dimensions; the product if either is 0-d. PyTorch: {@code inner}.
     *
     * @throws ShapeMismatchException if their lengths differ
     */
    public Tensor inner(Tensor y) {
        String equation = innerEquation(this, y);
        if (rank() > 0 && y.rank() > 0 && dim(-1) != y.dim(-1)) {
            throw new ShapeMismatchException("inner: x has shape " + shape + " and y has shape " + y.shape
                    + "; their last dimensions must be equal");
        }
        return Einsum.of("inner", equation, this, y);
    }

    /** Kronecker's product: each element of this times {@code y}, side by side. PyTorch: {@code kron}. */
    public Tensor kron(Tensor y) {
        return MoreProducts.kron(this, y);
    }

    /**
     * The products of two stacks of matrices, [b, m, k] and [b, k, n]. PyTorch: {@code bmm}.
     *
     * @throws ShapeMismatchException if they haven't such shapes
     */
    public Tensor bmm(Tensor y) {
        return MoreProducts.bmm("bmm", "x", this, "y", y);
    }

    /**
     * r = x + y·z of matrices y and z; x is stretched. PyTorch: {@code addmm}.
     *
     * @throws ShapeMismatchException if the shapes don't fit
     */
    public Tensor addmm(Tensor y, Tensor z) {
        MoreProducts.checkProduct("addmm", y, 2, z, 2);
        return MoreProducts.added("addmm", this, y.mm(z));
    }

    /**
     * r = x + y·z of a matrix y and a vector z; x is stretched. PyTorch: {@code addmv}.
     *
     * @throws ShapeMismatchException if the shapes don't fit
     */
    public Tensor addmv(Tensor y, Tensor z) {
        MoreProducts.checkProduct("addmv", y, 2, z, 1);
        return MoreProducts.added("addmv", this, y.mv(z));
    }

    /**
     * r = x + y·z of stacks of matrices; x is stretched. PyTorch: {@code baddbmm}.
     *
     * @throws ShapeMismatchException if the shapes don't fit
     */
    public Tensor baddbmm(Tensor y, Tensor z) {
        return MoreProducts.added("baddbmm", this, MoreProducts.bmm("baddbmm", "y", y, "z", z));
    }

    /** {@link #outer}. PyTorch: {@code ger}. */
    public Tensor ger(Tensor y) {
        return Products.outer("ger", this, y);
    }

    /** {@link #dot}. PyTorch: {@code vdot}. */
    public Tensor vdot(Tensor y) {
        return Products.dot("vdot", this, y);
    }

    /**
     * The vector products along dimension {@code dim}, which has length 3; others are broadcast. PyTorch:
     * {@code linalg.cross}.
     *
     * @throws ShapeMismatchException if it has another length, or the others don't broadcast
     */
    public Tensor cross(Tensor y, int dim) {
        return MoreProducts.cross(this, y, dim);
    }

    /**
     * xⁿ of each matrix; of its inverse if n is negative, the identity if it is 0. PyTorch:
     * {@code linalg.matrix_power}.
     *
     * @throws ShapeMismatchException if this isn't square
     * @throws ArithmeticException if n is negative and a matrix is singular
     */
    public Tensor matrixPower(int n) {
        return MatrixFunctions.power(this, n);
    }

    /**
     * 1 + x + x²/2 + … of each matrix, by scaling and squaring a rational approximation, in double; NaN throughout
     * where an element isn't finite. PyTorch: {@code linalg.matrix_exp}.
     *
     * @throws ShapeMismatchException if this isn't square
     */
    public Tensor matrixExp() {
        return MatrixFunctions.exp(this);
    }

    /**
     * rᵢⱼ = xᵢʲ for j from 0 to n − 1, in a new last dimension. PyTorch: {@code linalg.vander}; NumPy counts down.
     *
     * @throws IllegalArgumentException if {@code n} isn't positive
     */
    public Tensor vander(int n) {
        return MoreProducts.vander(this, n);
    }

    /**
     * The covariances of variables, which are rows, over observations, which are columns; divided by one less than the
     * number of these. Of a vector, the observations of one variable, its variance, 0-d. PyTorch: {@code cov}, which
     * makes 0-d also what a matrix with one row gives; here as many dimensions come of a matrix however long it is.
     *
     * @throws ShapeMismatchException if this has more than 2 dimensions
     */
    public Tensor cov() {
        Tensor covariances = atLeast2d().covariances("cov");
        return rank() < 2 ? covariances.sum() : covariances;
    }

    /**
     * The correlations of variables, which are rows, over observations, which are columns. Of a vector, the
     * observations of one variable, 1, 0-d, and NaN if it doesn't vary. PyTorch: {@code corrcoef}, which makes 0-d also
     * what a matrix with one row gives.
     *
     * @throws ShapeMismatchException if this has more than 2 dimensions
     */
    public Tensor corrcoef() {
        Tensor covariances = atLeast2d().covariances("corrcoef");
        Tensor deviations = covariances.diagonal().sqrt();
        Tensor correlations = covariances
                .div(deviations.unsqueeze(1))
                .div(deviations.unsqueeze(0))
                .clamp(-1, 1);
        return rank() < 2 ? correlations.sum() : correlations;
    }

    /**
     * r = √Σx² of each matrix, Frobenius' norm; its derivative at 0 is 0. PyTorch: {@code linalg.matrix_norm}.
     *
     * @throws ShapeMismatchException if this has fewer than two dimensions
     */
    public Tensor matrixNorm() {
        Stacks.matrices("matrixNorm", "x", this);
        return square().sum(-1).sum(-1).sqrt();
    }

    /**
     * The sum of the singular values of each matrix. PyTorch: {@code linalg.matrix_norm(x, "nuc")}.
     *
     * @throws ShapeMismatchException if this has fewer than two dimensions
     * @throws ArithmeticException if an element isn't finite
     */
    public Tensor nuclearNorm() {
        return Decompositions.svd("nuclearNorm", this)[1].sum(-1);
    }

    /** The factors of these matrices, which are kept. */
    Factors factors() {
        Factors known = factors;
        if (known == null) {
            known = Factors.of(shape.slice(0, rank() - 2).size(), dim(-1), toDoubleArray());
            factors = known;
        }
        return known;
    }

    // ---- other names, of the Python array API standard

    /** {@link #sub}. PyTorch: {@code subtract}. */
    public Tensor subtract(Tensor y) {
        return sub(y);
    }

    /** {@link #sub}. PyTorch: {@code subtract}. */
    public Tensor subtract(double y) {
        return sub(y);
    }

    /** {@link #mul}. PyTorch: {@code multiply}. */
    public Tensor multiply(Tensor y) {
        return mul(y);
    }

    /** {@link #mul}. PyTorch: {@code multiply}. */
    public Tensor multiply(double y) {
        return mul(y);
    }

    /** {@link #div}. PyTorch: {@code divide}. */
    public Tensor divide(Tensor y) {
        return div(y);
    }

    /** {@link #div}. PyTorch: {@code divide}. */
    public Tensor divide(double y) {
        return div(y);
    }

    /** {@link #neg}. PyTorch: {@code negative}. */
    public Tensor negative() {
        return neg();
    }

    /** {@link #clamp}. PyTorch: {@code clip}. */
    public Tensor clip(double min, double max) {
        return clamp(min, max);
    }

    /** {@link #movedim}. PyTorch: {@code moveaxis}. */
    public Tensor moveaxis(int source, int destination) {
        return movedim(source, destination);
    }

    /** {@link #cat}. PyTorch: {@code concat}. */
    public static Tensor concat(int dim, Tensor... xs) {
        return cat(dim, xs);
    }

    /** {@link #lt(Tensor)}. PyTorch: {@code less}. */
    public Mask less(Tensor y) {
        return lt(y);
    }

    /** {@link #lt(double)}. PyTorch: {@code less}. */
    public Mask less(double y) {
        return lt(y);
    }

    /** {@link #le(Tensor)}. PyTorch: {@code less_equal}. */
    public Mask lessEqual(Tensor y) {
        return le(y);
    }

    /** {@link #le(double)}. PyTorch: {@code less_equal}. */
    public Mask lessEqual(double y) {
        return le(y);
    }

    /** {@link #gt(Tensor)}. PyTorch: {@code greater}. */
    public Mask greater(Tensor y) {
        return gt(y);
    }

    /** {@link #gt(double)}. PyTorch: {@code greater}. */
    public Mask greater(double y) {
        return gt(y);
    }

    /** {@link #ge(Tensor)}. PyTorch: {@code greater_equal}. */
    public Mask greaterEqual(Tensor y) {
        return ge(y);
    }

    /** {@link #ge(double)}. PyTorch: {@code greater_equal}. */
    public Mask greaterEqual(double y) {
        return ge(y);
    }

    /** {@link #ne(Tensor)}. PyTorch: {@code not_equal}. */
    public Mask notEqual(Tensor y) {
        return ne(y);
    }

    /** {@link #ne(double)}. PyTorch: {@code not_equal}. */
    public Mask notEqual(double y) {
        return ne(y);
    }

    // ---- used by derivatives

    /**
     * The adjoint of stretching {@code like} to this shape: sums over the dimensions that were added or stretched, and
     * converts to the type of {@code like}. Itself if there is nothing to do. Used by derivatives. PyTorch:
     * {@code sum_to_size}.
     *
     * @throws ShapeMismatchException if {@code like} doesn't stretch to this shape
     */
    public Tensor sumTo(Tensor like) {
        Checks.present("sumTo", "like", like);
        if (dtype == like.dtype && shape.equals(like.shape)) {
            return this;
        }
        return Broadcasting.sumTo(this, like.shape).to(like.dtype);
    }

    /**
     * The adjoint of {@link #sumTo}: stretched to the shape of {@code like}, in its type; what has the shape [1] also
     * becomes 0-d. Itself if there is nothing to do. Used by derivatives. PyTorch: {@code expand_as} and {@code to}.
     *
     * @throws ShapeMismatchException if this doesn't stretch to the shape of {@code like}
     */
    public Tensor expandTo(Tensor like) {
        Checks.present("expandTo", "like", like);
        if (dtype == like.dtype && shape.equals(like.shape)) {
            return this;
        }
        return Broadcasting.expandTo(to(like.dtype), like.shape);
    }

    /**
     * The adjoint of reducing {@code like} along dimension {@code dim}: this, which has that dimension dropped or kept
     * with length 1, repeated along it. Used by derivatives. PyTorch: {@code unsqueeze} and {@code expand_as}.
     *
     * @throws ShapeMismatchException if this hasn't the shape that such a reduction leaves
     */
    public Tensor expandAlong(Tensor like, int dim) {
        return Rearranging.expandAlong(this, like, dim);
    }

    /**
     * The adjoint of {@link #get}: zeros of the shape and type of {@code like} with this at {@code index}. Used by
     * derivatives. PyTorch: {@code select_backward}.
     *
     * @throws ShapeMismatchException if this hasn't the shape of what is there
     */
    public Tensor placed(Tensor like, int... index) {
        return Slices.placed(this, like, index);
    }

    /**
     * The adjoint of {@link #narrow}: zeros of the shape and type of {@code like} with this from {@code start} on in
     * dimension {@code dim}. Used by derivatives. PyTorch: {@code slice_backward}.
     *
     * @throws ShapeMismatchException if this doesn't fit there
     */
    public Tensor placedAt(Tensor like, int dim, int start) {
        return Slices.placedAt(this, like, dim, start);
    }

    /**
     * The adjoint of {@link #permute}: dimension {@code dims[i]} of the result is dimension i of this. Used by
     * derivatives.
     *
     * @throws IllegalArgumentException if {@code dims} doesn't name each dimension once
     */
    public Tensor permuteBack(int... dims) {
        return Rearranging.permuteBack(this, dims);
    }

    /**
     * The adjoint of {@link #takeAlongDim} for a tensor like this. Used by derivatives.
     *
     * @throws ShapeMismatchException if this hasn't the shape of {@code like.takeAlongDim(index, dim)}
     */
    public Tensor takeAlongDimBack(Tensor like, Index index, int dim) {
        return Indexing.takeAlongDimBack(this, like, index, dim);
    }

    /**
     * The first elements in each dimension, as many as {@code like} has. Used by derivatives.
     *
     * @throws ShapeMismatchException if {@code like} has other dimensions, or is longer in one
     */
    public Tensor corner(Tensor like) {
        Shape part = Checks.present("corner", "like", like).shape;
        if (!IndexPositions.fits(part.atLeast1d(), shape.atLeast1d(), -1)) {
            throw new ShapeMismatchException("corner: x has shape " + shape + " and like has shape " + part
                    + "; they must have as many dimensions, and like be no longer in any");
        }
        return Slices.corner(this, part).to(like.dtype);
    }

    /**
     * The adjoint of {@link #corner}: zeros of the shape and type of {@code like}, which begin with this in each
     * dimension. Used by derivatives.
     *
     * @throws ShapeMismatchException if {@code like} has other dimensions, or is shorter in one
     */
    public Tensor placedInCorner(Tensor like) {
        Shape whole = Checks.present("placedInCorner", "like", like).shape;
        if (!IndexPositions.fits(shape.atLeast1d(), whole.atLeast1d(), -1)) {
            throw new ShapeMismatchException("placedInCorner: x has shape " + shape + " and like has shape " + whole
                    + "; they must have as many dimensions, and like be no shorter in any");
        }
        return Slices.placedInCorner(this, like);
    }

    /**
     * Which elements that {@link #scatter(int, Index, Tensor)} puts in stay: no later one has their place. Used by
     * derivatives.
     */
    public Mask scatterKept(int dim, Index index) {
        return Indexing.scatterKept(this, dim, index);
    }

    /** Which slices that {@link #indexCopy} puts in stay: no later one has their place. Used by derivatives. */
    public Mask indexCopyKept(int dim, Index index) {
        return Along.indexCopyKept(this, dim, index);
    }

    /** Which elements of this {@link #indexPut} doesn't overwrite. Used by derivatives. */
    public Mask indexPutLeaves(Index[] indices, boolean accumulate) {
        return Indexing.indexPutLeaves(this, indices, accumulate);
    }

    /** Which elements of this {@link #put} doesn't overwrite. Used by derivatives. */
    public Mask putLeaves(Index index, boolean accumulate) {
        return Indexing.putLeaves(this, index, accumulate);
    }

    /**
     * Which parts that {@link #indexPut} puts in stay: all, or those whose place no later one has. Used by derivatives.
     */
    public Mask indexPutKept(Index[] indices, boolean accumulate) {
        return Indexing.indexPutKept(this, indices, accumulate);
    }

    /**
     * Which elements that {@link #put} puts in stay: all, or those whose place no later one has. Used by derivatives.
     */
    public Mask putKept(Index index, boolean accumulate) {
        return Indexing.putKept(this, index, accumulate);
    }

    /**
     * The adjoint of {@link #indexSelect(int, int...)} for a tensor like this. Used by derivatives.
     *
     * @throws ShapeMismatchException if this hasn't the shape of {@code like.indexSelect(dim, index)}
     */
    public Tensor indexSelectBack(Tensor like, int dim, int... index) {
        Checks.present("indexSelectBack", "like", like);
        return Along.indexAdd("indexSelectBack", zerosLike(like), dim, index, this);
    }

    /**
     * The adjoint of {@link #index} for a tensor like this. Used by derivatives.
     *
     * @throws ShapeMismatchException if this hasn't the shape of {@code like.index(indices)}
     */
    public Tensor indexBack(Tensor like, Index... indices) {
        return Indexing.indexBack(this, like, indices);
    }

    /** The adjoint of {@link #roll(int)}: moved back. Used by derivatives. */
    public Tensor rollBack(int shift) {
        return Along.roll("rollBack", flatten(), new int[] {shift}, new int[] {0}, -1)
                .reshaped(shape);
    }

    /** The adjoint of {@link #roll(int, int)}: moved back. Used by derivatives. */
    public Tensor rollBack(int shift, int dim) {
        return Along.roll("rollBack", this, new int[] {shift}, new int[] {dim}, -1);
    }

    /**
     * The adjoint of {@link #roll(int[], int[])}: moved back. Used by derivatives.
     *
     * @throws IllegalArgumentException if there aren't as many shifts as dimensions
     */
    public Tensor rollBack(int[] shifts, int[] dims) {
        return Along.roll("rollBack", this, shifts, dims, -1);
    }

    /**
     * The adjoint of {@link #pad(int...)}: without what was added, and with zeros for what was taken away. Used by
     * derivatives.
     */
    public Tensor padBack(int... pad) {
        return Padding.back(this, pad);
    }

    /** The adjoint of {@link #padReflect} for a tensor like this. Used by derivatives. */
    public Tensor padReflectBack(Tensor like, int... pad) {
        return Padding.repeatingBack(Padding.Mode.REFLECT, this, like, pad);
    }

    /** The adjoint of {@link #padReplicate} for a tensor like this. Used by derivatives. */
    public Tensor padReplicateBack(Tensor like, int... pad) {
        return Padding.repeatingBack(Padding.Mode.REPLICATE, this, like, pad);
    }

    /** The adjoint of {@link #padCircular} for a tensor like this. Used by derivatives. */
    public Tensor padCircularBack(Tensor like, int... pad) {
        return Padding.repeatingBack(Padding.Mode.CIRCULAR, this, like, pad);
    }

    /**
     * The adjoint of {@link #tile}: the sum of the copies of a tensor like this. Used by derivatives.
     *
     * @throws ShapeMismatchException if this hasn't the shape of {@code like.tile(repeats)}
     */
    public Tensor untile(Tensor like, int... repeats) {
        return Along.untile(this, like, repeats);
    }

    /**
     * The adjoint of {@link #repeatInterleave}: the sum of the copies of each slice of a tensor like this. Used by
     * derivatives.
     *
     * @throws ShapeMismatchException if this doesn't consist of such copies
     */
    public Tensor sumInterleaved(Tensor like, int repeats, int dim) {
        return Along.sumInterleaved(this, like, repeats, dim);
    }

    /**
     * The adjoint of {@link #diag(int)} for a tensor like this. Used by derivatives.
     *
     * @throws ShapeMismatchException if this hasn't the shape of {@code like.diag(offset)}
     */
    public Tensor diagBack(Tensor like, int offset) {
        return Diagonals.diagBack(this, like, offset);
    }

    /**
     * The adjoint of {@link #unfold}: the sum of the windows, each in its place, for a tensor like this. Used by
     * derivatives.
     *
     * @throws ShapeMismatchException if this hasn't the shape of {@code like.unfold(dim, size, step)}
     */
    public Tensor unfoldBack(Tensor like, int dim, int size, int step) {
        return Windows.unfoldBack(this, like, dim, size, step);
    }

    /**
     * The adjoint of taking a tensor apart along dimension {@code dim}: {@link #cat}, with zeros like those of
     * {@code like} for the tensors that are null. Used by derivatives.
     *
     * @throws IllegalArgumentException if there aren't as many
     */
    public static Tensor catFilled(int dim, Tensor[] xs, Tensor[] like) {
        return Joining.cat("catFilled", dim, Joining.filled("catFilled", xs, like));
    }

    /**
     * The adjoint of {@link #unbind(int)}: {@link #stack(int, Tensor...)}, with zeros like those of {@code like} for
     * the tensors that are null. Used by derivatives.
     *
     * @throws IllegalArgumentException if there aren't as many
     */
    public static Tensor stackFilled(int dim, Tensor[] xs, Tensor[] like) {
        return Joining.stack("stackFilled", dim, Joining.filled("stackFilled", xs, like));
    }

    /**
     * The adjoint of {@link #meshgrid(String, Tensor...)}, zeros standing for the tensors that are null. Used by
     * derivatives.
     *
     * @throws IllegalArgumentException if there aren't as many
     */
    public static Tensor[] meshgridBack(String indexing, Tensor[] bars, Tensor... xs) {
        return Grids.meshgridBack(indexing, bars, xs);
    }

    /**
     * The adjoint of {@link #broadcastTensors}, zeros standing for the tensors that are null. Used by derivatives.
     *
     * @throws IllegalArgumentException if there aren't as many
     */
    public static Tensor[] broadcastTensorsBack(Tensor[] bars, Tensor... xs) {
        return Grids.broadcastBack(bars, xs);
    }

    /**
     * The dimension in which {@link #hstack}, {@link #vstack} and {@link #dstack} (rank 1, 2, 3) join. Used by
     * derivatives.
     */
    public static int stackedDim(int rank, Tensor... xs) {
        return Stacking.dim(rank, Stacking.wide("stackedDim", rank, xs));
    }

    /** Where tensor {@code i} begins in {@link #stackedDim}. Used by derivatives. */
    public static int stackedStart(int rank, int i, Tensor... xs) {
        return Stacking.start("stackedStart", rank, i, xs);
    }

    /** How long tensor {@code i} is in {@link #stackedDim}. Used by derivatives. */
    public static int stackedLength(int rank, int i, Tensor... xs) {
        return Stacking.length("stackedLength", rank, i, xs);
    }

    /**
     * The adjoint of {@link #hstack}, {@link #vstack} and {@link #dstack} (rank 1, 2, 3): a part for each tensor, in
     * its shape and type. Used by derivatives.
     */
    public Tensor[] unstacked(int rank, Tensor... xs) {
        return Stacking.unstacked(this, rank, xs);
    }

    /**
     * The adjoint of {@link #unstacked}, with zeros like those of {@code like} for the tensors that are null. Used by
     * derivatives.
     *
     * @throws IllegalArgumentException if there aren't as many
     */
    public static Tensor restacked(int rank, Tensor[] xs, Tensor[] like) {
        return Stacking.join("restacked", rank, Joining.filled("restacked", xs, like));
    }

    /**
     * This where the mask is true and 0 elsewhere, whatever is there, NaN included; both are broadcast. Used by
     * derivatives. PyTorch: {@code masked_fill(~mask, 0)}.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     */
    public Tensor masked(Mask mask) {
        return Joining.masked(this, mask);
    }

    /**
     * 1/k for the k elements that equal {@code extreme}, a 0-d tensor, and 0 for the others: how the derivative of
     * {@link #max()} is shared. NaN if no element does. It is itself constant almost everywhere. Used by derivatives.
     */
    public Tensor tieShare(Tensor extreme) {
        Tensor ties = eq(extreme).toTensor(dtype);
        return ties.div(ties.sum());
    }

    /**
     * 1/k for the k elements that equal {@code extreme} along dimension {@code dim}, which {@code extreme} has dropped
     * or kept with length 1, and 0 for the others: how the derivative of {@link #amax(int)} is shared. NaN if no
     * element does. It is itself constant almost everywhere. Used by derivatives.
     *
     * @throws ShapeMismatchException if {@code extreme} hasn't the shape that a reduction along {@code dim} leaves
     */
    public Tensor tieShare(Tensor extreme, int dim) {
        Checks.present("tieShare", "extreme", extreme);
        Tensor ties = eq(extreme.expandAlong(this, dim)).toTensor(dtype);
        return ties.div(ties.sum(dim, true));
    }

    /**
     * rᵢ = Πⱼ≠ᵢ xⱼ along the last dimension, exact where there are zeros: the derivative of a product. Multiplied in
     * double. Used by derivatives.
     *
     * @throws ShapeMismatchException if this is 0-d
     */
    public Tensor prodOfOthers() {
        return OtherProducts.of(this);
    }

    /**
     * The n-th derivative of {@link #erfcx}. Used by derivatives.
     *
     * @throws IllegalArgumentException if n is negative
     */
    public Tensor erfcxSlope(int n) {
        return SpecialFunctions.erfcxSlope(this, n);
    }

    /**
     * The n-th derivative of {@link #sinc}, right at 0, too. Used by derivatives.
     *
     * @throws IllegalArgumentException if n is negative
     */
    public Tensor sincSlope(int n) {
        return SpecialFunctions.sincSlope(this, n);
    }

    /**
     * The right-hand sides of systems with {@code matrices}, or their solutions, as columns: a vector as a matrix with
     * one column, a matrix as it is. Used by derivatives. PyTorch: part of {@code linalg_solve_backward}.
     */
    public Tensor columnsFor(Tensor matrices) {
        return Systems.columns(Stacks.matrices("columnsFor", "matrices", matrices), this);
    }

    /**
     * The cofactors of each matrix, r = det x · x⁻ᵀ, for singular matrices too: the derivative of {@link #det}. Used by
     * derivatives. PyTorch: {@code linalg_det_backward}.
     *
     * @throws ShapeMismatchException if this isn't square
     */
    public Tensor cofactors() {
        return Systems.cofactors(this);
    }

    /**
     * How fast the cofactors of each matrix change as it moves along {@code y}, for singular matrices too: the second
     * derivative of {@link #det}. Its own derivative by x is NaN or infinite where x is singular. Used by derivatives.
     *
     * @throws ShapeMismatchException if this isn't square, or {@code y} has another shape
     */
    public Tensor cofactorsAlong(Tensor y) {
        return Systems.cofactorsAlong(this, y);
    }

    /**
     * The upper or lower triangle of each matrix, diagonal included, and zeros elsewhere. Used by derivatives. PyTorch:
     * {@code triu} and {@code tril}.
     *
     * @throws ShapeMismatchException if this has fewer than two dimensions
     */
    public Tensor triangle(boolean upper) {
        return Triangles.of(this, upper, 1);
    }

    /**
     * The upper or lower triangle of each matrix, the diagonal multiplied by {@code onDiagonal}, and zeros elsewhere.
     * Used by derivatives.
     *
     * @throws ShapeMismatchException if this has fewer than two dimensions
     */
    public Tensor triangle(boolean upper, double onDiagonal) {
        return Triangles.of(this, upper, onDiagonal);
    }

    /**
     * r = (x + xᵀ) / 2 of each matrix. Used by derivatives.
     *
     * @throws ShapeMismatchException if the matrices aren't square
     */
    public Tensor symmetricPart() {
        Stacks.square("symmetricPart", "x", this);
        return add(mT()).mul(0.5);
    }

    /**
     * r = x / y, elementwise, but 0 wherever x is 0, even if y is. Used by derivatives, where what isn't asked for has
     * the adjoint 0.
     */
    public Tensor divOrZero(Tensor y) {
        return div(y).masked(ne(0));
    }

    /**
     * Ones where the last two indices of a tensor of the shape of {@code like} are equal, zeros elsewhere, in its type.
     * Used by derivatives.
     */
    public static Tensor eyeLike(Tensor like) {
        return Products.eyeLike(like);
    }

    /**
     * The adjoint of {@link #matmul} in its left operand: x·yᵀ, summed to the shape of {@code like} and in its type.
     * Used by derivatives.
     *
     * @throws ShapeMismatchException if this hasn't the shape of {@code like.matmul(y)}
     */
    public Tensor matmulBarLeft(Tensor like, Tensor y) {
        return MatmulAdjoint.left(this, like, y);
    }

    /**
     * The adjoint of {@link #matmul} in its right operand: leftᵀ·x, summed to the shape of {@code like} and in its
     * type. Used by derivatives.
     *
     * @throws ShapeMismatchException if this hasn't the shape of {@code left.matmul(like)}
     */
    public Tensor matmulBarRight(Tensor left, Tensor like) {
        return MatmulAdjoint.right(this, left, like);
    }

    /**
     * The tensors as an array of their own: what operations with several results have as tangent. Used by derivatives.
     */
    public static Tensor[] arrayOf(Tensor... xs) {
        return Checks.present("arrayOf", "the array of tensors", xs).clone();
    }

    /**
     * The adjoints of an operation with several results, zeros standing where there is none: that result wasn't used.
     * Used by derivatives.
     *
     * @param like the results, whose shapes and types the zeros have
     */
    public static Tensor[] filled(Tensor[] bars, Tensor[] like) {
        return Joining.filled("filled", bars, like);
    }

    /**
     * Whether the {@code i}-th result of an operation with several was used: it has an adjoint. Used by derivatives.
     */
    public static boolean isUsed(Tensor[] bars, int i) {
        return Joining.isUsed("isUsed", bars, i);
    }

    /**
     * The adjoint of {@link #einsum(String, Tensor)} in operand {@code k}; x is the adjoint of the result. Used by
     * derivatives.
     */
    public Tensor einsumBar(String equation, int k, Tensor y) {
        return Einsum.bar(this, equation, k, y);
    }

    /**
     * The adjoint of {@link #einsum(String, Tensor)} in operand {@code k}; x is the adjoint of the result. Used by
     * derivatives.
     */
    public Tensor einsumBar(String equation, int k, Tensor y, Tensor z) {
        return Einsum.bar(this, equation, k, y, z);
    }

    /**
     * The adjoint of {@link #einsum(String, Tensor)} in operand {@code k}; x is the adjoint of the result. Used by
     * derivatives.
     */
    public Tensor einsumBar(String equation, int k, Tensor y, Tensor z, Tensor w) {
        return Einsum.bar(this, equation, k, y, z, w);
    }

    /**
     * The adjoint of {@link #einsum(String, Tensor)} in operand {@code k}; x is the adjoint of the result. Used by
     * derivatives.
     */
    public Tensor einsumBar(String equation, int k, Tensor y, Tensor z, Tensor w, Tensor v) {
        return Einsum.bar(this, equation, k, y, z, w, v);
    }

    /**
     * The adjoint of {@link #einsum(String, Tensor)} in operand {@code k}; x is the adjoint of the result. Used by
     * derivatives.
     */
    public Tensor einsumBar(String equation, int k, Tensor y, Tensor z, Tensor w, Tensor v, Tensor u) {
        return Einsum.bar(this, equation, k, y, z, w, v, u);
    }

    /**
     * The adjoint of {@link #einsum(String, Tensor)} in operand {@code k}; x is the adjoint of the result. Used by
     * derivatives.
     */
    public Tensor einsumBar(String equation, int k, Tensor y, Tensor z, Tensor w, Tensor v, Tensor u, Tensor t) {
        return Einsum.bar(this, equation, k, y, z, w, v, u, t);
    }

    /** The equation of {@link #tensordot}. Used by derivatives. */
    public static String tensordotEquation(Tensor x, Tensor y, int dims) {
        return MoreProducts.tensordotEquation(
                Checks.present("tensordot", "x", x).rank(),
                Checks.present("tensordot", "y", y).rank(),
                dims);
    }

    /** The equation of {@link #inner}. Used by derivatives. */
    public static String innerEquation(Tensor x, Tensor y) {
        return MoreProducts.innerEquation(
                Checks.present("inner", "x", x).rank(),
                Checks.present("inner", "y", y).rank());
    }

    /** The equation of {@link #kron}. Used by derivatives. */
    public static String kronEquation(Tensor x, Tensor y) {
        return MoreProducts.kronEquation(
                Checks.present("kron", "x", x).rank(),
                Checks.present("kron", "y", y).rank());
    }

    /** {@link #kron} with the dimensions of both operands side by side, whose adjoint this is. Used by derivatives. */
    public Tensor kronPairs(Tensor y, Tensor z) {
        return reshape(einsum(kronEquation(y, z), y, z).shape().toArray());
    }

    /**
     * The adjoint of reducing {@code like} along several dimensions, or all if none are given: this, which has them
     * dropped or kept with length 1, repeated along them. Used by derivatives.
     *
     * @throws ShapeMismatchException if this hasn't the shape that such a reduction leaves
     */
    public Tensor expandAlong(Tensor like, int[] dims) {
        Shape wide = Checks.present("expandAlong", "like", like).shape;
        return Axes.of("expandAlong", wide, dims).expanded("expandAlong", this);
    }

    /** As {@link #tieShare(Tensor, int)}, along several dimensions. Used by derivatives. */
    public Tensor tieShare(Tensor extreme, int[] dims) {
        Checks.present("tieShare", "extreme", extreme);
        Tensor ties = eq(extreme.expandAlong(this, dims)).toTensor(dtype);
        return ties.div(ties.sum(dims, true));
    }

    /** The number of elements that a reduction along these dimensions makes one of. Used by derivatives. */
    public int countAlong(int[] dims) {
        return Axes.of("countAlong", shape, dims).length();
    }

    /**
     * Stretched to the shape that both are broadcast to, in the type in which they are combined. Used by derivatives.
     *
     * @throws ShapeMismatchException if the shapes don't broadcast
     */
    public Tensor broadcastWith(String operation, Tensor like) {
        Shape wide = Broadcasting.shape(operation, shape, Checks.present(operation, "like", like).shape);
        return Broadcasting.expand(operation, to(Checks.common(this, like)), wide);
    }

    /**
     * {@link #cosineSimilarity} of tensors of one shape. Used by derivatives.
     *
     * @throws ShapeMismatchException if the shapes differ
     */
    public Tensor cosines(Tensor y, int dim) {
        return Distances.cosines(this, y, dim);
    }

    /** The number of elements along dimension {@code dim}, 1 of a 0-d tensor. Used by derivatives. */
    public int countAlong(int dim) {
        return shape.at(shape.axis("countAlong", dim));
    }

    /** The adjoint of {@link #cumsum}: the sums of each element and those after it. Used by derivatives. */
    public Tensor cumsumBack(int dim) {
        return Cumulative.sumBack(this, shape.axis("cumsumBack", dim));
    }

    /** The products of the elements before each along dimension {@code dim}; 1 for the first. Used by derivatives. */
    public Tensor cumprodBefore(int dim) {
        int axis = shape.axis("cumprodBefore", dim);
        return Cumulative.shifted(Cumulative.prod(this, axis), axis, 1);
    }

    /** rₖ = xₖ₋₁ along dimension {@code dim}, 0 for the first. Used by derivatives. */
    public Tensor shifted(int dim) {
        return Cumulative.shifted(this, shape.axis("shifted", dim), 0);
    }

    /** The adjoint of {@link #shifted}: rₖ = xₖ₊₁, 0 for the last. Used by derivatives. */
    public Tensor shiftedBack(int dim) {
        return Cumulative.shiftedBack(this, shape.axis("shiftedBack", dim));
    }

    /**
     * rₖ = aₖrₖ₋₁ + xₖ along dimension {@code dim}, where r₋₁ is 0: the derivative of what accumulates. Used by
     * derivatives.
     *
     * @throws ShapeMismatchException if the shapes differ
     */
    public Tensor recurrence(Tensor a, int dim) {
        return Cumulative.recurrence(this, a, shape.axis("recurrence", dim));
    }

    /**
     * The adjoint of {@link #recurrence} in x: rₖ = aₖ₊₁rₖ₊₁ + xₖ. Used by derivatives.
     *
     * @throws ShapeMismatchException if the shapes differ
     */
    public Tensor recurrenceBack(Tensor a, int dim) {
        return Cumulative.recurrenceBack(this, a, shape.axis("recurrenceBack", dim));
    }

    /** Where, counted row by row, the elements of {@link #sort} are. Used by derivatives. */
    public Index sortPositions(int dim, boolean descending) {
        int axis = shape.axis("sort", dim);
        return Sorting.positions(this, axis, descending, shape.at(axis), false);
    }

    /** Where, counted row by row, the elements of {@link #topk} are. Used by derivatives. */
    public Index topkPositions(int k, int dim, boolean largest) {
        int axis = shape.axis("topk", dim);
        if (k < 0 || k > shape.at(axis)) {
            throw new IllegalArgumentException("topk: k is " + k + ", but must be from 0 to " + shape.at(axis)
                    + ", the length of dimension " + axis + " of x with shape " + shape);
        }
        return Sorting.positions(this, axis, largest, k, false);
    }

    /** Where, counted row by row, the elements of {@link #kthvalue} are. Used by derivatives. */
    public Index kthPositions(int k, int dim, boolean keepDim) {
        int axis = shape.axis("kthvalue", dim);
        if (k < 1 || k > shape.at(axis)) {
            throw new IllegalArgumentException("kthvalue: k is " + k + ", but must be from 1 to " + shape.at(axis)
                    + ", the length of dimension " + axis + " of x with shape " + shape);
        }
        return Sorting.ranked(this, axis, k - 1, keepDim, false);
    }

    /** Where, counted row by row, the elements of {@link #median(int)} are. Used by derivatives. */
    public Index medianPositions(int dim, boolean keepDim) {
        int axis = shape.axis("median", dim);
        Checks.some("median", this, axis);
        return Sorting.ranked(this, axis, (shape.at(axis) - 1) / 2, keepDim, true);
    }

    /** Where, counted row by row, the neighbours of {@link #quantile} are, below or above. Used by derivatives. */
    public Index quantilePositions(double q, int dim, boolean keepDim, boolean above) {
        int axis = shape.axis("quantile", dim);
        Checks.some("quantile", this, axis);
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("quantile: q is " + q + ", but must be from 0 to 1");
        }
        double rank = q * (shape.at(axis) - 1);
        return Sorting.ranked(this, axis, (int) (above ? Math.ceil(rank) : rank), keepDim, true);
    }

    /** Where, counted row by row, the elements of {@link #cummax} or {@link #cummin} are. Used by derivatives. */
    public Index runningPositions(int dim, boolean largest) {
        return Sorting.running(this, shape.axis(largest ? "cummax" : "cummin", dim), largest);
    }

    /**
     * A number for each channel of {@code like}, or one for all, in a shape that broadcasts. Used by derivatives.
     *
     * @throws ShapeMismatchException if there are more or fewer
     */
    public Tensor preluSlopes(Tensor like) {
        return PiecewiseActivations.slopes(this, like);
    }

    /** All dimensions but one, over which {@link #renorm} takes norms. Used by derivatives. */
    public int[] renormDims(double p, int dim, double maxNorm) {
        return Normalization.otherDims(this, p, dim, maxNorm);
    }

    /** Gumbel's distribution, a number for each element. Used by derivatives. */
    public Tensor gumbelNoise(RandomGenerator random) {
        return GumbelSoftmax.noise(this, random);
    }

    /**
     * rᵢⱼ = xᵢ·(likeᵢ − yⱼ) of all rows. Used by derivatives of distances.
     *
     * @throws ShapeMismatchException if there isn't a row for each of {@code like}, or rows differ in length
     */
    public Tensor pairSlopes(Tensor like, Tensor y) {
        return PairSlopes.slopes(this, like, y);
    }

    /**
     * rᵢ = Σⱼ xᵢⱼ·(likeᵢ − yⱼ) of all rows, or with xⱼᵢ if {@code transposed}. Used by derivatives of distances.
     *
     * @throws ShapeMismatchException if there isn't an element for each pair of rows, or rows differ in length
     */
    public Tensor pairPulls(Tensor like, Tensor y, boolean transposed) {
        return PairSlopes.pulls(this, like, y, transposed);
    }

    /**
     * The symmetric matrix of what is said of all pairs i &lt; j of n, row by row. Used by derivatives of
     * {@link #pdist}.
     *
     * @throws ShapeMismatchException if this hasn't an element for each pair
     */
    public Tensor pairSquare(int n) {
        return Condensed.square(this, n);
    }

    /**
     * The adjoint of {@link #pairSquare}: xᵢⱼ + xⱼᵢ of all pairs i &lt; j, row by row. Used by derivatives.
     *
     * @throws ShapeMismatchException if this isn't a square matrix
     */
    public Tensor pairSquareBack() {
        return Condensed.sums(this);
    }

    /**
     * This, which has no 0 on its diagonal. Used by derivatives.
     *
     * @throws ShapeMismatchException if this isn't square
     * @throws ArithmeticException if a matrix has a 0 there
     */
    public Tensor regularFactor(String operation) {
        Triangles.regular(operation, "x", this, "its upper triangular factor has a 0 on the diagonal");
        return this;
    }

    /**
     * The rows exchanged as the pivots of {@code like} say, or back; dimensions before the last two are broadcast. Used
     * by derivatives.
     *
     * @throws ShapeMismatchException if these aren't matrices with as many rows, or other dimensions don't broadcast
     */
    public Tensor luRows(Tensor like, Index pivots, boolean back) {
        return Pivoting.exchanged("luSolve", this, like, pivots, back);
    }

    /** Where, counted row by row, the elements of max pooling over the last dimensions are. Used by derivatives. */
    public Index maxPoolPositions(int kernel, int stride, int padding, int dims) {
        return Pooling.positions("maxPool" + dims + "d", this, kernel, stride, padding, dims);
    }

    /**
     * The adjoint of average pooling of {@code like} over its last dimensions. Used by derivatives.
     *
     * @throws ShapeMismatchException if this hasn't the shape of the pooled
     */
    public Tensor avgPoolBar(Tensor like, int kernel, int stride, int padding, int dims) {
        return Pooling.meanBar(this, like, kernel, stride, padding, dims);
    }

    /**
     * A convolution in as many directions as the weight has: {@link #conv1d}, {@link #conv2d} or {@link #conv3d}. Used
     * by derivatives.
     */
    public Tensor convolved(Tensor weight, Convolution how) {
        return Convolutions.convolved("convolved", this, weight, how);
    }

    /**
     * With a zero at the end of each of the last {@code dims} dimensions for every stride in the output padding of a
     * transposed convolution. Used by derivatives.
     *
     * @throws ShapeMismatchException if this has fewer dimensions
     */
    public Tensor convEnds(int dims, Convolution how, int outputPadding) {
        int count = outputPadding / Checks.present("convEnds", "how", how).stride();
        return Convolutions.ends("convEnds", this, dims, count);
    }

    /**
     * The adjoint of {@link #convEnds}: without those ends. Used by derivatives.
     *
     * @throws ShapeMismatchException if this has fewer dimensions
     */
    public Tensor convEndsBack(int dims, Convolution how, int outputPadding) {
        int count = outputPadding / Checks.present("convEndsBack", "how", how).stride();
        return Convolutions.ends("convEndsBack", this, dims, -count);
    }

    /**
     * The adjoint of {@link #convolved} in the image {@code like}, in its shape and type. Used by derivatives.
     *
     * @throws ShapeMismatchException if this hasn't the shape of the convolution's result
     */
    public Tensor convInputBar(Tensor like, Tensor weight, Convolution how) {
        Checks.present("convInputBar", "like", like);
        return Convolutions.inputBar("convInputBar", this, like.shape, like.dtype, weight, how);
    }

    /**
     * The adjoint of {@link #convolved} in the weight {@code like}, in its shape and type. Used by derivatives.
     *
     * @throws ShapeMismatchException if this hasn't the shape of the convolution's result
     */
    public Tensor convWeightBar(Tensor input, Tensor like, Convolution how) {
        return Convolutions.weightBar(this, input, like, how);
    }

    /** r = (x − mean) / √(variance + eps) over this many of the last dimensions. Used by derivatives. */
    public Tensor standardized(int dims, double eps) {
        return Normalization.standardized("standardized", this, dims, eps);
    }

    /**
     * v·∂r/∂x of {@link #standardized}, where v is this, y its result and {@code scale} = 1/√(variance + eps): the
     * scale times v − mean(v) − y·mean(vy). Used by derivatives.
     */
    public Tensor standardizedBar(Tensor y, Tensor scale, int dims) {
        int[] last = lastDims(dims);
        return sub(mean(last, true)).sub(y.mul(mul(y).mean(last, true))).mul(scale);
    }

    /** r = (x − mean) / √(variance + eps) over these dimensions, or all if none are given. Used by derivatives. */
    public Tensor standardized(int[] dims, double eps) {
        return Normalization.standardized("standardized", this, dims, eps);
    }

    /** As {@link #standardizedBar(Tensor, Tensor, int)} over these dimensions. Used by derivatives. */
    public Tensor standardizedBar(Tensor y, Tensor scale, int[] dims) {
        return sub(mean(dims, true)).sub(y.mul(mul(y).mean(dims, true))).mul(scale);
    }

    /** The dimensions that {@link #batchNorm} goes over: all but 1. Used by derivatives. */
    public int[] batchNormDims() {
        return Normalization.batchDims(this);
    }

    /** The dimensions that {@link #instanceNorm} goes over: 2 and later. Used by derivatives. */
    public int[] instanceNormDims() {
        return Normalization.instanceDims(this);
    }

    /** The dimensions that {@link #rmsNorm(int[], double)} goes over, which must be the last. Used by derivatives. */
    public int[] rmsNormDims(int[] normalizedShape) {
        return Normalization.lastDims(this, normalizedShape);
    }

    /** The dimensions that {@link #rmsNorm(Tensor, double)} goes over, which must be the last. Used by derivatives. */
    public int[] rmsNormDims(Tensor weight) {
        return Normalization.lastDims(this, weight);
    }

    /** The groups of {@link #groupNorm}, along dimension 1, and what is in them, along 2. Used by derivatives. */
    public Tensor grouped(int groups) {
        return Normalization.grouped(this, groups);
    }

    /**
     * A number for each channel in a shape that broadcasts to {@code like}, whose channels lie along dimension 1. Used
     * by derivatives.
     *
     * @throws ShapeMismatchException if there are more or fewer channels
     */
    public Tensor perChannel(String operation, String operand, Tensor like) {
        return Normalization.perChannel(this, operation, operand, like);
    }

    /** What {@link #normalize} divides by. Used by derivatives. */
    public Tensor normalizeBy(double p, int dim) {
        shape.axis("normalize", dim);
        return Normalization.length(this, p, dim);
    }

    /** What {@link #linear} multiplies {@code input} with: transposed. Used by derivatives. */
    public Tensor linearWeight(Tensor input) {
        return Layers.weight(this, input);
    }

    /** What {@link #linear} adds, which fits the weight. Used by derivatives. */
    public Tensor linearBias(Tensor weight) {
        Layers.checkBias(weight, this);
        return this;
    }

    /** Which elements {@link #dropout} leaves. Used by derivatives. */
    public Mask dropoutKept(RandomGenerator random, double p) {
        return Layers.kept(this, random, p);
    }

    /**
     * The dimension that holds the classes: the first of a vector's, else the second. Used by derivatives.
     *
     * @param operation for the message
     * @throws ShapeMismatchException if this is 0-d
     */
    public int classesDim(String operation) {
        return ClassLosses.classesDim(operation, this);
    }

    /**
     * This, which has the shape of {@code like}. Used by derivatives.
     *
     * @param operation for the message
     * @throws ShapeMismatchException if it has another one
     */
    public Tensor equalShape(String operation, Tensor like) {
        ElementLosses.checkEqual(operation, Checks.present(operation, "x", like), this);
        return this;
    }

    /** Half the length of a dimension that {@link #glu} parts. Used by derivatives. */
    public int gluHalf(int dim) {
        return Layers.half(this, dim);
    }

    /** The transposed keys of {@link #scaledDotProductAttention}, which fit queries and values. Used by derivatives. */
    public Tensor attentionKeys(Tensor query, Tensor value) {
        return Layers.keys(this, query, value);
    }

    /** The keys that a query doesn't see, those behind it, if {@code causal}. Used by derivatives. */
    public Mask attentionFuture(Tensor key, boolean causal) {
        return Layers.future(this, key, causal);
    }

    /** The scores that don't count, as the mask says. Used by derivatives. */
    public Mask attentionUnseen(Mask mask) {
        return Layers.unseen(this, mask);
    }

    /** The last dimensions, counted backwards: −1, −2 and so on. Used by derivatives. */
    public static int[] lastDims(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("lastDims: there are no " + count + " dimensions");
        }
        int[] dims = new int[count];
        Arrays.setAll(dims, i -> -1 - i);
        return dims;
    }

    /**
     * The adjoint of {@link #diff(int, int)} of {@code like}, in its shape and type. Used by derivatives.
     *
     * @throws ShapeMismatchException if this hasn't the shape of the differences
     */
    public Tensor diffBack(Tensor like, int n, int dim) {
        int axis = Checks.present("diffBack", "like", like).shape.ownAxis("diffBack", dim);
        return Differences.back(this, like, n, axis);
    }

    /** v·∂softmax/∂x, where v is this and y the softmax: r = y·(v − Σyv) along {@code dim}. Used by derivatives. */
    public Tensor softmaxBar(Tensor y, int dim) {
        return Softmax.bar(this, y, shape.axis("softmaxBar", dim));
    }

    /** v·∂logSoftmax/∂x, where v is this and y the softmax: r = v − y·Σv along {@code dim}. Used by derivatives. */
    public Tensor logSoftmaxBar(Tensor y, int dim) {
        return Softmax.logBar(this, y, shape.axis("logSoftmaxBar", dim));
    }

    /**
     * {@link #crossEntropy(Tensor, Reduction)} of each row along {@code dim}, which the result lacks. Used by
     * derivatives.
     */
    public Tensor classLosses(Tensor y, int dim) {
        return CrossEntropy.losses(this, y, CrossEntropy.axis(this, y, dim));
    }

    /** {@link #crossEntropy(Index, Reduction)} of each row along {@code dim}. Used by derivatives. */
    public Tensor classLosses(Index targets, int dim) {
        return CrossEntropy.losses(this, targets, CrossEntropy.axis(this, targets, dim));
    }

    /** The slopes of {@link #classLosses(Tensor, int)} by x: p·Σy − y for the softmax p. Used by derivatives. */
    public Tensor classSlopes(Tensor y, int dim) {
        return CrossEntropy.slopes(this, y, CrossEntropy.axis(this, y, dim));
    }

    /** The slopes of {@link #classLosses(Index, int)} by x: the softmax, less 1 at targets. Used by derivatives. */
    public Tensor classSlopes(Index targets, int dim) {
        return CrossEntropy.slopes(this, targets, CrossEntropy.axis(this, targets, dim));
    }

    /** What a loss makes of its elements' losses: their mean or sum, 0-d, or themselves. Used by derivatives. */
    public Tensor reduced(Reduction reduction) {
        return reduced("reduced", reduction);
    }

    /** The same, for another operation. Used by derivatives. */
    public Tensor reduced(String operation, Reduction reduction) {
        return Checks.present(operation, "reduction", reduction).of(this);
    }

    /**
     * The adjoint of {@link #reduced}, in the shape and type of {@code like}. Used by derivatives.
     *
     * @throws ShapeMismatchException if this hasn't the shape of what reducing {@code like} gives
     */
    public Tensor unreduced(Tensor like, Reduction reduction) {
        return Checks.present("unreduced", "reduction", reduction)
                .adjoint(this, Checks.present("unreduced", "like", like));
    }

    /** The adjoint of {@link #nllLoss(Index, Reduction)} of {@code like}. Used by derivatives. */
    public Tensor nllLossBar(Tensor like, Index targets, Reduction reduction) {
        return ClassLosses.nllBar(this, like, targets, reduction);
    }

    /** Where the targets' classes are in x; 0 for those that don't count. Used by derivatives. */
    public Index knownTargets(String operation, Index targets, int ignoreIndex) {
        return ClassLosses.known(operation, this, targets, ignoreIndex);
    }

    /** The targets, which name classes of x. Used by derivatives. */
    public Index knownTargets(String operation, Index targets) {
        ClassLosses.check(operation, this, targets);
        return targets;
    }

    /** Which elements of x are scores of other classes than the targets. Used by derivatives. */
    public Mask otherClasses(String operation, Index targets) {
        return ClassLosses.others(operation, this, targets);
    }

    /** The power in {@link #multiMarginLoss(Index, int, double, Reduction)}, 1 or 2. Used by derivatives. */
    public static int marginPower(int p) {
        return MarginLosses.power(p);
    }

    /** These weights, one for each class of {@code like}. Used by derivatives. */
    public Tensor classWeights(String operation, Tensor like) {
        return ClassLosses.weights(operation, this, like);
    }

    /** The means of windows of neighbouring channels in {@link #localResponseNorm(int)}. Used by derivatives. */
    public Tensor channelMeans(int size) {
        return ChannelMeans.of(this, size, false);
    }

    /** The adjoint of {@link #channelMeans}. Used by derivatives. */
    public Tensor channelMeansBack(int size) {
        return ChannelMeans.of(this, size, true);
    }

    /**
     * The blocks of {@link #blockDiag} again, in the shapes and types of {@code like}: its adjoint. Used by
     * derivatives.
     *
     * @throws ShapeMismatchException if this hasn't the shape that they make
     */
    public Tensor[] blockDiagBack(Tensor... like) {
        return DiagonalBlocks.apart(this, like);
    }

    /** How much smoothing shares among the classes, in (0, 1]. Used by derivatives. */
    public static double smoothing(double labelSmoothing) {
        return ClassLosses.smoothing(labelSmoothing);
    }

    /**
     * This, which broadcasts with {@code like}. Used by derivatives.
     *
     * @throws ShapeMismatchException if it doesn't
     */
    public Tensor fitting(String operation, String operand, Tensor like) {
        return MarginLosses.fitting(operation, operand, this, like);
    }

    /**
     * This, which broadcasts with {@code like} and as it has vectors along the last dimension. Used by derivatives.
     *
     * @throws ShapeMismatchException if it doesn't, or one of both is 0-d
     */
    public Tensor fittingVectors(String operation, String operand, Tensor like) {
        return MarginLosses.fittingVectors(operation, operand, this, like);
    }

    /**
     * This, which broadcasts with {@code like} to what has a dimension {@code dim}. Used by derivatives.
     *
     * @throws ShapeMismatchException if it doesn't broadcast with it
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    public Tensor fittingAlong(String operation, String operand, Tensor like, int dim) {
        Tensor fitting = MarginLosses.fitting(operation, operand, this, like);
        Broadcasting.shape(operation, shape, like.shape).axis(operation, dim);
        return fitting;
    }

    /**
     * This, which has a dimension {@code dim}, or is 0-d and that 0 or −1. Used by derivatives.
     *
     * @throws IndexOutOfBoundsException if it hasn't
     */
    public Tensor along(String operation, int dim) {
        shape.axis(operation, dim);
        return this;
    }

    /**
     * This, which has a dimension {@code dim}. Used by derivatives.
     *
     * @throws IndexOutOfBoundsException if it hasn't
     */
    public Tensor alongOwn(String operation, int dim) {
        shape.ownAxis(operation, dim);
        return this;
    }

    /** These variances, none of which is negative. Used by derivatives. */
    public Tensor gaussianVariance(Tensor like) {
        return MarginLosses.variance(this, like);
    }

    /**
     * This, which is an image or several of so many directions. Used by derivatives.
     *
     * @throws ShapeMismatchException if it isn't
     */
    public Tensor image(String operation, int directions) {
        return AdaptivePooling.image(operation, this, directions);
    }

    /** The means of windows that share a dimension's length among them. Used by derivatives. */
    public Tensor averagedAlong(String operation, int dim, int size) {
        return AdaptivePooling.averaged(operation, this, dim, size);
    }

    /** The adjoint of {@link #averagedAlong} of {@code like}, in its shape and type. Used by derivatives. */
    public Tensor averagedAlongBack(Tensor like, int dim, int size) {
        return AdaptivePooling.averagedBack(this, like, dim, size);
    }

    /** Where the largest elements of {@link #adaptiveMaxPool2d}'s windows are. Used by derivatives. */
    public Index adaptiveMaxPositions(String operation, int height, int width) {
        return AdaptivePooling.largest(operation, this, height, width);
    }

    /** Where along {@code dim} the elements of {@link #interpolateNearest} are. Used by derivatives. */
    public Index nearest(int dim, int size) {
        return Interpolation.nearest(this, dim, size);
    }

    /** Where along {@code dim} the neighbours are between which is interpolated. Used by derivatives. */
    public Index neighbours(String operation, int dim, int size, boolean alignCorners, boolean above) {
        return Interpolation.neighbours(operation, this, dim, size, alignCorners, above);
    }

    /** How far behind the first neighbour each element lies, in a shape that broadcasts. Used by derivatives. */
    public Tensor neighbourShares(String operation, int dim, int size, boolean alignCorners) {
        return Interpolation.shares(operation, this, dim, size, alignCorners);
    }

    /** Where, counted row by row, the elements of {@link #max(int)} or {@link #min(int)} are. Used by derivatives. */
    public Index extremePositions(String operation, int dim, boolean keepDim) {
        return Searching.extremes(operation, this, dim, keepDim);
    }

    /** Where, counted row by row, the first of equal elements are, in order. Used by derivatives. */
    public Index uniquePositions() {
        return Searching.unique(this);
    }

    /** The sums of neighbours along dimension {@code dim}: xₖ + xₖ₊₁. Used by derivatives. */
    public Tensor pairSums(int dim) {
        int axis = shape.ownAxis("pairSums", dim);
        int length = shape.at(axis);
        int pairs = Math.max(0, length - 1);
        return narrow(axis, 0, pairs).add(narrow(axis, length - pairs, pairs));
    }

    /**
     * The distances of these points, in a shape that broadcasts to the neighbours of {@code like} along dimension
     * {@code dim}. Used by derivatives.
     */
    public Tensor pointSteps(String operation, Tensor like, int dim) {
        return Searching.alongDim(operation, this, like, dim);
    }

    /** The covariances of {@link #cov} of a matrix, for an operation. Used by derivatives. */
    public Tensor covariances(String operation) {
        return MoreProducts.covariances(operation, this);
    }

    /** The singular values of {@link #svdvals}, for another operation. Used by derivatives. */
    public Tensor singularValues(String operation) {
        return Decompositions.svd(operation, this)[1];
    }

    /** Whether (x·y)·z takes fewer multiplications than x·(y·z). Used by derivatives. */
    public boolean multiDotLeft(Tensor y, Tensor z) {
        return MoreProducts.leftFirst(this, y, z);
    }

    /** The equation of {@link #tensordot(Tensor, int[], int[])}. Used by derivatives. */
    public static String tensordotEquation(Tensor x, Tensor y, int[] dimsOfX, int[] dimsOfY) {
        return MoreProducts.tensordotEquation(
                Checks.present("tensordot", "x", x).shape, Checks.present("tensordot", "y", y).shape, dimsOfX, dimsOfY);
    }

    /** Where along {@code dim} tensor {@code i} begins in {@link #cat}. Used by derivatives. */
    public static int catStart(int i, int dim, Tensor... xs) {
        Checks.tensors("catStart", xs);
        return Joining.start("catStart", i, dim, xs);
    }

    /** The adjoint of {@link #stack}: a slice for each tensor, in its shape and type. Used by derivatives. */
    public Tensor[] unstack(Tensor... xs) {
        Checks.tensors("unstack", xs);
        Tensor[] bars = new Tensor[xs.length];
        for (int i = 0; i < xs.length; i++) {
            bars[i] = get(i).sumTo(xs[i]);
        }
        return bars;
    }

    /** The adjoint of {@link #cat}: a part for each tensor, in its shape and type. Used by derivatives. */
    public Tensor[] uncat(int dim, Tensor... xs) {
        Checks.tensors("uncat", xs);
        Tensor[] bars = new Tensor[xs.length];
        for (int i = 0; i < xs.length; i++) {
            bars[i] = narrow(dim, catStart(i, dim, xs), xs[i].dim(dim)).sumTo(xs[i]);
        }
        return bars;
    }

    // ---- for this package

    float[] floats() {
        return floats;
    }

    double[] doubles() {
        return doubles;
    }

    /** The array of the elements, a {@code float[]} or {@code double[]}. */
    Object data() {
        return dtype == DType.FLOAT32 ? floats : doubles;
    }

    /** The element at a position in row-major order. */
    double at(int i) {
        return dtype == DType.FLOAT32 ? floats[i] : doubles[i];
    }

    /** The same elements in a shape of the same size, without copying. */
    Tensor reshaped(Shape to) {
        if (shape.equals(to)) {
            return this;
        }
        return dtype == DType.FLOAT32 ? new Tensor(to, floats) : new Tensor(to, doubles);
    }

    /** Says that another tensor has the same elements, or that this one is given on. */
    void share() {
        shared = true;
    }

    /** Whether the elements may be read though nothing reads this tensor any more. */
    boolean isShared() {
        return shared;
    }

    // ---- Object

    /**
     * Whether the other is a tensor of the same type and shape whose elements are equal as {@link Double#compare} sees
     * it: NaN equals NaN, and 0 doesn't equal −0. See {@link #eq} for the elementwise comparison of numbers.
     */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Tensor tensor
                        && dtype == tensor.dtype
                        && shape.equals(tensor.shape)
                        && Arrays.equals(floats, tensor.floats)
                        && Arrays.equals(doubles, tensor.doubles);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(floats) + Arrays.hashCode(doubles);
    }

    /**
     * The elements in aligned columns, then the type and size, without a line break at the end:
     *
     * <pre>
     *  10   5
     * [FloatTensor of size 1x2]
     * </pre>
     *
     * More than two dimensions are printed matrix by matrix, and more than a thousand elements by their first and last
     * three in each dimension.
     */
    @Override
    public String toString() {
        return Printing.print(this, dtype.tensorName());
    }
}
