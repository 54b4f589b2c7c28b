package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.jacobi.processor.diag.Origin;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The records that are taken apart: those that carry numbers, whose source is there, and whose accessors give what the
 * components hold; and private classes that are like records ({@link RecordLike}). All others are objects like any.
 */
final class RecordTypes {

    /**
     * A constructor's own code, and what names mean in it.
     *
     * @param code a compact or ordinary constructor
     * @param initialized the fields of a class that have a value before its constructor runs
     */
    record Constructor(BodyDeclaration<?> code, List<VariableDeclarator> initialized, Scope scope) {}

    private final Language language;
    private final Sources sources;
    private final Map<TypeElement, Type.@Nullable Struct> known = new HashMap<>();

    RecordTypes(Language language, Sources sources) {
        this.language = language;
        this.sources = sources;
    }

    /** The type of a record that is taken apart; null for any other class. */
    Type.@Nullable Struct of(TypeElement element, TypeReader types) {
        if (element.getKind() != ElementKind.RECORD && !RecordLike.mayBe(element)) {
            return null;
        }
        if (!known.containsKey(element)) {
            known.put(element, null); // while its components are read
            known.put(element, read(element, types));
        }
        return known.get(element);
    }

    private Type.@Nullable Struct read(TypeElement element, TypeReader types) {
        TypeDeclaration<?> declaration = declaration(element);
        if (declaration == null || Blanks.lost(declaration) != null) {
            return null;
        }
        boolean plain = declaration instanceof ClassOrInterfaceDeclaration like
                ? RecordLike.isOne(element, like)
                : !hasOtherAccessor(declaration, element);
        if (!plain) {
            return null;
        }
        if (holdsItself(element, element, new HashSet<>()) || hasReservedName(element)) {
            return null;
        }
        List<Type.Component> components = new ArrayList<>();
        for (Element component : components(element)) {
            components.add(new Type.Component(component.getSimpleName().toString(), types.read(component.asType())));
        }
        String packageName = Enclosing.packageName(element);
        String qualified = element.getQualifiedName().toString();
        String className = packageName.isEmpty() ? qualified : qualified.substring(packageName.length() + 1);
        Type.Struct struct = new Type.Struct(
                packageName,
                className,
                components,
                form(declaration, element),
                !element.getTypeParameters().isEmpty());
        return struct.carriesDerivative() ? struct : null;
    }

    /** What a record is made of, or a class that is like one. */
    private static List<? extends Element> components(TypeElement element) {
        return element.getKind() == ElementKind.RECORD ? element.getRecordComponents() : RecordLike.fields(element);
    }

    /** The source of a record, or of a class; null where it is not there. */
    @Nullable
    TypeDeclaration<?> declaration(TypeElement element) {
        Sources.Parsed parsed = sources.of(element);
        return parsed == null || parsed.unit() == null ? null : MethodFinder.type(parsed.unit(), element);
    }

    /** A record that may hold another of its own kind has no fixed number of leaves. */
    private boolean holdsItself(TypeElement wanted, TypeElement element, Set<TypeElement> seen) {
        if (!seen.add(element)) {
            return false;
        }
        for (Element component : components(element)) {
            TypeElement held = held(component.asType());
            if (held != null && (held.equals(wanted) || holdsItself(wanted, held, seen))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable TypeElement held(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return held(array.getComponentType());
        }
        return type.getKind() == TypeKind.DECLARED ? language.classOf(type) : null;
    }

    /** Whether an accessor is written out that does anything but give its component. */
    private static boolean hasOtherAccessor(TypeDeclaration<?> declaration, TypeElement element) {
        for (BodyDeclaration<?> member : declaration.getMembers()) {
            if (member instanceof MethodDeclaration method
                    && method.getParameters().isEmpty()
                    && isComponent(element, method.getNameAsString())
                    && !onlyGives(method)) {
                return true;
            }
        }
        return false;
    }

    /** {@code return x;} or {@code return this.x;}. */
    private static boolean onlyGives(MethodDeclaration accessor) {
        List<Statement> body = accessor.getBody()
                .map(BlockStmt::getStatements)
                .<List<Statement>>map(List::copyOf)
                .orElse(List.of());
        Expression given = body.size() == 1 && body.get(0) instanceof ReturnStmt last
                ? last.getExpression().orElse(null)
                : null;
        String name = given instanceof FieldAccessExpr field && field.getScope() instanceof ThisExpr
                ? field.getNameAsString()
                : given instanceof NameExpr plain ? plain.getNameAsString() : "";
        return name.equals(accessor.getNameAsString());
    }

    /** Whether a component has the name of what arrays of records have besides their components. */
    private static boolean hasReservedName(TypeElement element) {
        return isComponent(element, Leaves.GIVEN);
    }

    private static boolean isComponent(TypeElement element, String name) {
        for (Element component : components(element)) {
            if (component.getSimpleName().contentEquals(name)) {
                return true;
            }
        }
        return false;
    }

    private static Type.Form form(TypeDeclaration<?> declaration, TypeElement element) {
        if (declaration instanceof ClassOrInterfaceDeclaration) {
            return Type.Form.CHANGED; // no constructor need take just the fields
        }
        for (BodyDeclaration<?> member : declaration.getMembers()) {
            if (member instanceof CompactConstructorDeclaration compact) {
                return changes(Assigned.names(compact.getBody()), element) ? Type.Form.CHANGED : Type.Form.CHECKED;
            }
            if (member instanceof ConstructorDeclaration constructor && isCanonical(constructor, element)) {
                return onlyHands(constructor.getBody(), element) ? Type.Form.CHECKED : Type.Form.CHANGED;
            }
        }
        return Type.Form.PLAIN;
    }

    /** A constructor's source; null where the compiler writes it. */
    @Nullable
    Constructor constructor(ExecutableElement constructor) {
        TypeElement element = Enclosing.type(constructor);
        Sources.Parsed parsed = sources.of(element);
        TypeDeclaration<?> declaration = declaration(element);
        if (parsed == null || parsed.unit() == null || declaration == null) {
            return null;
        }
        TypeNames names = new TypeNames(language, parsed.unit(), constructor);
        BodyDeclaration<?> code = new MethodFinder(language).constructor(declaration, constructor, names);
        return code == null
                ? null
                : new Constructor(
                        code,
                        RecordLike.initialized(declaration),
                        Scope.of(names, new Origin(parsed.name(), constructor)));
    }

    private static boolean changes(Set<String> assigned, TypeElement element) {
        return assigned.stream().anyMatch(name -> isComponent(element, name));
    }

    /** Whether every assignment is {@code this.x = x}. */
    private static boolean onlyHands(Node body, TypeElement element) {
        for (AssignExpr assign : body.findAll(AssignExpr.class)) {
            boolean hands = assign.getTarget() instanceof FieldAccessExpr field
                    && field.getScope() instanceof ThisExpr
                    && assign.getValue() instanceof NameExpr value
                    && value.getNameAsString().equals(field.getNameAsString());
            if (!hands) {
                return false;
            }
        }
        return !changes(Assigned.names(body), element);
    }

    private static boolean isCanonical(ConstructorDeclaration constructor, TypeElement element) {
        List<? extends RecordComponentElement> components = element.getRecordComponents();
        if (constructor.getParameters().size() != components.size()) {
            return false;
        }
        for (int i = 0; i < components.size(); i++) {
            // The language wants the canonical one to name its parameters like the components (JLS 8.10.4.1).
            if (!components
                    .get(i)
                    .getSimpleName()
                    .contentEquals(constructor.getParameter(i).getNameAsString())) {
                return false;
            }
        }
        return true;
    }

    /** Whether a constructor takes just the components. */
    static boolean isCanonical(ExecutableElement constructor) {
        List<? extends RecordComponentElement> components =
                Enclosing.type(constructor).getRecordComponents();
        if (constructor.getParameters().size() != components.size()) {
            return false;
        }
        for (int i = 0; i < components.size(); i++) {
            TypeMirror given = constructor.getParameters().get(i).asType();
            if (!given.toString().equals(components.get(i).asType().toString())) {
                return false;
            }
        }
        return true;
    }
}
