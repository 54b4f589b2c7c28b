package dev.jacobi.processor.shapes;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** Says what is wrong, once for each place. */
final class Reports {

    private static final String ONE_NAME = "write one name for both lengths if they are always equal; ";

    private final List<Problem> problems = new ArrayList<>();
    private final Set<Span> places = new HashSet<>();

    List<Problem> all() {
        return List.copyOf(problems);
    }

    private void add(Kind kind, Span span, Object... arguments) {
        if (places.add(span)) {
            problems.add(Problem.of(kind, span, arguments));
        }
    }

    /** @param called where the function was called whose expression it is, if that matters; else empty */
    void mismatch(Operation operation, Operation.Mismatch mismatch, String called) {
        Expr.Apply e = operation.expression();
        StringJoiner shapes = new StringJoiner(" and ");
        Set<String> sources = new LinkedHashSet<>();
        for (int operand : mismatch.operands()) {
            if (operation.value(operand) instanceof Value.Shaped shaped) {
                shapes.add(name(operation, operand) + " has shape " + shaped.extents());
                sources.add(shaped.extents() + " comes from " + shaped.source().seenFrom(e.span()));
            }
        }
        String what = shapes.length() == 0 ? mismatch.rule() : shapes + "; " + mismatch.rule();
        String names = operation.isByNames() ? ONE_NAME : "";
        String hint = mismatch.hint().isEmpty() ? "" : mismatch.hint() + (names.isEmpty() ? "; " : ", or ");
        String origins = sources.isEmpty() ? "change one of them" : String.join(", ", sources);
        add(Kind.SHAPES, e.span(), operation.called(), what, hint + names + origins + called);
    }

    void argument(Expr argument, Value.Shaped given, Promises.Broken broken, String function) {
        add(
                Kind.SHAPE_ARGUMENT,
                argument.span(),
                broken.mark().of(),
                function,
                "[" + broken.mark().text() + "]",
                given.extents() + (broken.why().isEmpty() ? "" : ": " + broken.why()),
                (broken.isByNames() ? ONE_NAME : "") + given.extents() + " comes from "
                        + given.source().seenFrom(argument.span()));
    }

    void result(Span span, Value.Shaped given, Declared.Mark mark, Dim a, Dim b) {
        String names = Dim.areTwoNames(a, b) ? "; nothing says that " + a + " and " + b + " are equal" : "";
        add(
                Kind.SHAPE_RESULT,
                span,
                "[" + mark.text() + "]",
                given.extents() + names,
                (names.isEmpty() ? "" : ONE_NAME) + given.extents() + " comes from "
                        + given.source().seenFrom(span));
    }

    void text(Declared.Mark mark, String problem) {
        add(Kind.SHAPE_TEXT, mark.span(), "\"" + mark.text() + "\"", problem);
    }

    void noTensor(Declared.Mark mark) {
        add(Kind.SHAPE_OF_NO_TENSOR, mark.span(), mark.of());
    }

    /** A variable by its name, anything else by its place. */
    private static String name(Operation operation, int operand) {
        Expr e = operation.expression().operands().get(operand);
        String variable = e instanceof Expr.Ref ref ? written(ref) : "";
        if (!variable.isEmpty()) {
            return variable;
        }
        String role = operation.role(operand);
        if (role != null) {
            return role;
        }
        boolean method = operation.expression().primitive().form() == Primitive.Form.METHOD;
        if (method && operand == 0) {
            return "the tensor before the dot";
        }
        int arguments = operation.count() - operation.first();
        return arguments == 1 ? "the argument" : "argument " + (operand - operation.first() + 1);
    }

    /** The name that the source has there: one that has been assigned again has a number here. */
    private static String written(Expr.Ref ref) {
        Span span = ref.span();
        int length = span.line() == span.endLine() ? span.endColumn() - span.column() + 1 : 0;
        String name = ref.variable().name();
        boolean numbered = length > 0
                && length < name.length()
                && name.substring(length).chars().allMatch(Character::isDigit);
        return length == name.length() || numbered ? name.substring(0, length) : "";
    }
}
