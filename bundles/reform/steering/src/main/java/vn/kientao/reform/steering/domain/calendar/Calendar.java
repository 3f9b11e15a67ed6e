package vn.kientao.reform.steering.domain.calendar;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes days of a calendar as iCalendar (RFC 5545): whole days, lines of at most 75 octets, ends of lines as CRLF. */
public final class Calendar {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final int OCTETS = 75;

    private final StringBuilder text = new StringBuilder();

    public Calendar(String name) {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Kien Tao//Steering//VI");
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        line("X-WR-CALNAME:" + escaped(name));
    }

    /**
     * A whole day.
     *
     * @param uid the same for good
     * @param stamp when it is written, in UTC
     */
    public void day(String uid, LocalDateTime stamp, LocalDate day, String summary, String description, String url) {
        line("BEGIN:VEVENT");
        line("UID:" + uid);
        line("DTSTAMP:" + MOMENT.format(stamp.atOffset(ZoneOffset.UTC)));
        line("DTSTART;VALUE=DATE:" + DAY.format(day));
        line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
        line("SUMMARY:" + escaped(summary));
        line("DESCRIPTION:" + escaped(description));
        line("URL:" + url);
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    /** The whole calendar. */
    public String end() {
        line("END:VCALENDAR");
        return text.toString();
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n");
    }

    /** A line that is longer is folded between characters: each further piece begins with a space. */
    private void line(String words) {
        int octets = 0;
        for (int at = 0; at < words.length(); ) {
            int character = words.codePointAt(at);
            String piece = Character.toString(character);
            int size = piece.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(piece);
            octets += size;
            at += Character.charCount(character);
        }
        text.append("\r\n");
    }
}
