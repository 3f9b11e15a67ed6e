package vn.kientao.reform.procedures.app.paper;

import java.time.LocalDateTime;
import java.util.Locale;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.domain.dossier.Appointment;

/** The words of official paper: always Vietnamese, whatever the reader's language. */
final class PaperWords {
    private static final Texts TEXTS = TextBundle.of(PaperWords.class).in(TextBundle.VIETNAMESE);

    private PaperWords() {}

    static String get(String key, Object... arguments) {
        return TEXTS.get(key, arguments);
    }

    /** {@code 08 giờ 15 phút, ngày 20/11/2026}. */
    static String time(LocalDateTime time) {
        return get(
                "paper.time",
                two(time.getHour()),
                two(time.getMinute()),
                two(time.getDayOfMonth()),
                two(time.getMonthValue()),
                "" + time.getYear());
    }

    /** The legal processing time. */
    static String limit(Appointment appointment) {
        return appointment instanceof Appointment.Counted counted
                ? get(
                        "dossier.limit." + counted.limit().unit(),
                        "" + counted.limit().amount())
                : appointment.limitText();
    }

    private static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
