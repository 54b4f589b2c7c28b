package dev.jacobi.examples.learning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @Test
    void printsTheResultsAndDrawsThem(@TempDir Path folder) throws IOException {
        assertThat(run(folder.resolve("new")))
                .contains("1,797 images", "where V doesn't fall    0", "digits-loss.png", "lyapunov-learned.png")
                .doesNotContain("\r"); // no bar where nobody watches
        assertThat(colours(folder.resolve("new/lyapunov-learned.png")))
                .contains(FieldPicture.FALLS.getRGB(), FieldPicture.LEVEL.getRGB());
        assertThat(colours(folder.resolve("new/digits-loss.png"))).hasSizeGreaterThan(10);
    }

    private static String run(Path folder) throws IOException {
        PrintStream standard = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, UTF_8));
        try {
            Main.main(new String[] {folder.toString()});
        } finally {
            System.setOut(standard);
        }
        return bytes.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static Set<Integer> colours(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return IntStream.of(pixels).boxed().collect(Collectors.toSet());
    }
}
