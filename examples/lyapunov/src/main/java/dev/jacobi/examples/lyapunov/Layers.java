package dev.jacobi.examples.lyapunov;

import dev.jacobi.tensor.Tensor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is drawn over the window, one method a layer. */
record Layers(Region region, Axes axes) {
    private static final int CONTOURS = 9;
    private static final int ARROWS = 19;
    static final double LONGEST_ARROW = 46;
    private static final int TRAJECTORIES = 6;

    /** Of c: the level from which the outer trajectories start, that of a contour. */
    static final double OUTSIDE = 2.25;

    /** The sign of V̇ at each pixel; {@code step} runs once a row. */
    void sign(Graphics2D g, Runnable step) {
        int width = axes.plot().width;
        int height = axes.plot().height;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        double[][] states = new double[2][width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                states[0][column] = axes.x(column);
                states[1][column] = axes.y(row);
            }
            double[] rates = region.v().rate(Tensor.of(states)).toDoubleArray();
            for (int column = 0; column < width; column++) {
                image.setRGB(column, row, (rates[column] < 0 ? Palette.FALLS : Palette.RISES).getRGB());
            }
            step.run();
        }
        g.drawImage(image, axes.plot().x, axes.plot().y, null);
    }

    /** Contours of V at c·(k/2)², which are evenly spaced ellipses. */
    void contours(Graphics2D g) {
        g.setColor(Palette.CONTOUR);
        g.setStroke(Palette.THIN);
        for (int k = 1; k <= CONTOURS; k++) {
            if (k != 2) {
                double level = region.level().c() * k * k / 4;
                edge(
                        g,
                        new Ellipse(
                                region.edge().a(),
                                region.edge().b(),
                                region.edge().d(),
                                level));
                label(g, level);
            }
        }
    }

    /** The levels of the contours, over all else. */
    void labels(Graphics2D g) {
        g.setFont(Palette.SMALL);
        for (int k = 1; k <= CONTOURS; k++) {
            label(g, region.level().c() * k * k / 4);
        }
    }

    /** Writes a contour's level where it crosses the horizontal axis, right of the origin. */
    private void label(Graphics2D g, double level) {
        Point2D at = axes.pixel(Math.sqrt(level / region.edge().a()), 0);
        String text = String.format(Locale.ROOT, "%.2f", level);
        int width = g.getFontMetrics().stringWidth(text) + 8;
        if (at.getX() + width / 2.0 < axes.plot().getMaxX()) {
            double left = at.getX() - width / 2.0;
            g.setColor(Palette.LABEL);
            g.fill(new RoundRectangle2D.Double(left, at.getY() - 13, width, 26, 8, 8));
            g.setColor(Palette.CONTOUR);
            g.drawString(text, (float) left + 4, (float) at.getY() + 7);
        }
    }

    private void edge(Graphics2D g, Ellipse ellipse) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i <= 360; i++) {
            points.add(ellipse.point(Math.toRadians(i)));
        }
        g.draw(axes.path(points));
    }

    /** Arrows along ∇V, as long as the root of its length. */
    void gradients(Graphics2D g) {
        g.setColor(Palette.ARROW);
        g.setStroke(Palette.THIN);
        Tensor states = grid();
        double[][] gradients = region.v().gradient(states).toDoubleMatrix();
        double[][] at = states.toDoubleMatrix();
        double longest = 0;
        for (int i = 0; i < at[0].length; i++) {
            longest = Math.max(longest, Math.hypot(gradients[0][i], gradients[1][i]));
        }
        for (int i = 0; i < at[0].length; i++) {
            Point2D from = axes.pixel(at[0][i], at[1][i]);
            double dx = gradients[0][i]
                    * axes.plot().width
                    / (axes.window().right() - axes.window().left());
            double dy = gradients[1][i]
                    * axes.plot().height
                    / (axes.window().top() - axes.window().bottom());
            double length = Math.hypot(gradients[0][i], gradients[1][i]);
            if (length > 0) {
                double scale = LONGEST_ARROW * Math.sqrt(length / longest) / Math.hypot(dx, dy);
                arrow(g, from, dx * scale, -dy * scale);
            }
        }
    }

    /** The states at which arrows begin, as columns. */
    private Tensor grid() {
        Window w = axes.window();
        double[][] states = new double[2][ARROWS * ARROWS];
        for (int i = 0; i < states[0].length; i++) {
            int row = i / ARROWS;
            states[0][i] = w.left() + (i % ARROWS + 0.5) / ARROWS * (w.right() - w.left());
            states[1][i] = w.bottom() + (row + 0.5) / ARROWS * (w.top() - w.bottom());
        }
        return Tensor.of(states);
    }

    static void arrow(Graphics2D g, Point2D from, double dx, double dy) {
        double x = from.getX() + dx;
        double y = from.getY() + dy;
        Path2D line = new Path2D.Double();
        line.moveTo(from.getX(), from.getY());
        line.lineTo(x, y);
        g.draw(line);
        head(g, x, y, dx, dy, 9);
    }

    /** A filled triangle with its tip at (x, y), pointing along (dx, dy). */
    private static void head(Graphics2D g, double x, double y, double dx, double dy, double size) {
        double length = Math.hypot(dx, dy);
        double ux = dx / length * size;
        double uy = dy / length * size;
        Path2D head = new Path2D.Double();
        head.moveTo(x, y);
        head.lineTo(x - ux - uy * 0.45, y - uy + ux * 0.45);
        head.lineTo(x - ux + uy * 0.45, y - uy - ux * 0.45);
        head.closePath();
        g.fill(head);
    }

    /** The edge of the largest level set found, and where V̇ = 0 or the window bounds it. */
    void level(Graphics2D g) {
        g.setColor(Palette.LEVEL);
        g.setStroke(Palette.THICK);
        edge(g, region.edge());
        for (int sign : new int[] {1, -1}) { // V and V̇ are even functions here
            dot(g, axes.pixel(sign * region.level().x(), sign * region.level().y()), 8, Color.WHITE);
        }
    }

    static void dot(Graphics2D g, Point2D at, double radius, Color fill) {
        Ellipse2D circle = new Ellipse2D.Double(at.getX() - radius, at.getY() - radius, 2 * radius, 2 * radius);
        Color edge = g.getColor();
        g.setColor(fill);
        g.fill(circle);
        g.setColor(edge);
        g.setStroke(Palette.MEDIUM);
        g.draw(circle);
    }

    /** Trajectories from the edge of the level set, and dashed ones from a level further out. */
    void trajectories(Graphics2D g) {
        g.setColor(Palette.TRAJECTORY);
        for (int i = 0; i < TRAJECTORIES; i++) {
            double t = 2 * Math.PI * (i + 0.25) / TRAJECTORIES;
            trajectory(g, region.edge().point(t), Palette.MEDIUM);
            trajectory(g, region.edge().at(region.level().c() * OUTSIDE).point(t), Palette.DASHED);
        }
        g.setColor(Palette.INK);
        dot(g, axes.pixel(0, 0), 5, Palette.INK);
    }

    private void trajectory(Graphics2D g, double[] start, Stroke stroke) {
        List<double[]> states = Trajectory.of(region.system(), start, 30).states();
        g.setStroke(stroke);
        g.draw(axes.path(states));
        dot(g, axes.pixel(start[0], start[1]), 4.5, Palette.TRAJECTORY);
        int middle = Math.min(states.size() - 2, 35);
        if (middle > 0) {
            Point2D from = axes.pixel(states.get(middle)[0], states.get(middle)[1]);
            Point2D to = axes.pixel(states.get(middle + 1)[0], states.get(middle + 1)[1]);
            head(g, to.getX(), to.getY(), to.getX() - from.getX(), to.getY() - from.getY(), 17);
        }
    }
}
