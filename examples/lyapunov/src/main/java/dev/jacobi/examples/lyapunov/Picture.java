package dev.jacobi.examples.lyapunov;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A region as an image. */
final class Picture {
    private static final int WIDTH = 1560;
    private static final int HEIGHT = 1120;
    private static final Rectangle PLOT = new Rectangle(130, 90, 920, 920);

    /** How many rows of pixels the plot has: so often {@code step} runs. */
    static final int ROWS = PLOT.height;

    private Picture() {}

    static BufferedImage draw(Region region, Runnable step) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, HEIGHT);

        Axes axes = new Axes(region.system().window(), PLOT);
        Layers layers = new Layers(region, axes);
        g.setClip(PLOT);
        layers.sign(g, step);
        layers.contours(g);
        layers.gradients(g);
        layers.trajectories(g);
        layers.level(g);
        layers.labels(g);
        g.setClip(null);

        axes.draw(g, region.system().axes());
        g.setFont(Palette.TITLE);
        g.drawString(region.system().name(), PLOT.x, 56);
        new Legend(g, PLOT.x + PLOT.width + 40, PLOT.y + 28).draw(region);
        g.dispose();
        return image;
    }

    /** Writes an image as PNG, into a folder that is made if there is none. */
    static void write(BufferedImage image, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("this Java has no PNG writer");
        }
    }
}
