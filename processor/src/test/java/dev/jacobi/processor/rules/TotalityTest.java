package dev.jacobi.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.tensor.Tensor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is forgotten: every public method of a library has a rule, or is listed as having none. */
class TotalityTest {
    private static final List<String> OF_OBJECT = List.of("equals", "hashCode", "toString");

    @ParameterizedTest
    @ValueSource(classes = {Math.class, StrictMath.class, Double.class, Float.class, Tensor.class})
    void everyMethodIsInTheTable(Class<?> library) {
        List<String> keys =
                Rules.all(library.getName()).stream().map(Rules::key).toList();
        for (Method method : methods(library)) {
            boolean listed =
                    keys.contains(key(method)) || isIntegerMethod(library, method) || isConversion(library, method);
            assertThat(listed).as("%s has a rule, or is listed", method).isTrue();
        }
    }

    /** A rule for a method that isn't there would never be used: a misspelt one, or one of a newer JDK. */
    @ParameterizedTest
    @ValueSource(classes = {Math.class, Double.class, Float.class, Tensor.class})
    void everyRuleIsForAMethod(Class<?> library) {
        List<String> keys = methods(library).stream().map(TotalityTest::key).toList();
        List<String> newer = Runtime.version().feature() < 21 ? List.of("clamp", "floatToFloat16") : List.of();
        for (Rule rule : Rules.all(library.getName())) {
            boolean known = keys.contains(Rules.key(rule))
                    || OF_OBJECT.contains(rule.name())
                    || library != Tensor.class && newer.contains(rule.name());
            assertThat(known).as(rule.header()).isTrue();
        }
    }

    static Stream<Class<?>> libraries() {
        return Stream.of(Math.class, Double.class, Float.class, Tensor.class);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void noMethodIsListedTwice(Class<?> library) {
        List<String> keys =
                Rules.all(library.getName()).stream().map(Rules::key).toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    /** One partial derivative for each operand that carries derivatives. */
    @ParameterizedTest
    @MethodSource("libraries")
    void everyRuleHasAPartialForEachOperand(Class<?> library) {
        for (Method method : methods(library)) {
            for (Rule rule : Rules.all(library.getName())) {
                if (Rules.key(rule).equals(key(method)) && !rule.isNone() && !rule.isDefined()) {
                    assertThat(rule.partials()).as(rule.header()).hasSize(differentiableOperands(method));
                }
            }
        }
    }

    /** Methods named as integer methods take and give no floating point number, on this JDK. */
    @Test
    void integerMethodsAreNamedOnce() {
        List<String> names = Rules.integerMathMethods();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(new ArrayList<>(new TreeSet<>(names))).isEqualTo(names);
    }

    private static int differentiableOperands(Method method) {
        boolean receiver = !Modifier.isStatic(method.getModifiers());
        return (receiver ? 1 : 0)
                + (int) Arrays.stream(method.getParameterTypes())
                        .filter(TotalityTest::carriesDerivative)
                        .count();
    }

    private static boolean carriesDerivative(Class<?> type) {
        return type.isArray() ? carriesDerivative(type.getComponentType()) : isFloating(type) || type == Tensor.class;
    }

    private static boolean isIntegerMethod(Class<?> library, Method method) {
        boolean floating = isFloating(method.getReturnType())
                || Arrays.stream(method.getParameterTypes()).anyMatch(TotalityTest::isFloating);
        return library != Tensor.class
                && !floating
                && Rules.integerMathMethods().contains(method.getName());
    }

    private static boolean isConversion(Class<?> library, Method method) {
        return library.getSuperclass() == Number.class
                && Rules.numberConversions().contains(method.getName());
    }

    private static boolean isFloating(Class<?> type) {
        return type == double.class || type == float.class;
    }

    private static List<Method> methods(Class<?> library) {
        return Arrays.stream(library.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
                .filter(m -> !OF_OBJECT.contains(m.getName()) || m.getParameterCount() == 1 && isOnNumbers(m))
                .filter(m -> library.getSuperclass() != Number.class || isOnNumbers(m))
                .toList();
    }

    /** Whether a method takes or gives a number: of boxes no other matters. */
    private static boolean isOnNumbers(Method method) {
        return isFloating(method.getReturnType())
                || Arrays.stream(method.getParameterTypes()).anyMatch(TotalityTest::isFloating);
    }

    /** {@code add(dev.jacobi.tensor.Tensor)}. */
    private static String key(Method method) {
        List<String> types = Arrays.stream(method.getParameterTypes())
                .map(Class::getCanonicalName)
                .toList();
        return method.getName() + "(" + String.join(",", types) + ")";
    }
}
