package dev.jacobi.processor.diag;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where lines start in a text: line and column to offset, and back. Lines end with LF, CR or CRLF. */
public final class Lines {

    private final List<Integer> starts = new ArrayList<>();

    public Lines(CharSequence text) {
        starts.add(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean crBeforeLf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || c == '\r' && !crBeforeLf) {
                starts.add(i + 1);
            }
        }
    }

    /** The offset of a line and column, both counted from 1. */
    public int offset(int line, int column) {
        return starts.get(Math.min(line, starts.size()) - 1) + column - 1;
    }

    /** The line, counted from 1, that an offset is in. */
    public int line(int offset) {
        int found = Collections.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
