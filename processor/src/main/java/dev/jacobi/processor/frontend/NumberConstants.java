package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** The values of constant expressions (JLS 15.29): whole numbers, and fractions that are written out or named. */
final class NumberConstants {

    private final Typer typer;
    private final Scope scope;

    NumberConstants(Typer typer, Scope scope) {
        this.typer = typer;
        this.scope = scope;
    }

    /** The value of an expression of whole numbers that the compiler knows; null for any other. */
    @Nullable
    Long whole(Expression e) {
        return value(e) instanceof Long whole ? whole : null;
    }

    /** The value of an expression that the compiler knows, a {@code Long} or {@code Double}; null for any other. */
    @Nullable
    Number value(Expression e) {
        if (e instanceof IntegerLiteralExpr literal) {
            return literal.asNumber().longValue();
        }
        if (e instanceof DoubleLiteralExpr literal) {
            return Double.parseDouble(literal.getValue().replace("_", ""));
        }
        if (e instanceof CharLiteralExpr literal) {
            return (long) literal.asChar();
        }
        if (e instanceof EnclosedExpr enclosed) {
            return value(enclosed.getInner());
        }
        if (e instanceof CastExpr cast && cast.getType().isPrimitiveType()) {
            return whole(cast.getExpression());
        }
        if (e instanceof UnaryExpr unary) {
            return unary(unary);
        }
        if (e instanceof BinaryExpr binary) {
            return binary(binary);
        }
        return e instanceof NameExpr || e instanceof FieldAccessExpr ? variable(e) : null;
    }

    private @Nullable Number unary(UnaryExpr e) {
        Number value = value(e.getExpression());
        if (value instanceof Double fraction) {
            return switch (e.getOperator()) {
                case PLUS -> fraction;
                case MINUS -> -fraction;
                default -> null;
            };
        }
        if (!(value instanceof Long whole)) {
            return null;
        }
        return switch (e.getOperator()) {
            case PLUS -> whole;
            case MINUS -> (long) -whole.intValue();
            case BITWISE_COMPLEMENT -> ~whole;
            default -> null;
        };
    }

    private @Nullable Number binary(BinaryExpr e) {
        Number left = value(e.getLeft());
        Number right = left == null ? null : value(e.getRight());
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof Long a && right instanceof Long b) {
            Integer value = binary(e.getOperator(), a.intValue(), b.intValue());
            return value == null ? null : (long) value;
        }
        return binary(e.getOperator(), left.doubleValue(), right.doubleValue());
    }

    private static @Nullable Double binary(BinaryExpr.Operator operator, double a, double b) {
        return switch (operator) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            default -> null;
        };
    }

    private static @Nullable Integer binary(BinaryExpr.Operator operator, int a, int b) {
        return switch (operator) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> b == 0 ? null : a / b;
            case REMAINDER -> b == 0 ? null : a % b;
            case LEFT_SHIFT -> a << b;
            case SIGNED_RIGHT_SHIFT -> a >> b;
            case UNSIGNED_RIGHT_SHIFT -> a >>> b;
            case BINARY_AND -> a & b;
            case BINARY_OR -> a | b;
            case XOR -> a ^ b;
            default -> null;
        };
    }

    private @Nullable Number variable(Expression e) {
        VariableElement field = typer.members().field(e, scope).field();
        Object constant = field == null ? null : field.getConstantValue();
        if (constant instanceof Character c) {
            return (long) c;
        }
        if (constant instanceof Integer || constant instanceof Short || constant instanceof Byte) {
            return ((Number) constant).longValue();
        }
        if (constant instanceof Number number) {
            return number.doubleValue();
        }
        return field == null && e instanceof NameExpr name ? local(name) : null;
    }

    /** A final local variable of a primitive type is a constant if its initializer is. */
    private @Nullable Number local(NameExpr name) {
        Node declaration = Locals.declaration(name.getNameAsString(), name);
        if (!(declaration instanceof VariableDeclarator variable)) {
            return null;
        }
        boolean isFinal = variable.getParentNode()
                .filter(p -> p instanceof VariableDeclarationExpr d && d.isFinal())
                .isPresent();
        boolean isNumber = variable.getType().isPrimitiveType();
        return isFinal && isNumber ? variable.getInitializer().map(this::value).orElse(null) : null;
    }
}
