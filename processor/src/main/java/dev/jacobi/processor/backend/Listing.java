package dev.jacobi.processor.backend;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A generated class line by line, each with the statement of the source that it comes from. */
public record Listing(List<Line> lines) {

    /**
     * One line.
     *
     * @param role what it is to the source; null where it belongs to no statement of the source
     */
    public record Line(String text, Stmt.@Nullable Role role, Span from) {}

    /** Stands at the end of lines, before the number of their statement; no Java that is printed ends with it. */
    private static final char MARK = '\u0001';

    /** A line of code with which no statement ends and no comment stands. */
    private static final Pattern GOES_ON = Pattern.compile("(?!\\s*(?://|/\\*|\\*|@)).*[^\\s;{}]");

    public Listing {
        lines = List.copyOf(lines);
    }

    /** The statements that lines come from, collected while they are printed. */
    static final class Origins {
        private final List<Stmt.Note> notes = new ArrayList<>();

        /** What is put at the end of a statement's first line. */
        String mark(Stmt.Note note) {
            notes.add(note);
            return MARK + String.valueOf(notes.size() - 1);
        }

        /** Takes the marks out of what has been printed. */
        Listing read(String text) {
            List<Line> lines = new ArrayList<>();
            for (String line : text.split("\n", -1)) {
                int mark = line.lastIndexOf(MARK);
                String number = line.substring(mark + 1);
                if (mark < 0 || !number.matches("[0-9]+")) {
                    lines.add(new Line(line, null, Span.NOWHERE));
                } else {
                    Stmt.Note note = notes.get(Integer.parseInt(number));
                    lines.add(new Line(line.substring(0, mark), note.role(), note.span()));
                    firstLines(lines, note);
                }
            }
            return new Listing(lines);
        }

        /** Of a statement that was broken into several lines, the last one has the mark. */
        private static void firstLines(List<Line> lines, Stmt.Note note) {
            int i = lines.size() - 2;
            while (i >= 0
                    && lines.get(i).role() == null
                    && GOES_ON.matcher(lines.get(i).text()).matches()) {
                lines.set(i, new Line(lines.get(i).text(), note.role(), note.span()));
                i--;
            }
        }
    }
}
