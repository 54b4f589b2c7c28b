package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.VarType;
import com.github.javaparser.ast.type.VoidType;
import com.github.javaparser.ast.type.WildcardType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * What a type's name in a source file means (JLS 6.5.5): type parameters, member classes of the enclosing classes,
 * single imports, the package, imports on demand, {@code java.lang}, in this order.
 */
final class TypeNames {

    private final Language language;
    private final List<ImportDeclaration> imports;
    private final Element scope;
    private final PackageElement home;

    /** @param scope the innermost class or method that the names stand in */
    TypeNames(Language language, CompilationUnit unit, Element scope) {
        this(language, unit.getImports(), scope);
    }

    private TypeNames(Language language, List<ImportDeclaration> imports, Element scope) {
        this.language = language;
        this.imports = imports;
        this.scope = scope;
        this.home = Enclosing.packageOf(scope);
    }

    /** The names as another class in a class's package sees them. */
    static TypeNames beside(Language language, TypeElement neighbour) {
        return new TypeNames(language, List.of(), Enclosing.packageOf(neighbour));
    }

    List<ImportDeclaration> imports() {
        return imports;
    }

    /** The class that encloses the names, or null. */
    @Nullable
    TypeElement enclosingClass() {
        Element e = scope;
        while (e != null && !(e instanceof TypeElement)) {
            e = e.getEnclosingElement();
        }
        return (TypeElement) e;
    }

    /** The type that a type's text means, or null if some name in it is unknown. */
    @Nullable
    TypeMirror resolve(Type type) {
        if (type instanceof PrimitiveType primitive) {
            return language.primitive(
                    TypeKind.valueOf(primitive.getType().name().toUpperCase(Locale.ROOT)));
        }
        if (type instanceof VoidType) {
            return language.primitive(TypeKind.VOID);
        }
        if (type instanceof ArrayType array) {
            TypeMirror component = resolve(array.getComponentType());
            return component == null ? null : language.types.getArrayType(component);
        }
        if (type instanceof ClassOrInterfaceType named) {
            return resolveClass(named);
        }
        if (type instanceof WildcardType wildcard) {
            return language.types.getWildcardType(
                    wildcard.getExtendedType().map(this::resolve).orElse(null),
                    wildcard.getSuperType().map(this::resolve).orElse(null));
        }
        return null;
    }

    private @Nullable TypeMirror resolveClass(ClassOrInterfaceType named) {
        if (named.getScope().isEmpty()) {
            TypeMirror parameter = typeParameter(named.getNameAsString());
            if (parameter != null) {
                return parameter;
            }
        }
        TypeElement element = named.getScope().isPresent()
                ? qualified(named.getScope().get().getNameWithScope(), named.getNameAsString())
                : simple(named.getNameAsString());
        if (element == null) {
            return null;
        }
        List<Type> written = named.getTypeArguments().map(List::copyOf).orElse(List.of());
        List<TypeMirror> arguments = new ArrayList<>();
        for (Type argument : written) {
            TypeMirror resolved = resolve(argument);
            if (resolved == null) {
                return null;
            }
            arguments.add(resolved);
        }
        if (arguments.size() != element.getTypeParameters().size()) {
            return language.types.erasure(element.asType());
        }
        DeclaredType outer =
                named.getScope().isPresent() ? outer(named.getScope().get(), element) : around(element);
        if (outer != null) {
            return language.types.getDeclaredType(outer, element, arguments.toArray(TypeMirror[]::new));
        }
        return language.types.getDeclaredType(element, arguments.toArray(TypeMirror[]::new));
    }

    /** For an inner class of a generic one: that as the class around the names has it (JLS 6.5.5.1), else null. */
    private @Nullable DeclaredType around(TypeElement element) {
        if (!isInner(element)) {
            return null;
        }
        Hierarchy hierarchy = new Hierarchy(language);
        for (Element e = scope; e != null; e = e.getEnclosingElement()) {
            TypeMirror parent =
                    e instanceof TypeElement ? hierarchy.asSuper(e.asType(), Enclosing.type(element)) : null;
            if (parent != null) {
                return (DeclaredType) parent;
            }
        }
        return null;
    }

    /** The written outer class of an inner one, if it has arguments. */
    private @Nullable DeclaredType outer(ClassOrInterfaceType written, TypeElement element) {
        TypeMirror outer = isInner(element) && written.getTypeArguments().isPresent() ? resolveClass(written) : null;
        return outer == null ? null : (DeclaredType) outer;
    }

    /** Whether a class belongs to a value of a class with type parameters, or of one inside such a class. */
    private static boolean isInner(TypeElement element) {
        return element.getEnclosingElement() instanceof TypeElement outer
                && element.getKind() == ElementKind.CLASS
                && !element.getModifiers().contains(Modifier.STATIC)
                && (!outer.getTypeParameters().isEmpty() || isInner(outer));
    }

    /** Whether the names stand where there are type parameters. */
    boolean seesTypeVariables() {
        for (Element e = scope; e != null; e = e.getEnclosingElement()) {
            if (e instanceof Parameterizable generic
                    && !generic.getTypeParameters().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The type parameter that a simple name means, or null. */
    @Nullable
    TypeMirror typeParameter(String name) {
        for (Element e = scope; e != null; e = e.getEnclosingElement()) {
            if (e instanceof Parameterizable generic) {
                for (TypeParameterElement parameter : generic.getTypeParameters()) {
                    if (parameter.getSimpleName().contentEquals(name)) {
                        return parameter.asType();
                    }
                }
            }
        }
        return null;
    }

    private @Nullable TypeElement qualified(String qualifier, String name) {
        TypeElement outer = dotted(qualifier);
        return outer != null ? member(outer, name) : language.find(qualifier + "." + name);
    }

    /** The class that a possibly dotted name means, or null. */
    @Nullable
    TypeElement dotted(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? simple(name) : qualified(name.substring(0, dot), name.substring(dot + 1));
    }

    /** The class that a simple name means, or null. */
    @Nullable
    TypeElement simple(String name) {
        for (Element e = scope; e != null; e = e.getEnclosingElement()) {
            if (e instanceof TypeElement type) {
                TypeElement found = type.getSimpleName().contentEquals(name) ? type : member(type, name);
                if (found != null) {
                    return found;
                }
            }
        }
        TypeElement imported = importedBy(name, false);
        if (imported != null) {
            return imported;
        }
        TypeElement samePackage = language.find(home, name);
        if (samePackage != null) {
            return samePackage;
        }
        TypeElement onDemand = importedBy(name, true);
        return onDemand != null ? onDemand : language.find("java.lang." + name);
    }

    private @Nullable TypeElement importedBy(String name, boolean onDemand) {
        for (ImportDeclaration declaration : imports) {
            if (declaration.isAsterisk() != onDemand) {
                continue;
            }
            Name imported = declaration.getName();
            if (onDemand || imported.getIdentifier().equals(name)) {
                TypeElement found = language.find(onDemand ? imported.asString() + "." + name : imported.asString());
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The member class of a name, the class's own before those that it inherits (JLS 8.5). */
    private @Nullable TypeElement member(TypeElement owner, String name) {
        for (TypeElement type : ElementFilter.typesIn(owner.getEnclosedElements())) {
            if (type.getSimpleName().contentEquals(name)) {
                return type;
            }
        }
        for (TypeMirror parent : language.types.directSupertypes(owner.asType())) {
            TypeElement inherited = language.classOf(parent);
            TypeElement found = inherited == null ? null : member(inherited, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Whether a written type is {@code var}: the grammar alone takes it for a class's name. */
    static boolean isVar(Type type) {
        return type instanceof VarType
                || type instanceof ClassOrInterfaceType named
                        && named.getScope().isEmpty()
                        && named.getNameAsString().equals("var");
    }

    /** The same names seen from another class: for members reached through a declared type. */
    static boolean isRaw(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().isEmpty()
                && !((TypeElement) declared.asElement()).getTypeParameters().isEmpty();
    }
}
