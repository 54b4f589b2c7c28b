package dev.jacobi.tensor;

/**
 * How the kernel of a convolution moves, in every direction alike. It carries no derivative. PyTorch: the arguments
 * {@code stride}, {@code padding}, {@code dilation} and {@code groups}.
 *
 * @param stride from one place of the kernel to the next
 * @param padding zeros put on at both ends
 * @param dilation from one element of the kernel to the next
 * @param groups parts of the channels that have nothing to do with each other
 */
public record Convolution(int stride, int padding, int dilation, int groups) {
    /** One by one, without padding: PyTorch's defaults. */
    public static final Convolution PLAIN = new Convolution(1, 0, 1, 1);

    /** @throws IllegalArgumentException if the padding is negative, or another number isn't positive */
    public Convolution {
        if (stride < 1 || padding < 0 || dilation < 1 || groups < 1) {
            throw new IllegalArgumentException("the stride " + stride + ", the dilation " + dilation
                    + " and the number of groups " + groups + " must be positive, and the padding " + padding
                    + " not negative");
        }
    }

    /** This with another stride. */
    public Convolution withStride(int newStride) {
        return new Convolution(newStride, padding, dilation, groups);
    }

    /** This with another padding. */
    public Convolution withPadding(int newPadding) {
        return new Convolution(stride, newPadding, dilation, groups);
    }

    /** This with another dilation. */
    public Convolution withDilation(int newDilation) {
        return new Convolution(stride, padding, newDilation, groups);
    }

    /** This with another number of groups. */
    public Convolution withGroups(int newGroups) {
        return new Convolution(stride, padding, dilation, newGroups);
    }

    /** The number of places that a kernel takes on a length, at most the largest int; negative where it doesn't fit. */
    int places(int length, int kernel) {
        long free = length + 2L * padding - dilation * (kernel - 1L) - 1;
        return (int) Math.max(-1, Math.min(Integer.MAX_VALUE, Math.floorDiv(free, stride) + 1));
    }
}
