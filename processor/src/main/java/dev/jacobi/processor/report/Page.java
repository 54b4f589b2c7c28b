package dev.jacobi.processor.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What all pages have around their contents; each holds its style and its script, so that it can be sent alone. */
final class Page {

    private Page() {}

    static void begin(Html html, String title) {
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n");
        html.raw("<meta name=\"color-scheme\" content=\"light dark\" />\n<title>")
                .text(title)
                .raw("</title>\n");
        html.raw("<style>\n").raw(resource("report.css")).raw("</style>\n</head>\n<body>\n<main>\n");
    }

    static void end(Html html) {
        html.raw("</main>\n<script>\n").raw(resource("report.js")).raw("</script>\n</body>\n</html>\n");
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
