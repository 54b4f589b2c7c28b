package dev.jacobi.processor.report;

import dev.jacobi.processor.backend.Listing;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Source and derivative side by side; lines that belong together carry the same key. */
final class CodePanes {

    private static final Pattern PLACE = Pattern.compile(" // (?:adjoint of |\\S+\\.java):\\d+$");

    private final Html html;
    private final SourcePieces pieces;
    private final ActiveNames names;

    CodePanes(Html html, SourcePieces pieces, ActiveNames names) {
        this.html = html;
        this.pieces = pieces;
        this.names = names;
    }

    void write(List<Members.Member> members, String first) {
        html.raw("<div class=\"panes\">\n<section class=\"pane\" aria-label=\"Source\">\n");
        html.raw("<h2>What you wrote</h2>\n");
        for (SourcePieces.Piece piece : pieces.all()) {
            source(piece);
        }
        html.raw("</section>\n<section class=\"pane\" aria-label=\"Derivative\">\n");
        html.raw("<h2>What Jacobi made of it</h2>\n");
        html.raw("<div class=\"tabs\" role=\"tablist\" data-row=\"own\" hidden=\"hidden\"></div>\n");
        html.raw("<div class=\"tabs called\" role=\"tablist\" data-row=\"called\" hidden=\"hidden\">");
        html.element("span", "", "Called:").raw("</div>\n");
        for (Members.Member member : members) {
            derivative(member, member.name().equals(first));
        }
        html.raw("</section>\n</div>\n");
    }

    private void source(SourcePieces.Piece piece) {
        Excerpt excerpt = piece.excerpt();
        html.raw("<figure class=\"code\">\n<figcaption>")
                .text(excerpt.file())
                .raw("<span>lines ")
                .text(excerpt.first() + "–" + excerpt.last())
                .raw("</span></figcaption>\n<div class=\"lines\">\n");
        List<List<JavaTokens.Token>> lines = JavaTokens.of(excerpt.lines());
        int margin = margin(excerpt.lines());
        for (int i = 0; i < lines.size(); i++) {
            int number = excerpt.first() + i;
            Optional<Integer> statement = pieces.statement(piece, number);
            String key = statement.map(line -> SourcePieces.key(piece, line)).orElse("");
            begin(key, statement.map(line -> pieces.colour(piece, line)).orElse(-1), String.valueOf(number), "");
            for (JavaTokens.Token token : lines.get(i)) {
                token(token, margin, kind(piece, number, lines.get(i), token));
            }
            end();
        }
        html.raw("</div>\n</figure>\n");
    }

    /** The indentation that all lines share isn't shown. */
    private static int margin(List<String> lines) {
        int margin = Integer.MAX_VALUE;
        for (String line : lines) {
            if (!line.isBlank()) {
                int blanks = 0;
                while (line.charAt(blanks) == ' ') {
                    blanks++;
                }
                margin = Math.min(margin, blanks);
            }
        }
        return margin == Integer.MAX_VALUE ? 0 : margin;
    }

    private void token(JavaTokens.Token token, int margin, String type) {
        if (token.column() <= margin && token.text().isBlank()) {
            return;
        }
        if (type.isEmpty()) {
            html.text(token.text());
        } else {
            html.element("span", type, token.text());
        }
    }

    private String kind(SourcePieces.Piece piece, int line, List<JavaTokens.Token> all, JavaTokens.Token token) {
        if (token.kind() == JavaTokens.Kind.NAME) {
            int index = all.indexOf(token);
            boolean member = index > 0 && all.get(index - 1).text().equals(".");
            boolean method = index + 1 < all.size() && all.get(index + 1).text().equals("(");
            String text = piece.excerpt().lines().get(line - piece.excerpt().first());
            boolean active =
                    !member && !method && names.isActive(piece.origin(), line, token.column(), token.text(), text);
            return active ? "act" : "";
        }
        return plain(token.kind());
    }

    private static String plain(JavaTokens.Kind kind) {
        return switch (kind) {
            case KEYWORD -> "kw";
            case NUMBER -> "num";
            case STRING -> "str";
            case COMMENT -> "com";
            case PLAIN, NAME -> "";
        };
    }

    private void derivative(Members.Member member, boolean first) {
        html.raw("<figure class=\"code member\"");
        html.attribute("data-name", member.name());
        boolean own = member.isFrom(List.of(pieces.all().get(0).origin()));
        html.attribute("data-row", own ? "own" : "called");
        html.raw(first ? " data-first=\"first\">\n<figcaption>" : ">\n<figcaption>");
        html.text(member.name()).raw("</figcaption>\n<div class=\"lines\">\n");
        List<String> texts =
                member.lines().stream().map(CodePanes::withoutPlace).toList();
        List<List<JavaTokens.Token>> tokens = JavaTokens.of(texts);
        for (int i = 0; i < tokens.size(); i++) {
            line(member.lines().get(i), tokens.get(i));
        }
        html.raw("</div>\n</figure>\n");
    }

    /** Where a line comes from stands before it here, not behind it. */
    private static String withoutPlace(Listing.Line line) {
        return line.role() == null ? line.text() : PLACE.matcher(line.text()).replaceFirst("");
    }

    private void line(Listing.Line line, List<JavaTokens.Token> tokens) {
        Span from = line.from();
        Optional<SourcePieces.Piece> piece = line.role() == null ? Optional.empty() : pieces.of(from.origin());
        String key = piece.map(p -> SourcePieces.key(p, from.line())).orElse("");
        int colour = piece.map(p -> pieces.colour(p, from.line())).orElse(-1);
        begin(key, colour, piece.isPresent() ? String.valueOf(from.line()) : "", role(line.role()));
        for (JavaTokens.Token token : tokens) {
            token(token, 0, plain(token.kind()));
        }
        end();
    }

    private static String role(Stmt.@Nullable Role role) {
        if (role == null) {
            return "";
        }
        return switch (role) {
            case PRIMAL -> " primal";
            case TANGENT -> " tangent";
            case ADJOINT -> " adjoint";
            case TOGETHER -> " together";
            case KEPT -> " kept";
        };
    }

    private void begin(String key, int colour, String number, String role) {
        html.raw("<div");
        html.attribute("class", "ln" + (colour < 0 ? "" : " c" + colour) + role);
        if (!key.isEmpty()) {
            html.attribute("data-k", key);
        }
        html.raw("><span class=\"no\">").text(number).raw("</span><code>");
    }

    private void end() {
        html.raw("</code></div>\n");
    }
}
