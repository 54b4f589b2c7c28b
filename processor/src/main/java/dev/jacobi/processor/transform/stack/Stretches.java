package dev.jacobi.processor.transform.stack;

import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.rules.TensorShapes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tensors are known to stretch to others' shapes, as the operands of an operation on elements stretch to its
 * result. A stack has one dimension more than its tensors, so one that doesn't have as many dimensions as what it meets
 * would meet it with the wrong ones.
 */
final class Stretches {

    /** Operations that give the shape of one of their operands, by its number. */
    private static final Map<String, Integer> SHAPED_LIKE = Map.ofEntries(
            Map.entry("sumTo", 1),
            Map.entry("expandTo", 1),
            Map.entry("expandAs", 1),
            Map.entry("expandAlong", 1),
            Map.entry("reshapeAs", 1),
            Map.entry("placed", 1),
            Map.entry("placedAt", 1),
            Map.entry("matmulBarLeft", 1),
            Map.entry("matmulBarRight", 2),
            Map.entry("softmaxBar", 0),
            Map.entry("logSoftmaxBar", 0),
            Map.entry("standardizedBar", 1),
            Map.entry("standardized", 0),
            Map.entry("softmax", 0),
            Map.entry("logSoftmax", 0),
            Map.entry("tieShare", 0),
            Map.entry("to", 0),
            Map.entry("zerosLike", 0),
            Map.entry("onesLike", 0),
            Map.entry("fullLike", 0));

    /** Questions to elements, whose answers have their shape. */
    private static final Set<String> COMPARISONS = Set.of("eq", "ne", "lt", "le", "gt", "ge", "isnan", "isinf");

    /** What variables are that keep one shape. */
    private final Map<Var, Expr> definitions = new HashMap<>();

    /** Variables that hold tensors of one shape after another, perhaps. */
    private final Set<Var> changing = new HashSet<>();

    private Stretches() {}

    /**
     * What both sweeps show.
     *
     * @param stacks what depends on the seed: adjoints, which keep their shape when they are added to
     */
    static Stretches of(Adjoint adjoint, Set<Var> stacks) {
        Stretches stretches = new Stretches();
        stretches.changing.addAll(Walk.assigns(adjoint.forward()));
        for (Stmt statement : Walk.all(adjoint.backward())) {
            if (statement instanceof Stmt.Assign assign) {
                stretches.changing.add(assign.variable());
            } else if (statement instanceof Stmt.Increment s && !stacks.contains(s.variable())) {
                stretches.changing.add(s.variable());
            }
        }
        stretches.define(adjoint.forward());
        stretches.define(adjoint.backward());
        if (adjoint.value() != null) {
            stretches.definitions.put(adjoint.seed(), adjoint.value());
        }
        return stretches;
    }

    private void define(List<Stmt> body) {
        for (Stmt statement : Walk.all(body)) {
            if (statement instanceof Stmt.Declare s && s.value() != null && !changing.contains(s.variable())) {
                definitions.put(s.variable(), s.value());
            }
        }
    }

    /**
     * Variables that {@code other} has its shape of, but for those that surely stretch to the shape of {@code e}; null
     * where that isn't known.
     */
    @Nullable
    Set<Var> missing(Expr e, Expr other) {
        Set<Var> leaves = leaves(other);
        if (leaves == null) {
            return null;
        }
        Set<Var> within = new HashSet<>();
        collect(e, within);
        Set<Var> missing = new LinkedHashSet<>();
        for (Var leaf : leaves) {
            if (!stretches(leaf, within)) {
                missing.add(leaf);
            }
        }
        return missing;
    }

    private boolean stretches(Var variable, Set<Var> within) {
        if (changing.contains(variable)) {
            return false;
        }
        if (within.contains(variable)) {
            return true;
        }
        Expr definition = definitions.get(variable);
        Set<Var> leaves = definition == null ? null : leaves(definition);
        return leaves != null && leaves.stream().allMatch(leaf -> stretches(leaf, within));
    }

    /** Variables whose tensors stretch, together, to the shape of a tensor or mask; null where they aren't known. */
    private @Nullable Set<Var> leaves(Expr e) {
        if (e instanceof Expr.Ref ref) {
            return Set.of(ref.variable());
        }
        if (!(e instanceof Expr.Apply apply)) {
            return null;
        }
        Integer like = like(apply);
        if (like != null) {
            return leaves(apply.operands().get(like));
        }
        if (!isOnElements(apply.primitive())) {
            return null;
        }
        Set<Var> all = new LinkedHashSet<>();
        for (Expr operand : apply.operands()) {
            Set<Var> leaves = hasShape(operand) ? leaves(operand) : Set.of();
            if (leaves == null) {
                return null;
            }
            all.addAll(leaves);
        }
        return all;
    }

    /** Adds the variables that surely stretch to the shape of a tensor or mask. */
    private void collect(Expr e, Set<Var> within) {
        if (e instanceof Expr.Ref ref) {
            Var variable = ref.variable();
            Expr definition = definitions.get(variable);
            if (!changing.contains(variable) && within.add(variable) && definition != null) {
                collect(definition, within);
            }
        } else if (e instanceof Expr.Apply apply) {
            Integer like = like(apply);
            if (like != null) {
                collect(apply.operands().get(like), within);
            } else if (isOnElements(apply.primitive())) {
                apply.operands().stream().filter(Stretches::hasShape).forEach(operand -> collect(operand, within));
            }
        }
    }

    private static @Nullable Integer like(Expr.Apply e) {
        return isOfTensors(e.primitive()) ? SHAPED_LIKE.get(e.primitive().name()) : null;
    }

    private static boolean isOfTensors(Primitive primitive) {
        return primitive.signature().startsWith("dev.jacobi.tensor.Tensor.");
    }

    private static boolean isOnElements(Primitive primitive) {
        String name = primitive.name();
        return TensorShapes.isElementwise(primitive)
                || isOfTensors(primitive) && (name.equals("masked") || name.equals("where"))
                || isOfTensors(primitive) && COMPARISONS.contains(name)
                || primitive.signature().startsWith("dev.jacobi.tensor.Mask.")
                        && Set.of("and", "or", "xor", "not").contains(name);
    }

    /** Whether it is a tensor or a mask. */
    static boolean hasShape(Expr e) {
        return e.type() instanceof Type.Tensor
                || e.type() instanceof Type.Opaque other && other.toString().equals("dev.jacobi.tensor.Mask");
    }
}
