package dev.jacobi.tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Einstein's sum: r = Σ x·y·… over the indices that the result hasn't. Operands are multiplied from left to right, each
 * time as a stack of matrix products, an index being summed over as soon as nothing behind needs it.
 */
final class Einsum {
    private final Equation equation;
    private final Map<Integer, Integer> lengths = new HashMap<>();
    private final DType dtype;

    private Einsum(String operation, Equation equation, Tensor... xs) {
        this.equation = equation;
        this.dtype = Checks.common(xs);
        for (int i = 0; i < xs.length; i++) {
            List<Integer> labels = equation.inputs().get(i);
            for (int axis = 0; axis < labels.size(); axis++) {
                int length = xs[i].shape().at(axis);
                int before = lengths.getOrDefault(labels.get(axis), 1);
                if (before != length && before != 1 && length != 1) {
                    throw new ShapeMismatchException(operation + ": in " + equation.text() + ", operand " + i
                            + " has shape " + xs[i].shape() + ", but " + Equation.name(labels.get(axis))
                            + " has length "
                            + before + " elsewhere");
                }
                lengths.put(labels.get(axis), before == 1 ? length : before);
            }
        }
    }

    static Tensor of(String operation, String text, Tensor... xs) {
        Checks.tensors(operation, xs);
        Equation equation = Equation.of(text, xs);
        Einsum sum = new Einsum(operation, equation, xs);
        Shape.of(operation, sum.dims(equation.output())); // names the operation if that is too large
        return sum.sum(xs);
    }

    /**
     * The adjoint of an Einstein sum in one of its operands: the sum of r̄ and the others, repeated along what that
     * operand alone has, on the diagonal of indices that it repeats, and summed over what was stretched.
     */
    static Tensor bar(Tensor bar, String text, int k, Tensor... xs) {
        Checks.tensors("einsumBar", xs);
        Equation equation = Equation.of(text, xs);
        if (k < 0 || k >= xs.length) {
            throw new IllegalArgumentException("einsumBar: there is no operand " + k + " among " + xs.length);
        }
        Checks.rank("einsumBar", "x", bar, equation.output().size());
        List<Integer> own =
                new ArrayList<>(new java.util.LinkedHashSet<>(equation.inputs().get(k)));
        List<List<Integer>> inputs = new ArrayList<>(equation.inputs());
        Einsum sum = new Einsum("einsum", equation, xs);
        Tensor[] others = xs.clone();
        others[k] = bar;
        inputs.set(k, equation.output());
        List<Integer> reached = new ArrayList<>(own);
        reached.retainAll(inputs.stream().flatMap(List::stream).toList());
        Equation swapped = new Equation(text, inputs, reached);
        Einsum whole = new Einsum("einsum", swapped, others);
        whole.lengths.putAll(sum.lengths);
        Tensor part = whole.sum(others);
        for (int axis = 0; axis < own.size(); axis++) {
            if (!reached.contains(own.get(axis))) {
                part = part.unsqueeze(axis);
            }
        }
        Tensor wide = Broadcasting.expand("einsumBar", part, sum.shape(own));
        return embedded(wide, own, equation.inputs().get(k), sum, xs[k]);
    }

    /** Puts elements on the diagonals of repeated indices, and sums over what was stretched. */
    private static Tensor embedded(Tensor x, List<Integer> own, List<Integer> labels, Einsum sum, Tensor like) {
        if (own.size() == labels.size()) {
            return Broadcasting.sumTo(x, like.shape()).to(like.dtype());
        }
        double[] out = new double[sum.shape(labels).size()];
        int[] positions = diagonal(sum, own, labels);
        for (int i = 0; i < positions.length; i++) {
            out[positions[i]] = x.at(i);
        }
        Tensor wide = new Tensor(sum.shape(labels), out);
        return Broadcasting.sumTo(wide, like.shape()).to(like.dtype());
    }

    /** Where the elements with equal repeated indices are. */
    private static int[] diagonal(Einsum sum, List<Integer> own, List<Integer> labels) {
        Shape full = sum.shape(labels);
        Shape shape = sum.shape(own);
        int[] strides = new int[own.size()];
        for (int axis = 0; axis < labels.size(); axis++) {
            strides[own.indexOf(labels.get(axis))] += full.span(axis + 1, full.rank());
        }
        int[] positions = new int[shape.size()];
        for (int i = 0; i < positions.length; i++) {
            int rest = i;
            for (int axis = own.size() - 1; axis >= 0; axis--) {
                positions[i] += rest % shape.at(axis) * strides[axis];
                rest /= shape.at(axis);
            }
        }
        return positions;
    }

    private Shape shape(List<Integer> labels) {
        return Shape.owning("einsum", dims(labels));
    }

    private int[] dims(List<Integer> labels) {
        return labels.stream().mapToInt(label -> lengths.getOrDefault(label, 1)).toArray();
    }

    private Tensor sum(Tensor... xs) {
        Part product = part(xs[0], equation.inputs().get(0));
        for (int i = 1; i < xs.length; i++) {
            List<Integer> needed = new ArrayList<>(equation.output());
            equation.inputs().subList(i + 1, xs.length).forEach(needed::addAll);
            product = times(product, part(xs[i], equation.inputs().get(i)), needed);
        }
        Part summed = without(product, equation.output());
        return ordered(summed, equation.output());
    }

    /** A tensor and the names of its dimensions, which differ. */
    private record Part(Tensor x, List<Integer> labels) {}

    /** An operand at full length, with the diagonal of indices that it repeats. */
    private Part part(Tensor x, List<Integer> labels) {
        Tensor wide = Broadcasting.expand("einsum", x.to(dtype), shape(labels));
        List<Integer> own = new ArrayList<>(new java.util.LinkedHashSet<>(labels));
        if (own.size() == labels.size()) {
            return new Part(wide, labels);
        }
        int[] positions = diagonal(this, own, labels);
        double[] out = new double[positions.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = wide.at(positions[i]);
        }
        return new Part(new Tensor(shape(own), out).to(dtype), own);
    }

    /** Summed over the dimensions that aren't needed. */
    private static Part without(Part part, List<Integer> needed) {
        Tensor x = part.x();
        List<Integer> labels = new ArrayList<>(part.labels());
        for (int axis = labels.size() - 1; axis >= 0; axis--) {
            if (!needed.contains(labels.get(axis))) {
                x = x.sum(axis);
                labels.remove(axis);
            }
        }
        return new Part(x, labels);
    }

    private Part times(Part a, Part b, List<Integer> needed) {
        List<Integer> neededOfA = new ArrayList<>(needed);
        neededOfA.addAll(b.labels());
        List<Integer> neededOfB = new ArrayList<>(needed);
        neededOfB.addAll(a.labels());
        Part left = without(a, neededOfA);
        Part right = without(b, neededOfB);
        List<Integer> shared = new ArrayList<>(left.labels());
        shared.retainAll(right.labels());
        List<Integer> stack = new ArrayList<>(shared);
        stack.retainAll(needed);
        shared.removeAll(stack);
        List<Integer> rows = new ArrayList<>(left.labels());
        rows.removeAll(right.labels());
        List<Integer> columns = new ArrayList<>(right.labels());
        columns.removeAll(left.labels());
        int count = shape(stack).size();
        int m = shape(rows).size();
        int k = shape(shared).size();
        int n = shape(columns).size();
        Tensor product = Products.matmul(
                ordered(left, joined(stack, rows, shared)).reshaped(Shape.of(count, m, k)),
                ordered(right, joined(stack, shared, columns)).reshaped(Shape.of(count, k, n)));
        List<Integer> labels = joined(stack, rows, columns);
        return new Part(product.reshaped(shape(labels)), labels);
    }

    @SafeVarargs
    private static List<Integer> joined(List<Integer>... lists) {
        List<Integer> all = new ArrayList<>();
        for (List<Integer> list : lists) {
            all.addAll(list);
        }
        return all;
    }

    private static Tensor ordered(Part part, List<Integer> labels) {
        return Rearranging.permute(
                part.x(), labels.stream().mapToInt(part.labels()::indexOf).toArray());
    }

    /**
     * An equation whose indices are numbers: those of letters, and of the dimensions under an ellipsis −1 for the last
     * one, −2 for the one before, and so on.
     */
    private record Equation(String text, List<List<Integer>> inputs, List<Integer> output) {

        static String name(int label) {
            return label < 0 ? "dimension " + label + " of the ellipsis" : "index " + (char) label;
        }

        static Equation of(String text, Tensor... xs) {
            Checks.present("einsum", "the equation", text);
            String bare = text.replace(" ", "");
            int arrow = bare.indexOf("->");
            String[] operands = (arrow < 0 ? bare : bare.substring(0, arrow)).split(",", -1);
            if (operands.length != xs.length) {
                throw new IllegalArgumentException("einsum: the equation " + text + " has " + operands.length
                        + (operands.length == 1 ? " operand" : " operands") + ", but there are " + xs.length);
            }
            List<List<Integer>> inputs = new ArrayList<>();
            int dots = 0;
            for (int i = 0; i < xs.length; i++) {
                int letters =
                        (int) operands[i].chars().filter(Character::isLetter).count();
                int rest = xs[i].rank() - letters;
                boolean ellipsis = operands[i].contains("...");
                if (rest < 0 || rest > 0 && !ellipsis) {
                    throw new ShapeMismatchException("einsum: operand " + i + " has shape " + xs[i].shape() + ", but "
                            + operands[i] + " in " + text + " has " + letters + " indices");
                }
                dots = Math.max(dots, ellipsis ? rest : 0);
                inputs.add(labels(text, operands[i], rest));
            }
            List<Integer> output = arrow < 0 ? implicit(inputs, dots) : labels(text, bare.substring(arrow + 2), dots);
            checkOutput(text, inputs, output);
            return new Equation(text, inputs, output);
        }

        private static List<Integer> labels(String text, String term, int dots) {
            List<Integer> labels = new ArrayList<>();
            String rest = term;
            while (!rest.isEmpty()) {
                if (rest.startsWith("...") && labels.stream().noneMatch(label -> label < 0)) {
                    for (int i = dots; i > 0; i--) {
                        labels.add(-i);
                    }
                    rest = rest.substring(3);
                } else if (Character.isLetter(rest.charAt(0))) {
                    labels.add((int) rest.charAt(0));
                    rest = rest.substring(1);
                } else {
                    throw new IllegalArgumentException("einsum: the equation " + text
                            + " may have letters, commas, one -> and in each term one ..., but not " + rest.charAt(0)
                            + " there");
                }
            }
            return labels;
        }

        /** What stands under an ellipsis, then the indices that occur once, in alphabetical order. */
        private static List<Integer> implicit(List<List<Integer>> inputs, int dots) {
            List<Integer> output = new ArrayList<>();
            for (int i = dots; i > 0; i--) {
                output.add(-i);
            }
            List<Integer> all = inputs.stream().flatMap(List::stream).toList();
            for (int label : new TreeSet<>(all)) {
                if (label > 0 && all.indexOf(label) == all.lastIndexOf(label)) {
                    output.add(label);
                }
            }
            return output;
        }

        private static void checkOutput(String text, List<List<Integer>> inputs, List<Integer> output) {
            for (int label : output) {
                if (inputs.stream().noneMatch(labels -> labels.contains(label))) {
                    throw new IllegalArgumentException(
                            "einsum: the result of " + text + " has " + name(label) + ", which no operand has");
                }
                if (output.indexOf(label) != output.lastIndexOf(label)) {
                    throw new IllegalArgumentException(
                            "einsum: the result of " + text + " has " + name(label) + " twice");
                }
            }
        }
    }
}
