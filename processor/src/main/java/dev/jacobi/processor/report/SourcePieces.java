package dev.jacobi.processor.report;

import dev.jacobi.processor.backend.Listing;
import dev.jacobi.processor.diag.Origin;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The source that a method's derivative comes from, piece by piece: the method itself, then what it calls. */
final class SourcePieces {

    /** How many colours tell statements apart; their neighbours' are others. */
    private static final int COLOURS = 6;

    /**
     * One piece.
     *
     * @param index its place, by which lines of the derivative name it
     */
    record Piece(int index, Origin origin, Excerpt excerpt) {}

    private final Map<Origin, Piece> pieces = new LinkedHashMap<>();

    /** By the line of the statement, for each line of source that belongs to one. */
    private final Map<Piece, Map<Integer, Integer>> statements = new LinkedHashMap<>();

    private SourcePieces() {}

    static SourcePieces of(MethodFacts facts, List<Members.Member> members) {
        Map<Origin, int[]> used = new LinkedHashMap<>();
        int own = facts.where().line();
        used.put(facts.where().origin(), new int[] {own, own});
        List<Listing.Line> lines = new ArrayList<>();
        members.forEach(member -> lines.addAll(member.lines()));
        for (Listing.Line line : lines) {
            if (line.role() != null && !line.from().origin().file().isEmpty()) {
                Span from = line.from();
                int[] range = used.computeIfAbsent(from.origin(), o -> new int[] {from.line(), from.endLine()});
                range[0] = Math.min(range[0], from.line());
                range[1] = Math.max(range[1], from.endLine());
            }
        }
        SourcePieces pieces = new SourcePieces();
        List<Map.Entry<Origin, int[]>> rest = new ArrayList<>(used.entrySet());
        rest.subList(1, rest.size())
                .sort(Comparator.<Map.Entry<Origin, int[]>, String>comparing(
                                entry -> entry.getKey().file())
                        .thenComparing(entry -> entry.getValue()[0]));
        for (Map.Entry<Origin, int[]> entry : rest) {
            Optional<Excerpt> excerpt = facts.excerpts().of(entry.getKey(), entry.getValue()[0], entry.getValue()[1]);
            excerpt.ifPresent(
                    e -> pieces.pieces.put(entry.getKey(), new Piece(pieces.pieces.size(), entry.getKey(), e)));
        }
        lines.forEach(pieces::note);
        return pieces;
    }

    /** Of a block, and of what is kept for one, the first line says all; other statements may stand on several. */
    private void note(Listing.Line line) {
        Piece piece = pieces.get(line.from().origin());
        if (line.role() == null || piece == null) {
            return;
        }
        Map<Integer, Integer> lines = statements.computeIfAbsent(piece, p -> new LinkedHashMap<>());
        boolean first = line.role() == Stmt.Role.KEPT || line.text().contains("{");
        int last = first ? line.from().line() : line.from().endLine();
        for (int i = line.from().line(); i <= last; i++) {
            lines.putIfAbsent(i, line.from().line());
        }
    }

    List<Piece> all() {
        return List.copyOf(pieces.values());
    }

    Optional<Piece> of(Origin origin) {
        return Optional.ofNullable(pieces.get(origin));
    }

    /** The line on which the statement begins that a line belongs to, if derivatives have come of it. */
    Optional<Integer> statement(Piece piece, int line) {
        return Optional.ofNullable(statements.getOrDefault(piece, Map.of()).get(line));
    }

    /** What the two sides of one statement are tied together by. */
    static String key(Piece piece, int line) {
        return piece.index() + "-" + line;
    }

    /** The number of a statement's colour. */
    int colour(Piece piece, int statement) {
        long before = statements.getOrDefault(piece, Map.of()).values().stream()
                .distinct()
                .filter(line -> line < statement)
                .count();
        return (int) (before % COLOURS);
    }

    /** A stretch of the source as it is written, on one line. */
    String text(Span span) {
        return of(span.origin()).map(piece -> piece.excerpt().text(span)).orElse("");
    }

    /** A line as the report names it: without the file, if there is only one. */
    String line(Span span) {
        boolean one = pieces.values().stream()
                        .map(piece -> piece.excerpt().file())
                        .distinct()
                        .count()
                <= 1;
        return one ? "line " + span.line() : span.fileAndLine();
    }
}
