package dev.jacobi.processor.typer;

import com.github.javaparser.ast.expr.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a comparison found. */
final class Tally {

    private int files;
    private int agreed;
    private final List<String> skipped = new ArrayList<>();
    private final List<String> unmatched = new ArrayList<>();
    private final List<String> disagreements = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final Map<String, Integer> refusalKinds = new TreeMap<>();

    void addFile() {
        files++;
    }

    /** A file that javac finds errors in. */
    void skip(String file) {
        skipped.add(file);
    }

    /** An expression at whose place javac has none. */
    void unmatched(String place, Expression e) {
        unmatched.add(place + " " + e.getClass().getSimpleName() + " " + e);
    }

    void refuse(String place, Expression e, String why, Object type) {
        refusals.add(place + "  " + e + "  javac: " + type + "  " + why);
        refusalKinds.merge(why.split("\n")[0], 1, Integer::sum);
    }

    void add(boolean same, String place, Expression e, Object javac, Object typer) {
        if (same) {
            agreed++;
        } else {
            disagreements.add(place + "  " + e + "\n    javac: " + javac + "\n    typer: " + typer);
        }
    }

    List<String> disagreements() {
        return disagreements;
    }

    List<String> refusals() {
        return refusals;
    }

    List<String> unmatched() {
        return unmatched;
    }

    List<String> skipped() {
        return skipped;
    }

    Map<String, Integer> refusalKinds() {
        return refusalKinds;
    }

    @Override
    public String toString() {
        return files + " files: " + agreed + " expressions agree, " + disagreements.size() + " disagree, "
                + refusals.size() + " refused, " + unmatched.size() + " at no place of javac's; files skipped: "
                + skipped.size();
    }
}
