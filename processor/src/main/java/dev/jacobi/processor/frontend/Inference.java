package dev.jacobi.processor.frontend;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/**
 * Type arguments that follow from how they are used (JLS 18): the bounds of the inference variables of one call and of
 * those nested in it. A variable is a type variable that nothing else has: one that capture conversion makes, or, where
 * there is none, the type parameter itself.
 */
final class Inference {

    /** More bounds than this come from a search that doesn't end. */
    private static final int MOST_BOUNDS = 2000;

    private final Language language;
    private final Lubs lubs;
    private final Map<Element, Bounds> variables = new LinkedHashMap<>();
    private final Map<Element, TypeMirror> values = new HashMap<>();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final List<Runnable> whenSolved = new ArrayList<>();
    private int count;
    final Reduction reduction;

    Inference(Language language, Hierarchy hierarchy, Lubs lubs) {
        this.language = language;
        this.lubs = lubs;
        this.reduction = new Reduction(language, hierarchy, this);
    }

    /** A lambda expression or method reference that waits for the types of its parameters (JLS 18.5.2.2). */
    interface Pending {
        /** The types that must be known first. */
        List<TypeMirror> inputs();

        /** The type that says more once this is read. */
        TypeMirror output();

        boolean read();
    }

    /** Variables in the place of type parameters. */
    Substitution open(List<? extends TypeVariable> parameters) {
        Map<Element, TypeMirror> fresh = new LinkedHashMap<>();
        for (TypeVariable parameter : parameters) {
            TypeVariable variable = fresh(parameter);
            fresh.put(parameter.asElement(), variable);
            variables.put(variable.asElement(), new Bounds(variable));
        }
        return new Substitution(language.types, fresh);
    }

    /** Adds the bounds that the parameters were declared with. */
    boolean declareBounds(List<? extends TypeVariable> parameters, Substitution opened) {
        boolean consistent = true;
        for (TypeVariable parameter : parameters) {
            TypeMirror variable = opened.apply(parameter);
            TypeMirror upper = parameter.getUpperBound();
            List<? extends TypeMirror> bounds =
                    upper.getKind() == TypeKind.INTERSECTION ? ((IntersectionType) upper).getBounds() : List.of(upper);
            for (TypeMirror bound : bounds) {
                consistent = consistent && addSubtype(variable, opened.apply(bound));
            }
        }
        return consistent;
    }

    void markThrown(TypeMirror variable) {
        if (isVariable(variable)) {
            bounds(variable).isThrown = true;
        }
    }

    void letErase(TypeMirror variable) {
        if (isVariable(variable)) {
            bounds(variable).isErased = true;
        }
    }

    private TypeVariable fresh(TypeVariable parameter) {
        TypeMirror any = language.types.getWildcardType(null, null);
        DeclaredType open = language.types.getDeclaredType(
                (javax.lang.model.element.TypeElement)
                        ((DeclaredType) language.declared("java.lang.Class")).asElement(),
                any);
        TypeMirror captured =
                ((DeclaredType) language.capture(open)).getTypeArguments().get(0);
        return captured.getKind() == TypeKind.TYPEVAR ? (TypeVariable) captured : parameter;
    }

    private Bounds bounds(TypeMirror variable) {
        return bounds(((TypeVariable) variable).asElement());
    }

    private Bounds bounds(Element variable) {
        return Objects.requireNonNull(variables.get(variable));
    }

    boolean isVariable(TypeMirror type) {
        return type.getKind() == TypeKind.TYPEVAR && variables.containsKey(((TypeVariable) type).asElement());
    }

    /** Whether some variable stands in a type. */
    boolean isOpen(TypeMirror type) {
        return Substitution.mentions(type, variables.keySet());
    }

    /** The type with what is known put in. */
    TypeMirror apply(TypeMirror type) {
        return values.isEmpty() || !isOpen(type) ? type : new Substitution(language.types, values).apply(type);
    }

    boolean addSubtype(TypeMirror s, TypeMirror t) {
        if (language.types.isSameType(s, t)) {
            return true;
        }
        boolean consistent = true;
        if (isVariable(s)) {
            consistent = addUpper(bounds(s), t);
        }
        if (isVariable(t)) {
            consistent = consistent && addLower(bounds(t), s);
        }
        return consistent;
    }

    private boolean addUpper(Bounds bounds, TypeMirror type) {
        if (!addNew(bounds.upper, type)) {
            return count < MOST_BOUNDS;
        }
        if (!lubs.areCompatible(proper(bounds.upper))) {
            return false;
        }
        boolean consistent = true;
        for (TypeMirror equal : List.copyOf(bounds.equal)) {
            consistent = consistent && reduction.subtype(equal, type);
        }
        for (TypeMirror lower : List.copyOf(bounds.lower)) {
            consistent = consistent && reduction.subtype(lower, type);
        }
        return consistent;
    }

    private boolean addLower(Bounds bounds, TypeMirror type) {
        if (!addNew(bounds.lower, type)) {
            return count < MOST_BOUNDS;
        }
        boolean consistent = true;
        for (TypeMirror equal : List.copyOf(bounds.equal)) {
            consistent = consistent && reduction.subtype(type, equal);
        }
        for (TypeMirror upper : List.copyOf(bounds.upper)) {
            consistent = consistent && reduction.subtype(type, upper);
        }
        return consistent;
    }

    private boolean addNew(List<TypeMirror> bounds, TypeMirror type) {
        for (TypeMirror known : bounds) {
            if (language.types.isSameType(known, type)) {
                return false;
            }
        }
        count++;
        bounds.add(type);
        return count < MOST_BOUNDS;
    }

    boolean addEqual(TypeMirror a, TypeMirror b) {
        if (language.types.isSameType(a, b)) {
            return true;
        }
        boolean consistent = true;
        if (isVariable(a)) {
            consistent = addEqual(bounds(a), b);
        }
        if (isVariable(b)) {
            consistent = consistent && addEqual(bounds(b), a);
        }
        return consistent;
    }

    private boolean addEqual(Bounds bounds, TypeMirror type) {
        if (!isOpen(type)) {
            return set(bounds, type);
        }
        if (!addNew(bounds.equal, type)) {
            return count < MOST_BOUNDS;
        }
        boolean consistent = true;
        for (TypeMirror equal : List.copyOf(bounds.equal)) {
            consistent = consistent && (equal == type || reduction.same(equal, type));
        }
        for (TypeMirror lower : List.copyOf(bounds.lower)) {
            consistent = consistent && reduction.subtype(lower, type);
        }
        for (TypeMirror upper : List.copyOf(bounds.upper)) {
            consistent = consistent && reduction.subtype(type, upper);
        }
        return consistent;
    }

    /** Gives a variable its value, and tells all bounds that mention it. */
    private boolean set(Bounds bounds, TypeMirror value) {
        if (bounds.value != null) {
            return language.types.isSameType(bounds.value, value);
        }
        if (value.getKind().isPrimitive()) {
            return false;
        }
        bounds.value = value;
        values.put(bounds.variable.asElement(), value);
        boolean consistent = true;
        for (TypeMirror equal : List.copyOf(bounds.equal)) {
            consistent = consistent && reduction.same(equal, value);
        }
        for (TypeMirror lower : List.copyOf(bounds.lower)) {
            consistent = consistent && reduction.subtype(lower, value);
        }
        for (TypeMirror upper : List.copyOf(bounds.upper)) {
            consistent = consistent && reduction.subtype(value, upper);
        }
        Set<Element> self = Set.of(bounds.variable.asElement());
        for (Bounds other : List.copyOf(variables.values())) {
            if (other.value == null) {
                consistent = consistent && tell(other, self);
            }
        }
        return consistent;
    }

    private boolean tell(Bounds other, Set<Element> changed) {
        boolean consistent = true;
        for (TypeMirror equal : mentioning(other.equal, changed)) {
            consistent = consistent && (other.value != null || reduction.same(other.variable, equal));
        }
        for (TypeMirror lower : mentioning(other.lower, changed)) {
            consistent = consistent && reduction.subtype(lower, other.variable);
        }
        for (TypeMirror upper : mentioning(other.upper, changed)) {
            consistent = consistent && reduction.subtype(other.variable, upper);
        }
        return consistent;
    }

    /** Takes the bounds that mention a variable out. */
    private static List<TypeMirror> mentioning(List<TypeMirror> bounds, Set<Element> changed) {
        List<TypeMirror> found = new ArrayList<>();
        for (TypeMirror bound : bounds) {
            if (Substitution.mentions(bound, changed)) {
                found.add(bound);
            }
        }
        bounds.removeAll(found);
        return found;
    }

    void add(Pending constraint) {
        pending.add(constraint);
    }

    /** The box that a variable is bound to be, or null. */
    @Nullable
    TypeMirror box(TypeVariable variable) {
        Bounds bounds = bounds(variable);
        List<TypeMirror> all = new ArrayList<>(bounds.equal);
        all.addAll(bounds.upper);
        all.addAll(bounds.lower);
        for (TypeMirror bound : all) {
            if (language.unboxed(bound) != null) {
                return language.boxed(bound);
            }
        }
        return null;
    }

    /** Whether no variable without a value stands in any of the types. */
    boolean isDecided(List<TypeMirror> types) {
        return variablesIn(types).isEmpty();
    }

    /** Gives the variables in a type their values now. */
    boolean solveFor(TypeMirror type) {
        return solve(variablesIn(List.of(apply(type))));
    }

    /** Runs when every variable has its value. */
    void whenSolved(Runnable action) {
        whenSolved.add(action);
    }

    /** Reads what is pending, as soon as it can be, and then gives every variable a value. */
    boolean finish() {
        while (!pending.isEmpty()) {
            Pending next = next();
            pending.remove(next);
            if (!solve(variablesIn(next.inputs())) || !next.read()) {
                return false;
            }
        }
        if (!solve(variables.keySet())) {
            return false;
        }
        for (int i = 0; i < whenSolved.size(); i++) {
            whenSolved.get(i).run();
        }
        return true;
    }

    /** The first whose inputs don't wait for another's output. */
    private Pending next() {
        for (Pending candidate : pending) {
            Set<Element> inputs = closure(variablesIn(candidate.inputs()));
            boolean waits = false;
            for (Pending other : pending) {
                Set<Element> outputs = variablesIn(List.of(other.output()));
                outputs.removeAll(variablesIn(other.inputs()));
                outputs.retainAll(inputs);
                waits |= other != candidate && !outputs.isEmpty();
            }
            if (!waits) {
                return candidate;
            }
        }
        return pending.getFirst();
    }

    private Set<Element> variablesIn(List<TypeMirror> types) {
        Set<Element> found = new LinkedHashSet<>();
        for (TypeMirror type : types) {
            for (Bounds bounds : variables.values()) {
                Element variable = bounds.variable.asElement();
                if (bounds.value == null && Substitution.mentions(type, Set.of(variable))) {
                    found.add(variable);
                }
            }
        }
        return found;
    }

    /** The variables and those that they depend on. */
    private Set<Element> closure(Collection<Element> start) {
        Set<Element> reached = new LinkedHashSet<>();
        Deque<Element> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            Element next = open.remove();
            Bounds bounds = bounds(next);
            if (bounds.value == null && reached.add(next)) {
                open.addAll(variablesIn(bounds.equal));
                open.addAll(variablesIn(bounds.lower));
                open.addAll(variablesIn(bounds.upper));
            }
        }
        return reached;
    }

    /** Gives variables values, those first that others depend on (JLS 18.4). */
    private boolean solve(Collection<Element> wanted) {
        for (Element element : List.copyOf(wanted)) {
            Bounds bounds = bounds(element);
            while (bounds.value == null) {
                if (!solveOne(closure(List.of(element)))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Gives values to variables that depend on each other only, at once: those with lower bounds before others. */
    private boolean solveOne(Set<Element> open) {
        Set<Element> smallest = open;
        for (Element element : open) {
            Set<Element> needed = closure(List.of(element));
            smallest = needed.size() < smallest.size() ? needed : smallest;
        }
        Map<Bounds, TypeMirror> chosen = choose(smallest, true);
        if (chosen.isEmpty()) {
            chosen = choose(smallest, false);
        }
        boolean consistent = !chosen.isEmpty();
        for (Map.Entry<Bounds, TypeMirror> entry : chosen.entrySet()) {
            Bounds bounds = entry.getKey();
            consistent = consistent && (bounds.value != null || set(bounds, entry.getValue()) || bounds.isErased);
        }
        return consistent;
    }

    private Map<Bounds, TypeMirror> choose(Set<Element> open, boolean fromLower) {
        Map<Bounds, TypeMirror> chosen = new LinkedHashMap<>();
        for (Element element : open) {
            Bounds bounds = bounds(element);
            TypeMirror value = proper(bounds.lower).isEmpty() == fromLower ? null : choose(bounds);
            if (value != null) {
                chosen.put(bounds, value);
            }
        }
        return chosen;
    }

    private @Nullable TypeMirror choose(Bounds bounds) {
        List<TypeMirror> lower = proper(bounds.lower);
        if (!lower.isEmpty()) {
            return lubs.lub(lower);
        }
        List<TypeMirror> upper = proper(bounds.upper);
        TypeMirror unchecked = language.declared("java.lang.RuntimeException");
        if (bounds.isThrown && upper.stream().allMatch(u -> language.types.isSubtype(unchecked, u))) {
            return unchecked;
        }
        if (upper.isEmpty()) {
            return bounds.isErased ? language.types.erasure(bounds.upper.get(0)) : null;
        }
        return lubs.glb(upper);
    }

    private List<TypeMirror> proper(List<TypeMirror> bounds) {
        List<TypeMirror> proper = new ArrayList<>();
        for (TypeMirror bound : bounds) {
            if (!isOpen(bound)) {
                proper.add(bound);
            }
        }
        return proper;
    }
}
