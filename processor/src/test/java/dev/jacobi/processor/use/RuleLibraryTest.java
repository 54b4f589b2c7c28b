package dev.jacobi.processor.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Derivatives written by hand in a jar of their own, for its own methods and for those of a third jar. */
class RuleLibraryTest {

    private static final String RULES = """
            package acme;
            import dev.jacobi.DerivativeOf;
            import org.apache.commons.math3.special.*;
            public final class Rules {
                @DerivativeOf(type = Erf.class, method = "erf") public static double erf(double x) {
                    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
                }
                @DerivativeOf(type = Gamma.class, method = "logGamma") public static double logGamma(double x) {
                    return Gamma.digamma(x);
                }
                @DerivativeOf(type = Rules.class, method = "logGamma") public static double ofTheRule(double x) {
                    return Gamma.trigamma(x);
                }
                public static double norm(double[] a) { return Math.hypot(a[0], a[1]); }
                @DerivativeOf(type = Rules.class, method = "norm", form = DerivativeOf.Form.VJP)
                public static double[] normVjp(double[] a, double value, double seed) {
                    return new double[] {seed * a[0] / value, seed * a[1] / value};
                }
                public static double area(double x, double y) { return x * y * y; }
                @DerivativeOf(type = Rules.class, method = "area", form = DerivativeOf.Form.JVP)
                public static double areaJvp(double x, double y, double xDot, double yDot) {
                    return xDot * y * y + 2 * x * y * yDot;
                }
                public static double[] twice(double[] a) { return new double[] {2 * a[0]}; }
                @DerivativeOf(type = Rules.class, method = "twice", form = DerivativeOf.Form.VJP)
                public static double[] twiceVjp(double[] a, double[] seed) { return new double[] {2 * seed[0]}; }
                public static double hidden(double x) { return x; }
                @DerivativeOf(type = Rules.class, method = "hidden") static double hiddenRule(double x) { return 1; }
            }
            """;

    private static final String USER = """
            import acme.Rules;
            import dev.jacobi.Differentiable;
            import org.apache.commons.math3.special.*;
            public final class User {
                @Differentiable public static double erf(double x) { return Erf.erf(x * x); }
                @Differentiable(order = 2) public static double gamma(double x) { return Gamma.logGamma(x) * x; }
                @Differentiable public static double norm(double x) {
                    double[] a = {x, x * x};
                    double before = Rules.norm(a);
                    a[1] = x;
                    return before * Rules.norm(a);
                }
                @Differentiable public static double area(double x) { return Rules.area(x, x * x); }
            }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-parameters", "-g:none"})
    void areFound(String option) throws IOException, ReflectiveOperationException {
        Path jar = library(option);
        Compilation user = use(jar, USER);
        assertThat(user.succeeded()).as(user.text()).isTrue();
        Path classes = jar("user.jar", user.classes());
        URL[] urls = {jar.toUri().toURL(), classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, RuleLibraryTest.class.getClassLoader())) {
            for (String name : List.of("Erf", "Gamma", "Norm", "Area")) {
                double x = 1.3;
                double step = 1e-6;
                Method method = member(loader, "User", name.toLowerCase(java.util.Locale.ROOT));
                double slope = ((double) method.invoke(null, x + step) - (double) method.invoke(null, x - step)) / 2e-6;
                double gradient =
                        (double) member(loader, name + "Grad", "gradient").invoke(null, x);
                double along = (double) member(loader, name + "Grad", "jvp").invoke(null, x, 1.0);
                assertThat(gradient).as(name).isCloseTo(slope, within(1e-6));
                assertThat(along).as(name).isCloseTo(gradient, within(1e-12));
            }
            Method gradient = member(loader, "GammaGrad", "gradient");
            double slope = ((double) gradient.invoke(null, 1.301) - (double) gradient.invoke(null, 1.299)) / 0.002;
            assertThat((double) member(loader, "GammaGrad", "hvp").invoke(null, 1.3, 1.0))
                    .isCloseTo(slope, within(1e-5));
        }
    }

    /** What a rule's source is needed for is said where the method is called. */
    @Test
    void areNotDifferentiatedWithoutTheirSource() throws IOException {
        Compilation user = use(library("-g:none"), """
                import acme.Rules;
                import dev.jacobi.Differentiable;
                import org.apache.commons.math3.special.*;
                final class User {
                    @Differentiable(order = 2) static double second(double x) { return Erf.erf(x); }
                    @Differentiable(order = 3) static double third(double x) { return Gamma.logGamma(x); }
                    @Differentiable static double transposed(double x) { return Rules.twice(new double[] {x})[0]; }
                    @Differentiable static double hidden(double x) { return Rules.hidden(x); }
                }
                """);
        String needs = " has no derivative of this order here: it needs that of its rule ";
        String without = ", whose source is not in this compilation or can't be differentiated";
        assertThat(user.text().lines().filter(line -> line.startsWith("User.java")))
                .containsExactly(
                        "User.java:5: error: [jacobi:no-derivative] Erf.erf(double)" + needs + "Rules.erf(double)"
                                + without,
                        "User.java:6: error: [jacobi:no-derivative] Rules.logGamma(double)" + needs
                                + "Rules.ofTheRule(double)" + without,
                        "User.java:7: error: [jacobi:no-derivative] Rules.twice(double[]) has only a vjp here, and no"
                                + " jvp can be made of it: the source of Rules.twiceVjp(double[], double[]) is not in"
                                + " this compilation",
                        "User.java:8: error: [jacobi:unreachable] generated code can't reach"
                                + " Rules.hiddenRule(double): it is not public, and its source can't be copied");
    }

    /** The first derivative is there, that of its being differentiated again isn't. */
    @Test
    void areNotDifferentiatedInANestWithoutTheirSource() throws IOException {
        Compilation user = use(library("-g:none"), """
                import dev.jacobi.Differentiable;
                import org.apache.commons.math3.special.*;
                final class User {
                    @Differentiable static double once(double x) { return Erf.erf(x); }
                    @Differentiable static double again(double x) { return x * OnceGrad.gradient(x); }
                }
                """);
        assertThat(user.text().lines().filter(line -> line.startsWith("User.java")))
                .containsExactly("User.java:4: error: [jacobi:no-derivative] Erf.erf(double) has no derivative of this"
                        + " order here: it needs that of its rule Rules.erf(double), whose source is not in this"
                        + " compilation or can't be differentiated");
    }

    /** A rule of one's own goes before one of a jar. */
    @Test
    void giveWayToThoseOfTheCompilation() throws IOException {
        Compilation user = use(library("-g:none"), """
                import dev.jacobi.*;
                import org.apache.commons.math3.special.*;
                final class User {
                    @DerivativeOf(type = Erf.class, method = "erf") static double ours(double x) { return 1; }
                    @Differentiable static double f(double x) { return Erf.erf(x); }
                }
                """);
        assertThat(user.succeeded()).as(user.text()).isTrue();
        assertThat(user.generated().get("FGrad")).contains("User.ours(").doesNotContain("Rules.");
    }

    private Path library(String option) throws IOException {
        Compilation library = Javac.compileAsIs(List.of(SourceText.of(RULES)), option, "-Xlint:all", "-Werror");
        assertThat(library.succeeded()).as(library.text()).isTrue();
        return jar("library.jar", library.classes());
    }

    private static Compilation use(Path jar, String source) {
        String classPath = jar + File.pathSeparator + Javac.classPath();
        return Javac.compile(List.of(SourceText.of(source)), "-classpath", classPath);
    }

    private static Method member(ClassLoader loader, String type, String name) throws ReflectiveOperationException {
        for (Method method : loader.loadClass(type).getMethods()) {
            if (method.getName().equals(name)) {
                return method;
            }
        }
        throw new NoSuchMethodException(type + "." + name);
    }

    private Path jar(String name, Map<String, byte[]> classes) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey().replace('.', '/') + ".class"));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return jar;
    }
}
