package dev.jacobi.processor.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A derivative that was written by hand: a function that takes what the ruled one takes, and more by its form.
 *
 * <pre>
 *   PARTIAL   (a, b)          ∂f/∂a
 *   VJP       (a, b, seed)    ⟨seed, ∂f/∂a⟩, ⟨seed, ∂f/∂b⟩
 *   JVP       (a, b, ȧ, ḃ)    ∂f/∂a·ȧ + ∂f/∂b·ḃ
 * </pre>
 *
 * @param function the function that computes it
 * @param by the parameters of the ruled function that it is taken by
 * @param takesValue whether it takes the ruled function's result, behind the arguments
 * @param result what it gives
 */
public record HandRule(Form form, FunctionName function, List<Integer> by, boolean takesValue, Type result) {

    /** What a rule computes. */
    public enum Form {
        PARTIAL,
        VJP,
        JVP
    }

    public HandRule {
        by = List.copyOf(by);
    }

    /** The rule that forward mode uses for a parameter; null where there is none. */
    public static @Nullable HandRule forward(List<HandRule> rules, int parameter) {
        return first(rules, parameter, Form.JVP, Form.PARTIAL, Form.VJP);
    }

    /** The rule that reverse mode uses for a parameter; null where there is none. */
    public static @Nullable HandRule reverse(List<HandRule> rules, int parameter) {
        return first(rules, parameter, Form.VJP, Form.PARTIAL, Form.JVP);
    }

    private static @Nullable HandRule first(List<HandRule> rules, int parameter, Form... forms) {
        for (Form form : forms) {
            for (HandRule rule : rules) {
                if (rule.form() == form && rule.by().contains(parameter)) {
                    return rule;
                }
            }
        }
        return null;
    }
}
