package dev.triad.ledger.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.events.EventType;
import dev.triad.ledger.posting.RawRecord;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamFilterTest {
    private static final BookedEntry SALE = Bookings.sale(7);

    @Test
    void nothingAskedForLetsEverythingThrough() {
        assertThat(new StreamFilter(null, null, null, null, null, null, null, null).matches(SALE))
                .isTrue();
    }

    @Test
    void eachConditionMustHold() {
        assertThat(filter("shop", "store", EventType.SALE_RECORDED, "order-7", "store:assets")
                        .matches(SALE))
                .isTrue();
        assertThat(filter("other", "store", EventType.SALE_RECORDED, "order-7", "store:assets")
                        .matches(SALE))
                .isFalse();
        assertThat(filter("shop", "cloud", EventType.SALE_RECORDED, "order-7", "store:assets")
                        .matches(SALE))
                .isFalse();
        assertThat(filter("shop", "store", EventType.SALE_RETURNED, "order-7", "store:assets")
                        .matches(SALE))
                .isFalse();
        assertThat(filter("shop", "store", EventType.SALE_RECORDED, "order", "store:assets")
                        .matches(SALE))
                .isFalse();
        assertThat(filter("shop", "store", EventType.SALE_RECORDED, "order-7", "assets")
                        .matches(SALE))
                .isFalse();
    }

    @Test
    void amountsAreThoseOfTheLargestPostingWithoutItsSign() {
        assertThat(amounts("10", "10.00").matches(SALE)).isTrue();
        assertThat(amounts("10.01", null).matches(SALE)).isFalse();
        assertThat(amounts(null, "9.99").matches(SALE)).isFalse();
        assertThat(amounts("0", null)
                        .matches(Bookings.of(Sales.sale("shop", "store", "s", Sales.NOON, "1"), Long.MIN_VALUE + 1)))
                .isTrue();
        assertThatThrownBy(() -> amounts("2", "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatPostsNothingHasNoAmount() {
        BookedEntry declared = new BookedEntry(
                SALE.group(),
                SALE.asset(),
                SALE.event(),
                dev.triad.ledger.posting.Rule.DECLARATION,
                SALE.place(),
                0,
                SALE.time(),
                SALE.time(),
                List.of(),
                null);

        assertThat(amounts("0", null).matches(declared)).isFalse();
        assertThat(text("declaration").matches(declared)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sales-2-6983",
                "ORDER-7",
                "straße-ORDER-7",
                "key-of-order-7",
                "store:revenue:external",
                "-10.00",
                "triad.sale.recorded"
            })
    void textIsFoundWhereverItStands(String text) {
        assertThat(text(text).matches(SALE)).isTrue();
    }

    @Test
    void textThatStandsNowhereIsNotFound() {
        assertThat(text("order-8").matches(SALE)).isFalse();
    }

    @Test
    void whatWasSentAsEscapesIsFoundAsPeopleWriteIt() {
        // Given
        RawRecord record = Objects.requireNonNull(SALE.record());
        byte[] value = "{\"channel\":\"caf\\u00e9\"}".getBytes(StandardCharsets.UTF_8);
        BookedEntry escaped =
                SALE.with(new RawRecord(record.position(), record.time(), record.key(), record.headers(), value));

        // When, Then
        assertThat(text("CAFÉ").matches(escaped)).isTrue();
    }

    @Test
    void withoutItsRecordAnEntryIsAboutNothing() {
        assertThat(filter(null, null, null, "order-7", null).matches(SALE.with(null)))
                .isFalse();
        assertThat(filter(null, null, null, "order-7", null).matchesBooks(SALE.with(null)))
                .isTrue();
    }

    private static StreamFilter filter(
            @Nullable String group,
            @Nullable String unit,
            @Nullable EventType type,
            @Nullable String subject,
            @Nullable String account) {
        return new StreamFilter(group, unit, type, subject, account, null, null, null);
    }

    private static StreamFilter amounts(@Nullable String from, @Nullable String to) {
        return new StreamFilter(
                null,
                null,
                null,
                null,
                null,
                from == null ? null : new BigDecimal(from),
                to == null ? null : new BigDecimal(to),
                null);
    }

    private static StreamFilter text(String text) {
        return new StreamFilter(null, null, null, null, null, null, null, text);
    }
}
