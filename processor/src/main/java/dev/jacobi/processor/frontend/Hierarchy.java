package dev.jacobi.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Supertypes, and types without the names that only the compiler knows. */
final class Hierarchy {

    private final Language language;

    Hierarchy(Language language) {
        this.language = language;
    }

    /** The supertype of a type that a class makes (JLS 4.10), or null. */
    @Nullable
    TypeMirror asSuper(TypeMirror type, Element wanted) {
        if (type.getKind() == TypeKind.DECLARED
                && ((DeclaredType) type).asElement().equals(wanted)) {
            return type;
        }
        if (!isClassLike(type) || !isSubclass(type, wanted)) {
            return null;
        }
        for (TypeMirror parent : parents(type)) {
            TypeMirror found = asSuper(parent, wanted);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean isClassLike(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED, TYPEVAR, INTERSECTION, ARRAY -> true;
            default -> false;
        };
    }

    private boolean isSubclass(TypeMirror type, Element wanted) {
        if (type.getKind() != TypeKind.DECLARED) {
            return true;
        }
        return language.types.isSubtype(language.types.erasure(type), language.types.erasure(wanted.asType()));
    }

    /** What a type directly extends and implements. */
    List<? extends TypeMirror> parents(TypeMirror type) {
        return switch (type.getKind()) {
            case TYPEVAR -> List.of(((TypeVariable) type).getUpperBound());
            case INTERSECTION -> ((IntersectionType) type).getBounds();
            case DECLARED, ARRAY -> language.types.directSupertypes(type);
            default -> List.of();
        };
    }

    /** The classes whose members a value of a type has: several for a type variable with several bounds. */
    List<DeclaredType> receivers(TypeMirror type) {
        List<DeclaredType> receivers = new ArrayList<>();
        collectReceivers(type, receivers);
        return receivers;
    }

    private void collectReceivers(TypeMirror type, List<DeclaredType> receivers) {
        switch (type.getKind()) {
            case DECLARED, ERROR -> receivers.add((DeclaredType) language.capture(type));
            case ARRAY -> receivers.add((DeclaredType) language.object());
            case TYPEVAR, INTERSECTION -> {
                for (TypeMirror parent : parents(type)) {
                    collectReceivers(parent, receivers);
                }
            }
            default -> {}
        }
    }

    /** Whether a type variable was made by capture conversion. */
    static boolean isCaptured(TypeMirror type) {
        return type.getKind() == TypeKind.TYPEVAR
                && ((TypeVariable) type).asElement().getSimpleName().toString().startsWith("<capt");
    }

    /**
     * The type of an argument: of a captured type variable its bound, again captured. So javac infers types that can be
     * written.
     */
    TypeMirror handedOver(TypeMirror type) {
        TypeMirror upper = type;
        while (isCaptured(upper)) {
            upper = ((TypeVariable) upper).getUpperBound();
        }
        return language.capture(upper);
    }

    /** The smallest type that can be written and that a type is a subtype of (JLS 4.10.5). */
    TypeMirror upward(TypeMirror type) {
        return upward(type, 0);
    }

    private TypeMirror upward(TypeMirror type, int depth) {
        if (isCaptured(type)) {
            return upward(((TypeVariable) type).getUpperBound(), depth + 1);
        }
        if (type instanceof javax.lang.model.type.ArrayType array && type.getKind() == TypeKind.ARRAY) {
            return language.types.getArrayType(upward(array.getComponentType(), depth));
        }
        if (type.getKind() != TypeKind.DECLARED || !mentionsCaptured(type)) {
            return type;
        }
        DeclaredType declared = (DeclaredType) type;
        TypeMirror[] arguments = new TypeMirror[declared.getTypeArguments().size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(declared.getTypeArguments().get(i), depth);
        }
        TypeElement element = (TypeElement) declared.asElement();
        return declared.getEnclosingType().getKind() == TypeKind.DECLARED
                ? language.types.getDeclaredType(
                        (DeclaredType) upward(declared.getEnclosingType(), depth), element, arguments)
                : language.types.getDeclaredType(element, arguments);
    }

    private TypeMirror argument(TypeMirror argument, int depth) {
        if (!mentionsCaptured(argument)) {
            return argument;
        }
        if (depth > 3) {
            return language.types.getWildcardType(null, null);
        }
        if (argument instanceof WildcardType wildcard && argument.getKind() == TypeKind.WILDCARD) {
            TypeMirror bound = wildcard.getExtendsBound();
            return bound == null ? language.types.getWildcardType(null, null) : extending(upward(bound, depth + 1));
        }
        if (isCaptured(argument)) {
            TypeMirror lower = ((TypeVariable) argument).getLowerBound();
            if (lower.getKind() != TypeKind.NULL) {
                return language.types.getWildcardType(null, lower);
            }
        }
        return extending(upward(argument, depth + 1));
    }

    private TypeMirror extending(TypeMirror bound) {
        return language.isObject(bound) || bound.getKind() == TypeKind.INTERSECTION
                ? language.types.getWildcardType(null, null)
                : language.types.getWildcardType(bound, null);
    }

    private static boolean mentionsCaptured(TypeMirror type) {
        return switch (type.getKind()) {
            case TYPEVAR -> isCaptured(type);
            case ARRAY -> mentionsCaptured(((javax.lang.model.type.ArrayType) type).getComponentType());
            case WILDCARD -> {
                WildcardType wildcard = (WildcardType) type;
                yield wildcard.getExtendsBound() != null && mentionsCaptured(wildcard.getExtendsBound())
                        || wildcard.getSuperBound() != null && mentionsCaptured(wildcard.getSuperBound());
            }
            case DECLARED -> {
                DeclaredType declared = (DeclaredType) type;
                boolean found = mentionsCaptured(declared.getEnclosingType());
                for (TypeMirror argument : declared.getTypeArguments()) {
                    found |= mentionsCaptured(argument);
                }
                yield found;
            }
            default -> false;
        };
    }
}
