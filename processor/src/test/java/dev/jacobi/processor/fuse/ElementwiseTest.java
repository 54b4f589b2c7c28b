package dev.jacobi.processor.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.rules.TensorShapes;
import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.PairPass;
import dev.jacobi.tensor.Pass;
import dev.jacobi.tensor.Tensor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of operations that loops know is that of the tensors' methods. */
class ElementwiseTest {

    static Set<String> methods() {
        Set<String> names = new TreeSet<>();
        for (Method method : Tensor.class.getMethods()) {
            boolean ofTensors = method.getReturnType() == Tensor.class && !Modifier.isStatic(method.getModifiers());
            if (ofTensors && isElementwise(method.getName())) {
                names.add(method.getName());
            }
        }
        return names;
    }

    private static boolean isElementwise(String name) {
        List<Type> given = List.of(Type.Tensor.TYPE);
        String signature = "dev.jacobi.tensor.Tensor." + name + "()";
        return TensorShapes.isElementwise(
                new Primitive(Primitive.Form.METHOD, Type.Tensor.TYPE, name, given, Type.Tensor.TYPE, true, signature));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyElementwiseMethodIsFusedOrListedAsLeftAlone(String method) {
        assertThat(Elementwise.knows(method)).as(method).isTrue();
    }

    @Test
    void thePassesAreThoseOfTheRuntime() {
        assertThat(Elementwise.passes(1))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Pass.of(name)).isNotNull());
        assertThat(Elementwise.passes(2))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(PairPass.of(name)).isNotNull());
        assertThat(PairPass.of("pow")).isNotNull();
        assertThat(methods()).containsAll(Elementwise.passes(1)).containsAll(Elementwise.passes(2));
    }

    /** A call of a method of tensors, as code has it and as the runtime does. */
    record Made(Method method, List<Object> given) {
        Expr.Apply call() {
            List<Expr> operands = new ArrayList<>();
            for (Object operand : given) {
                Type type = operand instanceof Tensor
                        ? Type.Tensor.TYPE
                        : operand instanceof Boolean
                                ? Type.Scalar.BOOLEAN
                                : operand instanceof Integer ? Type.Scalar.INT : Type.Scalar.DOUBLE;
                operands.add(
                        operand instanceof Tensor
                                ? new Expr.Ref(new Var("x", type), Span.NOWHERE)
                                : new Expr.Literal(operand.toString(), type, Span.NOWHERE));
            }
            String name = method.getName();
            Primitive primitive = new Primitive(
                    Primitive.Form.METHOD,
                    Type.Tensor.TYPE,
                    name,
                    Walk.types(operands),
                    Type.Tensor.TYPE,
                    true,
                    "dev.jacobi.tensor.Tensor." + name + "()");
            return new Expr.Apply(primitive, operands, Span.NOWHERE);
        }

        @Override
        public String toString() {
            return method.getName() + given;
        }
    }

    /** Calls whose result loops may write over: with operands of which a method could give one back as it is. */
    static Stream<Made> made() {
        List<int[]> shapes = List.of(new int[] {}, new int[] {1}, new int[] {3}, new int[] {3, 1}, new int[] {2, 2});
        return Arrays.stream(Tensor.class.getMethods())
                .filter(m -> m.getReturnType() == Tensor.class && !Modifier.isStatic(m.getModifiers()))
                .flatMap(m ->
                        shapes.stream().flatMap(shape -> Stream.of(0, 1, 2).map(n -> made(m, shape, n))))
                .filter(made -> made.given.stream().noneMatch(String.class::isInstance))
                .filter(made -> Elementwise.isNew(made.call()));
    }

    private static Made made(Method method, int[] shape, int number) {
        List<Object> given = new ArrayList<>();
        given.add(Tensor.full(1, DType.FLOAT32, shape));
        for (Class<?> type : method.getParameterTypes()) {
            given.add(
                    type == Tensor.class
                            ? Tensor.full(number, DType.FLOAT32, shape)
                            : type == double.class
                                    ? (Object) (double) number
                                    : type == int.class ? (Object) 0 : type == boolean.class ? true : "none");
        }
        return new Made(method, given);
    }

    @ParameterizedTest
    @MethodSource("made")
    void whatLoopsMayWriteOverIsNobodyElses(Made made) throws ReflectiveOperationException {
        Tensor result;
        try {
            Object[] arguments = made.given.subList(1, made.given.size()).toArray();
            result = (Tensor) made.method.invoke(made.given.get(0), arguments);
        } catch (InvocationTargetException wrongShape) {
            assertThat(wrongShape.getCause()).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        for (Object operand : made.given) {
            if (operand instanceof Tensor tensor) {
                assertThat(elements(result)).isNotSameAs(elements(tensor));
            }
        }
    }

    @Test
    void loopsMayWriteOverMostOperations() {
        assertThat(made().map(made -> made.method.getName()).distinct())
                .contains("add", "exp", "matmul", "atan2", "sum")
                .doesNotContain("positive", "to", "reshape", "sumTo");
    }

    private static Object elements(Tensor tensor) throws ReflectiveOperationException {
        Field floats = Tensor.class.getDeclaredField("floats");
        floats.setAccessible(true);
        return floats.get(tensor);
    }
}
