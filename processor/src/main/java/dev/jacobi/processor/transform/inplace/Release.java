package dev.jacobi.processor.transform.inplace;

import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.analysis.OwnArrays;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where both sweeps of an iteration run together, the next one may have its arrays and pullbacks:
 *
 * <pre>
 *   int mark = scratch.mark();
 *   for (i …) { FInPlace p = fInPlace(x[i], scratch); …; p.apply(sBar); scratch.release(mark); }
 * </pre>
 *
 * so that they stay in the processor's caches. It may unless a name or an array outlives the iteration that holds one
 * of them.
 */
final class Release {

    private final Requests requests;
    private final Memory memory;
    private final NameSupply names;

    Release(Requests requests, Memory memory, NameSupply names) {
        this.requests = requests;
        this.memory = memory;
        this.names = names;
    }

    /**
     * The loop, which gives back at the end of its body what an iteration has asked for, if it asks for anything.
     *
     * @param loop as it was before its arrays became requests
     */
    List<Stmt> of(Stmt.Loop loop, Stmt.Loop asking) {
        boolean asks = Walk.reads(asking.body()).contains(requests.scratch());
        if (!asks || loop.note().role() != Stmt.Role.TOGETHER || !keepsNothing(loop)) {
            return List.of(asking);
        }
        Span span = loop.note().span();
        Stmt.Note note = new Stmt.Note(Stmt.Role.KEPT, span);
        Var mark = new Var(names.fresh("mark"), Type.Scalar.INT);
        List<Stmt> body = new ArrayList<>(asking.body());
        body.add(new Stmt.Effect(requests.effect("release", new Expr.Ref(mark, span), span), note));
        return List.of(
                new Stmt.Declare(mark, requests.call("mark", Type.Scalar.INT, List.of(), span), note),
                new Stmt.Loop(asking.label(), asking.counter(), asking.condition(), body, asking.note()));
    }

    /** Whether nothing that an iteration makes is held by what was there before it. */
    private boolean keepsNothing(Stmt.Loop loop) {
        Set<Var> own = new HashSet<>(Walk.declares(loop.body()));
        Set<Var> made = OwnArrays.of(loop.body());
        for (Stmt statement : Walk.all(loop.body())) {
            if (!staysInside(statement, own, made)
                    || Walk.own(statement).stream().anyMatch(this::mayHandOn)) {
                return false;
            }
        }
        return true;
    }

    /** What an iteration records it reads itself, though the tape is made before the loop. */
    private static boolean staysInside(Stmt statement, Set<Var> own, Set<Var> made) {
        if (statement instanceof Stmt.Assign s) {
            return !holds(s.variable().type()) || own.contains(s.variable());
        }
        return !(statement instanceof Stmt.Store s)
                || !holds(s.value().type())
                || s.note().role() == Stmt.Role.KEPT
                || s.array() instanceof Expr.Ref array && made.contains(array.variable());
    }

    private static boolean holds(Type type) {
        return !(type instanceof Type.Scalar);
    }

    /** Whether an array may be put into another by what is called. */
    private boolean mayHandOn(Expr e) {
        boolean here = false;
        if (e instanceof Expr.Call call) {
            FunctionName name = call.function();
            if (name instanceof FunctionName.Joined joined) {
                here = memory.mixes(joined.of().of(), joined.of().sharing());
            } else if (name instanceof FunctionName.Forward half) {
                here = memory.mixes(half.of(), half.sharing());
            } else if (!(name instanceof FunctionName.Backward)) {
                here = memory.mixes(name, memory.sharing(call));
            }
        } else if (e instanceof Expr.Apply apply && !apply.primitive().pure() && isMethod(apply.primitive())) {
            here = Walk.operands(e).stream()
                    .anyMatch(o -> o.type() instanceof Type.Array array && holds(array.element()));
        }
        return here || Walk.operands(e).stream().anyMatch(this::mayHandOn);
    }

    private static boolean isMethod(Primitive primitive) {
        return primitive.form() == Primitive.Form.METHOD || primitive.form() == Primitive.Form.STATIC_METHOD;
    }
}
