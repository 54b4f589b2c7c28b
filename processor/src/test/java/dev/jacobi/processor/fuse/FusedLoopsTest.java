package dev.jacobi.processor.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values, gradients and tangents bit for bit those of the operations one by one: for lengths on both sides of a block,
 * for both types and their mixture, for operands that stretch, and for those that make the loop give up.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FusedLoopsTest {
    private static final List<Integer> LENGTHS = List.of(3, 4, 511, 512, 513, 1537, 4097, 66_000);

    private final Compilation fused = compile();
    private final Compilation apart = compile("-Ajacobi.without=fused-loops");
    private final ClassLoader ofFused = fused.loader();
    private final ClassLoader ofApart = apart.loader();

    private static Compilation compile(String... options) {
        try {
            String source = Files.readString(Path.of("src/test/resources/fuse/Chains.java"));
            return Javac.compile(List.of(SourceText.of(source)), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A method on operands of given kinds. */
    record Case(String method, int length, DType x, DType y, boolean stretches) {}

    List<Case> cases() throws ReflectiveOperationException {
        List<Case> cases = new ArrayList<>();
        for (Method method : ofFused.loadClass("fuse.Chains").getDeclaredMethods()) {
            for (int length : LENGTHS) {
                for (DType x : DType.values()) {
                    for (DType y : DType.values()) {
                        boolean rows = method.getName().equals("layer");
                        cases.add(new Case(method.getName(), length, x, y, false));
                        if (!rows) {
                            cases.add(new Case(method.getName(), length, x, y, true));
                        }
                    }
                }
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheBitsOfTheOperationsOneByOne(Case tested) throws ReflectiveOperationException {
        RandomGenerator random = new Random(7);
        Tensor x = Tensor.randn(random, tested.length).to(tested.x);
        Tensor y = Tensor.randn(random, tested.stretches ? 1 : tested.length).to(tested.y);
        for (double s : new double[] {0.7, -0.3}) {
            Object[] given = {x, y, s};
            assertThat(pulled(ofFused, tested.method, given)).isEqualTo(pulled(ofApart, tested.method, given));
            Object[] along = {x, y, s, x.neg(), y.mul(2), 1.5};
            assertThat(call(ofFused, tested.method, "jvp", along))
                    .isEqualTo(call(ofApart, tested.method, "jvp", along));
        }
    }

    /** The value, and the derivative for a seed that is no constant. */
    private static List<Object> pulled(ClassLoader loader, String method, Object... given)
            throws ReflectiveOperationException {
        Object pullback = call(loader, method, "pullback", given);
        Object value = read(pullback, "value");
        Object seed = value instanceof Tensor tensor ? tensor.mul(0.3).add(1) : (Object) 1.5;
        Method apply = Arrays.stream(pullback.getClass().getMethods())
                .filter(m -> m.getName().equals("apply"))
                .findFirst()
                .orElseThrow();
        apply.setAccessible(true);
        Object gradient = apply.invoke(pullback, seed);
        return List.of(value, read(gradient, "x"), read(gradient, "y"), read(gradient, "s"));
    }

    private static Object read(Object record, String component) throws ReflectiveOperationException {
        Method getter = record.getClass().getMethod(component);
        getter.setAccessible(true);
        return getter.invoke(record);
    }

    private static Object call(ClassLoader loader, String method, String member, Object... given)
            throws ReflectiveOperationException {
        String name = "fuse." + Character.toUpperCase(method.charAt(0)) + method.substring(1) + "Grad";
        for (Method candidate : loader.loadClass(name).getMethods()) {
            if (candidate.getName().equals(member)) {
                candidate.setAccessible(true);
                try {
                    return candidate.invoke(null, given);
                } catch (InvocationTargetException e) {
                    throw new AssertionError(e.getCause());
                }
            }
        }
        throw new NoSuchMethodException(name + "." + member);
    }

    /** Without loops the comparison would say nothing. */
    @Test
    void everyMethodHasLoops() {
        assertThat(fused.generated())
                .isNotEmpty()
                .allSatisfy((name, text) -> assertThat(text).as(name).contains("extends FusedLoop"));
        assertThat(apart.generated())
                .allSatisfy((name, text) -> assertThat(text).as(name).doesNotContain("FusedLoop"));
    }

    /** What stands between the first operation and the last makes no tensor. */
    @Test
    void aChainIsOneLoop() {
        String text = fused.generated().get("fuse.QuarticGrad");
        String pullback = text.substring(text.indexOf("Pullback pullback("), text.indexOf("new Pullback("));
        assertThat(pullback)
                .contains("Tensor[] loop = Loop")
                .doesNotContain(".pow(")
                .doesNotContain(".mul(");
    }

    /** Nothing is made of what is only summed, and the value and its gradient come out of one pass. */
    @Test
    void aTotalAndItsGradientAreOneLoop() {
        String text = fused.generated().get("fuse.TotalGrad");
        String gradient = text.substring(
                text.indexOf("ValueAndGradient valueAndGradient("), text.indexOf("new ValueAndGradient("));
        assertThat(gradient)
                .containsOnlyOnce(".run(")
                .doesNotContain("seed")
                .doesNotContain(".sum(")
                .doesNotContain(".mul(");
        assertThat(text).contains("Total.SUM").contains("valueLanes[i] += ");
    }
}
