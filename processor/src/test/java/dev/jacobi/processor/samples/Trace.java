package dev.jacobi.processor.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** What samples do besides computing: each call leaves a mark, so that tests see how often and in which order. */
public final class Trace {
    private static final List<String> EVENTS = new ArrayList<>();
    private static RandomGenerator random = fresh();

    private Trace() {}

    private static RandomGenerator fresh() {
        return new SplittableRandom(17);
    }

    /** Forgets everything, and begins the random numbers anew. */
    public static void reset() {
        EVENTS.clear();
        random = fresh();
    }

    public static List<String> events() {
        return List.copyOf(EVENTS);
    }

    /** A log line. */
    public static void note(String event) {
        EVENTS.add(event);
    }

    /** A log line with a number. */
    public static void note(String event, double value) {
        EVENTS.add(event + " " + value);
    }

    /** A counter: 1, 2, 3, … */
    public static int next() {
        EVENTS.add("next");
        return EVENTS.size();
    }

    /** A condition that leaves a mark. */
    public static boolean is(String event, boolean value) {
        EVENTS.add(event);
        return value;
    }

    /** A constant that leaves a mark. */
    public static double number(String event, double value) {
        EVENTS.add(event);
        return value;
    }

    public static double random() {
        EVENTS.add("random");
        return random.nextDouble();
    }

    public static RandomGenerator generator() {
        EVENTS.add("generator");
        return random;
    }
}
