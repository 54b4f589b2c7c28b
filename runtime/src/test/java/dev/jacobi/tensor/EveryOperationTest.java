package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every public operation, whatever it is given, gives a value or throws an exception of a documented kind that names
 * the operation: a table of all methods by operands that are null, empty, 0-d, of other shapes and types, NaN,
 * infinite, and numbers that lead to sizes past 2³¹.
 */
class EveryOperationTest {
    private static final int CALLS = 250;

    private static final Tensor VECTOR = Tensor.of(1f, -2f, 3f);
    private static final Tensor SQUARE = Tensor.of(new double[][] {{2, 1}, {-1, 3}});

    /** What is tried for a parameter of each type. */
    private static final Map<Class<?>, List<?>> VALUES = values();

    private static Map<Class<?>, List<?>> values() {
        Map<Class<?>, List<?>> values = new LinkedHashMap<>();
        List<Tensor> tensors = tensors();
        values.put(Tensor.class, tensors);
        values.put(Tensor[].class, arrays(Tensor.class, tensors));
        List<Index> indices = Arrays.asList(
                null,
                Index.of(),
                Index.of(0, 1),
                Index.of(1, -1, 0),
                Index.of(-9),
                Index.from(new int[] {1}),
                Index.of(new int[][] {{0, 1}, {1, 0}}),
                Index.of(Integer.MAX_VALUE, Integer.MIN_VALUE));
        values.put(Index.class, indices);
        values.put(Index[].class, arrays(Index.class, indices));
        values.put(
                Mask.class,
                Arrays.asList(
                        null,
                        Mask.eye(2),
                        Mask.eye(0),
                        Mask.from(new boolean[] {true}),
                        Mask.from(new boolean[] {true, false, true}, 3)));
        values.put(int.class, List.of(0, 1, 2, 3, -1, -2, 7, -70_000, 70_000, Integer.MIN_VALUE));
        values.put(double.class, List.of(0.0, -1.5, 2.0, Double.NaN, Double.POSITIVE_INFINITY, 1e300));
        values.put(float.class, List.of(0f, -1.5f, Float.NaN));
        values.put(boolean.class, List.of(true, false));
        values.put(
                int[].class,
                Arrays.asList(
                        ints(),
                        ints(0),
                        ints(1),
                        ints(2, 3),
                        ints(3, 2),
                        ints(-1),
                        ints(1, 0),
                        ints(-1, 2),
                        ints(70_000, 70_000),
                        ints(0, 70_000, 70_000),
                        ints(Integer.MIN_VALUE, 1),
                        ints(2, 1, 3),
                        ints(Integer.MAX_VALUE, Integer.MAX_VALUE),
                        ints(1, 1, 1, 1),
                        null));
        values.put(int[][].class, Arrays.asList(null, new int[0][], new int[][] {{1, 2}, {3}}, new int[][] {null}));
        values.put(boolean[].class, Arrays.asList(null, new boolean[0], new boolean[] {true, false}));
        values.put(float[].class, Arrays.asList(null, new float[0], new float[] {1, Float.NaN}, new float[6]));
        values.put(double[].class, Arrays.asList(null, new double[0], new double[] {1, 2}, new double[6]));
        values.put(float[][].class, Arrays.asList(null, new float[0][], new float[][] {{1, 2}, {3}}, new float[][] {
            {1}, null
        }));
        values.put(double[][].class, Arrays.asList(null, new double[0][], new double[][] {{1, 2}, {3}}, new double[][] {
            null, {1}
        }));
        values.put(
                String.class,
                Arrays.asList(null, "", "ij->ji", "i,i->", "ij,jk->ik", "ab,b", "...", "i->", "i j ->", "1"));
        values.put(
                Convolution.class,
                Arrays.asList(null, Convolution.PLAIN, new Convolution(2, 1, 1, 1), new Convolution(1, 0, 2, 2)));
        values.put(RandomGenerator.class, Arrays.asList(null, new Random(1)));
        values.put(Object.class, Arrays.asList(null, "x", VECTOR));
        return values;
    }

    private static List<Tensor> tensors() {
        return Arrays.asList(
                VECTOR,
                SQUARE,
                null,
                Tensor.scalar(2.0),
                Tensor.zeros(0),
                Tensor.zeros(2, 0),
                Tensor.zeros(DType.FLOAT64, 0, 3),
                Tensor.of(new float[][] {{1, Float.NaN, 3}, {Float.POSITIVE_INFINITY, 0, -0f}}),
                Tensor.of(Double.NaN, Double.NEGATIVE_INFINITY),
                Tensor.ones(2, 1, 3),
                Tensor.eye(3),
                Tensor.zeros(70_000, 1),
                Tensor.zeros(70_000));
    }

    private static int[] ints(int... values) {
        return values;
    }

    /** No array, one of nothing, of one, of two alike, of different ones, and with null. */
    @SuppressWarnings("unchecked")
    private static <T> List<T[]> arrays(Class<T> type, List<@Nullable T> elements) {
        List<List<@Nullable T>> contents = List.of(
                List.of(),
                List.of(Objects.requireNonNull(elements.get(1))),
                Arrays.asList(elements.get(1), elements.get(1)),
                Arrays.asList(elements.get(1), elements.get(3)),
                Arrays.asList(elements.get(3), elements.get(4), elements.get(5)),
                Arrays.asList(elements.get(1), elements.get(2), elements.get(2), elements.get(0)));
        List<T[]> arrays = new ArrayList<>();
        arrays.add(null);
        contents.forEach(c -> arrays.add(c.toArray((T[]) Array.newInstance(type, 0))));
        return arrays;
    }

    /** Called by derivatives only, on what fits; what they are made of may name itself. */
    private static final Set<String> USED_BY_DERIVATIVES = Set.of(
            "matmulBarLeft",
            "matmulBarRight",
            "tieShare",
            "uncat",
            "unstack",
            "unstacked",
            "restacked",
            "meshgridBack",
            "broadcastTensorsBack",
            "divOrZero",
            "columnsFor",
            "nllLossBar",
            "reduced",
            "unreduced",
            "kthPositions",
            "maxPoolPositions",
            "medianPositions",
            "quantilePositions",
            "randNormal",
            "randUniform",
            "runningPositions",
            "sortPositions",
            "topkPositions",
            "einsumBar",
            "innerEquation",
            "kronEquation",
            "kronPairs",
            "tensordotEquation",
            "standardizedBar",
            "attentionFuture",
            "attentionKeys",
            "attentionUnseen",
            "batchNormDims",
            "dropoutKept",
            "gluHalf",
            "grouped",
            "instanceNormDims",
            "linearBias",
            "linearWeight",
            "normalizeBy",
            "rmsNormDims",
            "covariances",
            "extremePositions",
            "multiDotLeft",
            "pointSteps",
            "singularValues",
            "adaptiveMaxPositions",
            "along",
            "alongOwn",
            "broadcastWith",
            "cosines",
            "averagedAlong",
            "image",
            "nearest",
            "neighbours",
            "neighbourShares",
            "classWeights",
            "classLosses",
            "classSlopes",
            "classesDim",
            "equalShape",
            "fitting",
            "fittingAlong",
            "fittingVectors",
            "gaussianVariance",
            "knownTargets",
            "smoothing",
            "preluSlopes",
            "renormDims",
            "gumbelNoise",
            "convEnds",
            "convEndsBack",
            "channelMeans",
            "channelMeansBack",
            "marginPower",
            "otherClasses",
            "luRows",
            "regularFactor",
            "perChannel");

    /** Second names, whose messages have the first. */
    private static final Map<String, String> FIRST_NAMES = Map.of(
            "subtract", "sub",
            "multiply", "mul",
            "divide", "div",
            "moveaxis", "movedim",
            "concat", "cat",
            "less", "lt",
            "lessEqual", "le",
            "greater", "gt",
            "greaterEqual", "ge",
            "notEqual", "ne");

    static List<Method> operations() {
        return Stream.of(Tensor.class, Mask.class, Index.class)
                .flatMap(c -> Stream.of(c.getDeclaredMethods()))
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    @Test
    void thereAreOperations() {
        assertThat(operations()).hasSizeGreaterThan(150);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void givesAValueOrSaysWhatIsWrong(Method operation) {
        List<String> surprises = new ArrayList<>();
        for (List<Object> operands : operands(operation)) {
            String surprise = surprise(operation, operands);
            if (!surprise.isEmpty() && surprises.size() < 5) {
                surprises.add(surprise);
            }
        }
        assertThat(surprises).isEmpty();
    }

    /** All combinations, or as many chosen at random, always the same. The first is the receiver. */
    private static List<List<Object>> operands(Method operation) {
        List<List<?>> choices = new ArrayList<>();
        if (!Modifier.isStatic(operation.getModifiers())) {
            choices.add(Objects.requireNonNull(VALUES.get(operation.getDeclaringClass())).stream()
                    .filter(Objects::nonNull)
                    .toList());
        }
        for (Class<?> type : operation.getParameterTypes()) {
            choices.add(choices(type));
        }
        long count = choices.stream().mapToLong(List::size).reduce(1, (a, b) -> a * b);
        Random random = new Random(operation.toString().hashCode());
        List<List<Object>> combinations = new ArrayList<>();
        for (long i = 0; i < Math.min(count, CALLS); i++) {
            long number = count <= CALLS ? i : Math.floorMod(random.nextLong(), count);
            List<Object> operands = new ArrayList<>();
            for (List<?> choice : choices) {
                operands.add(choice.get((int) (number % choice.size())));
                number /= choice.size();
            }
            combinations.add(operands);
        }
        return combinations;
    }

    private static List<?> choices(Class<?> type) {
        if (type.isEnum()) {
            List<@Nullable Object> constants = new ArrayList<>(Arrays.asList(type.getEnumConstants()));
            constants.add(null);
            return constants;
        }
        return Objects.requireNonNull(VALUES.get(type), () -> "say here what to try for " + type);
    }

    /** Empty if the call does what it should. */
    private static String surprise(Method operation, List<Object> operands) {
        boolean isStatic = Modifier.isStatic(operation.getModifiers());
        Object[] arguments = operands.subList(isStatic ? 0 : 1, operands.size()).toArray();
        try {
            Object result = operation.invoke(isStatic ? null : operands.get(0), arguments);
            boolean whole = !(result instanceof Tensor t) || Array.getLength(t.data()) == t.size();
            return whole ? "" : described(operation, operands) + " gives other elements than its shape says";
        } catch (InvocationTargetException e) {
            return isClear(operation, e.getCause(), operands)
                    ? ""
                    : described(operation, operands) + " throws " + e.getCause() + where(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isClear(Method operation, Throwable thrown, List<Object> operands) {
        if (thrown instanceof OutOfMemoryError) { // a tensor of so many elements may be, on a larger machine
            return operands.stream().anyMatch(EveryOperationTest::isHuge);
        }
        boolean documented = thrown.getClass() == ShapeMismatchException.class
                || thrown.getClass() == IndexOutOfBoundsException.class
                || thrown.getClass() == IllegalArgumentException.class
                || thrown.getClass() == NullPointerException.class
                || thrown.getClass() == ArithmeticException.class;
        String message = String.valueOf(thrown.getMessage());
        return documented
                && (message.startsWith(FIRST_NAMES.getOrDefault(operation.getName(), operation.getName()) + ": ")
                        || USED_BY_DERIVATIVES.contains(operation.getName()) && message.matches("[^:]*: .*"));
    }

    private static boolean isHuge(Object operand) {
        return operand instanceof Integer i && i == Integer.MIN_VALUE
                || operand instanceof int[] all && Arrays.stream(all).anyMatch(i -> i == Integer.MAX_VALUE);
    }

    private static String where(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0] + (trace.length > 1 ? " from " + trace[1] : "");
    }

    private static String described(Method operation, List<Object> operands) {
        return operation.getName()
                + operands.stream().map(EveryOperationTest::described).toList();
    }

    private static String described(Object operand) {
        if (operand instanceof Tensor t) {
            return t.dtype().tensorName() + t.shape();
        }
        if (operand instanceof Object[] all) {
            return Stream.of(all).map(EveryOperationTest::described).toList().toString();
        }
        return operand instanceof int[] all
                ? Arrays.toString(all)
                : String.valueOf(operand).replace("\n", " ");
    }
}
