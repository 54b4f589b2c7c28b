package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files are NumPy's own: {@code write_npy.py} wrote them. */
class NpyTest {
    private static final Tensor X =
            Tensor.of(new double[][] {{1.5, -2, Double.POSITIVE_INFINITY}, {Double.NaN, 0.1, 1e-30}});
    private static final Tensor CUBE = Tensor.arange(24).reshape(2, 3, 4);

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(NpyTest.class.getResourceAsStream("npy/" + name))) {
            return in.readAllBytes();
        }
    }

    private static Tensor tensor(String name) throws IOException {
        return Npy.readTensor(new ByteArrayInputStream(bytes(name)));
    }

    @Test
    void readsTensors() throws IOException {
        assertThat(tensor("f4.npy")).isEqualTo(X.to(DType.FLOAT32));
        assertThat(tensor("f8.npy")).isEqualTo(X);
        assertThat(tensor("big-endian.npy")).isEqualTo(X);
        assertThat(tensor("version2.npy")).isEqualTo(X);
        assertThat(tensor("scalar.npy")).isEqualTo(Tensor.scalar(2.5f));
        assertThat(tensor("empty.npy")).isEqualTo(Tensor.zeros(0, 3));
        assertThat(tensor("vector.npy")).isEqualTo(Tensor.arange(5).to(DType.FLOAT64));
        assertThat(tensor("cube.npy")).isEqualTo(CUBE);
        assertThat(tensor("fortran.npy")).isEqualTo(CUBE);
    }

    @Test
    void readsIntegersAndTruthValues() throws IOException {
        assertThat(Npy.readIndex(new ByteArrayInputStream(bytes("i4.npy")))).isEqualTo(Index.of(new int[][] {
            {1, -2}, {3, Integer.MAX_VALUE}
        }));
        assertThat(Npy.readIndex(new ByteArrayInputStream(bytes("i8.npy")))).isEqualTo(Index.of(1, -2, 3));
        assertThat(Npy.readIndex(new ByteArrayInputStream(bytes("u1.npy")))).isEqualTo(Index.of(0, 255));
        assertThat(Npy.readMask(new ByteArrayInputStream(bytes("bool.npy"))))
                .isEqualTo(Mask.from(new boolean[] {true, false, true}, 1, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f4", "f8", "scalar", "empty", "vector", "cube"})
    void writesWhatNumpyWrites(String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(out, tensor(name + ".npy"));
        assertThat(out.toByteArray()).isEqualTo(bytes(name + ".npy"));
    }

    @Test
    void writesIntegersAndTruthValues() throws IOException {
        ByteArrayOutputStream integers = new ByteArrayOutputStream();
        Npy.write(integers, Npy.readIndex(new ByteArrayInputStream(bytes("i4.npy"))));
        assertThat(integers.toByteArray()).isEqualTo(bytes("i4.npy"));
        ByteArrayOutputStream mask = new ByteArrayOutputStream();
        Npy.write(mask, Npy.readMask(new ByteArrayInputStream(bytes("bool.npy"))));
        assertThat(mask.toByteArray()).isEqualTo(bytes("bool.npy"));
    }

    @Test
    void readsBackWhatIsLongerThanABlock(@TempDir Path directory) throws IOException {
        Tensor x = Tensor.arange(20_000).sin();
        Path file = directory.resolve("x.npy");
        Npy.write(file, x);
        assertThat(Npy.readTensor(file)).isEqualTo(x);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two.npz", "compressed.npz"})
    void readsSeveralTensors(String name, @TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve(name), bytes(name));
        assertThat(Npy.readTensors(file)).isEqualTo(Map.of("a", X.to(DType.FLOAT32), "b", Tensor.of(0.0, 1.0, 2.0)));
    }

    private static void assertRefused(byte[] content, String message) {
        assertThatThrownBy(() -> Npy.readTensor(new ByteArrayInputStream(content)))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }

    @Test
    void saysWhatIsWrong(@TempDir Path directory) throws IOException {
        byte[] whole = bytes("f4.npy");
        assertRefused(new byte[0], "this is no .npy file: it doesn't begin as one");
        assertRefused(new byte[200], "this is no .npy file: it doesn't begin as one");
        assertRefused(Arrays.copyOf(whole, 9), "the .npy file ends before its header: 1 of 2 bytes");
        assertRefused(Arrays.copyOf(whole, 60), "the .npy file ends in its header: 50 of 118 bytes");
        assertRefused(
                Arrays.copyOf(whole, whole.length - 3),
                "the .npy file ends within the array of shape [2, 3]: 21 of 24 bytes");
        byte[] version9 = whole.clone();
        version9[6] = 9;
        assertRefused(version9, "the .npy file has version 9, but only 1 to 3 are known");
        byte[] noShape = whole.clone();
        noShape[10 + "{'descr': '<f4', 'fortran_order': False, '".length()] = 'S';
        assertRefused(
                noShape,
                "the header of the .npy file isn't understood: {'descr': '<f4', 'fortran_order': False, 'Shape': (2, 3),"
                        + " }");
        assertRefused(
                bytes("complex.npy"),
                "the array has elements of NumPy's type c16, but a tensor is read from f4 and f8; integers are read as"
                        + " Index, truth values as Mask");
        assertThatThrownBy(() -> Npy.readIndex(new ByteArrayInputStream(bytes("too-large.npy"))))
                .hasMessage("element 1 of the array is 2147483648, which is no int");
        assertThatThrownBy(() -> Npy.readMask(new ByteArrayInputStream(bytes("u1.npy"))))
                .hasMessage("the array has elements of NumPy's type u1, but a Mask is read from b1");
        Path file = Files.write(directory.resolve("short.npy"), Arrays.copyOf(whole, 9));
        assertThatThrownBy(() -> Npy.readTensor(file))
                .hasMessage(file + ": the .npy file ends before its header: 1 of 2 bytes");
        assertThatThrownBy(() -> Npy.readTensors(file))
                .hasMessage(file + ": this is no .npz file, or there are no arrays in it");
    }

    @Test
    void takesAndGivesBuffers() {
        FloatBuffer buffer = FloatBuffer.wrap(new float[] {9, 1, 2, 3, 4}).position(1);
        Tensor x = TensorBuffers.read(buffer, 2, 2);
        buffer.put(1, 7);
        assertThat(x).isEqualTo(Tensor.of(new float[][] {{1, 2}, {3, 4}}));
        assertThat(buffer.position()).isEqualTo(1);
        FloatBuffer view = TensorBuffers.floats(x);
        assertThat(view.get(3)).isEqualTo(4);
        assertThatThrownBy(() -> view.put(0, 5)).isInstanceOf(ReadOnlyBufferException.class);
        assertThat(TensorBuffers.read(TensorBuffers.doubles(x), 4)).isEqualTo(Tensor.of(1.0, 2.0, 3.0, 4.0));
        assertThatThrownBy(() -> TensorBuffers.read(buffer, 3))
                .isInstanceOf(ShapeMismatchException.class)
                .hasMessage("from: 4 elements do not fill the shape [3], which has 3");
    }
}
