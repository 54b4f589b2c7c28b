package dev.jacobi.processor.fuse;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds tensors that a loop reads last, and that nothing else can reach: the loop writes a result in their memory, as
 * to make a new tensor takes longer than to compute one ({@link Memories} tells whose memory a tensor has).
 *
 * <p>Such a tensor is declared in the block in which the loop is called, so that each call has one of its own.
 */
final class Reusing {

    private final Memories memories;
    private final Map<Expr.Apply, Map<FusedLoop.Result, Var>> found = new IdentityHashMap<>();

    /** Where the memory of variables is declared: the block, and the statement's number there. */
    private final Map<Var, Place> declared = new HashMap<>();

    /** Owners whose memory is reached in a way that isn't followed. */
    private final Set<Var> kept = new HashSet<>();

    /** The last statement of its block in which a memory is read, and how often there. */
    private final Map<Var, Last> last = new HashMap<>();

    private record Place(List<Stmt> block, int number) {}

    private record Last(int number, int reads) {}

    /** Where the walk is, in each of the blocks around it. */
    private final Map<List<Stmt>, Integer> here = new IdentityHashMap<>();

    /** Variables that other methods than that which declares them ask for nothing but their shape. */
    private final Set<Var> asked;

    private Reusing(Memories memories, Set<Var> asked) {
        this.memories = memories;
        this.asked = asked;
    }

    /**
     * For calls of loops, which tensors they may write results over.
     *
     * @param bodies those of one method each: what one declares and another reads is kept in between
     * @param results what is given in the end
     * @param asked what other methods than that which declares it ask for nothing but its shape
     */
    static Map<Expr.Apply, Map<FusedLoop.Result, Var>> of(
            Memories memories, List<List<Stmt>> bodies, List<Expr> results, Set<Var> asked) {
        Reusing reusing = new Reusing(memories, asked);
        bodies.forEach(reusing::declared);
        bodies.forEach(reusing::read);
        results.forEach(reusing::kept);
        bodies.forEach(reusing::find);
        return reusing.found;
    }

    private void declared(List<Stmt> block) {
        for (int i = 0; i < block.size(); i++) {
            if (block.get(i) instanceof Stmt.Declare s) {
                declared.put(s.variable(), new Place(block, i));
            }
            Walk.blocks(block.get(i)).forEach(this::declared);
        }
    }

    private void read(List<Stmt> block) {
        for (int i = 0; i < block.size(); i++) {
            Stmt statement = block.get(i);
            here.put(block, i);
            boolean named = statement instanceof Stmt.Declare s && memories.owner(s.variable()) != null;
            Walk.own(statement).forEach(named ? this::named : this::kept);
            Walk.blocks(statement).forEach(this::read);
        }
        here.remove(block);
    }

    /** What another variable holds now, which is followed. */
    private void named(Expr e) {
        if (e instanceof Expr.Apply apply && Memories.isSharing(apply)) {
            named(apply.operands().get(0));
            read(apply, 1);
        } else if (!(e instanceof Expr.Ref)) {
            kept(e);
        }
    }

    /** What may go anywhere. */
    private void kept(Expr e) {
        if (e instanceof Expr.Ref ref) {
            Var owner = memories.owner(ref.variable());
            if (owner != null) {
                kept.add(owner);
            }
        } else if (e instanceof Expr.Apply apply && Memories.isSharing(apply)) {
            kept(apply.operands().get(0));
            read(apply, 1);
        } else if (e instanceof Expr.Apply apply && memories.letsGo(apply)) {
            read(apply, 0);
        } else {
            Walk.operands(e).forEach(this::kept);
        }
    }

    /** The operands from one on, but for a variable that is only asked for its shape. */
    private void read(Expr.Apply apply, int first) {
        int asked = Memories.askedForShape(apply);
        for (int i = first; i < apply.operands().size(); i++) {
            if (i != asked || !isAsked(apply.operands().get(i))) {
                read(apply.operands().get(i));
            }
        }
    }

    /** Whether what an operand is asked here, nothing but its shape, says that it may be written over before. */
    private boolean isAsked(Expr operand) {
        if (!(operand instanceof Expr.Ref ref)) {
            return false;
        }
        Place made = declared.get(ref.variable());
        return made != null && (here.containsKey(made.block) || asked.contains(ref.variable()));
    }

    /** What is read, and not kept. */
    private void read(Expr e) {
        Expr shared = e;
        while (shared instanceof Expr.Apply apply && Memories.isSharing(apply)) {
            read(apply, 1);
            shared = apply.operands().get(0);
        }
        if (!(shared instanceof Expr.Ref ref)) {
            kept(shared);
            return;
        }
        Var owner = memories.owner(ref.variable());
        if (owner == null) {
            return;
        }
        Place place = declared.get(owner);
        Integer number = place == null ? null : here.get(place.block);
        if (number == null) {
            kept.add(owner); // read in another method than that which declares it
            return;
        }
        Last before = last.get(owner);
        int reads = before != null && before.number == number ? before.reads + 1 : 1;
        last.put(owner, new Last(number, reads));
    }

    private void find(List<Stmt> block) {
        for (int i = 0; i < block.size(); i++) {
            Stmt statement = block.get(i);
            List<List<Stmt>> inside = Walk.blocks(statement);
            if (inside.isEmpty()) {
                Place place = new Place(block, i);
                Walk.own(statement).forEach(e -> find(e, place));
            }
            inside.forEach(this::find);
        }
    }

    private void find(Expr e, Place place) {
        Walk.operands(e).forEach(operand -> find(operand, place));
        FusedLoop loop = e instanceof Expr.Apply apply ? memories.loop(apply) : null;
        if (loop != null && e instanceof Expr.Apply call) {
            Map<FusedLoop.Result, Var> reuses = reuses(loop, call, place);
            if (!reuses.isEmpty()) {
                found.put(call, reuses);
            }
        }
    }

    private Map<FusedLoop.Result, Var> reuses(FusedLoop loop, Expr.Apply call, Place place) {
        List<Var> free = new ArrayList<>();
        for (int i = 0; i < loop.tensors().size(); i++) {
            if (isFree(call.operands().get(i), place)) {
                free.add(loop.tensors().get(i));
            }
        }
        loop.others().forEach(other -> free.remove(other.of()));
        Map<FusedLoop.Result, Var> reuses = new LinkedHashMap<>();
        for (FusedLoop.Result result : loop.results()) {
            for (Var tensor : free) {
                if (result.total() == null && loop.mayReplace(tensor, result)) {
                    reuses.put(result, tensor);
                    free.remove(tensor);
                    break;
                }
            }
        }
        return reuses;
    }

    /** Whether nothing reads an operand's memory behind the statement, nor at another place in it. */
    private boolean isFree(Expr operand, Place place) {
        if (operand instanceof Expr.Apply apply) {
            return Memories.isSharing(apply) ? isFree(apply.operands().get(0), place) : memories.isNew(apply);
        }
        Var owner = operand instanceof Expr.Ref ref ? memories.owner(ref.variable()) : null;
        if (owner == null || kept.contains(owner)) {
            return false;
        }
        Place made = declared.get(owner);
        Last read = last.get(owner);
        return made != null
                && made.block == place.block
                && read != null
                && read.number == place.number
                && read.reads == 1;
    }
}
