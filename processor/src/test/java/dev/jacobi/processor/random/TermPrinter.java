package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Expressions as Java, with no more parentheses than Java needs. */
final class TermPrinter
        implements Term.Cases<TermPrinter.Text>,
                ArrayTerm.ArrayCases<TermPrinter.Text>,
                FunctionTerm.FunctionCases<TermPrinter.Text> {

    private static final int ATOM = 16;
    private static final int ELEMENT = 16;
    /** An index behind {@code new double[2]} would be a length. */
    private static final int CREATE = 15;

    private static final int PREFIX = 14;
    private static final int CAST = 13;
    private static final int CHOOSE = 2;
    private static final int ASSIGN = 1;
    private static final int ARROW = 0;

    private final Program program;
    private final JavaPrinter statements;

    TermPrinter(Program program, JavaPrinter statements) {
        this.program = program;
        this.statements = statements;
    }

    /** @param precedence how tightly its outermost operator binds */
    record Text(String text, int precedence) {
        String atLeast(int wanted) {
            return precedence >= wanted ? text : "(" + text + ")";
        }
    }

    String text(Term term) {
        return term.match(this).text();
    }

    @Override
    public Text literal(Term.Literal t) {
        return new Text(t.text(), ATOM);
    }

    @Override
    public Text read(Term.Read t) {
        String name = t.variable().name();
        return new Text(name.equals("factor") ? "this." + name : name, ATOM);
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
        List<String> arguments = new ArrayList<>(arguments(t.operands()));
        if (!exact) {
            arguments.set(0, converted(t.operands().get(0), parameters.get(0)));
        }
        return new Text(t.function().call(arguments), ATOM);
    }

    @Override
    public Text invoke(Term.Invoke t) {
        List<Type> parameters = t.method().parameters();
        long overloads = program.methods().stream()
                .filter(m -> m.name().equals(t.method().name()))
                .filter(m -> m.parameters().size() == parameters.size())
                .count();
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Term operand = t.operands().get(i);
            boolean last = i == parameters.size() - 1;
            if (last && t.method().variable() && operand instanceof ArrayTerm.Initialise several) {
                several.elements()
                        .forEach(e -> arguments.add(converted(e, several.type().element())));
                continue;
            }
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

    @Override
    public Text select(Select t) {
        String arms = t.arms().stream().map(a -> arm(t.type(), a)).collect(Collectors.joining());
        return new Text("switch (" + text(t.selector()) + ") {\n" + JavaPrinter.indent(arms) + "}", PREFIX);
    }

    private String arm(Type type, Select.Arm arm) {
        String label = JavaPrinter.labels(arm.labels()) + " -> ";
        String converted = converted(arm.value(), type);
        // javac takes a "yield (" with a comma behind it for a call.
        boolean likeCall = converted.startsWith("(")
                && converted.contains(",")
                && !arm.body().isEmpty();
        String value = (likeCall ? "(" + type.java() + ") (" + converted + ")" : converted) + ";\n";
        return arm.body().isEmpty()
                ? label + value
                : label + "{\n" + JavaPrinter.indent(statements.body(arm.body()) + "yield " + value) + "}\n";
    }

    @Override
    public Text array(ArrayTerm t) {
        return t.matchArray(this);
    }

    private String element(Term array, Term index) {
        return array.match(this).atLeast(ELEMENT) + "[" + text(index) + "]";
    }

    @Override
    public Text element(ArrayTerm.Element t) {
        return new Text(element(t.array(), t.index()), ATOM);
    }

    @Override
    public Text put(ArrayTerm.Put t) {
        String operator = t.operator().map(o -> o.sign).orElse("") + "=";
        return new Text(element(t.array(), t.index()) + " " + operator + " " + text(t.value()), ASSIGN);
    }

    @Override
    public Text step(ArrayTerm.Step t) {
        String sign = t.up() ? "++" : "--";
        String name = element(t.array(), t.index());
        return t.prefix() ? new Text(sign + name, PREFIX) : new Text(name + sign, PREFIX + 1);
    }

    @Override
    public Text length(ArrayTerm.Length t) {
        return new Text(t.array().match(this).atLeast(ELEMENT) + ".length", ATOM);
    }

    @Override
    public Text create(ArrayTerm.Create t) {
        String lengths = t.lengths().stream().map(l -> "[" + text(l) + "]").collect(Collectors.joining());
        return new Text("new " + t.type().base().java() + lengths, CREATE);
    }

    @Override
    public Text initialise(ArrayTerm.Initialise t) {
        return new Text("new " + t.type().java() + " " + braces(t), ATOM);
    }

    /** An initialiser without {@code new}. */
    String braces(ArrayTerm.Initialise t) {
        return t.elements().stream()
                .map(e -> e instanceof ArrayTerm.Initialise i ? braces(i) : text(e))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    @Override
    public Text library(ArrayTerm.Library t) {
        if (t.function() == ArrayFunction.CLONE) {
            return new Text(t.operands().get(0).match(this).atLeast(ELEMENT) + ".clone()", ATOM);
        }
        return new Text(t.function().java() + "(" + String.join(", ", arguments(t.operands())) + ")", ATOM);
    }

    @Override
    public Text construct(RecordTerm.Construct t) {
        return new Text("new " + t.type().java() + "(" + String.join(", ", arguments(t.operands())) + ")", ATOM);
    }

    @Override
    public Text component(RecordTerm.Component t) {
        return new Text(t.record().match(this).atLeast(ELEMENT) + "." + t.name() + "()", ATOM);
    }

    @Override
    public Text function(FunctionTerm t) {
        return t.matchFunction(this);
    }

    @Override
    public Text arrow(FunctionTerm.Arrow t) {
        return new Text(t.parameter().name() + " -> " + text(t.body()), ARROW);
    }

    @Override
    public Text block(FunctionTerm.Block t) {
        String body = "{\n" + JavaPrinter.indent(statements.body(t.body())) + "}";
        // There, this would be the function.
        if (t.anonymous() && !body.contains("this")) {
            String method = "@Override\npublic double applyAsDouble(double "
                    + t.parameter().name() + ") " + body + "\n";
            return new Text("new DoubleUnaryOperator() {\n" + JavaPrinter.indent(method) + "}", CREATE);
        }
        return new Text(t.parameter().name() + " -> " + body, ARROW);
    }

    @Override
    public Text joined(FunctionTerm.Joined t) {
        String method = t.second() ? ".andThen(" : ".compose(";
        return new Text(t.first().match(this).atLeast(ATOM) + method + text(t.other()) + ")", ATOM);
    }

    @Override
    public Text ofMath(FunctionTerm.OfMath t) {
        return new Text(t.math().reference(), ATOM);
    }

    @Override
    public Text ofMethod(FunctionTerm.OfMethod t) {
        return new Text(
                (t.method().instance() ? "this::" : "Sample::") + t.method().name(), ATOM);
    }

    @Override
    public Text apply(Lambda.Apply t) {
        return new Text(t.function().match(this).atLeast(ATOM) + ".applyAsDouble(" + text(t.operand()) + ")", ATOM);
    }
}
