package dev.jacobi.processor.ir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Hands out names that are free in one generated method. */
public final class NameSupply {

    /** Simple names of classes that generated code mentions: a variable of the same name would hide them. */
    private static final List<String> RESERVED = List.of(
            "Math",
            "StrictMath",
            "System",
            "Object",
            "Class",
            "Enum",
            "String",
            "Character",
            "Boolean",
            "Number",
            "Byte",
            "Short",
            "Integer",
            "Long",
            "Float",
            "Double",
            "Thread",
            "Runtime",
            "Arrays",
            "Collections",
            "List",
            "Map",
            "Set",
            "Objects",
            "AssertionError",
            "Tensor",
            "Mask",
            "Shape",
            "DType",
            "Seeds",
            "Jacobian",
            "Variable",
            "Bars",
            "Batches",
            "Shadows",
            "Directions",
            "Checkpoints",
            "Rows",
            "Receivers",
            "Jacobians",
            "Scratch",
            "FastFunctions",
            "Workspace",
            "Convergence",
            "Flat",
            "Pattern",
            "Sparse",
            "Indices",
            "Interactions");

    /** The methods without parameters that every object has. */
    public static final Set<String> OF_OBJECTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    /** Loops over tensors' elements are classes inside the generated one. */
    private static final Pattern LOOP_CLASS = Pattern.compile("Loop\\d+");

    private final Set<String> taken = new HashSet<>(RESERVED);
    private final Predicate<String> classes;

    public NameSupply() {
        this(name -> false);
    }

    /** @param classes says which names are those of other classes that generated code may mention */
    public NameSupply(Predicate<String> classes) {
        this.classes = classes;
    }

    /** A name that a component of a record may have (JLS 8.10.1). */
    public static String ofComponent(String wish) {
        return OF_OBJECTS.contains(wish) ? wish + "_" : wish;
    }

    /** A supply in which the variables and the loops' labels of {@code function} are taken. */
    public static NameSupply after(Function function) {
        NameSupply names = new NameSupply();
        names.taken.addAll(function.reserved());
        for (Var parameter : function.parameters()) {
            names.taken.add(parameter.name());
        }
        names.take(function.body());
        return names;
    }

    /** A supply in which all names of an adjoint are taken. */
    public static NameSupply after(Adjoint adjoint) {
        NameSupply names = after(adjoint.primal());
        names.take(adjoint.forward());
        names.take(adjoint.backward());
        for (Var shadow : adjoint.shadows()) {
            names.taken.add(shadow.name());
        }
        adjoint.seeds().forEach(v -> names.taken.add(v.name()));
        return names;
    }

    private void take(List<Stmt> body) {
        for (Stmt statement : Walk.all(body)) {
            if (statement instanceof Stmt.Loop loop) {
                taken.add(loop.label());
            }
        }
        for (Var variable : Walk.declares(body)) {
            taken.add(variable.name());
        }
    }

    /** {@code wish} if it is free, else {@code wish2}, {@code wish3}, …: taken from now on. */
    public String fresh(String wish) {
        String start = LOOP_CLASS.matcher(wish).matches() ? "l" + wish.substring(1) : wish;
        String name = start;
        for (int i = 2; SourceVersion.isKeyword(name) || isClass(name) || !taken.add(name); i++) {
            name = start + i;
        }
        return name;
    }

    /** For each variable one like it under a name that is free. */
    public Map<Var, Var> fresh(List<Var> variables) {
        Map<Var, Var> fresh = new HashMap<>();
        variables.forEach(v -> fresh.put(v, new Var(fresh(v.name()), v.type())));
        return fresh;
    }

    private boolean isClass(String name) {
        return Character.isUpperCase(name.charAt(0)) && classes.test(name);
    }
}
