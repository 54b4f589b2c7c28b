package dev.jacobi.processor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Java text cut into pieces that are shown in one colour each. */
final class JavaTokens {

    /** What a piece is. */
    enum Kind {
        PLAIN,
        NAME,
        KEYWORD,
        NUMBER,
        STRING,
        COMMENT
    }

    /** @param column where it starts in its line, counted from 1 */
    record Token(Kind kind, String text, int column) {}

    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "record",
            "return",
            "short",
            "static",
            "super",
            "switch",
            "this",
            "throw",
            "throws",
            "true",
            "try",
            "var",
            "void",
            "while",
            "yield");

    private final String line;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private JavaTokens(String line) {
        this.line = line;
    }

    /** The pieces of some lines of one file; a comment or a text block may go on from line to line. */
    static List<List<Token>> of(List<String> lines) {
        List<List<Token>> all = new ArrayList<>();
        String open = "";
        for (String line : lines) {
            JavaTokens scanner = new JavaTokens(line);
            open = scanner.scan(open);
            all.add(List.copyOf(scanner.tokens));
        }
        return all;
    }

    /**
     * Scans the line.
     *
     * @param before what closes the comment or text block that goes on from the line before; empty for none
     * @return what closes the one that goes on in the next
     */
    private String scan(String before) {
        String open = before.isEmpty() ? "" : rest(before);
        while (at < line.length() && open.isEmpty()) {
            char c = line.charAt(at);
            if (line.startsWith("//", at)) {
                take(Kind.COMMENT, line.length());
            } else if (line.startsWith("/*", at)) {
                open = block("*/", 2);
            } else if (line.startsWith("\"\"\"", at)) {
                open = block("\"\"\"", 3);
            } else if (c == '"' || c == '\'') {
                take(Kind.STRING, endOfString(c));
            } else if (Character.isJavaIdentifierStart(c)) {
                int end = endOfName(at);
                take(KEYWORDS.contains(line.substring(at, end)) ? Kind.KEYWORD : Kind.NAME, end);
            } else if (Character.isDigit(c)) {
                take(Kind.NUMBER, endOfNumber());
            } else {
                take(Kind.PLAIN, at + 1);
            }
        }
        return open;
    }

    private void take(Kind kind, int end) {
        tokens.add(new Token(kind, line.substring(at, end), at + 1));
        at = end;
    }

    /** The end of what began in a line before, or the whole line. */
    private String rest(String closing) {
        int end = line.indexOf(closing);
        take(closing.equals("*/") ? Kind.COMMENT : Kind.STRING, end < 0 ? line.length() : end + closing.length());
        return end < 0 ? closing : "";
    }

    private String block(String closing, int opening) {
        int end = line.indexOf(closing, at + opening);
        take(closing.equals("*/") ? Kind.COMMENT : Kind.STRING, end < 0 ? line.length() : end + closing.length());
        return end < 0 ? closing : "";
    }

    private int endOfString(char quote) {
        int end = at + 1;
        while (end < line.length() && line.charAt(end) != quote) {
            end += line.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, line.length());
    }

    private int endOfName(int start) {
        int end = start;
        while (end < line.length() && Character.isJavaIdentifierPart(line.charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOfNumber() {
        int end = at;
        while (end < line.length()
                && (Character.isJavaIdentifierPart(line.charAt(end))
                        || line.charAt(end) == '.'
                        || isExponentSign(end))) {
            end++;
        }
        return end;
    }

    private boolean isExponentSign(int i) {
        char before = line.charAt(i - 1);
        boolean hex = line.startsWith("0x", at) || line.startsWith("0X", at);
        boolean exponent = hex ? before == 'p' || before == 'P' : before == 'e' || before == 'E';
        return exponent && (line.charAt(i) == '-' || line.charAt(i) == '+');
    }
}
