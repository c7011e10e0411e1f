package dev.triad.events;

/**
 * Who says it: {@code ce_source}, written {@code /{group}/{unit}}.
 *
 * @param group the consolidation group, a {@linkplain Names#isName name}
 * @param unit the operating segment in it, a name
 */
public record Source(String group, String unit) {
    public Source {
        Require.present("source group", group);
        Require.present("source unit", unit);
        if (!Names.isName(group) || !Names.isName(unit)) {
            throw new InvalidEventException(
                    Defect.SOURCE,
                    "ce_source must be /{group}/{unit}, each of lower-case letters, digits, '.', '_' and '-'");
        }
    }

    /** Reads {@code /{group}/{unit}}. */
    public static Source parse(String text) {
        int slash = text.indexOf('/', 1);
        if (slash < 0 || text.charAt(0) != '/') {
            throw new InvalidEventException(Defect.SOURCE, "ce_source must be /{group}/{unit}");
        }
        return new Source(text.substring(1, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return "/" + group + "/" + unit;
    }
}
