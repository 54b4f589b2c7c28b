package dev.jacobi.processor.frontend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Questions about types and members that the compiler answers, remembered for the compilation. */
final class Language {

    final Elements elements;
    final Types types;
    private final Map<String, @Nullable TypeElement> classes = new HashMap<>();
    private final Map<PackageElement, Map<String, TypeElement>> packages = new HashMap<>();
    private final Map<TypeElement, Map<String, List<ExecutableElement>>> methods = new HashMap<>();
    private final Map<TypeElement, Map<String, VariableElement>> fields = new HashMap<>();

    Language(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** The class of a canonical name, or null. */
    @Nullable
    TypeElement find(String canonicalName) {
        if (!classes.containsKey(canonicalName)) {
            classes.put(canonicalName, elements.getTypeElement(canonicalName));
        }
        return classes.get(canonicalName);
    }

    /**
     * The class of a simple name in a package, or null. Asking the compiler for a class that isn't there makes it
     * search every module, so the package's members are listed once instead.
     */
    @Nullable
    TypeElement find(PackageElement owner, String simpleName) {
        return members(owner).get(simpleName);
    }

    /** The classes of a package, by their simple names. */
    Map<String, TypeElement> members(PackageElement owner) {
        Map<String, TypeElement> members = packages.get(owner);
        if (members == null) {
            members = new HashMap<>();
            for (TypeElement type : ElementFilter.typesIn(owner.getEnclosedElements())) {
                members.put(type.getSimpleName().toString(), type);
            }
            packages.put(owner, members);
        }
        return members;
    }

    /** The class of a simple name that an import on demand brings, from a package or from a class's members. */
    @Nullable
    TypeElement findOnDemand(String owner, String simpleName) {
        PackageElement named = elements.getPackageElement(owner);
        return named != null ? find(named, simpleName) : find(owner + "." + simpleName);
    }

    /** The class of a canonical name that must be there. */
    TypeMirror declared(String canonicalName) {
        TypeElement element = find(canonicalName);
        if (element == null) {
            throw new IllegalStateException("no class " + canonicalName);
        }
        return element.asType();
    }

    TypeMirror primitive(TypeKind kind) {
        return kind == TypeKind.VOID ? types.getNoType(kind) : types.getPrimitiveType(kind);
    }

    /** The methods (or, under {@code <init>}, constructors) of a class that have a name, inherited ones included. */
    List<ExecutableElement> methods(TypeElement owner, String name) {
        return methods.computeIfAbsent(owner, this::index).getOrDefault(name, List.of());
    }

    private Map<String, List<ExecutableElement>> index(TypeElement owner) {
        Map<String, List<ExecutableElement>> index = new HashMap<>();
        for (Element member : elements.getAllMembers(owner)) {
            boolean constructor = member.getKind() == ElementKind.CONSTRUCTOR;
            if (member.getKind() == ElementKind.METHOD && isMember(member, owner)
                    || constructor && Enclosing.type(member).equals(owner)) {
                String name = member.getSimpleName().toString();
                index.computeIfAbsent(name, n -> new ArrayList<>()).add((ExecutableElement) member);
            }
        }
        return index;
    }

    /** Of two fields of a name, the one that hides the other (JLS 8.3). */
    private VariableElement hiding(VariableElement a, VariableElement b) {
        boolean below = types.isSubtype(
                types.erasure(Enclosing.type(b).asType()),
                types.erasure(Enclosing.type(a).asType()));
        return below ? b : a;
    }

    /** Whether a class declares a member or inherits it (JLS 8.2). */
    private static boolean isMember(Element member, TypeElement owner) {
        if (Enclosing.type(member).equals(owner)) {
            return true;
        }
        Set<Modifier> modifiers = member.getModifiers();
        boolean everywhere = modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED);
        return everywhere
                || !modifiers.contains(Modifier.PRIVATE)
                        && Enclosing.packageOf(member).equals(Enclosing.packageOf(owner));
    }

    /** The field or enum constant of a class, inherited ones included, or null. */
    @Nullable
    VariableElement field(TypeElement owner, String name) {
        return fields.computeIfAbsent(owner, this::indexFields).get(name);
    }

    private Map<String, VariableElement> indexFields(TypeElement owner) {
        Map<String, VariableElement> index = new HashMap<>();
        for (Element member : elements.getAllMembers(owner)) {
            if (member.getKind().isField() && isMember(member, owner)) {
                index.merge(member.getSimpleName().toString(), (VariableElement) member, this::hiding);
            }
        }
        return index;
    }

    /** The class whose members an expression of this type has; null for primitives and arrays. */
    @Nullable
    TypeElement classOf(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED, ERROR -> (TypeElement) ((DeclaredType) type).asElement();
            case TYPEVAR -> classOf(((TypeVariable) type).getUpperBound());
            default -> null;
        };
    }

    /** The type of a member as seen through a receiver's type: type arguments put in. */
    TypeMirror memberType(TypeMirror receiver, Element member) {
        if (receiver.getKind() == TypeKind.TYPEVAR) {
            return memberType(((TypeVariable) receiver).getUpperBound(), member);
        }
        if (receiver instanceof DeclaredType declared && receiver.getKind() == TypeKind.DECLARED) {
            return types.asMemberOf(declared, member);
        }
        return member.asType();
    }

    /** The type of a method as a member of a receiver's type. */
    ExecutableType methodType(TypeMirror receiver, ExecutableElement method) {
        return (ExecutableType) memberType(receiver, method);
    }

    /** The primitive type that a type is or unboxes to, or null. */
    @Nullable
    PrimitiveType unboxed(TypeMirror type) {
        if (type.getKind().isPrimitive()) {
            return (PrimitiveType) type;
        }
        if (type.getKind() == TypeKind.TYPEVAR) {
            return unboxed(((TypeVariable) type).getUpperBound());
        }
        if (type.getKind() != TypeKind.DECLARED || !type.toString().startsWith("java.lang.")) {
            return null;
        }
        try {
            return types.unboxedType(type);
        } catch (IllegalArgumentException notABox) {
            return null;
        }
    }

    /** A primitive type's box; any other type itself. */
    TypeMirror boxed(TypeMirror type) {
        return type.getKind().isPrimitive()
                ? types.boxedClass((PrimitiveType) type).asType()
                : type;
    }

    /** Capture conversion (JLS 5.1.10); Eclipse's compiler has none, and there the type stays as it is. */
    TypeMirror capture(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED
                || ((DeclaredType) type).getTypeArguments().isEmpty()) {
            return type;
        }
        try {
            return types.capture(type);
        } catch (UnsupportedOperationException notThere) {
            return type;
        }
    }

    boolean isObject(TypeMirror type) {
        TypeElement element = type.getKind() == TypeKind.DECLARED ? classOf(type) : null;
        return element != null && element.getQualifiedName().contentEquals("java.lang.Object");
    }

    TypeMirror object() {
        return declared("java.lang.Object");
    }

    boolean isString(TypeMirror type) {
        TypeElement element = classOf(type);
        return element != null && element.getQualifiedName().contentEquals("java.lang.String");
    }

    /** The type with parameters erased, written out: what signatures are compared by. */
    String erasedName(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        if (erased instanceof ArrayType array) {
            return erasedName(array.getComponentType()) + "[]";
        }
        TypeElement element = erased.getKind() == TypeKind.DECLARED ? classOf(erased) : null;
        if (element != null) {
            return element.getQualifiedName().toString();
        }
        return erased.getKind().isPrimitive()
                ? erased.getKind().toString().toLowerCase(java.util.Locale.ROOT)
                : erased.toString();
    }

    /** {@code java.lang.Math.max(double,double)}. */
    String signature(ExecutableElement method) {
        StringBuilder text = new StringBuilder();
        text.append(Enclosing.type(method).getQualifiedName());
        text.append('.').append(method.getSimpleName()).append('(');
        String separator = "";
        for (VariableElement parameter : method.getParameters()) {
            text.append(separator).append(erasedName(parameter.asType()));
            separator = ",";
        }
        return text.append(')').toString();
    }
}
