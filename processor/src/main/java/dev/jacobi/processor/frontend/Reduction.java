package dev.jacobi.processor.frontend;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Constraints between types brought down to bounds of inference variables (JLS 18.2). */
final class Reduction {

    private final Language language;
    private final Hierarchy hierarchy;
    private final Inference inference;
    private int unchecked;

    Reduction(Language language, Hierarchy hierarchy, Inference inference) {
        this.language = language;
        this.hierarchy = hierarchy;
        this.inference = inference;
    }

    /** How many unchecked conversions it took so far. */
    int unchecked() {
        return unchecked;
    }

    /** JLS 18.2.2: a value of type {@code s} can be handed over as {@code t}, perhaps boxed or unboxed. */
    boolean compatible(TypeMirror s, TypeMirror t) {
        TypeMirror from = inference.apply(s);
        TypeMirror to = inference.apply(t);
        if (!inference.isOpen(from) && !inference.isOpen(to)) {
            if (language.types.isSubtype(from, to)) {
                return true;
            }
            boolean assignable = from.getKind() != TypeKind.VOID
                    && from.getKind() != TypeKind.NONE
                    && language.types.isAssignable(from, to);
            if (assignable && !from.getKind().isPrimitive() && !to.getKind().isPrimitive()) {
                count(to);
            }
            return assignable;
        }
        if (from.getKind().isPrimitive()) {
            return !to.getKind().isPrimitive() && compatible(language.boxed(from), to);
        }
        if (to.getKind().isPrimitive()) {
            return same(from, language.types.boxedClass((PrimitiveType) to).asType());
        }
        boolean captures = to.getKind() == TypeKind.DECLARED && !inference.isOpen(from);
        return from.getKind() != TypeKind.VOID && subtype(captures ? language.capture(from) : from, to);
    }

    /** JLS 18.2.3. */
    boolean subtype(TypeMirror s, TypeMirror t) {
        TypeMirror from = inference.apply(s);
        TypeMirror to = inference.apply(t);
        if (!inference.isOpen(from) && !inference.isOpen(to)) {
            return language.types.isSubtype(from, to) || uncheckedSubtype(from, to);
        }
        if (from.getKind() == TypeKind.NULL || language.isObject(to)) {
            return true;
        }
        if (inference.isVariable(from) || inference.isVariable(to)) {
            return inference.addSubtype(from, to);
        }
        return switch (to.getKind()) {
            case DECLARED -> belowClass(from, (DeclaredType) to);
            case ARRAY -> belowArray(from, (ArrayType) to);
            case INTERSECTION -> {
                boolean all = true;
                for (TypeMirror bound : ((IntersectionType) to).getBounds()) {
                    all &= subtype(from, bound);
                }
                yield all;
            }
            case TYPEVAR -> {
                TypeMirror lower = ((TypeVariable) to).getLowerBound();
                yield lower.getKind() != TypeKind.NULL && subtype(from, lower);
            }
            default -> false;
        };
    }

    /** Bounds let raw types through, as javac does. */
    private boolean uncheckedSubtype(TypeMirror from, TypeMirror to) {
        boolean references = to.getKind() == TypeKind.DECLARED
                && (from.getKind() == TypeKind.DECLARED || from.getKind() == TypeKind.TYPEVAR);
        if (references && language.types.isAssignable(from, to)) {
            count(to);
            return true;
        }
        return false;
    }

    /** From a raw type nothing can go wrong to one that says nothing of its arguments (JLS 5.1.9). */
    private void count(TypeMirror to) {
        boolean saysNothing = to.getKind() == TypeKind.DECLARED
                && ((DeclaredType) to)
                        .getTypeArguments().stream()
                                .allMatch(a -> a instanceof WildcardType w
                                        && w.getExtendsBound() == null
                                        && w.getSuperBound() == null);
        if (!saysNothing) {
            unchecked++;
        }
    }

    private boolean belowClass(TypeMirror from, DeclaredType to) {
        TypeElement element = (TypeElement) to.asElement();
        TypeMirror parent = hierarchy.asSuper(from, element);
        if (parent == null) {
            return false;
        }
        List<? extends TypeMirror> given = ((DeclaredType) parent).getTypeArguments();
        List<? extends TypeMirror> wanted = to.getTypeArguments();
        if (wanted.isEmpty()) {
            return true;
        }
        if (given.isEmpty()) {
            count(to);
            return true;
        }
        boolean all = true;
        for (int i = 0; all && i < wanted.size(); i++) {
            all = contained(given.get(i), wanted.get(i));
        }
        return all;
    }

    private boolean belowArray(TypeMirror from, ArrayType to) {
        if (from.getKind() == TypeKind.TYPEVAR) {
            return belowArray(((TypeVariable) from).getUpperBound(), to);
        }
        if (from.getKind() != TypeKind.ARRAY) {
            return false;
        }
        TypeMirror a = ((ArrayType) from).getComponentType();
        TypeMirror b = to.getComponentType();
        if (a.getKind().isPrimitive() || b.getKind().isPrimitive()) {
            return a.getKind() == b.getKind();
        }
        return subtype(a, b);
    }

    private boolean contained(TypeMirror s, TypeMirror t) {
        if (t.getKind() != TypeKind.WILDCARD) {
            return s.getKind() == TypeKind.WILDCARD ? !inference.isOpen(t) && sameWildcards(s, t) : same(s, t);
        }
        WildcardType wanted = (WildcardType) t;
        WildcardType given = s.getKind() == TypeKind.WILDCARD ? (WildcardType) s : null;
        if (wanted.getExtendsBound() != null) {
            TypeMirror from = given == null ? s : upper(given);
            return subtype(from, wanted.getExtendsBound());
        }
        if (wanted.getSuperBound() != null) {
            TypeMirror from = given == null ? s : given.getSuperBound();
            return from != null && subtype(wanted.getSuperBound(), from);
        }
        return true;
    }

    private TypeMirror upper(WildcardType wildcard) {
        return wildcard.getExtendsBound() == null ? language.object() : wildcard.getExtendsBound();
    }

    /** JLS 18.2.4. */
    boolean same(TypeMirror s, TypeMirror t) {
        TypeMirror a = inference.apply(s);
        TypeMirror b = inference.apply(t);
        if (a.getKind() == TypeKind.WILDCARD || b.getKind() == TypeKind.WILDCARD) {
            return sameWildcards(a, b);
        }
        if (!inference.isOpen(a) && !inference.isOpen(b)) {
            return language.types.isSameType(a, b);
        }
        if (inference.isVariable(a) || inference.isVariable(b)) {
            return inference.addEqual(a, b);
        }
        if (a.getKind() != b.getKind()) {
            return false;
        }
        if (a.getKind() == TypeKind.ARRAY) {
            return same(((ArrayType) a).getComponentType(), ((ArrayType) b).getComponentType());
        }
        if (a.getKind() != TypeKind.DECLARED) {
            return false;
        }
        List<? extends TypeMirror> left = ((DeclaredType) a).getTypeArguments();
        List<? extends TypeMirror> right = ((DeclaredType) b).getTypeArguments();
        boolean all =
                ((DeclaredType) a).asElement().equals(((DeclaredType) b).asElement()) && left.size() == right.size();
        for (int i = 0; all && i < left.size(); i++) {
            all = same(left.get(i), right.get(i));
        }
        return all;
    }

    private boolean sameWildcards(TypeMirror a, TypeMirror b) {
        if (a.getKind() != TypeKind.WILDCARD || b.getKind() != TypeKind.WILDCARD) {
            return false;
        }
        WildcardType left = (WildcardType) a;
        WildcardType right = (WildcardType) b;
        if ((left.getSuperBound() == null) != (right.getSuperBound() == null)) {
            return false;
        }
        return left.getSuperBound() != null
                ? same(left.getSuperBound(), right.getSuperBound())
                : same(upper(left), upper(right));
    }
}
