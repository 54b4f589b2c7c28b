package dev.jacobi.processor.split;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Makes pieces of a section, and calls of them in its place. Where one statement alone is too large, the blocks inside
 * it are cut too; what is left of it is a piece.
 */
final class Cutter {

    /** Stands for a piece's name until all are known. */
    static final String UNNAMED = "piece ";

    private final int limit;
    private final Var self;
    private final Set<Var> fields;
    private final List<Piece> pieces = new ArrayList<>();

    /** Statements of which parts have become pieces. */
    private final Set<Stmt> hollow = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * @param self the object that has the pieces
     * @param fields the variables that are fields wherever it is cut
     */
    Cutter(int limit, Var self, Set<Var> fields) {
        this.limit = limit;
        this.self = self;
        this.fields = fields;
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** The calls of the pieces that a section has become. */
    List<Stmt> section(List<Stmt> body) {
        return parts(smaller(body, Set.of()), Set.of());
    }

    /** A block of a statement, within the limit. */
    private List<Stmt> block(List<Stmt> body, Set<Var> counters) {
        List<Stmt> inside = Weight.of(body) <= limit ? body : smaller(body, counters);
        return Weight.of(inside) <= limit ? inside : parts(inside, counters);
    }

    private List<Stmt> smaller(List<Stmt> body, Set<Var> counters) {
        List<Stmt> inside = new ArrayList<>(body.size());
        body.forEach(statement -> inside.add(smaller(statement, counters)));
        return inside;
    }

    /**
     * The calls of pieces.
     *
     * @param counters of the loops around
     */
    private List<Stmt> parts(List<Stmt> body, Set<Var> counters) {
        List<Stmt> calls = new ArrayList<>();
        for (List<Stmt> part : new CutPoints(body, limit, fields).parts(hollow)) {
            boolean isCall = part.size() == 1 && isCall(part.get(0));
            calls.add(isCall ? part.get(0) : piece(part, counters));
        }
        boolean again = Weight.of(calls) > limit && 2 * calls.size() <= body.size();
        return again ? parts(calls, counters) : calls;
    }

    private Stmt smaller(Stmt statement, Set<Var> counters) {
        boolean small = Walk.blocks(statement).isEmpty() || Weight.of(statement) <= limit;
        if (small) {
            return statement;
        }
        Set<Var> within = new HashSet<>(counters);
        if (statement instanceof Stmt.Loop loop && loop.counter() != null) {
            within.add(loop.counter().variable());
        }
        int before = pieces.size();
        Stmt cut = Walk.withBlocks(statement, block -> block(block, within));
        if (pieces.size() > before) {
            hollow.add(cut);
        }
        return cut;
    }

    private Stmt piece(List<Stmt> part, Set<Var> counters) {
        List<Var> parameters = new ArrayList<>(Walk.reads(part));
        parameters.retainAll(counters);
        String name = UNNAMED + pieces.size();
        pieces.add(new Piece(name, parameters, part));
        Span span = part.get(0).note().span();
        List<Expr> operands = new ArrayList<>(List.of(new Expr.Ref(self, span)));
        parameters.forEach(p -> operands.add(new Expr.Ref(p, span)));
        Primitive call = new Primitive(
                Primitive.Form.METHOD, self.type(), name, Walk.types(operands), Type.Scalar.VOID, false, name);
        return new Stmt.Effect(new Expr.Apply(call, operands, span), new Stmt.Note(Stmt.Role.KEPT, span));
    }

    static boolean isCall(Stmt statement) {
        return statement instanceof Stmt.Effect effect
                && effect.value() instanceof Expr.Apply call
                && call.primitive().name().startsWith(UNNAMED);
    }
}
