package dev.jacobi.examples.gradbench;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;

/**
 * The derivatives of bundle adjustment's errors, in compressed rows: row r has the elements rows[r] to rows[r + 1]. The
 * columns are the cameras' numbers, the points', the weights.
 */
final class SparseJacobian {
    /** Elements of a row of a reprojection error. */
    private static final int WIDTH = Camera.SIZE + 3 + 1;

    /** What the message shows: the rows of the first observation, then the last element. */
    private static final int SHOWN = 2 * WIDTH;

    private final int[] rows;
    private final int[] columns;
    private final double[] values;
    private final int firstPoint;
    private final int firstWeight;
    private int row;
    private int next;

    SparseJacobian(int cameras, int points, int observations) {
        rows = new int[3 * observations + 1];
        columns = new int[(2 * WIDTH + 1) * observations];
        values = new double[columns.length];
        firstPoint = Camera.SIZE * cameras;
        firstWeight = firstPoint + 3 * points;
    }

    /** Begins again, in the same memory. */
    void clear() {
        row = 0;
        next = 0;
    }

    /** A row of a reprojection error, of which one camera, one point and one weight are not zero. */
    void addRow(Camera byCamera, Vector byPoint, double byWeight, int camera, int point, int observation) {
        int column = Camera.SIZE * camera;
        int at = next;
        values[at] = byCamera.rotation().x();
        values[at + 1] = byCamera.rotation().y();
        values[at + 2] = byCamera.rotation().z();
        values[at + 3] = byCamera.centre().x();
        values[at + 4] = byCamera.centre().y();
        values[at + 5] = byCamera.centre().z();
        values[at + 6] = byCamera.focalLength();
        values[at + 7] = byCamera.principal().x();
        values[at + 8] = byCamera.principal().y();
        values[at + 9] = byCamera.k1();
        values[at + 10] = byCamera.k2();
        values[at + 11] = byPoint.x();
        values[at + 12] = byPoint.y();
        values[at + 13] = byPoint.z();
        values[at + 14] = byWeight;
        for (int i = 0; i < Camera.SIZE; i++) {
            columns[at + i] = column + i;
        }
        for (int i = 0; i < 3; i++) {
            columns[at + Camera.SIZE + i] = firstPoint + 3 * point + i;
        }
        columns[at + WIDTH - 1] = firstWeight + observation;
        next += WIDTH;
        rows[++row] = next;
    }

    /** A row of a weight's error. */
    void addWeight(int observation, double value) {
        values[next] = value;
        columns[next++] = firstWeight + observation;
        rows[++row] = next;
    }

    /** As the eval wants it: the beginning and the end. */
    @JsonValue
    Map<String, Object> message() {
        double[] shownValues = Arrays.copyOf(values, SHOWN + 1);
        shownValues[SHOWN] = values[values.length - 1];
        return Map.of("rows", shown(rows), "cols", shown(columns), "vals", shownValues);
    }

    private static int[] shown(int[] all) {
        int[] shown = Arrays.copyOf(all, SHOWN + 1);
        shown[SHOWN] = all[all.length - 1];
        return shown;
    }
}
