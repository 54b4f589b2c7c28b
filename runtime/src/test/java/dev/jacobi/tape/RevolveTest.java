package dev.jacobi.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The number of steps that schedules take, against the formula and against exhaustive search. */
class RevolveTest {

    /** t(l, s) by trying every place for the next snapshot (Griewank and Walther's recurrence). */
    private static long exhaustive(int steps, int snapshots) {
        long[][] least = new long[steps + 1][snapshots + 1];
        for (int l = 2; l <= steps; l++) {
            least[l][1] = l * (l - 1L) / 2;
            for (int s = 2; s <= snapshots; s++) {
                least[l][s] = Long.MAX_VALUE;
                for (int m = 1; m < l; m++) {
                    least[l][s] = Math.min(least[l][s], m + least[l - m][s - 1] + least[m][s]);
                }
            }
        }
        return least[steps][snapshots];
    }

    @Test
    void theFormulaIsTheOptimum() {
        for (int snapshots = 1; snapshots <= 6; snapshots++) {
            for (int steps = 1; steps <= 60; steps++) {
                assertThat(Revolve.optimum(steps, snapshots))
                        .as("%d steps, %d snapshots", steps, snapshots)
                        .isEqualTo(exhaustive(steps, snapshots));
            }
        }
    }

    /** A loop whose state is the number of its step: gives what the snapshots and the undoing did. */
    private static Checkpoints.Report run(Checkpoints loop, int steps, int times) {
        int state = 0;
        for (int i = 0; i < steps; i++) {
            if (loop.isDue()) {
                loop.keep(state);
            }
            state++;
        }
        for (int time = 0; time < times; time++) {
            List<Integer> undone = new ArrayList<>();
            for (int i = loop.steps() - 1; i >= 0; i--) {
                int from = loop.restore(i);
                int now = Objects.requireNonNull(loop.<Integer>next());
                for (int j = from; j < i; j++) {
                    assertThat(now).isEqualTo(j);
                    if (loop.isDue()) {
                        loop.keep(now);
                    }
                    now++;
                }
                assertThat(now).isEqualTo(i);
                undone.add(now);
                loop.turn();
            }
            assertThat(undone).hasSize(steps);
        }
        return loop.report();
    }

    /** Where the last snapshot is that the loop itself takes. */
    private static int placed(int steps, int snapshots) {
        int position = 0;
        for (int free = snapshots; free > 1 && steps - position > 1; free--) {
            position += Revolve.advance(steps - position, free);
        }
        return position;
    }

    @Test
    void aLoopOfKnownLengthMakesAsFewStepsAsCanBe() {
        for (int snapshots : new int[] {1, 2, 3, 5, 10, 50, 200, Integer.MAX_VALUE}) {
            for (int steps : new int[] {1, 2, 3, 7, 10, 51, 100, 300, 1000, 2001}) {
                // The loop makes its last step too, since code follows it, and then comes back for it.
                Checkpoints.Report report = run(Checkpoints.of(snapshots, steps), steps, 1);
                long behindLast = steps - placed(steps, snapshots) - 1;
                assertThat(report)
                        .as("%d steps, %d snapshots", steps, snapshots)
                        .isEqualTo(new Checkpoints.Report(
                                steps, Revolve.optimum(steps, snapshots) + 1 + behindLast, steps));
                assertThat(behindLast).isLessThanOrEqualTo(Revolve.repetitions(steps, snapshots));
            }
        }
    }

    @Test
    void aLoopOfUnknownLengthMakesHardlyMore() {
        for (int snapshots : new int[] {1, 2, 3, 5, 10, 50, 200, Integer.MAX_VALUE}) {
            for (int steps : new int[] {1, 2, 3, 7, 10, 51, 100, 300, 1000, 2001}) {
                long made = run(Checkpoints.online(snapshots), steps, 1).made();
                long optimum = Revolve.optimum(steps, snapshots) + 1;
                assertThat(made)
                        .as("%d steps, %d snapshots, optimum %d", steps, snapshots, optimum)
                        .isGreaterThanOrEqualTo(optimum)
                        .isLessThanOrEqualTo((long) (1.3 * optimum) + 1)
                        .isLessThanOrEqualTo((Revolve.repetitions(steps, snapshots) + 1L) * steps);
            }
        }
    }

    @Test
    void aSnapshotBeforeEachStepNeedsNoStepAgain() {
        assertThat(run(Checkpoints.each(), 100, 1)).isEqualTo(new Checkpoints.Report(100, 100, 100));
    }

    @Test
    void theBackwardSweepMayRunAgain() {
        for (int times = 2; times <= 3; times++) {
            run(Checkpoints.of(3, 40), 40, times);
            run(Checkpoints.of(3, 7), 40, times);
            run(Checkpoints.of(3, 70), 40, times);
            run(Checkpoints.online(4), 40, times);
            run(Checkpoints.each(), 40, times);
            run(Checkpoints.of(3, 0), 0, times);
        }
    }
}
