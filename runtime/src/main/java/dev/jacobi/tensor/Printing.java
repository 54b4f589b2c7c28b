package dev.jacobi.tensor;

/** The printed form of tensors: that of PyTorch before its version 0.4, as in the notebook this project grew from. */
final class Printing {
    private static final int LINE = 80;
    private static final int WHOLE_UP_TO = 1000;
    private static final int EDGE = 3;

    private Printing() {}

    static String print(Tensor x, String name) {
        if (x.rank() == 0) {
            NumberFormat format = NumberFormat.of(x);
            return format.scaleLine() + format.margin() + format.print(x.at(0)) + "\n[" + name + " with no dimension]";
        }
        String size = sizes(x.shape());
        if (x.size() == 0) {
            return "[" + name + " of size " + size + "]";
        }
        StringBuilder out = new StringBuilder();
        switch (x.rank()) {
            case 1 -> vector(x, out);
            case 2 -> matrix(x, "", x.size() > WHOLE_UP_TO, out);
            default -> matrices(x, out);
        }
        return out.append('[')
                .append(name)
                .append(" of size ")
                .append(size)
                .append(']')
                .toString();
    }

    private static String sizes(Shape shape) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < shape.rank(); i++) {
            out.append(i == 0 ? "" : "x").append(shape.at(i));
        }
        return out.toString();
    }

    private static void vector(Tensor x, StringBuilder out) {
        NumberFormat format = NumberFormat.of(x);
        out.append(format.scaleLine());
        boolean summarised = x.size() > WHOLE_UP_TO;
        for (int i = 0; i < x.size(); i++) {
            if (summarised && i == EDGE) {
                out.append(format.margin()).append(centred("⋮", format.width())).append('\n');
                i = x.size() - EDGE;
            }
            out.append(format.margin()).append(format.print(x.at(i))).append('\n');
        }
    }

    /** Each matrix of the last two dimensions under its index; of many, the first and last in each dimension. */
    private static void matrices(Tensor x, StringBuilder out) {
        int leading = x.rank() - 2;
        Shape stack = x.shape().slice(0, leading);
        boolean summarised = x.size() > WHOLE_UP_TO;
        boolean left = false;
        int[] index = new int[leading];
        for (int m = 0; m < stack.size(); m++) {
            int rest = m;
            for (int i = leading - 1; i >= 0; i--) {
                index[i] = rest % stack.at(i);
                rest /= stack.at(i);
            }
            if (summarised && !atEdges(index, stack)) {
                out.append(left ? "" : "\n...\n");
                left = true;
                continue;
            }
            left = false;
            out.append(m == 0 ? "" : "\n").append('(');
            for (int i : index) {
                out.append(i).append(" ,");
            }
            out.append(".,.) = \n");
            matrix(Slices.get(x, index), "  ", summarised, out);
        }
    }

    /** Whether each entry is among the first or last of its dimension. */
    private static boolean atEdges(int[] index, Shape stack) {
        for (int i = 0; i < index.length; i++) {
            if (index[i] >= EDGE && index[i] < stack.at(i) - EDGE) {
                return false;
            }
        }
        return true;
    }

    private static void matrix(Tensor x, String indent, boolean summarised, StringBuilder out) {
        boolean wide = x.dim(1) > 2 * EDGE;
        boolean high = x.dim(0) > 2 * EDGE;
        NumberFormat format = NumberFormat.of(x);
        if (summarised && (wide || high)) {
            summary(x, indent, format, out);
            return;
        }
        int perLine = Math.max((LINE - indent.length()) / (format.width() + 1), 1);
        for (int from = 0; from < x.dim(1); from += perLine) {
            int to = Math.min(from + perLine, x.dim(1));
            if (perLine < x.dim(1)) {
                out.append(from == 0 ? "" : "\n")
                        .append("Columns ")
                        .append(from)
                        .append(" to ")
                        .append(to - 1);
                out.append(" \n");
            }
            out.append(format.scaleLine());
            for (int row = 0; row < x.dim(0); row++) {
                out.append(indent).append(format.margin());
                row(x, row, from, to, format, out);
                out.append('\n');
            }
        }
    }

    private static void row(Tensor x, int row, int from, int to, NumberFormat format, StringBuilder out) {
        for (int column = from; column < to; column++) {
            out.append(column == from ? "" : " ").append(format.print(x.at(row * x.dim(1) + column)));
        }
    }

    /** The first and last rows and columns, with dots between. */
    private static void summary(Tensor x, String indent, NumberFormat format, StringBuilder out) {
        boolean wide = x.dim(1) > 2 * EDGE;
        out.append(format.scaleLine());
        for (int row = 0; row < x.dim(0); row++) {
            if (row == EDGE && x.dim(0) > 2 * EDGE) {
                int half = (format.width() + 1) * EDGE - 1;
                out.append(indent).append(format.margin());
                out.append(
                        wide
                                ? centred("...", half) + " " + centred("⋱", 5) + " " + centred("...", half)
                                : centred("⋮", (format.width() + 1) * x.dim(1) - 1));
                out.append('\n');
                row = x.dim(0) - EDGE;
            }
            out.append(indent).append(format.margin());
            row(x, row, 0, wide ? EDGE : x.dim(1), format, out);
            if (wide) {
                out.append(' ').append(centred("...", 5)).append(' ');
                row(x, row, x.dim(1) - EDGE, x.dim(1), format, out);
            }
            out.append('\n');
        }
    }

    private static String centred(String text, int width) {
        int left = Math.max(width - text.length(), 0) / 2;
        return " ".repeat(left) + text + " ".repeat(Math.max(width - text.length() - left, 0));
    }
}
