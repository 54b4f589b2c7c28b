package dev.jacobi.processor.testing;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.TreeMap;

/** As much of a class file as says how large its methods are (JVMS 4). */
public final class ClassFile {
    private final DataInputStream in;
    private final String[] texts;

    private ClassFile(byte[] bytes) throws IOException {
        this.in = new DataInputStream(new ByteArrayInputStream(bytes));
        in.skipNBytes(8);
        this.texts = new String[in.readUnsignedShort()];
        for (int i = 1; i < texts.length; i++) {
            int tag = in.readUnsignedByte();
            if (tag == 1) {
                texts[i] = in.readUTF();
                continue;
            }
            in.skipNBytes(
                    switch (tag) {
                        case 5, 6 -> 8;
                        case 7, 8, 16, 19, 20 -> 2;
                        case 15 -> 3;
                        default -> 4;
                    });
            i += tag == 5 || tag == 6 ? 1 : 0;
        }
    }

    /** For each method of a class, how many bytes of code it has at most, as overloads share a name. */
    public static TreeMap<String, Integer> codeLengths(byte[] bytes) {
        try {
            ClassFile file = new ClassFile(bytes);
            file.in.skipNBytes(6);
            file.in.skipNBytes(2L * file.in.readUnsignedShort());
            TreeMap<String, Integer> lengths = new TreeMap<>();
            file.members(new TreeMap<>());
            file.members(lengths);
            return lengths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void members(TreeMap<String, Integer> lengths) throws IOException {
        int members = in.readUnsignedShort();
        for (int i = 0; i < members; i++) {
            in.skipNBytes(2);
            String name = texts[in.readUnsignedShort()];
            in.skipNBytes(2);
            int attributes = in.readUnsignedShort();
            for (int j = 0; j < attributes; j++) {
                String attribute = texts[in.readUnsignedShort()];
                byte[] content = in.readNBytes(in.readInt());
                if (attribute.equals("Code")) {
                    lengths.merge(name, ByteBuffer.wrap(content).getInt(4), Math::max);
                }
            }
        }
    }
}
