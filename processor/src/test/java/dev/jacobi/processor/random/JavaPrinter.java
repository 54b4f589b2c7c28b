package dev.jacobi.processor.random;

import java.util.List;
import java.util.stream.Collectors;

/** A program as a Java source file, with no more parentheses than Java needs. */
final class JavaPrinter implements Term.Cases<JavaPrinter.Text>, Statement.Cases<String> {

    private static final int ATOM = 16;
    private static final int PREFIX = 14;
    private static final int CAST = 13;
    private static final int CHOOSE = 2;
    private static final int ASSIGN = 1;

    private final Program program;

    private JavaPrinter(Program program) {
        this.program = program;
    }

    /** @param precedence how tightly its outermost operator binds */
    record Text(String text, int precedence) {
        String atLeast(int wanted) {
            return precedence >= wanted ? text : "(" + text + ")";
        }
    }

    static String print(Program program, String packageName, String className) {
        JavaPrinter printer = new JavaPrinter(program);
        String methods = program.methods().stream().map(printer::method).collect(Collectors.joining("\n"));
        return """
                package %s;

                import dev.jacobi.Differentiable;
                import dev.jacobi.NoDerivative;
                import dev.jacobi.processor.random.Journal;

                final class %s {
                    static final double RATE = %s;
                    private static final float SCALE = %sf;
                    static final int COUNT = %s;
                    private static final long MANY = %sL;

                %s}
                """.formatted(packageName, className, Program.RATE, Program.SCALE, Program.COUNT, Program.MANY, methods);
    }

    /** Only what differs between programs. */
    static String methods(Program program) {
        JavaPrinter printer = new JavaPrinter(program);
        return program.methods().stream().map(printer::method).collect(Collectors.joining("\n"));
    }

    private String method(Method method) {
        String parameters = method.parameters().stream()
                .map(p -> (p.constant() ? "@NoDerivative " : "")
                        + p.variable().type().java() + " " + p.variable().name())
                .collect(Collectors.joining(", "));
        return annotation(method) + "static " + method.signature().result().java() + " " + method.name() + "("
                + parameters + ") {\n" + indent(body(method.body())) + "}\n";
    }

    private static String annotation(Method method) {
        return switch (method.role()) {
            case DIFFERENTIABLE -> {
                String names = method.wrt().stream().map(n -> "\"" + n + "\"").collect(Collectors.joining(", "));
                yield method.wrt().isEmpty() ? "@Differentiable\n" : "@Differentiable(wrt = {" + names + "})\n";
            }
            case PRIVATE_HELPER -> "private ";
            case HELPER -> "";
            case CONSTANT_HELPER -> "@NoDerivative\n";
        };
    }

    private String body(List<Statement> statements) {
        return statements.stream().map(s -> s.match(this)).collect(Collectors.joining());
    }

    private static String indent(String lines) {
        return lines.lines().map(l -> "    " + l + "\n").collect(Collectors.joining());
    }

    private String text(Term term) {
        return term.match(this).text();
    }

    @Override
    public String declare(Statement.Declare s) {
        String type = switch (s.style()) {
            case PLAIN -> s.variable().type().java();
            case VAR -> "var";
            case FINAL -> "final " + s.variable().type().java();
            case NO_DERIVATIVE -> "@NoDerivative " + s.variable().type().java();
        };
        String value = s.value().map(v -> " = " + text(v)).orElse("");
        return type + " " + s.variable().name() + value + ";\n";
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
    public Text literal(Term.Literal t) {
        return new Text(t.text(), ATOM);
    }

    @Override
    public Text read(Term.Read t) {
        return new Text(t.variable().name(), ATOM);
    }

    @Override
    public Text prefix(Term.Prefix t) {
        return new Text(t.operator() + t.operand().match(this).atLeast(PREFIX + 1), PREFIX);
    }

    @Override
    public Text binary(Term.Binary t) {
        int precedence = t.operator().precedence;
        String left = t.left().match(this).atLeast(precedence);
        String right = t.right().match(this).atLeast(precedence + 1);
        return new Text(left + " " + t.operator().sign + " " + right, precedence);
    }

    @Override
    public Text cast(Term.Cast t) {
        return new Text("(" + t.type().java() + ") " + t.operand().match(this).atLeast(CAST), CAST);
    }

    @Override
    public Text choose(Term.Choose t) {
        String condition = t.condition().match(this).atLeast(CHOOSE + 1);
        String whenTrue = t.whenTrue().match(this).atLeast(CHOOSE);
        String whenFalse = t.whenFalse().match(this).atLeast(CHOOSE);
        String text = condition + " ? " + whenTrue + " : " + whenFalse;
        // Without parentheses javac converts a whole operand past float, straight to the double that is wanted.
        return t.type() == Type.FLOAT ? new Text("(" + text + ")", ATOM) : new Text(text, CHOOSE);
    }

    @Override
    public Text elementary(Term.Elementary t) {
        List<Type> parameters = t.function().parameters();
        boolean exact = t.operands().stream().anyMatch(o -> o.type() == parameters.get(0));
        List<String> arguments = new java.util.ArrayList<>(arguments(t.operands()));
        if (!exact) {
            arguments.set(0, converted(t.operands().get(0), parameters.get(0)));
        }
        return new Text("Math." + t.function().method() + "(" + String.join(", ", arguments) + ")", ATOM);
    }

    @Override
    public Text invoke(Term.Invoke t) {
        List<Type> parameters = t.method().parameters();
        long overloads = program.methods().stream()
                .filter(m -> m.name().equals(t.method().name()))
                .filter(m -> m.parameters().size() == parameters.size())
                .count();
        List<String> arguments = new java.util.ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Term operand = t.operands().get(i);
            arguments.add(overloads > 1 ? converted(operand, parameters.get(i)) : text(operand));
        }
        return new Text(t.method().name() + "(" + String.join(", ", arguments) + ")", ATOM);
    }

    /** With a cast where the type isn't the parameter's, so that the right overload is taken. */
    private String converted(Term operand, Type type) {
        return operand.type() == type
                ? text(operand)
                : "(" + type.java() + ") " + operand.match(this).atLeast(CAST);
    }

    private List<String> arguments(List<Term> operands) {
        return operands.stream().map(this::text).toList();
    }

    @Override
    public Text assign(Term.Assign t) {
        String operator = t.operator().map(o -> o.sign).orElse("") + "=";
        return new Text(t.target().name() + " " + operator + " " + text(t.value()), ASSIGN);
    }

    @Override
    public Text advance(Term.Advance t) {
        String sign = t.up() ? "++" : "--";
        String name = t.target().name();
        return t.prefix() ? new Text(sign + name, PREFIX) : new Text(name + sign, PREFIX + 1);
    }

    @Override
    public Text recorded(Term.Recorded t) {
        return new Text("Journal." + t.entry().method() + "(" + String.join(", ", arguments(t.operands())) + ")", ATOM);
    }
}
