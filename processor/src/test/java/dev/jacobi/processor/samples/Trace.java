package dev.jacobi.processor.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** What samples do besides computing: each call leaves a mark, so that tests see how often and in which order. */
public final class Trace {
    /** Of each thread its own, as several classes of tests run at once. */
    private static final ThreadLocal<Trace> OWN = ThreadLocal.withInitial(Trace::new);

    private final List<String> events = new ArrayList<>();
    private final RandomGenerator random = new SplittableRandom(17);

    private Trace() {}

    /** Forgets everything, and begins the random numbers anew. */
    public static void reset() {
        OWN.set(new Trace());
    }

    public static List<String> events() {
        return List.copyOf(OWN.get().events);
    }

    private static void add(String event) {
        OWN.get().events.add(event);
    }

    /** A log line. */
    public static void note(String event) {
        add(event);
    }

    /** A log line with a number. */
    public static void note(String event, double value) {
        add(event + " " + value);
    }

    /** A counter: 1, 2, 3, … */
    public static int next() {
        add("next");
        return OWN.get().events.size();
    }

    /** A condition that leaves a mark. */
    public static boolean is(String event, boolean value) {
        add(event);
        return value;
    }

    /** A constant that leaves a mark. */
    public static double number(String event, double value) {
        add(event);
        return value;
    }

    public static double random() {
        add("random");
        return OWN.get().random.nextDouble();
    }

    public static RandomGenerator generator() {
        add("generator");
        return OWN.get().random;
    }
}
