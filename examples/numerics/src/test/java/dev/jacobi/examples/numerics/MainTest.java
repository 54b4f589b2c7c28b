package dev.jacobi.examples.numerics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void printsARowForEachMethod() {
        List<String> lines = run().lines().toList();
        assertThat(lines).hasSize(Cases.ALL.size() + 1);
        for (int i = 0; i < Cases.ALL.size(); i++) {
            assertThat(lines.get(i + 1)).startsWith(Cases.ALL.get(i).method()).doesNotContain("NaN");
        }
    }

    private static String run() {
        PrintStream standard = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, UTF_8));
        try {
            Main.main(new String[0]);
        } finally {
            System.setOut(standard);
        }
        return bytes.toString(UTF_8);
    }
}
