package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Methods that only give an element or a length of an array that is a field: {@code double get(int i, int j) { return
 * data[i][j]; }}. Where generated code may not name the field, it reads {@code data[k][0]} as {@code get(k, 0)}.
 */
final class ElementAccessors {

    private final Functions functions;

    ElementAccessors(Functions functions) {
        this.functions = functions;
    }

    /** A call that gives what an expression gives. */
    record Access(ExecutableElement method, List<Expression> arguments) {}

    /** Those that fit an expression that begins with a field. */
    List<Access> of(Expression read, VariableElement field, Expression root, Predicate<ExecutableElement> callable) {
        List<Access> found = new ArrayList<>();
        for (ExecutableElement method :
                ElementFilter.methodsIn(Enclosing.type(field).getEnclosedElements())) {
            Access access = callable.test(method) && isPlain(method, field) ? access(method, field, read, root) : null;
            if (access != null) {
                found.add(access);
            }
        }
        return found;
    }

    private static boolean isPlain(ExecutableElement method, VariableElement field) {
        return FieldAccessors.isPlain(method, field)
                && !method.isVarArgs()
                && method.getParameters().stream().allMatch(p -> p.asType().getKind() == TypeKind.INT);
    }

    private @Nullable Access access(ExecutableElement method, VariableElement field, Expression read, Expression root) {
        Expression given = FieldAccessors.given(functions.body(method));
        Map<String, Expression> bound = new HashMap<>();
        method.getParameters().forEach(p -> bound.put(p.getSimpleName().toString(), root));
        if (given == null
                || root(given) == null
                || !functions.language.types.isSameType(method.getReturnType(), type(read, root, field.asType()))
                || !fits(given, read, field, root, bound)) {
            return null;
        }
        List<Expression> arguments = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            arguments.add(bound.get(parameter.getSimpleName().toString()));
        }
        return arguments.stream().anyMatch(argument -> Identity.same(argument, root))
                ? null
                : new Access(method, arguments);
    }

    /** The type of what is read of a field: a method that gives another would convert it. */
    private TypeMirror type(Expression read, Expression root, TypeMirror field) {
        if (Identity.same(read, root)) {
            return field;
        }
        if (read instanceof EnclosedExpr enclosed) {
            return type(enclosed.getInner(), root, field);
        }
        return read instanceof ArrayAccessExpr access && type(access.getName(), root, field) instanceof ArrayType array
                ? array.getComponentType()
                : functions.language.types.getPrimitiveType(TypeKind.INT);
    }

    /**
     * Whether an accessor's text, with indices in the place of its parameters, is what is read.
     *
     * @param bound the indices by the parameters' names; of those that aren't known by now the root
     */
    private static boolean fits(
            Expression given, Expression read, VariableElement field, Expression root, Map<String, Expression> bound) {
        if (given instanceof EnclosedExpr enclosed) {
            return fits(enclosed.getInner(), read, field, root, bound);
        }
        if (read instanceof EnclosedExpr enclosed && !bound.containsKey(given.toString())) {
            return fits(given, enclosed.getInner(), field, root, bound);
        }
        if (given instanceof NameExpr name && bound.containsKey(name.getNameAsString())) {
            boolean first = Identity.same(bound.get(name.getNameAsString()), root);
            bound.put(name.getNameAsString(), read);
            return first && onlyComputes(read);
        }
        if (given instanceof ArrayAccessExpr element) {
            return read instanceof ArrayAccessExpr other
                    && fits(element.getName(), other.getName(), field, root, bound)
                    && fits(element.getIndex(), other.getIndex(), field, root, bound);
        }
        if (given instanceof IntegerLiteralExpr number) {
            return read instanceof IntegerLiteralExpr other && other.getValue().equals(number.getValue());
        }
        if (Identity.same(read, root)) {
            return FieldAccessors.names(given, field.getSimpleName().toString());
        }
        return isLength(given)
                && isLength(read)
                && fits(((FieldAccessExpr) given).getScope(), ((FieldAccessExpr) read).getScope(), field, root, bound);
    }

    private static boolean isLength(Expression e) {
        return e instanceof FieldAccessExpr access && access.getNameAsString().equals("length");
    }

    /** The first name in an expression that may be an element or a length of an array; null for any other. */
    static @Nullable Expression root(Expression e) {
        if (!(e instanceof ArrayAccessExpr) && !isLength(e)) {
            return null;
        }
        Expression root = e;
        while (true) {
            if (root instanceof ArrayAccessExpr access) {
                root = access.getName();
            } else if (root instanceof EnclosedExpr enclosed) {
                root = enclosed.getInner();
            } else if (isLength(root)) {
                root = ((FieldAccessExpr) root).getScope();
            } else {
                break;
            }
        }
        return root instanceof NameExpr || root instanceof FieldAccessExpr ? root : null;
    }

    /** Whether it doesn't matter if an index is computed before or after an array is read. */
    private static boolean onlyComputes(Node e) {
        boolean plain = e instanceof NameExpr
                || e instanceof FieldAccessExpr
                || e instanceof ThisExpr
                || e instanceof LiteralExpr
                || e instanceof EnclosedExpr
                || e instanceof ArrayAccessExpr
                || e instanceof BinaryExpr
                || e instanceof CastExpr cast && cast.getType().isPrimitiveType()
                || e instanceof UnaryExpr step && !Assigned.isStep(step);
        return plain
                && e.getChildNodes().stream()
                        .filter(Expression.class::isInstance)
                        .allMatch(ElementAccessors::onlyComputes);
    }
}
