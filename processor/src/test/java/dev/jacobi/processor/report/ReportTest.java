package dev.jacobi.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.samples.SampleFiles;
import dev.jacobi.processor.testing.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** What the pages show. */
class ReportTest {
    private static final SourceText MODEL = SourceText.of("""
            package demo;
            import dev.jacobi.Differentiable;
            import java.util.List;
            final class Model {
            \t/** Not part of the method. */
            \t@Differentiable
            \tstatic double grüße(double x, int n) { // <script>alert("x & y")</script> '\u202e'
            \t\tif (n < 0 && List.<String>of("<b>", "&amp;").isEmpty()) {
            \t\t\tthrow new IllegalArgumentException("</code><script>document.title = 'gone'</script>\\n" + n);
            \t\t}
            \t\tdouble y =
            \t\t\t\tx
            \t\t\t\t\t\t* x;
            \t\tfor (int i = 0; i < n; i++) {
            \t\t\ty = smaller(y) * 'a' + x;
            \t\t}
            \t\treturn y;
            \t}

                static double smaller(double v) {
                    for (int k = 0; k < 3; k++) {
                        v = Math.exp(-v * v);
                    }
                    return v;
                }

                @Differentiable
                static double[] both(double[] x) {
                    return new double[] {x[0] * x[1], x[0]};
                }

                @Differentiable
                static void into(double[] x, double[] y) {
                    for (int i = 0; i < x.length; i++) {
                        y[i] = Math.sin(x[i]) * y[i];
                    }
                }
            }
            """);

    @TempDir
    Path folder;

    private static final String PAGE = "demo.Model.gr-00fc-00dfe.html";

    @Test
    void everyPageIsWellFormedAndListed() throws Exception {
        Pages pages = Pages.of(folder, List.of(MODEL));
        assertThat(pages.texts()).containsOnlyKeys(PAGE, "demo.Model.both.html", "demo.Model.into.html", "index.html");
        List<String> links = new ArrayList<>();
        for (Element link : Pages.elements(pages.document("index.html").getDocumentElement(), "a", "")) {
            links.add(link.getAttribute("href"));
        }
        assertThat(links).containsExactly("demo.Model.both.html", PAGE, "demo.Model.into.html");
        pages.texts().keySet().forEach(pages::document);
    }

    @Test
    void everyLineOfTheSourceIsThereAsItIsWritten() throws Exception {
        List<String> shown = lines(Pages.of(folder, List.of(MODEL)), "Source");
        List<String> expected = new ArrayList<>();
        String[] source = MODEL.getCharContent(true).toString().split("\n");
        for (int i = 5; i < 18; i++) {
            expected.add(source[i].replace("\u202e", "\\u202e"));
        }
        for (int i = 19; i < 25; i++) {
            expected.add(source[i].substring(4));
        }
        assertThat(shown).containsExactlyElementsOf(expected);
    }

    @Test
    void textOfTheSourceIsNeverMarkup() throws Exception {
        Pages pages = Pages.of(folder, List.of(MODEL));
        Element root = pages.document(PAGE).getDocumentElement();
        assertThat(Pages.elements(root, "script", "")).hasSize(1);
        assertThat(Pages.elements(root, "b", "")).hasSize(4);
        assertThat(pages.texts().get(PAGE)).doesNotContain("alert(\"x").doesNotContain("\u202e");
    }

    /** Shown without the comments that say where a line comes from: that stands before it. */
    @Test
    void everyLineOfTheDerivativeIsTheGeneratedClass() throws Exception {
        Pages pages = Pages.of(folder, List.of(MODEL));
        List<String> generated = pages.compilation()
                .generated()
                .get("demo.GrüßeGrad")
                .lines()
                .map(line -> line.replaceFirst(" // (adjoint of |Model.java):\\d+$", "")
                        .strip())
                .toList();
        List<String> shown =
                lines(pages, "Derivative").stream().map(String::strip).toList();
        assertThat(shown).hasSizeGreaterThan(40).allMatch(generated::contains);
    }

    @Test
    void bothSidesOfAStatementHaveOneKey() throws Exception {
        Element root = Pages.of(folder, List.of(MODEL)).document(PAGE).getDocumentElement();
        Map<String, List<String>> sides = Map.of("Source", new ArrayList<>(), "Derivative", new ArrayList<>());
        for (Element pane : Pages.elements(root, "section", "pane")) {
            for (Element line : Pages.elements(pane, "div", "ln")) {
                String key = line.getAttribute("data-k");
                if (!key.isEmpty()
                        && !sides.get(pane.getAttribute("aria-label")).contains(key)) {
                    sides.get(pane.getAttribute("aria-label")).add(key);
                }
            }
        }
        assertThat(sides.get("Source")).contains("0-11", "0-14", "0-15", "0-17", "1-22");
        assertThat(sides.get("Derivative")).containsExactlyInAnyOrderElementsOf(sides.get("Source"));
    }

    @Test
    void activeNamesAreMarked() throws Exception {
        Element root = Pages.of(folder, List.of(MODEL)).document(PAGE).getDocumentElement();
        Element source = Pages.elements(root, "section", "pane").get(0);
        assertThat(Pages.texts(source, "span", "act")).contains("x", "y", "v").doesNotContain("n", "i", "k", "Math");
    }

    @Test
    void itSaysWhyAValueIsRecorded() throws Exception {
        SourceText source = SourceText.of("""
                final class Model {
                    @dev.jacobi.Differentiable
                    static double f(double[] x, int n) {
                        double y = 1;
                        double[] h = x.clone();
                        for (int i = 0; i < n; i++) {
                            double read = h[i];
                            double dear = Math.exp(read * y);
                            double cheap = 2 * dear;
                            double either = cheap * cheap;
                            if (cheap > 3) {
                                either = dear * y;
                            }
                            h[0] = either * dear;
                            y = either * y;
                        }
                        return y + h[0];
                    }
                }
                """);
        Pages pages = Pages.of(folder, List.of(source));
        Element section = pages.section("Model.f.html");
        Map<String, String> why = new TreeMap<>();
        for (Element row : Pages.elements(section, "tr", "")) {
            List<String> cells = Pages.texts(row, "td", "");
            if (cells.size() == 4) {
                why.put(Pages.texts(row, "th", "").get(0), cells.get(1) + ": " + cells.get(3));
            }
        }
        assertThat(why.get("read"))
                .isEqualTo(
                        "on the tape: It is read from an array (h[i]) that is written to later, so the value is gone by then.");
        assertThat(why.get("dear"))
                .isEqualTo(
                        "on the tape: Working it out again (Math.exp(read * y)) would cost more than reading it back from memory.");
        assertThat(why.get("cheap"))
                .isEqualTo(
                        "computed again: Not recorded: working it out again (2 * dear) is as cheap as reading it back from memory.");
        assertThat(why.values())
                .contains(
                        "on the tape: The loop hands it on, so the next iteration overwrites it; the backward sweep needs what each iteration began with.")
                .contains(
                        "on the tape: It gets its value in branches, so there is no single formula to work it out again.");
    }

    /** Every construct there is: no page fails, and all of the method's lines are there. */
    @Test
    void everySampleHasAPage() throws Exception {
        Pages pages = Pages.of(folder, SampleFiles.read());
        assertThat(pages.texts()).hasSizeGreaterThan(300);
        for (String page : pages.texts().keySet()) {
            Element root = pages.document(page).getDocumentElement();
            if (!page.equals("index.html")) {
                assertThat(Pages.elements(root, "figure", "code")).as(page).hasSizeGreaterThan(1);
            }
        }
    }

    @Test
    void theSameSourceGivesTheSameBytes() throws Exception {
        Path again = Files.createDirectory(folder.resolve("again"));
        Map<String, String> first = Pages.of(again, List.of(MODEL)).texts();
        assertThat(Pages.of(Files.createDirectory(folder.resolve("more")), List.of(MODEL))
                        .texts())
                .isEqualTo(first);
    }

    private static List<String> lines(Pages pages, String label) {
        List<String> lines = new ArrayList<>();
        for (Element pane : Pages.elements(pages.document(PAGE).getDocumentElement(), "section", "pane")) {
            if (pane.getAttribute("aria-label").equals(label)) {
                Pages.elements(pane, "div", "ln").forEach(line -> lines.addAll(Pages.texts(line, "code", "")));
            }
        }
        return lines;
    }
}
