package dev.jacobi.processor.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import dev.jacobi.tensor.Tensor;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Annotated methods in a jar of their own, of which no source is there. */
class LibraryTest {
    private static final String LIBRARY = """
            package acme;
            import dev.jacobi.*;
            import dev.jacobi.tensor.Tensor;
            public class Model {
                final double k;
                public Model(double k) { this.k = k; }
                @Differentiable public static double f(double x) { return x * x * x; }
                @Differentiable public static double f(double x, double y) { return Math.sin(x) * y; }
                @Differentiable("Energy") public static double energy(double x, int n, float z, String s) {
                    return x * x * n * z * s.length();
                }
                @Differentiable(wrt = "x") public static double part(double x, float z) { return x * x * z; }
                @Differentiable(wrt = "y") public static double either(double x, double y) { return x * y * y; }
                @Differentiable public static double held(double x, @NoDerivative double c) { return x * x * c; }
                @Differentiable public static Tensor tensors(Tensor a, Tensor b) { return a.mul(b).exp(); }
                @Differentiable public final double times(double x) { return k * x * x; }
                @Differentiable public static double ofArray(double[] a) { a[0] *= 2; return a[0] * a[1]; }
                @Differentiable public static double norm(double[] a) {
                    double sum = 0;
                    for (double e : a) { sum += e * e; }
                    return Math.sqrt(sum);
                }
                @Differentiable public static double dot(double[] a, double[] b, float scale) {
                    double sum = 0;
                    for (int i = 0; i < a.length; i++) { sum += a[i] * b[i]; }
                    return sum * scale;
                }
                @Differentiable public static double[] times(double[][] m, double[] x) {
                    double[] y = new double[m.length];
                    for (int i = 0; i < m.length; i++) { y[i] = dot(m[i], x, 1); }
                    return y;
                }
                @Differentiable public static Tensor[] scaled(Tensor[] ts, double k) {
                    Tensor[] scaled = new Tensor[ts.length];
                    for (int i = 0; i < ts.length; i++) { scaled[i] = ts[i].mul(k); }
                    return scaled;
                }
                @Differentiable public static double[] itself(double[] a) { return a; }
                static final double[] TABLE = {1, 2};
                @Differentiable public static double[] table(double x) { return TABLE; }
                public static double plain(double x) { return x; }
            }
            """;

    private static final String USER = """
            import acme.Model;
            import dev.jacobi.Differentiable;
            import dev.jacobi.tensor.Tensor;
            public final class User {
                @Differentiable public static double overloads(double x) { return Model.f(x * x) + Model.f(x, x * x); }
                @Differentiable public static double inLoop(double x, float z) {
                    double sum = 0;
                    for (int i = 1; i < 4; i++) { sum += Model.energy(x * sum + x, i, z, "ab"); }
                    return sum;
                }
                @Differentiable public static double wrt(double x) { return Model.part(x * x, 3) + Model.held(x, x); }
                @Differentiable public static double times(double x) { return new Model(5).times(x * x); }
                @Differentiable public static Tensor tensors(Tensor x) { return Model.tensors(x, x.sin()).mul(x); }
                @Differentiable public static double branch(double x) {
                    return x > 1 ? Model.f(x) : Model.plain(2) * x;
                }
            }
            """;

    /** Arrays that are written between the call and the derivative's turn, rows, one array twice, in loops. */
    private static final String ARRAYS = """
            import acme.Model;
            import dev.jacobi.Differentiable;
            import dev.jacobi.tensor.Tensor;
            public final class User {
                @Differentiable public static double norms(double x) {
                    double[] a = {x, x * x, 2};
                    double before = Model.norm(a);
                    a[0] = before;
                    a[2] *= x;
                    return before * Model.norm(a) + Model.dot(a, a, 0.5f);
                }
                @Differentiable public static double rows(double x) {
                    double[][] m = {{x, 1}, {2, x * x}};
                    double[] v = {1, x};
                    double first = Model.norm(m[0]);
                    double[] row = m[0];
                    m[0] = m[1];
                    m[1] = row;
                    m[1][0] = 3 * x;
                    for (int i = 0; i < 3; i++) {
                        double[] next = Model.times(m, v);
                        next[0] += v[1] * first;
                        v = next;
                    }
                    return v[0] * v[1] + helped(m, x);
                }
                private static double helped(double[][] m, double x) {
                    double[] y = Model.times(m, m[1]);
                    return Model.dot(y, m[0], 2) * x;
                }
                @Differentiable public static double tensors(double x) {
                    Tensor[] ts = {Tensor.of(x, 1), Tensor.of(x, x, 2)};
                    Tensor[] scaled = Model.scaled(ts, x * x);
                    ts[0] = null;
                    return scaled[1].square().sum().item() + (x > 1 ? scaled[0].sum().item() : 0);
                }
            }
            """;

    @Test
    void takeArraysThatTheyOnlyRead() throws IOException, ReflectiveOperationException {
        Path jar = jar("-g:none");
        Compilation user = use(jar, ARRAYS);
        assertThat(user.succeeded()).as(user.text()).isTrue();
        Path classes = jar("user.jar", user.classes());
        URL[] urls = {jar.toUri().toURL(), classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, LibraryTest.class.getClassLoader())) {
            checkNumbers(loader, "norms", "rows", "tensors");
            for (String name : List.of("Norms", "Rows", "Tensors")) {
                Object pullback = member(loader, name + "Grad", "pullback").invoke(null, 1.3);
                Method apply = pullback.getClass().getMethod("apply", double.class);
                Object once = apply.invoke(pullback, 1.0);
                assertThat(apply.invoke(pullback, 1.0)).as("applied again").isEqualTo(once);
                assertThat(member(loader, name + "Grad", "gradient").invoke(null, 1.3))
                        .isEqualTo(once);
            }
        }
    }

    @TempDir
    private Path folder;

    /** With the names of parameters in the class files and without. */
    @ParameterizedTest
    @ValueSource(strings = {"-parameters", "-g:none"})
    void areDifferentiatedThrough(String option) throws IOException, ReflectiveOperationException {
        Path jar = jar(option);
        Compilation user = use(jar, USER);
        assertThat(user.succeeded()).as(user.text()).isTrue();
        Path classes = jar("user.jar", user.classes());
        URL[] urls = {jar.toUri().toURL(), classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, LibraryTest.class.getClassLoader())) {
            checkNumbers(loader, "overloads", "times", "branch");
            check(loader, "inLoop", 0.3, 0.5f);
            Method wrt = member(loader, "WrtGrad", "gradient");
            assertThat((double) wrt.invoke(null, 2.0)).isCloseTo(12 * 8 + 2 * 2 * 2, within(1e-12));
            Tensor x = Tensor.of(0.5, 2.0);
            Tensor given = (Tensor) member(loader, "TensorsGrad", "vjp").invoke(null, x, Tensor.of(1.0, 1.0));
            for (int i = 0; i < 2; i++) {
                double at = x.toDoubleArray()[i];
                double exp = Math.exp(at * Math.sin(at));
                double expected = exp + at * exp * (Math.sin(at) + at * Math.cos(at));
                assertThat(given.toDoubleArray()[i]).isCloseTo(expected, within(1e-9));
            }
        }
    }

    private static void checkNumbers(ClassLoader loader, String... names) throws ReflectiveOperationException {
        for (String name : names) {
            check(loader, name, 1.3);
            check(loader, name, 0.4);
        }
    }

    /** The derivative by the first parameter, in both modes, against differences. */
    private static void check(ClassLoader loader, String name, Object... arguments)
            throws ReflectiveOperationException {
        String generated = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1) + "Grad";
        double step = 1e-6;
        double slope = (value(loader, name, step, arguments) - value(loader, name, -step, arguments)) / (2 * step);
        Object gradient = member(loader, generated, "gradient").invoke(null, arguments);
        double byFirst = arguments.length == 1
                ? (double) gradient
                : (double) gradient.getClass().getMethod("x").invoke(gradient);
        assertThat(byFirst).as(name).isCloseTo(slope, within(1e-5 * Math.abs(slope)));
        List<Object> directions = new ArrayList<>(List.of(arguments));
        directions.add(1.0);
        if (arguments.length > 1) {
            directions.add(0f);
        }
        double tangent = (double) member(loader, generated, "jvp").invoke(null, directions.toArray());
        assertThat(tangent).as(name).isCloseTo(byFirst, within(1e-9 * Math.abs(byFirst)));
    }

    private static double value(ClassLoader loader, String name, double step, Object... arguments)
            throws ReflectiveOperationException {
        Object[] moved = arguments.clone();
        moved[0] = (double) arguments[0] + step;
        return (double) member(loader, "User", name).invoke(null, moved);
    }

    private static Method member(ClassLoader loader, String type, String name) throws ReflectiveOperationException {
        for (Method method : loader.loadClass(type).getMethods()) {
            if (method.getName().equals(name)) {
                return method;
            }
        }
        throw new NoSuchMethodException(type + "." + name);
    }

    @Test
    void areRefusedWhereTheirDerivativesAreNotThere() throws IOException {
        Compilation user = use(jar("-g:none"), """
                import acme.Model;
                import dev.jacobi.Differentiable;
                final class User {
                    @Differentiable static double wrt(double x, float z) { return Model.part(x, z); }
                    @Differentiable static double either(double x, double y) { return Model.either(x, y); }
                    @Differentiable static double array(double[] x) { return Model.ofArray(x); }
                    @Differentiable static double plain(double x) { return Model.plain(x); }
                    @Differentiable static double[] itself(double[] x) { return Model.itself(x); }
                    @Differentiable static double[] table(double x) { return Model.table(x); }
                }
                """);
        String remedy = " has no derivative here: its source is not in this compilation and no rule is given for it";
        assertThat(user.text().lines().filter(line -> line.startsWith("User.java")))
                .containsExactly(
                        "User.java:4: error: [jacobi:unsupported] a derivative of Model.part(double, float) by a"
                                + " parameter that wrt leaves out in its library can't be differentiated yet",
                        "User.java:5: error: [jacobi:no-derivative] Model.either(double, double)" + remedy,
                        "User.java:6: error: [jacobi:no-derivative] Model.ofArray(double[])" + remedy,
                        "User.java:7: error: [jacobi:no-derivative] Model.plain(double)" + remedy,
                        "User.java:8: error: [jacobi:no-derivative] Model.itself(double[])" + remedy,
                        "User.java:9: error: [jacobi:no-derivative] Model.table(double)" + remedy);
    }

    private static Compilation use(Path jar, String source) {
        String classPath = jar + File.pathSeparator + Javac.classPath();
        return Javac.compile(List.of(SourceText.of(source)), "-classpath", classPath);
    }

    private Path jar(String option) throws IOException {
        Compilation library = Javac.compileAsIs(List.of(SourceText.of(LIBRARY)), option);
        assertThat(library.succeeded()).as(library.text()).isTrue();
        return jar("library.jar", library.classes());
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
