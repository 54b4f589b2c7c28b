package dev.jacobi.processor.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor's jar has what it needs inside, under names that clash with nobody's. */
final class ShadedJarIT {

    private static final int JAVA_17 = 61;

    @TempDir
    Path folder;

    @Test
    void holdsOnlyItsOwnPackages() throws IOException {
        List<String> foreign = new ArrayList<>();
        entries((name, content) -> {
            if (!name.startsWith("dev/jacobi/processor/") && !name.startsWith("META-INF/")) {
                foreign.add(name);
            }
        });
        assertThat(foreign).isEmpty();
    }

    @Test
    void holdsItsLicencesAndItsService() throws IOException {
        List<String> about = new ArrayList<>();
        entries((name, content) -> {
            if (name.startsWith("META-INF/") && !name.startsWith("META-INF/maven/")) {
                about.add(name);
            }
        });
        assertThat(about)
                .containsExactlyInAnyOrder(
                        "META-INF/MANIFEST.MF",
                        "META-INF/LICENSE",
                        "META-INF/NOTICE",
                        "META-INF/gradle/incremental.annotation.processors",
                        "META-INF/services/javax.annotation.processing.Processor");
    }

    @Test
    void namesItsDependenciesOnlyWhereTheyAreNow() throws IOException {
        List<String> leaks = new ArrayList<>();
        entries((name, content) -> {
            String text = new String(content, StandardCharsets.ISO_8859_1);
            for (String old :
                    List.of("com/github/javaparser", "com.github.javaparser", "com/palantir", "com.palantir")) {
                if (name.endsWith(".class") && text.contains(old)) {
                    leaks.add(name + ": " + old);
                }
            }
        });
        assertThat(leaks).isEmpty();
    }

    @Test
    void runsOnJava17() throws IOException {
        List<String> newer = new ArrayList<>();
        entries((name, content) -> {
            if (name.endsWith(".class") && (content[6] << 8 | content[7] & 0xff) > JAVA_17) {
                newer.add(name);
            }
        });
        assertThat(newer).isEmpty();
    }

    /** A project that uses, and even processes annotations with, another JavaParser. */
    @Test
    void worksBesideAnotherJavaParser() {
        Project other = Project.in(folder.resolve("other"));
        for (String name : List.of("JavaParser", "ParserConfiguration", "StaticJavaParser", "ast.CompilationUnit")) {
            other.with("src/com/github/javaparser/" + name.replace('.', '/') + ".java", stranger(name));
        }
        Run.of(other.folder(), javac(other, List.of())).inSilence();

        Project project = Project.copy("energy", folder.resolve("project"));
        project.with(
                "src/acme/app/Uses.java", "package acme.app; class Uses extends com.github.javaparser.JavaParser {}");
        List<String> options = List.of(
                "-processorpath",
                Published.path(List.of(other.classes(), Published.processor()).stream()),
                "-cp",
                Published.path(List.of(other.classes(), Published.runtime().get(0)).stream()));
        Run.of(project.folder(), javac(project, options)).inSilence();
        assertThat(Project.files(project.generated())).isNotEmpty();
    }

    /** A class of the same name as one of JavaParser's, which does nothing but fail. */
    private static String stranger(String name) {
        int dot = name.lastIndexOf('.');
        String inner = dot < 0 ? "" : "." + name.substring(0, dot);
        return """
                package com.github.javaparser%s;

                public class %s {
                    static {
                        fail();
                    }

                    private static void fail() {
                        throw new AssertionError("the user's JavaParser is loaded");
                    }
                }
                """.formatted(inner, name.substring(dot + 1));
    }

    private static List<String> javac(Project project, List<String> options) {
        List<String> command = new ArrayList<>(
                List.of(Published.tool("javac"), "-encoding", "UTF-8", "-d", "classes", "-s", "generated"));
        command.addAll(options);
        command.addAll(project.sourceFiles());
        return command;
    }

    private static void entries(BiConsumer<String, byte[]> each) throws IOException {
        try (ZipFile jar = new ZipFile(Published.processor().toFile())) {
            for (ZipEntry entry : jar.stream().filter(e -> !e.isDirectory()).toList()) {
                try (InputStream content = jar.getInputStream(entry)) {
                    each.accept(entry.getName(), content.readAllBytes());
                }
            }
        }
    }
}
