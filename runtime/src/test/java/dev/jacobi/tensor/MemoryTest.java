package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Arrays that are released are given out again, each to one at a time, and no more of them are kept than agreed. */
class MemoryTest {

    private static Tensor made(int length) {
        return Tensor.ones(length).mul(2);
    }

    @Test
    void tensorsAreMadeInTheMemoryOfThoseReleased() {
        Tensor first = made(5000);
        Object elements = first.data();
        Memory.release(first);
        Tensor next = Tensor.ones(5000).exp();
        assertThat(next.data()).isSameAs(elements);
        assertThat(next.at(4999)).isCloseTo(Math.E, within(1e-6));
        assertThat(made(5000).data()).isNotSameAs(elements);
    }

    @Test
    void productsOfNothingAreZerosWhereOtherNumbersHaveBeen() {
        Memory.release(made(6000));
        assertThat(Tensor.zeros(2, 0).matmul(Tensor.zeros(0, 3000)).sum().item())
                .isZero();
    }

    @Test
    void whatIsReleasedTwiceIsOneTensorsAtATime() {
        Tensor twice = made(7000);
        Memory.release(twice, twice);
        assertThat(made(7000).data()).isNotSameAs(made(7000).data());
    }

    @Test
    void sumsThatAreTheTensorItselfKeepItsMemory() {
        Tensor bar = made(8000);
        Tensor kept = Memory.sumTo(bar, Tensor.zeros(8000));
        Tensor summed = made(8000).reshape(2, 4000);
        Tensor sum = Memory.sumTo(summed, Tensor.zeros(4000));
        Memory.release(bar, summed);
        assertThat(kept).isSameAs(bar);
        assertThat(made(8000).data()).isSameAs(summed.data());
        assertThat(made(8000).data()).isNotSameAs(kept.data());
        assertThat(kept.at(0)).isEqualTo(2);
        assertThat(sum.at(0)).isEqualTo(4);
    }

    @Test
    void aRowThatIsSummedKeepsItsMemory() {
        Tensor bar = made(9000).add(Tensor.zeros(1, 9000));
        Tensor kept = Memory.sumTo(bar, Tensor.zeros(9000));
        Memory.release(bar);
        assertThat(made(9000).data()).isNotSameAs(kept.data());
    }

    @Test
    void theOldestGiveWayToOthers() {
        Memory memory = new Memory(100);
        Object first = new float[10];
        Object second = new double[5];
        memory.keep(first, 10);
        memory.keep(second, -5);
        memory.keep(new float[26], 26);
        assertThat(memory.take(26)).isNull();
        memory.keep(new float[11], 11);
        assertThat(memory.take(10)).isNull();
        assertThat(memory.take(5)).isNull();
        assertThat(memory.take(-5)).isSameAs(second);
        assertThat(memory.take(-5)).isNull();
        for (int i = 1; i <= 40; i++) {
            memory.keep(new float[0], 0);
        }
        memory.keep(first, 10);
        memory.keep(first, 10);
        assertThat(memory.take(10)).isSameAs(first);
        assertThat(memory.take(10)).isNull();
    }

    @Test
    void threadsHaveTheirOwn() throws InterruptedException {
        Tensor released = made(10_000);
        Object elements = released.data();
        Memory.release(released);
        Object[] elsewhere = new Object[1];
        Thread thread = new Thread(() -> elsewhere[0] = made(10_000).data());
        thread.start();
        thread.join();
        assertThat(elsewhere[0]).isNotSameAs(elements);
        assertThat(made(10_000).data()).isSameAs(elements);
    }
}
