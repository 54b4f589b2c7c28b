package dev.jacobi.processor.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Loops write in the memory of tensors that nothing reads any more, and only there; other memory of such tensors is
 * released. Bits are those without loops: the runtime makes NaNs of what is released, however small.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ReusingTest {
    /** With three columns on both sides of a block's length, and enough to be shared among cores. */
    private static final List<Integer> LENGTHS = List.of(3, 170, 171, 1400, 66_000);

    private final Map<String, BothWays> files =
            Map.of("Reuses", new BothWays("Reuses"), "Releases", new BothWays("Releases"));

    record Of(String file, String method) {}

    record Case(Of of, int length, DType dtype) {}

    List<Case> cases() throws ReflectiveOperationException {
        List<Case> cases = new ArrayList<>();
        for (Of method : methods()) {
            for (int length : LENGTHS) {
                for (DType dtype : DType.values()) {
                    cases.add(new Case(method, length, dtype));
                }
            }
        }
        return cases;
    }

    List<Of> methods() throws ReflectiveOperationException {
        List<Of> methods = new ArrayList<>(reusing());
        methods.addAll(releasing());
        return methods;
    }

    List<Of> reusing() throws ReflectiveOperationException {
        return methods("Reuses", "reuses");
    }

    List<Of> releasing() throws ReflectiveOperationException {
        return methods("Releases", "releases");
    }

    private List<Of> methods(String file, String verb) throws ReflectiveOperationException {
        return files.get(file).methods(file).stream()
                .filter(name -> name.startsWith(verb) || name.startsWith("keeps"))
                .map(name -> new Of(file, name))
                .toList();
    }

    private BothWays ways(Of method) {
        return files.get(method.file);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheBitsOfTheOperationsOneByOne(Case tested) throws ReflectiveOperationException {
        RandomGenerator random = new Random(7);
        Tensor x = Tensor.randn(random, tested.length).to(tested.dtype);
        Tensor y = Tensor.randn(random, tested.length).to(tested.dtype);
        for (double s : new double[] {0.7, -0.3}) {
            BothWays ways = ways(tested.of);
            assertThat(ways.fused(tested.of.method, x, y, s)).isEqualTo(ways.apart(tested.of.method, x, y, s));
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void givesTheJacobianOfTheOperationsOneByOne(Of of) throws ReflectiveOperationException {
        RandomGenerator random = new Random(7);
        Tensor x = Tensor.randn(random, 171).to(DType.FLOAT64);
        Tensor y = Tensor.randn(random, 171).to(DType.FLOAT64);
        assertThat(ways(of).jacobian(true, of.method, x, y, 0.7))
                .isEqualTo(ways(of).jacobian(false, of.method, x, y, 0.7));
    }

    @ParameterizedTest
    @MethodSource("reusing")
    void writesWhereNothingReads(Of of) {
        String method = of.method;
        String text = text(of);
        if (method.startsWith("reuses")) {
            assertThat(text).contains("reuses(");
        }
        String forward =
                text.substring(text.indexOf("static Pullback pullback("), text.indexOf("return new Pullback("));
        boolean kept = forward.lines()
                .filter(line -> line.contains("Loop") && line.contains(".run("))
                .map(line -> line.substring(line.indexOf("Loop"), line.indexOf(".run(")))
                .noneMatch(loop -> constructor(text, loop).contains("reuses("));
        if (method.startsWith("keeps")) {
            assertThat(kept).as(forward).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("releasing")
    void releasesWhatNothingReads(Of of) {
        assertThat(text(of).lines().anyMatch(line -> line.matches(".*\\brelease\\(.*\\bp\\b.*")))
                .isEqualTo(of.method.startsWith("releases"));
    }

    private String text(Of of) {
        String name = Character.toUpperCase(of.method.charAt(0)) + of.method.substring(1) + "Grad";
        return ways(of).fused().generated().get("fuse." + name);
    }

    private static String constructor(String text, String loop) {
        String from = text.substring(text.indexOf("private " + loop + "() {"));
        return from.substring(0, from.indexOf("}"));
    }
}
