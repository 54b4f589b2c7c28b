package dev.jacobi.processor.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loops write in the memory of tensors that nothing reads any more, and only there; bits are those without loops. */
@TestInstance(Lifecycle.PER_CLASS)
class ReusingTest {
    /** With three columns on both sides of a block's length, and enough to be shared among cores. */
    private static final List<Integer> LENGTHS = List.of(3, 170, 171, 1400, 66_000);

    private final BothWays methods = new BothWays("Reuses");

    record Case(String method, int length, DType dtype) {}

    List<Case> cases() throws ReflectiveOperationException {
        List<Case> cases = new ArrayList<>();
        for (String method : methods()) {
            for (int length : LENGTHS) {
                for (DType dtype : DType.values()) {
                    cases.add(new Case(method, length, dtype));
                }
            }
        }
        return cases;
    }

    List<String> methods() throws ReflectiveOperationException {
        return methods.methods("Reuses").stream()
                .filter(name -> name.startsWith("reuses") || name.startsWith("keeps"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheBitsOfTheOperationsOneByOne(Case tested) throws ReflectiveOperationException {
        RandomGenerator random = new Random(7);
        Tensor x = Tensor.randn(random, tested.length).to(tested.dtype);
        Tensor y = Tensor.randn(random, tested.length).to(tested.dtype);
        for (double s : new double[] {0.7, -0.3}) {
            assertThat(methods.fused(tested.method, x, y, s)).isEqualTo(methods.apart(tested.method, x, y, s));
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void givesTheJacobianOfTheOperationsOneByOne(String method) throws ReflectiveOperationException {
        RandomGenerator random = new Random(7);
        Tensor x = Tensor.randn(random, 171).to(DType.FLOAT64);
        Tensor y = Tensor.randn(random, 171).to(DType.FLOAT64);
        assertThat(methods.jacobian(true, method, x, y, 0.7)).isEqualTo(methods.jacobian(false, method, x, y, 0.7));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void writesWhereNothingReads(String method) {
        String text = text(method);
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

    private String text(String method) {
        String name = Character.toUpperCase(method.charAt(0)) + method.substring(1) + "Grad";
        return methods.fused().generated().get("fuse." + name);
    }

    private static String constructor(String text, String loop) {
        String from = text.substring(text.indexOf("private " + loop + "() {"));
        return from.substring(0, from.indexOf("}"));
    }
}
