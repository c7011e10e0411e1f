package dev.triad.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.triad.events.CloudEvent;
import dev.triad.events.Defect;
import dev.triad.events.EventCodec;
import dev.triad.events.EventDomain;
import dev.triad.events.InvalidEventException;
import dev.triad.events.KafkaBinding;
import dev.triad.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** A signed event is read as it was said, and in no other form. */
class SignatureTest {
    private static final SigningKey KEY = key('k');
    private static final SigningKey OLD = key('o');
    private static final Signer SIGNER = Signer.of("writer", KEY);
    private static final long OFFSET = 7;
    private static final LogCut NOTHING = new LogCut(Map.of());
    private static final LogCut BEFORE = cut(OFFSET);
    private static final LogCut BEYOND = cut(OFFSET + 1);

    private final KafkaBinding binding = new KafkaBinding(new EventCodec());

    @Property(tries = 300)
    @Domain(EventDomain.class)
    void aSignedEventIsReadAsItWasSaid(@ForAll CloudEvent event) {
        assertThat(reader("/*/*").read(received(SIGNER.sign(binding.toRecord(event)))))
                .isEqualTo(event);
    }

    @Property(tries = 300)
    @Domain(EventDomain.class)
    @Domain(DomainContext.Global.class)
    void noByteOfASignedAttributeCanBeChanged(
            @ForAll CloudEvent event,
            @ForAll @IntRange(max = 1_000) int header,
            @ForAll @IntRange(max = 1_000) int at,
            @ForAll @IntRange(max = 7) int bit) {
        // Given
        ProducerRecord<byte[], byte[]> record = SIGNER.sign(binding.toRecord(event));
        Header[] headers = record.headers().toArray();
        Header chosen = headers[header % headers.length];
        byte[] changed = chosen.value().clone();
        changed[at % changed.length] ^= (byte) (1 << bit);
        record.headers().remove(chosen.key()).add(chosen.key(), changed);

        // When, then
        assertRefused(record, Defect.SIGNATURE, Defect.PRODUCER);
    }

    @Property(tries = 300)
    @Domain(EventDomain.class)
    @Domain(DomainContext.Global.class)
    void noByteOfTheDataCanBeChanged(
            @ForAll CloudEvent event, @ForAll @IntRange(max = 100_000) int at, @ForAll @IntRange(max = 7) int bit) {
        ProducerRecord<byte[], byte[]> record = SIGNER.sign(binding.toRecord(event));
        record.value()[at % record.value().length] ^= (byte) (1 << bit);

        assertRefused(record, Defect.SIGNATURE);
    }

    @Property(tries = 300)
    @Domain(EventDomain.class)
    @Domain(DomainContext.Global.class)
    void noAttributeCanBeTakenAwayOrMovedToAnother(
            @ForAll CloudEvent event, @ForAll @IntRange(max = 1_000) int from, @ForAll @IntRange(max = 1_000) int to) {
        // Given: what one attribute says is said by another
        ProducerRecord<byte[], byte[]> record = SIGNER.sign(binding.toRecord(event));
        Header[] present = record.headers().toArray();
        Header moved = present[from % present.length];
        String target = SignedContent.SIGNED.get(to % SignedContent.SIGNED.size());
        record.headers().remove(moved.key());
        if (!target.equals(moved.key())) {
            record.headers().remove(target).add(target, moved.value());
        }

        // When, then
        assertRefused(record, Defect.SIGNATURE, Defect.PRODUCER, Defect.UNSIGNED);
    }

    @Property
    @Domain(DomainContext.Global.class)
    void whereAnAttributeEndsIsSigned(@ForAll byte[] bytes, @ForAll @IntRange(max = 100) int end) {
        // Given: the same bytes, cut in two at two places
        int one = bytes.length == 0 ? 0 : end % bytes.length;
        Headers whole = headers(bytes, bytes.length);
        Headers parted = headers(bytes, one);

        // When, then
        if (one < bytes.length) {
            assertThat(new SignedContent(whole, null).envelope())
                    .isNotEqualTo(new SignedContent(parted, null).envelope());
        }
    }

    @Property(tries = 300)
    @Domain(EventDomain.class)
    void anotherKeyIsNone(@ForAll CloudEvent event) {
        assertRefused(Signer.of("writer", key('x')).sign(binding.toRecord(event)), Defect.SIGNATURE);
    }

    @Property(tries = 50)
    @Domain(EventDomain.class)
    void anUnsignedEventAndAnUnknownProducerAreRefused(@ForAll CloudEvent event) {
        assertRefused(binding.toRecord(event), Defect.UNSIGNED);
        assertRefused(Signer.of("stranger", KEY).sign(binding.toRecord(event)), Defect.PRODUCER);
    }

    @Property(tries = 50)
    @Domain(EventDomain.class)
    void aProducerWritesItsOwnSourcesAlone(@ForAll CloudEvent event) {
        ConsumerRecord<byte[], byte[]> record = received(SIGNER.sign(binding.toRecord(event)));
        String own = event.source().toString();

        assertThat(reader("/nobody/else", own).read(record)).isEqualTo(event);
        assertDefect(reader("/*/nobody", "/nobody/*"), record, Defect.FOREIGN_SOURCE);
    }

    @Property(tries = 50)
    @Domain(EventDomain.class)
    void severalKeysCountAtOnceAndARetiredOneUpToWhereItWasRetired(@ForAll CloudEvent event) {
        ConsumerRecord<byte[], byte[]> record =
                received(Signer.of("writer", OLD).sign(binding.toRecord(event)));

        assertThat(reader(NOTHING, TrustedKey.current(KEY), TrustedKey.current(OLD))
                        .read(record))
                .isEqualTo(event);
        assertThat(reader(NOTHING, TrustedKey.current(KEY), new TrustedKey(OLD, BEYOND))
                        .read(record))
                .isEqualTo(event);
        assertDefect(reader(NOTHING, TrustedKey.current(KEY), new TrustedKey(OLD, BEFORE)), record, Defect.KEY);
        assertDefect(reader(NOTHING, TrustedKey.current(KEY), new TrustedKey(OLD, NOTHING)), record, Defect.KEY);
    }

    @Property(tries = 50)
    @Domain(EventDomain.class)
    void whatStoodInTheLogBeforeSignaturesWereNeededIsTakenAsItIs(@ForAll CloudEvent event) {
        ConsumerRecord<byte[], byte[]> record = received(binding.toRecord(event));

        assertThat(reader(BEYOND, TrustedKey.current(KEY)).read(record)).isEqualTo(event);
        assertDefect(reader(BEFORE, TrustedKey.current(KEY)), record, Defect.UNSIGNED);
    }

    @Property(tries = 50)
    @Domain(EventDomain.class)
    void whereNoProducersAreKnownNothingIsChecked(@ForAll CloudEvent event) {
        ProducerRecord<byte[], byte[]> record = Signer.of("stranger", OLD).sign(binding.toRecord(event));

        assertThat(new EventReader(Producers.NONE).read(received(record))).isEqualTo(event);
        assertThat(Signer.NONE.sign(binding.toRecord(event)).headers())
                .isEqualTo(binding.toRecord(event).headers());
    }

    /** The example of docs/events.md, made by another implementation. */
    @Example
    void theSignatureIsTheOneThatOtherLanguagesMake() {
        Headers headers = new RecordHeaders();
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_type", "triad.usage.recorded.v1",
                        "ce_source", "/acme/cloud",
                        "ce_id", "019b8d96-6d00-7000-8000-000000000001",
                        "ce_time", "2026-01-05T12:00:00Z",
                        "ce_subject", "shop")
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        byte[] data =
                ("{\"provider\":\"cloud\",\"consumer\":\"shop\",\"consumerKind\":\"unit\",\"resource\":\"compute\","
                                + "\"quantity\":\"8\",\"unitOfMeasure\":\"vcpu-hour\"}")
                        .getBytes(StandardCharsets.UTF_8);
        SigningKey key = SigningKey.ofBase64("key", "YW4gZXhhbXBsZSBvZiBhIGtleTogMzIgYnl0ZXMuLi4=");

        Header signature = Signer.of("acme-cloud", key)
                .sign(new ProducerRecord<>(Topics.USAGE, null, null, null, data, headers))
                .headers()
                .lastHeader(KafkaBinding.SIGNATURE);

        assertThat(new String(signature.value(), StandardCharsets.US_ASCII))
                .isEqualTo("A00HMtS3IHFyxW76sa0QlfVo8utsql6iWQYwLoWmEXI");
    }

    @Example
    void aKeyThatIsTooShortOrNoBase64IsRefusedAndNotShown() {
        for (String bad : List.of("c2hvcnQtc2VjcmV0", "not base64: secret!", "")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SigningKey.ofBase64("triad.signing.key", bad))
                    .withMessageContaining("triad.signing.key must be a key of 32")
                    .withMessageNotContaining("secret")
                    .withNoCause();
        }
        assertThat(KEY).hasToString("a secret key");
    }

    private void assertRefused(ProducerRecord<byte[], byte[]> record, Defect... defects) {
        assertDefect(reader("/*/*"), received(record), defects);
    }

    private static void assertDefect(EventReader reader, ConsumerRecord<byte[], byte[]> record, Defect... defects) {
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> reader.read(record))
                .satisfies(e -> assertThat(e.defect()).isIn((Object[]) defects));
    }

    private static EventReader reader(String... sources) {
        List<SourcePattern> patterns =
                Arrays.stream(sources).map(SourcePattern::parse).toList();
        return new EventReader(
                new Producers(List.of(new Producer("writer", List.of(TrustedKey.current(KEY)), patterns)), NOTHING));
    }

    private static EventReader reader(LogCut requiredFrom, TrustedKey... keys) {
        return new EventReader(new Producers(
                List.of(new Producer("writer", List.of(keys), List.of(SourcePattern.parse("/*/*")))), requiredFrom));
    }

    private static LogCut cut(long next) {
        Map<String, List<Long>> offsets = new HashMap<>();
        Topics.EVENTS.forEach(topic -> offsets.put(topic, List.of(next)));
        return new LogCut(offsets);
    }

    private static SigningKey key(char c) {
        byte[] secret = String.valueOf(c).repeat(SigningKey.BYTES_MIN).getBytes(StandardCharsets.US_ASCII);
        return SigningKey.ofBase64("key", Base64.getEncoder().encodeToString(secret));
    }

    private static Headers headers(byte[] bytes, int end) {
        return new RecordHeaders()
                .add(KafkaBinding.ID, Arrays.copyOfRange(bytes, 0, end))
                .add(KafkaBinding.SOURCE, Arrays.copyOfRange(bytes, end, bytes.length));
    }

    private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                OFFSET,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                sent.value(),
                sent.headers(),
                Optional.empty());
    }
}
