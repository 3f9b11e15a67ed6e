package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the order of changes: when, and which of those that changed in that second. Written {@code 1795766400-17}.
 *
 * @param at whole seconds, in the time of Viet Nam
 */
public record ChangeKey(LocalDateTime at, long id) {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,11})-(\\d{1,18})");

    public ChangeKey {
        requireNonNull(at, "at");
    }

    /** Empty when the text is none. */
    public static Optional<ChangeKey> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime at = LocalDateTime.ofEpochSecond(Long.parseLong(matcher.group(1)), 0, ZoneOffset.UTC);
            return Optional.of(new ChangeKey(at, Long.parseLong(matcher.group(2))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return at.toEpochSecond(ZoneOffset.UTC) + "-" + id;
    }
}
