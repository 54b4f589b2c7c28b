package dev.jacobi.processor.diag;

/**
 * A stretch of source text. Lines and columns count from 1; the end is inclusive, as in JavaParser.
 *
 * <p>Every node of the intermediate language carries the span of the Java it came from, through every transform, so
 * that comments in the output and positions in errors need no bookkeeping of their own.
 */
public record Span(Origin origin, int line, int column, int endLine, int endColumn) {

    /** For code that no source stands behind. */
    public static final Span NOWHERE = new Span(new Origin("", null), 1, 1, 1, 1);

    /** Whether another stretch of the same source lies within this one. */
    public boolean holds(Span other) {
        boolean startsBefore = line < other.line || line == other.line && column <= other.column;
        boolean endsBehind = endLine > other.endLine || endLine == other.endLine && endColumn >= other.endColumn;
        return origin.equals(other.origin) && startsBefore && endsBehind;
    }

    /** {@code Model.java:14}, as comments in generated code say it. */
    public String fileAndLine() {
        return origin.file() + ":" + line;
    }
}
