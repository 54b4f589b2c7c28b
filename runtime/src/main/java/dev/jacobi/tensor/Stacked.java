package dev.jacobi.tensor;

/**
 * Operations on a <em>stack</em>: tensors of one shape that lie one after the other, with one dimension more in front.
 * Each of them is worked on by itself, so a backward sweep takes several seeds at once (JAX: {@code vmap}), and what
 * would be a product of a matrix for each is one product of matrices. Operands that aren't stacks belong to every
 * tensor of the stack. Used by generated code.
 *
 * <p>Each tensor's sums may be made in another order than alone.
 */
public final class Stacked {
    /** A stack that would have more elements isn't made. */
    private static final int ELEMENTS = 1 << 22;

    /** Up to so many columns are laid on their side, for one product of a tall matrix. */
    private static final int NARROW = 8;

    private Stacked() {}

    /** The dimension of a stack that is dimension {@code dim} of its tensors. */
    public static int behind(int dim) {
        return dim < 0 ? dim : dim + 1;
    }

    /**
     * The stack, whose tensors have dimensions of their own. Numbers have none, so that −1 would be the one that the
     * stack has.
     *
     * @throws ShapeMismatchException if it is one of numbers
     */
    public static Tensor ofVectors(Tensor stack) {
        if (stack.rank() < 2) {
            throw new ShapeMismatchException("a stack of numbers has no dimension of theirs");
        }
        return stack;
    }

    /** The same tensor for each of the stack's. */
    public static Tensor each(Tensor x, Tensor stack) {
        return Broadcasting.expand("each", x, checked(stack, x.shape()));
    }

    /** {@link Tensor#sumTo} */
    public static Tensor sumTo(Tensor stack, Tensor like) {
        return sumTo(stack, like.shape()).to(like.dtype());
    }

    /** {@link Tensor#expandTo} */
    public static Tensor expandTo(Tensor stack, Tensor like) {
        Shape shape = checked(stack, like.shape());
        boolean numbers = like.rank() == 0 && stack.rank() == 2 && stack.dim(1) == 1;
        return (numbers ? stack.reshaped(shape) : Broadcasting.expand("expandTo", aligned(stack, like), shape))
                .to(like.dtype());
    }

    /** {@link Tensor#expandAlong(Tensor, int)} */
    public static Tensor expandAlong(Tensor stack, Tensor like, int dim) {
        Shape shape = checked(stack, like.shape());
        return like.rank() == 0 ? stack.reshaped(shape) : Rearranging.expandAlong(stack, shape, behind(dim));
    }

    /** {@link Tensor#reshapeAs} */
    public static Tensor reshapeAs(Tensor stack, Tensor like) {
        Shape shape = checked(stack, like.shape());
        return Rearranging.reshape("reshapeAs", stack, shape.toArray());
    }

    /** {@link Tensor#t} */
    public static Tensor t(Tensor stack) {
        return stack.rank() == 3 ? stack.mT() : stack;
    }

    /** {@link Tensor#permute} */
    public static Tensor permute(Tensor stack, int... dims) {
        return Rearranging.permute(stack, behindAll(dims));
    }

    /** {@link Tensor#permuteBack} */
    public static Tensor permuteBack(Tensor stack, int... dims) {
        return Rearranging.permuteBack(stack, behindAll(dims));
    }

    /** The dimensions of stacks; the one that stacks have more stays where it is. */
    private static int[] behindAll(int... dims) {
        int[] all = new int[dims.length + 1];
        for (int i = 0; i < dims.length; i++) {
            all[i + 1] = behind(dims[i]);
        }
        return all;
    }

    /** {@link Tensor#sum()} */
    public static Tensor sum(Tensor stack) {
        return stack.reshaped(Shape.of(stack.dim(0), stack.shape().span(1, stack.rank())))
                .sum(1);
    }

    /** {@link Tensor#placed} */
    public static Tensor placed(Tensor stack, Tensor like, int... index) {
        return Slices.placedEach(stack, like, checked(stack, like.shape()), index);
    }

    /** {@link Tensor#placedAt} */
    public static Tensor placedAt(Tensor stack, Tensor like, int dim, int start) {
        return Slices.placedAt(stack, checked(stack, like.shape()), like.dtype(), behind(dim), start);
    }

    /** {@link Tensor#softmaxBar} */
    public static Tensor softmaxBar(Tensor stack, Tensor y, int dim) {
        return ofVectors(stack).softmaxBar(each(y, stack), behind(dim));
    }

    /** {@link Tensor#logSoftmaxBar} */
    public static Tensor logSoftmaxBar(Tensor stack, Tensor y, int dim) {
        return ofVectors(stack).logSoftmaxBar(each(y, stack), behind(dim));
    }

    /** {@link Tensor#standardizedBar(Tensor, Tensor, int)} */
    public static Tensor standardizedBar(Tensor stack, Tensor y, Tensor scale, int dims) {
        return aligned(stack, y, scale).standardizedBar(y, scale, dims);
    }

    /** x·y for each x of the stack: {@link Tensor#matmul}. */
    public static Tensor matmul(Tensor stack, Tensor y) {
        if (stack.rank() == 2 && y.rank() > 2) {
            return product(matrices(stack.unsqueeze(1), y), y).select(-2, 0);
        }
        if (stack.rank() < 2) {
            throw new ShapeMismatchException("a product with numbers");
        }
        return product(stack.rank() > 2 ? matrices(stack, y) : stack, y);
    }

    /** x·y for each y of the stack: {@link Tensor#matmul}. */
    public static Tensor times(Tensor x, Tensor stack) {
        if (stack.rank() == 2) { // of vectors: yᵀ·xᵀ
            return x.rank() == 1 ? product(stack, x) : matmul(stack, x.mT());
        }
        Tensor right = matrices(stack, x);
        checkSize((long) right.dim(0) * x.size()); // it is copied
        return x.matmul(right);
    }

    /**
     * Matrices with as many dimensions as others that each of them is multiplied by; where those are stacks, copied.
     */
    private static Tensor matrices(Tensor stack, Tensor others) {
        checkSize(others.rank() > 2 ? (long) stack.dim(0) * others.size() : 0);
        return withRank(stack, others.rank());
    }

    private static Tensor product(Tensor left, Tensor right) {
        checkSize((long) left.shape().span(0, left.rank() - 1) * (right.rank() == 1 ? 1 : right.dim(-1)));
        return left.matmul(right);
    }

    /** {@link Tensor#outer} */
    public static Tensor outer(Tensor stack, Tensor y) {
        checkSize((long) stack.size() * y.size());
        return stack.unsqueeze(-1).mul(y);
    }

    /** {@link Tensor#matmulBarLeft} */
    public static Tensor matmulBarLeft(Tensor stack, Tensor like, Tensor y) {
        Tensor right = y.rank() == 1 ? y.unsqueeze(1) : y;
        Tensor bars = matrices(bars(stack, like, y), right);
        checkSize((long) bars.shape().span(0, bars.rank() - 1) * right.dim(-2));
        Tensor product = Products.timesTransposed(bars, right);
        Shape rows = like.rank() == 1 ? Shape.of(1, like.size()) : like.shape();
        return sumTo(product, rows).reshaped(of(stack, like.shape())).to(like.dtype());
    }

    /** {@link Tensor#matmulBarRight} */
    public static Tensor matmulBarRight(Tensor stack, Tensor left, Tensor like) {
        Tensor lefts = left.rank() == 1 ? left.unsqueeze(0) : left;
        Tensor bars = bars(stack, left, like);
        checkSize((long) bars.shape().span(0, bars.rank() - 2) * lefts.dim(-1) * bars.dim(-1));
        Tensor product = like.rank() <= 2 ? ofTallMatrix(bars, lefts) : transposedTimes(lefts, matrices(bars, lefts));
        Shape columns = like.rank() == 1 ? Shape.of(like.size(), 1) : like.shape();
        return sumTo(product, columns).reshaped(of(stack, like.shape())).to(like.dtype());
    }

    /** xᵀ·y for each y, summed over the stack that they are themselves. */
    private static Tensor ofTallMatrix(Tensor bars, Tensor lefts) {
        Tensor left = lefts.reshape(lefts.shape().span(0, lefts.rank() - 1), lefts.dim(-1));
        Tensor tall = bars.reshape(bars.dim(0), left.dim(0), bars.dim(-1));
        return tall.dim(-1) <= NARROW ? turned(turned(tall).matmul(left)) : transposedTimes(left, tall);
    }

    private static Tensor transposedTimes(Tensor lefts, Tensor bars) {
        checkSize((long) bars.dim(0) * lefts.size()); // they are copied
        return Products.transposedTimes(lefts, bars);
    }

    /** Each matrix transposed. */
    private static Tensor turned(Tensor stack) {
        boolean isVector = stack.dim(-1) == 1 || stack.dim(-2) == 1;
        Shape matrix = Shape.of(stack.dim(-1), stack.dim(-2));
        return isVector ? stack.reshaped(of(stack, matrix)) : stack.mT();
    }

    /** Adjoints of products x·y, with the dimensions put back that the product of a 1-d operand lacks. */
    private static Tensor bars(Tensor stack, Tensor x, Tensor y) {
        int lacking = (x.rank() == 1 ? 1 : 0) + (y.rank() == 1 ? 1 : 0);
        if (stack.rank() - 1 + lacking != Math.max(Math.max(x.rank(), y.rank()), 2)) {
            throw new ShapeMismatchException("the adjoints have shape " + stack.shape() + ", but are of products of "
                    + x.shape() + " and " + y.shape());
        }
        Tensor result = y.rank() == 1 ? stack.unsqueeze(-1) : stack;
        return x.rank() == 1 ? result.unsqueeze(-2) : result;
    }

    /** The stack, whose tensors have at least as many dimensions as {@code others}, to which they stretch. */
    public static Tensor aligned(Tensor stack, Tensor... others) {
        int rank = 0;
        for (Tensor other : others) {
            checkSize((long) stack.dim(0) * other.size());
            rank = Math.max(rank, other.rank());
        }
        return withRank(stack, rank);
    }

    /** The same for a mask. */
    public static Tensor aligned(Tensor stack, Mask mask) {
        checkSize((long) stack.dim(0) * mask.shape().size());
        return withRank(stack, mask.shape().rank());
    }

    /** The same for others that are stacks. */
    public static Tensor alignedWith(Tensor stack, Tensor... others) {
        int rank = 0;
        for (Tensor other : others) {
            rank = Math.max(rank, other.rank() - 1);
        }
        return withRank(stack, rank);
    }

    /** The stack, whose tensors have at least so many dimensions. */
    private static Tensor withRank(Tensor stack, int rank) {
        return stack.rank() > rank ? stack : stack.reshaped(withRank(stack.shape(), rank + 1));
    }

    private static Tensor sumTo(Tensor stack, Shape shape) {
        Tensor sum = Broadcasting.sumTo(stack, withRank(of(stack, shape), stack.rank()));
        return sum.reshaped(of(stack, shape));
    }

    /** The shape of a stack with at least so many dimensions: those that are missing stand behind its first. */
    private static Shape withRank(Shape shape, int rank) {
        int[] dims = new int[Math.max(rank, shape.rank())];
        int added = dims.length - shape.rank();
        for (int i = 0; i < dims.length; i++) {
            dims[i] = i == 0 ? shape.at(0) : i <= added ? 1 : shape.at(i - added);
        }
        return Shape.of(dims);
    }

    private static Shape checked(Tensor stack, Shape shape) {
        checkSize((long) stack.dim(0) * shape.size());
        return of(stack, shape);
    }

    private static Shape of(Tensor stack, Shape shape) {
        return Shape.of(stack.dim(0)).concat(shape);
    }

    /** Throws if that is too much, before memory is taken for it: fewer seeds at once will do. */
    private static void checkSize(long size) {
        if (size > ELEMENTS) {
            throw new TooLarge(size);
        }
    }

    /** There would be too many elements. */
    static final class TooLarge extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private TooLarge(long size) {
            super("a stack would have " + size + " elements");
        }
    }
}
