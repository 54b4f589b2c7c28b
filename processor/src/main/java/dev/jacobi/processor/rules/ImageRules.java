package dev.jacobi.processor.rules;

import static dev.jacobi.processor.rules.Rule.defined;
import static dev.jacobi.processor.rules.Rule.none;
import static dev.jacobi.processor.rules.Rule.rule;

import java.util.List;

/** Signals and images in another size. For the texts see {@link TensorRules}. */
final class ImageRules {

    private ImageRules() {}

    static final List<Rule> RULES = List.of(
            rule("image(String operation, int directions)").by("xDot", "rBar"),
            rule("averagedAlong(String operation, int dim, int size)")
                    .by("xDot.averagedAlong(operation, dim, size)", "rBar.averagedAlongBack(x, dim, size)"),
            rule("averagedAlongBack(Tensor like, int dim, int size)")
                    .by(
                            "xDot.averagedAlongBack(like, dim, size)",
                            "rBar.averagedAlong(\"averagedAlong\", dim, size).to(x.dtype())")
                    .by("0"),
            none("adaptiveMaxPositions(String operation, int height, int width)"),
            none("nearest(int dim, int size)"),
            none("neighbours(String operation, int dim, int size, boolean alignCorners, boolean above)"),
            none("neighbourShares(String operation, int dim, int size, boolean alignCorners)"),
            defined(
                    "adaptiveAvgPool1d(int size)",
                    image("adaptiveAvgPool1d", 1) + ".averagedAlong(\"adaptiveAvgPool1d\", -1, size)"),
            defined("adaptiveAvgPool2d(int size)", averaged("size", "size")),
            defined("adaptiveAvgPool2d(int height, int width)", averaged("height", "width")),
            defined("adaptiveMaxPool1d(int size)", largest("adaptiveMaxPool1d", "1, size")),
            defined("adaptiveMaxPool2d(int size)", largest("adaptiveMaxPool2d", "size, size")),
            defined("adaptiveMaxPool2d(int height, int width)", largest("adaptiveMaxPool2d", "height, width")),
            defined(
                    "interpolateNearest(int size)",
                    image("interpolateNearest", 1) + ".indexSelect(-1, x.nearest(-1, size))"),
            defined(
                    "interpolateNearest(int height, int width)",
                    image("interpolateNearest", 2)
                            + ".indexSelect(-2, x.nearest(-2, height)).indexSelect(-1, x.nearest(-1, width))"),
            defined(
                    "interpolateLinear(int size, boolean alignCorners)",
                    "image = " + image("interpolateLinear", 1),
                    shares("interpolateLinear", "image", "-1", "size"),
                    along("interpolateLinear", "image", "-1", "size")),
            defined(
                    "interpolateBilinear(int height, int width, boolean alignCorners)",
                    "image = " + image("interpolateBilinear", 2),
                    "down = image.neighbourShares(\"interpolateBilinear\", -2, height, alignCorners)",
                    "rows = "
                            + along("interpolateBilinear", "image", "-2", "height")
                                    .replace("shares", "down"),
                    shares("interpolateBilinear", "rows", "-1", "width"),
                    along("interpolateBilinear", "rows", "-1", "width")));

    private static String image(String operation, int directions) {
        return "x.image(\"" + operation + "\", " + directions + ")";
    }

    private static String averaged(String height, String width) {
        String along = ".averagedAlong(\"adaptiveAvgPool2d\", ";
        return image("adaptiveAvgPool2d", 2) + along + "-2, " + height + ")" + along + "-1, " + width + ")";
    }

    private static String largest(String operation, String sizes) {
        return "x.take(x.adaptiveMaxPositions(\"" + operation + "\", " + sizes + "))";
    }

    private static String shares(String operation, String x, String dim, String size) {
        return "shares = " + x + ".neighbourShares(\"" + operation + "\", " + dim + ", " + size + ", alignCorners)";
    }

    /** Linear between neighbours. */
    private static String along(String operation, String x, String dim, String size) {
        String call = ".indexSelect(%1$s, %3$s.neighbours(\"%4$s\", %1$s, %2$s, alignCorners, "
                .formatted(dim, size, x, operation);
        return x + call + "false)).mul(shares.rsub(1)).add(" + x + call + "true)).mul(shares))";
    }
}
