package dev.jacobi.processor.inplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Once the workspace is warm, calls in place allocate not a single byte. */
class AllocationTest {
    private static final Path SOURCE = Path.of("src/test/resources/in-place/Measured.java");
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int CALLS = 500;

    private double[] last = {};

    @TestFactory
    Stream<DynamicTest> allocatesNothingOnceWarm() throws IOException, ReflectiveOperationException {
        Compilation compilation = Javac.compile(List.of(SourceText.of(Files.readString(SOURCE))));
        @SuppressWarnings("unchecked")
        Map<String, Runnable> calls = (Map<String, Runnable>) compilation
                .loader()
                .loadClass("measured.Measured")
                .getMethod("calls")
                .invoke(null);
        return calls.entrySet().stream()
                .map(call -> DynamicTest.dynamicTest(
                        call.getKey(),
                        () -> assertThat(bytes(call.getValue()))
                                .as("bytes for %d calls", CALLS)
                                .isZero()));
    }

    @Test
    void seesWhatIsAllocated() {
        assertThat(bytes(() -> last = new double[] {1})).isGreaterThanOrEqualTo(16L * CALLS);
    }

    /** The fewest of several rounds: what the machine itself allocates, as when it compiles a loop, comes once. */
    private static long bytes(Runnable call) {
        long fewest = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                call.run();
            }
            fewest = Math.min(fewest, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return fewest;
    }
}
