package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** The numbers that are written in annotations: literals, and constants by name. */
final class NumberConstants {

    private final Typer typer;
    private final Scope scope;

    NumberConstants(Typer typer, Scope scope) {
        this.typer = typer;
        this.scope = scope;
    }

    /** The value of an expression; null where it isn't of these. */
    @Nullable
    Double value(Expression e) {
        if (e instanceof DoubleLiteralExpr literal) {
            return Double.parseDouble(literal.getValue().replace("_", ""));
        }
        if (e instanceof EnclosedExpr enclosed) {
            return value(enclosed.getInner());
        }
        if (e instanceof UnaryExpr unary && unary.getOperator() == UnaryExpr.Operator.MINUS) {
            Double value = value(unary.getExpression());
            return value == null ? null : -value;
        }
        if (e instanceof NameExpr || e instanceof FieldAccessExpr) {
            VariableElement field = typer.members().field(e, scope).field();
            if (field != null && field.getConstantValue() instanceof Number number) {
                return number.doubleValue();
            }
        }
        Long whole = new IntConstants(typer, scope).value(e);
        return whole == null ? null : (double) whole;
    }
}
