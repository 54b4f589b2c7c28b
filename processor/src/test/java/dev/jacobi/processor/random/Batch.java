package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Compiles programs together and checks each: for every program the first thing that is wrong, if anything is. */
final class Batch {

    private static final int POINTS = 4;

    private Batch() {}

    static List<Optional<Finding>> check(List<Program> programs, Tally tally) {
        List<Optional<Finding>> findings = new ArrayList<>(run(programs, tally));
        for (int i = 0; i < programs.size(); i++) {
            String kind = findings.get(i).map(Finding::kind).orElse("");
            if (findings.get(i).filter(Batch::isRefusedFunction).isPresent()) {
                tally.refused++;
                findings.set(i, Optional.empty());
            } else if ((kind.startsWith("refused") || kind.startsWith("javac"))
                    && !Compilation.isJava(programs.get(i))) {
                findings.set(
                        i,
                        Optional.of(
                                new Finding("not Java", findings.get(i).get().detail())));
            }
        }
        return findings;
    }

    /** Which function a variable holds can be too much to follow, and then it is said. */
    private static boolean isRefusedFunction(Finding finding) {
        return finding.kind().equals("refused: unsupported")
                && (finding.detail().contains("function")
                        || finding.detail().contains("lambda")
                        || finding.detail().contains("only compute"));
    }

    /** The same, taking for granted that the programs are Java. */
    static List<Optional<Finding>> run(List<Program> programs, Tally tally) {
        Compilation compilation = Compilation.of(programs);
        List<Optional<Finding>> findings = new ArrayList<>();
        for (int i = 0; i < programs.size(); i++) {
            tally.programs++;
            findings.add(compilation.broken(i).or(run(compilation, i, programs.get(i), tally)));
        }
        return findings;
    }

    /** Only what the compiler says of the programs. */
    static List<Optional<Finding>> compile(List<Program> programs) {
        Compilation compilation = Compilation.problems(programs);
        return IntStream.range(0, programs.size()).mapToObj(compilation::broken).toList();
    }

    /** The programs without their derivatives: whether they are Java, and do what the interpreter does. */
    static List<Optional<Finding>> plain(List<Program> programs, Tally tally) {
        Compilation compilation = Compilation.plain(programs);
        List<Optional<Finding>> findings = new ArrayList<>();
        for (int i = 0; i < programs.size(); i++) {
            tally.programs++;
            int index = i;
            Program program = programs.get(i);
            findings.add(compilation.broken(i).or(points(program, (method, dice) -> {
                Point point = Points.point(method, dice);
                return Primal.check(program, point, compilation.load(index, "Sample"), tally);
            })));
        }
        return findings;
    }

    private static Supplier<Optional<Finding>> run(Compilation compilation, int index, Program program, Tally tally) {
        return points(program, (method, dice) -> {
            Point point = Points.point(method, dice);
            double[] direction = Points.direction(point, dice);
            Class<?> primal = compilation.load(index, "Sample");
            Class<?> derivative = compilation.load(index, method.derivative());
            return new Oracles(program, point, primal, derivative, direction, tally)
                    .run()
                    .or(() -> nested(compilation, index, program, point, direction, tally));
        });
    }

    /** A derivative of the method's derivative, if there is one. */
    private static Optional<Finding> nested(
            Compilation compilation, int index, Program program, Point point, double[] direction, Tally tally) {
        for (Nested nested : Nested.in(program)) {
            if (nested.of().equals(point.method())) {
                return new NestedOracle(
                                program,
                                nested,
                                point,
                                compilation.known(index, "Sample"),
                                compilation.known(index, point.method().derivative()),
                                compilation.known(index, nested.derivative()))
                        .run(program, direction, tally);
            }
        }
        return Optional.empty();
    }

    /** What is done at a point. */
    private interface Check {
        Optional<Finding> at(Method method, Dice dice) throws ClassNotFoundException;
    }

    /** At some points of every differentiable method, up to the first finding. */
    private static Supplier<Optional<Finding>> points(Program program, Check check) {
        return () -> Patience.wait(() -> {
            for (Method method : program.differentiable()) {
                Dice dice = new Dice(program.seed() + 1);
                for (int k = 0; k < POINTS; k++) {
                    Optional<Finding> finding = check.at(method, dice);
                    if (finding.isPresent()) {
                        return finding;
                    }
                }
            }
            return Optional.empty();
        });
    }
}
