package dev.triad.cli.imports.format;

import java.util.Locale;

/** What a line of an invoice is. Every line is exactly one of these, so that the classes sum to the file. */
enum RetailClass {
    SALE("sale", "sale"),
    RETURN("return", "return"),
    MARKETPLACE_FEE("marketplace fee (AMAZONFEE)", "cost in pool marketplace-fees"),
    MARKETPLACE_FEE_REVERSED("marketplace fee reversed", Output.NOT_POSTED),
    CARRIAGE("carriage (POST, DOT, C2)", Output.NOT_POSTED),
    BANK_CHARGES("bank charges", Output.NOT_POSTED),
    CHARITY("charity (CRUK)", Output.NOT_POSTED),
    DISCOUNT("discount (D)", Output.NOT_POSTED),
    MANUAL("manual (M)", Output.NOT_POSTED),
    SAMPLE("samples (S)", Output.NOT_POSTED),
    BAD_DEBT("bad debt (A…, B)", Output.NOT_POSTED),
    GIFT_VOUCHER("gift vouchers", Output.NOT_POSTED),
    OTHER_CODE("other stock code", Output.NOT_POSTED),
    WITHOUT_PRICE("goods at no price", Output.NOT_POSTED),
    STOCK_ADJUSTMENT("stock adjustment", Output.NOT_POSTED),
    UNEXPLAINED("goods of a sign that no rule covers", Output.NOT_POSTED);

    private final String title;
    private final String becomes;

    RetailClass(String title, String becomes) {
        this.title = title;
        this.becomes = becomes;
    }

    String title() {
        return title;
    }

    String becomes() {
        return becomes;
    }

    boolean posted() {
        return !becomes.equals(Output.NOT_POSTED);
    }

    static RetailClass of(RetailLine line) {
        boolean cancellation = line.invoice().startsWith("C");
        if (line.invoice().startsWith("A")) {
            return BAD_DEBT;
        }
        if (isDigit(line.stockCode().charAt(0))) {
            return cancellation ? cancelledGoods(line) : goods(line);
        }
        return switch (line.stockCode().toUpperCase(Locale.ROOT)) {
            case "AMAZONFEE" -> cancellation && line.amount().signum() < 0 ? MARKETPLACE_FEE : MARKETPLACE_FEE_REVERSED;
            case "POST", "DOT", "C2" -> CARRIAGE;
            case "BANK CHARGES" -> BANK_CHARGES;
            case "CRUK" -> CHARITY;
            case "D" -> DISCOUNT;
            case "M" -> MANUAL;
            case "S" -> SAMPLE;
            case "B" -> BAD_DEBT;
            default -> line.stockCode().toLowerCase(Locale.ROOT).startsWith("gift_") ? GIFT_VOUCHER : OTHER_CODE;
        };
    }

    private static RetailClass cancelledGoods(RetailLine line) {
        if (line.price().signum() == 0) {
            return WITHOUT_PRICE;
        }
        return line.quantity().signum() < 0 && line.price().signum() > 0 ? RETURN : UNEXPLAINED;
    }

    private static RetailClass goods(RetailLine line) {
        if (line.quantity().signum() < 0) {
            return STOCK_ADJUSTMENT;
        }
        if (line.price().signum() == 0) {
            return WITHOUT_PRICE;
        }
        return line.quantity().signum() > 0 && line.price().signum() > 0 ? SALE : UNEXPLAINED;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
