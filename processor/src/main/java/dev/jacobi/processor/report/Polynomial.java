package dev.jacobi.processor.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A polynomial in sizes that are known when a method is called: {@code 8·n + 24·n·m}. A size goes by the words that the
 * source has for it.
 */
final class Polynomial {

    static final Polynomial ZERO = constant(0);
    static final Polynomial ONE = constant(1);

    /** Coefficients by products: those of most factors first, so that what grows fastest leads. */
    private final SortedMap<Product, Long> terms;

    /** Sizes that are multiplied, in order; none for the constant. */
    private record Product(List<String> factors) implements Comparable<Product> {
        Product {
            factors = List.copyOf(factors);
        }

        @Override
        public int compareTo(Product other) {
            int bySize = Integer.compare(other.factors.size(), factors.size());
            return bySize != 0 ? bySize : String.join("·", factors).compareTo(String.join("·", other.factors));
        }

        Product times(Product other) {
            List<String> all = new ArrayList<>(factors);
            all.addAll(other.factors);
            Collections.sort(all);
            return new Product(all);
        }

        double at(Map<String, Long> sizes) {
            double value = 1;
            for (String factor : factors) {
                Long size = sizes.get(factor);
                if (size == null) {
                    throw new IllegalArgumentException("no value for " + factor);
                }
                value *= size;
            }
            return value;
        }
    }

    private Polynomial(SortedMap<Product, Long> terms) {
        this.terms = Collections.unmodifiableSortedMap(terms);
    }

    static Polynomial constant(long value) {
        return term(List.of(), value);
    }

    /** One size, by its words. */
    static Polynomial size(String words) {
        return term(List.of(words), 1);
    }

    private static Polynomial term(List<String> factors, long coefficient) {
        SortedMap<Product, Long> terms = new TreeMap<>();
        if (coefficient != 0) {
            terms.put(new Product(factors), coefficient);
        }
        return new Polynomial(terms);
    }

    Polynomial plus(Polynomial other) {
        SortedMap<Product, Long> sum = new TreeMap<>(terms);
        other.terms.forEach((product, coefficient) -> sum.merge(product, coefficient, Long::sum));
        sum.values().removeIf(coefficient -> coefficient == 0);
        return new Polynomial(sum);
    }

    Polynomial minus(Polynomial other) {
        return plus(other.times(constant(-1)));
    }

    Polynomial times(Polynomial other) {
        Polynomial product = new Polynomial(new TreeMap<>());
        for (Map.Entry<Product, Long> a : terms.entrySet()) {
            for (Map.Entry<Product, Long> b : other.terms.entrySet()) {
                product = product.plus(term(a.getKey().times(b.getKey()).factors(), a.getValue() * b.getValue()));
            }
        }
        return product;
    }

    Polynomial times(long factor) {
        return times(constant(factor));
    }

    /** A bound on both: of each coefficient the larger. Sizes aren't negative. */
    Polynomial max(Polynomial other) {
        SortedMap<Product, Long> larger = new TreeMap<>(terms);
        other.terms.forEach((product, coefficient) -> larger.merge(product, coefficient, Math::max));
        terms.forEach((product, coefficient) -> {
            if (!other.terms.containsKey(product)) {
                larger.put(product, Math.max(0, coefficient));
            }
        });
        larger.values().removeIf(coefficient -> coefficient <= 0);
        return new Polynomial(larger);
    }

    boolean isZero() {
        return terms.isEmpty();
    }

    /** The value for sizes that are known. */
    double at(Map<String, Long> sizes) {
        double value = 0;
        for (Map.Entry<Product, Long> term : terms.entrySet()) {
            value += term.getValue() * term.getKey().at(sizes);
        }
        return value;
    }

    /** All sizes that it mentions, in order. */
    List<String> sizes() {
        return terms.keySet().stream()
                .flatMap(product -> product.factors().stream())
                .distinct()
                .toList();
    }

    /** How many times another it is in the long run: the ratio of what grows fastest; 0 where they don't grow alike. */
    double ratio(Polynomial other) {
        double mine = 0;
        double theirs = 0;
        int degree = terms.isEmpty() ? 0 : terms.firstKey().factors().size();
        int otherDegree =
                other.terms.isEmpty() ? 0 : other.terms.firstKey().factors().size();
        for (Map.Entry<Product, Long> term : terms.entrySet()) {
            Long its = other.terms.get(term.getKey());
            if (term.getKey().factors().size() == degree) {
                if (its == null) {
                    return 0;
                }
                mine += term.getValue();
                theirs += its;
            }
        }
        return degree == otherDegree && theirs > 0 ? mine / theirs : 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Polynomial that && terms.equals(that.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    @Override
    public String toString() {
        if (terms.isEmpty()) {
            return "0";
        }
        StringBuilder text = new StringBuilder();
        terms.forEach((product, coefficient) -> {
            boolean first = text.isEmpty();
            text.append(coefficient < 0 ? (first ? "−" : " − ") : first ? "" : " + ");
            long size = Math.abs(coefficient);
            boolean alone = product.factors().isEmpty();
            if (alone || size != 1) {
                text.append(String.format("%,d", size).replace(',', '\u202f')).append(alone ? "" : "·");
            }
            text.append(String.join("·", product.factors()));
        });
        return text.toString();
    }
}
