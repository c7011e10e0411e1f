package dev.triad.ledger.repricing;

import dev.triad.events.Asset;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventIds;
import dev.triad.events.Names;
import dev.triad.events.RatePublished;
import dev.triad.events.Source;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.journal.EventRequests;
import dev.triad.ledger.log.EventPublisher;
import dev.triad.ledger.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Publishes rates, each once for its idempotency key, and says what came of them. */
@ApplicationScoped
class Repricings {
    /** A rate that the log has. */
    record Accepted(RepricingView view, String key, boolean replayed) {}

    private final EventRequests requests;
    private final EventPublisher log;
    private final RepricingResults results;
    private final Groups groups;

    Repricings(EventRequests requests, EventPublisher log, RepricingResults results, Groups groups) {
        this.requests = requests;
        this.log = log;
        this.results = results;
        this.groups = groups;
    }

    Accepted publish(@Nullable String givenKey, Proposal proposal, boolean publishedAtGiven) {
        String key = givenKey == null ? UUID.randomUUID().toString() : requireKey(givenKey);
        Source source =
                new Source(proposal.group().group().name(), proposal.rate().provider());
        CloudEvent wanted = new CloudEvent(
                EventIds.derived(proposal.publishedAt(), source, "repricing", key),
                source,
                proposal.rate().resource(),
                proposal.publishedAt(),
                key,
                proposal.rate());
        EventRequests.EventRequest request = requests.begin(key, wanted);
        requireSame(request.event(), wanted, publishedAtGiven);
        if (!request.acknowledged()) {
            log.publish(
                    request.event(),
                    "Try again with the header Idempotency-Key: " + key
                            + "; then the rate counts once, whatever became of this attempt.");
            requests.acknowledged(request.event().id());
        }
        return new Accepted(pending(request.event()), key, request.acknowledged());
    }

    /** How a rate stands: on the books with its differences, in suspense, or on its way. */
    RepricingView result(UUID event) {
        return results.posted(event)
                .filter(posted -> groups.sees(posted.group()))
                .or(() -> requests.byEvent(event)
                        .filter(request -> groups.sees(request.event().source().group()))
                        .map(request -> results.inSuspense(event)
                                .map(held -> view(request.event(), held.state(), held.detail()))
                                .orElseGet(() -> pending(request.event()))))
                .orElseThrow(() -> Problems.UNKNOWN_REPRICING.because(
                        "No rate was published by the event " + event + " that the ledger has heard of."));
    }

    private RepricingView pending(CloudEvent event) {
        return view(event, "pending", null);
    }

    private RepricingView view(CloudEvent event, String state, @Nullable String detail) {
        RatePublished rate = (RatePublished) event.data();
        String group = event.source().group();
        Asset asset = groups.known(group).group().asset();
        return new RepricingView(
                event.id().toString(),
                group,
                asset.toString(),
                state,
                RepricingResource.rate(rate, event.time()),
                null,
                detail);
    }

    private static String requireKey(String key) {
        if (key.isBlank() || key.length() > Names.TEXT_MAX || key.chars().anyMatch(Character::isISOControl)) {
            throw Problems.INVALID_PARAMETER.because(
                    "Idempotency-Key must be 1 to " + Names.TEXT_MAX + " printable characters.");
        }
        return key;
    }

    private static void requireSame(CloudEvent first, CloudEvent wanted, boolean publishedAtGiven) {
        boolean same = first.source().equals(wanted.source())
                && first.data().equals(wanted.data())
                && (!publishedAtGiven || first.time().equals(wanted.time()));
        if (!same) {
            throw Problems.KEY_REUSED.because("Use a new key for a new rate, or send the first one again.");
        }
    }
}
