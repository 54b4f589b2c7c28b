package dev.jacobi.processor.frontend;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import dev.jacobi.processor.diag.Lines;
import java.util.Locale;

/**
 * A text with the characters that its Unicode escapes stand for (JLS 3.3), which compilers read before anything else,
 * and where each character is written.
 */
final class Escapes {

    private static final int DIGITS = 4;
    private static final int LAST_ASCII = 126;

    private final StringBuilder plain = new StringBuilder();
    private final Lines written;
    private final int[] starts;

    private Escapes(String text) {
        this.written = new Lines(text);
        this.starts = new int[text.length() + 1];
        int at = 0;
        int backslashes = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int digits = c == '\\' && backslashes % 2 == 0 ? digits(text, at) : -1;
            starts[plain.length()] = at;
            plain.append(digits < 0 ? c : (char) Integer.parseInt(text.substring(digits, digits + DIGITS), 16));
            backslashes = c == '\\' && digits < 0 ? backslashes + 1 : 0;
            at = digits < 0 ? at + 1 : digits + DIGITS;
        }
        starts[plain.length()] = at;
    }

    static Escapes of(String text) {
        return new Escapes(text);
    }

    /** Whether it is worth looking: most files have none. */
    static boolean in(String text) {
        return text.contains("\\u");
    }

    /** Where the digits of an escape start that may stand at a backslash; negative where none does. */
    private static int digits(String text, int backslash) {
        int at = backslash + 1;
        while (at < text.length() && text.charAt(at) == 'u') {
            at++;
        }
        boolean escape = at > backslash + 1 && at + DIGITS <= text.length();
        for (int i = at; escape && i < at + DIGITS; i++) {
            escape = Character.digit(text.charAt(i), 16) >= 0;
        }
        return escape ? at : -1;
    }

    /** What the grammar reads. */
    String plain() {
        return plain.toString();
    }

    /** Gives nodes that were read from the plain text their places in the text as it is written. */
    void restore(Node root) {
        restore(root, new Lines(plain));
    }

    private void restore(Node node, Lines read) {
        node.getRange().ifPresent(range -> {
            int begin = read.offset(range.begin.line, range.begin.column);
            int end = read.offset(range.end.line, range.end.column);
            node.setRange(new Range(position(starts[begin]), position(starts[end + 1] - 1)));
        });
        if (node instanceof StringLiteralExpr
                || node instanceof CharLiteralExpr
                || node instanceof TextBlockLiteralExpr) {
            LiteralStringValueExpr literal = (LiteralStringValueExpr) node;
            literal.setValue(ascii(literal.getValue()));
        }
        for (Node child : node.getChildNodes()) {
            restore(child, read);
        }
    }

    private Position position(int offset) {
        int line = written.line(offset);
        return new Position(line, offset - written.offset(line, 1) + 1);
    }

    /** Who writes escapes may do so because the file's encoding has no such character: so they stay. */
    private static String ascii(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            text.append(c <= LAST_ASCII ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
        return text.toString();
    }
}
