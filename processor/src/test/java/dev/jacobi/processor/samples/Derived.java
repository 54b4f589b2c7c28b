package dev.jacobi.processor.samples;

import dev.jacobi.SparseMatrix;
import dev.jacobi.Variable;
import dev.jacobi.tensor.Tensor;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The members that were generated for one method, called by reflection.
 *
 * <p>The results of a void method are the arrays that it is differentiated by, as it leaves them: values, seeds and
 * what {@code jvp} gives are lists of these here.
 */
final class Derived {
    private final Inputs inputs;
    private final Method primal;
    private final List<Integer> wrt;
    private final Members members;
    private final InPlace inPlace;

    /**
     * @param wrt the indices of the inputs that are differentiated by
     * @param in the generated class's simple name, or empty
     */
    Derived(Inputs inputs, List<Integer> wrt, String in) {
        this.inputs = inputs;
        this.primal = inputs.primal();
        this.wrt = wrt;
        this.members = new Members(inputs, in);
        this.inPlace = new InPlace(inputs, wrt, members);
    }

    /** A value and a derivative: by each parameter, or one number per result. */
    record Valued(Object value, Object[] derivative) {}

    /** The value, and for each of its numbers the derivative by each parameter. */
    record Rows(Object value, List<Object[]> rows) {}

    /** A generated {@code Pullback}. */
    interface Pullback {
        Object value();

        Object[] apply(Object seed);

        /** The products by each parameter with a stack of seeds; null where seeds only go alone. */
        List<UnaryOperator<Tensor>> stacked();
    }

    Object[] gradient(Object[] arguments) {
        return byParameter(members.call("gradient", arguments));
    }

    Valued valueAndGradient(Object[] arguments) {
        Object both = members.call("valueAndGradient", arguments);
        return new Valued(get(both, "value"), byParameter(get(both, "gradient")));
    }

    /** Second derivatives times a direction for each parameter. */
    Object[] hvp(Object[] arguments, Object[] dots) {
        return hvpAlong(arguments, (Object[]) Numbers.copy(dots));
    }

    /** With these directions themselves. */
    Object[] hvpAlong(Object[] arguments, Object[] dots) {
        return byParameter(members.call("hvp", arguments, dotTypes(), dots));
    }

    boolean hasHessian() {
        return members.has("hessian");
    }

    /** A number, a tensor, or rows of numbers. */
    Object hessian(Object[] arguments) {
        return members.call("hessian", arguments);
    }

    boolean hasSparseHessian() {
        return members.has("sparseHessian");
    }

    SparseMatrix sparseHessian(Object[] arguments) {
        return (SparseMatrix) members.call("sparseHessian", arguments);
    }

    /** Whether the pattern of the sparse Jacobian is found without sets. */
    boolean hasDirectPattern() {
        return members.hasInside(primal.getName() + "Pattern");
    }

    boolean hasSparseJacobian() {
        return members.has("sparseJacobian");
    }

    SparseMatrix sparseJacobian(Object[] arguments) {
        return (SparseMatrix) members.call("sparseJacobian", arguments);
    }

    /** Whether Jacobians take several columns at once. */
    boolean hasLanesOfJacobian() {
        return hasJacobian() && members.hasInside(primal.getName() + "Jvps");
    }

    /** Whether Hessians take several rows at once. */
    boolean hasLanesOfHessian() {
        return hasHessian() && members.hasInside(primal.getName() + "JvpGradients");
    }

    /** Whether there are vector-Jacobian products: void methods have them in place only. */
    boolean hasVjp() {
        return !isVoid(primal) || inPlace.exists();
    }

    Object[] vjp(Object[] arguments, Object seed) {
        if (isVoid(primal)) {
            return inPlace.vjp(arguments, (Object[]) seed);
        }
        Object mine = Numbers.copy(seed);
        Object[] bars = byParameter(
                members.call("vjp", arguments, new Class<?>[] {primal.getReturnType()}, new Object[] {mine}));
        if (!Contents.same(mine, seed)) {
            throw new AssertionError("vjp changes its seed");
        }
        return bars;
    }

    Object jvp(Object[] arguments, Object[] dots) {
        return jvpInto(arguments, (Object[]) Numbers.copy(dots));
    }

    /** With these directions themselves, which the member may write into. */
    Object jvpInto(Object[] arguments, Object[] dots) {
        Object jvp = members.call("jvp", arguments, dotTypes(), dots);
        return isVoid(primal) ? arrays(dots) : jvp;
    }

    Valued valueAndJvp(Object[] arguments, Object[] dots) {
        Object both = members.call("valueAndJvp", arguments, dotTypes(), (Object[]) Numbers.copy(dots));
        return new Valued(get(both, "value"), new Object[] {get(both, "jvp")});
    }

    Pullback pullback(Object[] arguments) {
        Object pullback = members.call("pullback", arguments);
        return new Pullback() {
            @Override
            public Object value() {
                return get(pullback, "value");
            }

            @Override
            public Object[] apply(Object seed) {
                Method apply = Members.find(pullback.getClass(), "apply", primal.getReturnType());
                Object mine = Records.as(apply.getParameterTypes()[0], Numbers.copy(seed));
                return byParameter(invoke(apply, pullback, mine));
            }

            @Override
            public List<UnaryOperator<Tensor>> stacked() {
                Class<?> bars = Members.find(pullback.getClass(), "apply", primal.getReturnType())
                        .getReturnType();
                List<UnaryOperator<Tensor>> all = new ArrayList<>();
                for (int i = 0; i < wrt.size(); i++) {
                    boolean one = wrt.size() == 1;
                    String name = one ? "rows" : bars.getRecordComponents()[i].getName() + "Rows";
                    all.add(Members.inside(pullback.getClass(), name)
                            .map(method -> (UnaryOperator<Tensor>) seeds -> (Tensor) invoke(method, pullback, seeds))
                            .orElse(null));
                }
                return all;
            }
        };
    }

    /** By each parameter. */
    Object[] jacobian(Object[] arguments) {
        Object jacobian = members.call("jacobian", arguments);
        return primal.getReturnType().isRecord() ? new Object[] {jacobian} : byParameter(jacobian);
    }

    /** Where the method gives a record. */
    Rows valueAndJacobian(Object[] arguments) {
        Object both = members.call("valueAndJacobian", arguments);
        Record jacobian = (Record) get(both, "jacobian");
        List<Object[]> rows = Records.components(jacobian.getClass()).stream()
                .map(c -> byParameter(Records.get(jacobian, c)))
                .toList();
        return new Rows(get(both, "value"), rows);
    }

    /** Whether a record is among the parameters that are differentiated by. */
    boolean isByRecords() {
        return Arrays.stream(dotTypes()).anyMatch(InPlace::isRecord);
    }

    boolean hasJacobian() {
        return members.has("jacobian");
    }

    /** {@code apply} on arguments some of which are variables. */
    Variable apply(Object[] arguments) {
        return (Variable) members.apply(arguments);
    }

    InPlace inPlace() {
        return inPlace;
    }

    private Class<?>[] dotTypes() {
        return wrt.stream().map(inputs::type).toArray(Class<?>[]::new);
    }

    /** The components of a record by several parameters. */
    private Object[] byParameter(Object derivative) {
        if (wrt.size() == 1) {
            return new Object[] {derivative};
        }
        RecordComponent[] components = derivative.getClass().getRecordComponents();
        if (components.length != wrt.size()) {
            throw new AssertionError(derivative + " should have " + wrt.size() + " components");
        }
        return Arrays.stream(components)
                .map(c -> invoke(c.getAccessor(), derivative))
                .toArray();
    }

    static boolean isVoid(Method primal) {
        return primal.getReturnType() == void.class;
    }

    /** Those that are arrays. */
    static Object[] arrays(Object[] parameters) {
        return Arrays.stream(parameters).flatMap(Derived::arrays).toArray();
    }

    private static Stream<Object> arrays(Object value) {
        if (value instanceof Record whole) {
            return Records.components(whole.getClass()).stream()
                    .map(c -> Records.get(whole, c))
                    .flatMap(Derived::arrays);
        }
        return value != null && value.getClass().isArray() ? Stream.of(value) : Stream.empty();
    }

    private static Object get(Object target, String member) {
        return invoke(Members.find(target.getClass(), member), target);
    }

    /** Calls, and throws what the method throws. */
    static Object invoke(Method method, Object target, Object... arguments) {
        try {
            ((AccessibleObject) method).setAccessible(true);
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw Derived.<RuntimeException>asUnchecked(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asUnchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
