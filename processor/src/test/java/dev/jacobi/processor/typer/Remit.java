package dev.jacobi.processor.typer;

/**
 * What the typer refuses, by its message's beginning. None of it can carry a derivative:
 *
 * <ul>
 *   <li>values of classes declared inside a method (anonymous ones and those of enum constants among them), and calls
 *       of the methods that these declare: the compiler's model of classes, which the typer works from, has no such
 *       class while processors run;
 *   <li>types that the model can't express or that have no end: intersections (of a cast, or of what several values
 *       have in common), and type variables bounded by themselves that nothing decides.
 * </ul>
 */
final class Remit {

    private static final String LOCAL = "[jacobi:unsupported] a class declared inside the method";
    private static final String UNTYPED = "[jacobi:unsupported] this expression, whose type can't be worked out";

    private Remit() {}

    /** Why a refusal is right, or empty if it isn't. */
    static String of(String refusal) {
        if (refusal.startsWith(LOCAL)) {
            return "class inside a method";
        }
        return refusal.startsWith(UNTYPED) ? "type without a name" : "";
    }
}
