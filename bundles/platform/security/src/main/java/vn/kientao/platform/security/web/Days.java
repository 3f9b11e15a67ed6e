package vn.kientao.platform.security.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Days as they are typed into forms: {@code 09/02/2026}, or as programs write them: {@code 2026-02-09}. */
final class Days {
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private Days() {}

    /** Empty when it is no day. */
    static Optional<LocalDate> of(String text) {
        try {
            return Optional.of(text.contains("/") ? LocalDate.parse(text, TYPED) : LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
