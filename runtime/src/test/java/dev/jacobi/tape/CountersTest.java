package dev.jacobi.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Between all numbers near the ends and around 0, against loops that are run in longs. */
class CountersTest {
    private static final int[] STEPS = {1, 2, 3, 1_000_000_000, Integer.MAX_VALUE};
    private static final int MOST = 100;

    record Loop(int from, int end, int step) {

        /** The values of the counter; null where there are many. */
        List<Long> values() {
            List<Long> values = new ArrayList<>();
            for (long i = from; step > 0 ? i < end : i > end; i += step) {
                if (values.size() == MOST) {
                    return null;
                }
                values.add(i);
            }
            return values;
        }
    }

    static List<Loop> loops() {
        List<Integer> bounds = new ArrayList<>();
        for (int i = -7; i <= 7; i++) {
            bounds.add(i);
            bounds.add(Integer.MAX_VALUE + i); // one past the largest int is the smallest
        }
        List<Loop> loops = new ArrayList<>();
        for (int from : bounds) {
            for (int end : bounds) {
                for (int step : STEPS) {
                    loops.add(new Loop(from, end, step));
                    loops.add(new Loop(from, end, -step));
                }
            }
        }
        loops.removeIf(loop -> loop.values() == null);
        return loops;
    }

    @ParameterizedTest
    @MethodSource("loops")
    void findsTheLastValueOrRefuses(Loop loop) {
        List<Long> values = loop.values();
        assertThat(Counters.trips(loop.from(), loop.end(), loop.step())).isEqualTo(values.size());
        long before = (long) loop.from() - loop.step();
        long last = values.isEmpty() ? before : values.get(values.size() - 1);
        boolean there = values.isEmpty() || isInt(last + loop.step());
        if (isInt(before) && there) {
            assertThat(Counters.last(loop.from(), loop.end(), loop.step())).isEqualTo((int) last);
        } else {
            String end = !there == loop.step() > 0 ? "largest" : "smallest";
            assertThatThrownBy(() -> Counters.last(loop.from(), loop.end(), loop.step()))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("a loop from " + loop.from() + " to " + loop.end() + " by " + loop.step()
                            + " can't be run backwards: its counter goes past the " + end + " int");
        }
    }

    private static boolean isInt(long value) {
        return value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE;
    }

    @Test
    void countsAsFarAsIntsGo() {
        assertThat(Counters.next(0)).isEqualTo(1);
        assertThat(Counters.next(Integer.MAX_VALUE - 1)).isEqualTo(Integer.MAX_VALUE);
        assertThatThrownBy(() -> Counters.next(Integer.MAX_VALUE))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("a loop that runs more than 2147483647 times can't be run backwards here");
    }
}
