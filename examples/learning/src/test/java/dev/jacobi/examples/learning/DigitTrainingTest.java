package dev.jacobi.examples.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.tensor.Tensor;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DigitTrainingTest {

    @Test
    void readsTheDataAsItsSourceDescribesIt() throws IOException {
        Digits digits = Digits.load();
        assertThat(digits.size()).isEqualTo(1797);
        assertThat(digits.labels().stream().distinct().sorted().toList()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(digits.pixels().min().item()).isZero();
        assertThat(digits.pixels().max().item()).isEqualTo(1);
    }

    @Test
    void aShortTrainingReadsNineOfTenUnseenDigits() throws IOException {
        int[] epochs = {0};
        DigitTraining training = DigitTraining.run(Digits.load(), 6, 1, () -> epochs[0]++);
        assertThat(epochs[0]).isEqualTo(6);
        assertThat(training.accuracy()).isGreaterThan(0.9);
        assertThat(training.losses().get(5).training())
                .isLessThan(training.losses().get(0).training() / 3);
    }

    @Test
    void theSameSeedGivesTheSameNetwork() throws IOException {
        Digits few = Digits.load().part(0, 420);
        DigitTraining once = DigitTraining.run(few, 2, 7, () -> {});
        assertThat(DigitTraining.run(few, 2, 7, () -> {}).losses()).isEqualTo(once.losses());
        assertThat(DigitTraining.run(few, 2, 8, () -> {}).losses()).isNotEqualTo(once.losses());
    }

    @Test
    void theLossOfEqualScoresIsThatOfGuessing() throws IOException {
        Digits few = Digits.load().part(0, 50);
        Tensor[] parameters = {
            Tensor.zeros(Digits.PIXELS, Digits.CLASSES),
            Tensor.full(300, few.pixels().dtype(), 10)
        };
        assertThat(Classifier.loss(parameters, few.pixels(), few.classes())).isCloseTo(Math.log(10), within(1e-4));
    }

    @Test
    void theGradientIsThatOfDifferences() throws IOException {
        Digits few = Digits.load().part(0, 20);
        Tensor[] parameters = Slopes.doubles(Network.random(new Random(3), Digits.PIXELS, 5, Digits.CLASSES));
        Tensor[] gradient = LossGrad.gradient(parameters, few.pixels(), few.classes());
        Slopes.check(parameters, gradient, p -> Classifier.loss(p, few.pixels(), few.classes()));
    }
}
