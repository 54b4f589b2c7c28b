package dev.jacobi.tensor;

/**
 * The sizes of a convolution, in two directions: with one dimension the first has length 1.
 *
 * @param images how many there are
 * @param inputs channels of an image in one group
 * @param outputs channels of the result in one group
 * @param across how the kernel moves in the first direction, and {@code along} in the second
 * @param input the shape of the images
 * @param output the shape of the result
 */
record ConvolutionShape(
        int images,
        int groups,
        int inputs,
        int outputs,
        int height,
        int width,
        int kernelHeight,
        int kernelWidth,
        int resultHeight,
        int resultWidth,
        Convolution across,
        Convolution along,
        Shape input,
        Shape output) {

    static ConvolutionShape of(String operation, Shape input, Shape weight, Convolution how) {
        int rank = weight.rank();
        if (rank < 3 || rank > 4 || input.rank() != rank && input.rank() != rank - 1) {
            throw mismatch(
                    operation,
                    input,
                    weight,
                    rank < 3 || rank > 4
                            ? "the weight must have 3 or 4 dimensions"
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
        boolean flat = rank == 3;
        int height = flat ? 1 : input.at(channels + 1);
        int width = input.at(input.rank() - 1);
        int kernelHeight = flat ? 1 : weight.at(2);
        int kernelWidth = weight.at(rank - 1);
        Convolution across = flat ? Convolution.PLAIN : how;
        int resultHeight = across.places(height, kernelHeight);
        int resultWidth = how.places(width, kernelWidth);
        if (resultHeight < 1 || resultWidth < 1 || kernelHeight < 1 || kernelWidth < 1) {
            throw mismatch(operation, input, weight, "the kernel is empty, or larger than the padded input");
        }
        Shape places = flat ? Shape.of(resultWidth) : Shape.of(resultHeight, resultWidth);
        Shape output = input.slice(0, channels).concat(Shape.of(weight.at(0))).concat(places);
        return new ConvolutionShape(
                channels == 0 ? 1 : input.at(0),
                how.groups(),
                weight.at(1),
                weight.at(0) / how.groups(),
                height,
                width,
                kernelHeight,
                kernelWidth,
                resultHeight,
                resultWidth,
                across,
                how,
                input,
                output);
    }

    private static ShapeMismatchException mismatch(String operation, Shape input, Shape weight, String rule) {
        return new ShapeMismatchException(
                operation + ": the input has shape " + input + " and the weight has shape " + weight + "; " + rule);
    }

    /** The elements that one element of the result is made of. */
    int patch() {
        return inputs * kernelHeight * kernelWidth;
    }

    /** The elements of one channel of the result. */
    int places() {
        return resultHeight * resultWidth;
    }

    /** Where the channels of a group of an image begin. */
    int inputStart(int image, int group) {
        return (image * groups + group) * inputs * height * width;
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
