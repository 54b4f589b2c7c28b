package dev.jacobi.processor.fuse;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which variables have the elements of their tensors in the same memory. It is known where an operation that makes a
 * new tensor whatever it is given ({@link Elementwise#isNew}) fills a variable that never changes; a variable that is
 * filled with another's tensor, or with what may share its elements, such as {@code x.reshape(…)}, is followed.
 */
final class Memories {

    /** What gives its first operand's elements, in another shape if need be, and is the same tensor at times. */
    private static final Set<String> SHARING = Set.of(
            "sumTo", "expandTo", "reshape", "reshapeAs", "view", "viewAs", "flatten", "squeeze", "unsqueeze", "to");

    /** The operands of methods, the receiver first, that are only asked for their shape and type. */
    private static final Map<String, Integer> ASKED = Map.of(
            "size", 0,
            "dim", 0,
            "sumTo", 1,
            "expandTo", 1,
            "reshapeAs", 1,
            "viewAs", 1,
            "matmulBarLeft", 1,
            "matmulBarRight", 2);

    private final Map<Type.Struct, FusedLoop> loops;
    private final Map<Var, Expr> values = new HashMap<>();
    private final Map<Var, Integer> reads = new HashMap<>();
    private final Map<FusedLoop, List<@Nullable Var>> owners = new HashMap<>();

    /** @param loops those that the code may call */
    Memories(Map<Type.Struct, FusedLoop> loops, List<List<Stmt>> bodies) {
        this.loops = loops;
        Set<Var> changing = new HashSet<>();
        for (List<Stmt> body : bodies) {
            changing.addAll(Walk.assigns(body));
            for (Stmt statement : Walk.all(body)) {
                Walk.own(statement).forEach(e -> Fusing.count(e, reads));
                if (statement instanceof Stmt.Declare s && s.value() != null) {
                    // a block of the backward sweep may declare again what one of the forward sweep does
                    if (values.put(s.variable(), s.value()) != null) {
                        changing.add(s.variable());
                    }
                }
            }
        }
        values.keySet().removeAll(changing);
    }

    /** The variable that a variable's tensor was new in; null if that isn't known, and others may have it, too. */
    @Nullable
    Var owner(Var variable) {
        Expr value = values.get(variable);
        return value == null ? null : owner(value, variable);
    }

    private @Nullable Var owner(Expr value, Var filled) {
        if (value instanceof Expr.Ref ref) {
            return owner(ref.variable());
        }
        if (!(value instanceof Expr.Apply apply)) {
            return null;
        }
        return isSharing(apply) ? owner(apply.operands().get(0), filled) : isNew(apply) ? filled : null;
    }

    /** Whether an operation may give a tensor that shares elements with its first operand, but with no other. */
    static boolean isSharing(Expr.Apply e) {
        return Elementwise.isMethod(e) && SHARING.contains(e.primitive().name());
    }

    /** The number of an operand that an operation takes nothing of but the shape and type; -1 if there is none. */
    static int askedForShape(Expr.Apply e) {
        if (Elementwise.isUniform(e)) {
            return 0;
        }
        return Elementwise.isMethod(e) ? ASKED.getOrDefault(e.primitive().name(), -1) : -1;
    }

    /** The variables that code reads, but asks for nothing but their shape and type. */
    static Set<Var> onlyAsked(List<Stmt> body) {
        Map<Var, Integer> reads = new HashMap<>();
        Map<Var, Integer> asked = new HashMap<>();
        for (Stmt statement : Walk.all(body)) {
            for (Expr e : Walk.own(statement)) {
                Fusing.count(e, reads);
                countAsked(e, asked);
            }
        }
        reads.entrySet().removeIf(read -> !read.getValue().equals(asked.get(read.getKey())));
        return reads.keySet();
    }

    private static void countAsked(Expr e, Map<Var, Integer> counts) {
        int place = e instanceof Expr.Apply apply ? askedForShape(apply) : -1;
        if (place >= 0 && Walk.operands(e).get(place) instanceof Expr.Ref ref) {
            counts.merge(ref.variable(), 1, Integer::sum);
        }
        Walk.operands(e).forEach(operand -> countAsked(operand, counts));
    }

    /** Whether what an operation gives has elements of its own, which nothing else has. */
    boolean isNew(Expr.Apply e) {
        FusedLoop loop = loop(e);
        if (loop != null) {
            return loop.given().size() == 1 && isNew(loop, 0);
        }
        return e.primitive().form() == Primitive.Form.INDEX ? isNewOfLoop(e) : Elementwise.isNew(e);
    }

    /** Whether it is {@code loop[1]}, of the array of what a loop has given, and a new tensor. */
    private boolean isNewOfLoop(Expr.Apply element) {
        if (!(element.operands().get(0) instanceof Expr.Ref array)
                || !(element.operands().get(1) instanceof Expr.Literal place)
                || !(values.get(array.variable()) instanceof Expr.Apply call)) {
            return false;
        }
        FusedLoop loop = loop(call);
        return loop != null
                && reads.getOrDefault(array.variable(), 0) == loop.given().size()
                && isNew(loop, Integer.parseInt(place.text()));
    }

    /** The loop that is called; null if it is another operation. */
    @Nullable
    FusedLoop loop(Expr.Apply e) {
        return e.primitive().owner() instanceof Type.Struct type ? loops.get(type) : null;
    }

    /** Whether a loop may give something that has elements in common with what it was given. */
    boolean givesOperands(FusedLoop loop) {
        return owners(loop).contains(null) || loop.others().stream().anyMatch(FusedLoop.Other::taken);
    }

    /** Whether what a loop gives at a place is new, and given only there. */
    private boolean isNew(FusedLoop loop, int place) {
        Var variable = loop.given().get(place);
        Var owner = owners(loop).get(place);
        boolean given = loop.others().stream()
                .anyMatch(
                        other -> other.variable().equals(variable) || other.of().equals(variable));
        return owner != null && !given && Collections.frequency(owners(loop), owner) == 1;
    }

    /** The owners of what a loop gives where its operations run one by one. */
    private List<@Nullable Var> owners(FusedLoop loop) {
        List<@Nullable Var> known = owners.get(loop);
        if (known == null) {
            Memories apart = new Memories(Map.of(), List.of(loop.apart()));
            known = new ArrayList<>();
            for (Var v : loop.given()) {
                known.add(apart.owner(v));
            }
            owners.put(loop, known);
        }
        return known;
    }
}
