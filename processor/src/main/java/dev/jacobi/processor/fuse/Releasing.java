package dev.jacobi.processor.fuse;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Reachability;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Says where nothing reads a tensor any more that was made anew ({@link Memories} tells whose memory a tensor has), so
 * that the runtime makes the next tensors of its size in its memory: {@code Memory.release(xBar);}. Those that a loop
 * writes over are left out, as what it gives has their memory.
 *
 * <p>What {@code x.sumTo(like)} gives may be x itself. Where it lives longer than x, it becomes {@code Memory.sumTo(x,
 * like)}, by which the runtime knows.
 */
final class Releasing {

    /** A line says it of so many tensors, unless the block ends. */
    private static final int TOGETHER = 3;

    private static final Type.Struct MEMORY = new Type.Struct("dev.jacobi.tensor", "Memory", List.of());

    private final Memories memories;

    /** The blocks that tensors of their own are declared in. */
    private final Map<Var, List<Stmt>> declared = new LinkedHashMap<>();

    /** The number of the last statement of that block that reads them. */
    private final Map<Var, Integer> last = new HashMap<>();

    /** Those whose memory may be read in ways that aren't followed. */
    private final Set<Var> kept = new HashSet<>();

    /** What is given on, and may be the tensor that is summed. */
    private final Set<Expr> sums = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Where the walk is, in each of the blocks around it. */
    private final Map<List<Stmt>, Integer> here = new IdentityHashMap<>();

    private final Rewriter keeping = new Rewriter() {
        @Override
        public Expr apply(Expr.Apply e) {
            Expr rewritten = super.apply(e);
            return sums.contains(e) && rewritten instanceof Expr.Apply sum ? kept(sum) : rewritten;
        }
    };

    private Releasing(Memories memories) {
        this.memories = memories;
    }

    /** Where nothing is to be released. */
    static Releasing nothing(Memories memories) {
        return new Releasing(memories);
    }

    /**
     * @param methods the statements of one method each
     * @param results what is given in the end
     * @param elsewhere what other methods read, too
     * @param reuses the tensors that loops write over
     */
    static Releasing of(
            Memories memories,
            List<List<Stmt>> methods,
            List<Expr> results,
            List<Stmt> elsewhere,
            Map<Expr.Apply, Map<FusedLoop.Result, Var>> reuses) {
        Releasing releasing = new Releasing(memories);
        methods.forEach(releasing::declare);
        methods.forEach(releasing::read);
        results.forEach(releasing::keep);
        releasing.keepElsewhere(methods, elsewhere);
        reuses.forEach(releasing::keepReused);
        return releasing;
    }

    private void declare(List<Stmt> block) {
        for (Stmt statement : block) {
            if (statement instanceof Stmt.Declare s && s.variable().equals(memories.owner(s.variable()))) {
                declared.put(s.variable(), block);
            }
            Walk.blocks(statement).forEach(this::declare);
        }
    }

    private void read(List<Stmt> block) {
        for (int i = 0; i < block.size(); i++) {
            Stmt statement = block.get(i);
            here.put(block, i);
            boolean named = statement instanceof Stmt.Declare s && memories.owner(s.variable()) != null;
            Walk.own(statement).forEach(named ? this::read : this::keep);
            Walk.blocks(statement).forEach(this::read);
        }
        here.remove(block);
    }

    /** What is read here, and given to nobody else but by the variable that it fills. */
    private void read(Expr e) {
        if (e instanceof Expr.Ref ref) {
            Var owner = memories.owner(ref.variable());
            Integer number = owner == null ? null : here.get(declared.get(owner));
            if (number != null) {
                last.put(owner, number);
            } else if (owner != null) {
                kept.add(owner);
            }
        } else if (e instanceof Expr.Apply apply && (Memories.isSharing(apply) || memories.letsGo(apply))) {
            apply.operands().forEach(this::read);
        } else {
            keep(e);
        }
    }

    /** What may go anywhere. */
    private void keep(Expr e) {
        if (e instanceof Expr.Ref ref) {
            keep(ref.variable());
        } else if (!(e instanceof Expr.Apply apply) || !Memories.isSharing(apply) && !memories.letsGo(apply)) {
            Walk.operands(e).forEach(this::keep);
        } else if (Memories.isSharing(apply)) {
            keepShared(apply);
            apply.operands().subList(1, apply.operands().size()).forEach(this::read);
        } else {
            read(apply);
        }
    }

    private void keepShared(Expr.Apply apply) {
        if (isSumOfOwner(apply)) {
            sums.add(apply);
            read(apply.operands().get(0));
        } else {
            keep(apply.operands().get(0));
        }
    }

    private boolean isSumOfOwner(Expr.Apply apply) {
        return Memories.isSharing(apply)
                && apply.primitive().name().equals("sumTo")
                && apply.operands().get(0) instanceof Expr.Ref ref
                && ref.variable().equals(memories.owner(ref.variable()));
    }

    /** What it was filled with was read where it is declared. */
    private void keep(Var variable) {
        Expr value = memories.value(variable);
        while (value instanceof Expr.Apply apply && Memories.isSharing(apply) && !isSumOfOwner(apply)) {
            value = apply.operands().get(0);
        }
        if (value instanceof Expr.Apply apply && isSumOfOwner(apply)) {
            sums.add(apply);
            return;
        }
        if (value instanceof Expr.Ref ref) {
            keep(ref.variable());
            return;
        }
        Var owner = memories.owner(variable);
        if (owner != null) {
            kept.add(owner);
        }
    }

    /** A method by itself may read what another declares. */
    private void keepElsewhere(List<List<Stmt>> methods, List<Stmt> elsewhere) {
        for (Var variable : Walk.reads(elsewhere)) {
            Var owner = memories.owner(variable);
            if (owner != null && Walk.declares(methods.get(0)).contains(owner)) {
                kept.add(owner);
            }
        }
    }

    private void keepReused(Expr.Apply call, Map<FusedLoop.Result, Var> reused) {
        FusedLoop loop = Objects.requireNonNull(memories.loop(call));
        for (Var tensor : reused.values()) {
            if (Memories.unshared(call.operands().get(loop.tensors().indexOf(tensor))) instanceof Expr.Ref ref) {
                Var owner = memories.owner(ref.variable());
                kept.add(owner == null ? ref.variable() : owner);
            }
        }
    }

    /** The statements of a block, each with what is said behind it. */
    List<List<Stmt>> behindEach(List<Stmt> block) {
        List<List<Stmt>> all = new ArrayList<>();
        List<Expr> released = new ArrayList<>();
        boolean completes = Reachability.canComplete(block);
        for (int i = 0; i < block.size(); i++) {
            Stmt statement = block.get(i);
            List<Stmt> out = new ArrayList<>();
            out.add(Walk.withBlocks(statement, this::released).match(keeping));
            for (Var variable : lastReadAt(block, i)) {
                released.add(new Expr.Ref(variable, statement.note().span()));
            }
            boolean ends = i == block.size() - 1 && completes;
            if (released.size() >= TOGETHER || ends && !released.isEmpty()) {
                out.add(release(released, statement.note()));
                released.clear();
            }
            all.add(out);
        }
        return all;
    }

    /** A block with what is said in it. */
    List<Stmt> released(List<Stmt> block) {
        return behindEach(block).stream().flatMap(List::stream).toList();
    }

    private List<Var> lastReadAt(List<Stmt> block, int number) {
        List<Var> found = new ArrayList<>();
        declared.forEach((variable, in) -> {
            boolean read = in == block && Integer.valueOf(number).equals(last.get(variable));
            if (read && !kept.contains(variable) && !isTotal(variable)) {
                found.add(variable);
            }
        });
        return found;
    }

    private boolean isTotal(Var variable) {
        Expr value = memories.value(variable);
        return value != null && Memories.unshared(value) instanceof Expr.Apply made && memories.isTotal(made);
    }

    private static Stmt release(List<Expr> tensors, Stmt.Note note) {
        return new Stmt.Effect(call("release", tensors, Type.Scalar.VOID, false, note.span()), note);
    }

    /** {@code Memory.sumTo(x, like)} in the place of {@code x.sumTo(like)}. */
    private static Expr kept(Expr.Apply sum) {
        return call("sumTo", sum.operands(), sum.type(), true, sum.span());
    }

    private static Expr call(String method, List<Expr> operands, Type result, boolean pure, Span span) {
        Primitive primitive = new Primitive(
                Primitive.Form.STATIC_METHOD,
                MEMORY,
                method,
                Walk.types(operands),
                result,
                pure,
                MEMORY.qualifiedName() + "." + method + "()");
        return new Expr.Apply(primitive, operands, span);
    }
}
