package dev.triad.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** What a service keeps in the log for itself it knows again, and nobody else can write it. */
class OwnRecordsTest {
    private static final LogCut FROM_THE_FIRST = new LogCut(Map.of());
    private static final byte[] KEY = bytes("cloud-service/settlement");
    private static final byte[] VALUE = bytes("{\"offsets\":{}}");

    private final OwnRecords own = new OwnRecords(List.of(key('c')), FROM_THE_FIRST);

    @Test
    void knowsWhatItSigned() {
        assertThat(own.contain(record(7, KEY, VALUE, own.headers(KEY, VALUE)))).isTrue();
    }

    @Test
    void whatAnotherWroteOrChangedIsNotItsOwn() {
        OwnRecords another = new OwnRecords(List.of(key('s')), FROM_THE_FIRST);
        Headers signed = own.headers(KEY, VALUE);

        assertThat(own.contain(record(7, KEY, VALUE, new RecordHeaders()))).isFalse();
        assertThat(own.contain(record(7, KEY, VALUE, another.headers(KEY, VALUE))))
                .isFalse();
        assertThat(own.contain(record(7, KEY, bytes("{\"offsets\":{\"0\":9}}"), signed)))
                .isFalse();
        assertThat(own.contain(record(7, bytes("cloud-service/amazon"), VALUE, signed)))
                .isFalse();
    }

    @Test
    void aByteThatMovesFromTheKeyToTheValueIsNoticed() {
        assertThat(own.contain(record(7, bytes("a"), bytes("bc"), own.headers(bytes("ab"), bytes("c")))))
                .isFalse();
    }

    @Test
    void theSignatureOfAnEventDoesNotStandForThatOfARecordOfItsOwn() {
        SignedContent event = new SignedContent(new RecordHeaders(), VALUE);
        Headers headers = new RecordHeaders().add(OwnRecords.SIGNATURE, key('c').signature(event));

        assertThat(own.contain(record(7, KEY, VALUE, headers))).isFalse();
    }

    @Test
    void whatItSignedByItsFormerKeyAndWhatItKeptBeforeItSignedStaysItsOwn() {
        OwnRecords next =
                new OwnRecords(List.of(key('n'), key('c')), new LogCut(Map.of(Topics.SIMULATION, List.of(5L))));

        assertThat(next.contain(record(7, KEY, VALUE, own.headers(KEY, VALUE)))).isTrue();
        assertThat(own.contain(record(7, KEY, VALUE, next.headers(KEY, VALUE)))).isFalse();
        assertThat(next.contain(record(4, KEY, VALUE, new RecordHeaders()))).isTrue();
        assertThat(next.contain(record(5, KEY, VALUE, new RecordHeaders()))).isFalse();
    }

    @Test
    void withoutAKeyNothingIsSignedAndEverythingTaken() {
        assertThat(OwnRecords.UNSIGNED.headers(KEY, VALUE)).isEmpty();
        assertThat(OwnRecords.UNSIGNED.contain(record(7, KEY, VALUE, new RecordHeaders())))
                .isTrue();
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, byte[] key, byte[] value, Headers headers) {
        return new ConsumerRecord<>(
                Topics.SIMULATION,
                0,
                offset,
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                key.length,
                value.length,
                key,
                value,
                headers,
                Optional.empty());
    }

    private static SigningKey key(char c) {
        return SigningKey.ofBase64(
                "key",
                Base64.getEncoder().encodeToString(bytes(String.valueOf(c).repeat(SigningKey.BYTES_MIN))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
