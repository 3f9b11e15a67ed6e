package vn.kientao.platform.privacy.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;

/** Days as people type them: {@code 24/11/2026}. */
final class Days {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private Days() {}

    static Optional<LocalDate> read(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed, DAY));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Instant begin(LocalDate day) {
        return day.atStartOfDay(Formats.ZONE).toInstant();
    }
}
