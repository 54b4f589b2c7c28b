package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.HandRule;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Holds a rule's header against that of the method whose derivative it is. */
final class HandRuleHeader {

    private static final String BARS = "Bars";

    private final Functions functions;
    private final Language language;
    private final ExecutableElement rule;
    private final ExecutableElement method;
    private final HandRuleReader.Said said;
    private final List<Problem> problems;
    private final List<Functions.Formal> formals;
    private final Type result;

    /** @param problems takes what is wrong */
    HandRuleHeader(
            Functions functions,
            ExecutableElement rule,
            ExecutableElement method,
            HandRuleReader.Said said,
            List<Problem> problems) {
        this.functions = functions;
        this.language = functions.language;
        this.rule = rule;
        this.method = method;
        this.said = said;
        this.problems = problems;
        this.formals = Functions.declared(method);
        this.result = functions.type(method.getReturnType());
    }

    /** What the rule says, if nothing is wrong with it. */
    @Nullable
    HandRule check() {
        checkMethod();
        List<Integer> by = problems.isEmpty() ? by() : List.of();
        if (!problems.isEmpty()) {
            return null;
        }
        boolean partial = said.form() == HandRule.Form.PARTIAL;
        if (partial && by.size() > 1) {
            problem(Kind.RULE_OF_ONE, functions.declarations().span(rule), display(rule), display(method), names(by));
        } else if (partial && !(result.isFloating() && type(by.get(0)).isFloating())) {
            problem(
                    Kind.RULE_OF_NUMBERS,
                    functions.declarations().span(rule),
                    result.isFloating() ? formals.get(by.get(0)).name() : "the result",
                    result.isFloating() ? type(by.get(0)) : result);
        }
        if (!rule.getModifiers().contains(Modifier.STATIC)) {
            problem(Kind.RULE_NOT_STATIC, functions.declarations().span(rule), display(rule));
        }
        if (!problems.isEmpty()) {
            return null;
        }
        List<TypeMirror> plain = parameters(by, false);
        List<TypeMirror> withValue = parameters(by, true);
        boolean takesValue = takes(withValue);
        if (!takesValue && !takes(plain) || !gives(by)) {
            problem(
                    Kind.RULE_HEADER,
                    functions.declarations().span(rule),
                    Enclosing.type(rule).getSimpleName() + "." + rule.getSimpleName(),
                    header(rule),
                    what(),
                    display(method),
                    wanted(plain, by));
            return null;
        }
        return new HandRule(
                said.form(),
                functions.name(rule),
                by,
                takesValue,
                functions.headers().result(functions.name(rule)));
    }

    private void problem(Kind kind, Span span, Object... arguments) {
        problems.add(Problem.of(kind, span, arguments));
    }

    /** Where the annotation gives a member its value. */
    private Span place(String member, int index) {
        return functions.declarations().annotations().value(rule, Annotations.DERIVATIVE_OF, member, index);
    }

    private void checkMethod() {
        Span span = place("method", 0);
        String owner = Enclosing.type(method).getQualifiedName().toString();
        if (owner.equals("java.lang.Math")
                || owner.equals("java.lang.StrictMath")
                || owner.startsWith("dev.jacobi.tensor.")) {
            problem(Kind.RULE_KNOWN, span, display(method));
        } else if (!method.getTypeParameters().isEmpty()
                || !TypeVariables.ofObject(method).isEmpty()) {
            problem(
                    Kind.UNSUPPORTED,
                    span,
                    "by a rule, " + display(method) + ", which has type parameters,",
                    "give the rule to a method with the types written out, which calls this one");
        } else if (method.getModifiers().contains(Modifier.PRIVATE)) {
            problem(
                    Kind.UNREACHABLE,
                    span,
                    display(method),
                    "private",
                    "make " + method.getSimpleName() + " package-private or public");
        } else if (!result.carriesDerivative()) {
            problem(Kind.NO_RESULT, span, display(method), result, "");
        } else if (hasRecords()) {
            problem(
                    Kind.UNSUPPORTED,
                    span,
                    "by a rule, " + display(method) + ", which takes or gives records,",
                    "give the rule to a method that takes and gives numbers or arrays, which calls this one");
        } else if (differentiable().isEmpty()) {
            problem(Kind.NOTHING_TO_DIFFERENTIATE, span, display(method), "");
        }
    }

    private boolean hasRecords() {
        boolean records = Leaves.isRecord(result);
        for (int i = 0; i < formals.size(); i++) {
            records |= Leaves.isRecord(type(i));
        }
        return records;
    }

    private Type type(int i) {
        return functions.type(formals.get(i).type());
    }

    private List<Integer> differentiable() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < formals.size(); i++) {
            if (type(i).carriesDerivative() && !formals.get(i).constant()) {
                all.add(i);
            }
        }
        return all;
    }

    /** The parameters that the rule is taken by, in the order in which it names them. */
    private List<Integer> by() {
        List<Integer> all = differentiable();
        List<Integer> by = new ArrayList<>();
        for (int i = 0; i < said.by().size(); i++) {
            String name = said.by().get(i);
            int index = index(name);
            if (!all.contains(index) || by.contains(index)) {
                problem(Kind.RULE_PARAMETER, place("by", i), name, display(method), names(all));
            }
            by.add(index);
        }
        return by.isEmpty() ? all : by;
    }

    /** A name, or a place among the parameters as the source has them. */
    private int index(String name) {
        int self = Functions.isStatic(method) ? 0 : 1;
        if (name.matches("[0-9]{1,3}")) {
            return Integer.parseInt(name) + self;
        }
        for (int i = self; i < formals.size(); i++) {
            if (formals.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private String names(List<Integer> indices) {
        List<String> names = new ArrayList<>();
        indices.forEach(i -> names.add(formals.get(i).name()));
        return String.join(", ", names);
    }

    /** What the rule is to take. */
    private List<TypeMirror> parameters(List<Integer> by, boolean value) {
        List<TypeMirror> types = new ArrayList<>();
        formals.forEach(formal -> types.add(formal.type()));
        if (value) {
            types.add(method.getReturnType());
        }
        switch (said.form()) {
            case PARTIAL -> {}
            case VJP -> types.add(method.getReturnType());
            case JVP -> by.forEach(i -> types.add(formals.get(i).type()));
        }
        return types;
    }

    private boolean takes(List<TypeMirror> types) {
        boolean same = rule.getParameters().size() == types.size();
        for (int i = 0; same && i < types.size(); i++) {
            same = isSame(rule.getParameters().get(i).asType(), types.get(i));
        }
        return same;
    }

    private boolean isSame(TypeMirror a, TypeMirror b) {
        return language.types.isSameType(language.types.erasure(a), language.types.erasure(b));
    }

    /** Whether the rule gives what one of its form gives. */
    private boolean gives(List<Integer> by) {
        TypeMirror given = rule.getReturnType();
        return switch (said.form()) {
            case PARTIAL -> functions.type(given).isFloating();
            case JVP -> isSame(given, method.getReturnType());
            case VJP ->
                by.size() == 1
                        ? isSame(given, formals.get(by.get(0)).type())
                        : isArrayOf(given, by) || isRecordOf(given, by);
        };
    }

    private boolean isArrayOf(TypeMirror given, List<Integer> by) {
        return functions.type(given) instanceof Type.Array array
                && array.element().isFloating()
                && by.stream().allMatch(i -> type(i).equals(array.element()));
    }

    private boolean isRecordOf(TypeMirror given, List<Integer> by) {
        TypeElement record = language.classOf(given);
        if (record == null || record.getKind() != ElementKind.RECORD || !Leaves.isRecord(functions.type(given))) {
            return false;
        }
        List<? extends RecordComponentElement> components = record.getRecordComponents();
        boolean same = components.size() == by.size();
        for (int i = 0; same && i < by.size(); i++) {
            same = isSame(components.get(i).asType(), formals.get(by.get(i)).type());
        }
        return same;
    }

    private String display(ExecutableElement e) {
        return functions.name(e).display();
    }

    private String what() {
        return said.form() == HandRule.Form.PARTIAL
                ? "partial derivative"
                : said.form().name().toLowerCase(Locale.ROOT);
    }

    /** {@code double (double, int)}. */
    private static String header(ExecutableElement rule) {
        List<String> types = new ArrayList<>();
        for (VariableElement parameter : rule.getParameters()) {
            types.add(parameter.asType().toString());
        }
        return "(" + String.join(", ", types) + ") and gives " + rule.getReturnType();
    }

    /** The header that the rule should have. */
    private String wanted(List<TypeMirror> types, List<Integer> by) {
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            String name = i < formals.size()
                    ? formals.get(i).name()
                    : said.form() == HandRule.Form.VJP
                            ? "seed"
                            : formals.get(by.get(i - formals.size())).name() + "Dot";
            parameters.add(types.get(i) + " " + name);
        }
        String header = "static " + given(by) + " " + rule.getSimpleName() + "(" + String.join(", ", parameters) + ")";
        return given(by).equals(BARS) ? header + ", with a record " + BARS + "(" + components(by) + ")" : header;
    }

    private String components(List<Integer> by) {
        List<String> components = new ArrayList<>();
        by.forEach(
                i -> components.add(formals.get(i).type() + " " + formals.get(i).name()));
        return String.join(", ", components);
    }

    private String given(List<Integer> by) {
        return switch (said.form()) {
            case PARTIAL, JVP -> String.valueOf(method.getReturnType());
            case VJP ->
                by.size() == 1
                        ? String.valueOf(formals.get(by.get(0)).type())
                        : by.stream().allMatch(i -> type(i).equals(type(by.get(0))))
                                        && type(by.get(0)).isFloating()
                                ? type(by.get(0)) + "[]"
                                : BARS;
        };
    }
}
