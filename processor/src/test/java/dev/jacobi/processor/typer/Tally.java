package dev.jacobi.processor.typer;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a comparison found. */
final class Tally {

    private int files;
    private int agreed;
    private int merged;
    private final List<String> skipped = new ArrayList<>();
    private final List<String> unmatched = new ArrayList<>();
    private final List<String> disagreements = new ArrayList<>();
    private final List<String> wrongRefusals = new ArrayList<>();
    private final Map<String, Integer> refusals = new TreeMap<>();

    void addFile() {
        files++;
    }

    /** A file that javac finds errors in. */
    void skip(String file) {
        skipped.add(file);
    }

    /**
     * An expression at whose place javac has none. It makes one literal of {@code "a" + "b"} and of {@code -1}, and
     * JavaParser takes {@code (T) x::m} for a reference to the cast's method.
     */
    void unmatched(String place, Expression e) {
        if (e instanceof LiteralExpr || e instanceof BinaryExpr || e instanceof CastExpr) {
            merged++;
        } else {
            unmatched.add(place + " " + e.getClass().getSimpleName() + " " + e);
        }
    }

    /** A refusal, which is right for what {@link Remit} lists only. */
    void refuse(String place, Expression e, String why, Object type) {
        String remit = Remit.of(why);
        if (remit.isEmpty()) {
            wrongRefusals.add(place + "  " + e + "\n    javac: " + type + "\n    typer: " + why);
        } else {
            refusals.merge(remit, 1, Integer::sum);
        }
    }

    void add(boolean same, String place, Expression e, Object javac, Object typer) {
        if (same) {
            agreed++;
        } else {
            disagreements.add(place + "  " + e + "\n    javac: " + javac + "\n    typer: " + typer);
        }
    }

    int files() {
        return files;
    }

    int agreed() {
        return agreed;
    }

    /** Every expression that the two see differently, with what each says of it. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(disagreements);
        problems.addAll(wrongRefusals);
        problems.addAll(unmatched);
        return problems;
    }

    @Override
    public String toString() {
        return files + " files: " + agreed + " expressions agree, " + disagreements.size() + " disagree; refused: "
                + refusals + "; not told apart by javac: " + merged + "; files that javac refuses: " + skipped;
    }
}
