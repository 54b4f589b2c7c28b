package dev.jacobi.processor.frontend;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands between braces in a Java text, found without its grammar: comments, strings and characters are skipped.
 */
final class Blocks {

    /** What braces hold. */
    enum Kind {
        /** The members of a class, interface or record. */
        TYPE,
        /** The constants and members of an enum. */
        ENUM,
        /** Statements, or the elements of an array. */
        CODE
    }

    /**
     * A pair of braces.
     *
     * @param start where the word stands that declares a type; else the opening brace
     * @param outer the pair around it; -1 where there is none
     */
    record Block(Kind kind, int start, int open, int close, int outer) {}

    private final String text;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Integer> around = new ArrayList<>();
    private Kind next = Kind.CODE;
    private int start = -1;
    private int at;

    private Blocks(String text) {
        this.text = text;
        while (at < text.length()) {
            step();
        }
    }

    /** Those that end, in the order in which they begin. */
    static List<Block> of(String text) {
        return new Blocks(text).blocks;
    }

    private void step() {
        char c = text.charAt(at);
        if (text.startsWith("//", at)) {
            at = behind("\n", at);
        } else if (text.startsWith("/*", at)) {
            at = behind("*/", at + 2);
        } else if (text.startsWith("\"\"\"", at)) {
            literal("\"\"\"");
        } else if (c == '"' || c == '\'') {
            literal(String.valueOf(c));
        } else if (Character.isJavaIdentifierStart(c)) {
            word();
        } else {
            brace(c);
            at++;
        }
    }

    private int behind(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }

    private void literal(String quotes) {
        at += quotes.length();
        while (at < text.length() && !text.startsWith(quotes, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at += quotes.length();
    }

    private void word() {
        int begin = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        String word = text.substring(begin, at);
        boolean member = begin > 0 && text.charAt(begin - 1) == '.'; // Model.class
        boolean type = word.equals("class") || word.equals("interface") || word.equals("enum");
        if (!member && (type || word.equals("record") && isName(at))) {
            next = word.equals("enum") ? Kind.ENUM : Kind.TYPE;
            start = begin;
        }
    }

    /** Whether a name with something in parentheses or type parameters comes next. */
    private boolean isName(int from) {
        return text.substring(from, Math.min(text.length(), from + 200)).matches("(?s)\\s+\\w+\\s*[(<].*");
    }

    private void brace(char c) {
        if (c == '{') {
            int outer = around.isEmpty() ? -1 : around.get(around.size() - 1);
            around.add(blocks.size());
            blocks.add(new Block(next, next == Kind.CODE ? at : start, at, text.length() - 1, outer));
            next = Kind.CODE;
        } else if (c == '}' && !around.isEmpty()) {
            int last = around.remove(around.size() - 1);
            Block open = blocks.get(last);
            blocks.set(last, new Block(open.kind(), open.start(), open.open(), at, open.outer()));
        } else if (c == ';') {
            next = Kind.CODE;
        }
    }
}
