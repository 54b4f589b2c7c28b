package dev.jacobi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Javadoc of generated members says may be thrown. */
class GeneratedDocsTest {
    private static final Pattern MEMBER = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+(?:@\\w+\\s+)*public (?:static )?[\\w.\\[\\]<>]+ (\\w+)\\(",
            Pattern.DOTALL);

    private static final String MODEL = """
            import dev.jacobi.Differentiable;
            import dev.jacobi.FixedPoint;

            class Model {
                static double root(double y) {
                    @FixedPoint double r = y;
                    while (Math.abs(r * r - y) > 1e-14 * y) r = (r + y / r) / 2;
                    return r;
                }
                @Differentiable(order = 2) static double area(double y) { return y * root(y); }
                @Differentiable static double slope(double y) { return AreaGrad.gradient(y) + y; }
                @Differentiable(order = 2) static double constant(double y, int n) { return y * root(n); }
                @Differentiable static double[] both(double[] y) { return new double[] {root(y[0]), root(y[1])}; }
                @Differentiable static void into(double[] y) { y[0] = root(y[1]); }
            }
            """;

    /** Who takes a derivative of a fixed point is told that it may not be there, and nobody else. */
    @ParameterizedTest
    @CsvSource({
        "AreaGrad, gradient valueAndGradient vjp jvp valueAndJvp pullback apply hvp hessian gradientInto",
        "SlopeGrad, gradient valueAndGradient vjp jvp valueAndJvp pullback apply gradientInto",
        "BothGrad, vjp jvp valueAndJvp pullback apply jacobian vjpInto",
        "IntoGrad, jvp vjpInto",
        "ConstantGrad, ''",
    })
    void fixedPointsMayNotBeThere(String generated, String members) {
        Compilation compilation = Javac.compile(List.of(SourceText.of(MODEL)));
        assertThat(compilation.succeeded()).as(compilation.text()).isTrue();
        assertThat(MEMBER.matcher(compilation.generated().get(generated))
                        .results()
                        .filter(member -> member.group(1).contains("@throws dev.jacobi.NotConvergedException"))
                        .map(GeneratedDocsTest::name))
                .containsExactlyInAnyOrder(members.isEmpty() ? new String[0] : members.split(" "));
    }

    private static String name(MatchResult member) {
        return member.group(2);
    }
}
