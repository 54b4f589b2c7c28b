package dev.jacobi.examples.gradbench;

import java.util.stream.IntStream;

/** A hand: bones, each of which hangs on a parent, and a skin of triangles, whose vertices go with the bones. */
final class Hand {
    /** The bone that each one hangs on, which comes before it; -1 for the wrist. */
    final int[] parents;

    /** Each bone relative to its parent at rest, as a matrix of homogeneous coordinates. */
    final double[][][] baseRelatives;

    /** From space to each bone at rest. */
    final double[][][] inverseBaseAbsolutes;

    /** The vertices at rest, in homogeneous coordinates. */
    final double[][] basePositions;

    /** The bones that each vertex goes with, a few of all. */
    final int[][] influences;

    /** How much it does so with each of these. */
    final double[][] weights;

    final int[][] triangles;
    final boolean isMirrored;

    Hand(Model model) {
        parents = model.parents;
        baseRelatives = model.baseRelatives;
        inverseBaseAbsolutes = model.inverseBaseAbsolutes;
        basePositions = model.basePositions;
        triangles = model.triangles;
        isMirrored = model.isMirrored;
        influences = new int[basePositions.length][];
        weights = new double[basePositions.length][];
        for (int vertex = 0; vertex < weights.length; vertex++) {
            double[] all = model.weights[vertex];
            influences[vertex] = IntStream.range(0, all.length)
                    .filter(bone -> all[bone] != 0)
                    .toArray();
            weights[vertex] = IntStream.of(influences[vertex])
                    .mapToDouble(bone -> all[bone])
                    .toArray();
        }
    }

    /** A hand as the eval sends it: with a weight for every bone and vertex. */
    record Model(
            int[] parents,
            double[][][] baseRelatives,
            double[][][] inverseBaseAbsolutes,
            double[][] basePositions,
            double[][] weights,
            int[][] triangles,
            boolean isMirrored) {}
}
