package dev.jacobi.examples.lyapunov;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @Test
    void printsTheResultsAndDrawsThem(@TempDir Path folder) throws IOException {
        assertThat(run(folder.resolve("new")))
                .contains("Damped pendulum", "Reversed Van der Pol", "(estimate)", "lyapunov-pendulum.png")
                .doesNotContain("\r"); // no bar where nobody watches
        for (PlanarSystem system : PlanarSystem.ALL) {
            Path file = folder.resolve("new").resolve("lyapunov-" + system.file() + ".png");
            Map<Color, Integer> pixels = count(ImageIO.read(file.toFile()));
            assertThat(pixels.keySet())
                    .contains(Palette.FALLS, Palette.RISES, Palette.LEVEL, Palette.TRAJECTORY, Palette.ARROW);
            assertThat(pixels.get(Palette.FALLS)).isGreaterThan(100_000);
            assertThat(pixels.get(Palette.RISES)).isGreaterThan(100_000);
        }
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

    private static Map<Color, Integer> count(BufferedImage image) {
        Map<Color, Integer> pixels = new HashMap<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                pixels.merge(new Color(image.getRGB(x, y)), 1, Integer::sum);
            }
        }
        return pixels;
    }
}
