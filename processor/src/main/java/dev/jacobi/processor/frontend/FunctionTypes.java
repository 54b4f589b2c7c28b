package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** What a functional interface's one method takes and gives (JLS 9.8, 9.9). */
final class FunctionTypes {

    private final Language language;
    private final Map<TypeElement, @Nullable ExecutableElement> methods = new HashMap<>();

    private final Map<MethodCallExpr, Expression> written = new IdentityHashMap<>();
    private final Map<Expression, NameExpr> objects = new IdentityHashMap<>();

    FunctionTypes(Language language) {
        this.language = language;
    }

    /** The name that stands for the object that an expression gives, as the code of a function; made once, too. */
    NameExpr object(String name, Expression e) {
        return objects.computeIfAbsent(e, object -> {
            NameExpr code = new NameExpr(name);
            object.getRange().ifPresent(code::setRange);
            return code;
        });
    }

    /** The lambda that a call stands for; made once, as functions are known by their code. */
    Expression written(MethodCallExpr call, Supplier<Expression> lambda) {
        return written.computeIfAbsent(call, c -> lambda.get());
    }

    /** The one abstract method of an interface, or null. */
    @Nullable
    ExecutableElement method(TypeMirror type) {
        TypeElement element = type.getKind() == TypeKind.DECLARED ? language.classOf(type) : null;
        if (element == null
                || element.getKind() != ElementKind.INTERFACE
                || element.getModifiers().contains(Modifier.SEALED)) { // JLS 9.8
            return null;
        }
        if (!methods.containsKey(element)) {
            methods.put(element, find(element));
        }
        return methods.get(element);
    }

    /** Whether a type is one of Java's own functional interfaces, or below one: any class may implement it. */
    boolean isOfJava(TypeMirror type) {
        ExecutableElement method = method(type);
        return method != null && Enclosing.packageName(method).equals("java.util.function");
    }

    private @Nullable ExecutableElement find(TypeElement element) {
        ExecutableElement found = null;
        for (ExecutableElement method : ElementFilter.methodsIn(language.elements.getAllMembers(element))) {
            if (!method.getModifiers().contains(Modifier.ABSTRACT) || isObjects(method)) {
                continue;
            }
            if (found != null && !isSameSignature(found, method, element)) {
                return null;
            }
            found = found == null || isBelow(method, found) ? method : found;
        }
        return found;
    }

    /** Whether a class has the method anyway, as one of Object. */
    private boolean isObjects(ExecutableElement method) {
        TypeElement object = (TypeElement) ((DeclaredType) language.object()).asElement();
        for (ExecutableElement inherited :
                language.methods(object, method.getSimpleName().toString())) {
            if (inherited.getModifiers().contains(Modifier.PUBLIC)
                    && language.types.isSubsignature(
                            (ExecutableType) method.asType(), (ExecutableType) inherited.asType())) {
                return true;
            }
        }
        return false;
    }

    private boolean isSameSignature(ExecutableElement a, ExecutableElement b, TypeElement element) {
        if (!a.getSimpleName().equals(b.getSimpleName())) {
            return false;
        }
        ExecutableType left = memberType((DeclaredType) element.asType(), a);
        ExecutableType right = memberType((DeclaredType) element.asType(), b);
        return language.types.isSubsignature(left, right) || language.types.isSubsignature(right, left);
    }

    private boolean isBelow(ExecutableElement a, ExecutableElement b) {
        return language.types.isSubtype(
                language.types.erasure(Enclosing.type(a).asType()),
                language.types.erasure(Enclosing.type(b).asType()));
    }

    private ExecutableType memberType(DeclaredType type, ExecutableElement method) {
        return (ExecutableType) language.types.asMemberOf(type, method);
    }

    /** What a function of a functional interface's type takes and gives, or null if it isn't one. */
    @Nullable
    ExecutableType of(TypeMirror type) {
        ExecutableElement method = method(type);
        return method == null ? null : memberType((DeclaredType) withoutWildcards(type), method);
    }

    /** A functional interface with its bounds in place of wildcards (JLS 9.9): what a lambda expression's type is. */
    TypeMirror withoutWildcards(TypeMirror type) {
        if (type.getKind() == TypeKind.INTERSECTION) {
            for (TypeMirror bound : ((IntersectionType) type).getBounds()) {
                if (method(bound) != null) {
                    return withoutWildcards(bound);
                }
            }
        }
        if (type.getKind() != TypeKind.DECLARED) {
            return type;
        }
        DeclaredType declared = (DeclaredType) type;
        TypeElement element = (TypeElement) declared.asElement();
        List<? extends TypeMirror> arguments = declared.getTypeArguments();
        if (arguments.stream().noneMatch(a -> a.getKind() == TypeKind.WILDCARD)) {
            return type;
        }
        TypeMirror[] bounds = new TypeMirror[arguments.size()];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = withoutWildcard(
                    arguments.get(i), element.getTypeParameters().get(i));
        }
        return language.types.getDeclaredType(element, bounds);
    }

    /** A functional interface with the types of a lambda expression's written parameters put in (JLS 18.5.3). */
    TypeMirror withParameters(TypeMirror type, List<TypeMirror> written) {
        ExecutableElement method = method(type);
        if (method == null || method.getParameters().size() != written.size()) {
            return type;
        }
        DeclaredType declared = (DeclaredType) type;
        TypeElement element = (TypeElement) declared.asElement();
        ExecutableType own = memberType((DeclaredType) element.asType(), method);
        TypeMirror[] arguments = declared.getTypeArguments().toArray(TypeMirror[]::new);
        for (int i = 0; i < arguments.length; i++) {
            TypeMirror parameter = element.getTypeParameters().get(i).asType();
            for (int j = 0; j < written.size(); j++) {
                boolean says = language.types.isSameType(own.getParameterTypes().get(j), parameter);
                if (says && arguments[i].getKind() == TypeKind.WILDCARD) {
                    arguments[i] = written.get(j);
                }
            }
        }
        return language.types.getDeclaredType(element, arguments);
    }

    private TypeMirror withoutWildcard(TypeMirror argument, TypeParameterElement parameter) {
        if (!(argument instanceof WildcardType wildcard) || argument.getKind() != TypeKind.WILDCARD) {
            return argument;
        }
        if (wildcard.getSuperBound() != null) {
            return wildcard.getSuperBound();
        }
        TypeMirror bound = wildcard.getExtendsBound();
        TypeMirror declared = parameter.getBounds().get(0);
        boolean narrower = bound != null
                && !language.isObject(bound)
                && (declared.getKind() != TypeKind.DECLARED
                        || !((DeclaredType) declared).getTypeArguments().isEmpty()
                        || language.types.isSubtype(bound, declared)
                        || bound.getKind() == TypeKind.TYPEVAR);
        return narrower ? bound : declared;
    }
}
