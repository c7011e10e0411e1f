package dev.triad.ledger.journal;

import dev.triad.ledger.posting.RawRecord.RawHeader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Headers of a raw record as bytes: for each the length and bytes of its name and of its value, -1 for none. */
public final class RawHeaders {
    private RawHeaders() {}

    public static byte[] encode(List<RawHeader> headers) {
        int size = 0;
        for (RawHeader header : headers) {
            size += 8 + name(header).length + (header.value() == null ? 0 : header.value().length);
        }
        ByteBuffer bytes = ByteBuffer.allocate(size);
        for (RawHeader header : headers) {
            byte[] name = name(header);
            bytes.putInt(name.length).put(name);
            if (header.value() == null) {
                bytes.putInt(-1);
            } else {
                bytes.putInt(header.value().length).put(header.value());
            }
        }
        return bytes.array();
    }

    public static List<RawHeader> decode(byte[] encoded) {
        ByteBuffer bytes = ByteBuffer.wrap(encoded);
        List<RawHeader> headers = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] name = new byte[bytes.getInt()];
            bytes.get(name);
            int length = bytes.getInt();
            byte[] value = length < 0 ? null : new byte[length];
            if (value != null) {
                bytes.get(value);
            }
            headers.add(new RawHeader(new String(name, StandardCharsets.UTF_8), value));
        }
        return headers;
    }

    private static byte[] name(RawHeader header) {
        return header.name().getBytes(StandardCharsets.UTF_8);
    }
}
