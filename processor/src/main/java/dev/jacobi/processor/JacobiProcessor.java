package dev.jacobi.processor;

import com.sun.source.util.Trees;
import dev.jacobi.processor.backend.GeneratedClass;
import dev.jacobi.processor.backend.JavaWriter;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Log;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Reporter;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.frontend.Annotations;
import dev.jacobi.processor.frontend.CompilerSources;
import dev.jacobi.processor.frontend.Functions;
import dev.jacobi.processor.frontend.MissingTypes;
import dev.jacobi.processor.frontend.Sources;
import dev.jacobi.processor.frontend.Subject;
import dev.jacobi.processor.frontend.Subjects;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.options.Computing;
import dev.jacobi.processor.options.Optimisations;
import dev.jacobi.processor.rules.Partials;
import dev.jacobi.processor.split.Splitter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** The annotation processor: what happens in which round. */
public final class JacobiProcessor extends AbstractProcessor {

    static final String TIMINGS = "jacobi.timings";

    /** Checks the intermediate language after every stage: for Jacobi's own tests. */
    static final String VERIFY = "jacobi.verify";

    /** About how many bytecodes a generated method may have before it is cut. */
    static final String SPLIT = "jacobi.split";

    /** Up to which order to differentiate where the annotation doesn't say: for Jacobi's own tests. */
    static final String ORDER = "jacobi.order";

    /** Sparse derivatives wherever they can be had: for Jacobi's own tests. */
    static final String SPARSE = "jacobi.sparse";

    /** Several directions or seeds at once wherever they can be had: for Jacobi's own tests. */
    static final String LANES = "jacobi.lanes";

    /** By what the sweeps of reverse mode compute dear functions. */
    static final String FUNCTIONS = "jacobi.functions";

    /** Optimisations that are left out. */
    static final String WITHOUT = "jacobi.without";

    /** The folder for pages that show what has become of each method. */
    static final String REPORT = "jacobi.report";

    private final Stages stages = new Stages();

    /** Null where no report is asked for. */
    private @Nullable ReportStage report;

    /** Methods whose turn comes when other classes have been generated. */
    private final Set<FunctionName.Primal> deferred = new LinkedHashSet<>();

    /** The classes that this round brings. */
    private Set<? extends Element> roots = Set.of();

    /** Methods whose derivatives have been generated in earlier rounds. */
    private final Set<FunctionName.Primal> generated = new LinkedHashSet<>();

    /** Rules of one's own that have been read. */
    private final Set<FunctionName.Primal> rulesBefore = new LinkedHashSet<>();

    /** The classes by which other compilations find them. */
    private final Set<String> entries = new HashSet<>();

    /** Classes that would have been generated, had there been no error anywhere. */
    private final Set<String> failed = new HashSet<>();

    /** What lives as long as the compilation. */
    private record Session(
            Functions functions,
            Partials partials,
            Subjects subjects,
            Reporter reporter,
            Optimisations optimisations,
            Computing computing) {}

    private @Nullable Session session;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(
                Annotations.DIFFERENTIABLE,
                Annotations.DERIVATIVE_OF,
                Annotations.NO_DERIVATIVE,
                Annotations.SHAPE,
                Annotations.GENERATED,
                Annotations.READS_ONLY);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(
                TIMINGS,
                VERIFY,
                SPLIT,
                ORDER,
                SPARSE,
                LANES,
                FUNCTIONS,
                WITHOUT,
                REPORT,
                "org.gradle.annotation.processing.aggregating");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    private Session start(ProcessingEnvironment environment) {
        Trees trees = trees(environment);
        Sources sources = new Sources(new CompilerSources(environment, trees));
        Functions functions = new Functions(environment.getElementUtils(), environment.getTypeUtils(), sources);
        return new Session(
                functions,
                functions.ruleTexts(),
                new Subjects(
                        environment.getElementUtils(),
                        functions,
                        usualOrder(environment),
                        environment.getOptions().containsKey(SPARSE)),
                new Reporter(environment.getMessager(), trees),
                optimisations(environment),
                computing(environment));
    }

    private static Computing computing(ProcessingEnvironment environment) {
        String name = environment.getOptions().getOrDefault(FUNCTIONS, "java");
        Optional<Computing> known = Computing.named(name);
        if (known.isEmpty()) {
            Problem problem = Problem.of(Kind.UNKNOWN_FUNCTIONS, Span.NOWHERE, name, Computing.names());
            environment.getMessager().printMessage(Diagnostic.Kind.ERROR, problem.text());
        }
        return known.orElse(Computing.JAVA);
    }

    private static int usualOrder(ProcessingEnvironment environment) {
        return Integer.parseInt(environment.getOptions().getOrDefault(ORDER, "1"));
    }

    private static Optimisations optimisations(ProcessingEnvironment environment) {
        Optimisations optimisations =
                Optimisations.without(environment.getOptions().get(WITHOUT));
        for (String name : optimisations.unknown()) {
            Problem problem = Problem.of(Kind.UNKNOWN_OPTIMISATION, Span.NOWHERE, name, Optimisations.names());
            environment.getMessager().printMessage(Diagnostic.Kind.ERROR, problem.text());
        }
        return optimisations;
    }

    /** javac's trees; null under a compiler that has none. */
    static @Nullable Trees trees(ProcessingEnvironment environment) {
        try {
            return Trees.instance(environment);
        } catch (IllegalArgumentException | LinkageError notJavac) {
            return null;
        }
    }

    /**
     * Claims the annotations, which no other processor has a use for: else javac's -Xlint:processing complains of them.
     */
    @Override
    @SuppressWarnings("DoNotClaimAnnotations")
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
        roots = environment.getRootElements();
        Round round = Round.of(annotations, environment);
        if (!round.isEmpty() || !deferred.isEmpty()) {
            DeepStack.run(new Work(round));
        }
        if (round.last() && report != null) {
            report.finish();
        }
        if (round.last() && processingEnv.getOptions().containsKey(TIMINGS)) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.NOTE, stages.report());
        }
        return true;
    }

    /** One round's work. */
    private final class Work implements Runnable {
        private final Round round;

        Work(Round round) {
            this.round = round;
        }

        @Override
        public void run() {
            process(round);
        }
    }

    private void process(Round round) {
        if (session == null) {
            Rehearsal.start();
            String folder = processingEnv.getOptions().get(REPORT);
            if (report == null && processingEnv.getOptions().containsKey(REPORT)) {
                report = new ReportStage(processingEnv, folder == null ? "" : folder);
            }
            session = start(processingEnv);
            found(rulesBefore, session).forEach(session.functions().rules()::add);
        }
        Session s = session;
        Log log = new Log();
        if (!round.shapes().isEmpty()) {
            log.addAll(ShapeStage.check(round.shapes(), s.functions()));
        }
        read(round.rules(), s, log);
        boolean verify = processingEnv.getOptions().containsKey(VERIFY);
        boolean lanes = processingEnv.getOptions().containsKey(LANES);
        Pipeline pipeline = new Pipeline(
                s.functions(), s.partials(), s.subjects(), stages, s.optimisations(), verify, lanes, s.computing());
        List<ExecutableElement> waiting = new ArrayList<>(found(deferred, s));
        deferred.clear();
        waiting.addAll(round.methods());
        List<Subject> subjects = read(waiting, round.last(), s, log);
        for (Subject earlier : read(found(generated, s), true, s, new Log())) {
            pipeline.add(earlier);
        }
        for (Subject subject : subjects) {
            pipeline.add(subject);
        }
        long start = stages.start();
        List<Subject> free = new Collisions(s.functions(), log, processingEnv.getElementUtils()).free(subjects);
        stages.stop(Stages.Stage.CHECK, start);
        Log found = new Log();
        List<Subject> ready = new ArrayList<>();
        for (Subject subject : free) {
            check(subject, pipeline, round.last(), free, s, found, ready);
        }
        List<Problem> problems = new ArrayList<>(found.problems());
        problems.removeIf(s.functions().rules()::explains);
        log.addAll(problems);
        if (log.hasErrors()) {
            subjects.forEach(subject -> failed.add(subject.qualifiedClassName()));
            if (!round.last()
                    && deferred.isEmpty()) { // else methods that wait for these classes would take them for such
                new StandIns(processingEnv, roots).write(waiting);
            }
        } else {
            for (List<Subject> sharing : byClass(whole(ready, free)).values()) {
                write(sharing, pipeline, s, log);
            }
        }
        for (Problem problem : log.problems()) {
            s.reporter().report(problem);
        }
        if (!deferred.isEmpty()) {
            session = null; // classes that are generated meanwhile are unknown to it
        }
    }

    /** Takes note of the rules of one's own, those of earlier rounds included. */
    private void read(List<ExecutableElement> rules, Session s, Log log) {
        for (ExecutableElement rule : rules) {
            try {
                log.addAll(s.functions().rules().add(rule));
                rulesBefore.add(s.functions().name(rule));
            } catch (RuntimeException | StackOverflowError bug) {
                log.add(bug(rule, bug, s));
            }
        }
        s.functions().rules().published().forEach((name, where) -> {
            if (entries.add(name)) {
                publish(name, where, s, log);
            }
        });
    }

    private void publish(String name, TypeElement where, Session s, Log log) {
        try {
            JavaWriter.writeEntry(name, where, processingEnv.getFiler());
        } catch (IOException | RuntimeException bug) {
            log.add(bug(ElementFilter.methodsIn(where.getEnclosedElements()).get(0), bug, s));
        }
    }

    /** The methods of these names, as the compiler knows them in this round. */
    private static List<ExecutableElement> found(Set<FunctionName.Primal> names, Session s) {
        List<ExecutableElement> methods = new ArrayList<>();
        for (FunctionName.Primal name : names) {
            ExecutableElement method = s.functions().find(name.handed(""));
            if (method != null) {
                methods.add(method);
            }
        }
        return methods;
    }

    /** Classes are generated once, so overloads that share one wait for each other. */
    private List<Subject> whole(List<Subject> ready, List<Subject> all) {
        Set<String> incomplete = new HashSet<>();
        for (Subject subject : all) {
            if (!ready.contains(subject)) {
                incomplete.add(subject.qualifiedClassName());
            }
        }
        List<Subject> whole = new ArrayList<>();
        for (Subject subject : ready) {
            if (incomplete.contains(subject.qualifiedClassName())) {
                deferred.add(subject.name());
            } else {
                whole.add(subject);
            }
        }
        return whole;
    }

    private List<Subject> read(List<ExecutableElement> methods, boolean last, Session s, Log log) {
        List<Subject> subjects = new ArrayList<>();
        for (ExecutableElement method : methods) {
            if (MissingTypes.areIn(method)) {
                if (!last) { // else the compiler says which type there isn't
                    deferred.add(s.functions().name(method));
                }
                continue;
            }
            long start = stages.start();
            try {
                Subject subject = s.subjects().read(method, log);
                if (subject != null) {
                    s.functions().read(subject.name());
                    subjects.add(subject);
                }
            } catch (RuntimeException | StackOverflowError bug) {
                log.add(bug(method, bug, s));
            }
            stages.stop(Stages.Stage.READ, start);
        }
        return subjects;
    }

    /** Checks a method; where it mentions a class that is generated in this round, its turn comes in the next. */
    private void check(
            Subject subject,
            Pipeline pipeline,
            boolean last,
            List<Subject> all,
            Session s,
            Log log,
            List<Subject> ready) {
        try {
            List<Problem> problems = pipeline.check(subject);
            if (!last && mentions(problems, subject, all, s)) {
                deferred.add(subject.name());
                return;
            }
            log.addAll(explained(problems, subject, all, s));
            if (!Problem.anyError(problems)) {
                ready.add(subject);
            }
        } catch (RuntimeException | StackOverflowError bug) {
            log.add(bug(subject.method(), bug, s));
        }
    }

    /** Whether a problem is that a class isn't there yet which another method's derivative will be. */
    private static boolean mentions(List<Problem> problems, Subject subject, List<Subject> all, Session s) {
        for (Problem problem : problems) {
            for (Subject other : all) {
                if (!other.qualifiedClassName().equals(subject.qualifiedClassName())
                        && s.functions().misses(problem, other.qualifiedClassName())) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * That a class isn't there needn't be said where it is said why; where methods wait for each other, this is why.
     */
    private List<Problem> explained(List<Problem> problems, Subject subject, List<Subject> all, Session s) {
        List<Problem> explained = new ArrayList<>();
        for (Problem problem : problems) {
            if (failed.stream().anyMatch(name -> s.functions().misses(problem, name))) {
                continue;
            }
            Problem why = problem;
            for (Subject other : all) {
                if (s.functions().misses(problem, other.qualifiedClassName())) {
                    boolean own = other.qualifiedClassName().equals(subject.qualifiedClassName());
                    String here = own ? "itself" : subject.name().display();
                    why = Problem.of(
                            Kind.CIRCULAR,
                            problem.span(),
                            other.className(),
                            other.name().display(),
                            here);
                }
            }
            explained.add(why);
        }
        return explained;
    }

    private static Map<String, List<Subject>> byClass(List<Subject> subjects) {
        Map<String, List<Subject>> classes = new LinkedHashMap<>();
        for (Subject subject : subjects) {
            List<Subject> sharing = classes.get(subject.qualifiedClassName());
            if (sharing == null) {
                sharing = new ArrayList<>();
                classes.put(subject.qualifiedClassName(), sharing);
            }
            sharing.add(subject);
        }
        return classes;
    }

    private void write(List<Subject> sharing, Pipeline pipeline, Session s, Log log) {
        try {
            Findings findings = report == null ? null : new Findings();
            if (findings != null) {
                pipeline.report(findings);
            }
            GeneratedClass generated = pipeline.derive(sharing);
            long start = stages.start();
            Optional<String> crowded = JavaWriter.write(generated, limit(), processingEnv.getFiler());
            if (crowded.isPresent()) {
                failed.add(sharing.get(0).qualifiedClassName());
                log.add(crowded(sharing.get(0).method(), crowded.get(), s));
                return;
            }
            if (report != null && findings != null) {
                report.add(sharing, generated, limit(), findings, s.functions());
            }
            sharing.forEach(subject -> this.generated.add(subject.name()));
            stages.stop(Stages.Stage.WRITE, start);
        } catch (IOException | RuntimeException | StackOverflowError bug) {
            failed.add(sharing.get(0).qualifiedClassName());
            log.add(bug(sharing.get(0).method(), bug, s));
        }
    }

    private int limit() {
        String given = processingEnv.getOptions().get(SPLIT);
        return given != null && given.matches("[0-9]{1,6}") ? Integer.parseInt(given) : Splitter.LIMIT;
    }

    private static Problem crowded(ExecutableElement method, String derivative, Session s) {
        return Problem.of(Kind.CROWDED, s.functions().declarations().span(method), method.getSimpleName(), derivative);
    }

    /** A bug of ours is reported at the method that shows it, and the rest goes on. */
    private static Problem bug(ExecutableElement method, Throwable bug, Session s) {
        StackTraceElement[] trace = bug.getStackTrace();
        String description = bug + (trace.length == 0 ? "" : " at " + trace[0]);
        return Problem.of(
                Kind.INTERNAL,
                s.functions().declarations().span(method),
                s.functions().name(method).display(),
                description);
    }
}
