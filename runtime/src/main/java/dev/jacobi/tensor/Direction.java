package dev.jacobi.tensor;

/**
 * How the kernel of a convolution, or a window, moves in one direction of an image.
 *
 * @param length of the image, padding left out
 * @param kernel how many elements the kernel has in this direction
 * @param places how many places it takes
 */
record Direction(int length, int kernel, int places, Convolution how) {

    static Direction of(int length, int kernel, Convolution how) {
        return new Direction(length, kernel, how.places(length, kernel), how);
    }

    /** What element {@code k} of the kernel meets at a place; outside the image that is padding. */
    int at(int place, int k) {
        return place * how.stride() + k * how.dilation() - how.padding();
    }

    boolean isInside(int at) {
        return at >= 0 && at < length;
    }

    /** Where, in the image, an undilated window begins. */
    int first(int place) {
        return Math.max(at(place, 0), 0);
    }

    /** Where it ends: the first element behind it. */
    int end(int place) {
        return Math.min(at(place, 0) + kernel, length);
    }
}
