package dev.jacobi.tensor;

/**
 * The sizes of a convolution, in three directions: with fewer dimensions the first ones have length 1.
 *
 * @param images how many there are
 * @param inputs channels of an image in one group
 * @param outputs channels of the result in one group
 * @param into the first direction, {@code across} the second and {@code along} the third
 * @param input the shape of the images
 * @param output the shape of the result
 */
record ConvolutionShape(
        int images,
        int groups,
        int inputs,
        int outputs,
        Direction into,
        Direction across,
        Direction along,
        Shape input,
        Shape output) {

    static ConvolutionShape of(String operation, Shape input, Shape weight, Convolution how) {
        int rank = weight.rank();
        if (rank < 3 || rank > 5 || input.rank() != rank && input.rank() != rank - 1) {
            throw mismatch(
                    operation,
                    input,
                    weight,
                    rank < 3 || rank > 5
                            ? "the weight must have 3, 4 or 5 dimensions"
                            : "the input must have " + rank + " dimensions, or " + (rank - 1) + " for a single image");
        }
        int channels = input.rank() - rank + 1;
        int groups = how.groups();
        if (input.at(channels) != weight.at(1) * groups) {
            throw mismatch(
                    operation,
                    input,
                    weight,
                    "in " + groups + (groups == 1 ? " group" : " groups")
                            + " the input must have as many channels as the weight's dimension 1"
                            + (groups == 1 ? "" : " times the groups"));
        }
        if (weight.at(0) % groups != 0) {
            throw mismatch(
                    operation,
                    input,
                    weight,
                    "the " + weight.at(0) + " channels of the result are no multiple of the " + groups + " groups");
        }
        Shape size = threeFold(input.slice(channels + 1, input.rank()));
        Shape kernel = threeFold(weight.slice(2, rank));
        Direction into = Direction.of(size.at(0), kernel.at(0), rank < 5 ? Convolution.PLAIN : how);
        Direction across = Direction.of(size.at(1), kernel.at(1), rank < 4 ? Convolution.PLAIN : how);
        Direction along = Direction.of(size.at(2), kernel.at(2), how);
        if (Math.min(into.places(), Math.min(across.places(), along.places())) < 1 || kernel.size() < 1) {
            throw mismatch(operation, input, weight, "the kernel is empty, or larger than the padded input");
        }
        Shape output = input.slice(0, channels)
                .concat(Shape.of(weight.at(0)))
                .concat(Shape.of(into.places(), across.places(), along.places()).slice(5 - rank, 3));
        return new ConvolutionShape(
                channels == 0 ? 1 : input.at(0),
                groups,
                weight.at(1),
                weight.at(0) / groups,
                into,
                across,
                along,
                input,
                output);
    }

    private static Shape threeFold(Shape lengths) {
        return Shape.of(1, 1, 1).slice(0, 3 - lengths.rank()).concat(lengths);
    }

    private static ShapeMismatchException mismatch(String operation, Shape input, Shape weight, String rule) {
        return new ShapeMismatchException(
                operation + ": the input has shape " + input + " and the weight has shape " + weight + "; " + rule);
    }

    /** The elements that one element of the result is made of. */
    int patch() {
        return inputs * into.kernel() * across.kernel() * along.kernel();
    }

    /** The elements of one channel of the result. */
    int places() {
        return into.places() * across.places() * along.places();
    }

    /** The elements of one channel of an image. */
    int plane() {
        return into.length() * across.length() * along.length();
    }

    /** Where the channels of a group of an image begin. */
    int inputStart(int image, int group) {
        return (image * groups + group) * inputs * plane();
    }

    /** Where the channels of a group of an image's result begin. */
    int outputStart(int image, int group) {
        return (image * groups + group) * outputs * places();
    }

    /** Where the weights of a group begin. */
    int weightStart(int group) {
        return group * outputs * patch();
    }
}
