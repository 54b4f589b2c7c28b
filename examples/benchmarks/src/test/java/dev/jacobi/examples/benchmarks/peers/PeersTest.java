package dev.jacobi.examples.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.examples.benchmarks.peers.Problem.Inputs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the table compares like with like. */
class PeersTest {

    @ParameterizedTest
    @EnumSource
    void allGiveTheSameGradient(Problem problem) {
        for (int n : new int[] {2, 3, 10, 257}) {
            Inputs inputs = problem.inputs(n);
            double[] byHand = ByHand.gradient(problem, inputs);
            for (Peer peer : new Peer[] {new Jacobi(), new Hipparchus()}) {
                double[] gradient = peer.prepare(problem, inputs).gradient().get();
                assertThat(Peer.difference(gradient, byHand))
                        .as("%s, n = %d", peer.getClass().getSimpleName(), n)
                        .isLessThan(1e-12);
            }
        }
    }
}
