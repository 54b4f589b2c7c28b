package dev.jacobi.processor;

import com.sun.source.util.Trees;
import dev.jacobi.processor.backend.GeneratedClass;
import dev.jacobi.processor.backend.JavaWriter;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Log;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Reporter;
import dev.jacobi.processor.frontend.Annotations;
import dev.jacobi.processor.frontend.CompilerSources;
import dev.jacobi.processor.frontend.Functions;
import dev.jacobi.processor.frontend.Sources;
import dev.jacobi.processor.frontend.Subject;
import dev.jacobi.processor.frontend.Subjects;
import dev.jacobi.processor.rules.Partials;
import dev.jacobi.processor.rules.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** The annotation processor: what happens in which round. */
public final class JacobiProcessor extends AbstractProcessor {

    private static final String TIMINGS = "jacobi.timings";

    /** Checks the intermediate language after every stage: for Jacobi's own tests. */
    private static final String VERIFY = "jacobi.verify";

    private final Stages stages = new Stages();
    private final Set<ExecutableElement> deferred = new LinkedHashSet<>();

    /** What lives as long as the compilation. */
    private record Session(Functions functions, Partials partials, Subjects subjects, Reporter reporter) {}

    private @Nullable Session session;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Annotations.DIFFERENTIABLE, Annotations.NO_DERIVATIVE, Annotations.GENERATED);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(TIMINGS, VERIFY, "org.gradle.annotation.processing.aggregating");
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
                functions.rules(new Rules()),
                new Subjects(environment.getElementUtils(), functions),
                new Reporter(environment.getMessager(), trees));
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
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        List<ExecutableElement> methods = new ArrayList<>(deferred);
        deferred.clear();
        for (TypeElement annotation : annotations) {
            if (annotation.getQualifiedName().contentEquals(Annotations.DIFFERENTIABLE)) {
                methods.addAll(ElementFilter.methodsIn(round.getElementsAnnotatedWith(annotation)));
            }
        }
        if (!methods.isEmpty()) {
            process(methods, round.processingOver());
        }
        if (round.processingOver() && processingEnv.getOptions().containsKey(TIMINGS)) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.NOTE, stages.report());
        }
        return true;
    }

    private void process(List<ExecutableElement> methods, boolean last) {
        if (session == null) {
            Rehearsal.start();
            session = start(processingEnv);
        }
        Session s = session;
        Log log = new Log();
        Pipeline pipeline = new Pipeline(
                s.functions(),
                s.partials(),
                s.subjects(),
                stages,
                processingEnv.getOptions().containsKey(VERIFY));
        List<Subject> subjects = new ArrayList<>();
        for (ExecutableElement method : methods) {
            if (s.subjects().waitsForTypes(method) && !last) {
                deferred.add(method);
                continue;
            }
            Subject subject = guarded(method, s, log, () -> read(method, s, log));
            if (subject != null) {
                subjects.add(subject);
            }
        }
        Set<Subject> failed = new LinkedHashSet<>();
        subjects.forEach(pipeline::add);
        List<Subject> free = new Collisions(s.functions(), log).withoutColliding(subjects, this::exists);
        for (Subject subject : free) {
            List<Problem> problems = guarded(subject.method(), s, log, () -> pipeline.check(subject));
            if (problems == null || problems.stream().anyMatch(p -> !p.kind().isWarning())) {
                failed.add(subject);
            }
            if (problems != null) {
                log.addAll(problems);
            }
        }
        boolean sound = !log.hasErrors();
        for (List<Subject> sharing : byClass(free).values()) {
            boolean complete = sharing.stream().noneMatch(failed::contains);
            if (complete && sound) {
                guarded(sharing.get(0).method(), s, log, () -> write(pipeline, sharing));
            }
        }
        log.problems().forEach(s.reporter()::report);
    }

    private boolean exists(String qualifiedName) {
        return processingEnv.getElementUtils().getTypeElement(qualifiedName) != null;
    }

    private @Nullable Subject read(ExecutableElement method, Session s, Log log) {
        return stages.time(Stages.Stage.READ, () -> {
            Subject subject = s.subjects().read(method, log);
            if (subject != null) {
                s.functions().read(subject.name());
            }
            return subject;
        });
    }

    private static Map<String, List<Subject>> byClass(List<Subject> subjects) {
        Map<String, List<Subject>> classes = new LinkedHashMap<>();
        for (Subject subject : subjects) {
            classes.computeIfAbsent(subject.qualifiedClassName(), n -> new ArrayList<>())
                    .add(subject);
        }
        return classes;
    }

    private Boolean write(Pipeline pipeline, List<Subject> sharing) {
        GeneratedClass generated = pipeline.derive(sharing);
        return stages.time(Stages.Stage.WRITE, () -> {
            try {
                JavaWriter.write(generated, processingEnv.getFiler());
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A bug of ours is reported at the method that shows it, and the rest goes on. */
    private static <T> @Nullable T guarded(ExecutableElement method, Session s, Log log, Supplier<@Nullable T> work) {
        try {
            return work.get();
        } catch (RuntimeException | StackOverflowError bug) {
            log.add(Problem.of(
                    Kind.INTERNAL,
                    s.functions().span(method),
                    s.functions().name(method).display(),
                    description(bug)));
            return null;
        }
    }

    private static String description(Throwable bug) {
        StackTraceElement[] trace = bug.getStackTrace();
        return bug + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
