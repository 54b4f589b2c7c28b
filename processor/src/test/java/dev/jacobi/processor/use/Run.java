package dev.jacobi.processor.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A process that has ended: its exit code, and all it printed. */
record Run(int exit, String output) {

    /** What could change the output of a JDK's tool or of Maven from outside. */
    private static final List<String> INHERITED = List.of(
            "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JDK_JAVAC_OPTIONS", "CLASSPATH", "MAVEN_OPTS", "MAVEN_ARGS");

    /** Runs a command to its end. */
    static Run of(Path folder, List<String> command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        INHERITED.forEach(environment::remove);
        environment.put("LC_ALL", "C");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("MAVEN_SKIP_RC", "true");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            try (InputStream output = process.getInputStream()) {
                String printed = new String(output.readAllBytes(), StandardCharsets.UTF_8);
                return new Run(process.waitFor(), plain(printed));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Without carriage returns, and without the colours that Maven switches off even where it uses none. */
    private static String plain(String printed) {
        return printed.replace("\r\n", "\n").replaceAll("\u001b\\[[0-9;]*m", "");
    }

    /** Fails unless the process ended well and had nothing to say. */
    void inSilence() {
        assertThat(this).isEqualTo(new Run(0, ""));
    }
}
