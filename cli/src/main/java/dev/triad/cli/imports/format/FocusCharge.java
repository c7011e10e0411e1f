package dev.triad.cli.imports.format;

import dev.triad.cli.imports.input.Column;
import dev.triad.cli.imports.input.Printable;
import dev.triad.cli.imports.input.RejectedLineException;
import dev.triad.cli.imports.input.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a FOCUS bill, versions 1.0 to 1.3. {@code EffectiveCost} and {@code ContractedCost} are not read: the
 * bill is what was billed, measured against the list.
 *
 * @param from the start of the charge period
 * @param to its end; an hour later where the bill names none
 * @param billed {@code BilledCost}, exact
 * @param list {@code ListCost}, when given
 * @param quantity what was consumed, else what was priced, else one charge
 * @param unitOfMeasure what the quantity counts
 * @param service {@code ServiceName}
 * @param provider who sells the service
 * @param category usage, purchase, tax, credit or adjustment
 * @param usageBased whether it is charged by use
 * @param account the account that the charge is for, the most particular that the bill names
 * @param tags the row's tags
 */
record FocusCharge(
        Instant from,
        Instant to,
        BigDecimal billed,
        @Nullable BigDecimal list,
        BigDecimal quantity,
        String unitOfMeasure,
        String service,
        String provider,
        String category,
        boolean usageBased,
        String account,
        Map<String, String> tags) {

    static final List<Column> COLUMNS = List.of(
            Column.required("BilledCost"),
            Column.required("ChargePeriodStart"),
            Column.required("ServiceName"),
            Column.optional("BillingAccountId"),
            Column.optional("BillingAccountName"),
            Column.optional("BillingCurrency"),
            Column.optional("ChargeCategory"),
            Column.optional("ChargeClass"),
            Column.optional("ChargeDescription"),
            Column.optional("ChargeFrequency"),
            Column.optional("ChargePeriodEnd"),
            Column.optional("ConsumedQuantity"),
            Column.optional("ConsumedUnit"),
            Column.optional("HostProviderName"),
            Column.optional("ListCost"),
            Column.optional("PricingQuantity"),
            Column.optional("PricingUnit"),
            // Version 1.3 renames it, and puts the host beside it in the publisher's place.
            Column.optional("ServiceProviderName", "ProviderName"),
            Column.optional("PublisherName"),
            Column.optional("RegionId", "RegionName"),
            Column.optional("ResourceId"),
            Column.optional("ServiceCategory"),
            Column.optional("SkuId"),
            Column.optional("SkuPriceId"),
            Column.optional("SubAccountId"),
            Column.optional("SubAccountName"),
            Column.optional("Tags"));

    /** What makes a charge this charge and no other. */
    private static final List<String> KEY = List.of(
            "BillingAccountId",
            "SubAccountId",
            "ChargePeriodStart",
            "ChargePeriodEnd",
            "ChargeCategory",
            "ChargeClass",
            "ChargeDescription",
            "ServiceName",
            "SkuId",
            "SkuPriceId",
            "ResourceId",
            "RegionId",
            "ConsumedQuantity",
            "PricingQuantity",
            "BilledCost",
            "ListCost",
            "Tags");

    private static final String CHARGE = "charge";
    private static final String UNKNOWN = "unknown";
    private static final String USAGE = "Usage";
    private static final String USAGE_BASED = "Usage-Based";

    static FocusCharge of(Row row, Settings settings) {
        requireCurrency(row, settings);
        Instant from = Times.parse("ChargePeriodStart", row.required("ChargePeriodStart"));
        boolean consumed = row.optional("ConsumedQuantity") != null;
        return new FocusCharge(
                from,
                end(from, row.optional("ChargePeriodEnd")),
                money("BilledCost", row.required("BilledCost"), settings),
                row.optional("ListCost") == null ? null : money("ListCost", row.required("ListCost"), settings),
                quantity(row, consumed ? "ConsumedQuantity" : "PricingQuantity"),
                unit(row, consumed),
                row.required("ServiceName"),
                first(row, "ServiceProviderName", "HostProviderName", "PublisherName"),
                Objects.requireNonNullElse(row.optional("ChargeCategory"), USAGE),
                usageBased(row),
                first(row, "SubAccountName", "SubAccountId", "BillingAccountName", "BillingAccountId"),
                Tags.parse(row.optional("Tags")));
    }

    /** The texts that tell this charge from every other; equal rows have equal keys. */
    static String[] key(Row row) {
        return KEY.stream().map(row::verbatim).toArray(String[]::new);
    }

    private static void requireCurrency(Row row, Settings settings) {
        String currency = row.optional("BillingCurrency");
        if (currency != null && !currency.equals(settings.asset().code())) {
            throw new RejectedLineException("BillingCurrency is %s, and the group's asset %s"
                    .formatted(Printable.of(currency), settings.asset()));
        }
    }

    /** A bill that does not say how often it charges charges usage by use, and the rest not. */
    private static boolean usageBased(Row row) {
        String category = Objects.requireNonNullElse(row.optional("ChargeCategory"), USAGE);
        String frequency = row.optional("ChargeFrequency");
        return frequency == null ? USAGE.equalsIgnoreCase(category) : USAGE_BASED.equalsIgnoreCase(frequency);
    }

    private static BigDecimal money(String column, String text, Settings settings) {
        return Numbers.money(column, Numbers.decimal(column, text), settings.asset(), settings.round());
    }

    private static BigDecimal quantity(Row row, String column) {
        String text = row.optional(column);
        return text == null ? BigDecimal.ONE : Numbers.quantity(Numbers.decimal(column, text));
    }

    private static String unit(Row row, boolean consumed) {
        String unit = consumed ? first(row, "ConsumedUnit", "PricingUnit") : first(row, "PricingUnit");
        return unit.equals(UNKNOWN) ? CHARGE : unit;
    }

    private static String first(Row row, String... columns) {
        for (String column : columns) {
            String value = row.optional(column);
            if (value != null) {
                return value;
            }
        }
        return UNKNOWN;
    }

    private static Instant end(Instant from, @Nullable String text) {
        Instant end = text == null ? from : Times.parse("ChargePeriodEnd", text);
        return end.isAfter(from) ? end : from.plus(Duration.ofHours(1));
    }
}
