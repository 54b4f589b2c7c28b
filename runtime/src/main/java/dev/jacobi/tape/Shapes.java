package dev.jacobi.tape;

import dev.jacobi.tensor.Shape;
import dev.jacobi.tensor.ShapeMismatchException;
import dev.jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @Shape} says of the parameters of a method, checked where its generated members are called. Generated
 * code calls these methods; they are not meant to be called by hand.
 */
public final class Shapes {

    /** In the place of a length that may be any; names are below. */
    private static final int ANY = -1;

    private final Parameter[] parameters;
    private final int names;

    /**
     * One tensor.
     *
     * @param name what messages call it
     * @param text what its {@code @Shape} says
     * @param open whether there may be dimensions before the others
     * @param dims lengths, {@link #ANY}, or less for a name: {@code ANY - 1} for the first one
     * @param words the same as they are written
     */
    private record Parameter(String name, String text, boolean open, int[] dims, String[] words) {}

    private Shapes(Parameter[] parameters, int names) {
        this.parameters = parameters;
        this.names = names;
    }

    /** The name of each tensor, followed by what its {@code @Shape} says. */
    public static Shapes of(String... namesAndTexts) {
        List<String> names = new ArrayList<>();
        Parameter[] parameters = new Parameter[namesAndTexts.length / 2];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = parameter(namesAndTexts[2 * i], namesAndTexts[2 * i + 1], names);
        }
        return new Shapes(parameters, names.size());
    }

    private static Parameter parameter(String name, String text, List<String> names) {
        String[] words = text.isBlank() ? new String[0] : text.strip().split("\\s*,\\s*");
        boolean open = words.length > 0 && words[0].equals("...");
        String[] own = open ? Arrays.copyOfRange(words, 1, words.length) : words;
        int[] dims = new int[own.length];
        for (int i = 0; i < own.length; i++) {
            dims[i] = dim(own[i], names);
        }
        return new Parameter(name, text, open, dims, own);
    }

    private static int dim(String word, List<String> names) {
        if (Character.isDigit(word.charAt(0))) {
            return Integer.parseInt(word);
        }
        if (word.equals("?")) {
            return ANY;
        }
        if (!names.contains(word)) {
            names.add(word);
        }
        return ANY - 1 - names.indexOf(word);
    }

    /**
     * Throws unless the tensors, in order, have the shapes that were promised: the same length for one name.
     *
     * @param member whose arguments they are
     * @throws ShapeMismatchException which names the member, the parameter and both shapes
     */
    public void check(String member, @Nullable Tensor... tensors) {
        int[] lengths = new int[names];
        Parameter[] owners = new Parameter[names];
        for (int i = 0; i < parameters.length; i++) {
            Tensor tensor = tensors[i];
            if (tensor != null) { // a part of a record, which is refused where it is used
                check(member, parameters[i], tensor.shape(), lengths, owners);
            }
        }
    }

    /** @param owners where each name was met first; null before */
    private static void check(
            String member, Parameter parameter, Shape shape, int[] lengths, @Nullable Parameter[] owners) {
        int before = shape.rank() - parameter.dims.length;
        if (parameter.open ? before < 0 : before != 0) {
            throw mismatch(member, parameter, shape, "");
        }
        for (int i = 0; i < parameter.dims.length; i++) {
            int dim = parameter.dims[i];
            int length = shape.dim(before + i);
            if (dim >= 0 && dim != length) {
                throw mismatch(member, parameter, shape, "");
            }
            if (dim < ANY) {
                int name = ANY - 1 - dim;
                Parameter owner = owners[name];
                if (owner != null && lengths[name] != length) {
                    String why = "; " + parameter.words[i] + " is " + lengths[name] + " in " + owner.name;
                    throw mismatch(member, parameter, shape, why);
                }
                owners[name] = owner == null ? parameter : owner;
                lengths[name] = length;
            }
        }
    }

    private static ShapeMismatchException mismatch(String member, Parameter parameter, Shape shape, String why) {
        return new ShapeMismatchException(member + ": " + parameter.name + " has shape " + shape
                + " but must have the shape [" + parameter.text.strip() + "], as its @Shape says" + why);
    }
}
