package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.function.Executable;

/** The members that work in the caller's arrays agree with those that make new ones. */
final class InPlaceChecks {
    private final Point point;
    private final Outcome primal;
    private final InPlace inPlace;
    private final boolean isVoid;
    private final Seeds seeds = new Seeds();

    InPlaceChecks(Point point, Outcome primal) {
        this.point = point;
        this.primal = primal;
        this.inPlace = point.derived().inPlace();
        this.isVoid = Derived.isVoid(point.primal());
    }

    List<Executable> checks() {
        List<Executable> checks = new ArrayList<>();
        if (inPlace.exists()) {
            Object seed = seed();
            if (seed != null || point.primal().getReturnType().isPrimitive()) {
                checks.add(() -> doesWhatThePrimalDoes(seed));
            }
            if (primal.thrown() == null) {
                checks.add(() -> aNewWorkspaceChangesNothing(seed));
                checks.add(() -> numbersAreAddedTo(seed));
            }
        }
        return checks;
    }

    /** Null where the shape of the result isn't known, as there is none. */
    private Object seed() {
        boolean seeded = isVoid && primal.value() == null;
        return seeded ? Derived.arrays(point.parameters()) : primal.value() == null ? null : seeds.like(primal.value());
    }

    /** With the workspace that all points share: what an earlier call left in it, even one that threw, is no matter. */
    private void doesWhatThePrimalDoes(Object seed) {
        Object[] bars = zeroBars(seed);
        double[] before = Numbers.of(bars).clone();
        Object[] arguments = point.arguments();
        Outcome outcome = Outcome.of(arguments, () -> inPlace.run(arguments, seed, bars));
        if (primal.thrown() != null) {
            assertThat(Numbers.of(bars)).as("the bars of a method that throws").containsExactly(before);
        }
        assertThat(isVoid ? outcome.sameEffects(primal) : outcome.same(primal))
                .as("in place:%n%s%nbut the method itself%n%s", outcome, primal)
                .isTrue();
    }

    private void aNewWorkspaceChangesNothing(Object seed) {
        Object[] used = added(seed, zeroBars(seed));
        inPlace.freshWorkspace();
        Object[] fresh = added(seed, zeroBars(seed));
        for (int i = 0; i < used.length; i++) {
            assertThat(Numbers.sameBits(used[i], fresh[i]))
                    .as("by parameter %d, with a new workspace", i)
                    .isTrue();
        }
    }

    /** Except in the arrays of void methods, whose bars are replaced. */
    private void numbersAreAddedTo(Object seed) {
        Object[] bars = zeroBars(seed);
        Object[] before = new Object[bars.length];
        for (int i = 0; i < bars.length; i++) {
            boolean replaced =
                    isVoid && !point.inputs().type(point.wrt().get(i)).isPrimitive();
            before[i] = replaced ? Numbers.zero(bars[i]) : seeds.like(bars[i]);
            bars[i] = replaced ? bars[i] : Numbers.copy(before[i]);
        }
        Object[] after = added(seed, bars);
        Object[] vjp = expected(seed);
        for (int i = 0; i < after.length; i++) {
            double[] wanted = Numbers.of(vjp[i]);
            double[] start = Numbers.of(before[i]);
            double size = Numbers.largest(wanted) + Numbers.largest(start);
            for (int j = 0; j < wanted.length; j++) {
                wanted[j] += start[j];
            }
            new Agreement(point.parameters()).close("added by parameter " + i, Numbers.of(after[i]), wanted, size);
        }
    }

    private Object[] expected(Object seed) {
        Trace.reset();
        return point.primal().getReturnType().isPrimitive() && !isVoid
                ? point.derived().gradient(point.arguments())
                : point.derived().vjp(point.arguments(), seed);
    }

    private Object[] zeroBars(Object seed) {
        Object[] parameters = point.parameters();
        Object[] zeros = (Object[]) Numbers.zero(parameters);
        return inPlace.bars(parameters, isVoid ? (Object[]) seed : Derived.arrays(zeros));
    }

    /** What they add to zeros. */
    Object[] numbers() {
        Object seed = seed();
        return added(seed, zeroBars(seed));
    }

    private Object[] added(Object seed, Object[] bars) {
        Trace.reset();
        inPlace.run(point.arguments(), seed, bars);
        return inPlace.numbers(bars);
    }
}
