package dev.jacobi.processor.shapes;

import dev.jacobi.processor.diag.Span;

/**
 * Where a shape comes from.
 *
 * @param what such as {@code zeros}, or {@code @Shape on x}
 */
record Source(String what, Span span) {

    /** {@code zeros in line 12}, or with the name of the file where that is another one. */
    String seenFrom(Span reader) {
        if (span.line() == 0) {
            return what;
        }
        String file = span.origin().file();
        return file.equals(reader.origin().file())
                ? what + " in line " + span.line()
                : what + " in " + span.fileAndLine();
    }
}
