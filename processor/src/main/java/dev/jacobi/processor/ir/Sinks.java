package dev.jacobi.processor.ir;

import java.util.Set;

/** Classes whose objects show what they are given, and keep nothing that a program could read back. */
public final class Sinks {

    private static final Set<String> LOGGERS = Set.of(
            "java.io.Console",
            "java.lang.System.Logger",
            "java.util.logging.Logger",
            "org.apache.commons.logging.Log",
            "org.apache.logging.log4j.Logger",
            "org.slf4j.Logger");

    private static final Set<String> PRINTERS = Set.of("java.io.PrintStream", "java.io.PrintWriter");

    private Sinks() {}

    public static boolean isLogger(String className) {
        return LOGGERS.contains(className);
    }

    /** Those of static fields, such as {@code System.out}, show what they print; others may print into a text. */
    public static boolean isPrinter(String className) {
        return PRINTERS.contains(className);
    }
}
