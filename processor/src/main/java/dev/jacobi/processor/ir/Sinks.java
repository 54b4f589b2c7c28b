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

    /** Methods that give the same logger for the same name, or class, whoever asks. */
    private static final Set<String> FACTORIES = Set.of(
            "java.lang.System.getLogger",
            "java.util.logging.Logger.getLogger",
            "org.apache.commons.logging.LogFactory.getLog",
            "org.apache.logging.log4j.LogManager.getLogger",
            "org.slf4j.LoggerFactory.getLogger");

    private static final Set<String> PRINTERS = Set.of("java.io.PrintStream", "java.io.PrintWriter");

    private Sinks() {}

    public static boolean isLogger(String className) {
        return LOGGERS.contains(className);
    }

    /** Whether a method finds a logger by its name. */
    public static boolean isFactory(String className, String method) {
        return FACTORIES.contains(className + "." + method);
    }

    /** Those of static fields, such as {@code System.out}, show what they print; others may print into a text. */
    public static boolean isPrinter(String className) {
        return PRINTERS.contains(className);
    }
}
