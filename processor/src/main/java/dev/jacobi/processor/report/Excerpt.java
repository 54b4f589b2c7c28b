package dev.jacobi.processor.report;

import dev.jacobi.processor.diag.Span;
import java.util.List;

/**
 * Some lines of a source file.
 *
 * @param file the file's own name
 * @param first the number of the first line
 */
public record Excerpt(String file, int first, List<String> lines) {

    public Excerpt {
        lines = List.copyOf(lines);
    }

    int last() {
        return first + lines.size() - 1;
    }

    /** The text between two positions in one line; empty where that isn't here. */
    String text(Span span) {
        if (span.line() < first || span.endLine() > last()) {
            return "";
        }
        if (span.line() == span.endLine()) {
            return part(span.line(), span.column(), span.endColumn());
        }
        StringBuilder text = new StringBuilder(part(span.line(), span.column(), Integer.MAX_VALUE));
        for (int line = span.line() + 1; line <= span.endLine(); line++) {
            int end = line == span.endLine() ? span.endColumn() : Integer.MAX_VALUE;
            text.append(' ').append(part(line, 1, end).strip());
        }
        return text.toString();
    }

    private String part(int line, int column, int endColumn) {
        String text = lines.get(line - first);
        int end = Math.min(endColumn, text.length());
        int start = Math.min(column - 1, end);
        return text.substring(Math.max(0, start), end);
    }
}
