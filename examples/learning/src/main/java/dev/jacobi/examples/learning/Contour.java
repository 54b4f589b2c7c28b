package dev.jacobi.examples.learning;

import java.awt.geom.Path2D;

/** Where V has a certain value: in each triangle between points of the grid, a straight line. */
final class Contour {
    private final double[][] v;
    private final double level;
    private final Path2D path = new Path2D.Double();

    private Contour(double[][] v, double level) {
        this.v = v;
        this.level = level;
    }

    /** In units of the grid: columns to the right, rows upwards. */
    static Path2D of(double[][] v, double level) {
        Contour contour = new Contour(v, level);
        for (int row = 0; row + 1 < v.length; row++) {
            for (int column = 0; column + 1 < v[row].length; column++) {
                contour.triangle(row, column, row, column + 1, row + 1, column + 1);
                contour.triangle(row, column, row + 1, column, row + 1, column + 1);
            }
        }
        return contour.path;
    }

    /** No edge of a triangle is crossed, or two are. */
    private void triangle(int row1, int column1, int row2, int column2, int row3, int column3) {
        boolean started = crossing(row1, column1, row2, column2, false);
        started = crossing(row2, column2, row3, column3, started);
        crossing(row3, column3, row1, column1, started);
    }

    /** Goes to where an edge crosses the level, if it does; says whether a line has been started. */
    private boolean crossing(int row1, int column1, int row2, int column2, boolean started) {
        double above1 = v[row1][column1] - level;
        double above2 = v[row2][column2] - level;
        if (above1 < 0 == above2 < 0) {
            return started;
        }
        double part = above1 / (above1 - above2);
        double x = column1 + part * (column2 - column1);
        double y = row1 + part * (row2 - row1);
        if (started) {
            path.lineTo(x, y);
        } else {
            path.moveTo(x, y);
        }
        return true;
    }
}
