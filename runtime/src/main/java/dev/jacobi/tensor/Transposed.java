package dev.jacobi.tensor;

/**
 * Which factors of a product A·B are given by their transposes, so that nobody needs to make them first.
 *
 * @param left whether the rows of A lie where an array of its transpose has its columns
 * @param right the same for B
 */
record Transposed(boolean left, boolean right) {
    static final Transposed NONE = new Transposed(false, false);
    static final Transposed LEFT = new Transposed(true, false);
    static final Transposed RIGHT = new Transposed(false, true);
}
