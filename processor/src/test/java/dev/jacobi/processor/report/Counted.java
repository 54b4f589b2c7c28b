package dev.jacobi.processor.report;

/** What the code of {@link CountedSource} calls in the place of operators: does the same, and counts. */
public final class Counted {
    static long operations;
    static long recorded;
    static long room;

    private Counted() {}

    static void reset() {
        operations = 0;
        recorded = 0;
        room = 0;
    }

    public static int plus(int a, int b) {
        return a + b;
    }

    public static double plus(double a, double b) {
        operations++;
        return a + b;
    }

    public static float plus(float a, float b) {
        operations++;
        return a + b;
    }

    public static int minus(int a, int b) {
        return a - b;
    }

    public static double minus(double a, double b) {
        operations++;
        return a - b;
    }

    public static float minus(float a, float b) {
        operations++;
        return a - b;
    }

    public static int times(int a, int b) {
        return a * b;
    }

    public static double times(double a, double b) {
        operations++;
        return a * b;
    }

    public static float times(float a, float b) {
        operations++;
        return a * b;
    }

    public static int divide(int a, int b) {
        return a / b;
    }

    public static double divide(double a, double b) {
        operations++;
        return a / b;
    }

    public static float divide(float a, float b) {
        operations++;
        return a / b;
    }

    public static int remainder(int a, int b) {
        return a % b;
    }

    public static double remainder(double a, double b) {
        operations++;
        return a % b;
    }

    /** A value of {@code Math}. */
    public static int function(int value) {
        return value;
    }

    public static float function(float value) {
        operations++;
        return value;
    }

    public static double function(double value) {
        operations++;
        return value;
    }

    /** A value that is put on a tape. */
    public static double record(double value) {
        recorded += Double.BYTES;
        return value;
    }

    public static float record(float value) {
        recorded += Float.BYTES;
        return value;
    }

    public static int record(int value) {
        recorded += Integer.BYTES;
        return value;
    }

    public static boolean record(boolean value) {
        recorded++;
        return value;
    }

    /** A tape that is made. */
    public static double[] made(double[] tape) {
        room += (long) Double.BYTES * tape.length;
        return tape;
    }

    public static float[] made(float[] tape) {
        room += (long) Float.BYTES * tape.length;
        return tape;
    }

    public static int[] made(int[] tape) {
        room += (long) Integer.BYTES * tape.length;
        return tape;
    }

    public static boolean[] made(boolean[] tape) {
        room += tape.length;
        return tape;
    }

    /** A tape that takes the place of a shorter one. */
    public static double[] grown(double[] tape, double[] before) {
        room += (long) Double.BYTES * (tape.length - before.length);
        return tape;
    }

    public static int[] grown(int[] tape, int[] before) {
        room += (long) Integer.BYTES * (tape.length - before.length);
        return tape;
    }

    public static boolean[] grown(boolean[] tape, boolean[] before) {
        room += tape.length - before.length;
        return tape;
    }
}
