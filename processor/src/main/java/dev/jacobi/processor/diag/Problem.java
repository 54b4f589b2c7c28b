package dev.jacobi.processor.diag;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something wrong with the user's program, as a value.
 *
 * @param span where; of a declaration, the span of its name
 * @param arguments what the kind's message and remedy are filled in with; behind that, of what can't be reached, the
 *     names of the classes and fields that are to be changed
 */
public record Problem(Kind kind, Span span, List<String> arguments) {
    /** Messages name classes as the source does: without their packages. */
    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z][\\w$]*\\.)+(?=[A-Z])");

    public Problem {
        arguments = List.copyOf(arguments);
    }

    public static Problem of(Kind kind, Span span, Object... arguments) {
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(argument.toString());
        }
        return new Problem(kind, span, texts);
    }

    /** Whether the problem is that a class isn't there. */
    public boolean misses(String qualifiedName) {
        if (kind != Kind.UNKNOWN_NAME && kind != Kind.UNKNOWN_TYPE) {
            return false;
        }
        String name = arguments.get(0);
        String simpleName = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
        return name.equals(simpleName)
                || name.startsWith(simpleName + ".")
                || name.equals(qualifiedName)
                || name.startsWith(qualifiedName + ".")
                || qualifiedName.startsWith(name + ".");
    }

    /** The classes and fields that must be changed, where that would do away with it wherever it is found. */
    List<String> toChange() {
        int shown = kind == Kind.PRIVATE_FIELDS ? 2 : kind == Kind.UNREACHABLE ? 3 : arguments.size();
        return arguments.subList(Math.min(shown, arguments.size()), arguments.size());
    }

    /** Whether any of them is an error rather than a warning. */
    public static boolean anyError(Iterable<Problem> problems) {
        for (Problem problem : problems) {
            if (!problem.kind().isWarning()) {
                return true;
            }
        }
        return false;
    }

    /** The whole message: id and what is wrong in the first line, the way out in the second. */
    public String text() {
        Object[] filling = new Object[arguments.size()];
        for (int i = 0; i < filling.length; i++) {
            filling[i] = kind == Kind.NOT_A_NAME || kind == Kind.REPORT_NOT_WRITTEN
                    ? arguments.get(i)
                    : PACKAGES.matcher(arguments.get(i)).replaceAll("");
        }
        return "[jacobi:" + kind.id() + "] " + kind.message(filling) + "\n  " + kind.remedy(filling);
    }
}
