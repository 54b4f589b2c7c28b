package dev.jacobi.processor;

import dev.jacobi.processor.frontend.Annotations;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The annotation processor as compilers know it. What it does is in {@link Rounds}, whose classes load quickly. */
public final class JacobiProcessor extends AbstractProcessor {

    static final String TIMINGS = "jacobi.timings";

    /** Checks the intermediate language after every stage: for Jacobi's own tests. */
    static final String VERIFY = "jacobi.verify";

    /** By name: a literal would load it the slow way. */
    private static final String ROUNDS = "dev.jacobi.processor.Rounds";

    /** One for all compilations of a build tool that keeps this class, so that what has been optimised stays so. */
    private static final ClassLoader LOADER = QuickLoader.beside(JacobiProcessor.class);

    private @Nullable Processor rounds;

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

    /**
     * Claims the annotations, which no other processor has a use for: else javac's -Xlint:processing complains of them.
     */
    @Override
    @SuppressWarnings("DoNotClaimAnnotations")
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Processor processor = rounds;
        if (processor == null) {
            processor = create();
            processor.init(processingEnv);
            rounds = processor;
        }
        processor.process(annotations, round);
        if (round.processingOver() && LOADER instanceof QuickLoader quick) {
            quick.close();
        }
        return true;
    }

    private static Processor create() {
        try {
            return Class.forName(ROUNDS, true, LOADER)
                    .asSubclass(Processor.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the processor's jar is not whole", e);
        }
    }
}
