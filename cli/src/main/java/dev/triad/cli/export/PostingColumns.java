package dev.triad.cli.export;

import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * Postings as the columns of a Parquet file: times in UTC to the microsecond, as the ledger keeps them, amounts as
 * {@code DECIMAL(38, scale)}, and names as strings.
 */
final class PostingColumns extends WriteSupport<PostingRow> {
    private static final int PRECISION = 38;

    /** Every number of 38 digits fits 16 bytes. */
    private static final int AMOUNT_BYTES = 16;

    private final int scale;
    private final MessageType schema;
    private final Map<String, String> about;

    @SuppressWarnings("NullAway.Init") // prepareForWrite() sets it before the first row.
    private RecordConsumer columns;

    /**
     * @param scale the decimals of the group's asset
     * @param about what the file says of itself
     */
    PostingColumns(int scale, Map<String, String> about) {
        this.scale = scale;
        this.schema = schema(scale);
        this.about = Map.copyOf(about);
    }

    static MessageType schema(int scale) {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        schema.required(PrimitiveTypeName.INT64)
                .as(timestampType(true, TimeUnit.MICROS))
                .named("time");
        for (String name : new String[] {"entry", "rule", "source", "event", "account"}) {
            schema.required(PrimitiveTypeName.BINARY).as(stringType()).named(name);
        }
        schema.required(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
                .length(AMOUNT_BYTES)
                .as(decimalType(scale, PRECISION))
                .named("amount");
        schema.required(PrimitiveTypeName.BINARY).as(stringType()).named("currency");
        schema.optional(PrimitiveTypeName.INT64)
                .as(timestampType(true, TimeUnit.MICROS))
                .named("occurred");
        return schema.named("posting");
    }

    @Override
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema, about);
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(schema, about);
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        columns = consumer;
    }

    @Override
    public void write(PostingRow row) {
        columns.startMessage();
        add(0, row.time());
        add(1, row.entry());
        add(2, row.rule());
        add(3, row.source());
        add(4, row.event());
        add(5, row.account());
        add(6, row.amount());
        add(7, row.currency());
        if (row.occurred() != null) {
            add(8, row.occurred());
        }
        columns.endMessage();
    }

    private void add(int column, Instant time) {
        field(column, () -> columns.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, time)));
    }

    private void add(int column, String text) {
        field(column, () -> columns.addBinary(Binary.fromString(text)));
    }

    private void add(int column, BigDecimal amount) {
        field(column, () -> columns.addBinary(Binary.fromConstantByteArray(bytes(amount))));
    }

    private void field(int column, Runnable value) {
        String name = schema.getFieldName(column);
        columns.startField(name, column);
        value.run();
        columns.endField(name, column);
    }

    /** The unscaled amount in two's complement, the highest byte first. */
    private byte[] bytes(BigDecimal amount) {
        byte[] significant =
                amount.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue().toByteArray();
        byte[] bytes = new byte[AMOUNT_BYTES];
        Arrays.fill(bytes, (byte) (amount.signum() < 0 ? -1 : 0));
        System.arraycopy(significant, 0, bytes, AMOUNT_BYTES - significant.length, significant.length);
        return bytes;
    }
}
