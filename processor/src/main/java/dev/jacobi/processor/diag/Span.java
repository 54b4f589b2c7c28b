package dev.jacobi.processor.diag;

/**
 * A stretch of source text. Lines and columns count from 1; the end is inclusive, as in JavaParser.
 *
 * <p>Every node of the intermediate language carries the span of the Java it came from, through every transform, so
 * that comments in the output and positions in errors need no bookkeeping of their own.
 */
public record Span(Origin origin, int line, int column, int endLine, int endColumn) {

    /** {@code Model.java:14}, as comments in generated code say it. */
    public String fileAndLine() {
        return origin.file() + ":" + line;
    }
}
