package dev.jacobi.processor.frontend;

import com.github.javaparser.JavaToken;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.jacobi.processor.ir.CopiedCode;
import dev.jacobi.processor.ir.CopiedField;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Code as the source writes it, token by token, but for what stands for some of its nodes. */
final class FunctionText {

    private final @Nullable JavaToken first;
    private final JavaToken last;
    private final Map<JavaToken, Piece> pieces = new IdentityHashMap<>();

    /** What stands from one token to another. */
    private record Piece(List<CopiedCode> parts, JavaToken last) {}

    private FunctionText(@Nullable JavaToken first, JavaToken last) {
        this.first = first;
        this.last = last;
    }

    /** Of an expression. */
    static FunctionText of(Expression code) {
        TokenRange range = code.getTokenRange().orElseThrow();
        return new FunctionText(range.getBegin(), range.getEnd());
    }

    /** Of what stands between the braces of a method. */
    static FunctionText of(BlockStmt body) {
        TokenRange braces = body.getTokenRange().orElseThrow();
        JavaToken first = braces.getBegin().getNextToken().orElseThrow();
        while (first.getCategory().isWhitespace()) {
            first = first.getNextToken().orElseThrow();
        }
        JavaToken last = braces.getEnd().getPreviousToken().orElseThrow();
        while (last.getCategory().isWhitespace()) {
            last = last.getPreviousToken().orElseThrow();
        }
        return new FunctionText(Identity.same(first, braces.getEnd()) ? null : first, last);
    }

    /** Puts something in the place of a node. */
    void replace(Node node, CopiedCode... parts) {
        node.getTokenRange().ifPresent(range -> replace(range.getBegin(), range.getEnd(), parts));
    }

    /** Puts something in the place of the tokens from one to another. */
    void replace(JavaToken first, JavaToken last, CopiedCode... parts) {
        pieces.put(first, new Piece(List.of(parts), last));
    }

    List<CopiedCode> parts() {
        List<CopiedCode> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        JavaToken token = first;
        if (token == null) {
            return parts;
        }
        int margin = margin(token);
        while (true) {
            Piece piece = pieces.get(token);
            if (piece == null) {
                text.append(token.getText());
            } else {
                flush(text, margin, parts);
                parts.addAll(piece.parts());
                token = piece.last();
            }
            if (Identity.same(token, last)) {
                break;
            }
            token = token.getNextToken().orElseThrow();
        }
        flush(text, margin, parts);
        return parts;
    }

    /** How far the line is indented that the expression starts in. */
    private static int margin(JavaToken first) {
        JavaToken token = first;
        while (token.getPreviousToken().isPresent()
                && !token.getPreviousToken().get().getCategory().isEndOfLine()) {
            token = token.getPreviousToken().get();
        }
        int margin = 0;
        while (token.getCategory().isWhitespaceButNotEndOfLine()) {
            margin += token.getText().length();
            token = token.getNextToken().orElseThrow();
        }
        return margin;
    }

    /** The lines behind the first are indented as far as they are against the one that the expression starts in. */
    private static void flush(StringBuilder text, int margin, List<CopiedCode> parts) {
        String[] lines = text.toString().split("\r\n|\r|\n", -1);
        text.setLength(0);
        StringBuilder moved = new StringBuilder(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            int indented = 0;
            while (indented < margin
                    && indented < lines[i].length()
                    && Character.isWhitespace(lines[i].charAt(indented))) {
                indented++;
            }
            moved.append('\n').append(lines[i], indented, lines[i].length());
        }
        if (moved.length() > 0) {
            parts.add(new CopiedField.Part.Text(moved.toString()));
        }
    }
}
