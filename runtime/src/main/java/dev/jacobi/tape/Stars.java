package dev.jacobi.tape;

import java.util.Arrays;

/**
 * Colours for a symmetric matrix, fewer than its columns alone would need: neighbours differ, and the entries between
 * any two colours form stars. In a star each outer column meets the hub's colour in the hub alone, so that there, or by
 * symmetry in the entry across the diagonal, every entry can be read. (Gebremedhin, Tarafdar, Manne, Pothen: New
 * acyclic and star coloring algorithms, 2007, algorithm 4.1.)
 */
final class Stars {

    private final Sparsity pattern;
    private final int[] mates;
    private final int[] colour;
    private final int[] forbidden;
    private final int[] treated;

    /** Of the column that is coloured now, and a colour: which column asked first, and its neighbour of that colour. */
    private final int[] firstAsker;

    private final int[] firstNeighbour;

    /** The star of each entry, and the hub of each star; -1 while a star is a single edge. */
    private final int[] star;

    private final int[] hub;
    private int stars;

    private Stars(Sparsity pattern) {
        this.pattern = pattern;
        int columns = pattern.columns();
        this.mates = mates(pattern);
        this.colour = filled(columns);
        this.forbidden = filled(columns + 1);
        this.treated = filled(columns);
        this.firstAsker = filled(columns + 1);
        this.firstNeighbour = filled(columns + 1);
        this.star = filled(pattern.size());
        this.hub = filled(pattern.size());
    }

    /** @param pattern a symmetric one, with the whole diagonal */
    static Colours colours(Sparsity pattern) {
        Stars stars = new Stars(pattern);
        int count = 0;
        for (int v = 0; v < pattern.columns(); v++) {
            stars.forbid(v);
            int free = 0;
            while (stars.forbidden[free] == v) {
                free++;
            }
            stars.colour[v] = free;
            count = Math.max(count, free + 1);
            stars.join(v);
        }
        return new Colours(count, stars.colour);
    }

    private static int[] filled(int count) {
        int[] array = new int[count];
        Arrays.fill(array, -1);
        return array;
    }

    /** For each entry the one across the diagonal. */
    private static int[] mates(Sparsity pattern) {
        int[] mates = new int[pattern.size()];
        int[] next = Arrays.copyOf(pattern.starts(), pattern.rows());
        for (int i = 0; i < pattern.rows(); i++) {
            for (int k = pattern.starts()[i]; k < pattern.starts()[i + 1]; k++) {
                mates[k] = next[pattern.column()[k]]++;
            }
        }
        return mates;
    }

    private boolean isColouredNeighbour(int of, int k) {
        int w = pattern.column()[k];
        return w != of && colour[w] >= 0;
    }

    /** The colours that would not be those of a star, with {@code v} among them. */
    private void forbid(int v) {
        for (int k = pattern.starts()[v]; k < pattern.starts()[v + 1]; k++) {
            if (!isColouredNeighbour(v, k)) {
                continue;
            }
            int w = pattern.column()[k];
            int c = colour[w];
            forbidden[c] = v;
            if (firstAsker[c] == v) {
                if (treated[firstNeighbour[c]] != v) {
                    forbidAround(v, firstNeighbour[c]);
                }
                forbidAround(v, w);
            } else {
                firstAsker[c] = v;
                firstNeighbour[c] = w;
                forbidHubs(v, w);
            }
        }
    }

    /** Two neighbours of one colour: {@code v} is to be their hub, so none around them may share its colour. */
    private void forbidAround(int v, int w) {
        for (int k = pattern.starts()[w]; k < pattern.starts()[w + 1]; k++) {
            if (isColouredNeighbour(w, k)) {
                forbidden[colour[pattern.column()[k]]] = v;
            }
        }
        treated[w] = v;
    }

    /** A neighbour that is an outer one of a star takes no second edge of its colours. */
    private void forbidHubs(int v, int w) {
        for (int k = pattern.starts()[w]; k < pattern.starts()[w + 1]; k++) {
            int x = pattern.column()[k];
            if (x != v && isColouredNeighbour(w, k) && hub[star[k]] == x) {
                forbidden[colour[x]] = v;
            }
        }
    }

    /** The new edges of {@code v} join the stars that they belong to. */
    private void join(int v) {
        for (int k = pattern.starts()[v]; k < pattern.starts()[v + 1]; k++) {
            if (!isColouredNeighbour(v, k)) {
                continue;
            }
            int w = pattern.column()[k];
            int edge = edgeOfColour(w, v);
            if (edge >= 0) {
                hub[star[edge]] = w;
                set(k, star[edge]);
            } else if (firstAsker[colour[w]] == v && firstNeighbour[colour[w]] != w) {
                int first = edge(v, firstNeighbour[colour[w]]);
                hub[star[first]] = v;
                set(k, star[first]);
            } else {
                set(k, stars++);
            }
        }
    }

    private void set(int entry, int newStar) {
        star[entry] = newStar;
        star[mates[entry]] = newStar;
    }

    /** An entry of {@code w} in a column of the colour of {@code v}, other than {@code v}. */
    private int edgeOfColour(int w, int v) {
        for (int k = pattern.starts()[w]; k < pattern.starts()[w + 1]; k++) {
            int x = pattern.column()[k];
            if (x != v && x != w && colour[x] == colour[v]) {
                return k;
            }
        }
        return -1;
    }

    private int edge(int v, int w) {
        return Arrays.binarySearch(pattern.column(), pattern.starts()[v], pattern.starts()[v + 1], w);
    }
}
