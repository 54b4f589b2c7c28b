package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Which variable, field or method a name means (JLS 6.5, 15.12). */
final class MemberLookup {

    private final Language language;
    private final Typer typer;
    private final Overloads overloads;
    private final Map<Expression, Method> methods = new IdentityHashMap<>();

    MemberLookup(Language language, Typer typer) {
        this.language = language;
        this.typer = typer;
        this.overloads = new Overloads(language);
    }

    /**
     * What a name means.
     *
     * @param field null for a local variable and for an array's length
     * @param receiver the expression whose field it is; null for locals, static fields and fields of {@code this}
     */
    record Variable(
            String name,
            @Nullable VariableElement field,
            @Nullable Expression receiver,
            TypeMirror type) {
        boolean isLocal() {
            return field == null && receiver == null;
        }

        boolean isStatic() {
            return field != null && field.getModifiers().contains(Modifier.STATIC);
        }
    }

    /**
     * What a call calls.
     *
     * @param receiver the type whose member it is; null for a method of an enclosing class or a static import
     * @param onType whether what stands before the dot is a class
     */
    record Method(Overloads.Choice choice, @Nullable TypeMirror receiver, boolean onType) {}

    Variable field(Expression e, Scope scope) {
        if (e instanceof NameExpr name) {
            return simple(name, scope);
        }
        FieldAccessExpr access = (FieldAccessExpr) e;
        TypeElement type = asType(access.getScope(), scope);
        String name = access.getNameAsString();
        if (type != null) {
            VariableElement field = language.field(type, name);
            if (field != null) {
                return new Variable(name, field, null, language.memberType(type.asType(), field));
            }
            throw unknown(e, access.getScope() + "." + name, scope);
        }
        TypeMirror receiver = typer.typeOf(access.getScope(), scope);
        if (receiver.getKind() == TypeKind.ARRAY && name.equals("length")) {
            return new Variable(name, null, access.getScope(), language.primitive(TypeKind.INT));
        }
        TypeElement owner = language.classOf(receiver);
        VariableElement field = owner == null ? null : language.field(owner, name);
        if (field == null) {
            throw unknown(e, access.toString(), scope);
        }
        return new Variable(name, field, access.getScope(), language.memberType(receiver, field));
    }

    private Refusal unknown(Expression e, String name, Scope scope) {
        return new Refusal(Problem.of(Kind.UNKNOWN_NAME, scope.span(e), name));
    }

    private Variable simple(NameExpr e, Scope scope) {
        String name = e.getNameAsString();
        TypeMirror local = scope.local(name);
        if (local != null) {
            return new Variable(name, null, null, local);
        }
        for (Element c = scope.names().enclosingClass(); c != null; c = c.getEnclosingElement()) {
            VariableElement field = c instanceof TypeElement type ? language.field(type, name) : null;
            if (field != null) {
                return new Variable(name, field, null, field.asType());
            }
        }
        for (TypeElement owner : staticImports(name, scope)) {
            VariableElement field = language.field(owner, name);
            if (field != null) {
                return new Variable(name, field, null, field.asType());
            }
        }
        throw unknown(e, name, scope);
    }

    private List<TypeElement> staticImports(String member, Scope scope) {
        List<TypeElement> owners = new ArrayList<>();
        for (ImportDeclaration declaration : scope.names().imports()) {
            if (!declaration.isStatic()) {
                continue;
            }
            String name = declaration.getNameAsString();
            boolean single = !declaration.isAsterisk();
            if (single && !name.endsWith("." + member)) {
                continue;
            }
            TypeElement owner = language.find(single ? name.substring(0, name.lastIndexOf('.')) : name);
            if (owner != null) {
                owners.add(owner);
            }
        }
        return owners;
    }

    /** The class that an expression before a dot names, or null if it is a value. */
    /** Whether what stands before a dot is a class. */
    boolean isType(Expression e, Scope scope) {
        return asType(e, scope) != null;
    }

    private @Nullable TypeElement asType(Expression e, Scope scope) {
        if (e instanceof NameExpr name) {
            String text = name.getNameAsString();
            return scope.local(text) != null || isField(text, scope)
                    ? null
                    : scope.names().simple(text);
        }
        if (e instanceof FieldAccessExpr access && isDottedName(access)) {
            return startsWithVariable(access, scope) ? null : scope.names().dotted(dotted(access));
        }
        return null;
    }

    private boolean isField(String name, Scope scope) {
        for (Element c = scope.names().enclosingClass(); c != null; c = c.getEnclosingElement()) {
            if (c instanceof TypeElement type && language.field(type, name) != null) {
                return true;
            }
        }
        return false;
    }

    /** Written without JavaParser's printer, which is slow to load. */
    private static String dotted(Expression e) {
        return e instanceof FieldAccessExpr access
                ? dotted(access.getScope()) + "." + access.getNameAsString()
                : ((NameExpr) e).getNameAsString();
    }

    private static boolean isDottedName(Expression e) {
        return e instanceof NameExpr || e instanceof FieldAccessExpr access && isDottedName(access.getScope());
    }

    private boolean startsWithVariable(FieldAccessExpr access, Scope scope) {
        Expression first = access;
        while (first instanceof FieldAccessExpr a) {
            first = a.getScope();
        }
        return first instanceof NameExpr name
                && (scope.local(name.getNameAsString()) != null || isField(name.getNameAsString(), scope));
    }

    Method method(MethodCallExpr call, Scope scope) {
        Method method = methods.get(call);
        if (method == null) {
            method = find(call, scope);
            methods.put(call, method);
        }
        return method;
    }

    private Method find(MethodCallExpr call, Scope scope) {
        List<TypeMirror> arguments = typer.types(call.getArguments(), scope);
        String name = call.getNameAsString();
        if (call.getScope().isEmpty()) {
            return unqualified(call, name, arguments, scope);
        }
        Expression before = call.getScope().get();
        TypeElement type = asType(before, scope);
        TypeMirror receiver = type != null ? type.asType() : typer.typeOf(before, scope);
        TypeElement owner =
                receiver.getKind() == TypeKind.ARRAY ? language.find("java.lang.Object") : language.classOf(receiver);
        List<ExecutableElement> candidates = owner == null ? List.of() : language.methods(owner, name);
        Overloads.Choice choice = overloads.choose(candidates, type != null ? null : receiver, arguments);
        if (choice == null) {
            throw unknownMethod(call, (owner == null ? receiver : owner) + "." + name, candidates, arguments, scope);
        }
        return new Method(choice, receiver, type != null);
    }

    private Method unqualified(MethodCallExpr call, String name, List<TypeMirror> arguments, Scope scope) {
        List<ExecutableElement> seen = List.of();
        for (Element c = scope.names().enclosingClass(); c != null && seen.isEmpty(); c = c.getEnclosingElement()) {
            if (c instanceof TypeElement type) {
                seen = language.methods(type, name);
            }
        }
        if (seen.isEmpty()) {
            seen = new ArrayList<>();
            for (TypeElement owner : staticImports(name, scope)) {
                seen.addAll(language.methods(owner, name));
            }
        }
        Overloads.Choice choice = overloads.choose(seen, null, arguments);
        if (choice == null) {
            throw unknownMethod(call, name, seen, arguments, scope);
        }
        return new Method(choice, null, false);
    }

    /** The constructor that a creation calls. */
    Overloads.Choice constructor(ObjectCreationExpr creation, Scope scope) {
        TypeMirror type = typer.named(creation.getType(), scope);
        TypeElement owner = language.classOf(type);
        List<ExecutableElement> candidates = owner == null ? List.of() : language.methods(owner, "<init>");
        List<TypeMirror> arguments = typer.types(creation.getArguments(), scope);
        Overloads.Choice choice = overloads.choose(candidates, type, arguments);
        if (choice == null) {
            throw unknownMethod(creation, "new " + creation.getType(), candidates, arguments, scope);
        }
        return choice;
    }

    private Refusal unknownMethod(
            Expression e, String name, List<ExecutableElement> candidates, List<TypeMirror> arguments, Scope scope) {
        StringBuilder given = new StringBuilder();
        for (TypeMirror argument : arguments) {
            given.append(given.length() == 0 ? "" : ", ").append(simpleName(argument));
        }
        StringBuilder existing = new StringBuilder();
        for (ExecutableElement candidate : candidates) {
            existing.append(existing.length() == 0 ? "there is " : ", ").append(display(candidate));
        }
        String spelling = name.contains(".") ? "check the spelling" : "check the spelling, or import it";
        String remedy = candidates.isEmpty() ? spelling : existing.toString();
        return new Refusal(Problem.of(Kind.UNKNOWN_METHOD, scope.span(e), name, given, remedy));
    }

    private String display(ExecutableElement method) {
        StringBuilder text = new StringBuilder();
        text.append(
                method.getSimpleName().contentEquals("<init>")
                        ? Enclosing.type(method).getSimpleName()
                        : method.getSimpleName());
        text.append('(');
        String separator = "";
        for (VariableElement parameter : method.getParameters()) {
            text.append(separator).append(simpleName(parameter.asType()));
            separator = ", ";
        }
        return text.append(')').toString();
    }

    static String simpleName(TypeMirror type) {
        return switch (type.getKind()) {
            case NONE -> "a lambda";
            case NULL -> "null";
            default -> type.toString();
        };
    }
}
