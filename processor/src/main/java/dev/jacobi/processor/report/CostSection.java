package dev.jacobi.processor.report;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.transform.adjoint.Retentions.Reason;
import dev.jacobi.processor.transform.adjoint.Retentions.Retention;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one pair of sweeps costs: its loops, its operations, what it keeps and why. */
final class CostSection {

    private static final String TOGETHER =
            "iterations meet only in sums: each runs its backward sweep at once, so the tape holds one";

    private final Html html;
    private final SourcePieces pieces;
    private final Finding finding;
    private final Costs costs;

    CostSection(Html html, SourcePieces pieces, Finding finding, String file) {
        this.html = html;
        this.pieces = pieces;
        this.finding = finding;
        this.costs = Costs.of(finding, file);
    }

    void write() {
        html.raw("<section class=\"cost\">\n<h2>")
                .element("code", "", finding.member())
                .raw("</h2>\n");
        html.element("p", "lead", lead()).raw("\n");
        html.raw("<div class=\"tables\">\n");
        operations();
        loops();
        html.raw("</div>\n");
        tape();
        html.raw("</section>\n");
    }

    private String lead() {
        return switch (finding.use()) {
            case TOGETHER ->
                "Computes the value and the gradient in one method: a forward sweep, then a backward sweep.";
            case PULLBACK ->
                "Runs the forward sweep and keeps what the backward sweep needs, so that a seed can be sent back at any"
                        + " time, as often as wanted.";
            case HELPER -> "Is called by the above. Both sweeps run once for each call.";
        };
    }

    private void operations() {
        html.raw("<table>\n<caption>Operations</caption>\n<thead><tr><th></th><th>value alone</th>");
        boolean split =
                !costs.backward().all().isNone() || !costs.backward().calls().isEmpty();
        html.raw(
                split
                        ? "<th>forward sweep</th><th>backward sweep</th></tr></thead>\n<tbody>\n"
                        : "<th>both sweeps together</th></tr></thead>\n<tbody>\n");
        row("+ − × ÷", Work::arithmetic, split);
        row("Math functions", Work::functions, split);
        row("tensor operations", Work::tensors, split);
        Set<String> calls = new TreeSet<>(costs.value().calls().keySet());
        calls.addAll(costs.forward().calls().keySet());
        calls.addAll(costs.backward().calls().keySet());
        for (String call : calls) {
            row("calls of " + call, work -> work.calls(call), split);
        }
        html.raw("</tbody>\n</table>\n");
    }

    private interface Part {
        Count of(Work work);
    }

    private void row(String name, Part part, boolean split) {
        boolean none = part.of(costs.value()).isNone() && part.of(costs.both()).isNone();
        if (none && !name.startsWith("+")) {
            return;
        }
        html.raw("<tr>").element("th", "", name);
        cell(costs.value(), part);
        cell(costs.forward(), part);
        if (split) {
            cell(costs.backward(), part);
        }
        html.raw("</tr>\n");
    }

    private void cell(Work work, Part part) {
        html.element("td", "num", part.of(work).toString());
    }

    private void loops() {
        Map<Span, Polynomial> totals = costs.loops().all();
        if (totals.isEmpty()) {
            return;
        }
        Set<Span> together = new HashSet<>();
        for (Stmt statement : Walk.all(finding.sweeps().forward())) {
            if (statement.note().role() == Stmt.Role.TOGETHER) {
                together.add(statement.note().span());
            }
        }
        html.raw("<table>\n<caption>Loops</caption>\n")
                .raw("<thead><tr><th></th><th>iterations in all</th><th></th></tr></thead>\n<tbody>\n");
        totals.forEach((span, total) -> {
            html.raw("<tr>").element("th", "", pieces.line(span)).element("td", "num", total.toString());
            html.element("td", "", together.contains(span) ? TOGETHER : known(total))
                    .raw("</tr>\n");
        });
        html.raw("</tbody>\n</table>\n");
    }

    private static String known(Polynomial total) {
        return LoopTotals.isCounted(total) ? "known only when it has run" : "known beforehand";
    }

    private void tape() {
        TapeUse use = costs.tape();
        html.raw("<h3>What is kept for the backward sweep, and why</h3>\n");
        if (finding.tape().isEmpty()) {
            html.element("p", "", "No loop records anything.").raw("\n");
        } else {
            html.raw(
                    "<div class=\"scroll\"><table class=\"wide\">\n<thead><tr><th>value</th><th>made in</th><th>kept</th><th>bytes</th><th>why</th></tr></thead>\n<tbody>\n");
            finding.tape().forEach(retention -> retention(retention, use));
            html.raw("</tbody>\n</table></div>\n");
        }
        if (use.grows()) {
            html.element(
                            "p",
                            "note",
                            "Where the iterations aren't known beforehand, tapes are made longer as they fill: by doubling, so an"
                                    + " array may be up to twice as long as what is recorded on it.")
                    .raw("\n");
        }
        costs.checkpointed().forEach(this::snapshots);
        variables();
    }

    private void snapshots(Stmt.Loop loop) {
        int most = loop.wish() instanceof Stmt.Checkpointed wish ? wish.snapshots() : 0;
        String many = most == 0 ? "a snapshot before each iteration" : "at most " + most + " snapshots";
        html.raw("<p class=\"note\">")
                .text(
                        "The loop of " + pieces.line(loop.note().span()) + " keeps " + many
                                + " of what it hands on, and makes its iterations again from these; its tapes hold one iteration.")
                .raw("</p>\n");
    }

    /**
     * The source of an expression; empty for those that derivatives have besides, which only come from there. Such a
     * one does something that the source doesn't, as the cosine of a sine, or reads variables of its own.
     */
    private String source(@Nullable Expr value) {
        if (value == null) {
            return "";
        }
        String source = pieces.text(value.span());
        List<String> words = List.of(source.split("\\W+"));
        boolean operation = !(value instanceof Expr.Apply apply)
                || apply.primitive().form() == Primitive.Form.INDEX
                || source.contains(apply.primitive().name());
        boolean own = Walk.reads(value).stream().allMatch(variable -> words.contains(variable.name()));
        return operation && own ? source : "";
    }

    private void retention(Retention retention, TapeUse use) {
        Span from =
                retention.value() == null ? retention.loop() : retention.value().span();
        html.raw("<tr>")
                .raw("<th>")
                .element("code", "", retention.variable().name())
                .raw("</th>");
        html.element("td", "", pieces.line(from));
        boolean recorded = retention.reason() != Reason.COMPUTED_AGAIN;
        html.raw("<td>")
                .element("span", recorded ? "tag rec" : "tag again", recorded ? "on the tape" : "computed again");
        html.raw("</td>").element("td", "num", recorded ? bytes(retention, use) : "0");
        html.raw("<td>").prose(Reasons.of(retention, source(retention.value()))).raw("</td></tr>\n");
    }

    private static String bytes(Retention retention, TapeUse use) {
        for (TapeUse.Tape tape : use.tapes()) {
            if (tape.variable().equals(retention.tape())) {
                Count bytes = new Count(tape.bytes(), use.exact());
                return bytes
                        + tape.objects()
                                .map(type -> " + the objects, each a " + type)
                                .orElse("");
            }
        }
        return "";
    }

    /** What is kept without a tape: all that is made outside loops. */
    private void variables() {
        Set<Var> tapes = new HashSet<>();
        costs.tape().tapes().forEach(tape -> tapes.add(tape.variable()));
        List<String> names = new ArrayList<>();
        for (Var variable : finding.sweeps().kept()) {
            if (!tapes.contains(variable)
                    && !(variable.type() instanceof Type.Array)
                    && !finding.sweeps().primal().parameters().contains(variable)) {
                names.add("`" + variable.name() + "`");
            }
        }
        if (!names.isEmpty()) {
            html.raw("<p class=\"note\">")
                    .prose("Kept in variables, since nothing overwrites them: " + String.join(", ", names) + ".")
                    .raw("</p>\n");
        }
    }
}
