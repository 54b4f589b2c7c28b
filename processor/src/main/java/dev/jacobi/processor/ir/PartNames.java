package dev.jacobi.processor.ir;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of the private records of several values that functions give side by side. Functions are shared by the whole
 * compilation, so each has a name first that no other has, {@code DragP$00a}. In the text of a class that becomes
 * {@code DragParts}, and {@code DragParts2} where the class has two of them: so it is the same whatever else is
 * compiled. Both names have one length, as lines are broken before.
 */
public final class PartNames {

    private static final String SIGN = "P$";
    private static final String WORD = "Parts";
    private static final Pattern FIRST = Pattern.compile("\\w+P\\$[0-9a-z]{3,}");

    private PartNames() {}

    /** The first name of the record of the function with that number in the compilation. */
    public static String first(String word, int number) {
        String digits = Integer.toString(number, Character.MAX_RADIX);
        return word + SIGN + "0".repeat(Math.max(0, WORD.length() - SIGN.length() - digits.length())) + digits;
    }

    /**
     * The text of a class with the final names.
     *
     * @param declared the names of the classes in it, in their order
     */
    public static String settled(String text, Collection<String> declared) {
        Map<String, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>(declared);
        for (String name : declared) {
            if (FIRST.matcher(name).matches()) {
                names.put(name, free(name.substring(0, name.lastIndexOf(SIGN)) + WORD, taken));
            }
        }
        return names.isEmpty()
                ? text
                : FIRST.matcher(text)
                        .replaceAll(found ->
                                names.getOrDefault(found.group(), found.group().replace("$", "\\$")));
    }

    private static String free(String wish, Set<String> taken) {
        String name = wish;
        for (int i = 2; !taken.add(name); i++) {
            name = wish + i;
        }
        return name;
    }
}
