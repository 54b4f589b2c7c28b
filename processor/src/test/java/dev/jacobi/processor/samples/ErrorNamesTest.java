package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.rules.Rule;
import dev.jacobi.processor.rules.Rules;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import dev.jacobi.tensor.Index;
import dev.jacobi.tensor.Mask;
import dev.jacobi.tensor.Tensor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
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

/**
 * What an operation refuses, a derivative refuses under the name of the operation that the user called, though what the
 * operation is made of stands in its place: every operation that a rule defines by others, with operands of many
 * shapes, right and wrong ones.
 */
class ErrorNamesTest {
    private static final int CALLS = 300;

    /** Called by definitions only. */
    private static final Set<String> OF_DEFINITIONS = Set.of("pairSums");

    private static final List<Rule> RULES = Rules.all(Tensor.class.getName()).stream()
            .filter(Rule::isDefined)
            .filter(rule -> !OF_DEFINITIONS.contains(rule.name()))
            .toList();

    private static final Map<Class<?>, List<?>> VALUES = values();

    private static Map<Class<?>, List<?>> values() {
        Map<Class<?>, List<?>> values = new LinkedHashMap<>();
        List<Tensor> tensors = List.of(
                Tensor.of(1f, -2f, 3f),
                Tensor.of(new double[][] {{2, 1}, {-1, 3}}),
                Tensor.scalar(2.0),
                Tensor.zeros(0),
                Tensor.zeros(2, 0),
                Tensor.of(new float[][] {{1, 2, 3}, {4, 0, -1}}),
                Tensor.ones(2, 1, 3),
                Tensor.eye(3),
                Tensor.ones(2, 3, 2, 2),
                Tensor.of(1.0, 2.0));
        values.put(Tensor.class, tensors);
        values.put(
                Tensor[].class,
                List.of(
                        new Tensor[0],
                        new Tensor[] {tensors.get(0)},
                        new Tensor[] {tensors.get(1), tensors.get(1)},
                        new Tensor[] {tensors.get(0), tensors.get(1), tensors.get(5)}));
        values.put(
                Index.class,
                Arrays.asList(
                        null,
                        Index.of(),
                        Index.of(0, 1),
                        Index.of(1, -1, 0),
                        Index.of(-9),
                        Index.from(new int[] {1}),
                        Index.of(new int[][] {{0, 1}, {1, 0}})));
        values.put(Mask.class, Arrays.asList(null, Mask.eye(2), Mask.from(new boolean[] {true, false, true}, 3)));
        values.put(int.class, List.of(0, 1, 2, 3, -1, -2, 7));
        values.put(double.class, List.of(0.0, -1.5, 2.0, 0.5, Double.NaN, Double.POSITIVE_INFINITY));
        values.put(boolean.class, List.of(true, false));
        values.put(
                int[].class,
                Stream.of("", "0", "1", "3", "2 2", "2 3", "-1 2", "7")
                        .map(text -> Arrays.stream(text.split(" "))
                                .filter(word -> !word.isEmpty())
                                .mapToInt(Integer::parseInt)
                                .toArray())
                        .toList());
        values.put(RandomGenerator.class, Arrays.asList(null, new Random(1)));
        return values;
    }

    @Test
    void derivativesNameTheOperationThatWasCalled() throws ReflectiveOperationException {
        List<SourceText> sources = new ArrayList<>();
        for (int i = 0; i < RULES.size(); i++) {
            sources.add(SourceText.of(source(i)));
        }
        ClassLoader loader = Javac.compile(sources).loader();
        int refused = 0;
        List<String> surprises = new ArrayList<>();
        for (int i = 0; i < RULES.size(); i++) {
            Method primal = method(loader.loadClass("names.Calls" + i), "f");
            Class<?> derived = loader.loadClass("names.Calls" + i + "Grad");
            for (List<Object> operands : operands(primal)) {
                String name = refusing(primal, operands);
                refused += name.isEmpty() ? 0 : 1;
                String backward = refusing(method(derived, "gradient"), operands);
                String forward = refusing(method(derived, "jvp"), withDirections(operands));
                if (!backward.equals(name) || !forward.equals(name)) {
                    surprises.add(RULES.get(i).header() + described(operands) + ": " + name + ", but in gradient "
                            + backward + " and in jvp " + forward);
                }
            }
        }
        assertThat(String.join("\n", surprises)).isEmpty();
        assertThat(refused).isGreaterThan(1000);
    }

    private static String source(int i) {
        Rule rule = RULES.get(i);
        List<String> parameters = new ArrayList<>(rule.isStatic() ? List.of() : List.of("Tensor x"));
        rule.parameters().forEach(p -> parameters.add(p.replace("...", "[]")));
        List<String> names = rule.parameters().stream()
                .map(p -> p.substring(p.lastIndexOf(' ') + 1))
                .toList();
        return String.format(
                "package names; import dev.jacobi.*; import dev.jacobi.tensor.*; import java.util.random.*;%n"
                        + "public class Calls%1$d {%n  @Differentiable(\"Calls%1$dGrad\")%n"
                        + "  public static double f(%2$s) { return %3$s.%4$s(%5$s).sum().item(); }%n}%n",
                i,
                String.join(", ", parameters),
                rule.isStatic() ? "Tensor" : "x",
                rule.name(),
                String.join(", ", names));
    }

    private static Method method(Class<?> owner, String name) {
        return Stream.of(owner.getDeclaredMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(owner + " has no " + name));
    }

    /** All combinations, or as many chosen at random, always the same. */
    private static List<List<Object>> operands(Method primal) {
        List<List<?>> choices = Stream.of(primal.getParameterTypes())
                .map(ErrorNamesTest::choices)
                .toList();
        long count = choices.stream().mapToLong(List::size).reduce(1, (a, b) -> a * b);
        Random random = new Random(primal.toString().hashCode());
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

    /** What is differentiated by moves along itself. */
    private static List<Object> withDirections(List<Object> operands) {
        List<Object> all = new ArrayList<>(operands);
        operands.stream()
                .filter(o -> o instanceof Tensor || o instanceof Tensor[] || o instanceof Double)
                .forEach(all::add);
        return all;
    }

    /** The name with which the message of what a call throws begins; empty if it throws nothing. */
    private static String refusing(Method method, List<Object> operands) throws IllegalAccessException {
        try {
            method.setAccessible(true);
            method.invoke(null, operands.toArray());
            return "";
        } catch (InvocationTargetException e) {
            return String.valueOf(e.getCause().getMessage()).split(":")[0];
        }
    }

    private static String described(List<Object> operands) {
        return operands.stream()
                .map(o -> o instanceof Tensor t ? t.shape() : o instanceof int[] all ? Arrays.toString(all) : o)
                .map(o -> String.valueOf(o).replace("\n", " "))
                .toList()
                .toString();
    }
}
