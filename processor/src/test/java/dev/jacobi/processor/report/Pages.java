package dev.jacobi.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The pages of one compilation.
 *
 * @param texts by file name
 */
record Pages(Compilation compilation, Map<String, String> texts) {

    static Pages of(Path folder, List<SourceText> sources, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-Ajacobi.report=" + folder);
        Compilation compilation = Javac.compile(sources, all.toArray(String[]::new));
        assertThat(compilation.succeeded()).as(compilation.text()).isTrue();
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return new Pages(compilation, texts);
    }

    /** A page's document: whatever isn't well-formed fails. */
    Document document(String page) {
        String text = texts.get(page);
        assertThat(text).as(page + " of " + texts.keySet()).isNotNull();
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(page + ": " + e.getMessage(), e);
        }
    }

    /** The texts of all elements of a kind whose class has a word. */
    static List<String> texts(Element root, String tag, String type) {
        return elements(root, tag, type).stream().map(Element::getTextContent).toList();
    }

    static List<Element> elements(Element root, String tag, String type) {
        List<Element> found = new ArrayList<>();
        NodeList all = root.getElementsByTagName(tag);
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (type.isEmpty()
                    || List.of(element.getAttribute("class").split(" ")).contains(type)) {
                found.add(element);
            }
        }
        return found;
    }

    /** What stands in the tiles on top: value, value and derivative, ratio, tape. */
    List<String> tiles(String page) {
        Element tiles =
                elements(document(page).getDocumentElement(), "dl", "tiles").get(0);
        return texts(tiles, "b", "");
    }

    /** What is said of the member that stands first. */
    Element section(String page) {
        return elements(document(page).getDocumentElement(), "section", "cost").get(0);
    }
}
