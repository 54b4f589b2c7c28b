package dev.jacobi.processor.report;

/** HTML that is also well-formed XML; what is handed in as text can't become markup. */
final class Html {

    private final StringBuilder out = new StringBuilder();

    /** Adds markup as it is; never what a user wrote. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html text(String text) {
        out.append(escape(text));
        return this;
    }

    /** {@code <tag class="type">text</tag>}. */
    Html element(String tag, String type, String text) {
        return open(tag, type).text(text).close(tag);
    }

    Html open(String tag, String type) {
        out.append('<').append(tag);
        if (!type.isEmpty()) {
            attribute("class", type);
        }
        out.append('>');
        return this;
    }

    Html close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    /** An attribute of a tag that {@link #raw} has begun. */
    Html attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escape(value)).append('"');
        return this;
    }

    /** Text in which words between backticks are code. */
    Html prose(String text) {
        String[] parts = text.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1 && i < parts.length - 1) {
                element("code", "", parts[i]);
            } else {
                text(parts[i]);
            }
        }
        return this;
    }

    /**
     * Text as text. What can't stand in HTML, and what would make a page show source in another order than the compiler
     * reads it (Boucher, Anderson: Trojan Source, 2021), is shown as Java escapes it.
     */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    if (isShown(c)) {
                        escaped.appendCodePoint(c);
                    } else {
                        escaped.append(String.format("\\u%04x", c));
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isShown(int c) {
        if (c == '\t' || c == '\n') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
