package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import java.util.List;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The types of what operators give (JLS 15.15 to 15.24). */
final class OperatorTypes {

    private final Language language;
    private final Typer typer;

    OperatorTypes(Language language, Typer typer) {
        this.language = language;
        this.typer = typer;
    }

    TypeMirror binary(BinaryExpr e, Scope scope) {
        TypeMirror left = typer.typeOf(e.getLeft(), scope);
        TypeMirror right = typer.typeOf(e.getRight(), scope);
        switch (e.getOperator()) {
            case OR, AND, EQUALS, NOT_EQUALS, LESS, GREATER, LESS_EQUALS, GREATER_EQUALS:
                return language.primitive(TypeKind.BOOLEAN);
            case LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT:
                return promoted(left, e.getLeft(), scope);
            case PLUS:
                if (language.isString(left) || language.isString(right)) {
                    return language.declared("java.lang.String");
                }
                return promoted(left, right, e, scope);
            default:
                return promoted(left, right, e, scope);
        }
    }

    TypeMirror unary(UnaryExpr e, Scope scope) {
        TypeMirror operand = typer.typeOf(e.getExpression(), scope);
        return switch (e.getOperator()) {
            case LOGICAL_COMPLEMENT -> language.primitive(TypeKind.BOOLEAN);
            case PLUS, MINUS, BITWISE_COMPLEMENT -> promoted(operand, e.getExpression(), scope);
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> operand;
        };
    }

    /** Unary numeric promotion (JLS 5.6). */
    private TypeMirror promoted(TypeMirror type, Expression e, Scope scope) {
        PrimitiveType primitive = language.unboxed(type);
        if (primitive == null || primitive.getKind() == TypeKind.BOOLEAN) {
            throw new Refusal(Problem.of(
                    Kind.WRONG_TYPE,
                    scope.span(e),
                    "a number",
                    Mismatch.a(Typer.describe(type)),
                    Operators.instead(type)));
        }
        return switch (primitive.getKind()) {
            case BYTE, SHORT, CHAR -> language.primitive(TypeKind.INT);
            default -> language.primitive(primitive.getKind());
        };
    }

    /** Binary numeric promotion (JLS 5.6); of two booleans, boolean. */
    private TypeMirror promoted(TypeMirror left, TypeMirror right, BinaryExpr e, Scope scope) {
        PrimitiveType a = language.unboxed(left);
        PrimitiveType b = language.unboxed(right);
        if (a != null && b != null && a.getKind() == TypeKind.BOOLEAN && b.getKind() == TypeKind.BOOLEAN) {
            return a;
        }
        promoted(left, e.getLeft(), scope);
        promoted(right, e.getRight(), scope);
        for (TypeKind kind : List.of(TypeKind.DOUBLE, TypeKind.FLOAT, TypeKind.LONG)) {
            if (a != null && a.getKind() == kind || b != null && b.getKind() == kind) {
                return language.primitive(kind);
            }
        }
        return language.primitive(TypeKind.INT);
    }
}
