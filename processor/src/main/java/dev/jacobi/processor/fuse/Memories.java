package dev.jacobi.processor.fuse;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** The variables that hold the elements of arrays that loops have given, by their places. */
    private final Map<Var, Map<Integer, Var>> elements = new HashMap<>();

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
        values.forEach(this::addElement);
    }

    private void addElement(Var variable, Expr value) {
        Expr element = unshared(value);
        if (element instanceof Expr.Apply apply && isElement(apply)) {
            Var array = ((Expr.Ref) apply.operands().get(0)).variable();
            elements.computeIfAbsent(array, key -> new HashMap<>()).put(place(apply), variable);
        }
    }

    /** Whether it is {@code loop[1]}, of the array that a loop has given. */
    private boolean isElement(Expr.Apply e) {
        return e.primitive().form() == Primitive.Form.INDEX
                && e.operands().get(0) instanceof Expr.Ref array
                && values.get(array.variable()) instanceof Expr.Apply call
                && loop(call) != null
                && e.operands().get(1) instanceof Expr.Literal;
    }

    private static int place(Expr.Apply element) {
        return Integer.parseInt(((Expr.Literal) element.operands().get(1)).text());
    }

    /** What an expression shares its elements with, if that is another one. */
    static Expr unshared(Expr e) {
        Expr shared = e;
        while (shared instanceof Expr.Apply apply && isSharing(apply)) {
            shared = apply.operands().get(0);
        }
        return shared;
    }

    /** What fills a variable that never changes; null for others. */
    @Nullable
    Expr value(Var variable) {
        return values.get(variable);
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
        if (isSharing(apply)) {
            return owner(apply.operands().get(0), filled);
        }
        Var again = isElement(apply) ? firstOfSame(apply) : null;
        return again != null ? owner(again) : isNew(apply) ? filled : null;
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
        return isElement(e) ? isNewOfLoop(e) : Elementwise.isNew(e);
    }

    /** Whether a loop's element is a new tensor. */
    private boolean isNewOfLoop(Expr.Apply element) {
        FusedLoop loop = giving(element);
        int place = place(element);
        return loop != null && place < loop.results().size() && isNew(loop, place);
    }

    /** The variable that has the result that another element of the same loop is equal to; null if it isn't one. */
    private @Nullable Var firstOfSame(Expr.Apply element) {
        FusedLoop loop = giving(element);
        int other = loop == null ? -1 : place(element) - loop.results().size();
        if (loop == null || other < 0 || loop.others().get(other).taken()) {
            return null;
        }
        int first = loop.given().indexOf(loop.others().get(other).of());
        Var array = ((Expr.Ref) element.operands().get(0)).variable();
        return first < 0 || !isNew(loop, first)
                ? null
                : elements.getOrDefault(array, Map.of()).get(first);
    }

    /** The loop that has given an element; null if its array may be read in other ways, too. */
    private @Nullable FusedLoop giving(Expr.Apply element) {
        Var array = ((Expr.Ref) element.operands().get(0)).variable();
        FusedLoop loop = values.get(array) instanceof Expr.Apply call ? loop(call) : null;
        boolean all =
                loop != null && reads.getOrDefault(array, 0) == loop.given().size();
        return all ? loop : null;
    }

    /**
     * Whether what an expression that {@link #isNew} gives is made of many elements: one number, or one of each row.
     */
    boolean isTotal(Expr.Apply e) {
        FusedLoop loop = isElement(e) ? giving(e) : loop(e);
        if (loop == null) {
            return Elementwise.total(e) != null;
        }
        return loop.results().get(isElement(e) ? place(e) : 0).total() != null;
    }

    /** Whether nothing of an operation's operands is left in what it gives, nor kept elsewhere. */
    boolean letsGo(Expr.Apply e) {
        FusedLoop loop = loop(e);
        if (loop != null) {
            return !givesOperands(loop);
        }
        boolean asks = Elementwise.isMethod(e) && e.type() instanceof Type.Scalar;
        return asks || Elementwise.isNew(e);
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

    /** Whether a result of a loop is new, and given there alone but for what is said to be the same. */
    private boolean isNew(FusedLoop loop, int place) {
        Var variable = loop.given().get(place);
        List<@Nullable Var> owners = owners(loop);
        Var owner = owners.get(place);
        boolean isNew = owner != null && place < loop.results().size();
        for (int i = 0; i < owners.size(); i++) {
            int other = i - loop.results().size();
            boolean again = other >= 0 && loop.others().get(other).of().equals(variable);
            isNew &= again ? owners.get(i) != null : i == place || !Objects.equals(owner, owners.get(i));
        }
        return isNew;
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
