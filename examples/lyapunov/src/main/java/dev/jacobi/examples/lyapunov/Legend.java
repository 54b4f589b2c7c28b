package dev.jacobi.examples.lyapunov;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.Locale;

/** The column at the picture's right that says what is drawn, and the numbers. */
final class Legend {
    private static final int LINE = 44;
    private static final int SAMPLE = 56;

    private final Graphics2D g;
    private final int x;
    private int y;

    Legend(Graphics2D g, int x, int y) {
        this.g = g;
        this.x = x;
        this.y = y;
        g.setFont(Palette.TEXT);
    }

    void draw(Region region) {
        area(Palette.FALLS, "dV/dt < 0: V falls");
        area(Palette.RISES, "dV/dt \u2265 0");
        line(Palette.CONTOUR, Palette.THIN, "contours of V(x) = x\u1d40Px");
        arrow("gradient of V");
        line(
                Palette.LEVEL,
                Palette.THICK,
                String.format(Locale.ROOT, "V = c = %.4f", region.level().c()));
        line(Palette.TRAJECTORY, Palette.MEDIUM, "trajectories from V = c");
        line(Palette.TRAJECTORY, Palette.DASHED, "trajectories from V = " + Layers.OUTSIDE + " c");
        dot(region.level().atWindow() ? "where V = c meets the window" : "where V = c meets dV/dt = 0");
        y += LINE / 2;
        text("Every state with V < c comes to");
        text("rest at 0. (c is an estimate.)");
        text(String.format(Locale.ROOT, "Area of V < c: %.3f", region.edge().area()));
        y += LINE / 2;
        region.system().equations().forEach(this::text);
    }

    private void area(Color color, String text) {
        g.setColor(color);
        g.fillRect(x, y - 22, SAMPLE, 28);
        g.setColor(Palette.INK);
        g.setStroke(Palette.THIN);
        g.drawRect(x, y - 22, SAMPLE, 28);
        beside(text);
    }

    private void line(Color color, Stroke stroke, String text) {
        g.setColor(color);
        g.setStroke(stroke);
        g.draw(new Line2D.Double(x, y - 8, x + SAMPLE, y - 8));
        beside(text);
    }

    private void arrow(String text) {
        g.setColor(Palette.ARROW);
        g.setStroke(Palette.THIN);
        Layers.arrow(g, new Point2D.Double(x, y - 8), Layers.LONGEST_ARROW, 0);
        beside(text);
    }

    private void dot(String text) {
        g.setColor(Palette.LEVEL);
        Layers.dot(g, new Point2D.Double(x + SAMPLE / 2.0, y - 8), 8, Color.WHITE);
        beside(text);
    }

    private void beside(String text) {
        g.setColor(Palette.INK);
        g.drawString(text, x + SAMPLE + 16, y);
        y += LINE;
    }

    private void text(String text) {
        g.setColor(Palette.INK);
        g.drawString(text, x, y);
        y += LINE - 8;
    }
}
