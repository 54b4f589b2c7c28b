package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithExtends;
import com.github.javaparser.ast.nodeTypes.NodeWithImplements;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.type.UnknownType;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** The types of the variables that a method's source declares, and of the fields of classes inside it. */
final class Variables {

    private final Language language;
    private final Typer typer;
    private final Map<Node, TypeMirror> known = new IdentityHashMap<>();

    Variables(Language language, Typer typer) {
        this.language = language;
        this.typer = typer;
    }

    /** Says what a lambda expression's parameter is, now that its target is known. */
    void learn(Parameter parameter, TypeMirror type) {
        known.put(parameter, type);
    }

    /** The type of the local variable that a name means at a node, or null if it means none. */
    @Nullable
    TypeMirror local(String name, Node at, Scope scope) {
        TypeMirror inScope = scope.local(name);
        if (inScope != null) {
            return inScope;
        }
        Node node = at;
        for (Node parent = parent(node); parent != null; parent = parent(node)) {
            Node declaration = Locals.declaredBeside(node, parent, name);
            if (declaration != null) {
                return declared(declaration, scope);
            }
            if (node instanceof BodyDeclaration<?> && !(parent instanceof Statement)) {
                if (!LocalTypes.isLocal(parent)) {
                    return null;
                }
                TypeMirror field = fieldOfLocal(parent, name, scope);
                if (field != null) {
                    return field;
                }
            }
            node = parent;
        }
        return null;
    }

    /** The type of the variable that a pattern declares. */
    TypeMirror ofPattern(TypePatternExpr pattern, Scope scope) {
        return declared(pattern, scope);
    }

    private static @Nullable Node parent(Node node) {
        return node.getParentNode().orElse(null);
    }

    /** The field of an enum that a name means in the body of one of its constants; null where it means none. */
    @Nullable
    VariableElement ofConstant(String name, Node at, Scope scope) {
        boolean inside = LocalTypes.around(at) instanceof EnumConstantDeclaration constant
                && LocalTypes.field(constant, name) == null;
        TypeElement owner = inside ? scope.names().enclosingClass() : null;
        boolean local = scope.local(name) != null || Locals.declaration(name, at) != null;
        return owner == null || local ? null : language.field(owner, name);
    }

    /** Whether a class inside the method declares or inherits a field, or what a record or enum has for one. */
    boolean isFieldOf(Node local, String name, Scope scope) {
        if (local instanceof RecordDeclaration row
                && row.getParameters().stream()
                        .anyMatch(p -> p.getNameAsString().equals(name))) {
            return true;
        }
        return local instanceof EnumDeclaration constants
                        && constants.getEntries().stream()
                                .anyMatch(e -> e.getNameAsString().equals(name))
                || fieldOfLocal(local, name, scope) != null;
    }

    private @Nullable TypeMirror fieldOfLocal(Node local, String name, Scope scope) {
        VariableDeclarator field = LocalTypes.field(local, name);
        if (field != null) {
            return declared(field, scope);
        }
        for (TypeMirror parent : supertypes(local, scope)) {
            TypeElement owner = language.classOf(parent);
            VariableElement inherited = owner == null ? null : language.field(owner, name);
            if (inherited != null
                    && Enclosing.isAccessible(inherited, scope.names().enclosingClass())) {
                return language.memberType(parent, inherited);
            }
        }
        return null;
    }

    /** What a class inside a method extends and implements. */
    List<TypeMirror> supertypes(Node local, Scope scope) {
        List<TypeMirror> types = new ArrayList<>();
        if (local instanceof ObjectCreationExpr creation) {
            types.add(typer.typeOf(creation, scope));
        } else if (local instanceof EnumConstantDeclaration) {
            types.add(Objects.requireNonNull(scope.names().enclosingClass()).asType());
        }
        if (local instanceof NodeWithExtends<?> extending) {
            for (ClassOrInterfaceType type : extending.getExtendedTypes()) {
                types.add(typer.named(type, scope));
            }
        }
        if (local instanceof NodeWithImplements<?> implementing) {
            for (ClassOrInterfaceType type : implementing.getImplementedTypes()) {
                types.add(typer.named(type, scope));
            }
        }
        if (local instanceof TypeDeclaration<?> type && (type.isEnumDeclaration() || type.isRecordDeclaration())) {
            types.add(language.declared(type.isEnumDeclaration() ? "java.lang.Enum" : "java.lang.Record"));
        }
        types.add(language.object());
        return types;
    }

    private TypeMirror declared(Node declaration, Scope scope) {
        TypeMirror type = known.get(declaration);
        if (type == null) {
            type = compute(declaration, scope);
            known.put(declaration, type);
        }
        return type;
    }

    private TypeMirror compute(Node declaration, Scope scope) {
        if (declaration instanceof VariableDeclarator variable) {
            return TypeNames.isVar(variable.getType())
                    ? inferred(variable, scope)
                    : typer.named(variable.getType(), scope);
        }
        if (declaration instanceof TypePatternExpr pattern) {
            return TypeNames.isVar(pattern.getType())
                    ? component(pattern, scope)
                    : typer.named(pattern.getType(), scope);
        }
        Parameter parameter = (Parameter) declaration;
        Type written = parameter.getType();
        if (written instanceof UnionType union) {
            return union(union, scope);
        }
        if (written instanceof UnknownType || TypeNames.isVar(written)) {
            return parameterOfLambda(parameter, scope);
        }
        return written(parameter, scope);
    }

    /** The type that a parameter's declaration writes out. */
    TypeMirror written(Parameter parameter, Scope scope) {
        TypeMirror type = typer.named(parameter.getType(), scope);
        return parameter.isVarArgs() ? language.types.getArrayType(type) : type;
    }

    private TypeMirror parameterOfLambda(Parameter parameter, Scope scope) {
        typer.typeOf((LambdaExpr) Objects.requireNonNull(parent(parameter)), scope);
        TypeMirror type = known.get(parameter);
        if (type == null) {
            throw typer.untyped(parameter, scope);
        }
        return type;
    }

    private TypeMirror inferred(VariableDeclarator variable, Scope scope) {
        Node declaration = parent(variable);
        Node statement = declaration == null ? null : parent(declaration);
        if (statement instanceof ForEachStmt loop) {
            return typer.hierarchy().upward(element(loop.getIterable(), scope));
        }
        Expression value = variable.getInitializer()
                .orElseThrow(() ->
                        new Refusal(Problem.of(Kind.UNKNOWN_NAME, scope.span(variable), variable.getNameAsString())));
        return typer.hierarchy().upward(typer.captured(value, scope));
    }

    /** What an enhanced for loop goes through. */
    TypeMirror element(Expression iterable, Scope scope) {
        TypeMirror type = typer.captured(iterable, scope);
        if (type instanceof ArrayType array && type.getKind() == TypeKind.ARRAY) {
            return array.getComponentType();
        }
        TypeElement wanted = Objects.requireNonNull(language.find("java.lang.Iterable"));
        TypeMirror parent = typer.hierarchy().asSuper(type, wanted);
        if (parent == null || ((DeclaredType) parent).getTypeArguments().isEmpty()) {
            return language.object();
        }
        TypeMirror argument = ((DeclaredType) parent).getTypeArguments().get(0);
        if (argument instanceof WildcardType wildcard && argument.getKind() == TypeKind.WILDCARD) {
            return wildcard.getExtendsBound() == null ? language.object() : wildcard.getExtendsBound();
        }
        return argument;
    }

    private TypeMirror union(UnionType union, Scope scope) {
        List<TypeMirror> types = new ArrayList<>();
        for (Type type : union.getElements()) {
            types.add(typer.named(type, scope));
        }
        TypeMirror lub = typer.lubs().lub(types);
        if (lub == null) {
            throw typer.untyped(union, scope);
        }
        return lub;
    }

    private static int position(RecordPatternExpr row, TypePatternExpr part) {
        int index = 0;
        while (!Identity.same(row.getPatternList().get(index), part)) {
            index++;
        }
        return index;
    }

    private TypeMirror component(TypePatternExpr pattern, Scope scope) {
        Node parent = parent(pattern);
        if (parent instanceof RecordPatternExpr row) {
            TypeMirror type = typer.named(row.getType(), scope);
            TypeElement element = language.classOf(type);
            int index = position(row, pattern);
            if (element != null && !TypeNames.isRaw(type)) {
                RecordComponentElement component = element.getRecordComponents().get(index);
                return typer.hierarchy()
                        .upward(
                                language.memberType(type, component.getAccessor())
                                                instanceof javax.lang.model.type.ExecutableType accessor
                                        ? accessor.getReturnType()
                                        : component.asType());
            }
        }
        throw typer.untyped(pattern, scope);
    }
}
