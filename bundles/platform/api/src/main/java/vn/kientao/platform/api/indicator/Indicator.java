package vn.kientao.platform.api.indicator;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.kientao.platform.api.text.LocalText;

/**
 * Something that is measured.
 *
 * @param code {@code <module>.<word>}, such as {@code procedures.on-time}; stays the same for good
 * @param unit what one of it is: {@code %}, dossiers, points
 * @param numerator what the number above the line counts; empty for what is no share
 * @param denominator what the number below the line counts; empty for what is no share
 */
public record Indicator(
        String code, LocalText name, LocalText unit, Optional<LocalText> numerator, Optional<LocalText> denominator) {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z0-9][a-z0-9-]*)+");

    public Indicator {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(unit, "unit");
        requireNonNull(numerator, "numerator");
        requireNonNull(denominator, "denominator");
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("code '" + code + "' (expected: module.word)");
        }
        if (numerator.isPresent() != denominator.isPresent()) {
            throw new IllegalArgumentException("indicator " + code + " (expected: numerator and denominator, or none)");
        }
    }
}
