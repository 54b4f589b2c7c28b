package dev.jacobi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacobi.tensor.Tensor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VariableTest {
    private static Variable square(Variable x) {
        return Variable.of(
                x.value().square(), bar -> new Tensor[] {bar.mul(x.value()).mul(2)}, x);
    }

    private static Variable sum(Variable x, Variable y) {
        return Variable.of(x.value().add(y.value()), bar -> new Tensor[] {bar, bar}, x, y);
    }

    @Test
    void printsAsTheNotebookDoes() {
        assertThat(Variable.of(Tensor.of(2f))).hasToString("Variable containing:\n 2\n[FloatTensor of size 1]");
    }

    @Test
    void gathersGradientsUntilZeroed() {
        Variable x = Variable.of(Tensor.of(2f, 3f));
        assertThat(x.grad()).isNull();
        x.zeroGrad();
        assertThat(x.grad()).isNull();
        Variable v = square(x);
        v.backward(Tensor.of(1f));
        assertThat(x.grad()).isEqualTo(Tensor.of(4f, 6f));
        v.backward(Tensor.of(0f, 1f));
        assertThat(x.grad()).isEqualTo(Tensor.of(4f, 12f));
        x.zeroGrad();
        assertThat(x.grad()).isEqualTo(Tensor.of(0f, 0f));
        assertThat(v.grad()).isNull();
    }

    @Test
    void callsEachPullbackOnceWithTheSumOverUses() {
        AtomicInteger calls = new AtomicInteger();
        Variable x = Variable.of(Tensor.of(3.0));
        Variable y = Variable.of(
                x.value().mul(2),
                bar -> {
                    calls.incrementAndGet();
                    return new Tensor[] {bar.mul(2)};
                },
                x);
        Variable z = sum(sum(y, square(y)), y); // z = y² + 2y, y = 2x
        z.backward();
        assertThat(calls).hasValue(1);
        assertThat(x.grad()).isEqualTo(Tensor.of(2 * (2 * 6.0 + 2)));
    }

    @Test
    void theSameInputTwiceGetsBothParts() {
        Variable x = Variable.of(Tensor.of(3.0));
        sum(x, x).backward();
        assertThat(x.grad()).isEqualTo(Tensor.of(2.0));
    }

    @Test
    void longChainsNeedNoStack() {
        Variable x = Variable.of(Tensor.of(1.0));
        Variable y = x;
        for (int i = 0; i < 100_000; i++) {
            Variable input = y;
            y = Variable.of(input.value(), bar -> new Tensor[] {bar}, input);
        }
        y.backward();
        assertThat(x.grad()).isEqualTo(Tensor.of(1.0));
    }

    @Test
    void constantsGatherNothing() {
        Variable c = Variable.constant(Tensor.of(3.0));
        Variable x = Variable.of(Tensor.of(2.0));
        sum(c, x).backward();
        assertThat(c.grad()).isNull();
        assertThat(x.grad()).isEqualTo(Tensor.of(1.0));
        assertThat(square(c).requiresGrad()).isFalse();
        assertThatThrownBy(() -> square(c).backward())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("backward: this variable was computed from constants only; make what to differentiate by"
                        + " with Variable.of");
    }

    @Test
    void nullMeansNoDependence() {
        Variable x = Variable.of(Tensor.of(2.0));
        Variable.of(Tensor.of(1.0), bar -> new Tensor[] {null}, x).backward();
        assertThat(x.grad()).isNull();
    }

    @Test
    void aLeafIsItsOwnGradient() {
        Variable x = Variable.of(Tensor.of(2.0));
        x.backward();
        assertThat(x.grad()).isEqualTo(Tensor.of(1.0));
    }

    @Test
    void severalNumbersNeedASeed() {
        assertThatThrownBy(() -> Variable.of(Tensor.of(1f, 2f)).backward())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("backward() needs a single number, but the value has shape [2]: use backward(seed), or sum"
                        + " the value first");
        assertThatThrownBy(() -> Variable.of(Tensor.of(1f, 2f)).backward(Tensor.zeros(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Variable.backward: the seed has shape [3], which does not broadcast to the shape [2] of the"
                                + " result");
    }

    @Test
    void aFailingPullbackLeavesNothingHalfDone() {
        Variable x = Variable.of(Tensor.of(2.0));
        Variable broken = Variable.of(Tensor.of(1.0), bar -> new Tensor[] {Tensor.zeros(3)}, square(x));
        assertThatThrownBy(() -> sum(x, broken).backward())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a pullback gave a gradient of shape [3] for input 0, which has shape [1]");
        assertThat(x.grad()).isNull();
        Variable short0 = Variable.of(Tensor.of(1.0), bar -> new Tensor[0], x);
        assertThatThrownBy(short0::backward).hasMessage("a pullback gave 0 gradients for 1 inputs");
    }
}
