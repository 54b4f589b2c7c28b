package dev.jacobi.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WorkspaceTest {
    private final Workspace workspace = new Workspace();

    private Scratch open() {
        return Workspace.open(workspace, "FGrad.gradientInto");
    }

    @Test
    void theNextCallGetsTheSameArraysAgain() {
        double[] first = open().array(double[].class, 3);
        first[1] = 5;
        workspace.close();
        double[] again = open().array(double[].class, 3);
        assertThat(again).isSameAs(first).containsExactly(0, 0, 0);
        workspace.close();
    }

    @Test
    void aCallInsideAnotherGetsOthers() {
        double[] outer = open().array(double[].class, 3);
        double[] inner = open().array(double[].class, 3);
        workspace.close();
        double[] later = open().array(double[].class, 3);
        workspace.close();
        workspace.close();
        assertThat(inner).isNotSameAs(outer);
        assertThat(later).isNotSameAs(outer).isNotSameAs(inner);
    }

    @Test
    void anExceptionLeavesItUsable() {
        Scratch scratch = open();
        double[] first = scratch.array(double[].class, 3);
        Throwable thrown = catchThrowable(() -> {
            try {
                scratch.array(double[].class, -1);
            } finally {
                workspace.close();
            }
        });
        assertThat(thrown).isInstanceOf(NegativeArraySizeException.class).hasMessage("-1");
        assertThat(open().array(double[].class, 3)).isSameAs(first);
        workspace.close();
    }

    @Test
    void clearedItMakesAllAnew() {
        double[] first = open().array(double[].class, 3);
        workspace.close();
        workspace.clear();
        assertThat(open().array(double[].class, 3)).isNotSameAs(first);
        assertThatIllegalStateException().isThrownBy(workspace::clear).withMessageContaining("at work");
        workspace.close();
    }

    @Test
    void refusesASecondThread() throws InterruptedException {
        open();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread other = new Thread(() -> thrown.set(catchThrowable(this::open)));
        other.start();
        other.join();
        workspace.close();
        assertThat(thrown.get())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("FGrad.gradientInto: another thread");
    }

    @Test
    void oneThreadAfterTheOtherMayUseIt() throws InterruptedException {
        open();
        workspace.close();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread other = new Thread(() -> thrown.set(catchThrowable(this::open)));
        other.start();
        other.join();
        assertThat(thrown.get()).isNull();
    }

    @Test
    void namesTheMemberWhereThereIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Workspace.open(null, "FGrad.gradientInto"))
                .withMessageStartingWith("FGrad.gradientInto: workspace is null");
    }
}
