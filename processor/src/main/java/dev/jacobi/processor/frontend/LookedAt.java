package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Type;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/**
 * Whether a method that takes an object, and is given an array, does no more with it than to compare it with null, give
 * it back, or hand it on: {@code notNull(values, "values")}. Its code means the same if the array stays what it is.
 */
final class LookedAt {

    private LookedAt() {}

    /** @param values what it is given, as it is at the call */
    static boolean isIn(MethodDeclaration declaration, ExecutableElement called, List<Expr> values, TypeReader types) {
        boolean some = false;
        int fixed = called.getParameters().size() - (called.isVarArgs() ? 1 : 0);
        for (int i = 0; i < Math.min(fixed, values.size()); i++) {
            if (isWidened(
                    values.get(i), types.read(called.getParameters().get(i).asType()))) {
                some = true;
                if (!isOnlyLookedAt(declaration, declaration.getParameter(i).getName())) {
                    return false;
                }
            }
        }
        return some;
    }

    /** Whether an array of numbers is handed over as an object. */
    static boolean isWidened(Expr value, Type parameter) {
        Type given = value.type();
        boolean array = given instanceof Type.Array && !Leaves.isRows(given) && given.carriesDerivative();
        return array && parameter instanceof Type.Opaque;
    }

    /** What a call gives: where that is of the type variable of its arrays, an array of their type. */
    static Type givenBack(ExecutableElement called, List<Expr> values, Type declared) {
        @Nullable Type type = null;
        for (int i = 0; i < called.getParameters().size(); i++) {
            TypeMirror parameter = called.getParameters().get(i).asType();
            if (parameter instanceof TypeVariable taken
                    && called.getReturnType() instanceof TypeVariable given
                    && taken.asElement().equals(given.asElement())) {
                Type own = values.get(i).type();
                if (type != null && !type.equals(own)) {
                    return declared;
                }
                type = own;
            }
        }
        return type instanceof Type.Array ? type : declared;
    }

    private static boolean isOnlyLookedAt(MethodDeclaration declaration, SimpleName parameter) {
        return declaration.getBody().orElseThrow().findAll(SimpleName.class).stream()
                .filter(name -> name.getIdentifier().equals(parameter.getIdentifier()))
                .allMatch(name -> name.getParentNode()
                        .filter(use -> !use.toString().equals(parameter.getIdentifier()) || isLook(use))
                        .isPresent());
    }

    private static boolean isLook(Node use) {
        Node around = use.getParentNode().orElse(null);
        if (around instanceof BinaryExpr compared) {
            boolean equality = compared.getOperator() == BinaryExpr.Operator.EQUALS
                    || compared.getOperator() == BinaryExpr.Operator.NOT_EQUALS;
            Expression other = Identity.same(compared.getLeft(), use) ? compared.getRight() : compared.getLeft();
            return equality && other.isNullLiteralExpr();
        }
        return around instanceof ReturnStmt
                || around instanceof MethodCallExpr call
                        && call.getArguments().stream().anyMatch(argument -> Identity.same(argument, use));
    }
}
