package dev.triad.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Strict UTF-8: what is malformed is refused, never replaced. */
final class Utf8 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

    private Utf8() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static boolean isValid(byte[] bytes) {
        return isAscii(bytes) || strict(bytes) != null;
    }

    /** The text of the bytes, or null when they are not UTF-8. */
    static @Nullable String text(byte[] bytes) {
        return isAscii(bytes) ? new String(bytes, StandardCharsets.US_ASCII) : strict(bytes);
    }

    /** Eight bytes at a time: a byte beyond ASCII has its highest bit set. */
    private static boolean isAscii(byte[] bytes) {
        long bits = 0;
        int i = 0;
        for (; i <= bytes.length - Long.BYTES; i += Long.BYTES) {
            bits |= (long) LONGS.get(bytes, i);
        }
        for (; i < bytes.length; i++) {
            bits |= bytes[i];
        }
        return (bits & HIGHEST_BITS) == 0;
    }

    private static @Nullable String strict(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            return decoder.decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
