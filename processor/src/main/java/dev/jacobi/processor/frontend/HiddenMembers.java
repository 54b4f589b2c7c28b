package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Whether generated code can name the members that a function names behind a dot. Where it isn't known which is meant,
 * as in the bodies of classes inside methods, all of its name have to be reachable that there are around the function.
 */
final class HiddenMembers {

    private final Reading reading;
    private final Scope scope;

    HiddenMembers(Reading reading, Scope scope) {
        this.reading = reading;
        this.scope = scope;
    }

    void check(MethodCallExpr call) {
        ExecutableElement method;
        try {
            method = reading.typer.members().method(call, scope).choice().method();
        } catch (Refusal unknown) {
            TypeElement owner = call.getScope().map(this::owner).orElse(null);
            checkAll(owner, call.getNameAsString(), call);
            return;
        }
        require(method, call);
    }

    /** All methods of a name that may be meant. */
    private void checkAll(@Nullable TypeElement owner, String name, Node at) {
        if (owner == null) {
            checkAll(name, at);
            return;
        }
        for (ExecutableElement member : reading.members.methods(owner, name)) {
            if (Enclosing.isAccessible(member, scope.names().enclosingClass())) {
                require(member, at);
            }
        }
    }

    void check(ObjectCreationExpr creation) {
        if (LocalTypes.declares(creation, creation.getType().getNameAsString())) {
            return; // checked where the class is named
        }
        ExecutableElement constructor =
                reading.typer.members().constructor(creation, scope).method();
        require(constructor, creation);
        TypeElement type = Enclosing.type(constructor);
        if (CallReader.isInner(constructor) && creation.getScope().isEmpty()) {
            throw new Refusal(Problem.of(
                    Kind.UNSUPPORTED,
                    scope.span(creation),
                    "making an object of the inner class " + type.getSimpleName() + " here",
                    "make the class static, or name the outer object, as in outer.new " + type.getSimpleName()
                            + "(…)"));
        }
    }

    void check(MethodReferenceExpr reference) {
        String name = reference.getIdentifier().equals("new") ? "<init>" : reference.getIdentifier();
        checkAll(owner(reference.getScope()), name, reference);
    }

    private @Nullable TypeElement owner(Expression before) {
        try {
            boolean type = before instanceof TypeExpr named
                    && reading.typer.members().simple(named.getTypeAsString(), named, scope) == null;
            TypeMirror mirror = type
                    ? reading.typer.named(((TypeExpr) before).getType(), scope)
                    : before instanceof TypeExpr variable
                            ? Objects.requireNonNull(
                                            reading.typer.members().simple(variable.getTypeAsString(), variable, scope))
                                    .type()
                            : typeOf(before);
            return reading.members.classOf(mirror);
        } catch (Refusal unknown) {
            return null;
        }
    }

    private TypeMirror typeOf(Expression before) {
        TypeElement named = reading.typer.members().named(before, scope);
        return named != null ? named.asType() : reading.typer.typeOf(before, scope);
    }

    /** The field that a name behind a dot means; null where it is something else, as a class or a package. */
    @Nullable
    VariableElement field(FieldAccessExpr access) {
        try {
            TypeElement type = reading.typer.members().named(access, scope);
            if (type != null) {
                require(type, access);
                return null;
            }
            return reading.typer.members().field(access, scope).field();
        } catch (Refusal unknown) {
            checkAll(access.getNameAsString(), access);
            return null;
        }
    }

    /** How a field is named behind a dot: by a method that gives it, where only that can be reached. */
    String read(VariableElement field, Node use) {
        if (reading.members.hidden().isHiddenComponent(field)) {
            return field.getSimpleName() + "()";
        }
        ExecutableElement accessor =
                isChanged(use) ? null : reading.members.hidden().accessor(field);
        if (accessor == null) {
            reading.members.requireReachable(field, scope.span(use));
            return field.getSimpleName().toString();
        }
        if (ReceiverCheck.isOverridable(accessor)) {
            throw new Refusal(PrivateFields.overridable(field, accessor, scope.span(use)));
        }
        reading.members.requireReachable(accessor, scope.span(use));
        return accessor.getSimpleName() + "()";
    }

    private static boolean isChanged(Node use) {
        Node around = use.getParentNode().orElse(null);
        return around instanceof AssignExpr assign && Identity.same(assign.getTarget(), use)
                || around instanceof UnaryExpr unary && Assigned.isStep(unary)
                || around instanceof EnclosedExpr && isChanged(around);
    }

    /** A public method is one of the object's class, whatever class declares it. */
    private void require(Element member, Node at) {
        boolean method = member instanceof ExecutableElement
                && !member.getSimpleName().contentEquals("<init>")
                && member.getModifiers().contains(Modifier.PUBLIC);
        if (!method) {
            reading.members.requireReachable(member, scope.span(at));
        }
    }

    private void checkAll(String name, Node at) {
        TypeElement around = scope.names().enclosingClass();
        if (around != null) {
            checkAll(List.of(Sources.topLevel(around)), name, at);
        }
    }

    private void checkAll(List<TypeElement> types, String name, Node at) {
        for (TypeElement type : types) {
            for (Element member : type.getEnclosedElements()) {
                if (member.getSimpleName().contentEquals(name)) {
                    require(member, at);
                }
            }
            checkAll(ElementFilter.typesIn(type.getEnclosedElements()), name, at);
        }
    }
}
