package dev.triad.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile document may hold, and how it is refused. */
class EventCodecTest {
    private static final String REQUEST = """
            {"channel":"voice","lines":[{"sku":"lemonade","quantity":"2"}]}""";

    private final EventCodec codec = new EventCodec();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"text\"",
                "17",
                "{",
                "{\"channel\":\"voice\"",
                "{\"channel\":\"voice\",}",
                "{channel:\"voice\"}",
                "{'channel':'voice'}",
                "{\"channel\":voice}",
                "{\"x\":NaN}",
                "{\"x\":Infinity}",
                "{\"x\":-}",
                "{\"x\":01}",
                "{\"x\":1e}",
                "{\"x\":\"\\x\"}",
                "{\"x\":\"\\u12\"}",
                "{\"x\":\"a\u0000b\"}",
                "{\"x\":1 /* comment */}",
                REQUEST + "{}",
                REQUEST + "x",
                "\uFEFF" + REQUEST
            })
    void whatIsNotOneJsonObjectIsMalformed(String json) {
        assertThat(defect(utf8(json))).isEqualTo(Defect.JSON);
    }

    @Test
    void aTruncatedDocumentIsMalformedWhereverItEnds() {
        for (int length = 0; length < REQUEST.length(); length++) {
            assertThat(defect(utf8(REQUEST.substring(0, length)))).isEqualTo(Defect.JSON);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"})
    void onlyUtf8IsRead(String charset) {
        assertThat(defect(REQUEST.getBytes(Charset.forName(charset)))).isEqualTo(Defect.JSON);
    }

    @Test
    void malformedUtf8IsRefusedEvenInAFieldThatNobodyReads() {
        byte[] json = utf8(REQUEST.replaceFirst("}$", ",\"x\":\"?\"}"));
        json[json.length - 3] = (byte) 0xc0;

        assertThat(defect(json)).isEqualTo(Defect.JSON);
    }

    @Test
    void whatIsTooLargeIsRefusedUnread() {
        assertThat(defect(utf8("x".repeat(1 << 20)))).isEqualTo(Defect.TOO_LARGE);
        assertThat(defect(with("customer", "\"" + "x".repeat(1 << 20) + "\""))).isEqualTo(Defect.TOO_LARGE);
        assertThat(defect(with("customer", "\"" + "x".repeat(400_000) + "\""))).isEqualTo(Defect.FIELD);
    }

    @Test
    void whatNobodyWouldReadIsNotWritten() {
        List<RequestLine> lines = Collections.nCopies(
                SaleRecorded.LINES_MAX, new RequestLine("😀".repeat(Names.TEXT_MAX), BigDecimal.ONE));

        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> codec.encode(new OrderRequested("voice", null, lines, List.of())))
                .extracting(InvalidEventException::defect)
                .isEqualTo(Defect.TOO_LARGE);
    }

    @Test
    void unknownFieldsMayBeAsLargeAsADocumentMayBe() {
        assertThat(codec.decode(EventType.ORDER_REQUESTED, with("x", "\"" + "x".repeat(400_000) + "\"")))
                .isEqualTo(codec.decode(EventType.ORDER_REQUESTED, utf8(REQUEST)));
    }

    @Test
    void deepNestingIsRefusedHoweverDeep() {
        for (int depth : new int[] {EventCodec.DEPTH_MAX, 1_000, 250_000}) {
            assertThat(defect(with("x", "[".repeat(depth) + "]".repeat(depth)))).isEqualTo(Defect.JSON);
            assertThat(defect(with("x", "[".repeat(depth)))).isEqualTo(Defect.JSON);
        }
        int most = EventCodec.DEPTH_MAX - 1;
        assertThat(codec.decode(EventType.ORDER_REQUESTED, with("x", "[".repeat(most) + "]".repeat(most))))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1e400, true",
        "-1E-400, true",
        "1e999999999, true",
        "1" + "000000000000000000000000000000000000000000000000000000000000000, true",
        "1" + "0000000000000000000000000000000000000000000000000000000000000000, false"
    })
    void aHugeNumberInAnUnknownFieldHarmsNobody(String number, boolean taken) {
        if (taken) {
            assertThat(codec.decode(EventType.ORDER_REQUESTED, with("x", number)))
                    .isNotNull();
        } else {
            assertThat(defect(with("x", number))).isEqualTo(Defect.JSON);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2", "2.5", "1e999999999", "true", "[]", "{}", "\"1e9\"", "\"\"", "\"NaN\"", "\"0\"", "\"-1\""})
    void aQuantityThatIsNoPositiveDecimalStringIsRefused(String quantity) {
        assertThat(defect(utf8(REQUEST.replace("\"2\"", quantity)))).isEqualTo(Defect.FIELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "99999999999999999999", "2147483648", "2001", "0", "-1", "1.0", "\"1\""})
    void aLineThatIsNoLineNumberIsRefused(String line) {
        String json = "{\"sale\":\"019b7a2c-4c00-7d1e-a3f2-5b8c9d0e1f23\",\"lines\":[{\"line\":" + line
                + ",\"sku\":\"x\",\"quantity\":\"1\"}]}";

        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> codec.decode(EventType.SALE_RETURNED, utf8(json)))
                .withMessageStartingWith("lines.line must be")
                .extracting(InvalidEventException::defect)
                .isEqualTo(Defect.FIELD);
    }

    @Test
    void aFieldThatStandsTwiceIsRefused() {
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> codec.decode(EventType.ORDER_REQUESTED, with("channel", "\"web\"")))
                .withMessage("channel stands twice");
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> codec.decode(EventType.ORDER_REQUESTED, with("lines", "[]")))
                .withMessage("lines stands twice");
    }

    @Test
    void everyFieldThatStandsTwiceIsRefused() {
        for (EventType type : EventType.values()) {
            ObjectNode full = ContractSchemas.full(type);
            full.properties().forEach(field -> {
                String json = full.toString();
                String twice =
                        json.substring(0, json.length() - 1) + ",\"" + field.getKey() + "\":" + field.getValue() + "}";
                assertThatExceptionOfType(InvalidEventException.class)
                        .isThrownBy(() -> codec.decode(type, utf8(twice)))
                        .withMessage(field.getKey() + " stands twice");
            });
        }
    }

    @Test
    void aLabelThatStandsTwiceIsRefused() {
        ObjectNode full = ContractSchemas.full(EventType.USAGE_RECORDED);
        String json = full.toString().replace("\"region\":", "\"region\":\"us-east-1\",\"region\":");

        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> codec.decode(EventType.USAGE_RECORDED, utf8(json)))
                .withMessage("labels stands twice");
    }

    @Test
    void halfACharacterIsRefusedBecauseUtf8CannotWriteIt() {
        assertThat(defect(with("customer", "\"\\ud83d\""))).isEqualTo(Defect.FIELD);
        assertThat(codec.decode(EventType.ORDER_REQUESTED, with("customer", "\"\\ud83d\\ude00\"")))
                .extracting(event -> ((OrderRequested) event).customer())
                .isEqualTo("😀");
    }

    private Defect defect(byte[] json) {
        try {
            Event event = codec.decode(EventType.ORDER_REQUESTED, json);
            throw new AssertionError("taken as " + event);
        } catch (InvalidEventException e) {
            return e.defect();
        }
    }

    private static byte[] with(String field, String value) {
        return utf8(REQUEST.replaceFirst("}$", "") + ",\"" + field + "\":" + value + "}");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
