package dev.jacobi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls between packages, and what every package and public class has. */
class WallsTest {
    private static final String ROOT = "dev.jacobi.processor";
    private static final Path SOURCES = Path.of("src/main/java/dev/jacobi/processor");
    private static final Pattern QUALIFIED = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?:[A-Z]\\w*|\\*)");

    /**
     * What a package may use of the others; the root may use all, and all may use spans, which the IR's nodes carry.
     */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("diag", Set.of()),
            Map.entry("ir", Set.of("diag")),
            Map.entry("rules", Set.of("ir")),
            Map.entry("frontend", Set.of("ir", "rules", "diag")),
            Map.entry("analysis", Set.of("ir", "rules", "diag")),
            Map.entry("shapes", Set.of("ir", "rules", "diag")),
            Map.entry("options", Set.of()),
            Map.entry("transform", Set.of("ir", "rules", "analysis", "options")),
            Map.entry("simplify", Set.of("ir", "analysis", "rules", "options")),
            Map.entry("fuse", Set.of("ir", "rules")),
            Map.entry("split", Set.of("ir")),
            Map.entry("backend", Set.of("ir", "split", "fuse")),
            Map.entry("report", Set.of("ir", "diag", "analysis", "transform", "backend")));

    /** The only places of what is foreign: packages, or single files. */
    private static final Map<String, Set<String>> ONLY_IN = Map.of(
            "com.github.javaparser.", Set.of("frontend"),
            "com.palantir.javapoet.", Set.of("backend"),
            "javax.annotation.processing.", Set.of("", "Reporter.java", "CompilerSources.java", "JavaWriter.java"),
            "com.sun.source.", Set.of("", "Reporter.java", "CompilerSources.java"));

    static Stream<Path> files() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void usesOnlyWhatItMay(Path file) {
        String home = home(file);
        String fileName = file.getFileName().toString();
        for (String name : names(file)) {
            ONLY_IN.forEach((foreign, places) -> assertThat(
                            !name.startsWith(foreign) || places.contains(home) || places.contains(fileName))
                    .as("%s uses %s", file, name)
                    .isTrue());
            String of = name.startsWith(ROOT + ".") ? name.split("\\.")[3] : home;
            boolean mayUse = name.equals(ROOT + ".diag.Span")
                    || of.equals(home)
                    || home.isEmpty()
                    || MAY_USE.get(home).contains(of);
            assertThat(mayUse).as("%s uses %s", file, name).isTrue();
        }
    }

    /** {@code transform.tangent} counts as {@code transform}; the root is empty. */
    private static String home(Path file) {
        Path folder = SOURCES.relativize(file).getParent();
        return folder == null ? "" : folder.getName(0).toString();
    }

    /** Qualified names of classes in the code, imports included, comments aside. */
    private static Set<String> names(Path file) {
        String code = read(file)
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("//.*", "")
                .replaceAll("\"(?:[^\"\\\\]|\\\\.)*+\"", "");
        Matcher matcher = QUALIFIED.matcher(code);
        Set<String> names = new TreeSet<>();
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }

    @ParameterizedTest
    @MethodSource("files")
    void publicTypesSayWhatTheyAre(Path file) {
        String text = read(file);
        boolean isPublic = Pattern.compile("(?m)^public ").matcher(text).find();
        boolean documented = Pattern.compile("(?s)/\\*\\*.*?\\*/\\s*(?:@[^\\n]*\\s+)*public ")
                .matcher(text)
                .find();
        assertThat(!isPublic || documented).as("%s has Javadoc", file).isTrue();
    }

    @Test
    void everyPackageSaysWhatGoesInAndOut() {
        Set<Path> folders = files().map(Path::getParent).collect(Collectors.toCollection(TreeSet::new));
        List<Path> without = folders.stream()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .toList();
        assertThat(without).as("packages without package-info.java").isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
