package dev.triad.events;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.StringArbitrary;
import net.jqwik.api.domains.DomainContextBase;
import org.jspecify.annotations.Nullable;

/** Events of every type, to the edges of what the contract allows. */
public final class EventDomain extends DomainContextBase {
    private static final BigDecimal MOST = new BigDecimal("9".repeat(18) + "." + "9".repeat(18));

    @Provide
    Arbitrary<CloudEvent> cloudEvents() {
        return Combinators.combine(uuids(), sources(), texts(), times(), texts().injectNull(0.5), events())
                .as(CloudEvent::new);
    }

    @Provide
    Arbitrary<Event> events() {
        return Arbitraries.oneOf(List.of(
                sales().map(Event.class::cast),
                returns().map(Event.class::cast),
                usages().map(Event.class::cast),
                costs().map(Event.class::cast),
                groups().map(Event.class::cast),
                rates().map(Event.class::cast),
                closings().map(Event.class::cast),
                requests().map(Event.class::cast)));
    }

    @Provide
    Arbitrary<Source> sources() {
        return Combinators.combine(names(), names()).as(Source::new);
    }

    @Provide
    Arbitrary<UUID> uuids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    /** Any time that an event may have, with its first and last nanosecond. */
    @Provide
    Arbitrary<Instant> times() {
        Instant last = EventTimes.LATEST.minusNanos(1);
        return Arbitraries.oneOf(
                Combinators.combine(
                                Arbitraries.longs().between(0, last.getEpochSecond()),
                                Arbitraries.of(0, 1, 120_000_000, 123_456_000, 999_999_999))
                        .as(Instant::ofEpochSecond),
                Arbitraries.of(EventTimes.EARLIEST, last, Instant.parse("2024-02-29T23:59:59Z")));
    }

    private static Arbitrary<String> names() {
        StringArbitrary first =
                Arbitraries.strings().withCharRange('a', 'z').numeric().ofLength(1);
        StringArbitrary rest = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .withChars("._-")
                .ofMaxLength(Names.NAME_MAX - 1);
        return Combinators.combine(first, rest).as((head, tail) -> head + tail);
    }

    private static Arbitrary<String> texts() {
        Arbitrary<String> plain =
                Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(40);
        Arbitrary<String> odd = Arbitraries.of("é", "ß", "漢", "\u2028", "\uFEFF", "\"", "\\", "😀", "\uD834\uDD1E")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(list -> String.join("", list));
        Arbitrary<String> longest = Arbitraries.of("x", "é", "漢", "😀").map(part -> part.repeat(Names.TEXT_MAX));
        return Arbitraries.frequencyOf(Tuple.of(8, plain), Tuple.of(4, odd), Tuple.of(1, longest));
    }

    private static Arbitrary<BigDecimal> decimals(BigDecimal least) {
        Arbitrary<BigDecimal> any = Combinators.combine(
                        Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.TEN.pow(18)),
                        Arbitraries.integers().between(0, 18))
                .as(BigDecimal::new);
        Arbitrary<BigDecimal> edges = Arbitraries.of(BigDecimal.ZERO, BigDecimal.ONE, MOST, MOST.ulp(), MOST.negate());
        return Arbitraries.oneOf(any, any.map(BigDecimal::negate), edges)
                .filter(value -> value.precision() - value.scale() <= 18 && value.compareTo(least) >= 0);
    }

    private static Arbitrary<BigDecimal> anyDecimals() {
        return decimals(MOST.negate());
    }

    private static Arbitrary<BigDecimal> notNegative() {
        return decimals(BigDecimal.ZERO);
    }

    private static Arbitrary<BigDecimal> positive() {
        return decimals(MOST.ulp());
    }

    private static Arbitrary<List<Attribution>> attributions() {
        // Whole parts of a whole: the weights sum to at most 1 by construction.
        Arbitrary<BigDecimal> weights = Arbitraries.integers()
                .between(1, 1_000_000 / Attribution.ATTRIBUTIONS_MAX)
                .map(n -> BigDecimal.valueOf(n, 6));
        Arbitrary<List<Attribution>> several = Combinators.combine(names(), names(), names(), weights)
                .as(Attribution::new)
                .list()
                .ofMaxSize(Attribution.ATTRIBUTIONS_MAX);
        Arbitrary<List<Attribution>> whole = Combinators.combine(names(), names(), names())
                .as((unit, product, cohort) -> List.of(new Attribution(unit, product, cohort, BigDecimal.ONE)));
        return Arbitraries.oneOf(several, whole);
    }

    private static Arbitrary<SaleRecorded> sales() {
        Arbitrary<SaleLine> lines = Combinators.combine(
                        texts(),
                        names(),
                        Arbitraries.of(LineKind.class),
                        positive(),
                        notNegative(),
                        notNegative().injectNull(0.3))
                .as(SaleLine::new);
        return Combinators.combine(
                        names(),
                        texts().injectNull(0.3),
                        lines.list().ofMinSize(1).ofMaxSize(5),
                        notNegative().injectNull(0.7),
                        attributions())
                .as(SaleRecorded::new);
    }

    private Arbitrary<SaleReturned> returns() {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(1, SaleRecorded.LINES_MAX);
        Arbitrary<ReturnLine> known = Combinators.combine(
                        numbers, texts(), positive(), notNegative().injectNull(0.5))
                .as(ReturnLine::new);
        Arbitrary<ReturnLine> unknown = Combinators.combine(numbers.injectNull(0.7), texts(), positive(), notNegative())
                .as(ReturnLine::new);
        Arbitrary<@Nullable String> reasons = texts().injectNull(0.5);
        return Arbitraries.oneOf(
                Combinators.combine(uuids(), known.list().ofMinSize(1).ofMaxSize(5), reasons)
                        .as(SaleReturned::new),
                Combinators.combine(unknown.list().ofMinSize(1).ofMaxSize(5), reasons)
                        .as((lines, reason) -> new SaleReturned(null, lines, reason)));
    }

    private static Arbitrary<UsageRecorded> usages() {
        Arbitrary<@Nullable Charge> charges = Combinators.combine(
                        anyDecimals(), anyDecimals().injectNull(0.5))
                .as(Charge::new);
        Arbitrary<Map<String, String>> labels =
                Arbitraries.maps(texts(), texts()).ofMaxSize(4);
        return charges.injectNull(0.5)
                .flatMap(charge -> Combinators.combine(
                                names(),
                                names(),
                                Arbitraries.of(ConsumerKind.class),
                                names(),
                                charge == null ? notNegative() : anyDecimals(),
                                texts(),
                                labels)
                        .filter((provider, consumer, kind, resource, quantity, unit, map) -> !provider.equals(consumer))
                        .as((provider, consumer, kind, resource, quantity, unit, map) ->
                                new UsageRecorded(provider, consumer, kind, resource, quantity, unit, charge, map)));
    }

    private Arbitrary<CostIncurred> costs() {
        Arbitrary<Period> periods = Combinators.combine(times(), times())
                .filter((a, b) -> !a.equals(b))
                .as((a, b) -> a.isBefore(b) ? new Period(a, b) : new Period(b, a));
        return Combinators.combine(
                        names(),
                        names(),
                        Arbitraries.of(CostBehaviour.class),
                        anyDecimals(),
                        names().list().ofMinSize(1).ofMaxSize(6).uniqueElements(),
                        periods)
                .as(CostIncurred::new);
    }

    private static Arbitrary<GroupDeclared> groups() {
        Arbitrary<DeclaredUnit> units = Combinators.combine(
                        names(), texts(), names().list().ofMaxSize(3).uniqueElements())
                .filter((unit, name, others) -> !others.contains(unit))
                .as(DeclaredUnit::new);
        Arbitrary<Asset> assets = Combinators.combine(
                        Arbitraries.strings().withCharRange('A', 'Z').ofLength(3),
                        Arbitraries.integers().between(0, Asset.SCALE_MAX))
                .as(Asset::new);
        return Combinators.combine(
                        texts(),
                        assets,
                        Arbitraries.of(TransferPriceMethod.class),
                        units.list().ofMinSize(1).ofMaxSize(5).uniqueElements(DeclaredUnit::unit))
                .as(GroupDeclared::new);
    }

    private Arbitrary<RatePublished> rates() {
        return Combinators.combine(names(), names(), texts(), notNegative(), notNegative(), notNegative(), times())
                .as(RatePublished::new);
    }

    private static Arbitrary<PeriodClosed> closings() {
        Arbitrary<String> months = Combinators.combine(
                        Arbitraries.integers().between(1970, 2199),
                        Arbitraries.integers().between(1, 12))
                .as((year, month) -> YearMonth.of(year, month).toString());
        Arbitrary<OffsetRange> pending = Combinators.combine(
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.longs().between(1, 1_000))
                .as((from, length) -> new OffsetRange(from, from + length));
        Arbitrary<PartitionCut> cuts = Combinators.combine(
                        names(),
                        Arbitraries.integers().between(0, PartitionCut.PARTITION_MAX),
                        Arbitraries.longs().between(0, PartitionCut.OFFSET_MAX),
                        pending.list().ofMaxSize(3))
                .as(PartitionCut::new);
        return Combinators.combine(months, cuts.list().ofMinSize(1).ofMaxSize(4))
                .as(PeriodClosed::new);
    }

    private static Arbitrary<OrderRequested> requests() {
        Arbitrary<RequestLine> lines = Combinators.combine(texts(), positive()).as(RequestLine::new);
        return Combinators.combine(
                        names(),
                        texts().injectNull(0.3),
                        lines.list().ofMinSize(1).ofMaxSize(5),
                        attributions())
                .as(OrderRequested::new);
    }
}
