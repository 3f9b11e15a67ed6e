package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code of a dossier (mã hồ sơ), {@code {unit}-{yyMMdd}-{nnnn}}: the unit that received it, the day, and its place in
 * the order of that day at that unit (Circular 01/2018/TT-VPCP, Article 19). It stays the same however often the dossier
 * is passed on.
 *
 * @param unit id of the receiving unit, such as {@code STP2} or {@code H56.14}; data of the agency, capitals
 * @param sequence from 1, begins anew every day
 */
public record DossierCode(String unit, LocalDate day, int sequence) {
    /** The unit id: capitals, digits, dots, single hyphens inside. */
    private static final String UNIT = "[A-Z0-9.]+(?:-[A-Z0-9.]+)*";

    private static final Pattern UNIT_SHAPE = Pattern.compile(UNIT);
    private static final Pattern SHAPE = Pattern.compile("(" + UNIT + ")-(\\d{6})-(\\d{4,6})");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST = 60;

    public DossierCode {
        requireNonNull(unit, "unit");
        requireNonNull(day, "day");
        if (!UNIT_SHAPE.matcher(unit).matches()) {
            throw new IllegalArgumentException(
                    "unit id '" + unit + "' (expected: capitals, digits and dots, such as H56.14)");
        }
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence " + sequence + " (expected: >= 1)");
        }
    }

    /** Reads a code as people type it: small letters and spaces around it do not matter. Empty when it is none. */
    public static Optional<DossierCode> parse(String text) {
        Matcher matcher = SHAPE.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (text.length() > LONGEST || !matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(matcher.group(2), DAY);
            int sequence = Integer.parseInt(matcher.group(3));
            return sequence < 1 ? Optional.empty() : Optional.of(new DossierCode(matcher.group(1), day, sequence));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return unit + "-" + DAY.format(day) + "-" + String.format(Locale.ROOT, "%04d", sequence);
    }
}
