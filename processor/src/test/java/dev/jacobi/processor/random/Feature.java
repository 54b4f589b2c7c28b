package dev.jacobi.processor.random;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What generated programs may use beyond straight lines, branches and calls. */
enum Feature {
    LOOPS,
    /** {@code break} and {@code continue}, with and without labels. */
    JUMPS,
    ARRAYS,
    /** Arrays of two dimensions. */
    ROWS,
    /** Names that come to mean an array that has another name. */
    ALIASES,
    /** Methods whose result is an array. */
    ARRAY_RESULTS,
    /** Differentiable methods without a result: what they leave in their arrays is differentiated. */
    VOIDS,
    SWITCH,
    ASSERT,
    RECURSION,
    /** Records as locals, parameters and results, and arrays of them. */
    RECORDS,
    /** Local lambdas. */
    LAMBDAS,
    /** Functions in variables that change, as parameters and as results. */
    FUNCTIONS,
    /** Sums over elements and rows of arrays as models have them, and methods that are made of such. */
    SUMS,
    /** Methods that call derivatives of others, which therefore have no effects. */
    NESTED,
    /** Methods of an object, which may read its fields. */
    INSTANCES;

    /**
     * Reads {@code -Djacobi.language}: {@code straight}, {@code loops}, {@code arrays} or {@code all}, or single
     * features, with commas between.
     */
    static Set<Feature> of(String language) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        for (String word : language.split(",", -1)) {
            features.addAll(named(word.strip().toLowerCase(Locale.ROOT)));
        }
        return features;
    }

    private static Set<Feature> named(String word) {
        return switch (word) {
            case "straight" -> EnumSet.noneOf(Feature.class);
            case "loops" -> EnumSet.of(LOOPS, JUMPS);
            case "arrays" -> EnumSet.of(ARRAYS, ROWS, ALIASES, ARRAY_RESULTS, VOIDS);
            case "all" -> EnumSet.allOf(Feature.class);
            default -> EnumSet.of(valueOf(word.toUpperCase(Locale.ROOT)));
        };
    }
}
