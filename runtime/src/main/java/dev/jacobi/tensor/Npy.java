package dev.jacobi.tensor;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * NumPy's files, as {@code numpy.save} and {@code numpy.savez} write them. Arrays in C's and in Fortran's order are
 * read, of either byte order; what is written are the very bytes that NumPy writes. A file that ends too early, or
 * isn't such a file, or holds another type than is asked for, is an {@link IOException} that says so.
 */
public final class Npy {
    private Npy() {}

    /**
     * The tensor in a {@code .npy} file: float32 from NumPy's {@code f4}, float64 from {@code f8}. NumPy: {@code load}.
     */
    public static Tensor readTensor(Path file) throws IOException {
        return read(file).toTensor();
    }

    /** The tensor in a stream, from which no more than the array is read. NumPy: {@code load}. */
    public static Tensor readTensor(InputStream in) throws IOException {
        return NpyArray.read(Checks.present("readTensor", "in", in)).toTensor();
    }

    /** The integers in a {@code .npy} file, of any size if they fit into an int. NumPy: {@code load}. */
    public static Index readIndex(Path file) throws IOException {
        return read(file).toIndex();
    }

    /** The integers in a stream, from which no more than the array is read. NumPy: {@code load}. */
    public static Index readIndex(InputStream in) throws IOException {
        return NpyArray.read(Checks.present("readIndex", "in", in)).toIndex();
    }

    /** The truth values in a {@code .npy} file. NumPy: {@code load}. */
    public static Mask readMask(Path file) throws IOException {
        return read(file).toMask();
    }

    /** The truth values in a stream, from which no more than the array is read. NumPy: {@code load}. */
    public static Mask readMask(InputStream in) throws IOException {
        return NpyArray.read(Checks.present("readMask", "in", in)).toMask();
    }

    /**
     * The tensors in a {@code .npz} file, compressed or not, by their names and in their order; arrays of other types
     * than f4 and f8 aren't allowed in it. NumPy: {@code load}.
     */
    public static Map<String, Tensor> readTensors(Path file) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(
                new BufferedInputStream(Files.newInputStream(Checks.present("readTensors", "file", file))))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                try {
                    tensors.put(entry.getName().replaceFirst("\\.npy$", ""), readTensor(in));
                } catch (IOException e) {
                    throw new IOException(file + ", " + entry.getName() + ": " + e.getMessage(), e);
                }
            }
        }
        if (tensors.isEmpty()) {
            throw new IOException(file + ": this is no .npz file, or there are no arrays in it");
        }
        return tensors;
    }

    private static NpyArray read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Checks.present("read", "file", file)))) {
            return NpyArray.read(in);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** Writes a tensor as {@code f4} or {@code f8}. NumPy: {@code save}. */
    public static void write(Path file, Tensor tensor) throws IOException {
        try (OutputStream out = open(file)) {
            write(out, tensor);
        }
    }

    /** Writes a tensor as {@code f4} or {@code f8}; the stream is left open. NumPy: {@code save}. */
    public static void write(OutputStream out, Tensor tensor) throws IOException {
        boolean isFloat = Checks.present("write", "tensor", tensor).dtype() == DType.FLOAT32;
        out.write(NpyArray.header(isFloat ? "<f4" : "<f8", tensor.shape()));
        Elements elements = new Elements(out, isFloat ? 4 : 8, tensor.size());
        elements.write((block, i) -> {
            if (isFloat) {
                block.putFloat(tensor.floats()[i]);
            } else {
                block.putDouble(tensor.doubles()[i]);
            }
        });
    }

    /** Writes integers as {@code i4}. NumPy: {@code save}. */
    public static void write(Path file, Index index) throws IOException {
        try (OutputStream out = open(file)) {
            write(out, index);
        }
    }

    /** Writes integers as {@code i4}; the stream is left open. NumPy: {@code save}. */
    public static void write(OutputStream out, Index index) throws IOException {
        int[] elements = Checks.present("write", "index", index).elements();
        out.write(NpyArray.header("<i4", index.shape()));
        new Elements(out, 4, elements.length).write((block, i) -> block.putInt(elements[i]));
    }

    /** Writes truth values as {@code b1}. NumPy: {@code save}. */
    public static void write(Path file, Mask mask) throws IOException {
        try (OutputStream out = open(file)) {
            write(out, mask);
        }
    }

    /** Writes truth values as {@code b1}; the stream is left open. NumPy: {@code save}. */
    public static void write(OutputStream out, Mask mask) throws IOException {
        boolean[] elements = Checks.present("write", "mask", mask).elements();
        out.write(NpyArray.header("|b1", mask.shape()));
        new Elements(out, 1, elements.length).write((block, i) -> block.put((byte) (elements[i] ? 1 : 0)));
    }

    private static OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(Checks.present("write", "file", file)));
    }

    /** Writes elements by blocks. */
    private record Elements(OutputStream out, int itemSize, int count) {
        private static final int BLOCK = 1 << 13;

        interface Putting {
            void put(ByteBuffer block, int i);
        }

        void write(Putting putting) throws IOException {
            ByteBuffer block = ByteBuffer.allocate(BLOCK * itemSize).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < count; i++) {
                putting.put(block, i);
                if (!block.hasRemaining() || i == count - 1) {
                    out.write(block.array(), 0, block.position());
                    block.clear();
                }
            }
        }
    }
}
