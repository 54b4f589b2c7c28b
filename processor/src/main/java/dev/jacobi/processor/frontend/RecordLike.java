package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/**
 * Private classes that are like records: constructors give their fields values, and nothing changes these later.
 *
 * <p>Only private ones: all that makes or extends such a class stands in its file, and none of its objects can come
 * from elsewhere, as generated code, which can't name the class, can't be given any.
 */
final class RecordLike {

    private RecordLike() {}

    /** Whether a class could be like a record, by its header. */
    static boolean mayBe(TypeElement element) {
        return element.getKind() == ElementKind.CLASS
                && element.getNestingKind() == NestingKind.MEMBER
                && element.getModifiers().containsAll(Set.of(Modifier.PRIVATE, Modifier.STATIC))
                && !element.getModifiers().contains(Modifier.ABSTRACT)
                && !element.getModifiers().contains(Modifier.SEALED)
                && element.getTypeParameters().isEmpty()
                && isObject(element);
    }

    private static boolean isObject(TypeElement element) {
        return element.getSuperclass() instanceof DeclaredType parent
                && ((TypeElement) parent.asElement()).getQualifiedName().contentEquals("java.lang.Object");
    }

    /** What its objects hold. */
    static List<VariableElement> fields(TypeElement element) {
        List<VariableElement> fields = new ArrayList<>(ElementFilter.fieldsIn(element.getEnclosedElements()));
        fields.removeIf(field -> field.getModifiers().contains(Modifier.STATIC));
        return fields;
    }

    /** Whether it is like one: its fields are final, its constructors written out, and no class extends it. */
    static boolean isOne(TypeElement element, ClassOrInterfaceDeclaration declaration) {
        boolean isFinal =
                fields(element).stream().allMatch(field -> field.getModifiers().contains(Modifier.FINAL));
        boolean hasConstructor = declaration.getMembers().stream().anyMatch(ConstructorDeclaration.class::isInstance);
        boolean hasBlock = declaration.getMembers().stream()
                .anyMatch(member -> member instanceof InitializerDeclaration block && !block.isStatic());
        return isFinal
                && hasConstructor
                && !hasBlock
                && !isExtended(declaration.getNameAsString(), outermost(declaration));
    }

    private static Node outermost(Node node) {
        Node outermost = node;
        while (outermost.getParentNode().isPresent()) {
            outermost = outermost.getParentNode().get();
        }
        return outermost;
    }

    private static boolean isExtended(String name, Node node) {
        boolean extended = node instanceof ClassOrInterfaceDeclaration type
                        && type.getExtendedTypes().stream()
                                .anyMatch(parent -> parent.getNameAsString().equals(name))
                || node instanceof ObjectCreationExpr made
                        && made.getAnonymousClassBody().isPresent()
                        && made.getType().getNameAsString().equals(name);
        return extended || node.getChildNodes().stream().anyMatch(child -> isExtended(name, child));
    }

    /** The fields of a class that have values where they are declared, in their order; none of a record. */
    static List<VariableDeclarator> initialized(TypeDeclaration<?> declaration) {
        List<VariableDeclarator> initialized = new ArrayList<>();
        for (BodyDeclaration<?> member : declaration.getMembers()) {
            if (member instanceof FieldDeclaration field && !field.isStatic()) {
                field.getVariables().stream()
                        .filter(variable -> variable.getInitializer().isPresent())
                        .forEach(initialized::add);
            }
        }
        return initialized;
    }
}
