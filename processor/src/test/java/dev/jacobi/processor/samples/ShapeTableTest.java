package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.ShapeMismatchException;
import dev.jacobi.tensor.Tensor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the compiler knows of shapes against what the runtime gives, for every operation that has a rule and for many
 * shapes, right and wrong ones: a new rule is tested by its calls in {@link TensorCalls}.
 *
 * <p>Each method claims that its result has nine dimensions, so that the message about that says what is known of it.
 */
class ShapeTableTest {
    private static final int IN_A_FILE = 50;
    private static final String CLAIM = "9, 9, 9, 9, 9, 9, 9, 9, 9";
    private static final Pattern INFERRED =
            Pattern.compile("the result must have the shape .* but this has the shape (\\[.*])");

    /**
     * Operations of which nothing is said, since only derivatives call them: their shapes are right by construction.
     */
    private static final Set<String> NOT_FOLLOWED = Set.of(
            "arrayOf",
            "avgPoolBar",
            "catFilled",
            "cofactors",
            "cofactorsAlong",
            "columnsFor",
            "convEnds",
            "convEndsBack",
            "convInputBar",
            "convWeightBar",
            "convolved",
            "corner",
            "cumprodBefore",
            "cumsumBack",
            "diagBack",
            "diffBack",
            "einsumBar",
            "expandAlong",
            "eyeLike",
            "indexBack",
            "indexSelectBack",
            "kronPairs",
            "logSoftmaxBar",
            "matmulBarLeft",
            "matmulBarRight",
            "nllLossBar",
            "padBack",
            "padCircularBack",
            "padReflectBack",
            "padReplicateBack",
            "pairPulls",
            "pairSlopes",
            "pairSquare",
            "pairSquareBack",
            "permuteBack",
            "placed",
            "placedAt",
            "placedInCorner",
            "prodOfOthers",
            "recurrence",
            "recurrenceBack",
            "restacked",
            "meshgridBack",
            "broadcastTensorsBack",
            "blockDiagBack",
            "shifted",
            "shiftedBack",
            "softmaxBar",
            "classLosses",
            "classSlopes",
            "stackFilled",
            "standardizedBar",
            "sumInterleaved",
            "sumTo",
            "symmetricPart",
            "takeAlongDimBack",
            "tieShare",
            "triangle",
            "uncat",
            "unstack",
            "unstacked",
            "unfoldBack",
            "unreduced",
            "untile");

    /** Operations whose result is as large as numbers say that aren't known before. */
    private static final Set<String> BY_NUMBERS = Set.of("arange", "maskedSelect");

    /** Operations that are followed, but whose operands aren't looked at as closely as the runtime does. */
    private static final Set<String> NOT_REFUSED =
            Set.of("along", "channelShuffle", "indexPut", "luRows", "luSolve", "maskedScatter");

    /** Operations, or overloads of them, of which less is known than may be: what is known is right. */
    private static final Set<String> NOT_ALL_FOLLOWED = Set.of(
            "adaptiveAvgPool1d",
            "adaptiveAvgPool2d",
            "adaptiveMaxPool1d",
            "adaptiveMaxPool2d",
            "attentionKeys",
            "averagedAlong",
            "averagedAlongBack",
            "batchNorm",
            "bernoulli",
            "binaryCrossEntropyWithLogits",
            "cosineEmbeddingLoss",
            "crossEntropy",
            "cumulativeTrapezoid",
            "dropout",
            "fitting",
            "fittingAlong",
            "fittingVectors",
            "gaussianNllLoss",
            "gaussianVariance",
            "glu",
            "groupNorm",
            "grouped",
            "hingeEmbeddingLoss",
            "image",
            "instanceNorm",
            "interpolateBilinear",
            "interpolateLinear",
            "interpolateNearest",
            "klDiv",
            "linear",
            "linearBias",
            "linearWeight",
            "marginRankingLoss",
            "max",
            "min",
            "multiDot",
            "nllLoss",
            "pairSums",
            "pixelShuffle",
            "pixelUnshuffle",
            "prelu",
            "preluSlopes",
            "renorm",
            "multilabelSoftMarginLoss",
            "pairwiseDistance",
            "perChannel",
            "pointSteps",
            "poissonNllLoss",
            "randLike",
            "randnLike",
            "rmsNorm",
            "scaledDotProductAttention",
            "softMarginLoss",
            "standardized",
            "tensordot",
            "trapezoid",
            "tripletMarginLoss",
            "unique");

    /** A call with shapes of its own, and what came of it. */
    private record Case(Call call, List<List<Integer>> shapes, boolean isAsGiven) {
        String operation() {
            return call.rule().name();
        }

        String parameters(boolean annotated) {
            List<String> parameters = new ArrayList<>();
            for (int i = 0; i < shapes.size(); i++) {
                Call.Operand operand = call.operands().get(i);
                String mark =
                        annotated && operand.type().equals("Tensor") ? "@Shape(\"" + text(shapes.get(i)) + "\") " : "";
                parameters.add(mark + operand.type() + " " + operand.name());
            }
            return String.join(", ", parameters);
        }

        private static String text(List<Integer> shape) {
            return shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }

        @Override
        public String toString() {
            return call.expression() + " with " + shapes;
        }
    }

    private static final List<Case> CASES = cases();
    private static final Map<Integer, Set<String>> MESSAGES = new TreeMap<>();
    private static final List<Object> RESULTS = new ArrayList<>();

    private static List<Case> cases() {
        Set<Case> cases = new LinkedHashSet<>();
        for (Call call : TensorCalls.all()) {
            boolean doubles = call.operands().stream().noneMatch(Call.Operand::isFloat);
            if (doubles && call.result().equals("Tensor")) {
                List<List<Integer>> shapes =
                        call.operands().stream().map(Call.Operand::shape).toList();
                cases.add(new Case(call, shapes, true));
                variants(call, shapes, cases);
            }
        }
        return List.copyOf(cases);
    }

    /** One operand longer, or of length 1, in one dimension, or of another rank. */
    private static void variants(Call call, List<List<Integer>> shapes, Set<Case> cases) {
        for (int i = 0; i < shapes.size(); i++) {
            if (!call.operands().get(i).type().equals("Tensor")) {
                continue;
            }
            List<Integer> shape = shapes.get(i);
            for (int dim = 0; dim < shape.size(); dim++) {
                for (int length : List.of(1, shape.get(dim) + 1)) {
                    List<Integer> other = new ArrayList<>(shape);
                    other.set(dim, length);
                    cases.add(new Case(call, with(shapes, i, other), false));
                }
            }
            List<Integer> more = new ArrayList<>(shape);
            more.add(0, 2);
            cases.add(new Case(call, with(shapes, i, more), false));
            if (!shape.isEmpty()) {
                cases.add(new Case(call, with(shapes, i, shape.subList(1, shape.size())), false));
            }
        }
    }

    private static List<List<Integer>> with(List<List<Integer>> shapes, int i, List<Integer> shape) {
        List<List<Integer>> changed = new ArrayList<>(shapes);
        changed.set(i, List.copyOf(shape));
        return changed;
    }

    private static List<SourceText> sources(String name, boolean annotated) {
        List<SourceText> sources = new ArrayList<>();
        for (int start = 0; start < CASES.size(); start += IN_A_FILE) {
            sources.add(SourceText.of(source(name + start, start, annotated)));
        }
        return sources;
    }

    private static String source(String name, int start, boolean annotated) {
        StringBuilder text = new StringBuilder("package shapes; import dev.jacobi.*; import dev.jacobi.Shape;"
                + " import dev.jacobi.tensor.*; final class " + name + " {\n");
        for (int i = start; i < Math.min(start + IN_A_FILE, CASES.size()); i++) {
            Case one = CASES.get(i);
            String marks = annotated ? "@Differentiable @Shape(\"" + CLAIM + "\") " : "";
            text.append(String.format(
                    "%sstatic Tensor m%d(%s) { return %s; }%n",
                    marks, i, one.parameters(annotated), one.call().expression()));
        }
        return text.append("}\n").toString();
    }

    @BeforeAll
    static void compileAndRun() throws ReflectiveOperationException {
        Compilation checked = Javac.compile(sources("Claimed", true), "-Xmaxerrs", "100000", "-Xmaxwarns", "1");
        for (Diagnostic<? extends JavaFileObject> diagnostic : checked.diagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                String file = diagnostic.getSource().getName();
                int start = Integer.parseInt(file.replaceAll("[^0-9]", ""));
                int number = start + (int) diagnostic.getLineNumber() - 2;
                String message = diagnostic.getMessage(Locale.ROOT);
                MESSAGES.computeIfAbsent(number, i -> new TreeSet<>())
                        .add(message.lines().findFirst().orElse(""));
            }
        }
        ClassLoader plain = Javac.compile(sources("Plain", false)).loader();
        for (int start = 0; start < CASES.size(); start += IN_A_FILE) {
            Map<String, Method> methods = Arrays.stream(
                            plain.loadClass("shapes.Plain" + start).getDeclaredMethods())
                    .collect(Collectors.toMap(Method::getName, m -> m));
            for (int i = start; i < Math.min(start + IN_A_FILE, CASES.size()); i++) {
                Method method = methods.get("m" + i);
                method.setAccessible(true);
                RESULTS.add(result(method, CASES.get(i)));
            }
        }
    }

    private static Object result(Method method, Case one) throws IllegalAccessException {
        Random random = new Random(1);
        Object[] arguments = new Object[one.shapes().size()];
        for (int i = 0; i < arguments.length; i++) {
            Call.Operand operand = one.call().operands().get(i);
            double low = one.call().rule().domain().low(operand.index());
            double high = one.call().rule().domain().high(operand.index());
            int[] shape = one.shapes().get(i).stream().mapToInt(d -> d).toArray();
            arguments[i] = operand.type().equals("Tensor")
                    ? Tensor.rand(random, DType.FLOAT64, shape).mul(high - low).add(low)
                    : operand.type().equals("float") ? (Object) (float) (low + high) : (Object) ((low + high) / 2);
        }
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    private static String inferred(int i) {
        for (String message : MESSAGES.getOrDefault(i, Set.of())) {
            Matcher matcher = INFERRED.matcher(message);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return "[...]";
    }

    private static Set<String> refusals(int i) {
        return MESSAGES.getOrDefault(i, Set.of()).stream()
                .filter(message -> message.startsWith("[jacobi:shapes]")
                        && !INFERRED.matcher(message).find())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Never is a right program refused, or another shape known than the right one. */
    @Test
    void isRightWhereTheRuntimeGivesSomething() {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < CASES.size(); i++) {
            if (RESULTS.get(i) instanceof Tensor tensor) {
                if (!refusals(i).isEmpty()) {
                    wrong.add(CASES.get(i) + " is refused: " + refusals(i));
                }
                if (!allows(inferred(i), tensor.shape().toArray())) {
                    wrong.add(CASES.get(i) + " has shape " + tensor.shape() + ", not " + inferred(i));
                }
            }
        }
        assertThat(String.join("\n", wrong)).isEmpty();
    }

    /** {@code [..., ?, 3]} allows all shapes whose last dimension is 3, of two dimensions at least. */
    private static boolean allows(String known, int[] shape) {
        List<String> words =
                new ArrayList<>(List.of(known.substring(1, known.length() - 1).split(", ")));
        words.remove("");
        boolean open = words.remove("...");
        if (open ? words.size() > shape.length : words.size() != shape.length) {
            return false;
        }
        for (int i = 1; i <= words.size(); i++) {
            String word = words.get(words.size() - i);
            if (!word.equals("?") && Integer.parseInt(word) != shape[shape.length - i]) {
                return false;
            }
        }
        return true;
    }

    /** The calls of the rules' tests are known exactly. */
    @Test
    void knowsWhatUsersCall() {
        Set<String> unknown = new TreeSet<>();
        for (int i = 0; i < CASES.size(); i++) {
            Case one = CASES.get(i);
            if (one.isAsGiven()
                    && RESULTS.get(i) instanceof Tensor tensor
                    && !inferred(i).equals(tensor.shape().toString())
                    && !NOT_FOLLOWED.contains(one.operation())
                    && !BY_NUMBERS.contains(one.operation())
                    && !NOT_ALL_FOLLOWED.contains(one.operation())) {
                unknown.add(one + " has shape " + tensor.shape() + ", of which is known " + inferred(i));
            }
        }
        assertThat(String.join("\n", unknown)).isEmpty();
    }

    /** What can't fit is refused. */
    @Test
    void refusesWhatTheRuntimeRefuses() {
        Set<String> missed = new TreeSet<>();
        for (int i = 0; i < CASES.size(); i++) {
            boolean shown = RESULTS.get(i) instanceof ShapeMismatchException
                    || RESULTS.get(i) instanceof IndexOutOfBoundsException e
                            && String.valueOf(e.getMessage()).contains("no dimension");
            String operation = CASES.get(i).operation();
            if (shown
                    && refusals(i).isEmpty()
                    && !NOT_FOLLOWED.contains(operation)
                    && !NOT_REFUSED.contains(operation)
                    && !NOT_ALL_FOLLOWED.contains(operation)) {
                missed.add(CASES.get(i) + ": " + RESULTS.get(i));
            }
        }
        assertThat(String.join("\n", missed)).isEmpty();
    }
}
