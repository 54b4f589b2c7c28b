package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.jacobi.processor.ir.FieldAccessor;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Methods that only give a field: {@code double mass() { return mass; }}. Where other classes may not name the field,
 * generated code reads it by such a method, which is the very same value.
 */
public final class FieldAccessors {

    private final Functions functions;
    private final Map<VariableElement, Optional<ExecutableElement>> known = new HashMap<>();
    private final Map<String, FieldAccessor> used = new HashMap<>();

    FieldAccessors(Functions functions) {
        this.functions = functions;
    }

    /** By the signature of the primitive that reads a field; null where none was asked for. */
    public @Nullable FieldAccessor of(String signature) {
        return used.get(signature);
    }

    /** The method of a field, the one that most classes can call; null where there is none. */
    @Nullable
    ExecutableElement of(VariableElement field) {
        return known.computeIfAbsent(field, this::find).orElse(null);
    }

    /** What is written in the place of a field's name behind a dot. */
    String read(VariableElement field, String from) {
        ExecutableElement method = Enclosing.isReachable(field, from) ? null : of(field);
        return method == null ? field.getSimpleName().toString() : method.getSimpleName() + "()";
    }

    private Optional<ExecutableElement> find(VariableElement field) {
        Optional<ExecutableElement> found =
                ElementFilter.methodsIn(Enclosing.type(field).getEnclosedElements()).stream()
                        .filter(method -> !method.getModifiers().contains(Modifier.PRIVATE) && gives(method, field))
                        .min(Comparator.comparing(
                                method -> !method.getModifiers().contains(Modifier.PUBLIC)));
        String home = Enclosing.packageName(field);
        found.ifPresent(method -> used.put(
                functions.copies().signature(field),
                new FieldAccessor(
                        Enclosing.isReachable(field, home) ? home : "",
                        method.getSimpleName().toString())));
        return found;
    }

    private boolean gives(ExecutableElement method, VariableElement field) {
        boolean alike = method.getParameters().isEmpty()
                && isPlain(method, field)
                && functions.language.types.isSameType(method.getReturnType(), field.asType());
        Expression given = alike ? given(functions.body(method)) : null;
        return given != null && names(given, field.getSimpleName().toString());
    }

    /** Whether nothing but its value tells a call of a method from reading a field. */
    static boolean isPlain(ExecutableElement method, VariableElement field) {
        return method.getTypeParameters().isEmpty()
                && method.getThrownTypes().isEmpty()
                && Functions.isStatic(method) == field.getModifiers().contains(Modifier.STATIC)
                && !method.getModifiers().contains(Modifier.SYNCHRONIZED);
    }

    /** What a body gives that does nothing else; null of any other. */
    static @Nullable Expression given(Declarations.@Nullable Body body) {
        if (body == null) {
            return null;
        }
        NodeList<Statement> statements =
                body.declaration().getBody().orElseThrow().getStatements();
        return statements.size() == 1 && statements.get(0) instanceof ReturnStmt line
                ? line.getExpression().orElse(null)
                : null;
    }

    /** In a method without variables, or parameters of its name, a class's own field is what its name means. */
    static boolean names(Expression e, String field) {
        return e instanceof NameExpr name && name.getNameAsString().equals(field)
                || e instanceof FieldAccessExpr access
                        && access.getScope() instanceof ThisExpr self
                        && self.getTypeName().isEmpty()
                        && access.getNameAsString().equals(field);
    }

    /**
     * Whether no other method runs where a field's is called on an object.
     *
     * @param exact the object's class, where it is known to be that very class; else null
     */
    boolean isSure(ExecutableElement method, @Nullable TypeElement type, @Nullable TypeElement exact) {
        return !ReceiverCheck.isOverridable(method)
                || type != null && isNowhereOverridden(method, type)
                || exact != null && isOf(exact, method);
    }

    private boolean isNowhereOverridden(ExecutableElement method, TypeElement type) {
        List<Implementations.Case> cases = new Implementations(functions).of(type, method);
        return cases != null
                && cases.stream()
                        .allMatch(
                                one -> one.constant().isEmpty() && one.method().equals(method));
    }

    /** Whether the objects of a class, and of none below it, have a method and no other in its place. */
    boolean isOf(TypeElement type, ExecutableElement method) {
        return type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.ABSTRACT)
                && functions.language.methods(type, method.getSimpleName().toString()).stream()
                        .noneMatch(other ->
                                !other.equals(method) && functions.language.elements.overrides(other, method, type));
    }
}
