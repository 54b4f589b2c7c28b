package dev.jacobi.examples.benchmarks;

/** Java text of programs with as many methods, or as deep a nest, as one asks for: each a class {@code Program}. */
final class GeneratedPrograms {

    private static final String HEAD = """
        package program;

        import dev.jacobi.Differentiable;

        public final class Program {

            private Program() {}
        """;

    private static final int TRIPS_LOG2 = 12;

    /** Trips of the innermost loop of a nest, in all. */
    static final int TRIPS = 1 << TRIPS_LOG2;

    private GeneratedPrograms() {}

    /** A method that calls these one after the other; each has a loop. */
    static String row(int methods) {
        StringBuilder text = row(methods, new StringBuilder(HEAD));
        for (int i = 0; i < methods; i++) {
            text.append(part(i, "y"));
        }
        return text.append("}\n").toString();
    }

    /** The same of methods that are a line each. */
    static String smallRow(int methods) {
        StringBuilder text = row(methods, new StringBuilder(HEAD));
        for (int i = 0; i < methods; i++) {
            text.append(numbered("""

                    private static double part#(double x) {
                        return x + 0.001 * Math.sqrt(1 + ~ * x * x);
                    }
                """, i));
        }
        return text.append("}\n").toString();
    }

    private static StringBuilder row(int methods, StringBuilder text) {
        text.append("\n    @Differentiable\n    public static double whole(double x) {\n        double y = x;\n");
        for (int i = 0; i < methods; i++) {
            text.append("        y = part").append(i).append("(y);\n");
        }
        return text.append("        return y;\n    }\n");
    }

    /** Each calls the next, so that there are as many levels as methods. */
    static String chain(int methods) {
        StringBuilder text = new StringBuilder(HEAD);
        text.append("\n    @Differentiable\n    public static double whole(double x) {\n");
        text.append("        return part").append(methods - 1).append("(x);\n    }\n");
        for (int i = 0; i < methods; i++) {
            text.append(part(i, i == 0 ? "y" : "part" + (i - 1) + "(y)"));
        }
        return text.append("}\n").toString();
    }

    private static String part(int number, String result) {
        return numbered("""

                private static double part#(double x) {
                    double y = x;
                    for (int i = 0; i < 64; i++) {
                        y += 0.001 * Math.sqrt(1 + ~ * y * y);
                    }
                    return %s;
                }
            """.formatted(result), number);
    }

    private static String numbered(String text, int number) {
        return text.replace("#", String.valueOf(number)).replace("~", number % 7 + ".25");
    }

    /** Loops in loops, each with something before and behind the inner one; the innermost does the same in all. */
    static String nest(int depth) {
        StringBuilder text = new StringBuilder(HEAD);
        text.append("\n    @Differentiable\n    public static double whole(double x) {\n        double y = x;\n");
        for (int level = 0; level < depth; level++) {
            String indent = "    ".repeat(level + 2);
            int trips = 1 << (TRIPS_LOG2 / depth + (level < TRIPS_LOG2 % depth ? 1 : 0));
            text.append("%sfor (int i%d = 0; i%d < %d; i%d++) {%n".formatted(indent, level, level, trips, level));
            if (level + 1 < depth) {
                text.append("%s    y = 0.5 * y + 0.25 * y * y;%n".formatted(indent));
            } else {
                text.append("%s    y += 0.001 * Math.sqrt(1 + y * y);%n".formatted(indent));
            }
        }
        for (int level = depth - 1; level >= 0; level--) {
            if (level + 1 < depth) {
                text.append("%s    y = Math.sin(y);%n".formatted("    ".repeat(level + 2)));
            }
            text.append("%s}%n".formatted("    ".repeat(level + 2)));
        }
        return text.append("        return y;\n    }\n}\n").toString();
    }
}
