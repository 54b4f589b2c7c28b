package dev.jacobi.processor.report;

import dev.jacobi.processor.diag.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The page of one method. */
final class MethodPage {

    private final MethodFacts facts;
    private final List<Members.Member> members;
    private final SourcePieces pieces;
    private final Html html = new Html();

    private MethodPage(MethodFacts facts) {
        this.facts = facts;
        this.members = Members.of(facts);
        this.pieces = SourcePieces.of(facts, members);
    }

    static String of(MethodFacts facts) {
        return new MethodPage(facts).write();
    }

    private String write() {
        Page.begin(html, facts.displayed() + " – Jacobi");
        header();
        facts.findings().stream().findFirst().ifPresent(this::tiles);
        legend();
        new CodePanes(html, pieces, names()).write(members, first());
        for (Finding finding : facts.findings()) {
            new CostSection(html, pieces, finding, facts.file()).write();
        }
        Page.end(html);
        return html.toString();
    }

    private void header() {
        Span where = facts.where();
        html.raw("<header>\n<p class=\"up\"><a href=\"index.html\">All methods</a></p>\n");
        html.open("h1", "")
                .text(facts.displayed())
                .element("small", "", facts.parameters())
                .close("h1")
                .raw("\n<p class=\"sub\">");
        html.text(where.fileAndLine() + ", differentiated by the members of ")
                .element("code", "", facts.generated())
                .raw("</p>\n</header>\n");
    }

    /** The member that most users call. */
    private String first() {
        List<String> names = members.stream().map(Members.Member::name).toList();
        for (String wanted : List.of("valueAndGradient", "gradient", "pullback", "valueAndJvp")) {
            if (names.contains(wanted)) {
                return wanted;
            }
        }
        return names.isEmpty() ? "" : names.get(0);
    }

    private ActiveNames names() {
        ActiveNames names = new ActiveNames(pieces);
        for (Finding finding : facts.findings()) {
            names.add(finding.sweeps().primal(), finding.activity());
            if (finding.use() != Finding.Use.HELPER) {
                names.parameters(facts.where().origin(), finding.sweeps().primal(), finding.activity());
            }
        }
        return names;
    }

    private void tiles(Finding main) {
        Costs costs = Costs.of(main, facts.file());
        html.raw("<dl class=\"tiles\">\n");
        tile("Value", count(costs.value()), "operations");
        tile("Value and derivative", count(costs.both()), "operations in " + main.member());
        double ratio = costs.ratio();
        tile("Derivative per value", ratio == 0 ? "–" : String.format(Locale.ROOT, "%.1f×", ratio), ratioUnit(costs));
        TapeUse tape = costs.tape();
        tile("Tape", costs.recorded(), tape.tapes().isEmpty() ? "no loop records anything" : "bytes");
        html.raw("</dl>\n");
    }

    private static String ratioUnit(Costs costs) {
        if (costs.hasCalls()) {
            return "depends on what it calls: see below";
        }
        if (costs.ratio() == 0) {
            return "they don't grow alike";
        }
        boolean sized = !costs.value().all().most().sizes().isEmpty();
        return sized ? "operations, for large sizes" : "operations";
    }

    static String count(Work work) {
        List<String> parts = new ArrayList<>();
        if (!work.all().isNone() || work.calls().isEmpty()) {
            parts.add(work.all().toString());
        }
        if (!work.calls().isEmpty()) {
            parts.add("calls");
        }
        return String.join(" + ", parts);
    }

    private void tile(String name, String value, String unit) {
        html.raw("<div><dt>").text(name).raw("</dt><dd><b>").text(value).raw("</b><span>");
        html.text(unit).raw("</span></dd></div>\n");
    }

    private void legend() {
        html.raw("<ul class=\"legend\">\n");
        html.raw("<li><code class=\"act\">x</code> active: a derivative flows through it</li>\n");
        html.raw("<li><i class=\"bar\"></i> one colour, one statement: point at a line to see its counterpart</li>\n");
        html.raw("<li><i class=\"swatch primal\"></i> computes the value</li>\n");
        html.raw("<li><i class=\"swatch adjoint\"></i> computes derivatives</li>\n");
        html.raw("<li><i class=\"swatch kept\"></i> records a value, or gets it back</li>\n</ul>\n");
    }
}
