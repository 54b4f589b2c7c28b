package dev.jacobi.processor.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the members of one function's derivative are called.
 *
 * @param valueAndJvp the method that gives value and tangent
 * @param valueAndJvpType the record that it gives
 * @param pullback the method that runs the forward sweep
 * @param pullbackType the class that it gives
 * @param gradientType the record of the gradient by several parameters
 * @param valueAndGradientType the record of the value and the gradient
 * @param jacobiansType the record of the Jacobians by several parameters
 * @param jacobianType the record of the derivatives of each number of a record
 * @param valueAndJacobianType the record of the value and these
 */
public record DerivativeNames(
        String valueAndJvp,
        String valueAndJvpType,
        String pullback,
        String pullbackType,
        String gradientType,
        String valueAndGradientType,
        String jacobiansType,
        String jacobianType,
        String valueAndJacobianType) {

    /** The methods that every generated class may have. */
    public static final Set<String> MEMBERS = Set.of(
            "gradient",
            "valueAndGradient",
            "vjp",
            "jvp",
            "valueAndJvp",
            "pullback",
            "jacobian",
            "valueAndJacobian",
            "apply",
            "hvp",
            "hessian",
            "sparseJacobian",
            "sparseHessian",
            "gradientInto",
            "vjpInto");

    /** All names, of methods and classes. */
    public List<String> all() {
        return List.of(
                valueAndJvp,
                valueAndJvpType,
                pullback,
                pullbackType,
                gradientType,
                valueAndGradientType,
                jacobiansType,
                jacobianType,
                valueAndJacobianType);
    }

    /** The member for derivatives of second or higher order. */
    static String higherOrder(int order) {
        return order == 2 ? "hvp" : "derivative" + order;
    }

    /** The members for derivatives up to an order. */
    public static List<String> ofOrder(int order) {
        List<String> names = new ArrayList<>();
        for (int i = 2; i <= order; i++) {
            names.add(higherOrder(i));
        }
        return names;
    }

    /**
     * The names of an annotated method's members.
     *
     * @param overload 0 for the first method of its name in the class, 1 for the next; more where a class that the code
     *     mentions has such a name
     */
    public static DerivativeNames ofMethod(int overload) {
        String suffix = overload == 0 ? "" : String.valueOf(overload + 1);
        return new DerivativeNames(
                "valueAndJvp",
                "ValueAndJvp" + suffix,
                "pullback",
                "Pullback" + suffix,
                "Gradient" + suffix,
                "ValueAndGradient" + suffix,
                "Jacobians" + suffix,
                "Jacobian" + suffix,
                "ValueAndJacobian" + suffix);
    }

    /** The names for a helper method that has no generated class of its own. */
    public static DerivativeNames ofHelper(String method, int version) {
        String suffix = version == 0 ? "" : String.valueOf(version + 1);
        String type = capitalised(method);
        return new DerivativeNames(
                method + "AndJvp" + suffix,
                type + "AndJvp" + suffix,
                method + "Pullback" + suffix,
                type + "Pullback" + suffix,
                type + "Gradient" + suffix,
                type + "AndGradient" + suffix,
                type + "Jacobians" + suffix,
                type + "Jacobian" + suffix,
                type + "AndJacobian" + suffix);
    }

    /** The names for the halves of a helper that work in memory that is used again. */
    public static DerivativeNames inPlace(String method, int version) {
        String name = method + "InPlace" + (version == 0 ? "" : String.valueOf(version + 1));
        String type = capitalised(name);
        return new DerivativeNames(name, type, name, type, type, type, type, type, type);
    }

    /** {@code drag} becomes {@code Drag}. */
    public static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
