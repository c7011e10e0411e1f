package dev.triad.cli.imports;

import dev.triad.cli.imports.format.AnnualReport;
import dev.triad.cli.imports.format.AzureLlm;
import dev.triad.cli.imports.format.Focus;
import dev.triad.cli.imports.format.Format;
import dev.triad.cli.imports.format.OnlineRetail;
import dev.triad.cli.imports.format.ReportChoice;
import dev.triad.cli.imports.format.Settings;
import dev.triad.cli.imports.format.Slurp;
import dev.triad.cli.imports.format.StructuredLines;
import dev.triad.events.Asset;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The formats by the names that people type, each with the unit and asset that suit its data. */
enum FormatName {
    ONLINE_RETAIL("online-retail", "store", "GBP/2", OnlineRetail::new),
    FOCUS("focus", "cloud", "USD/12", Focus::new),
    AZURE_LLM("azure-llm", "cloud", "USD/9", AzureLlm::new),
    SLURP("slurp", "device", "USD/9", Slurp::new),
    ANNUAL_REPORT("annual-report", "company", "USD/2", settings -> new AnnualReport(settings, ReportChoice.PUBLISHED)),
    CLOUDEVENTS(
            "cloudevents",
            "any",
            "USD/9",
            settings -> new StructuredLines(settings.source().group()));

    private final String typed;
    private final String unit;
    private final Asset asset;
    private final Function<Settings, Format> format;

    FormatName(String typed, String unit, String asset, Function<Settings, Format> format) {
        this.typed = typed;
        this.unit = unit;
        this.asset = Asset.parse(asset);
        this.format = format;
    }

    static Optional<FormatName> byName(String typed) {
        return Arrays.stream(values()).filter(name -> name.typed.equals(typed)).findFirst();
    }

    String unit() {
        return unit;
    }

    Asset asset() {
        return asset;
    }

    /** Whether its usage has no charge of its own and needs a rate. */
    boolean needsRate() {
        return this == AZURE_LLM || this == SLURP;
    }

    /**
     * Whether its ids are made of what an event is about and not of what it says, so that an event that the ledger knows
     * may have come to say something else.
     */
    boolean restates() {
        return this == ANNUAL_REPORT;
    }

    Format with(Settings settings) {
        return format.apply(settings);
    }

    @Override
    public String toString() {
        return typed;
    }
}
