package dev.jacobi.tensor;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is in a {@code .npy} file: a text that describes the array, as Python writes a dictionary, then the elements.
 * (NumPy, numpy.lib.format: versions 1.0 and 2.0 differ in the bytes that the text's length takes, 3.0 in its
 * encoding.)
 *
 * @param type NumPy's name of the element type, such as {@code f4}
 * @param data the elements in row-major order, little-endian or big-endian as {@code order} says
 */
record NpyArray(String type, Shape shape, ByteOrder order, byte[] data) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>|=])?([a-zA-Z]\\d{1,3})'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d,\\s]*)\\)");

    static NpyArray read(InputStream in) throws IOException {
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw new IOException("this is no .npy file: it doesn't begin as one");
        }
        int version = in.read();
        if (version < 1 || version > 3 || in.read() < 0) {
            throw new IOException("the .npy file has version " + version + ", but only 1 to 3 are known");
        }
        ByteBuffer length = ByteBuffer.wrap(bytes(in, version == 1 ? 2 : 4, "before its header"))
                .order(ByteOrder.LITTLE_ENDIAN);
        int size = version == 1 ? Short.toUnsignedInt(length.getShort()) : length.getInt();
        if (size < 0) {
            throw new IOException("the header of the .npy file has a length past 2 GB");
        }
        return parse(in, new String(bytes(in, size, "in its header"), StandardCharsets.UTF_8));
    }

    private static NpyArray parse(InputStream in, String header) throws IOException {
        Matcher type = found(TYPE, header);
        boolean fortran = found(FORTRAN, header).group(1).equals("True");
        Shape shape = shape(found(SHAPE, header).group(1));
        int itemSize = Integer.parseInt(type.group(2).substring(1));
        long size = (long) shape.size() * itemSize;
        if (size > Integer.MAX_VALUE - 8) {
            throw new IOException("the array of shape " + shape + " has " + size + " bytes, but at most 2 GB are read");
        }
        byte[] data = bytes(in, (int) size, "within the array of shape " + shape);
        ByteOrder order = ">".equals(type.group(1)) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NpyArray(type.group(2), shape, order, fortran ? byRows(data, shape, itemSize) : data);
    }

    private static Matcher found(Pattern pattern, String header) throws IOException {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new IOException("the header of the .npy file isn't understood: " + header.strip());
        }
        return matcher;
    }

    private static Shape shape(String text) throws IOException {
        try {
            return Shape.of(Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(dim -> !dim.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray());
        } catch (IllegalArgumentException e) {
            throw new IOException("the array of the .npy file has a shape that no tensor has: (" + text + ")", e);
        }
    }

    private static byte[] bytes(InputStream in, int count, String where) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the .npy file ends " + where + ": " + bytes.length + " of " + count + " bytes");
        }
        return bytes;
    }

    /** From Fortran's order, in which the first index runs fastest. */
    private static byte[] byRows(byte[] data, Shape shape, int itemSize) {
        byte[] out = new byte[data.length];
        int[] index = new int[shape.rank()];
        for (int to = 0; to < data.length; to += itemSize) {
            int from = 0;
            for (int dim = shape.rank() - 1; dim >= 0; dim--) {
                from = from * shape.at(dim) + index[dim];
            }
            System.arraycopy(data, from * itemSize, out, to, itemSize);
            for (int dim = shape.rank() - 1; dim >= 0 && ++index[dim] == shape.at(dim); dim--) {
                index[dim] = 0;
            }
        }
        return out;
    }

    Tensor toTensor() throws IOException {
        ByteBuffer in = ByteBuffer.wrap(data).order(order);
        switch (type) {
            case "f4" -> {
                float[] out = new float[shape.size()];
                in.asFloatBuffer().get(out);
                return new Tensor(shape, out);
            }
            case "f8" -> {
                double[] out = new double[shape.size()];
                in.asDoubleBuffer().get(out);
                return new Tensor(shape, out);
            }
            default -> throw otherType("a tensor", "f4 and f8; integers are read as Index, truth values as Mask");
        }
    }

    Index toIndex() throws IOException {
        ByteBuffer in = ByteBuffer.wrap(data).order(order);
        int[] out = new int[shape.size()];
        for (int i = 0; i < out.length; i++) {
            long element = switch (type) {
                case "i8", "u8" -> in.getLong();
                case "i4" -> in.getInt();
                case "u4" -> Integer.toUnsignedLong(in.getInt());
                case "i2" -> in.getShort();
                case "u2" -> Short.toUnsignedInt(in.getShort());
                case "i1" -> in.get();
                case "u1" -> Byte.toUnsignedInt(in.get());
                default -> throw otherType("an Index", "i1 to i8 and u1 to u8");
            };
            if (element != (int) element || type.equals("u8") && element < 0) {
                throw new IOException("element " + i + " of the array is " + printed(element) + ", which is no int");
            }
            out[i] = (int) element;
        }
        return new Index(shape, out);
    }

    private String printed(long element) {
        return type.equals("u8") ? Long.toUnsignedString(element) : String.format(Locale.ROOT, "%d", element);
    }

    Mask toMask() throws IOException {
        if (!type.equals("b1")) {
            throw otherType("a Mask", "b1");
        }
        boolean[] out = new boolean[shape.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = data[i] != 0;
        }
        return new Mask(shape, out);
    }

    private IOException otherType(String wanted, String types) {
        return new IOException(
                "the array has elements of NumPy's type " + type + ", but " + wanted + " is read from " + types);
    }

    /**
     * The bytes before the elements, as NumPy writes them: filled up with blanks to a multiple of 64, with room for the
     * first dimension to grow to 21 digits.
     */
    static byte[] header(String type, Shape shape) {
        StringBuilder dims = new StringBuilder();
        for (int i = 0; i < shape.rank(); i++) {
            dims.append(i == 0 ? "" : ", ").append(shape.at(i));
        }
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + dims
                + (shape.rank() == 1 ? "," : "") + "), }";
        int growth = shape.rank() == 0 ? 0 : 21 - String.valueOf(shape.at(0)).length();
        int start = MAGIC.length + 4;
        int end = start + text.length() + growth + 1;
        int total = end + 64 - end % 64;
        ByteBuffer out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        out.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (total - start));
        out.put((text + " ".repeat(total - start - text.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
        return out.array();
    }
}
