package dev.jacobi.processor.random;

import java.util.Arrays;
import java.util.Optional;

/** The compiled method itself against the interpreter, which must do the same to the bit. */
final class Primal {

    private Primal() {}

    static Members.Outcome check(Point point, Class<?> primal, Interpreter.Result run) {
        Method method = point.method();
        Members.Outcome outcome = Members.call(primal, method.name(), Members.receiver(primal, method), point.boxed());
        boolean thrown = outcome.thrown().isPresent();
        Wrong.unlessSame(
                "interpreter",
                Parts.comparable(run.value().boxed()),
                thrown || method.signature().result() == Type.VOID ? "nothing" : Parts.comparable(outcome.value()));
        Wrong.unlessSame("interpreter's journal", run.trace().journal, outcome.journal());
        Point left = new Point(point.method(), run.arguments());
        Wrong.unlessSame("interpreter's arrays", contents(left), withoutNames(outcome));
        return outcome;
    }

    private static String contents(Point point) {
        return new Snapshot(point.boxed()).now().toString().replaceAll("[\\d/]+:", "");
    }

    private static String withoutNames(Members.Outcome outcome) {
        return outcome.left().toString().replaceAll("([\\d/]+|new):", "");
    }

    /** Only that: for programs that were compiled without the processor. */
    static Optional<Finding> check(Program program, Point point, Class<?> primal, Tally tally) {
        double[] all = new double[point.size()];
        Arrays.fill(all, 1);
        Interpreter.Result run = Interpreter.exact(program, point.method(), point.along(all));
        tally.points++;
        tally.singular += run.trace().singular ? 1 : 0;
        tally.varied += Seed.of(run.value(), new Dice(1)).bound(run.value()) > 0 ? 1 : 0;
        if (run.endless()) {
            tally.endless++;
            return Optional.empty();
        }
        try {
            tally.thrown += check(point, primal, run).thrown().isPresent() ? 1 : 0;
            return Optional.empty();
        } catch (Wrong wrong) {
            String at = point.method().name() + Flat.text(point.boxed().toArray());
            return Optional.of(new Finding(wrong.kind(), at + ": " + wrong.getMessage()));
        }
    }
}
