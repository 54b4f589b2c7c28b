package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program as a Java source file, with no more parentheses than Java needs. */
final class JavaPrinter implements Statement.Cases<String>, Loop.LoopCases<String>, Jump.JumpCases<String> {

    private final TermPrinter terms;
    private final Program program;
    private final List<Nested> nested;

    private JavaPrinter(Program program) {
        this.program = program;
        this.nested = Nested.in(program);
        this.terms = new TermPrinter(program, this);
    }

    static String print(Program program, String packageName, String className) {
        JavaPrinter printer = new JavaPrinter(program);
        String methods = printer.all();
        return """
                package %s;

                import dev.jacobi.Checkpoint;
                import dev.jacobi.DerivativeOf;
                import dev.jacobi.Differentiable;
                import dev.jacobi.NoDerivative;
                import dev.jacobi.processor.random.Journal;
                import dev.jacobi.processor.random.Mode;
                import java.util.Arrays;
                import java.util.function.DoubleUnaryOperator;

                final class %s {
                    static final double RATE = %s;
                    private static final float SCALE = %sf;
                    static final int COUNT = %s;
                    private static final long MANY = %sL;

                    private final double offset = %s;
                    final float factor = %sf;

                    record Pair(double first, float second) {}

                    record Tagged(Pair pair, double weight, int count) {}

                %s
                %s}
                """.formatted(
                        packageName,
                        className,
                        Program.RATE,
                        Program.SCALE,
                        Program.COUNT,
                        Program.MANY,
                        Program.OFFSET,
                        Program.FACTOR,
                        Declarations.of(methods),
                        methods);
    }

    /** Only what differs between programs. */
    static String methods(Program program) {
        JavaPrinter printer = new JavaPrinter(program);
        String methods = printer.all();
        return Declarations.of(methods) + methods;
    }

    private String all() {
        return Stream.concat(
                        program.methods().stream().map(this::method),
                        nested.stream().map(n -> n.java(differentiable(n.of(), false), parameters(n.of()))))
                .collect(Collectors.joining("\n"));
    }

    private static String parameters(Method method) {
        List<String> declared = new ArrayList<>(
                method.parameters().stream().map(JavaPrinter::parameter).toList());
        if (method.signature().variable()) {
            int last = declared.size() - 1;
            declared.set(last, declared.get(last).replaceFirst("\\[] (\\w+)$", "... $1"));
        }
        return String.join(", ", declared);
    }

    private String method(Method method) {
        String modifier = method.signature().instance() ? "" : "static ";
        return annotation(method) + modifier + method.signature().result().java() + " " + method.name() + "("
                + parameters(method) + ") {\n" + indent(body(method.body())) + "}\n";
    }

    private static String parameter(Method.Parameter p) {
        return (p.constant() ? "@NoDerivative " : "") + p.variable().type().java() + " "
                + p.variable().name();
    }

    private static String differentiable(Method method, boolean twice) {
        List<String> said = new ArrayList<>();
        if (!method.wrt().isEmpty()) {
            said.add(method.wrt().stream().map(n -> "\"" + n + "\"").collect(Collectors.joining(", ", "wrt = {", "}")));
        }
        if (twice) {
            said.add("order = 2");
        }
        return "@Differentiable" + (said.isEmpty() ? "" : "(" + String.join(", ", said) + ")") + "\n";
    }

    private String annotation(Method method) {
        return switch (method.role()) {
            case DIFFERENTIABLE -> differentiable(method, nested.stream().anyMatch(n -> n.of().equals(method)));
            case PRIVATE_HELPER -> "private ";
            case HELPER -> "";
            case CONSTANT_HELPER -> "@NoDerivative\n";
        };
    }

    String body(List<Statement> statements) {
        return statements.stream().map(s -> s.match(this)).collect(Collectors.joining());
    }

    static String indent(String lines) {
        return lines.lines().map(l -> "    " + l + "\n").collect(Collectors.joining());
    }

    private String text(Term term) {
        return terms.text(term);
    }

    @Override
    public String declare(Statement.Declare s) {
        return type(s) + " " + declarator(s) + ";\n";
    }

    private static String type(Statement.Declare s) {
        return switch (s.style()) {
            case PLAIN -> s.variable().type().java();
            case VAR -> "var";
            case FINAL -> "final " + s.variable().type().java();
            case CHECKPOINT ->
                "@Checkpoint(snapshots = 2) " + s.variable().type().java();
            case NO_DERIVATIVE -> "@NoDerivative " + s.variable().type().java();
        };
    }

    /** Every other initialiser without {@code new}, where Java allows that. */
    private String declarator(Statement.Declare s) {
        String name = s.variable().name();
        boolean brief = s.style() != Statement.Style.VAR && name.length() == 1;
        return name
                + s.value()
                        .map(v -> brief && v instanceof ArrayTerm.Initialise i ? terms.braces(i) : text(v))
                        .map(v -> " = " + v)
                        .orElse("");
    }

    @Override
    public String evaluate(Statement.Evaluate s) {
        return text(s.term()) + ";\n";
    }

    @Override
    public String branch(Statement.If s) {
        String then = "if (" + text(s.condition()) + ") {\n" + indent(body(s.then())) + "}";
        if (s.otherwise().isEmpty()) {
            return then + "\n";
        }
        boolean chain = s.otherwise().size() == 1 && s.otherwise().get(0) instanceof Statement.If;
        return then + " else " + (chain ? body(s.otherwise()) : "{\n" + indent(body(s.otherwise())) + "}\n");
    }

    @Override
    public String block(Statement.Block s) {
        return "{\n" + indent(body(s.body())) + "}\n";
    }

    @Override
    public String giveBack(Statement.Return s) {
        return "return" + s.value().map(v -> " " + text(v)).orElse("") + ";\n";
    }

    @Override
    public String raise(Statement.Throw s) {
        return "throw new IllegalStateException(\"" + s.message() + "\");\n";
    }

    @Override
    public String claim(Statement.Assert s) {
        return "assert " + text(s.condition()) + " : \"" + s.message() + "\";\n";
    }

    @Override
    public String choose(Statement.Switch s) {
        String cases = s.cases().stream()
                .map(c -> labels(c.labels()) + (s.arrows() ? arrow(c.body()) : ":\n" + indent(body(c.body()))))
                .collect(Collectors.joining());
        return "switch (" + text(s.selector()) + ") {\n" + indent(cases) + "}\n";
    }

    private String arrow(List<Statement> body) {
        boolean alone = body.size() == 1
                && (body.get(0) instanceof Statement.Evaluate || body.get(0) instanceof Statement.Throw);
        return alone ? " -> " + body(body) : " -> {\n" + indent(body(body)) + "}\n";
    }

    /** {@code case 1, 2}, or {@code default} if there are none. */
    static String labels(List<Term.Literal> labels) {
        return labels.isEmpty()
                ? "default"
                : labels.stream()
                        .map(l -> l.text().replace("Mode.", ""))
                        .collect(Collectors.joining(", ", "case ", ""));
    }

    @Override
    public String loop(Loop s) {
        return s.matchLoop(this);
    }

    @Override
    public String jump(Jump s) {
        return s.matchJump(this);
    }

    @Override
    public String count(Loop.For s) {
        String start = s.start().isEmpty() ? "" : type(s.start().get(0)) + " ";
        String declarators = s.start().stream().map(this::declarator).collect(Collectors.joining(", "));
        String updates = s.updates().stream().map(this::text).collect(Collectors.joining(", "));
        String header = start + declarators + "; " + text(s.condition()) + "; " + updates;
        return "for (" + header.strip() + ") {\n" + indent(body(s.body())) + "}\n";
    }

    @Override
    public String each(Loop.Each s) {
        String variable = s.variable().type().java() + " " + s.variable().name();
        return "for (" + variable + " : " + text(s.array()) + ") {\n" + indent(body(s.body())) + "}\n";
    }

    @Override
    public String repeat(Loop.While s) {
        return "while (" + text(s.condition()) + ") {\n" + indent(body(s.body())) + "}\n";
    }

    @Override
    public String repeatAfter(Loop.Do s) {
        return "do {\n" + indent(body(s.body())) + "} while (" + text(s.condition()) + ");\n";
    }

    @Override
    public String leave(Jump.Break s) {
        return "break" + s.label().map(l -> " " + l).orElse("") + ";\n";
    }

    @Override
    public String next(Jump.Continue s) {
        return "continue" + s.label().map(l -> " " + l).orElse("") + ";\n";
    }

    @Override
    public String labelled(Jump.Labelled s) {
        return s.label() + ":\n" + s.statement().match(this);
    }

    @Override
    public String define(Lambda s) {
        return "DoubleUnaryOperator " + s.name() + " = " + s.parameter().name() + " -> " + text(s.body()) + ";\n";
    }
}
