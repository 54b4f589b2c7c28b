package dev.jacobi.processor.frontend;

import com.github.javaparser.ParseException;
import com.github.javaparser.QuickParser;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.DataKey;
import com.github.javaparser.ast.Node;
import dev.jacobi.processor.diag.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads files in which something stands that compilers know and the grammar doesn't: there it is blanked, so that the
 * rest can be read, and has its place. An enum inside a method becomes a class without members, which is refused for
 * being one; of anything else the whole body around it is lost, which is said where somebody wants to read it.
 */
final class Blanks {

    /** Why the body of a method or field can't be read. */
    private static final DataKey<String> LOST = new DataKey<>() {};

    /** That something inside a node isn't what the file says. */
    private static final DataKey<Boolean> CHANGED = new DataKey<>() {};

    /** What stood where a file is blank. */
    private static final DataKey<String> HIDDEN = new DataKey<>() {};

    private static final Pattern ENUM = Pattern.compile("enum\\s+(\\w+)");

    private static final int MOST = 100;

    private final String original;
    private final StringBuilder text;
    private final Map<Integer, String> lost = new TreeMap<>();
    private final List<Integer> changed = new ArrayList<>();
    private final StringBuilder hidden = new StringBuilder();

    private Blanks(String text) {
        this.original = text;
        this.text = new StringBuilder(text);
    }

    /**
     * The parsed text.
     *
     * @throws ParseException where what isn't understood is no member's body
     */
    static CompilationUnit parse(String text) throws ParseException {
        try {
            return QuickParser.file(text);
        } catch (ParseException first) {
            return new Blanks(text).parse(first);
        }
    }

    /** Why the body of a method, or what a field begins with, can't be read; null where it can. */
    static @Nullable String lost(Node declaration) {
        return declaration.containsData(LOST) ? declaration.getData(LOST) : null;
    }

    /** Whether a node holds something that isn't in the file in this form. */
    static boolean areIn(Node node) {
        return node.containsData(CHANGED);
    }

    /** Whether a name may stand where a file is blank. */
    static boolean mayMention(CompilationUnit file, String name) {
        return file.containsData(HIDDEN)
                && Pattern.compile("\\b" + name + "\\b")
                        .matcher(file.getData(HIDDEN))
                        .find();
    }

    private CompilationUnit parse(ParseException first) throws ParseException {
        hideEnums();
        ParseException problem = first;
        for (int i = 0; i < MOST; i++) {
            try {
                CompilationUnit unit = QuickParser.file(text.toString());
                mark(unit, new Lines(text));
                unit.setData(HIDDEN, hidden.toString());
                return unit;
            } catch (ParseException next) {
                problem = i == 0 && changed.isEmpty() ? first : next;
                blank(problem);
            }
        }
        throw problem;
    }

    /** Makes {@code enum Kind { A, B }} inside code {@code class Kind{ }}, line by line as long as before. */
    private void hideEnums() {
        List<Blocks.Block> blocks = Blocks.of(text.toString());
        for (Blocks.Block block : blocks) {
            boolean local = block.outer() >= 0 && blocks.get(block.outer()).kind() == Blocks.Kind.CODE;
            Matcher header = ENUM.matcher(text.substring(block.start(), block.open()));
            if (block.kind() == Blocks.Kind.ENUM && local && header.lookingAt()) {
                changed.add(block.start());
                write("class " + header.group(1) + "{", block.start(), block.close());
            }
        }
    }

    /** Writes a text, and nothing behind it, where line ends stay. */
    private void write(String written, int from, int to) {
        hidden.append(original, from, to).append('\n');
        int next = 0;
        for (int i = from; i < to; i++) {
            if (!isLineEnd(text.charAt(i))) {
                text.setCharAt(i, next < written.length() ? written.charAt(next++) : ' ');
            }
        }
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** Empties the body of the member that isn't understood. */
    private void blank(ParseException problem) throws ParseException {
        int place = place(problem);
        List<Blocks.Block> blocks = Blocks.of(text.toString());
        for (Blocks.Block block : blocks) {
            boolean member = block.outer() < 0 || blocks.get(block.outer()).kind() != Blocks.Kind.CODE;
            boolean around = block.open() <= place && place < block.close();
            if (block.kind() == Blocks.Kind.CODE
                    && member
                    && around
                    && lost.putIfAbsent(block.open(), String.valueOf(problem.getMessage())) == null) {
                changed.add(block.open());
                write("", block.open() + 1, block.close());
                return;
            }
        }
        throw problem;
    }

    /** The last token that was understood. */
    private int place(ParseException problem) throws ParseException {
        if (problem.currentToken == null) {
            throw problem;
        }
        return new Lines(text).offset(problem.currentToken.beginLine, problem.currentToken.beginColumn);
    }

    private void mark(Node node, Lines lines) {
        if (node.getRange().isEmpty()) {
            return;
        }
        int begin =
                lines.offset(node.getRange().get().begin.line, node.getRange().get().begin.column);
        int end = lines.offset(node.getRange().get().end.line, node.getRange().get().end.column);
        if (node instanceof CompilationUnit || changed.stream().anyMatch(place -> begin <= place && place <= end)) {
            node.setData(CHANGED, true);
            lost.forEach((place, why) -> {
                if (begin <= place && place <= end) {
                    node.setData(LOST, why);
                }
            });
            List.copyOf(node.getChildNodes()).forEach(child -> mark(child, lines));
        }
    }
}
