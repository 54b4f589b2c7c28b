package dev.jacobi.processor.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.rules.TensorShapes;
import dev.jacobi.tensor.PairPass;
import dev.jacobi.tensor.Pass;
import dev.jacobi.tensor.Tensor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
}
