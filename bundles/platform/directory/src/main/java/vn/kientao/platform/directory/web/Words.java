package vn.kientao.platform.directory.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.util.Optional;
import java.util.Set;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.time.CalendarDay.Kind;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.directory.domain.ExceptionalDay;
import vn.kientao.platform.directory.domain.RegisteredAgency;

/** Puts agencies, days and kinds into the reader's words, and reads days that were typed. */
final class Words {
    private static final Set<String> TYPES = Set.of("province", "department", "board", "district", "commune");
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private Words() {}

    static LocalDate today(Request request) {
        return LocalDate.ofInstant(request.now(), Formats.ZONE);
    }

    /** Reads {@code 24/11/2026} or {@code 2026-11-24}. */
    static Optional<LocalDate> day(String typed) {
        return parsed(typed, TYPED).or(() -> parsed(typed, DateTimeFormatter.ISO_LOCAL_DATE));
    }

    private static Optional<LocalDate> parsed(String typed, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(typed, format));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static String type(Agency agency, Texts texts) {
        return TYPES.contains(agency.type()) ? texts.get("agencies.type." + agency.type()) : agency.type();
    }

    /** From when to when it exists, and what of that is not certain. */
    static String period(RegisteredAgency registered, Texts texts) {
        Agency agency = registered.agency();
        String from = agency.validFrom()
                .map(day -> texts.get("agencies.from", date(day, registered.fromCertain(), texts)))
                .orElse("");
        String to = agency.validTo()
                .map(day -> texts.get("agencies.to", date(day, registered.toCertain(), texts)))
                .orElse("");
        String period = (from + " " + to).strip();
        return period.isEmpty() ? texts.get("agencies.always") : period;
    }

    private static String date(LocalDate day, boolean certain, Texts texts) {
        return certain ? Formats.date(day) : texts.get("agencies.uncertain", Formats.date(day));
    }

    static String kind(Kind kind, Texts texts) {
        return texts.get("calendar.kind." + ExceptionalDay.word(kind));
    }

    static String weekday(LocalDate day, Texts texts) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, texts.locale());
    }
}
