package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.Expression;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Reads elements and lengths of arrays in fields that generated code may not name by methods that give them. */
final class ElementReader {

    private final Reading reading;
    private final ExpressionReader expressions;
    private final NameReader names;

    ElementReader(Reading reading, ExpressionReader expressions, NameReader names) {
        this.reading = reading;
        this.expressions = expressions;
        this.names = names;
    }

    /** Null where an expression is something else, or there is no such method. */
    @Nullable
    Expr read(Expression e, Frame frame, Span span) {
        Expression root = ElementAccessors.root(e);
        MemberLookup.Variable variable = root == null ? null : variable(root, frame);
        VariableElement field = variable == null ? null : variable.field();
        if (root == null
                || variable == null
                || field == null
                || !reading.members.hidden().hasOnlyElements(field)) {
            return null;
        }
        List<ElementAccessors.Access> all =
                reading.members.hidden().elements().of(e, field, root, reading.members::isReachable);
        boolean own = all.stream()
                .anyMatch(access -> access.method().equals(frame.scope.origin().element()));
        Type type = all.isEmpty() || own ? Type.Scalar.VOID : expressions.type(e, frame);
        boolean plain = type.innermost() instanceof Type.Scalar && type != Type.Scalar.VOID;
        Expr receiver = plain ? names.receiver(variable, frame) : null;
        return plain && (variable.isStatic() || receiver != null)
                ? called(all, variable, receiver, type, frame, span)
                : null;
    }

    private MemberLookup.@Nullable Variable variable(Expression root, Frame frame) {
        try {
            return reading.typer.members().field(root, frame.scope);
        } catch (Refusal unknown) {
            return null;
        }
    }

    private Expr called(
            List<ElementAccessors.Access> all,
            MemberLookup.Variable variable,
            @Nullable Expr receiver,
            Type type,
            Frame frame,
            Span span) {
        ElementAccessors.Access access = all.stream()
                .filter(one -> !ReceiverCheck.isOverridable(one.method()))
                .findFirst()
                .orElse(all.get(0));
        Expr object = names.sole(variable, access.method(), receiver, frame, span);
        List<Expr> arguments = new ArrayList<>();
        for (Expr argument : expressions.readAll(access.arguments(), frame)) {
            arguments.add(reading.operators.argument(argument, Type.Scalar.INT));
        }
        MemberLookup.Method method = new MemberLookup.Method(Overloads.Choice.of(access.method()), null, false);
        Expr value = reading.members.call(method, object, arguments, type, span);
        return ExpressionReader.isPure(value)
                ? value
                : expressions.hoist(access.method().getSimpleName().toString(), value, frame);
    }
}
