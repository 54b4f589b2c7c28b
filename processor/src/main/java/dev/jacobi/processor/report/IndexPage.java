package dev.jacobi.processor.report;

import java.util.Locale;
import java.util.SortedMap;

/** The page that lists all methods. */
final class IndexPage {

    private IndexPage() {}

    /** @param pages the methods by the names of their pages */
    static String of(SortedMap<String, MethodFacts> pages) {
        Html html = new Html();
        Page.begin(html, "Derivatives – Jacobi");
        html.raw("<header>\n<h1>Derivatives</h1>\n<p class=\"sub\">")
                .text(pages.size() == 1 ? "One method is" : pages.size() + " methods are")
                .text(
                        " differentiated. What each derivative costs is given in sizes that the method knows when it is called.")
                .raw(
                        "</p>\n</header>\n<div class=\"scroll\"><table class=\"wide index\">\n<thead><tr><th>method</th><th>source</th>")
                .raw(
                        "<th>operations, value</th><th>operations, value and derivative</th><th>ratio</th><th>tape, bytes</th></tr></thead>\n<tbody>\n");
        pages.forEach((page, facts) -> row(html, page, facts));
        html.raw("</tbody>\n</table></div>\n");
        Page.end(html);
        return html.toString();
    }

    private static void row(Html html, String page, MethodFacts facts) {
        html.raw("<tr><th><a")
                .attribute("href", page)
                .raw("><code>")
                .text(facts.displayed())
                .raw("</code></a> ")
                .element("code", "faint", facts.parameters())
                .raw("</th>");
        html.element("td", "", facts.where().fileAndLine());
        if (facts.findings().isEmpty()) {
            html.raw("<td></td><td></td><td></td><td></td></tr>\n");
            return;
        }
        Costs costs = Costs.of(facts.findings().get(0), facts.file());
        double ratio = costs.ratio();
        html.element("td", "num", MethodPage.count(costs.value()));
        html.element("td", "num", MethodPage.count(costs.both()));
        html.element("td", "num", ratio == 0 ? "–" : String.format(Locale.ROOT, "%.1f×", ratio));
        html.element("td", "num", costs.recorded()).raw("</tr>\n");
    }
}
