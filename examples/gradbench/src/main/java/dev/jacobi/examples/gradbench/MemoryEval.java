package dev.jacobi.examples.gradbench;

import dev.jacobi.tape.Workspace;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The inputs and outputs of {@link LongShortTermMemory}. */
final class MemoryEval {
    static final Module MODULE = Module.named("lstm")
            .with(
                    "objective",
                    Input.class,
                    in -> () -> LongShortTermMemory.loss(in.mainParams, in.extraParams, in.state, in.sequence))
            .with("jacobian", Input.class, MemoryEval::jacobian);

    /** See {@link LongShortTermMemory#loss}. */
    record Input(double[][] mainParams, double[][] extraParams, double[][] state, double[][] sequence) {}

    private MemoryEval() {}

    private static Module.Prepared jacobian(Input in) {
        Workspace workspace = new Workspace();
        return () -> {
            double[][] mainBar = new double[in.mainParams.length][in.mainParams[0].length];
            double[][] extraBar = new double[in.extraParams.length][in.extraParams[0].length];
            LossGrad.gradientInto(in.mainParams, in.extraParams, in.state, in.sequence, mainBar, extraBar, workspace);
            return Stream.of(mainBar, extraBar)
                    .flatMap(Arrays::stream)
                    .flatMapToDouble(DoubleStream::of)
                    .toArray();
        };
    }
}
