package dev.jacobi.processor.frontend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Least upper bounds (JLS 4.10.4). One that is an intersection of several types can't be expressed in the model of
 * types and comes out as null.
 */
final class Lubs {

    private static final int DEEPEST = 2;

    private final Language language;
    private final Hierarchy hierarchy;

    Lubs(Language language, Hierarchy hierarchy) {
        this.language = language;
        this.hierarchy = hierarchy;
    }

    /** The least upper bound of reference types, or null. */
    @Nullable
    TypeMirror lub(List<TypeMirror> types) {
        return lub(types, 0);
    }

    private @Nullable TypeMirror lub(List<TypeMirror> all, int depth) {
        List<TypeMirror> types = new ArrayList<>();
        for (TypeMirror type : all) {
            if (type.getKind() != TypeKind.NULL) {
                types.add(type);
            }
        }
        if (types.isEmpty()) {
            return all.get(0);
        }
        for (TypeMirror candidate : types) {
            if (isAbove(candidate, types)) {
                return candidate;
            }
        }
        if (types.stream().allMatch(t -> t.getKind() == TypeKind.ARRAY)) {
            return arrays(types, depth);
        }
        List<TypeElement> minimal = minimal(types);
        return minimal.size() == 1 ? parameterized(minimal.get(0), types, depth) : null;
    }

    private boolean isAbove(TypeMirror candidate, List<TypeMirror> types) {
        for (TypeMirror type : types) {
            if (!language.types.isSubtype(type, candidate)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable TypeMirror arrays(List<TypeMirror> types, int depth) {
        List<TypeMirror> components = new ArrayList<>();
        for (TypeMirror type : types) {
            TypeMirror component = ((ArrayType) type).getComponentType();
            if (component.getKind().isPrimitive()) {
                return null;
            }
            components.add(component);
        }
        TypeMirror lub = lub(components, depth);
        return lub == null ? null : language.types.getArrayType(lub);
    }

    /** The classes that all types have as supertypes, without those that others of them extend. */
    private List<TypeElement> minimal(List<TypeMirror> types) {
        Map<Element, TypeElement> shared = superclasses(types.get(0));
        for (TypeMirror type : types) {
            shared.keySet().retainAll(superclasses(type).keySet());
        }
        List<TypeElement> minimal = new ArrayList<>();
        for (TypeElement candidate : shared.values()) {
            boolean isExtended = shared.values().stream()
                    .anyMatch(other -> !other.equals(candidate) && isSubclass(other, candidate));
            if (!isExtended) {
                minimal.add(candidate);
            }
        }
        return minimal;
    }

    private boolean isSubclass(TypeElement a, TypeElement b) {
        return language.types.isSubtype(language.types.erasure(a.asType()), language.types.erasure(b.asType()));
    }

    private Map<Element, TypeElement> superclasses(TypeMirror type) {
        Map<Element, TypeElement> found = new LinkedHashMap<>();
        collect(type, found);
        return found;
    }

    private void collect(TypeMirror type, Map<Element, TypeElement> found) {
        if (type.getKind() == TypeKind.DECLARED) {
            TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
            if (found.put(element, element) != null) {
                return;
            }
        }
        for (TypeMirror parent : hierarchy.parents(type)) {
            collect(parent, found);
        }
    }

    private @Nullable TypeMirror parameterized(TypeElement element, List<TypeMirror> types, int depth) {
        if (element.getTypeParameters().isEmpty()) {
            return element.asType();
        }
        List<DeclaredType> seen = new ArrayList<>();
        for (TypeMirror type : types) {
            DeclaredType parent = (DeclaredType) Objects.requireNonNull(hierarchy.asSuper(type, element));
            if (parent.getTypeArguments().isEmpty()) {
                return language.types.erasure(element.asType());
            }
            seen.add(parent);
        }
        TypeMirror[] arguments = new TypeMirror[element.getTypeParameters().size()];
        for (int i = 0; i < arguments.length; i++) {
            TypeMirror argument = seen.get(0).getTypeArguments().get(i);
            for (DeclaredType other : seen.subList(1, seen.size())) {
                TypeMirror next = other.getTypeArguments().get(i);
                argument = argument == null ? null : containing(argument, next, depth);
            }
            if (argument == null) {
                return null;
            }
            arguments[i] = argument;
        }
        return language.types.getDeclaredType(element, arguments);
    }

    /** The least type argument that contains both. */
    private @Nullable TypeMirror containing(TypeMirror a, TypeMirror b, int depth) {
        if (language.types.isSameType(a, b)) {
            return a;
        }
        TypeMirror lowerA = a instanceof WildcardType w && a.getKind() == TypeKind.WILDCARD ? w.getSuperBound() : null;
        TypeMirror lowerB = b instanceof WildcardType w && b.getKind() == TypeKind.WILDCARD ? w.getSuperBound() : null;
        if (lowerA != null || lowerB != null || depth >= DEEPEST) {
            return language.types.getWildcardType(null, null);
        }
        TypeMirror lub = lub(List.of(upper(a), upper(b)), depth + 1);
        if (lub == null) {
            return null;
        }
        return language.isObject(lub)
                ? language.types.getWildcardType(null, null)
                : language.types.getWildcardType(lub, null);
    }

    private TypeMirror upper(TypeMirror argument) {
        if (argument instanceof WildcardType wildcard && argument.getKind() == TypeKind.WILDCARD) {
            return wildcard.getExtendsBound() == null ? language.object() : wildcard.getExtendsBound();
        }
        return argument;
    }

    /** Whether some type could be below all: no class extends two others of which neither extends the other. */
    boolean areCompatible(List<TypeMirror> types) {
        List<TypeMirror> classes = new ArrayList<>();
        for (TypeMirror type : types) {
            TypeElement element = type.getKind() == TypeKind.DECLARED ? language.classOf(type) : null;
            if (element != null && element.getKind().isClass()) {
                classes.add(language.types.erasure(type));
            }
        }
        return classes.isEmpty() || glb(classes) != null;
    }

    /** The greatest lower bound of types one of which is below all others, else null (JLS 5.1.10). */
    @Nullable
    TypeMirror glb(List<TypeMirror> types) {
        for (TypeMirror candidate : types) {
            boolean below = true;
            for (TypeMirror type : types) {
                below &= language.types.isSubtype(candidate, type);
            }
            if (below) {
                return candidate;
            }
        }
        return null;
    }
}
