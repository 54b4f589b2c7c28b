package dev.jacobi.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything once with new arrays and once with used ones: nobody can tell them apart. */
class ScratchTest {
    private final Scratch scratch = new Scratch();

    ScratchTest() {
        scratch.restart();
    }

    static Stream<Class<?>> types() {
        return Stream.of(
                double[].class,
                float[].class,
                int[].class,
                long[].class,
                short[].class,
                byte[].class,
                char[].class,
                boolean[].class,
                String[].class,
                double[][].class);
    }

    @ParameterizedTest
    @MethodSource("types")
    void arraysAreEmptyEachTime(Class<?> type) {
        Object array = scratch.array(type, 2);
        Object empty = Array.newInstance(type.getComponentType(), 2);
        assertThat(array).isEqualTo(empty).hasSameClassAs(empty);
        Object something = type == String[].class ? "" : type == double[][].class ? new double[1] : null;
        Array.set(array, 1, something == null ? one(type) : something);
        scratch.restart();
        assertThat((Object) scratch.array(type, 2)).isSameAs(array).isEqualTo(empty);
        assertThat((Object) scratch.array(type, 2)).isNotSameAs(array).isEqualTo(empty);
    }

    private static Object one(Class<?> type) {
        if (type == boolean[].class) {
            return true;
        }
        return type == char[].class ? (Object) 'a' : (Object) (byte) 1;
    }

    @Test
    void lengthsAreKeptApart() {
        assertThat(scratch.array(double[].class, 2)).hasSize(2);
        assertThat(scratch.array(double[].class, 0)).isEmpty();
        scratch.restart();
        assertThat(scratch.array(double[].class, 3)).hasSize(3);
        assertThat(scratch.array(double[].class, 2)).hasSize(2);
    }

    @Test
    void tapesMayHoldAnything() {
        scratch.tape(double[].class, 2)[0] = 7;
        scratch.restart();
        assertThat(scratch.tape(double[].class, 2)).containsExactly(7, 0);
    }

    @Test
    void arraysOfArraysHaveRowsOfTheirOwn() {
        double[][] rows = scratch.array(double[][].class, 2, 3);
        assertThat(rows).isEqualTo(new double[2][3]);
        assertThat(rows[0]).isNotSameAs(rows[1]);
        assertThat(scratch.array(double[][][].class, 2, 0)).isDeepEqualTo(new double[2][0][]);
        assertThat(Arrays.deepEquals(scratch.array(double[][][].class, 2, 1, 4), new double[2][1][4]))
                .isTrue();
    }

    @Test
    @SuppressWarnings("NegativeArraySize") // that is the point
    void negativeLengthsAreJavas() {
        same(() -> scratch.array(double[].class, -3), () -> use(new double[-3]));
        same(() -> scratch.array(double[][].class, 0, -3), () -> use(new double[0][-3]));
        same(() -> scratch.array(double[][].class, -2, -3), () -> use(new double[-2][-3]));
        same(() -> scratch.array(double[][][].class, 1, 1, -3), () -> use(new double[1][1][-3]));
        same(() -> scratch.copyOf(new double[1], -1), () -> use(Arrays.copyOf(new double[1], -1)));
    }

    private static void use(Object made) {
        assertThat(made).isNull();
    }

    private static void same(ThrowingCallable mine, ThrowingCallable javas) {
        Throwable expected = catchThrowable(javas);
        assertThatThrownBy(mine).hasSameClassAs(expected).hasMessage(expected.getMessage());
    }

    @Test
    void copiesAreJavas() {
        double[] a = {1, 2, 3};
        for (int round = 0; round < 2; round++) {
            assertThat(scratch.copyOf(a)).isEqualTo(a).isNotSameAs(a);
            assertThat(scratch.copyOf(a, 2)).containsExactly(1, 2);
            assertThat(scratch.copyOf(a, 5)).containsExactly(1, 2, 3, 0, 0);
            assertThat(scratch.copyOfRange(a, 1, 2)).containsExactly(2);
            assertThat(scratch.copyOfRange(a, 1, 5)).containsExactly(2, 3, 0, 0);
            assertThat(scratch.copyOfRange(a, 3, 4)).containsExactly(0);
            assertThat(scratch.copyOf(new String[] {"a"}, 2)).containsExactly("a", null);
            scratch.restart();
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "-1, 1", "4, 5", "4, 4", "0, -1"})
    void rangesThatDontExistAreRefusedAsJavaDoes(int from, int to) {
        double[] a = {1, 2, 3};
        same(() -> scratch.copyOfRange(a, from, to), () -> use(Arrays.copyOfRange(a, from, to)));
        float[] b = {1, 2, 3};
        same(() -> scratch.copyOfRange(b, from, to), () -> use(Arrays.copyOfRange(b, from, to)));
    }

    @Test
    void tapesGrow() {
        double[] tape = scratch.tape(double[].class, 2);
        tape[1] = 5;
        assertThat(scratch.grown(tape, 3)).hasSize(4).startsWith(tape);
        assertThat(scratch.grown(tape, 6)).hasSize(6).startsWith(tape);
        assertThat(scratch.grown(tape, 2)).isSameAs(tape);
    }

    @Test
    void shadowsShareWhatTheirArraysShare() {
        double[] row = {1, 2};
        double[][] like = {row, {3}, row, null};
        for (int round = 0; round < 2; round++) {
            double[][] zeros = scratch.zerosLike(like);
            assertThat(zeros).isDeepEqualTo(new double[][] {{0, 0}, {0}, {0, 0}, null});
            assertThat(zeros[0]).isSameAs(zeros[2]);
            zeros[0][0] = 9;
            scratch.restart();
        }
        assertThat(scratch.zerosLike(row)).containsExactly(0, 0);
        assertThat(scratch.<double[][]>zerosLike(null)).isNull();
        double[][][] deep = scratch.zerosLike(new double[][][] {like, {row}});
        assertThat(deep[0][0]).isSameAs(deep[1][0]);
    }

    @Test
    void zerosApartAreAnArrayForEachPlace() {
        double[] row = {1, 2};
        double[][] like = {row, {3}, row, null};
        for (int round = 0; round < 2; round++) {
            double[][] zeros = scratch.zerosApart(like);
            assertThat(zeros).isDeepEqualTo(new double[][] {{0, 0}, {0}, {0, 0}, null});
            assertThat(zeros[0]).isNotSameAs(zeros[2]);
            zeros[0][0] = 9;
            scratch.restart();
        }
        assertThat(scratch.<double[][]>zerosApart(null)).isNull();
    }

    @Test
    void rowsAreCopiedButNotWhatIsInThem() {
        double[][] a = {{1}, {2}};
        double[][] rows = scratch.rows(a);
        assertThat(rows).isNotSameAs(a);
        assertThat(rows[0]).isSameAs(a[0]);
        double[][][] deep = {a};
        assertThat(scratch.rows(deep)[0]).isNotSameAs(a);
        assertThat(scratch.rows(deep)[0][1]).isSameAs(a[1]);
    }

    @Test
    void objectsAreUsedAgain() {
        assertThat(scratch.reuse(StringBuilder.class)).isNull();
        StringBuilder first = scratch.keep(new StringBuilder());
        assertThat(scratch.reuse(StringBuilder.class)).isNull();
        StringBuilder second = scratch.keep(new StringBuilder());
        scratch.restart();
        assertThat(scratch.reuse(StringBuilder.class)).isSameAs(first);
        assertThat(scratch.reuse(StringBuilder.class)).isSameAs(second);
        assertThat(scratch.reuse(StringBuilder.class)).isNull();
    }

    @Test
    void whatWasAskedForSinceAMarkIsFreeOnceReleased() {
        double[] before = scratch.array(double[].class, 3);
        int mark = scratch.mark();
        double[] array = scratch.array(double[].class, 3);
        double[][] rows = scratch.array(double[][].class, 2, 3);
        double[] row = rows[1];
        assertThat(scratch.reuse(StringBuilder.class)).isNull();
        StringBuilder object = scratch.keep(new StringBuilder());
        Arrays.fill(row, 1);
        scratch.release(mark);
        assertThat(scratch.array(double[].class, 3)).isSameAs(array).isNotSameAs(before);
        assertThat(scratch.array(double[][].class, 2, 3)).isSameAs(rows).isEqualTo(new double[2][3]);
        assertThat(scratch.reuse(StringBuilder.class)).isSameAs(object);
        scratch.restart();
        assertThat(scratch.array(double[].class, 3)).isSameAs(before);
        assertThat(scratch.array(double[].class, 3)).isSameAs(array);
    }

    @Test
    void lengthsThatNobodyAsksForAnyMoreAreForgotten() {
        Pool pool = new Pool(double.class);
        Taken taken = new Taken();
        for (int call = 1; call < 10_000; call++) {
            assertThat((double[]) pool.array(call, call, taken)).hasSize(call);
            pool.array(3, call, taken);
        }
        assertThat(pool.count()).isLessThan(8 * Pool.LATELY);
        Object three = pool.array(3, 20_000, taken);
        assertThat(pool.array(3, 20_001, taken)).isSameAs(three);
    }
}
