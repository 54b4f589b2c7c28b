package dev.jacobi.examples.gradbench;

import dev.jacobi.Differentiable;
import java.util.Arrays;

/**
 * How far a hand's skin is from points that a camera saw. A pose has 26 numbers: rotation, translation, and for each
 * finger the bends of its three joints, the first of which also moves sideways.
 */
final class HandTracking {
    private static final int FINGERS = 5;
    private static final int BONES_OF_FINGER = 4;

    private HandTracking() {}

    /** For each point its distance, in three coordinates, from the vertex that corresponds to it. */
    @Differentiable(wrt = "theta")
    static double[] distances(double[] theta, Hand hand, int[] correspondences, double[][] points) {
        double[][] vertices = vertices(theta, hand);
        double[] distances = new double[3 * points.length];
        for (int i = 0; i < points.length; i++) {
            double[] vertex = vertices[correspondences[i]];
            for (int j = 0; j < 3; j++) {
                distances[3 * i + j] = points[i][j] - vertex[j];
            }
        }
        return distances;
    }

    /** The same where points correspond to triangles: to places in them, of barycentric coordinates u. */
    @Differentiable(wrt = "theta")
    static double[] surfaceDistances(
            double[] theta, double[][] u, Hand hand, int[] correspondences, double[][] points) {
        double[][] vertices = vertices(theta, hand);
        double[] distances = new double[3 * points.length];
        for (int i = 0; i < points.length; i++) {
            int[] triangle = hand.triangles[correspondences[i]];
            double[] a = vertices[triangle[0]];
            double[] b = vertices[triangle[1]];
            double[] c = vertices[triangle[2]];
            for (int j = 0; j < 3; j++) {
                double onSkin = u[i][0] * a[j] + u[i][1] * b[j] + (1 - u[i][0] - u[i][1]) * c[j];
                distances[3 * i + j] = points[i][j] - onSkin;
            }
        }
        return distances;
    }

    /** The same, for its derivatives by the places alone. */
    @Differentiable(value = "PlacesGrad", wrt = "u")
    static double[] surfaceDistancesByPlace(
            double[][] u, double[] theta, Hand hand, int[] correspondences, double[][] points) {
        return surfaceDistances(theta, u, hand, correspondences, points);
    }

    private static double[][] vertices(double[] theta, Hand hand) {
        double[][][] movements = movements(theta, hand);
        double[][] rotation = Matrices.rotation(Arrays.copyOfRange(theta, 0, 3));
        double mirror = hand.isMirrored ? -1 : 1;
        double[][] vertices = new double[hand.basePositions.length][];
        for (int v = 0; v < vertices.length; v++) {
            double[] skinned = skinned(hand, v, movements);
            vertices[v] = new double[3];
            for (int i = 0; i < 3; i++) {
                vertices[v][i] = rotation[i][0] * (mirror * skinned[0])
                        + rotation[i][1] * skinned[1]
                        + rotation[i][2] * skinned[2]
                        + theta[3 + i];
            }
        }
        return vertices;
    }

    /** A vertex, moved with the bones that it goes with. */
    private static double[] skinned(Hand hand, int vertex, double[][][] movements) {
        double[] base = hand.basePositions[vertex];
        double[] moved = new double[3];
        for (int n = 0; n < hand.influences[vertex].length; n++) {
            double[][] movement = movements[hand.influences[vertex][n]];
            double weight = hand.weights[vertex][n];
            for (int i = 0; i < 3; i++) {
                double[] row = movement[i];
                moved[i] += weight * (row[0] * base[0] + row[1] * base[1] + row[2] * base[2] + row[3] * base[3]);
            }
        }
        return moved;
    }

    /** How each bone moves what was there at rest. */
    private static double[][][] movements(double[] theta, Hand hand) {
        int bones = hand.parents.length;
        double[] bends = new double[bones];
        double[] sideways = new double[bones];
        int next = 6;
        for (int finger = 0; finger < FINGERS; finger++) {
            int bone = 2 + BONES_OF_FINGER * finger;
            bends[bone] = theta[next];
            sideways[bone] = theta[next + 1];
            bends[bone + 1] = theta[next + 2];
            bends[bone + 2] = theta[next + 3];
            next += 4;
        }
        double[][][] absolutes = new double[bones][][];
        double[][][] movements = new double[bones][][];
        for (int b = 0; b < bones; b++) {
            double[][] relative = Matrices.product(hand.baseRelatives[b], Matrices.turn(bends[b], sideways[b]));
            int parent = hand.parents[b];
            absolutes[b] = parent == -1 ? relative : Matrices.product(absolutes[parent], relative);
            movements[b] = Matrices.product(absolutes[b], hand.inverseBaseAbsolutes[b]);
        }
        return movements;
    }
}
