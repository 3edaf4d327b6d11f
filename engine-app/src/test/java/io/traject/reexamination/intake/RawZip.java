package io.traject.reexamination.intake;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip files byte by byte, so that their directory can say what isn't so. */
final class RawZip {

    private record Entry(String name, byte[] deflated, long crc, long declaredSize, int flags) {}

    private final List<Entry> entries = new ArrayList<>();

    RawZip text(String name, String text) {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8), 0);
    }

    RawZip bytes(String name, byte[] content, int flags) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return entry(name, deflate(content, true), crc.getValue(), content.length, flags);
    }

    RawZip entry(String name, byte[] deflated, long crc, long declaredSize, int flags) {
        entries.add(new Entry(name, deflated, crc, declaredSize, flags));
        return this;
    }

    /** A start, and then a mebibyte of the same text as often as asked, packed a thousand to one. */
    static byte[] deflatedBomb(String start, String filling, int mebibytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes(deflate(start.getBytes(StandardCharsets.UTF_8), false));
        byte[] block = filling.repeat((1 << 20) / filling.length()).getBytes(StandardCharsets.UTF_8);
        byte[] packedBlock = deflate(block, false);
        for (int i = 0; i < mebibytes; i++) {
            packed.writeBytes(packedBlock);
        }
        packed.writeBytes(deflate(new byte[0], true));
        return packed.toByteArray();
    }

    private static byte[] deflate(byte[] content, boolean last) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        deflater.setInput(content);
        if (last) {
            deflater.finish();
        }
        int length;
        do {
            length = deflater.deflate(buffer, 0, buffer.length, last ? Deflater.NO_FLUSH : Deflater.FULL_FLUSH);
            packed.write(buffer, 0, length);
        } while (last ? !deflater.finished() : length == buffer.length);
        deflater.end();
        return packed.toByteArray();
    }

    Path writeTo(Path file) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            ByteArrayOutputStream directory = new ByteArrayOutputStream();
            int offset = 0;
            for (Entry entry : entries) {
                byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
                byte[] local =
                        common(ByteBuffer.allocate(30), 0x04034b50, entry, name).array();
                out.write(local);
                out.write(name);
                out.write(entry.deflated());
                ByteBuffer central = common(ByteBuffer.allocate(46), 0x02014b50, entry, name);
                directory.writeBytes(central.putInt(42, offset).array());
                directory.writeBytes(name);
                offset += local.length + name.length + entry.deflated().length;
            }
            out.write(directory.toByteArray());
            out.write(little(ByteBuffer.allocate(22))
                    .putInt(0, 0x06054b50)
                    .putShort(8, (short) entries.size())
                    .putShort(10, (short) entries.size())
                    .putInt(12, directory.size())
                    .putInt(16, offset)
                    .array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static ByteBuffer common(ByteBuffer header, int signature, Entry entry, byte[] name) {
        int shift = header.capacity() == 46 ? 2 : 0;
        return little(header)
                .putInt(0, signature)
                .putShort(4, (short) 20)
                .putShort(4 + shift, (short) 20)
                .putShort(6 + shift, (short) entry.flags())
                .putShort(8 + shift, (short) 8)
                .putInt(14 + shift, (int) entry.crc())
                .putInt(18 + shift, entry.deflated().length)
                .putInt(22 + shift, (int) entry.declaredSize())
                .putShort(26 + shift, (short) name.length);
    }

    private static ByteBuffer little(ByteBuffer buffer) {
        return buffer.order(ByteOrder.LITTLE_ENDIAN);
    }
}
