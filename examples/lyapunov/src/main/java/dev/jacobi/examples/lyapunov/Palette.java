package dev.jacobi.examples.lyapunov;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;

/** Colours, lines and fonts of the pictures. Blue and orange differ for colour-blind readers too. */
final class Palette {
    static final Color FALLS = new Color(0xDC, 0xE9, 0xF5);
    static final Color RISES = new Color(0xFB, 0xDF, 0xC4);
    static final Color INK = new Color(0x22, 0x22, 0x22);
    static final Color CONTOUR = new Color(0x4F, 0x5D, 0x6B);
    static final Color LABEL = new Color(0xFF, 0xFF, 0xFF, 0xD0);
    static final Color ARROW = new Color(0x3A, 0x8F, 0x5C);
    static final Color LEVEL = new Color(0x0B, 0x3C, 0x8C);
    static final Color TRAJECTORY = new Color(0xB0, 0x2A, 0x2A);

    static final Stroke THIN = new BasicStroke(1.5f);
    static final Stroke MEDIUM = new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final Stroke DASHED =
            new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10, new float[] {9, 8}, 0);
    static final Stroke THICK = new BasicStroke(5f);

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 34);
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 24);
    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 19);

    private Palette() {}
}
