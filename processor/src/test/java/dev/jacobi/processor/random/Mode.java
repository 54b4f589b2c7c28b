package dev.jacobi.processor.random;

/** An enum that generated programs decide by. */
public enum Mode {
    LOW,
    MIDDLE,
    HIGH
}
