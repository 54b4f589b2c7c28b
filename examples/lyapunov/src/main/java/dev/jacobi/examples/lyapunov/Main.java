package dev.jacobi.examples.lyapunov;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Finds regions of attraction of all systems, prints them, and draws them. */
public final class Main {
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
        for (PlanarSystem system : PlanarSystem.ALL) {
            Path file = folder.resolve("lyapunov-" + system.file() + ".png");
            Region region = analyse(system, file);
            System.out.println(region.table());
            System.out.println("  picture                           " + fromHere(file));
            System.out.println();
        }
    }

    private static Region analyse(PlanarSystem system, Path file) throws IOException {
        if (!isWatched()) {
            return analyse(system, file, () -> {});
        }
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(system.name())
                .setInitialMax(LevelSearch.RAYS + Picture.ROWS)
                .setUpdateIntervalMillis(100)
                .setStyle(ProgressBarStyle.ASCII)
                .clearDisplayOnFinish()
                .build()) {
            return analyse(system, file, bar::step);
        }
    }

    /** Whether this runs in a terminal: a bar is for people, not for log files. On JDK 22 to 24 it is always true. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isWatched() {
        return System.console() != null;
    }

    private static Region analyse(PlanarSystem system, Path file, Runnable step) throws IOException {
        Region region = Region.of(system, step);
        BufferedImage picture = Picture.draw(region, step);
        Picture.write(picture, file);
        return region;
    }

    /** The file as it is named from where the program was started. */
    private static Path fromHere(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file) : file;
    }
}
