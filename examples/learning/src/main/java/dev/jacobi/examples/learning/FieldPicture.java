package dev.jacobi.examples.learning;

import dev.jacobi.tensor.Tensor;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Locale;

/** The square of angles and speeds: where V falls, its contours, the largest level set, and motions from its edge. */
final class FieldPicture {
    static final Color FALLS = new Color(0xDC, 0xE9, 0xF5);
    static final Color RISES = new Color(0xFB, 0xDF, 0xC4);
    static final Color LEVEL = new Color(0x0B, 0x3C, 0x8C);
    private static final Color INK = new Color(0x22, 0x22, 0x22);
    private static final Color CONTOUR = new Color(0x4F, 0x5D, 0x6B);
    private static final Color MOTION = new Color(0xB0, 0x2A, 0x2A);
    private static final Stroke THIN = new BasicStroke(1.5f);
    private static final Stroke THICK = new BasicStroke(4.5f);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 30);
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 22);

    private static final int LEFT = 110;
    private static final int TOP = 80;
    private static final int SIDE = 3 * Field.POINTS;
    private static final int CONTOURS = 8;

    private final Graphics2D g;
    private final Field field;
    private int line = TOP + 30;

    private FieldPicture(Graphics2D g, Field field) {
        this.g = g;
        this.field = field;
    }

    static BufferedImage draw(Field field, Tensor[] motions) {
        BufferedImage image = new BufferedImage(LEFT + SIDE + 430, TOP + SIDE + 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        FieldPicture picture = new FieldPicture(g, field);
        picture.signs();
        g.setClip(LEFT, TOP, SIDE, SIDE);
        picture.contours();
        picture.motions(motions);
        g.setClip(null);
        picture.axes();
        picture.legend();
        g.dispose();
        return image;
    }

    private void signs() {
        int pixels = SIDE / Field.POINTS;
        for (int row = 0; row < Field.POINTS; row++) {
            for (int column = 0; column < Field.POINTS; column++) {
                g.setColor(field.vDot()[row][column] < 0 ? FALLS : RISES);
                g.fillRect(LEFT + column * pixels, TOP + SIDE - (row + 1) * pixels, pixels, pixels);
            }
        }
    }

    /** At c·(k/4)², evenly spaced where V is nearly a quadratic form; c itself is the level set's edge. */
    private void contours() {
        double c = field.level();
        for (int k = 1; k <= CONTOURS; k++) {
            curve(Contour.of(field.v(), c * k * k / 16), CONTOUR, THIN);
        }
        curve(Contour.of(field.v(), c), LEVEL, THICK);
    }

    private void curve(Path2D path, Color color, Stroke stroke) {
        AffineTransform toPixels = new AffineTransform(
                x(Field.coordinate(1)) - x(Field.coordinate(0)),
                0,
                0,
                y(Field.coordinate(1)) - y(Field.coordinate(0)),
                x(Field.coordinate(0)),
                y(Field.coordinate(0)));
        g.setColor(color);
        g.setStroke(stroke);
        g.draw(path.createTransformedShape(toPixels));
    }

    /** Each of the tensors has a row for each motion, one for each instant. */
    private void motions(Tensor[] motions) {
        g.setColor(MOTION);
        g.setStroke(THIN);
        for (int i = 0; i < motions[0].dim(0); i++) {
            Path2D path = new Path2D.Double();
            path.moveTo(x(motions[0].item(i, 0)), y(motions[0].item(i, 1)));
            for (Tensor instant : motions) {
                path.lineTo(x(instant.item(i, 0)), y(instant.item(i, 1)));
            }
            g.draw(path);
        }
    }

    private void axes() {
        g.setColor(INK);
        g.setStroke(THIN);
        g.drawRect(LEFT, TOP, SIDE, SIDE);
        g.setFont(TEXT);
        int last = (int) Math.floor(LyapunovTraining.EDGE);
        for (int tick = -last; tick <= last; tick++) {
            String number = Integer.toString(tick).replace('-', '\u2212');
            int width = g.getFontMetrics().stringWidth(number);
            g.draw(new Line2D.Double(x(tick), TOP + SIDE, x(tick), TOP + SIDE + 8));
            g.drawString(number, (float) x(tick) - width / 2f, TOP + SIDE + 34);
            g.draw(new Line2D.Double(LEFT - 8, y(tick), LEFT, y(tick)));
            g.drawString(number, LEFT - 14 - width, (float) y(tick) + 8);
        }
        g.drawString("angle", LEFT + SIDE / 2 - 28, TOP + SIDE + 72);
        AffineTransform upright = g.getTransform();
        g.rotate(-Math.PI / 2, LEFT - 62, TOP + SIDE / 2.0);
        g.drawString("speed", LEFT - 62 - 30, TOP + SIDE / 2);
        g.setTransform(upright);
        g.setFont(TITLE);
        g.drawString("A learned Lyapunov function of the damped pendulum", LEFT, 50);
    }

    private void legend() {
        g.setFont(TEXT);
        area(FALLS, "dV/dt < 0: V falls");
        area(RISES, "dV/dt \u2265 0");
        stroke(CONTOUR, THIN, "contours of V");
        stroke(LEVEL, THICK, String.format(Locale.ROOT, "V = c = %.2f", field.level()));
        stroke(MOTION, THIN, "motions from there");
        line += 20;
        text("V(x) = |\u03c6(x) \u2212 \u03c6(0)|\u00b2 + \u03b5|x|\u00b2,");
        text("\u03c6 being a network");
        line += 20;
        text(String.format(Locale.ROOT, "dV/dt \u2265 0 at %,d of the", field.rising()));
        text(String.format(Locale.ROOT, "%,d points of the grid", Field.POINTS * Field.POINTS));
    }

    private void area(Color color, String text) {
        int x = LEFT + SIDE + 40;
        g.setColor(color);
        g.fillRect(x, line - 20, 50, 26);
        g.setColor(INK);
        g.setStroke(THIN);
        g.drawRect(x, line - 20, 50, 26);
        beside(text);
    }

    private void stroke(Color color, Stroke stroke, String text) {
        int x = LEFT + SIDE + 40;
        g.setColor(color);
        g.setStroke(stroke);
        g.draw(new Line2D.Double(x, line - 8, x + 50, line - 8));
        beside(text);
    }

    private void beside(String text) {
        g.setColor(INK);
        g.drawString(text, LEFT + SIDE + 106, line);
        line += 42;
    }

    private void text(String text) {
        g.setColor(INK);
        g.drawString(text, LEFT + SIDE + 40, line);
        line += 34;
    }

    private static double x(double angle) {
        return LEFT + SIDE * (angle / LyapunovTraining.EDGE + 1) / 2;
    }

    private static double y(double speed) {
        return TOP + SIDE * (1 - speed / LyapunovTraining.EDGE) / 2;
    }
}
