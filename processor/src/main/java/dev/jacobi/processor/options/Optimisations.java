package dev.jacobi.processor.options;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The optimisations that are made in a compilation. */
public final class Optimisations {

    /** All of them: what there is if nothing is said. */
    public static final Optimisations ALL = new Optimisations(Set.of(), List.of());

    /** Stands for every name. */
    private static final String EVERY = "all";

    private final Set<Optimisation> without;
    private final List<String> unknown;

    private Optimisations(Set<Optimisation> without, List<String> unknown) {
        this.without = without;
        this.unknown = unknown;
    }

    /** @param names those that are left out, between commas, or {@code all}; null if the option isn't given */
    public static Optimisations without(@Nullable String names) {
        if (names == null) {
            return ALL;
        }
        Set<Optimisation> without = EnumSet.noneOf(Optimisation.class);
        List<String> unknown = new ArrayList<>();
        for (String part : names.split(",", -1)) {
            String name = part.strip();
            Optional<Optimisation> named = Optimisation.named(name);
            if (named.isPresent()) {
                without.add(named.get());
            } else if (name.equals(EVERY)) {
                without.addAll(EnumSet.allOf(Optimisation.class));
            } else {
                unknown.add(name);
            }
        }
        return new Optimisations(without, List.copyOf(unknown));
    }

    public boolean has(Optimisation optimisation) {
        return !without.contains(optimisation);
    }

    /** Names in the option that are those of no optimisation. */
    public List<String> unknown() {
        return unknown;
    }

    /** All names that the option understands, for messages. */
    public static String names() {
        StringBuilder names = new StringBuilder();
        for (Optimisation optimisation : Optimisation.values()) {
            names.append(optimisation.id()).append(", ");
        }
        return names.append(EVERY).toString();
    }
}
