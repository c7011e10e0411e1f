package dev.triad.ledger.posting;

import static dev.triad.ledger.posting.AccountNames.TRANSFER_PRICE;

/** The accounts that a usage moves: made once, as the same usage comes over and over. */
sealed interface UsageAccounts {
    Memo<Usage, UsageAccounts> KNOWN = new Memo<>(UsageAccounts::make);

    /** Of a customer outside. */
    record External(String receivable, String revenue) implements UsageAccounts {}

    /** Between two units: what is charged on both sides, and what is not. */
    record Internal(
            String expense,
            String payable,
            String receivable,
            String revenue,
            String subsidyReceived,
            String subsidyGranted)
            implements UsageAccounts {}

    static UsageAccounts of(Usage usage) {
        return KNOWN.of(usage);
    }

    private static UsageAccounts make(Usage usage) {
        String provider = usage.provider();
        String consumer = usage.consumer();
        return switch (usage.consumerKind()) {
            case TENANT ->
                new External(
                        AccountNames.receivable(provider, consumer),
                        AccountNames.usageRevenue(provider, usage.resource()));
            case UNIT ->
                new Internal(
                        AccountNames.intersegmentExpense(consumer, provider, usage.resource(), usage.cohort()),
                        AccountNames.intersegmentPayable(consumer, provider),
                        AccountNames.intersegmentReceivable(provider, consumer),
                        AccountNames.intersegmentRevenue(provider, consumer, usage.resource()),
                        AccountNames.subsidyReceived(consumer, TRANSFER_PRICE, provider),
                        AccountNames.subsidyGranted(provider, TRANSFER_PRICE, consumer));
        };
    }
}
