package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which expressions lie within which array, as far as a generator knows. */
final class Indices {

    private record Known(Term array, Term index) {}

    private final List<Known> known = new ArrayList<>();
    private final Map<Term, Term> likeOther = new HashMap<>();

    Indices inner() {
        Indices inner = new Indices();
        inner.known.addAll(known);
        inner.likeOther.putAll(likeOther);
        return inner;
    }

    void add(Term array, Term index) {
        known.add(new Known(first(array), index));
    }

    /** Notes that an array is as long as another. */
    void alike(Term array, Term other) {
        likeOther.put(array, first(other));
    }

    private Term first(Term array) {
        return likeOther.getOrDefault(array, array);
    }

    List<Term> of(Term array) {
        return known.stream()
                .filter(k -> k.array().equals(first(array)))
                .map(Known::index)
                .toList();
    }
}
