package dev.triad.ledger.posting;

import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Posts the returns of a batch, once its sales are posted; the sales of before are looked up together. */
final class ReturnPoster {
    private final BatchBooks books;

    ReturnPoster(BatchBooks books) {
        this.books = books;
    }

    void post(List<Received.Decoded> returns) {
        if (returns.isEmpty()) {
            return;
        }
        Set<EventKey> wanted = new LinkedHashSet<>();
        for (Received.Decoded event : returns) {
            EventKey sale = saleKey(event);
            if (sale != null && !books.sales().containsKey(sale)) {
                wanted.add(sale);
            }
        }
        books.sales().putAll(books.view().sales(wanted));
        for (Received.Decoded event : returns) {
            books.guarded(
                    event, () -> returned(event, (SaleReturned) event.event().data()));
        }
    }

    private void returned(Received.Decoded event, SaleReturned returned) {
        String unit = event.event().source().unit();
        Group group = books.groupWith(event, List.of(unit));
        if (group == null) {
            return;
        }
        EventKey key = saleKey(event);
        if (key == null) {
            books.posted(event, group.name(), ReturnPosting.postUnmatched(group, unit, returned), null);
            return;
        }
        SaleOnFile onFile = books.sales().get(key);
        if (onFile == null) {
            books.await(event, new Wanted.ForSale(key));
            return;
        }
        SaleRecorded sale = onFile.sale();
        if (sale == null) {
            throw new RejectedException(RejectReason.NOT_A_SALE, "the event " + key.id() + " is no sale");
        }
        ReturnPosting.Result result = ReturnPosting.post(group, unit, sale, onFile, returned);
        if (!onFile.returned().isEmpty()) {
            books.batch().returnedBefore().put(event.key(), onFile.returned());
        }
        books.sales().put(key, result.after());
        books.batch().returns().put(key, result.after());
        books.posted(event, group.name(), result.entry(), null);
    }

    private static @Nullable EventKey saleKey(Received.Decoded event) {
        return event.event().data() instanceof SaleReturned returned && returned.sale() != null
                ? new EventKey(event.event().source(), returned.sale())
                : null;
    }
}
