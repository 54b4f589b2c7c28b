package dev.jacobi.processor.split;

import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What several pieces mention becomes a field; what only one does stays a local variable. */
final class Fields {

    /** A class file has room for about three times as many. */
    private static final int MOST = 6_000;

    private final List<Piece> pieces;
    private final List<Var> given;
    private final Remote remote;
    private final Set<Var> outside;

    Fields(List<Piece> pieces, List<Var> given, Remote remote, Set<Var> outside) {
        this.pieces = pieces;
        this.given = given;
        this.remote = remote;
        this.outside = outside;
    }

    Split split(List<List<Stmt>> calls) {
        List<Var> shared = shared();
        List<Var> initial = new ArrayList<>(given);
        initial.retainAll(new HashSet<>(shared));
        List<Var> fields = new ArrayList<>(remote.fields());
        initial.addAll(0, remote.fields());
        Map<Var, Integer> banks = new LinkedHashMap<>();
        Map<Var, Var> places = new LinkedHashMap<>();
        for (Var variable : shared) {
            if (shared.size() > MOST && variable.type() instanceof Type.Scalar && !given.contains(variable)) {
                Var bank = new Var(variable.type() + "s", new Type.Array(variable.type()));
                Integer index = banks.merge(bank, 1, Integer::sum);
                places.put(variable, new Var(bank.name() + "[" + (index - 1) + "]", variable.type()));
            } else {
                fields.add(variable);
                places.put(variable, variable);
            }
        }
        List<Piece> placed = new ArrayList<>();
        for (Piece piece : pieces) {
            placed.add(piece.with(new Placement(places, remote.places()).body(piece.body())));
        }
        return new Split(fields, banks, initial, placed, calls, places);
    }

    /** The variables that several pieces mention, or one and those outside. */
    private List<Var> shared() {
        Map<Var, Integer> mentions = new HashMap<>();
        Set<Var> order = new LinkedHashSet<>(given);
        for (Piece piece : pieces) {
            Set<Var> mentioned = CutPoints.mentions(piece.body());
            mentioned.removeIf(v -> v.name().equals(Split.THIS));
            mentioned.forEach(v -> mentions.merge(v, 1, Integer::sum));
            order.addAll(mentioned);
        }
        outside.forEach(v -> mentions.merge(v, 1, Integer::sum));
        given.forEach(v -> mentions.computeIfPresent(v, (name, count) -> count + 1));
        Set<Var> counters = new HashSet<>();
        pieces.forEach(piece -> counters.addAll(Splitter.counters(piece.body())));
        order.addAll(outside);
        order.removeIf(v -> mentions.getOrDefault(v, 0) < 2 || counters.contains(v));
        order.removeAll(remote.variables());
        return List.copyOf(order);
    }
}
