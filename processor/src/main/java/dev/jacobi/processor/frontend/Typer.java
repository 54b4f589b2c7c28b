package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.type.Type;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The static types of expressions (JLS 15), over JavaParser's tree and the compiler's model of classes. Each expression
 * is typed once.
 */
final class Typer {

    private final Language language;
    private final MemberLookup members;
    private final Map<Expression, TypeMirror> known = new IdentityHashMap<>();

    Typer(Language language) {
        this.language = language;
        this.members = new MemberLookup(language, this);
    }

    MemberLookup members() {
        return members;
    }

    /** The type of an expression; throws {@link Refusal} where a name in it is unknown. Kind NONE for lambdas. */
    TypeMirror typeOf(Expression e, Scope scope) {
        TypeMirror type = known.get(e);
        if (type == null) {
            type = compute(e, scope);
            known.put(e, type);
        }
        return type;
    }

    private TypeMirror compute(Expression e, Scope scope) {
        if (e instanceof EnclosedExpr enclosed) {
            return typeOf(enclosed.getInner(), scope);
        }
        if (e instanceof NameExpr || e instanceof FieldAccessExpr) {
            return members.field(e, scope).type();
        }
        if (e instanceof MethodCallExpr call) {
            TypeMirror cloned = clonedArray(call, scope);
            return cloned != null ? cloned : returnType(members.method(call, scope), call, scope);
        }
        if (e instanceof BinaryExpr binary) {
            return binary(binary, scope);
        }
        if (e instanceof UnaryExpr unary) {
            return unary(unary, scope);
        }
        if (e instanceof AssignExpr assign) {
            return typeOf(assign.getTarget(), scope);
        }
        if (e instanceof ConditionalExpr conditional) {
            return conditional(conditional, scope);
        }
        if (e instanceof CastExpr cast) {
            return named(cast.getType(), scope);
        }
        if (e instanceof ArrayAccessExpr access) {
            TypeMirror array = typeOf(access.getName(), scope);
            if (array instanceof ArrayType a) {
                return a.getComponentType();
            }
            throw new Refusal(
                    Problem.of(Kind.WRONG_TYPE, scope.span(access.getName()), "an array", array, "index arrays only"));
        }
        if (e instanceof ObjectCreationExpr creation) {
            return named(creation.getType(), scope);
        }
        if (e instanceof ArrayCreationExpr creation) {
            return named(creation.createdType(), scope);
        }
        return literal(e, scope);
    }

    private TypeMirror literal(Expression e, Scope scope) {
        if (e instanceof IntegerLiteralExpr) {
            return language.primitive(TypeKind.INT);
        }
        if (e instanceof LongLiteralExpr) {
            return language.primitive(TypeKind.LONG);
        }
        if (e instanceof DoubleLiteralExpr number) {
            String text = number.getValue().toLowerCase(Locale.ROOT);
            boolean hex = text.startsWith("0x");
            boolean isFloat = text.endsWith("f") && (!hex || text.contains("p"));
            return language.primitive(isFloat ? TypeKind.FLOAT : TypeKind.DOUBLE);
        }
        if (e instanceof BooleanLiteralExpr || e instanceof InstanceOfExpr) {
            return language.primitive(TypeKind.BOOLEAN);
        }
        if (e instanceof CharLiteralExpr) {
            return language.primitive(TypeKind.CHAR);
        }
        if (e instanceof StringLiteralExpr || e instanceof TextBlockLiteralExpr) {
            return language.declared("java.lang.String");
        }
        if (e instanceof NullLiteralExpr) {
            return language.types.getNullType();
        }
        if (e instanceof ClassExpr) {
            return language.types.erasure(language.declared("java.lang.Class"));
        }
        if (e instanceof LambdaExpr || e instanceof MethodReferenceExpr) {
            return language.types.getNoType(TypeKind.NONE);
        }
        throw new Refusal(Subset.unsupported(e, scope));
    }

    /** The type that a written type means. */
    TypeMirror named(Type type, Scope scope) {
        TypeMirror resolved = scope.names().resolve(type);
        if (resolved == null) {
            throw new Refusal(Problem.of(Kind.UNKNOWN_TYPE, scope.span(type), type.asString()));
        }
        return resolved;
    }

    /** Arrays override {@code clone} with a method that gives their own type (JLS 10.7). */
    private @Nullable TypeMirror clonedArray(MethodCallExpr call, Scope scope) {
        Expression receiver = call.getScope().orElse(null);
        boolean clones = receiver != null
                && call.getNameAsString().equals("clone")
                && call.getArguments().isEmpty()
                && !members.isType(receiver, scope);
        return clones && receiver != null && typeOf(receiver, scope) instanceof ArrayType array ? array : null;
    }

    private TypeMirror returnType(MemberLookup.Method method, MethodCallExpr call, Scope scope) {
        TypeMirror declared = method.choice().type().getReturnType();
        if (call.getNameAsString().equals("getClass") && call.getArguments().isEmpty()) {
            return language.types.erasure(language.declared("java.lang.Class"));
        }
        if (method.choice().method().getTypeParameters().isEmpty()) {
            boolean raw = method.receiver() != null && TypeNames.isRaw(method.receiver());
            return raw && !declared.getKind().isPrimitive() && declared.getKind() != TypeKind.VOID
                    ? language.types.erasure(declared)
                    : declared;
        }
        return new Inference(language).result(method.choice(), types(call.getArguments(), scope));
    }

    List<TypeMirror> types(List<Expression> expressions, Scope scope) {
        List<TypeMirror> types = new ArrayList<>();
        for (Expression expression : expressions) {
            types.add(typeOf(expression, scope));
        }
        return types;
    }

    private TypeMirror binary(BinaryExpr e, Scope scope) {
        TypeMirror left = typeOf(e.getLeft(), scope);
        TypeMirror right = typeOf(e.getRight(), scope);
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

    private TypeMirror unary(UnaryExpr e, Scope scope) {
        TypeMirror operand = typeOf(e.getExpression(), scope);
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
                    Kind.WRONG_TYPE, scope.span(e), "a number", "a " + describe(type), Operators.instead(type)));
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

    /**
     * JLS 15.25: numbers are promoted, with an int constant taking a smaller type that it fits; else one of both sides.
     */
    private TypeMirror conditional(ConditionalExpr e, Scope scope) {
        TypeMirror left = typeOf(e.getThenExpr(), scope);
        TypeMirror right = typeOf(e.getElseExpr(), scope);
        if (language.types.isSameType(left, right)) {
            return left;
        }
        PrimitiveType a = language.unboxed(left);
        PrimitiveType b = language.unboxed(right);
        if (a == null || b == null) {
            return reference(left, right);
        }
        if (a.getKind() == b.getKind()) {
            return a;
        }
        return ConditionalTypes.of(language, a, e.getThenExpr(), b, e.getElseExpr());
    }

    private TypeMirror reference(TypeMirror left, TypeMirror right) {
        TypeMirror a = boxed(left);
        TypeMirror b = boxed(right);
        if (a.getKind() == TypeKind.NULL || language.types.isAssignable(a, b)) {
            return b;
        }
        if (b.getKind() == TypeKind.NULL || language.types.isAssignable(b, a)) {
            return a;
        }
        return language.declared("java.lang.Object");
    }

    private TypeMirror boxed(TypeMirror type) {
        return type.getKind().isPrimitive()
                ? language.types.boxedClass((PrimitiveType) type).asType()
                : type;
    }

    TypeMirror declared(String name) {
        return language.declared(name);
    }

    boolean isEnum(TypeMirror type) {
        TypeElement element = language.classOf(type);
        return element != null && element.getKind() == ElementKind.ENUM;
    }

    static String describe(@Nullable TypeMirror type) {
        return type == null ? "nothing" : type.toString();
    }
}
