package dev.triad.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.cli.imports.format.AzureLlm;
import dev.triad.cli.imports.format.Settings;
import dev.triad.cli.imports.format.Slurp;
import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.GroupDeclared;
import dev.triad.events.OrderRequested;
import dev.triad.events.RatePublished;
import dev.triad.events.RequestLine;
import dev.triad.events.UsageRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsageImportTest {
    @Test
    void aRequestToALanguageModelIsAUsageOfItsTokens() {
        MemoryDelivery delivery = azure(null, null);

        List<CloudEvent> requests = delivery.events(UsageRecorded.class);
        UsageRecorded first = (UsageRecorded) requests.getFirst().data();
        assertThat(requests.getFirst().time()).isEqualTo(Instant.parse("2023-05-01T10:00:00.1234567Z"));
        assertThat(first.consumer()).isEqualTo("azure-llm-conv");
        assertThat(first.consumerKind()).isEqualTo(ConsumerKind.TENANT);
        assertThat(first.resource()).isEqualTo("llm-token");
        assertThat(first.quantity()).isEqualByComparingTo("120");
        assertThat(first.labels()).containsEntry("context-tokens", "100").containsEntry("generated-tokens", "20");
        assertThat(requests).extracting(CloudEvent::id).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void withoutAPriceNoRateIsPublished() {
        assertThat(azure(null, null).events(RatePublished.class)).isEmpty();
    }

    @Test
    void aPriceIsPublishedAsTheRateFromTheStartOfTheData() {
        List<RatePublished> rates = azure(null, "0.000002").data(RatePublished.class);

        assertThat(rates).singleElement().satisfies(rate -> {
            assertThat(rate.resource()).isEqualTo("llm-token");
            assertThat(rate.list()).isEqualByComparingTo("0.000002");
            assertThat(rate.fullCost()).isEqualByComparingTo("0.000002");
            assertThat(rate.effectiveFrom()).isEqualTo(Instant.parse("2023-05-01T10:00:00.1234567Z"));
        });
    }

    @Test
    void thePriceMayComeLater() {
        List<CloudEvent> without = azure(null, null).events();
        List<CloudEvent> with = azure(null, "0.000002").events();

        assertThat(with).containsAll(without).hasSize(without.size() + 1);
    }

    @Test
    void theTenantCanBeNamed() {
        assertThat(azure("chatbot", null).data(UsageRecorded.class))
                .extracting(UsageRecorded::consumer)
                .containsOnly("chatbot");
    }

    @Test
    void aVoiceCommandIsTheDevicesUsageOfTheCloud() {
        MemoryDelivery delivery = slurp();

        assertThat(delivery.data(UsageRecorded.class)).hasSize(3).allSatisfy(usage -> {
            assertThat(usage.provider()).isEqualTo("cloud");
            assertThat(usage.consumer()).isEqualTo("device");
            assertThat(usage.consumerKind()).isEqualTo(ConsumerKind.UNIT);
            assertThat(usage.resource()).isEqualTo("voice");
            assertThat(usage.quantity()).isEqualByComparingTo("1");
            assertThat(usage.labels()).containsOnlyKeys("scenario", "action", "intent");
        });
        assertThat(delivery.data(GroupDeclared.class).getFirst().units())
                .extracting(DeclaredUnit::unit)
                .containsExactly("device", "cloud");
    }

    @Test
    void anOrderByVoiceIsARequestBesides() {
        List<CloudEvent> orders = slurp().events(OrderRequested.class);

        assertThat(orders).singleElement().satisfies(event -> {
            assertThat(event.subject()).isEqualTo("slurp-12-1600000060");
            assertThat(event.time()).isEqualTo(Instant.ofEpochSecond(1_600_000_060));
            assertThat(((OrderRequested) event.data()).lines())
                    .containsExactly(new RequestLine("takeaway_order", BigDecimal.ONE));
        });
    }

    @Test
    void whatWasSaidStaysInTheFile() {
        assertThat(slurp().events()).asString().doesNotContain("margherita").doesNotContain("parade");
    }

    private static MemoryDelivery azure(@Nullable String consumer, @Nullable String rate) {
        Settings plain = Imported.settings(FormatName.AZURE_LLM);
        Settings settings = new Settings(
                plain.source(),
                plain.asset(),
                false,
                consumer,
                null,
                false,
                rate == null ? null : new BigDecimal(rate));
        return Imported.of(Imported.excerpt("azure-llm.csv"), new AzureLlm(settings))
                .delivery();
    }

    private static MemoryDelivery slurp() {
        return Imported.of(Imported.excerpt("slurp.csv"), new Slurp(Imported.settings(FormatName.SLURP)))
                .delivery();
    }
}
