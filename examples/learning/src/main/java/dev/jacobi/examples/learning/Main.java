package dev.jacobi.examples.learning;

import dev.jacobi.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import javax.imageio.ImageIO;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Trains both networks, says how well they do, and draws them. */
public final class Main {
    private static final long SEED = 1;
    private static final int EPOCHS = 30;
    private static final int STEPS = 1000;
    private static final int MOTIONS = 12;

    private Main() {}

    /**
     * Runs the example.
     *
     * @param arguments the folder for the pictures; {@code target} if there is none
     * @throws IOException if a picture can't be written
     */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target").toAbsolutePath();
        Files.createDirectories(folder);
        digits(folder.resolve("digits-loss.png"));
        lyapunov(folder.resolve("lyapunov-learned.png"));
    }

    private static void digits(Path file) throws IOException {
        Digits digits = Digits.load();
        DigitTraining training =
                watched("Digits", EPOCHS, afterEpoch -> DigitTraining.run(digits, EPOCHS, SEED, afterEpoch));
        DigitTraining.Losses last = training.losses().get(EPOCHS - 1);
        System.out.printf(
                Locale.ROOT, """
                Handwritten digits, %,d images
                  epochs                            %d
                  cross-entropy, learned from       %.4f
                  cross-entropy, not seen           %.4f
                  read right, of those not seen     %.1f %%
                """, digits.size(), EPOCHS, last.training(), last.test(), 100 * training.accuracy());
        write(LossCurve.draw(training.losses()), file);
    }

    private static void lyapunov(Path file) throws IOException {
        LyapunovTraining training =
                watched("Lyapunov function", STEPS, afterStep -> LyapunovTraining.run(STEPS, SEED, afterStep));
        Field field = Field.of(training.parameters());
        double level = field.level();
        System.out.printf(Locale.ROOT, """
                Lyapunov function of the damped pendulum
                  steps                             %,d
                  points of the grid                %,d
                  of these, where V doesn't fall    %,d
                  what starts below V = c rests     c = %.3f (estimate: between points nothing was checked)
                """, STEPS, Field.POINTS * Field.POINTS, field.rising(), level);
        Tensor[] motions = Pendulum.motion(training.reaching(level, MOTIONS), 0.02, 1500);
        write(FieldPicture.draw(field, motions), file);
    }

    /** Does so many steps of work, before a bar where somebody watches. */
    private static <T> T watched(String task, int steps, Function<Runnable, T> work) {
        if (!isWatched()) {
            return work.apply(() -> {});
        }
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setUpdateIntervalMillis(100)
                .setStyle(ProgressBarStyle.ASCII)
                .clearDisplayOnFinish()
                .build()) {
            return work.apply(bar::step);
        }
    }

    /** Whether this runs in a terminal: a bar is for people, not for log files. On JDK 22 to 24 it is always true. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isWatched() {
        return System.console() != null;
    }

    private static void write(BufferedImage image, Path file) throws IOException {
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("this Java has no PNG writer");
        }
        Path here = Path.of("").toAbsolutePath();
        System.out.printf(
                "  picture                           %s%n%n", file.startsWith(here) ? here.relativize(file) : file);
    }
}
