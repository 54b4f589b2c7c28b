package dev.jacobi.processor.split;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Names pieces for their section, and numbers them in the order in which they run: {@code forward1}. */
final class Numbering {

    private final Set<String> taken;
    private final Map<String, Piece> pieces = new HashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    Numbering(Set<String> taken) {
        this.taken = taken;
    }

    Split named(Split split, List<Section> sections) {
        split.pieces().forEach(piece -> pieces.put(piece.name(), piece));
        for (int i = 0; i < sections.size(); i++) {
            number(split.calls().get(i), sections.get(i).name(), 0);
        }
        List<Piece> named = new ArrayList<>();
        for (Map.Entry<String, String> name : names.entrySet()) {
            Piece piece = Objects.requireNonNull(pieces.get(name.getKey()));
            named.add(new Piece(name.getValue(), piece.parameters(), renamer().rewrite(piece.body())));
        }
        List<List<Stmt>> calls = new ArrayList<>();
        split.calls().forEach(section -> calls.add(renamer().rewrite(section)));
        return new Split(split.fields(), split.banks(), split.given(), named, calls, split.places());
    }

    /** Numbers the pieces that a body calls, each before those that it calls itself; gives the last number. */
    private int number(List<Stmt> body, String section, int before) {
        int last = before;
        for (Stmt statement : Walk.all(body)) {
            if (Cutter.isCall(statement)) {
                String piece =
                        ((Expr.Apply) Walk.own(statement).get(0)).primitive().name();
                do {
                    last++;
                } while (taken.contains(section + last));
                names.put(piece, section + last);
                last = number(Objects.requireNonNull(pieces.get(piece)).body(), section, last);
            }
        }
        return last;
    }

    private Rewriter renamer() {
        return new Rewriter() {
            @Override
            public Expr apply(Expr.Apply e) {
                String name = names.get(e.primitive().name());
                Primitive p = e.primitive();
                return name == null
                        ? super.apply(e)
                        : new Expr.Apply(
                                new Primitive(p.form(), p.owner(), name, p.parameters(), p.result(), p.pure(), name),
                                e.operands(),
                                e.span());
            }
        };
    }
}
