package dev.triad.store.sale;

/** An order for what the catalogue does not have. */
public final class UnknownSkuException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sku;
    private final int line;

    /**
     * @param sku what was asked for
     * @param line in which line, counted from 1
     */
    public UnknownSkuException(String sku, int line) {
        super("the catalogue has no " + sku, null, false, false);
        this.sku = sku;
        this.line = line;
    }

    public String sku() {
        return sku;
    }

    public int line() {
        return line;
    }
}
