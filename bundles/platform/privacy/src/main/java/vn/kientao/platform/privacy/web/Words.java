package vn.kientao.platform.privacy.web;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.privacy.domain.TimeSpan;

/** Small things that every page of this room says alike. */
final class Words {
    private static final TextBundle TEXTS = TextBundle.of(Words.class);

    private Words() {}

    static LocalText text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    static String span(TimeSpan span, Texts texts) {
        return texts.get("privacy.span." + span.unit().name().toLowerCase(Locale.ROOT), span.amount());
    }

    static String period(Period period, Texts texts) {
        if (period.get(ChronoUnit.DAYS) > 0) {
            return texts.get("privacy.period.days", period.get(ChronoUnit.DAYS));
        }
        long months = period.toTotalMonths();
        return months % 12 == 0
                ? texts.get("privacy.period.years", months / 12)
                : texts.get("privacy.period.months", months);
    }

    static ProblemException problem(int status, String code) {
        return new ProblemException(
                new Problem(status, code, text("privacy.problem." + code), text("privacy.problem." + code + ".do")));
    }
}
