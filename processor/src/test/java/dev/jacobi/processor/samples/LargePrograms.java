package dev.jacobi.processor.samples;

import dev.jacobi.processor.testing.SourceText;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Methods so large that their derivatives don't fit in one method. */
final class LargePrograms {

    private LargePrograms() {}

    static List<SourceText> all() {
        return List.of(straight(2000), loops(150), longBody(400), cases(500), tensors(400), terms(600), constants(900));
    }

    private static SourceText source(String name, String method) {
        return SourceText.of(("""
                package large;
                import dev.jacobi.Differentiable;
                import dev.jacobi.processor.samples.Sample;
                import dev.jacobi.tensor.Tensor;
                final class %s {
                    @Differentiable
                    %s
                }
                """).formatted(name, method.indent(4).strip()));
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
    }

    /** Each statement reads two of those before, most of which stay near 0. */
    private static SourceText straight(int statements) {
        Random random = new Random(11);
        String body = lines(statements, i -> {
            int a = random.nextInt(i + 2);
            int b = random.nextInt(Math.max(0, i - 20), i + 2);
            List<String> forms = List.of(
                    "Math.sin(v%d) * 0.8 + 0.3 * v%d",
                    "v%d * v%d + 0.1 * x", "v%d / (2 + v%2$d * v%2$d)", "0.4 * y - v%d * v%d");
            return ("double v%d = " + forms.get(random.nextInt(4)) + ";")
                    .replace("v%d =", "v" + (i + 2) + " =")
                    .formatted(a, b);
        });
        return source("Straight", """
                @Sample(at = "0.4, 0.7")
                static double straight(double x, double y) {
                    double v0 = x;
                    double v1 = y;
                    %s
                    return v%d + v%d + v20;
                }
                """.formatted(body, statements + 1, statements / 2));
    }

    private static SourceText loops(int loops) {
        String body = lines(loops, i -> """
                for (int i = 0; i < x.length; i++) {
                    w[i] = Math.sin(0.9 * w[i] + x[i] * y * %d) + 0.01 * sum;
                    sum += w[i] * x[%s];
                }""".formatted(i % 5 + 1, i % 2 == 0 ? "i" : "0"));
        return source("Loops", """
                @Sample(at = "[0.3, 0.5, -0.2], 0.1")
                static double loops(double[] x, double y) {
                    double sum = 0;
                    double[] w = new double[x.length];
                    %s
                    return sum;
                }
                """.formatted(body));
    }

    /** One loop whose body is too large, with jumps and a loop inside. */
    private static SourceText longBody(int groups) {
        String body = lines(groups, i -> switch (i % 4) {
            case 0 -> "double t%d = Math.cos(a + %d * b) * 0.5;".formatted(i, i % 7);
            case 1 -> "a = 0.7 * a + t%d * b;".formatted(i - 1);
            case 2 -> "if ((k + %d) %% 3 == 0) { b -= 0.01 * t%d; } else { b += 0.02 * a * x[k]; }".formatted(i, i - 2);
            default -> "for (int j = 0; j < 2; j++) { b += 0.001 * a * x[j] * k; }";
        });
        return source("LongBody", """
                @Sample(at = {"[0.3, 0.5, -0.2], 0.4", "[0.3, 7, -0.2], 0.4"})
                static double longBody(double[] x, double y) {
                    double a = y;
                    double b = 0.2;
                    for (int k = 0; k < x.length; k++) {
                        if (x[k] > 5) {
                            break;
                        }
                        %s
                    }
                    return a * b;
                }
                """.formatted(body));
    }

    private static SourceText cases(int cases) {
        String body = lines(cases, i -> "case %d: a = a * 0.9 + Math.sin(x * %d); break;".formatted(i, i + 1));
        String chain = lines(
                cases, i -> "%sif ((n + k) %% 300 == %d) { b += a * %d; }".formatted(i == 0 ? "" : "else ", i, i + 1));
        return source("Cases", """
                @Sample(at = "0.3, 17")
                static double cases(double x, int n) {
                    double a = x;
                    double b = 0;
                    for (int k = 0; k < 5; k++) {
                        switch ((n + k * 101) %% %d) {
                            %s
                            default: throw new IllegalStateException();
                        }
                        %s
                    }
                    return a * b;
                }
                """.formatted(cases, body, chain));
    }

    private static SourceText tensors(int statements) {
        String body = lines(statements, i -> switch (i % 3) {
            case 0 -> "Tensor t%d = t%d.mul(w).add(t%d);".formatted(i + 1, i, i / 2);
            case 1 -> "Tensor t%d = t%d.tanh();".formatted(i + 1, i);
            default -> "Tensor t%d = t%d.sub(t%d.sin());".formatted(i + 1, i / 3, i);
        });
        return source("Tensors", """
                @Sample(at = "[0.3, 0.5], [0.4, -0.1]")
                static Tensor tensors(Tensor t0, Tensor w) {
                    %s
                    return t%d.sum();
                }
                """.formatted(body, statements));
    }

    /** One expression, most of it on the side of a condition. */
    private static SourceText terms(int terms) {
        String sum = IntStream.range(0, terms)
                .mapToObj(i -> "x * Math.cos(%d * y)".formatted(i + 1))
                .collect(Collectors.joining(" + "));
        return source("Terms", """
                @Sample(at = {"0.3, 0.5", "0.3, -0.5"})
                static double terms(double x, double y) {
                    return y > 0 ? %s : x * y;
                }
                """.formatted(sum));
    }

    private static SourceText constants(int count) {
        String numbers = IntStream.range(0, count).mapToObj(i -> i + ".5 * x").collect(Collectors.joining(", "));
        return source("Constants", """
                @Sample(at = "0.3, 7")
                static double constants(double x, int n) {
                    double[] table = {%s};
                    return table[n] * table[n + 1];
                }
                """.formatted(numbers));
    }
}
