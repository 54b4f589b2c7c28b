package dev.jacobi.processor.options;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * By what the sweeps of reverse mode compute {@code exp}, {@code log} and {@code tanh} ({@code -Ajacobi.functions}).
 */
public enum Computing {
    /** By {@link Math}, so that values have the bits that the method itself gives. */
    JAVA,

    /** In long loops by the runtime's own, of many numbers at once: values may differ in their last bits. */
    FAST,

    /** In all loops that can be cut for it: for Jacobi's own tests. */
    EVERYWHERE;

    /** @param name as the option has it; null if it isn't given. Empty for one that isn't known */
    public static Optional<Computing> named(@Nullable String name) {
        return name == null
                ? Optional.of(JAVA)
                : Arrays.stream(values()).filter(f -> f.id().equals(name)).findFirst();
    }

    /** How the option names it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names for users, for messages. */
    public static String names() {
        return Arrays.stream(values())
                .filter(f -> f != EVERYWHERE)
                .map(Computing::id)
                .collect(Collectors.joining(", "));
    }
}
