package dev.jacobi.processor.backend;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Parameters of generated methods. Java gives a method 255 slots for them, of which a {@code long} or {@code double}
 * takes two (JVMS 4.3.3), and derivatives have more parameters than what they are derivatives of: a {@code jvp} has a
 * direction beside each number.
 */
final class ParameterSlots {

    private static final int MOST = 255;

    private ParameterSlots() {}

    /** The name of a method in the class, or in one inside it, that has too many. */
    static Optional<String> exceeded(TypeSpec type) {
        for (MethodSpec method : type.methodSpecs()) {
            if (slots(method) > MOST) {
                return Optional.of(method.name());
            }
        }
        return type.typeSpecs().stream()
                .flatMap(inside -> exceeded(inside).stream())
                .findFirst();
    }

    private static int slots(MethodSpec method) {
        int slots = method.modifiers().contains(Modifier.STATIC) ? 0 : 1;
        for (ParameterSpec parameter : method.parameters()) {
            slots +=
                    parameter.type().equals(TypeName.DOUBLE) || parameter.type().equals(TypeName.LONG) ? 2 : 1;
        }
        return slots;
    }
}
