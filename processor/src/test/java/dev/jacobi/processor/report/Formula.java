package dev.jacobi.processor.report;

import java.util.Map;

/**
 * A formula as a page shows it, read anew: {@code ≤ 8·n + 24·m·n − 3}.
 *
 * @param atMost whether it is an upper bound
 */
record Formula(String text, boolean atMost) {

    static Formula of(String shown) {
        String plain = shown.replace("\u202f", "");
        return plain.startsWith("≤ ") ? new Formula(plain.substring(2), true) : new Formula(plain, false);
    }

    long at(Map<String, Integer> sizes) {
        if (text.equals("none") || text.equals("snapshots alone")) {
            return 0;
        }
        long sum = 0;
        for (String term : text.replace(" − ", " + −").split(" \\+ ")) {
            long product = term.startsWith("−") ? -1 : 1;
            for (String factor : term.replace("−", "").split("·")) {
                Integer size = sizes.get(factor);
                product *= size != null ? size : Long.parseLong(factor);
            }
            sum += product;
        }
        return sum;
    }
}
