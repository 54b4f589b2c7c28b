package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The exact words that the common mistakes get, one or more for each family of operations. */
class ErrorMessagesTest {
    private static final Tensor ROW = Tensor.of(new float[][] {{1, 2}});
    private static final Tensor VECTOR = Tensor.of(1f, 2f, 3f);
    private static final Tensor CUBE = Tensor.zeros(2, 3, 4);
    private static final Tensor NUMBER = Tensor.scalar(1f);
    private static final Class<?> SHAPE = ShapeMismatchException.class;
    private static final Class<?> INDEX = IndexOutOfBoundsException.class;
    private static final Class<?> ARGUMENT = IllegalArgumentException.class;
    private static final Class<?> NULL = NullPointerException.class;

    private static Arguments mistake(ThrowingCallable call, Class<?> type, String message) {
        return arguments(message, type, call);
    }

    static Stream<Arguments> elementwise() {
        return Stream.of(
                mistake(
                        () -> ROW.add(VECTOR),
                        SHAPE,
                        "add: x has shape [1, 2] and y has shape [3]; counted from the last, dimensions must be equal"
                                + " or 1, and 2 and 3 are not"),
                mistake(
                        () -> CUBE.atan2(ROW),
                        SHAPE,
                        "atan2: x has shape [2, 3, 4] and y has shape [1, 2]; counted from the last, dimensions must"
                                + " be equal or 1, and 4 and 2 are not"),
                mistake(
                        () -> ROW.lt(VECTOR),
                        SHAPE,
                        "lt: x has shape [1, 2] and y has shape [3]; counted from the last, dimensions must be equal"
                                + " or 1, and 2 and 3 are not"),
                mistake(
                        () -> ROW.ge(VECTOR),
                        SHAPE,
                        "ge: x has shape [1, 2] and y has shape [3]; counted from the last, dimensions must be equal"
                                + " or 1, and 2 and 3 are not"),
                mistake(() -> ROW.mul(absent()), NULL, "mul: y is null"),
                mistake(() -> ROW.eq(absent()), NULL, "eq: y is null"),
                mistake(
                        () -> Tensor.where(Mask.eye(2), VECTOR, NUMBER),
                        SHAPE,
                        "where: condition has shape [2, 2] and the operands have shape [3]; counted from the last,"
                                + " dimensions must be equal or 1"),
                mistake(
                        () -> VECTOR.masked(Mask.eye(2)),
                        SHAPE,
                        "masked: x has shape [3] and mask has shape [2, 2]; counted from the last, dimensions must be"
                                + " equal or 1"),
                mistake(
                        () -> Mask.eye(2).and(Mask.eye(3)),
                        SHAPE,
                        "and: x has shape [2, 2] and y has shape [3, 3]; counted from the last, dimensions must be"
                                + " equal or 1, and 2 and 3 are not"));
    }

    static Stream<Arguments> moreElementwise() {
        return Stream.of(
                mistake(
                        () -> ROW.floorDivide(VECTOR),
                        SHAPE,
                        "floorDivide: x has shape [1, 2] and y has shape [3]; counted from the last, dimensions must be"
                                + " equal or 1, and 2 and 3 are not"),
                mistake(() -> ROW.logaddexp(absent()), NULL, "logaddexp: y is null"),
                mistake(() -> ROW.lerp(absent(), 0.5), NULL, "lerp: end is null"),
                mistake(() -> ROW.lerp(ROW, absent()), NULL, "lerp: weight is null"),
                mistake(() -> ROW.addcmul(absent(), ROW), NULL, "addcmul: y is null"),
                mistake(() -> ROW.addcdiv(ROW, absent()), NULL, "addcdiv: z is null"),
                mistake(() -> ROW.clamp(absent(), ROW), NULL, "clamp: min is null"),
                mistake(() -> ROW.clamp(ROW, absent()), NULL, "clamp: max is null"),
                mistake(() -> ROW.isclose(absent()), NULL, "isclose: y is null"),
                mistake(
                        () -> ROW.allclose(ROW, -1, 0, false),
                        ARGUMENT,
                        "allclose: rtol is -1.0 and atol is 0.0, but neither may be negative"),
                mistake(() -> Tensor.where(Mask.eye(2), absent(), 1), NULL, "where: x is null"),
                mistake(() -> Tensor.where(Mask.eye(2), 1, absent()), NULL, "where: y is null"),
                mistake(() -> ROW.polygamma(-1), ARGUMENT, "polygamma: n is -1, but must not be negative"),
                mistake(() -> ROW.sincSlope(-1), ARGUMENT, "sincSlope: n is -1, but must not be negative"),
                mistake(() -> ROW.celu(0), ARGUMENT, "celu: alpha must not be 0"),
                mistake(
                        () -> ROW.hardtanh(1, -1),
                        ARGUMENT,
                        "hardtanh: min is 1.0 and so more than max, which is -1.0"),
                mistake(() -> ROW.softshrink(-1), ARGUMENT, "softshrink: lambda is -1.0, but must not be negative"));
    }

    static Stream<Arguments> sequences() {
        Random random = new Random(1);
        return Stream.of(
                mistake(() -> Tensor.arange(0, 1, 0), ARGUMENT, "arange: the step 0.0 does not lead from 0.0 to 1.0"),
                mistake(() -> Tensor.arange(1, 0), ARGUMENT, "arange: the step 1.0 does not lead from 1.0 to 0.0"),
                mistake(
                        () -> Tensor.arange(0, 1e10, 1, DType.FLOAT32),
                        ARGUMENT,
                        "arange: from 0.0 to 1.0E10 by 1.0 are 1.0E10 numbers, but a tensor holds at most 2147483647"),
                mistake(
                        () -> Tensor.logspace(0, 1, -1),
                        ARGUMENT,
                        "logspace: the number of elements is -1, but can't be negative"),
                mistake(
                        () -> Index.randint(random, 2, 2, 3),
                        ARGUMENT,
                        "randint: there is no integer from 2 to below 2"),
                mistake(() -> Index.randperm(absent(), 2), NULL, "randperm: random is null"),
                mistake(() -> Tensor.randn(absent(), DType.FLOAT64, 2), NULL, "randn: random is null"));
    }

    static Stream<Arguments> reductions() {
        return Stream.of(
                mistake(
                        () -> ROW.sum(2),
                        INDEX,
                        "sum: x has shape [1, 2] and so no dimension 2; its dimensions are 0 to 1, or -1 to -2"),
                mistake(
                        () -> ROW.mean(-3),
                        INDEX,
                        "mean: x has shape [1, 2] and so no dimension -3; its dimensions are 0 to 1, or -1 to -2"),
                mistake(
                        () -> NUMBER.sum(1),
                        INDEX,
                        "sum: x has shape [] and so no dimension 1, but 0, or -1, of length 1"),
                mistake(() -> Tensor.zeros(0).max(), ARGUMENT, "max: x has shape [0] and so no elements"),
                mistake(() -> Tensor.zeros(0).argmax(), ARGUMENT, "argmax: x has shape [0] and so no elements"),
                mistake(
                        () -> Tensor.zeros(2, 0).amax(1),
                        ARGUMENT,
                        "amax: dimension 1 of x with shape [2, 0] is empty"),
                mistake(() -> VECTOR.item(), SHAPE, "item: x has shape [3] and so 3 elements, but must have one"),
                mistake(
                        () -> VECTOR.tieShare(NUMBER.reshape(1, 1), 0),
                        SHAPE,
                        "expandAlong: x has shape [1, 1], which is not what reducing dimension 0 of [3] leaves"));
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                mistake(
                        () -> ROW.reshape(3),
                        SHAPE,
                        "reshape: x has shape [1, 2] and so 2 elements, which do not fill the shape [3]"),
                mistake(
                        () -> ROW.reshape(3, -1),
                        SHAPE,
                        "reshape: x has shape [1, 2] and so 2 elements, which do not fill the shape [3, -1]"),
                mistake(
                        () -> ROW.reshape(-1, -1),
                        ARGUMENT,
                        "reshape: the shape [-1, -1] may have one -1, and no other negative dimension"),
                mistake(
                        () -> ROW.get(0, 2),
                        INDEX,
                        "get: index 2 is out of bounds for dimension 1 of x with shape [1, 2]"),
                mistake(
                        () -> ROW.get(0, 0, 0),
                        INDEX,
                        "get: the index [0, 0, 0] has more entries than x with shape [1, 2] has dimensions"),
                mistake(() -> ROW.item(1), INDEX, "item: the index [1] must have 2 entries, as x has shape [1, 2]"),
                mistake(
                        () -> ROW.narrow(1, 1, 2),
                        INDEX,
                        "narrow: 2 from 1 on is out of bounds for dimension 1 of x with shape [1, 2]"),
                mistake(
                        () -> CUBE.t(),
                        SHAPE,
                        "t: x has shape [2, 3, 4] but must have at most 2 dimensions; use transpose or permute"),
                mistake(
                        () -> CUBE.permute(0, 1),
                        ARGUMENT,
                        "permute: [0, 1] must name each dimension of x with shape [2, 3, 4] once"),
                mistake(
                        () -> CUBE.permute(0, 1, 1),
                        ARGUMENT,
                        "permute: [0, 1, 1] must name each dimension of x with shape [2, 3, 4] once"),
                mistake(
                        () -> ROW.unsqueeze(4),
                        INDEX,
                        "unsqueeze: a dimension can't be inserted at 4 into x with shape [1, 2], only at 0 to 2, or -1"
                                + " to -3"),
                mistake(
                        () -> ROW.expand(2, 3),
                        SHAPE,
                        "expand: x has shape [1, 2], which does not stretch to [2, 3]; counted from the last, each of"
                                + " its dimensions must be 1 or equal the other"),
                mistake(() -> ROW.expandAs(absent()), NULL, "expandAs: like is null"),
                mistake(
                        () -> ROW.sumTo(VECTOR),
                        SHAPE,
                        "sumTo: x has shape [1, 2], to which the shape [3] of like does not stretch"),
                mistake(
                        () -> VECTOR.placed(ROW, 0),
                        SHAPE,
                        "placed: x has shape [3], but the place [0] of a tensor of shape [1, 2] has shape [2]"),
                mistake(
                        () -> VECTOR.placedAt(Tensor.zeros(4), 0, 2),
                        SHAPE,
                        "placedAt: x has shape [3] and does not fit into dimension 0 of the shape [4] from 2 on"),
                mistake(
                        () -> Tensor.stack(ROW, VECTOR),
                        SHAPE,
                        "stack: tensor 0 has shape [1, 2] and tensor 1 has shape [3]; all must be equal"),
                mistake(() -> Tensor.stack(), ARGUMENT, "stack: needs at least one tensor"),
                mistake(() -> Tensor.stack(ROW, absent()), NULL, "stack: tensor 1 is null"),
                mistake(
                        () -> Tensor.cat(0, ROW, Tensor.zeros(1, 3)),
                        SHAPE,
                        "cat: tensor 0 has shape [1, 2] and tensor 1 has shape [1, 3]; they must be equal but for"
                                + " dimension 0"));
    }

    static Stream<Arguments> indexing() {
        return Stream.of(
                mistake(
                        () -> ROW.select(1, 2),
                        INDEX,
                        "select: index 2 is out of bounds for dimension 1 of x with shape [1, 2]"),
                mistake(
                        () -> ROW.slice(1, 0, 2, -1),
                        ARGUMENT,
                        "slice: the step is -1 but must be positive; use flip for the other direction"),
                mistake(
                        () -> ROW.indexSelect(1, Index.of(0, 5)),
                        INDEX,
                        "indexSelect: index 5 is out of bounds for dimension 1 of x with shape [1, 2]"),
                mistake(
                        () -> ROW.index(Index.of(0), Index.of(0, 1), Index.of(0)),
                        INDEX,
                        "index: 3 indices for x with shape [1, 2]; there must be one at least, and one for each"
                                + " dimension at most"),
                mistake(
                        () -> VECTOR.gather(0, Index.from(new int[] {0}, 1, 1)),
                        SHAPE,
                        "gather: x has shape [3] and index has shape [1, 1]; they must have as many dimensions, and"
                                + " index be no longer than x in any but dimension 0"),
                mistake(
                        () -> VECTOR.scatterAdd(0, Index.of(0, 1, 0, 2), VECTOR),
                        SHAPE,
                        "scatterAdd: src has shape [3] and index has shape [4]; they must have as many dimensions, and"
                                + " index be no longer than src in any"),
                mistake(
                        () -> VECTOR.selectScatter(VECTOR, 0, 1),
                        SHAPE,
                        "selectScatter: src has shape [3], but the place that it goes to has shape []"),
                mistake(
                        () -> VECTOR.maskedFill(Mask.eye(3), VECTOR),
                        SHAPE,
                        "maskedFill: value has shape [3] but must have 0 dimensions"),
                mistake(
                        () -> Tensor.oneHot(Index.of(3), 3),
                        INDEX,
                        "oneHot: index 3 is none of the 3 classes, which count from 0"),
                mistake(() -> VECTOR.take(absent()), NULL, "take: index is null"));
    }

    static Stream<Arguments> rearranging() {
        return Stream.of(
                mistake(
                        () -> VECTOR.split(new int[] {1, 1}, 0),
                        ARGUMENT,
                        "split: the sizes [1, 1] must not be negative, and add up to the length of dimension 0 of x"
                                + " with shape [3]"),
                mistake(
                        () -> VECTOR.tensorSplit(new int[] {2, 1}, 0),
                        ARGUMENT,
                        "tensorSplit: the indices [2, 1] must not decrease along dimension 0 of x with shape [3]"),
                mistake(() -> ROW.flip(0, -2), ARGUMENT, "flip: dimension 0 is named twice in [0, -2]"),
                mistake(
                        () -> ROW.pad(1),
                        ARGUMENT,
                        "pad: [1] must have two amounts for each dimension from the last on, and x has shape [1, 2]"),
                mistake(
                        () -> ROW.padReflect(2, 0),
                        ARGUMENT,
                        "padReflect: 2 before and 0 after dimension 1 of x with shape [1, 2]; at most 1 can be"
                                + " repeated"),
                mistake(
                        () -> VECTOR.unfold(0, 4, 1),
                        ARGUMENT,
                        "unfold: windows of 4 elements at distances of 1 don't fit dimension 0 of x with shape [3]"),
                mistake(() -> VECTOR.triu(), SHAPE, "triu: x has shape [3] but must have at least 2 dimensions"),
                mistake(
                        () -> CUBE.diag(),
                        SHAPE,
                        "diag: x has shape [2, 3, 4] but must have 1 or 2 dimensions; see diagonal and diagEmbed"));
    }

    /** Sizes past 2³¹ − 1, by every way that leads there. */
    static Stream<Arguments> sizes() {
        Tensor column = Tensor.zeros(70_000, 1);
        Tensor many = Tensor.zeros(70_000);
        String large = ": the shape [70000, 70000] has too many elements: a tensor holds at most 2147483647";
        return Stream.of(
                mistake(() -> Tensor.ones(70_000, 70_000), ARGUMENT, "ones" + large),
                mistake(() -> Tensor.eye(70_000), ARGUMENT, "eye" + large),
                mistake(() -> column.expand(70_000, 70_000), ARGUMENT, "expand" + large),
                mistake(() -> column.broadcastTo(-1, 70_000), ARGUMENT, "broadcastTo" + large),
                mistake(() -> column.add(many), ARGUMENT, "add" + large),
                mistake(() -> column.tile(1, 70_000), ARGUMENT, "tile" + large),
                mistake(() -> column.repeat(1, 70_000), ARGUMENT, "repeat" + large),
                mistake(() -> column.repeatInterleave(70_000, 1), ARGUMENT, "repeatInterleave" + large),
                mistake(() -> many.outer(many), ARGUMENT, "outer" + large),
                mistake(() -> column.mm(column.t()), ARGUMENT, "mm" + large),
                mistake(() -> column.matmul(column.t()), ARGUMENT, "matmul" + large),
                mistake(() -> many.diag(), ARGUMENT, "diag" + large),
                mistake(() -> column.pad(0, 69_999), ARGUMENT, "pad" + large),
                mistake(() -> Tensor.oneHot(Index.arange(70_000), 70_000), ARGUMENT, "oneHot" + large),
                mistake(
                        () -> Tensor.zeros(2).tile(Integer.MAX_VALUE),
                        ARGUMENT,
                        "tile: 2147483647 times the length 2 is too many: a tensor holds at most 2147483647"
                                + " elements"));
    }

    static Stream<Arguments> products() {
        return Stream.of(
                mistake(
                        () -> ROW.mm(Tensor.zeros(3, 2)),
                        SHAPE,
                        "mm: x has shape [1, 2] and y has shape [3, 2]; the inner dimensions 2 and 3 must be equal"),
                mistake(() -> ROW.mm(VECTOR), SHAPE, "mm: y has shape [3] but must have 2 dimensions"),
                mistake(() -> VECTOR.mm(ROW), SHAPE, "mm: x has shape [3] but must have 2 dimensions"),
                mistake(() -> ROW.mm(absent()), NULL, "mm: y is null"),
                mistake(
                        () -> ROW.mv(VECTOR),
                        SHAPE,
                        "mv: x has shape [1, 2] and y has shape [3]; the inner dimensions 2 and 3 must be equal"),
                mistake(() -> ROW.mv(ROW), SHAPE, "mv: y has shape [1, 2] but must have 1 dimension"),
                mistake(
                        () -> VECTOR.dot(Tensor.of(1f)),
                        SHAPE,
                        "dot: x has shape [3] and y has shape [1]; they must be equal"),
                mistake(() -> ROW.outer(VECTOR), SHAPE, "outer: x has shape [1, 2] but must have 1 dimension"),
                mistake(() -> ROW.solve(VECTOR), SHAPE, "solve: x has shape [1, 2] but must be square"),
                mistake(
                        () -> Tensor.eye(2).solveTransposed(VECTOR),
                        SHAPE,
                        "solveTransposed: x has shape [2, 2] and y has shape [3]; y must be a vector or matrix with as"
                                + " many rows as x"),
                mistake(
                        () -> Tensor.ones(2, 2).solve(Tensor.of(1f, 2f)),
                        ArithmeticException.class,
                        "solve: x is singular: its columns depend on each other"),
                mistake(() -> VECTOR.trace(), SHAPE, "trace: x has shape [3] but must have 2 dimensions"),
                mistake(
                        () -> ROW.matmul(NUMBER),
                        SHAPE,
                        "matmul: x has shape [1, 2] and y has shape []; both must have at least 1 dimension; use mul"
                                + " for numbers"),
                mistake(
                        () -> ROW.matmul(VECTOR),
                        SHAPE,
                        "matmul: x has shape [1, 2] and y has shape [3]; the inner dimensions 2 and 3 must be equal"),
                mistake(
                        () -> CUBE.matmul(Tensor.zeros(5, 4, 3)),
                        SHAPE,
                        "matmul: x has shape [2, 3, 4] and y has shape [5, 4, 3]; the dimensions before the last two,"
                                + " [2] and [5], must broadcast"),
                mistake(
                        () -> VECTOR.matmulBarLeft(CUBE, VECTOR),
                        SHAPE,
                        "matmulBarLeft: the adjoint has shape [3], but is of a product of the shapes [2, 3, 4] and"
                                + " [3]"));
    }

    static Stream<Arguments> systems() {
        Tensor dependent = Tensor.stack(Tensor.eye(2), Tensor.ones(2, 2));
        Tensor triangle = Tensor.of(new float[][] {{0, 1}, {2, 3}});
        Class<? extends Exception> arithmetic = ArithmeticException.class;
        return Stream.of(
                mistake(() -> VECTOR.inverse(), SHAPE, "inverse: x has shape [3] but must have at least 2 dimensions"),
                mistake(() -> ROW.det(), SHAPE, "det: x has shape [1, 2] but must be square"),
                mistake(() -> CUBE.slogdet(), SHAPE, "slogdet: x has shape [2, 3, 4] but must be square"),
                mistake(
                        () -> dependent.inverse(),
                        ArithmeticException.class,
                        "inverse: matrix 1 of x is singular: its columns depend on each other"),
                mistake(
                        () -> triangle.solveTriangular(Tensor.zeros(2, 1), true),
                        arithmetic,
                        "solveTriangular: x is singular: it has a 0 on its diagonal"),
                mistake(
                        () -> Tensor.stack(Tensor.eye(2), triangle).solveTriangular(Tensor.eye(2), false, false, false),
                        arithmetic,
                        "solveTriangular: matrix 1 of x is singular: it has a 0 on its diagonal"),
                mistake(
                        () -> Tensor.ones(2, 1).choleskySolve(triangle),
                        arithmetic,
                        "choleskySolve: y is singular: it has a 0 on its diagonal"),
                mistake(
                        () -> triangle.choleskyInverse(),
                        arithmetic,
                        "choleskyInverse: x is singular: it has a 0 on its diagonal"),
                mistake(() -> ROW.luFactor(), SHAPE, "luFactor: x has shape [1, 2] but must be square"),
                mistake(() -> VECTOR.lu(), SHAPE, "lu: x has shape [3] but must have at least 2 dimensions"),
                mistake(
                        () -> triangle.luSolve(Index.of(1, 2), VECTOR.unsqueeze(1)),
                        SHAPE,
                        "luSolve: x has shape [2, 2] and y has shape [3, 1], but must have as many rows"),
                mistake(
                        () -> triangle.luSolve(Index.of(1, 2), Tensor.ones(2, 1)),
                        arithmetic,
                        "luSolve: x is singular: its upper triangular factor has a 0 on the diagonal"),
                mistake(
                        () -> Tensor.of(new float[][] {{1, 2}, {2, 1}}).cholesky(),
                        ArithmeticException.class,
                        "cholesky: x is not positive definite: its leading minor of order 2 is not positive"),
                mistake(
                        () -> dependent.solve(Tensor.zeros(3, 2, 1)),
                        SHAPE,
                        "solve: x has shape [2, 2, 2] and y has shape [3, 2, 1]; the dimensions before the last two,"
                                + " [2] and [3], must broadcast"),
                mistake(
                        () -> Tensor.eye(2).solve(NUMBER),
                        SHAPE,
                        "solve: x has shape [2, 2] and y has shape []; y must be a vector or matrix with as many rows"
                                + " as x"),
                mistake(
                        () -> Tensor.eye(2).solveTriangular(ROW, true),
                        SHAPE,
                        "solveTriangular: x has shape [2, 2] and y has shape [1, 2]; y must have as many rows as x"),
                mistake(
                        () -> Tensor.eye(3).solveTriangular(ROW, true, false, false),
                        SHAPE,
                        "solveTriangular: x has shape [3, 3] and y has shape [1, 2]; y must have as many columns as x"),
                mistake(
                        () -> ROW.choleskySolve(Tensor.eye(2)),
                        SHAPE,
                        "choleskySolve: x has shape [1, 2] and y has shape [2, 2]; x must have as many rows as y"),
                mistake(() -> ROW.choleskyInverse(), SHAPE, "choleskyInverse: x has shape [1, 2] but must be square"),
                mistake(() -> Tensor.eye(2).choleskySolve(absent()), NULL, "choleskySolve: y is null"));
    }

    static Stream<Arguments> sums() {
        return Stream.of(
                mistake(
                        () -> Tensor.einsum("ij,jk", ROW),
                        ARGUMENT,
                        "einsum: the equation ij,jk has 2 operands, but there are 1"),
                mistake(
                        () -> Tensor.einsum("ijk->i", ROW),
                        SHAPE,
                        "einsum: operand 0 has shape [1, 2], but ijk in ijk->i has 3 indices"),
                mistake(
                        () -> Tensor.einsum("i->i", ROW),
                        SHAPE,
                        "einsum: operand 0 has shape [1, 2], but i in i->i has 1 indices"),
                mistake(
                        () -> Tensor.einsum("ij->k", ROW),
                        ARGUMENT,
                        "einsum: the result of ij->k has index k, which no operand has"),
                mistake(() -> Tensor.einsum("ij->ii", ROW), ARGUMENT, "einsum: the result of ij->ii has index i twice"),
                mistake(
                        () -> Tensor.einsum("i1", ROW),
                        SHAPE,
                        "einsum: operand 0 has shape [1, 2], but i1 in i1 has 1 indices"),
                mistake(
                        () -> Tensor.einsum("ij->i.", ROW),
                        ARGUMENT,
                        "einsum: the equation ij->i. may have letters, commas, one -> and in each term one ..., but not ."
                                + " there"),
                mistake(
                        () -> Tensor.einsum("ij,jk", ROW, Tensor.zeros(3, 2)),
                        SHAPE,
                        "einsum: in ij,jk, operand 1 has shape [3, 2], but index j has length 2 elsewhere"),
                mistake(() -> Tensor.einsum("ij", (Tensor) absent()), NULL, "einsum: tensor 0 is null"),
                mistake(() -> Tensor.einsum(absent(), ROW), NULL, "einsum: the equation is null"),
                mistake(
                        () -> ROW.tensordot(VECTOR, 2),
                        ARGUMENT,
                        "tensordot: dims is 2, but x has 2 dimensions and y has 1"),
                mistake(
                        () -> CUBE.bmm(CUBE),
                        SHAPE,
                        "bmm: x has shape [2, 3, 4] and y has shape [2, 3, 4]; they must be [b, m, k] and [b, k, n]"),
                mistake(
                        () -> VECTOR.addmm(ROW, Tensor.zeros(2, 2)),
                        SHAPE,
                        "addmm: x has shape [3], which does not stretch to the shape [1, 2] of the product"),
                mistake(
                        () -> ROW.cross(ROW, 1),
                        SHAPE,
                        "cross: x has shape [1, 2] and y has shape [1, 2]; dimension 1 must have length 3"),
                mistake(() -> ROW.matrixExp(), SHAPE, "matrixExp: x has shape [1, 2] but must be square"),
                mistake(() -> ROW.matrixPower(2), SHAPE, "matrixPower: x has shape [1, 2] but must be square"),
                mistake(() -> VECTOR.vander(0), ARGUMENT, "vander: n is 0 but must be at least 1"),
                mistake(() -> CUBE.cov(), SHAPE, "cov: x has shape [2, 3, 4] but must have at most 2 dimensions"),
                mistake(
                        () -> VECTOR.matrixNorm(),
                        SHAPE,
                        "matrixNorm: x has shape [3] but must have at least 2 dimensions"));
    }

    static Stream<Arguments> decompositions() {
        Tensor infinite = Tensor.full(Double.POSITIVE_INFINITY, DType.FLOAT32, 2, 2);
        return Stream.of(
                mistake(() -> VECTOR.qr(), SHAPE, "qr: x has shape [3] but must have at least 2 dimensions"),
                mistake(() -> VECTOR.svd(), SHAPE, "svd: x has shape [3] but must have at least 2 dimensions"),
                mistake(() -> ROW.eigh(), SHAPE, "eigh: x has shape [1, 2] but must be square"),
                mistake(
                        () -> infinite.eigvalsh(),
                        ArithmeticException.class,
                        "eigvalsh: x has an element that is Infinity"),
                mistake(() -> infinite.pinv(), ArithmeticException.class, "pinv: x has an element that is Infinity"),
                mistake(
                        () -> ROW.lstsq(VECTOR),
                        SHAPE,
                        "lstsq: x has shape [1, 2] and y has shape [3]; y must be a matrix with as many rows as x, or"
                                + " a vector if x is one matrix"),
                mistake(
                        () -> Tensor.zeros(2, 3, 1).lstsq(Tensor.zeros(4, 3, 1)),
                        SHAPE,
                        "lstsq: x has shape [2, 3, 1] and y has shape [4, 3, 1]; the dimensions before the last two,"
                                + " [2] and [4], must broadcast"));
    }

    static Stream<Arguments> creation() {
        return Stream.of(
                mistake(
                        () -> Tensor.from(new float[3], 2, 2),
                        SHAPE,
                        "from: 3 elements do not fill the shape [2, 2], which has 4"),
                mistake(
                        () -> Tensor.of(new double[][] {{1, 2}, {3}}),
                        SHAPE,
                        "of: row 0 has 2 elements and row 1 has 1; all must be equal"),
                mistake(() -> Tensor.zeros(2, -1), ARGUMENT, "zeros: the shape [2, -1] has a negative dimension"),
                mistake(
                        () -> Tensor.zeros(70_000, 70_000),
                        ARGUMENT,
                        "zeros: the shape [70000, 70000] has too many elements: a tensor holds at most 2147483647"),
                mistake(
                        () -> Tensor.linspace(0, 1, -1),
                        ARGUMENT,
                        "linspace: the number of elements is -1, but can't be negative"),
                mistake(() -> Tensor.from(ErrorMessagesTest.<double[]>absent(), 2), NULL, "from: data is null"),
                mistake(() -> Tensor.zeros(ErrorMessagesTest.<DType>absent(), 2), NULL, "zeros: dtype is null"),
                mistake(() -> Tensor.onesLike(absent()), NULL, "onesLike: like is null"),
                mistake(() -> ROW.to(absent()), NULL, "to: dtype is null"),
                mistake(
                        () -> VECTOR.toFloatMatrix(),
                        SHAPE,
                        "toFloatMatrix: x has shape [3] but must have 2 dimensions"));
    }

    static Stream<Arguments> seeds() {
        Tensor pair = Tensor.of(1f, 2f);
        return Stream.of(
                mistake(
                        () -> Seeds.like(VECTOR, pair, "VGrad.vjp"),
                        SHAPE,
                        "VGrad.vjp: the seed has shape [3], which does not broadcast to the shape [2] of V's result"),
                mistake(
                        () -> Seeds.like(VECTOR, pair, "Variable.backward"),
                        SHAPE,
                        "Variable.backward: the seed has shape [3], which does not broadcast to the shape [2] of the"
                                + " result"),
                mistake(() -> Seeds.like(absent(), pair, "VGrad.vjp"), NULL, "VGrad.vjp: the seed is null"),
                mistake(
                        () -> Seeds.one(pair, "VGrad.gradient"),
                        SHAPE,
                        "VGrad.gradient needs a single-number result, but the result has shape [2]: use vjp with a"
                                + " seed, or jacobian"),
                mistake(
                        () -> Seeds.direction(VECTOR, pair, "VGrad.jvp", "x"),
                        SHAPE,
                        "VGrad.jvp: the direction of x has shape [3], but x has shape [2]; they must be equal"),
                mistake(
                        () -> Seeds.direction(absent(), pair, "VGrad.jvp", "x"),
                        NULL,
                        "VGrad.jvp: the direction of x is null"),
                mistake(
                        () -> Jacobian.byRows(pair, pair, seed -> VECTOR),
                        SHAPE,
                        "jacobian: the vjp has shape [3], but must have shape [2]"),
                mistake(
                        () -> Jacobian.byColumns(pair, pair, direction -> VECTOR),
                        SHAPE,
                        "jacobian: the jvp has shape [3], but must have shape [2]"));
    }

    static Stream<Arguments> severalDimensions() {
        return Stream.of(
                mistake(() -> ROW.sum(new int[] {0, -2}, true), ARGUMENT, "sum: [0, -2] names dimension 0 twice"),
                mistake(
                        () -> ROW.std(new int[] {2}, 0, true),
                        INDEX,
                        "std: x has shape [1, 2] and so no dimension 2; its dimensions are 0 to 1, or -1 to -2"),
                mistake(() -> ROW.mean(absent(), true), NULL, "mean: dims is null"),
                mistake(
                        () -> Tensor.zeros(0).norm(Double.POSITIVE_INFINITY),
                        ARGUMENT,
                        "norm: x has shape [0] and so no elements to take the norm Infinity of"),
                mistake(
                        () -> Tensor.zeros(2, 0).amax(new int[] {1}, false),
                        ARGUMENT,
                        "amax: x has shape [2, 0] and so no elements along [1]"),
                mistake(
                        () -> VECTOR.expandAlong(CUBE, new int[] {0, 1}),
                        SHAPE,
                        "expandAlong: x has shape [3], which is not what reducing [0, 1] of [2, 3, 4] leaves"),
                mistake(() -> NUMBER.diff(0), INDEX, "diff: x has shape [] and so no dimension 0"),
                mistake(
                        () -> ROW.recurrence(VECTOR, 0),
                        SHAPE,
                        "recurrence: x has shape [1, 2] and a has shape [3]; they must be equal"),
                mistake(
                        () -> Tensor.zeros(2, 0).argmin(1),
                        ARGUMENT,
                        "argmin: dimension 1 of x with shape [2, 0] is empty"),
                mistake(() -> Tensor.zeros(0).argmin(), ARGUMENT, "argmin: x has shape [0] and so no elements"));
    }

    static Stream<Arguments> networks() {
        return Stream.of(
                mistake(
                        () -> NUMBER.softmax(-2),
                        INDEX,
                        "softmax: x has shape [] and so no dimension -2, but 0, or -1, of length 1"),
                mistake(
                        () -> ROW.logsumexp(2),
                        INDEX,
                        "logsumexp: x has shape [1, 2] and so no dimension 2; its dimensions are 0 to 1, or -1 to -2"),
                mistake(
                        () -> ROW.crossEntropy(Index.of(0, 1)),
                        SHAPE,
                        "crossEntropy: x has shape [1, 2] and targets has shape [2], but must have [1], the shape of x"
                                + " without the classes in dimension 1"),
                mistake(
                        () -> ROW.crossEntropy(Index.of(2)),
                        INDEX,
                        "crossEntropy: the target 2 is not one of the classes 0 to 1 of x with shape [1, 2]"),
                mistake(
                        () -> ROW.nllLoss(Index.of(-1), Reduction.NONE),
                        INDEX,
                        "nllLoss: the target -1 is not one of the classes 0 to 1 of x with shape [1, 2]"),
                mistake(
                        () -> NUMBER.nllLoss(Index.of(0)),
                        SHAPE,
                        "nllLoss: x has shape [] but must have a dimension for the classes"),
                mistake(
                        () -> ROW.crossEntropy(VECTOR),
                        SHAPE,
                        "crossEntropy: x has shape [1, 2] and y has shape [3]; they must be equal"),
                mistake(
                        () -> ROW.mseLoss(VECTOR),
                        SHAPE,
                        "mseLoss: x has shape [1, 2] and y has shape [3]; counted from the last, dimensions must be"
                                + " equal or 1, and 2 and 3 are not"),
                mistake(() -> ROW.l1Loss(ROW, absent()), NULL, "l1Loss: reduction is null"),
                mistake(() -> ROW.klDiv(absent()), NULL, "klDiv: y is null"),
                mistake(() -> ROW.smoothL1Loss(ROW, -1), ARGUMENT, "smoothL1Loss: beta is -1.0, but can't be negative"),
                mistake(() -> ROW.huberLoss(ROW, 0), ARGUMENT, "huberLoss: delta is 0.0, but must be positive"),
                mistake(
                        () -> ROW.binaryCrossEntropy(ROW),
                        ARGUMENT,
                        "binaryCrossEntropy: x has the element 2.0, but all must be probabilities from 0 to 1; of"
                                + " other numbers take binaryCrossEntropyWithLogits"),
                mistake(
                        () -> ROW.unreduced(ROW, Reduction.SUM),
                        SHAPE,
                        "unreduced: x has shape [1, 2], which is not what the reduction SUM makes of the shape"
                                + " [1, 2]"));
    }

    static Stream<Arguments> order() {
        return Stream.of(
                mistake(
                        () -> NUMBER.topk(0, -1),
                        SHAPE,
                        "topk: x has shape [], and so one element along a dimension, not 0"),
                mistake(
                        () -> NUMBER.indexSelect(0, Index.of(0, 0)),
                        SHAPE,
                        "indexSelect: x has shape [], and so one element along a dimension, not 2"),
                mistake(
                        () -> VECTOR.topk(4, 0),
                        ARGUMENT,
                        "topk: k is 4, but must be from 0 to 3, the length of dimension 0 of x with shape [3]"),
                mistake(
                        () -> VECTOR.kthvalue(0, 0),
                        ARGUMENT,
                        "kthvalue: k is 0, but must be from 1 to 3, the length of dimension 0 of x with shape [3]"),
                mistake(
                        () -> Tensor.zeros(2, 0).median(1),
                        ARGUMENT,
                        "median: dimension 1 of x with shape [2, 0] is empty"),
                mistake(() -> Tensor.zeros(0).quantile(0.5), ARGUMENT, "quantile: x has shape [0] and so no elements"),
                mistake(() -> VECTOR.quantile(1.5), ARGUMENT, "quantile: q is 1.5, but must be from 0 to 1"),
                mistake(() -> VECTOR.quantile(Double.NaN, 0), ARGUMENT, "quantile: q is NaN, but must be from 0 to 1"),
                mistake(
                        () -> VECTOR.take(Index.of(3)),
                        INDEX,
                        "take: index 3 is out of bounds for the 3 elements of x with shape [3]"),
                mistake(
                        () -> ROW.put(Index.of(0), VECTOR, true),
                        SHAPE,
                        "put: src has shape [3] and index has shape [1]; they must have equally many elements"));
    }

    static Stream<Arguments> differencesAndMasks() {
        return Stream.of(
                mistake(
                        () -> ROW.cosineSimilarity(VECTOR, 0),
                        SHAPE,
                        "cosineSimilarity: x has shape [1, 2] and y has shape [3]; counted from the last, dimensions must be"
                                + " equal or 1, and 2 and 3 are not"),
                mistake(
                        () -> ROW.cdist(Tensor.zeros(2, 3)),
                        SHAPE,
                        "cdist: x has shape [1, 2] and y has shape [2, 3]; both must have at least 2 dimensions, the"
                                + " last of one length"),
                mistake(() -> VECTOR.diff(-1, 0), ARGUMENT, "diff: n is -1, but can't be negative"),
                mistake(
                        () -> VECTOR.diffBack(VECTOR, 1, 0),
                        SHAPE,
                        "diffBack: x has shape [3], but the differences of order 1 of the shape [3] have length 2 in"
                                + " dimension 0"),
                mistake(
                        () -> Mask.eye(2).all(2),
                        INDEX,
                        "all: x has shape [2, 2] and so no dimension 2; its dimensions are 0 to 1, or -1 to -2"),
                mistake(
                        () -> Mask.eye(2).any(-3, true),
                        INDEX,
                        "any: x has shape [2, 2] and so no dimension -3; its dimensions are 0 to 1, or -1 to -2"));
    }

    static Stream<Arguments> convolutions() {
        Tensor image = Tensor.zeros(1, 2, 4, 4);
        return Stream.of(
                mistake(
                        () -> image.conv1d(Tensor.zeros(3, 2, 3, 3)),
                        SHAPE,
                        "conv1d: weight has shape [3, 2, 3, 3] but must have 3 dimensions"),
                mistake(
                        () -> VECTOR.conv2d(Tensor.zeros(3, 2, 3, 3)),
                        SHAPE,
                        "conv2d: the input has shape [3] and the weight has shape [3, 2, 3, 3]; the input must have 4"
                                + " dimensions, or 3 for a single image"),
                mistake(
                        () -> image.conv2d(Tensor.zeros(3, 1, 3, 3)),
                        SHAPE,
                        "conv2d: the input has shape [1, 2, 4, 4] and the weight has shape [3, 1, 3, 3]; in 1 group"
                                + " the input must have as many channels as the weight's dimension 1"),
                mistake(
                        () -> image.conv2d(Tensor.zeros(3, 1, 3, 3), Convolution.PLAIN.withGroups(2)),
                        SHAPE,
                        "conv2d: the input has shape [1, 2, 4, 4] and the weight has shape [3, 1, 3, 3]; the 3"
                                + " channels of the result are no multiple of the 2 groups"),
                mistake(
                        () -> image.conv2d(Tensor.zeros(3, 2, 5, 3)),
                        SHAPE,
                        "conv2d: the input has shape [1, 2, 4, 4] and the weight has shape [3, 2, 5, 3]; the kernel is"
                                + " empty, or larger than the padded input"),
                mistake(
                        () -> image.conv2d(Tensor.zeros(3, 2, 3, 3), VECTOR.narrow(0, 0, 2), Convolution.PLAIN),
                        SHAPE,
                        "conv2d: weight has shape [3, 2, 3, 3] and bias has shape [2]; it must have a number for each of"
                                + " the 3 channels of the result"),
                mistake(
                        () -> CUBE.unsqueeze(0).conv3d(Tensor.zeros(2, 1, 1, 2, 2), ROW, Convolution.PLAIN),
                        SHAPE,
                        "conv3d: weight has shape [2, 1, 1, 2, 2] and bias has shape [1, 2]; it must have a number for"
                                + " each of the 2 channels of the result"),
                mistake(
                        () -> CUBE.unsqueeze(0)
                                .convTranspose3d(Tensor.zeros(1, 2, 1, 2, 2), new Convolution(2, 0, 1, 1), 2),
                        ARGUMENT,
                        "convTranspose3d: the output padding 2 must be at least 0 and less than the stride 2 or the dilation"
                                + " 1"),
                mistake(() -> image.conv2d(absent()), NULL, "conv2d: weight is null"),
                mistake(
                        () -> new Convolution(0, 0, 1, 1),
                        ARGUMENT,
                        "the stride 0, the dilation 1 and the number of groups 1 must be positive, and the padding 0"
                                + " not negative"),
                mistake(
                        () -> image.convTranspose2d(Tensor.zeros(3, 2, 3, 3)),
                        SHAPE,
                        "convTranspose2d: x has shape [1, 2, 4, 4] and weight has shape [3, 2, 3, 3]; x must have 3"
                                + " dimensions, or one more for several images, and as many channels as the weight's"
                                + " first dimension"),
                mistake(
                        () -> image.convTranspose2d(Tensor.zeros(2, 2, 3, 3), Convolution.PLAIN, 1),
                        ARGUMENT,
                        "convTranspose2d: the output padding 1 must be at least 0 and less than the stride 1 or the dilation"
                                + " 1"),
                mistake(
                        () -> image.maxPool2d(2, 2, 2),
                        ARGUMENT,
                        "maxPool2d: the kernel 2 and the stride 2 must be positive, and the padding 2 between 0 and"
                                + " half the kernel"),
                mistake(
                        () -> VECTOR.avgPool2d(2),
                        SHAPE,
                        "avgPool2d: x has shape [3] but must have 3 dimensions, or one more for several images"),
                mistake(
                        () -> image.maxPool2d(5),
                        SHAPE,
                        "maxPool2d: the windows of 5 are larger than the padded x with shape [1, 2, 4, 4]"),
                mistake(
                        () -> Tensor.zeros(1, 0, 3).maxPool2d(2, 2, 1),
                        SHAPE,
                        "maxPool2d: x has shape [1, 0, 3], an empty image"),
                mistake(
                        () -> ROW.layerNorm(new int[] {3}, 1e-5),
                        SHAPE,
                        "layerNorm: x has shape [1, 2] and normalizedShape is [3]; it must be the last dimensions of x,"
                                + " at least one"),
                mistake(
                        () -> ROW.layerNorm(VECTOR, VECTOR, 1e-5),
                        SHAPE,
                        "layerNorm: x has shape [1, 2] and weight has shape [3]; it must be the last dimensions of x,"
                                + " at least one"),
                mistake(
                        () -> ROW.layerNorm(VECTOR, ROW, 1e-5),
                        SHAPE,
                        "layerNorm: weight has shape [3] and bias has shape [1, 2]; they must be equal"));
    }

    static Stream<Arguments> layers() {
        return Stream.of(
                mistake(
                        () -> VECTOR.batchNorm(1e-5),
                        SHAPE,
                        "batchNorm: x has shape [3] but must have at least 2 dimensions, the channels along dimension 1"),
                mistake(
                        () -> ROW.batchNorm(1e-5),
                        SHAPE,
                        "batchNorm: x has shape [1, 2], so there is one element only to take the mean and variance of"),
                mistake(
                        () -> CUBE.batchNorm(VECTOR, ROW, 1e-5),
                        SHAPE,
                        "batchNorm: bias has shape [1, 2] but must have a number for each of the 3 channels of x with"
                                + " shape [2, 3, 4]"),
                mistake(() -> CUBE.batchNorm(VECTOR, absent(), 1e-5), NULL, "batchNorm: bias is null"),
                mistake(
                        () -> Tensor.ones(2, 3, 1).instanceNorm(1e-5),
                        SHAPE,
                        "instanceNorm: x has shape [2, 3, 1], so there is one element only to take the mean and"
                                + " variance of"),
                mistake(
                        () -> CUBE.groupNorm(2, 1e-5),
                        SHAPE,
                        "groupNorm: the 3 channels of x with shape [2, 3, 4] don't make 2 equal groups"),
                mistake(
                        () -> ROW.rmsNorm(VECTOR, 1e-5),
                        SHAPE,
                        "rmsNorm: x has shape [1, 2] and weight has shape [3]; it must be the last dimensions of x,"
                                + " at least one"),
                mistake(
                        () -> VECTOR.normalize(1),
                        INDEX,
                        "normalize: x has shape [3] and so no dimension 1; its dimensions are 0 to 0, or -1 to -1"),
                mistake(
                        () -> ROW.linear(Tensor.ones(4, 3)),
                        SHAPE,
                        "linear: x has shape [1, 2] and weight has shape [4, 3]; their last dimensions must be equal"),
                mistake(
                        () -> ROW.linear(Tensor.ones(4, 2), VECTOR),
                        SHAPE,
                        "linear: weight has shape [4, 2] and bias has shape [3]; it must have a number for each row of"
                                + " the weight"),
                mistake(
                        () -> ROW.localResponseNorm(2),
                        SHAPE,
                        "localResponseNorm: x has shape [1, 2] but must have at least 3 dimensions, the channels along"
                                + " dimension 1"),
                mistake(
                        () -> CUBE.localResponseNorm(0),
                        ARGUMENT,
                        "localResponseNorm: size is 0, but must be positive"),
                mistake(
                        () -> Tensor.blockDiag(ROW, CUBE),
                        SHAPE,
                        "blockDiag: tensor 1 has shape [2, 3, 4] but must have at most 2 dimensions"),
                mistake(() -> VECTOR.besselI(21), ARGUMENT, "besselI: n is 21, but must be from -20 to 20"),
                mistake(() -> ROW.dropout(new Random(1), 1.5), ARGUMENT, "dropout: p is 1.5, but must be from 0 to 1"),
                mistake(
                        () -> VECTOR.glu(0),
                        SHAPE,
                        "glu: x has shape [3], and dimension 0 with its odd length can't be halved"),
                mistake(
                        () -> ROW.scaledDotProductAttention(ROW, Tensor.ones(2, 2)),
                        SHAPE,
                        "scaledDotProductAttention: x has shape [1, 2], key has shape [1, 2] and value has shape [2, 2];"
                                + " queries and keys must be equally long, and keys and values equally many"),
                mistake(
                        () -> ROW.scaledDotProductAttention(ROW, ROW, Mask.eye(2)),
                        SHAPE,
                        "scaledDotProductAttention: mask has shape [2, 2], which does not stretch to the shape [1, 1] of"
                                + " the scores"));
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                mistake(
                        () -> ROW.nllLoss(Index.of(2), -100, Reduction.MEAN),
                        INDEX,
                        "nllLoss: the target 2 is not one of the classes 0 to 1 of x with shape [1, 2]"),
                mistake(
                        () -> ROW.crossEntropy(Index.of(1), VECTOR, -100, Reduction.MEAN),
                        SHAPE,
                        "crossEntropy: weight has shape [3] but must have a number for each of the 2 classes of x with"
                                + " shape [1, 2]"),
                mistake(
                        () -> ROW.crossEntropy(Index.of(1), 0.0, Reduction.MEAN),
                        ARGUMENT,
                        "crossEntropy: labelSmoothing is 0.0, but must be more than 0 and at most 1; without smoothing,"
                                + " leave it out"),
                mistake(
                        () -> ROW.marginRankingLoss(ROW, VECTOR, 1),
                        SHAPE,
                        "marginRankingLoss: x has shape [1, 2] and target has shape [3]; counted from the last,"
                                + " dimensions must be equal or 1, and 2 and 3 are not"),
                mistake(
                        () -> NUMBER.tripletMarginLoss(ROW, ROW, 1),
                        SHAPE,
                        "tripletMarginLoss: x has shape [] and positive has shape [1, 2]; both must have vectors along"
                                + " the last dimension"),
                mistake(
                        () -> ROW.gaussianNllLoss(ROW, Tensor.of(1f, -1f)),
                        ARGUMENT,
                        "gaussianNllLoss: variance has the element -1.0, but none may be negative"),
                mistake(() -> ROW.softMarginLoss(ROW, absent()), NULL, "softMarginLoss: reduction is null"),
                mistake(
                        () -> ROW.multiMarginLoss(Index.of(0), 3, 1, Reduction.MEAN),
                        ARGUMENT,
                        "multiMarginLoss: p is 3, but must be 1 or 2"),
                mistake(
                        () -> ROW.multiMarginLoss(Index.of(2)),
                        INDEX,
                        "multiMarginLoss: the target 2 is not one of the classes 0 to 1 of x with shape [1, 2]"),
                mistake(
                        () -> ROW.multiMarginLoss(Index.of(0), VECTOR, 1, 1, Reduction.SUM),
                        SHAPE,
                        "multiMarginLoss: weight has shape [3] but must have a number for each of the 2 classes of x"
                                + " with shape [1, 2]"),
                mistake(
                        () -> ROW.multiMarginLoss(Index.of(0), absent(), 1, 1, Reduction.SUM),
                        NULL,
                        "multiMarginLoss: weight is null"));
    }

    static Stream<Arguments> imagesAndChoices() {
        return Stream.of(
                mistake(
                        () -> VECTOR.adaptiveAvgPool1d(2),
                        SHAPE,
                        "adaptiveAvgPool1d: x has shape [3] but must have 2 dimensions, or one more for several images"),
                mistake(() -> CUBE.adaptiveMaxPool2d(-1), ARGUMENT, "adaptiveMaxPool2d: the size -1 is negative"),
                mistake(
                        () -> Tensor.zeros(1, 2, 0).interpolateBilinear(2, 2, false),
                        SHAPE,
                        "interpolateBilinear: x has shape [1, 2, 0], an empty image"),
                mistake(() -> Tensor.zeros(2, 0).max(1), ARGUMENT, "max: dimension 1 of x with shape [2, 0] is empty"),
                mistake(
                        () -> ROW.searchsorted(VECTOR, false),
                        SHAPE,
                        "searchsorted: x has shape [1, 2] and values has shape [3]; x must have 1 dimension, or the"
                                + " others of values"),
                mistake(
                        () -> CUBE.trapezoid(VECTOR, 0),
                        SHAPE,
                        "trapezoid: x has shape [2, 3, 4] and points has shape [3]; it must have a number for each in"
                                + " dimension 0"),
                mistake(
                        () -> ROW.tensordot(VECTOR, new int[] {1}, new int[] {0}),
                        SHAPE,
                        "tensordot: x has shape [1, 2] and y has shape [3]; dimensions 1 and 0 must be equally long"),
                mistake(
                        () -> ROW.multiDot(ROW, ROW),
                        SHAPE,
                        "multiDot: x has shape [1, 2], y has shape [1, 2] and z has shape [1, 2]; neighbouring"
                                + " dimensions must be equal"),
                mistake(
                        () -> VECTOR.bernoulli(new Random(1)),
                        ARGUMENT,
                        "bernoulli: x has the element 2.0, but all must be probabilities from 0 to 1"),
                mistake(
                        () -> Tensor.of(0f, 1f).multinomial(new Random(1), 2, false),
                        ARGUMENT,
                        "multinomial: of x with shape [2], 1 elements of a row are positive, but 2 are needed"));
    }

    /** All tables of this class: each is run by being there. */
    static Stream<Arguments> mistakes() throws ReflectiveOperationException {
        List<Arguments> all = new ArrayList<>();
        for (Method method : ErrorMessagesTest.class.getDeclaredMethods()) {
            boolean table = method.getReturnType() == Stream.class
                    && !method.isSynthetic()
                    && !method.getName().equals("mistakes");
            if (table) {
                ((Stream<?>) method.invoke(null)).forEach(mistake -> all.add((Arguments) mistake));
            }
        }
        assertThat(all).hasSizeGreaterThan(150);
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhatIsWrong(String message, Class<?> type, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(type).hasMessage(message);
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // a caller's mistake, on purpose
    private static <T> T absent() {
        return null;
    }
}
