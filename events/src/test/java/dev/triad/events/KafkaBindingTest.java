package dev.triad.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile or broken producer may put on a record, and how it is refused. */
class KafkaBindingTest {
    private static final String ORDER = "order-1000234";

    private final EventCodec codec = new EventCodec();
    private final KafkaBinding binding = new KafkaBinding(codec);
    private final CloudEvent event = event();

    static Stream<Arguments> hostileHeaders() {
        return Stream.of(
                Arguments.of(KafkaBinding.SPEC_VERSION, "0.3", Defect.HEADER),
                Arguments.of(KafkaBinding.SPEC_VERSION, "", Defect.HEADER),
                Arguments.of(KafkaBinding.TYPE, "triad.sale.recorded.v2", Defect.TYPE),
                Arguments.of(KafkaBinding.TYPE, "TRIAD.SALE.RECORDED.V1", Defect.TYPE),
                Arguments.of(KafkaBinding.TYPE, "", Defect.TYPE),
                Arguments.of(KafkaBinding.TYPE, "triad.usage.recorded.v1", Defect.TOPIC),
                Arguments.of(KafkaBinding.SOURCE, "amazon/store", Defect.SOURCE),
                Arguments.of(KafkaBinding.SOURCE, "/amazon/store/../cloud", Defect.SOURCE),
                Arguments.of(KafkaBinding.SOURCE, "/\u0000/\u0000", Defect.SOURCE),
                Arguments.of(KafkaBinding.ID, "1-1-1-1-1", Defect.ID),
                Arguments.of(KafkaBinding.ID, "019b7a2c-4c00-7d1e-a3f2", Defect.ID),
                Arguments.of(KafkaBinding.ID, "'; drop table entry; --", Defect.ID),
                Arguments.of(KafkaBinding.TIME, "yesterday", Defect.TIME),
                Arguments.of(KafkaBinding.TIME, "9999-12-31T23:59:59Z", Defect.TIME),
                Arguments.of(KafkaBinding.TIME, "+1000000-01-01T00:00:00Z", Defect.TIME),
                Arguments.of(KafkaBinding.SUBJECT, "", Defect.FIELD),
                Arguments.of(KafkaBinding.SUBJECT, "order\nGET /", Defect.FIELD),
                Arguments.of(KafkaBinding.SUBJECT, "x".repeat(257), Defect.FIELD),
                Arguments.of(KafkaBinding.IDEMPOTENCY_KEY, "", Defect.FIELD),
                Arguments.of(KafkaBinding.IDEMPOTENCY_KEY, "\u001b[2J", Defect.FIELD));
    }

    @ParameterizedTest
    @MethodSource("hostileHeaders")
    void aHostileHeaderIsRefusedForWhatItIs(String name, String value, Defect defect) {
        assertRefused(with(name, utf8(value)), defect);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                KafkaBinding.SPEC_VERSION,
                KafkaBinding.TYPE,
                KafkaBinding.SOURCE,
                KafkaBinding.ID,
                KafkaBinding.TIME,
                KafkaBinding.SUBJECT
            })
    void aMissingOrNullHeaderIsRefusedByName(String name) {
        for (Headers headers : new Headers[] {headers().remove(name), with(name, null)}) {
            assertThatExceptionOfType(InvalidEventException.class)
                    .isThrownBy(() -> read(headers))
                    .withMessage("the header " + name + " is missing")
                    .extracting(InvalidEventException::defect)
                    .isEqualTo(Defect.HEADER);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                KafkaBinding.SOURCE,
                KafkaBinding.ID,
                KafkaBinding.TIME,
                KafkaBinding.SUBJECT,
                KafkaBinding.IDEMPOTENCY_KEY
            })
    void aHeaderThatIsNotUtf8IsRefused(String name) {
        byte[][] wrong = {
            {(byte) 0xff}, {'a', (byte) 0xc3}, {(byte) 0xc0, (byte) 0x80}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}
        };
        for (byte[] bytes : wrong) {
            assertRefused(with(name, bytes), Defect.HEADER);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                KafkaBinding.SPEC_VERSION,
                KafkaBinding.TYPE,
                KafkaBinding.SOURCE,
                KafkaBinding.ID,
                KafkaBinding.TIME,
                KafkaBinding.SUBJECT,
                KafkaBinding.IDEMPOTENCY_KEY
            })
    void anOversizedHeaderIsRefusedUnread(String name) {
        assertRefused(with(name, new byte[KafkaBinding.HEADER_BYTES_MAX + 1]), Defect.HEADER);
    }

    @Test
    void theLongestSubjectPasses() {
        String longest = "😀".repeat(Names.TEXT_MAX);

        assertThat(read(with(KafkaBinding.SUBJECT, utf8(longest))).subject()).isEqualTo(longest);
    }

    @Test
    void aRecordWithoutAValueIsRefused() {
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> binding.fromRecord(Records.of(Topics.SALES, headers(), null)))
                .extracting(InvalidEventException::defect)
                .isEqualTo(Defect.JSON);
    }

    @Test
    void aTypeOnTheWrongTopicIsRefused() {
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> binding.fromRecord(Records.of(Topics.USAGE, headers(), codec.encode(event.data()))))
                .withMessage("triad.sale.recorded.v1 belongs on triad.sales, not on triad.usage")
                .extracting(InvalidEventException::defect)
                .isEqualTo(Defect.TOPIC);
    }

    @Test
    void otherHeadersAreTolerated() {
        Headers headers = headers().add("traceparent", utf8("00-1-2-01")).add("ce_unknown", new byte[] {(byte) 0xff});

        assertThat(read(headers)).isEqualTo(event);
    }

    @Test
    void theContentTypeMayBeLeftOut() {
        assertThat(read(headers().remove(KafkaBinding.CONTENT_TYPE))).isEqualTo(event);
    }

    @Test
    void ofAHeaderThatStandsTwiceTheLastCounts() {
        assertThat(read(headers().add(KafkaBinding.SUBJECT, utf8("another"))).subject())
                .isEqualTo("another");
    }

    @Test
    void runsOfSourcesAreToldApart() {
        for (String source : new String[] {"/amazon/store", "/amazon/cloud", "/amazon/cloud", "/ebay/store"}) {
            assertThat(read(with(KafkaBinding.SOURCE, utf8(source))).source()).hasToString(source);
        }
    }

    @Test
    void theSharedHeadersOfTwoRecordsAreNotOneObject() {
        assertThat(headers().toArray())
                .isEqualTo(headers().toArray())
                .isNotSameAs(headers().toArray());
        assertThat(headers()).isNotSameAs(headers());
    }

    private CloudEvent read(Headers headers) {
        return binding.fromRecord(Records.of(Topics.SALES, headers, codec.encode(event.data())));
    }

    private void assertRefused(Headers headers, Defect defect) {
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> read(headers))
                .extracting(InvalidEventException::defect)
                .isEqualTo(defect);
    }

    private Headers headers() {
        return new RecordHeaders(KafkaBinding.headers(event));
    }

    private Headers with(String name, byte @Nullable [] value) {
        return headers().remove(name).add(name, value);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private CloudEvent event() {
        Instant time = Instant.parse("2026-01-31T09:30:00Z");
        Source source = new Source("amazon", "store");
        Event sale = codec.decode(
                EventType.SALE_RECORDED, ContractSchemas.bytes(ContractSchemas.full(EventType.SALE_RECORDED)));
        return new CloudEvent(EventIds.derived(time, source, ORDER), source, ORDER, time, sale);
    }
}
