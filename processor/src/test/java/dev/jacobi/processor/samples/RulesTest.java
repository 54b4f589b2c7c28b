package dev.jacobi.processor.samples;

import static org.junit.jupiter.api.Assertions.assertAll;

import dev.jacobi.processor.testing.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the tables, over its domain, in every mode: a new line there is tested by being there. */
class RulesTest {

    static List<Point> points() {
        return SampleFiles.points(sources());
    }

    static List<SourceText> sources() {
        List<SourceText> sources = new ArrayList<>();
        sources.add(SourceText.of(Call.source("OfMath", ScalarCalls.math(Math.class))));
        sources.add(SourceText.of(renamed(Call.source("OfDouble", ScalarCalls.math(Double.class)), "doubles")));
        sources.add(SourceText.of(renamed(Call.source("OfFloat", ScalarCalls.math(Float.class)), "floats")));
        sources.add(SourceText.of(renamed(Call.source("OfStrictMath", ScalarCalls.math(StrictMath.class)), "strict")));
        sources.add(SourceText.of(renamed(Call.source("OfOperators", ScalarCalls.operators()), "operators")));
        sources.add(SourceText.of(renamed(Call.source("OfTensor", TensorCalls.all()), "tensor")));
        return sources;
    }

    /** A package of its own, as the methods are numbered alike. */
    private static String renamed(String source, String packageName) {
        return source.replaceFirst("package rules", "package rules." + packageName);
    }

    @ParameterizedTest
    @MethodSource("points")
    void agreesWithTheMethodItself(Point point) {
        assertAll(Modes.checks(point));
    }
}
