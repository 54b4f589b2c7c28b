package dev.jacobi.tape;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class ReceiversTest {
    private static class Model {}

    private static final class Special extends Model {}

    @Test
    void takesTheClassItself() {
        assertThatCode(() -> Receivers.checkExact(new Model(), Model.class, "Model.energy"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesWhatMayOverride() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Receivers.checkExact(new Special(), Model.class, "Model.energy"))
                .withMessage("Model.energy is differentiated as Model declares it, but this is a "
                        + Special.class.getName()
                        + ", which may override it: make the method or its class final");
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> Receivers.checkExact(null, Model.class, "Model.energy"));
    }
}
