package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import dev.jacobi.processor.diag.Origin;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Which code may run where a method is called on an object: it is known where the object's class is final, an enum, or
 * sealed with such classes below it.
 */
final class Implementations {

    private final Functions functions;
    private final Language language;

    Implementations(Functions functions) {
        this.functions = functions;
        this.language = functions.language;
    }

    /**
     * The code for some objects.
     *
     * @param type the class of these objects
     * @param constant the enum's constant that is the only such object, if its own code counts; else empty
     */
    record Case(TypeElement type, String constant, ExecutableElement method, Declarations.Body body) {}

    /** What may run, each class before those that it extends; null where that isn't known. */
    @Nullable
    List<Case> of(TypeElement type, ExecutableElement method) {
        List<Case> cases = new ArrayList<>();
        return add(type, method, cases) ? cases : null;
    }

    private boolean add(TypeElement type, ExecutableElement method, List<Case> cases) {
        boolean sealed = type.getModifiers().contains(Modifier.SEALED);
        if (type.getKind() == ElementKind.ENUM) {
            return addConstants(type, method, cases);
        }
        if (!sealed && !type.getModifiers().contains(Modifier.FINAL)) {
            return false;
        }
        for (TypeMirror below : sealed ? type.getPermittedSubclasses() : List.<TypeMirror>of()) {
            TypeElement element = language.classOf(below);
            if (element == null || !add(element, method, cases)) {
                return false;
            }
        }
        return type.getModifiers().contains(Modifier.ABSTRACT) || addOwn(type, method, cases);
    }

    private boolean addOwn(TypeElement type, ExecutableElement method, List<Case> cases) {
        ExecutableElement own = inherited(type, method);
        Declarations.Body body = own == null ? null : functions.body(own);
        return own != null && body != null && cases.add(new Case(type, "", own, body));
    }

    /** The method that a class has or inherits. */
    private @Nullable ExecutableElement inherited(TypeElement type, ExecutableElement method) {
        for (ExecutableElement own :
                language.methods(type, method.getSimpleName().toString())) {
            boolean overrides = own.equals(method) || language.elements.overrides(own, method, type);
            if (overrides && !own.getModifiers().contains(Modifier.ABSTRACT)) {
                return own;
            }
        }
        return null;
    }

    private boolean addConstants(TypeElement type, ExecutableElement method, List<Case> cases) {
        Declarations.DeclaredEnum found = functions.declarations().ofEnum(type);
        ExecutableElement shared = inherited(type, method);
        Declarations.Body sharedBody = shared == null ? null : functions.body(shared);
        if (found == null) {
            return false;
        }
        boolean all = true;
        for (EnumConstantDeclaration constant : found.declaration().getEntries()) {
            MethodDeclaration own = own(constant, method);
            all &= own != null;
            if (own != null) {
                Scope scope = Scope.of(found.names(), new Origin(found.file(), method));
                cases.add(new Case(type, constant.getNameAsString(), method, new Declarations.Body(own, scope)));
            }
        }
        return all && !cases.isEmpty()
                || shared != null && sharedBody != null && cases.add(new Case(type, "", shared, sharedBody));
    }

    /** The method that a constant's body writes out; one with another of its name and number of parameters has none. */
    private static @Nullable MethodDeclaration own(EnumConstantDeclaration constant, ExecutableElement method) {
        for (BodyDeclaration<?> member : constant.getClassBody()) {
            if (member instanceof MethodDeclaration declaration
                    && declaration.getBody().isPresent()
                    && method.getSimpleName().contentEquals(declaration.getNameAsString())
                    && declaration.getParameters().size()
                            == method.getParameters().size()) {
                return declaration;
            }
        }
        return null;
    }

    /** Whether an enum has a constant that writes out several methods of a name: then it isn't known which counts. */
    boolean isAmbiguous(TypeElement type, ExecutableElement method) {
        Declarations.DeclaredEnum found =
                type.getKind() == ElementKind.ENUM ? functions.declarations().ofEnum(type) : null;
        return found != null
                && found.declaration().getEntries().stream()
                        .anyMatch(constant -> constant.getClassBody().stream()
                                        .filter(member -> member instanceof MethodDeclaration m
                                                && method.getSimpleName().contentEquals(m.getNameAsString()))
                                        .count()
                                > 1);
    }
}
