package dev.jacobi.examples.lyapunov;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Locale;

/** Where states are in the picture, and the frame with its ticks. */
record Axes(Window window, Rectangle plot) {
    private static final int TICK = 9;
    private static final int ABOUT = 8;

    Point2D pixel(double x, double y) {
        return new Point2D.Double(
                plot.x + plot.width * (x - window.left()) / (window.right() - window.left()),
                plot.y + plot.height * (window.top() - y) / (window.top() - window.bottom()));
    }

    /** The state's first coordinate in the middle of a column of pixels. */
    double x(int column) {
        return window.left() + (column + 0.5) / plot.width * (window.right() - window.left());
    }

    /** The state's second coordinate in the middle of a row of pixels. */
    double y(int row) {
        return window.top() - (row + 0.5) / plot.height * (window.top() - window.bottom());
    }

    /** The line through some states. */
    Path2D path(List<double[]> states) {
        Path2D path = new Path2D.Double();
        for (double[] state : states) {
            Point2D point = pixel(state[0], state[1]);
            if (path.getCurrentPoint() == null) {
                path.moveTo(point.getX(), point.getY());
            } else {
                path.lineTo(point.getX(), point.getY());
            }
        }
        return path;
    }

    void draw(Graphics2D g, List<String> names) {
        g.setColor(Palette.INK);
        g.setStroke(Palette.MEDIUM);
        g.draw(plot);
        g.setFont(Palette.TEXT);
        int under = plot.y + plot.height;
        for (double x : ticks(window.left(), window.right())) {
            double at = pixel(x, 0).getX();
            g.draw(new Line2D.Double(at, under, at, under + TICK));
            centred(g, number(x), at, under + TICK + 26);
        }
        for (double y : ticks(window.bottom(), window.top())) {
            double at = pixel(0, y).getY();
            g.draw(new Line2D.Double(plot.x - TICK, at, plot.x, at));
            String number = number(y);
            int width = g.getFontMetrics().stringWidth(number);
            g.drawString(number, plot.x - TICK - 8 - width, (float) at + 9);
        }
        centred(g, names.get(0), plot.getCenterX(), under + 76);
        AffineTransform upright = g.getTransform();
        g.rotate(-Math.PI / 2, plot.x - 84, plot.getCenterY());
        centred(g, names.get(1), plot.x - 84, plot.getCenterY());
        g.setTransform(upright);
    }

    private static void centred(Graphics2D g, String text, double x, double y) {
        g.drawString(text, (float) (x - g.getFontMetrics().stringWidth(text) / 2.0), (float) y);
    }

    /** Multiples of 1, 2 or 5 times a power of ten, about {@value #ABOUT} of them. */
    static double[] ticks(double from, double to) {
        double rough = (to - from) / ABOUT;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step =
                rough <= power ? power : rough <= 2 * power ? 2 * power : rough <= 5 * power ? 5 * power : 10 * power;
        int first = (int) Math.ceil(from / step - 1e-9);
        int last = (int) Math.floor(to / step + 1e-9);
        double[] ticks = new double[last - first + 1];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = (first + i) * step;
        }
        return ticks;
    }

    private static String number(double tick) {
        String text = String.format(Locale.ROOT, "%.4f", tick + 0.0).replaceAll("\\.?0+$", "");
        return text.replace('-', '\u2212');
    }
}
