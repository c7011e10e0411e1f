package dev.triad.cli.ask;

import java.util.regex.Pattern;

/** Decimal numbers as text, which stay text: no digit is ever lost. */
public final class Amounts {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)(?=(?:\\d{3})+$)");

    private Amounts() {}

    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** With a comma after every three digits before the point; what is no number stays as it is. */
    public static String grouped(String text) {
        if (!isNumber(text)) {
            return text;
        }
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        String rest = point < 0 ? "" : text.substring(point);
        return THOUSANDS.matcher(whole).replaceAll(",") + rest;
    }

    /** Grouped, and without the zeros at the end that say nothing, but for two decimals. */
    public static String brief(String text) {
        int point = text.indexOf('.');
        if (point < 0 || !isNumber(text)) {
            return grouped(text);
        }
        int end = text.length();
        while (end > point + 3 && text.charAt(end - 1) == '0') {
            end--;
        }
        return grouped(text.substring(0, end));
    }

    /** The currency of an asset such as {@code USD/9}. */
    public static String currency(String asset) {
        int slash = asset.indexOf('/');
        return slash < 0 ? asset : asset.substring(0, slash);
    }
}
