package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.ir.CopiedCode;
import dev.jacobi.processor.ir.CopiedField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What the names in a function mean, which generated code hands on as it stands: variables of the method around it,
 * which the function is handed there, and classes and their members, which have to be named in full.
 */
final class FunctionNames {

    private final Reading reading;
    private final Scope scope;
    private final Node code;
    private final FunctionText text;
    private final HiddenMembers hidden;
    private final CopiedCalls calls;

    /** The variables around the function, by name, and where they are used. */
    private final Map<String, List<Node>> used = new LinkedHashMap<>();

    private final String self;
    private boolean usesSelf;

    /** @param code an expression, or a method, of which the body is written */
    private FunctionNames(Reading reading, Scope scope, Node code, FunctionText text, MethodCopies copies) {
        this.reading = reading;
        this.scope = scope;
        this.code = code;
        this.text = text;
        this.hidden = new HiddenMembers(reading, scope);
        this.self = fresh(code);
        this.calls = new CopiedCalls(reading, scope, code, text, copies);
    }

    /**
     * A function's text, and what it uses.
     *
     * @param used the variables around it, by name, and where they are used
     * @param self what it calls the object around it; null where it doesn't use that
     */
    record Text(
            List<CopiedCode> parts,
            Map<String, List<Node>> used,
            @Nullable String self) {}

    /** Of a function. */
    static Text of(Expression code, Reading reading, Scope scope) {
        FunctionNames names = new FunctionNames(reading, scope, code, FunctionText.of(code), new MethodCopies(reading));
        names.visit(code);
        return new Text(names.text.parts(), names.used, names.usesSelf ? names.self : null);
    }

    /** Of a method's body; an instance method always has a name for its object. */
    static Text of(MethodDeclaration method, Reading reading, Scope scope, MethodCopies copies) {
        BlockStmt body = method.getBody().orElseThrow();
        FunctionNames names = new FunctionNames(reading, scope, method, FunctionText.of(body), copies);
        names.visit(body);
        return new Text(names.text.parts(), names.used, method.isStatic() ? null : names.self);
    }

    private static String fresh(Node code) {
        String name = "self";
        for (int i = 2; mentions(code, name); i++) {
            name = "self" + i;
        }
        return name;
    }

    private static boolean mentions(Node node, String name) {
        return node instanceof SimpleName simple && simple.getIdentifier().equals(name)
                || node.getChildNodes().stream().anyMatch(child -> mentions(child, name));
    }

    private void visit(Node node) {
        if (node instanceof NameExpr name) {
            name(name.getNameAsString(), name);
        } else if (node instanceof TypeExpr type
                && type.getType() instanceof ClassOrInterfaceType named
                && named.getScope().isEmpty()
                && isVariable(named.getNameAsString(), named)) {
            name(named.getNameAsString(), named);
        } else if (node instanceof ThisExpr object) {
            object(object);
        } else if (node instanceof SuperExpr parent && !calls.isInsideClass(parent)) {
            throw unsupported(parent, "the use of super", "hand the values in as parameters");
        } else if (node instanceof StringLiteralExpr || node instanceof TextBlockLiteralExpr) {
            text.replace(node, new CopiedField.Part.Text(Literals.text((Expression) node)));
        } else {
            if (node instanceof ClassOrInterfaceType type) {
                type(type);
            } else if (node instanceof AnnotationExpr annotation) {
                annotation(annotation.getName());
            } else if (node instanceof MethodCallExpr call) {
                if (call(call)) {
                    call.getArguments().forEach(this::visit);
                    return;
                }
            } else if (node instanceof FieldAccessExpr access && field(access)) {
                return;
            } else if (node instanceof MethodReferenceExpr reference) {
                if (reference(reference)) {
                    return;
                }
                hidden.check(reference);
            } else if (node instanceof ObjectCreationExpr creation) {
                hidden.check(creation);
            }
            List.copyOf(node.getChildNodes()).forEach(this::visit);
        }
    }

    private boolean isVariable(String name, Node at) {
        return isOwn(name, at) || reading.typer.members().simple(name, at, scope) != null;
    }

    private void name(String name, Node at) {
        if (isOwn(name, at)) {
            return;
        }
        MemberLookup.Variable variable = at instanceof NameExpr label && isLabel(label)
                ? reading.typer.members().field(label, scope)
                : reading.typer.members().simple(name, at, scope);
        if (variable != null && variable.field() != null) {
            member(variable.field(), at);
        } else if (variable != null) {
            used.computeIfAbsent(name, n -> new ArrayList<>()).add(expression(at));
        } else {
            className(name, at);
        }
    }

    /** The expression that a name is. */
    private static Node expression(Node at) {
        return at instanceof NameExpr ? at : parent(at);
    }

    private static boolean isLabel(NameExpr e) {
        return e.getParentNode().orElse(null) instanceof SwitchEntry entry && Identity.contains(entry.getLabels(), e);
    }

    /** A field that is named without what it belongs to. */
    private void member(VariableElement field, Node at) {
        if (at instanceof NameExpr label && isLabel(label) && field.getKind() == ElementKind.ENUM_CONSTANT) {
            return;
        }
        if (field.getModifiers().contains(Modifier.STATIC)) {
            String copy = reading.members.hidden().copied(field);
            if (copy != null) {
                text.replace(at, new CopiedField.Part.Copied(copy));
                return;
            }
            text.replace(at, named(Enclosing.type(field)), new CopiedField.Part.Text("." + hidden.read(field, at)));
        } else {
            requireOwn(field, at);
            text.replace(at, new CopiedField.Part.Text(self + "." + hidden.read(field, at)));
        }
    }

    /** Whether the object around the function is the one that a member belongs to, and not one around that. */
    private void requireOwn(Element member, Node at) {
        TypeElement own = scope.names().enclosingClass();
        if (own == null
                || !reading.typer.isSubtype(own.asType(), Enclosing.type(member).asType())) {
            throw unsupported(at, "the use of the object around this one", "hand the values in as parameters");
        }
        usesSelf = true;
    }

    private CopiedCode named(TypeElement type) {
        return new CopiedField.Part.Named(reading.types.erased(type.asType()));
    }

    private void object(ThisExpr object) {
        if (object.getTypeName().isEmpty() && calls.isInsideClass(object)) {
            return;
        }
        TypeMirror type = reading.typer.typeOf(object, scope);
        requireOwn(Objects.requireNonNull(reading.members.classOf(type)), type, object);
        text.replace(object, new CopiedField.Part.Text(self));
    }

    private void requireOwn(TypeElement type, TypeMirror mirror, Node at) {
        TypeElement own = scope.names().enclosingClass();
        if (own == null || !own.equals(type)) {
            throw unsupported(at, "the use of " + mirror + " as an object around this one", "hand the values in");
        }
        usesSelf = true;
    }

    private static Node parent(Node node) {
        return node.getParentNode().orElseThrow();
    }

    /** Whether a variable is declared in the function, or is a field of a class in it. */
    private boolean isOwn(String name, Node at) {
        for (Node node = at; !Identity.same(node, code); node = parent(node)) {
            Node around = parent(node);
            boolean field = node instanceof BodyDeclaration<?>
                    && LocalTypes.isLocal(around)
                    && reading.typer.variables().isFieldOf(around, name, scope);
            if (field || Locals.declaredBeside(node, around, name) != null) {
                return true;
            }
        }
        return false;
    }

    private void type(ClassOrInterfaceType type) {
        boolean ofObject = parent(type) instanceof ObjectCreationExpr creation
                && Identity.same(creation.getType(), type)
                && creation.getScope().isPresent();
        if (type.getScope().isEmpty() && !TypeNames.isVar(type) && !ofObject) {
            TypeMirror parameter = scope.names().typeParameter(type.getNameAsString());
            if (parameter != null && isOwnParameter(type.getNameAsString())) {
                return;
            }
            if (parameter != null && !LocalTypes.declares(type, type.getNameAsString(), code)) {
                if (code instanceof MethodDeclaration) {
                    throw unsupported(
                            type, "the use of a class's type parameter here", "make the method package-private");
                }
                text.replace(type.getName(), new CopiedField.Part.Named(reading.types.read(parameter)));
            } else {
                className(type.getNameAsString(), type.getName());
            }
        }
    }

    private boolean isOwnParameter(String name) {
        return code instanceof MethodDeclaration method
                && method.getTypeParameters().stream()
                        .anyMatch(parameter -> parameter.getNameAsString().equals(name));
    }

    private void annotation(Name name) {
        if (name.getQualifier().isEmpty()) {
            className(name.getIdentifier(), name);
        }
    }

    /** A name that means a class, or the start of a package's name. */
    private void className(String name, Node at) {
        if (LocalTypes.declares(at, name)) {
            if (!LocalTypes.declares(at, name, code)) {
                throw unsupported(at, "a class declared inside the method", "declare it outside the method");
            }
            return;
        }
        TypeElement type = scope.names().simple(name);
        if (type != null) {
            reading.members.requireReachable(type, scope.span(at));
            text.replace(at, named(type));
        }
    }

    /**
     * A method that is called without what it belongs to gets that; of all others only says whether it can be called.
     *
     * @return whether all but the arguments has been replaced
     */
    private boolean call(MethodCallExpr call) {
        CopiedCalls.Copy copy = calls.of(call);
        if (copy != null) {
            if (!copy.isStatic()) {
                requireOwn(copy.method(), call);
            }
            calls.replace(call, copy, self);
            return true;
        }
        if (call.getScope().isPresent()) {
            hidden.check(call);
            return false;
        }
        if (calls.isOfLocalClass(call)) {
            return false;
        }
        ExecutableElement method = calls.called(call);
        reading.members.requireReachable(method, scope.span(call));
        CopiedCode name = new CopiedField.Part.Text("." + call.getNameAsString());
        if (Functions.isStatic(method)) {
            text.replace(call.getName(), named(Enclosing.type(method)), name);
        } else {
            requireOwn(method, call);
            text.replace(call.getName(), new CopiedField.Part.Text(self), name);
        }
        return false;
    }

    private boolean reference(MethodReferenceExpr reference) {
        CopiedCalls.Copy copy = calls.of(reference);
        if (copy == null) {
            return false;
        }
        if (reference.getScope() instanceof ThisExpr) {
            requireOwn(copy.method(), reference);
        }
        calls.replace(reference, copy, self);
        return true;
    }

    /** Whether a field behind a dot needs more than its class named in full; if so, it has been replaced. */
    private boolean field(FieldAccessExpr access) {
        VariableElement field = hidden.field(access);
        if (field == null) {
            return false;
        }
        if (field.getModifiers().contains(Modifier.STATIC)) {
            String copy = reading.members.hidden().copied(field);
            if (copy != null) {
                text.replace(access, new CopiedField.Part.Copied(copy));
                return true;
            }
        }
        text.replace(access.getName(), new CopiedField.Part.Text(hidden.read(field, access)));
        return false;
    }

    private Refusal unsupported(Node at, String what, String instead) {
        return new Refusal(Problem.of(Kind.UNSUPPORTED, scope.span(at), what, instead));
    }
}
