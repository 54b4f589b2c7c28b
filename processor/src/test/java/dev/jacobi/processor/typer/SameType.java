package dev.jacobi.processor.typer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * Whether two types are the same, written out because {@link Types#isSameType} knows each capture of a wildcard as a
 * type of its own. Here
 *
 * <ul>
 *   <li>two captured type variables are the same if their bounds are: each capture conversion makes new ones, and the
 *       two sides convert separately;
 *   <li>a type is the same before and after its own capture conversion: every expression undergoes it (JLS 6.5.6.1), so
 *       saying {@code List<?>} or {@code List<capture of ?>} of one is the same statement;
 *   <li>an anonymous class is its superclass or interface, as it has no other name;
 *   <li>the parameter of a catch clause with alternatives is their least upper bound (JLS 14.20);
 *   <li>javac sometimes leaves a variable {@code <captured wildcard>} without bounds, which is any captured one;
 *   <li>where a call is an argument, javac may note the upper bound of the captured type variable that the call gives;
 *   <li>type annotations don't count.
 * </ul>
 */
final class SameType {

    private final Types types;
    private final Set<String> assumed = new HashSet<>();

    private SameType(Types types) {
        this.types = types;
    }

    static boolean test(Types types, TypeMirror javac, TypeMirror typer) {
        return new SameType(types).captured(javac, typer)
                || typer instanceof TypeVariable variable
                        && isCaptured(variable)
                        && new SameType(types).captured(javac, variable.getUpperBound());
    }

    private boolean captured(TypeMirror a, TypeMirror b) {
        return same(capture(a), capture(b));
    }

    private TypeMirror capture(TypeMirror type) {
        TypeMirror named = named(type);
        return named.getKind() == TypeKind.DECLARED ? types.capture(named) : named;
    }

    /** The type itself, or what an anonymous class extends. */
    private TypeMirror named(TypeMirror type) {
        if (type.getKind() == TypeKind.UNION) {
            return ((DeclaredType) type).asElement().asType();
        }
        boolean anonymous = type.getKind() == TypeKind.DECLARED
                && ((TypeElement) ((DeclaredType) type).asElement()).getNestingKind() == NestingKind.ANONYMOUS;
        if (!anonymous) {
            return type;
        }
        List<? extends TypeMirror> parents = types.directSupertypes(type);
        return parents.get(parents.size() - 1);
    }

    private boolean same(TypeMirror left, TypeMirror right) {
        TypeMirror a = named(left);
        TypeMirror b = named(right);
        if (a.getKind() != b.getKind()) {
            return false;
        }
        return switch (a.getKind()) {
            case ARRAY -> same(((ArrayType) a).getComponentType(), ((ArrayType) b).getComponentType());
            case DECLARED -> declared((DeclaredType) a, (DeclaredType) b);
            case TYPEVAR -> variable((TypeVariable) a, (TypeVariable) b);
            case WILDCARD -> wildcard((WildcardType) a, (WildcardType) b);
            case INTERSECTION -> sets(((IntersectionType) a).getBounds(), ((IntersectionType) b).getBounds());
            default -> true;
        };
    }

    private boolean declared(DeclaredType a, DeclaredType b) {
        return a.asElement().equals(b.asElement())
                && (a.getEnclosingType().getKind() != TypeKind.DECLARED
                        || b.getEnclosingType().getKind() != TypeKind.DECLARED
                        || same(a.getEnclosingType(), b.getEnclosingType()))
                && lists(a.getTypeArguments(), b.getTypeArguments());
    }

    private boolean variable(TypeVariable a, TypeVariable b) {
        if (a.asElement().equals(b.asElement())) {
            return true;
        }
        if (!isCaptured(a) || !isCaptured(b)) {
            return false;
        }
        if (a.toString().equals("<captured wildcard>")) {
            return true;
        }
        String pair = System.identityHashCode(a.asElement()) + "," + System.identityHashCode(b.asElement());
        return !assumed.add(pair)
                || same(a.getUpperBound(), b.getUpperBound()) && same(a.getLowerBound(), b.getLowerBound());
    }

    private static boolean isCaptured(TypeVariable variable) {
        return variable.getKind() == TypeKind.TYPEVAR
                && variable.asElement().getSimpleName().contentEquals("<captured wildcard>");
    }

    private boolean wildcard(WildcardType a, WildcardType b) {
        return bound(a.getExtendsBound(), b.getExtendsBound()) && bound(a.getSuperBound(), b.getSuperBound());
    }

    private boolean bound(TypeMirror a, TypeMirror b) {
        return unbounded(a) ? unbounded(b) : !unbounded(b) && same(a, b);
    }

    private static boolean unbounded(TypeMirror bound) {
        return bound == null || bound.toString().equals("java.lang.Object");
    }

    private boolean lists(List<? extends TypeMirror> a, List<? extends TypeMirror> b) {
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = same(a.get(i), b.get(i));
        }
        return same;
    }

    private boolean sets(List<? extends TypeMirror> a, List<? extends TypeMirror> b) {
        return a.size() == b.size() && a.stream().allMatch(x -> b.stream().anyMatch(y -> same(x, y)));
    }
}
