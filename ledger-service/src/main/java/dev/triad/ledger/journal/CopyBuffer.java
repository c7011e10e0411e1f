package dev.triad.ledger.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary COPY format (the manual, COPY, "Binary Format"), gathered in memory and
 * sent at once: three times as fast as inserts. It can be filled again and again.
 */
final class CopyBuffer {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int INITIAL_BYTES = 1 << 20;
    private static final int INT4_OID = 23;
    private static final int INT8_OID = 20;
    private static final long EPOCH_2000_SECONDS = 946_684_800L;
    private static final int CHUNK_BYTES = 1 << 16;
    private static final int BASE = 10_000;
    private static final int LONG_PRECISION = 18;

    private byte[] buffer = new byte[INITIAL_BYTES];
    private int end;
    private int rows;

    CopyBuffer() {
        clear();
    }

    /** Begins anew, in the memory that there is. */
    void clear() {
        end = 0;
        rows = 0;
        room(SIGNATURE.length + 2 * Integer.BYTES);
        put(SIGNATURE);
        put4(0);
        put4(0);
    }

    int rows() {
        return rows;
    }

    /** The bytes that it holds on to. */
    int capacity() {
        return buffer.length;
    }

    CopyBuffer row(int columns) {
        room(2);
        put2(columns);
        rows++;
        return this;
    }

    CopyBuffer missing() {
        room(4);
        put4(-1);
        return this;
    }

    CopyBuffer int2(int value) {
        room(6);
        put4(2);
        put2(value);
        return this;
    }

    CopyBuffer int4(int value) {
        room(8);
        put4(4);
        put4(value);
        return this;
    }

    CopyBuffer int8(long value) {
        room(12);
        put4(8);
        put8(value);
        return this;
    }

    CopyBuffer uuid(UUID value) {
        room(20);
        put4(16);
        put8(value.getMostSignificantBits());
        put8(value.getLeastSignificantBits());
        return this;
    }

    CopyBuffer timestamp(Instant value) {
        long micros = Math.addExact(
                Math.multiplyExact(value.getEpochSecond() - EPOCH_2000_SECONDS, 1_000_000L), value.getNano() / 1_000);
        return int8(micros);
    }

    CopyBuffer bytes(byte @Nullable [] value) {
        if (value == null) {
            return missing();
        }
        room(4 + value.length);
        put4(value.length);
        put(value);
        return this;
    }

    CopyBuffer int4Array(int[] values) {
        arrayHeader(INT4_OID, values.length, 4);
        for (int value : values) {
            put4(4);
            put4(value);
        }
        return this;
    }

    CopyBuffer int8Array(long[] values) {
        arrayHeader(INT8_OID, values.length, 8);
        for (long value : values) {
            put4(8);
            put8(value);
        }
        return this;
    }

    private void arrayHeader(int oid, int length, int width) {
        int dimensions = length == 0 ? 0 : 1;
        int bytes = 12 + dimensions * 8 + length * (4 + width);
        room(4 + bytes);
        put4(bytes);
        put4(dimensions);
        put4(0);
        put4(oid);
        if (dimensions == 1) {
            put4(length);
            put4(1);
        }
    }

    /** A numeric is a list of base-10,000 digits, the weight of the first of them, a sign and a scale. */
    CopyBuffer numeric(BigDecimal value) {
        int scale = Math.max(0, value.scale());
        // The digits begin at the decimal point, so the fraction is filled up to whole digits.
        BigDecimal aligned = value.setScale((scale + 3) / 4 * 4);
        int fraction = aligned.scale() / 4;
        if (aligned.precision() <= LONG_PRECISION) {
            return numeric(aligned.unscaledValue().longValue(), fraction, scale);
        }
        return numeric(aligned.unscaledValue(), fraction, scale);
    }

    private CopyBuffer numeric(long unscaled, int fraction, int scale) {
        int count = 0;
        for (long rest = Math.abs(unscaled); rest != 0; rest /= BASE) {
            count++;
        }
        numericHeader(count, fraction, unscaled < 0, scale);
        int first = end;
        end += count * Short.BYTES;
        long rest = Math.abs(unscaled);
        for (int at = end - Short.BYTES; at >= first; at -= Short.BYTES) {
            SHORT.set(buffer, at, (short) (rest % BASE));
            rest /= BASE;
        }
        return this;
    }

    private CopyBuffer numeric(BigInteger unscaled, int fraction, int scale) {
        BigInteger rest = unscaled.abs();
        short[] digits = new short[rest.bitLength() / 13 + 1];
        int first = digits.length;
        while (rest.signum() != 0) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(BASE));
            digits[--first] = parts[1].shortValue();
            rest = parts[0];
        }
        numericHeader(digits.length - first, fraction, unscaled.signum() < 0, scale);
        for (int i = first; i < digits.length; i++) {
            put2(digits[i]);
        }
        return this;
    }

    private void numericHeader(int digits, int fraction, boolean negative, int scale) {
        room(12 + digits * Short.BYTES);
        put4(8 + digits * Short.BYTES);
        put2(digits);
        put2(digits - fraction - 1);
        put2(negative ? 0x4000 : 0);
        put2(scale);
    }

    /** Sends the rows. */
    void copy(Connection connection, String statement) throws SQLException {
        room(2);
        put2(-1);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        try {
            for (int at = 0; at < end; at += CHUNK_BYTES) {
                copy.writeToCopy(buffer, at, Math.min(CHUNK_BYTES, end - at));
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void put(byte[] value) {
        System.arraycopy(value, 0, buffer, end, value.length);
        end += value.length;
    }

    private void put2(int value) {
        SHORT.set(buffer, end, (short) value);
        end += Short.BYTES;
    }

    private void put4(int value) {
        INT.set(buffer, end, value);
        end += Integer.BYTES;
    }

    private void put8(long value) {
        LONG.set(buffer, end, value);
        end += Long.BYTES;
    }

    private void room(int bytes) {
        if (buffer.length - end < bytes) {
            buffer = Arrays.copyOf(buffer, Math.max(Math.multiplyExact(buffer.length, 2), Math.addExact(end, bytes)));
        }
    }
}
