package dev.jacobi.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndicesTest {

    private static int[] elements(@Nullable Indices set) {
        int[] elements = new int[Indices.count(set)];
        assertThat(Indices.copy(set, elements, 0)).isEqualTo(elements.length);
        return elements;
    }

    private static @Nullable Indices set(int... elements) {
        Indices set = null;
        for (int element : elements) {
            set = Indices.union(set, Indices.of(element));
        }
        return set;
    }

    @Test
    void isItsElementsInOrder() {
        assertThat(elements(null)).isEmpty();
        assertThat(elements(set(5))).containsExactly(5);
        assertThat(elements(set(5, 3, 4, 9, 3))).containsExactly(3, 4, 5, 9);
        assertThat(set(5, 3, 4, 9)).hasToString("3-5 9");
    }

    @Test
    void sharesASetThatHasAll() {
        Indices one = set(1, 2, 3, 7);
        assertThat(Indices.union(one, set(2, 3))).isSameAs(one);
        assertThat(Indices.union(set(1, 7), one)).isSameAs(one);
        assertThat(Indices.union(null, one)).isSameAs(one);
        assertThat(Indices.union(one, null)).isSameAs(one);
    }

    /** Against the sets of the JDK: unions of sets that were made before, of few elements and of thousands. */
    @ParameterizedTest
    @ValueSource(ints = {4, 40, 400, 4000})
    void unionIsThatOfSets(int size) {
        Random random = new Random(size);
        List<@Nullable Indices> sets = new ArrayList<>();
        List<BitSet> expected = new ArrayList<>();
        sets.add(null);
        expected.add(new BitSet());
        for (int i = 0; i < 3000; i++) {
            boolean grows = random.nextInt(3) > 0;
            int a = grows ? sets.size() - 1 : random.nextInt(sets.size());
            int b = random.nextInt(sets.size());
            boolean single = random.nextInt(4) > 0;
            int index = random.nextInt(size);
            BitSet both = (BitSet) expected.get(a).clone();
            if (single) {
                both.set(index);
            } else {
                both.or(expected.get(b));
            }
            Indices more = single ? Indices.of(index) : sets.get(b);
            sets.add(random.nextBoolean() ? Indices.union(sets.get(a), more) : Indices.union(more, sets.get(a)));
            expected.add(both);
        }
        for (int i = 0; i < sets.size(); i++) {
            assertThat(elements(sets.get(i)))
                    .containsExactly(expected.get(i).stream().toArray());
        }
    }

    @Test
    void arraysOfSetsAreShapedLikeArraysOfNumbers() {
        double[] row = {1, 2};
        Object[] rows = (Object[]) Indices.noneLike(new double[][] {row, null, row, {}});
        assertThat(rows).isInstanceOf(Indices[][].class).hasSize(4);
        assertThat(rows[0]).isSameAs(rows[2]);
        assertThat(rows[1]).isNull();
        Indices set = set(3);
        Indices[][] everywhere = (Indices[][]) Indices.everywhere(new float[][] {{1}, {2, 3}}, set);
        assertThat(Arrays.deepToString(everywhere)).isEqualTo("[[3], [3, 3]]");
        assertThat(Indices.all(new Indices[][] {{set(1)}, {set(4), null}})).hasToString("1 4");
        assertThat(Indices.noneLike(new float[3])).hasSize(3).containsOnlyNulls();
        assertThat(Indices.noneLike((double[]) null)).isNull();
        assertThat(Indices.everywhere(null, set)).isNull();
    }
}
