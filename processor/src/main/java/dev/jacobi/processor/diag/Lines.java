package dev.jacobi.processor.diag;

import java.util.ArrayList;
import java.util.List;

/** Where lines start in a text: line and column to offset. Lines end with LF, CR or CRLF. */
final class Lines {

    private final List<Integer> starts = new ArrayList<>();

    Lines(CharSequence text) {
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
    int offset(int line, int column) {
        return starts.get(Math.min(line, starts.size()) - 1) + column - 1;
    }
}
