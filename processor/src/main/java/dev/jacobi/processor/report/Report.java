package dev.jacobi.processor.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The pages of one compilation. */
public final class Report {

    private final Path folder;
    private final SortedMap<String, MethodFacts> pages = new TreeMap<>();

    /** Makes the folder, if it isn't there. */
    public Report(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        if (!Files.isWritable(folder)) {
            throw new IOException("it may not be written to");
        }
    }

    /** Writes a method's page. */
    public void add(MethodFacts facts) throws IOException {
        String page = page(facts);
        pages.put(page, facts);
        write(page, MethodPage.of(facts));
    }

    /** Writes the page that lists them. */
    public void finish() throws IOException {
        write("index.html", IndexPage.of(pages));
    }

    private void write(String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file name that every system has room for; methods whose names differ only in case have different ones. */
    private String page(MethodFacts facts) {
        StringBuilder plain = new StringBuilder();
        facts.name().chars().forEach(c -> {
            boolean safe = c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '_');
            plain.append(safe ? String.valueOf((char) c) : String.format("-%04x", c));
        });
        String name = plain + ".html";
        int version = 2;
        while (isTaken(name, facts)) {
            name = plain + "-" + version++ + ".html";
        }
        return name;
    }

    private boolean isTaken(String name, MethodFacts facts) {
        return name.equalsIgnoreCase("index.html")
                || pages.entrySet().stream()
                        .anyMatch(page -> page.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))
                                && !page.getValue().where().equals(facts.where()));
    }
}
