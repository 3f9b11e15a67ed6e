package vn.kientao.reform.steering.web.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.app.goal.Targets;
import vn.kientao.reform.steering.domain.goal.ActualValue;
import vn.kientao.reform.steering.domain.goal.TargetPeriod;
import vn.kientao.reform.steering.web.FormReader;

/** Reads an actual value, alike from a form and from what a program sent. */
final class ValueForm {
    private static final TextBundle TEXTS = TextBundle.of(ValueForm.class);
    private static final int WORDS = 2_000;
    private static final int EVIDENCE = 1_000;
    private static final int FIRST_YEAR = 2000;

    private final FormReader reader;
    private final Targets.View view;
    private final LocalDateTime now;

    ValueForm(FormReader reader, Targets.View view, LocalDateTime now) {
        this.reader = reader;
        this.view = view;
        this.now = now;
    }

    /**
     * A value of a period that has none; empty when something is wrong with it.
     *
     * @param shown whether a file shows it, so that no words have to
     */
    Optional<ActualValue> first(boolean shown, String agency, String account) {
        int year = year();
        TargetPeriod period = period();
        if (editions(period, year) > 0) {
            reader.errors().add("period", TEXTS.text("target.error.present"));
        }
        return value(period, year, true, shown, agency, account);
    }

    /**
     * A correction of a value, or taking it back; empty when something is wrong with it.
     *
     * @param old an edition of it
     */
    Optional<ActualValue> further(ActualValue old, boolean shown, String agency, String account) {
        return value(old.period(), old.year(), false, shown, agency, account);
    }

    private int year() {
        return reader.number("year", FIRST_YEAR, now.getYear());
    }

    private TargetPeriod period() {
        String word = reader.field("period").orElse("");
        return TargetPeriod.of(word).orElseGet(() -> {
            reader.errors().add("period", TEXTS.text("target.error.period", word));
            return TargetPeriod.YEAR;
        });
    }

    private Optional<ActualValue> value(
            TargetPeriod period, int year, boolean first, boolean shown, String agency, String account) {
        Optional<BigDecimal> amount = reader.decimal("amount");
        boolean back = !first && reader.field("takeBack").isPresent();
        if (amount.isEmpty() && !back) {
            reader.errors().add("amount", TEXTS.text("form.error.missing"));
        }
        Optional<LocalDate> known = reader.neededDay("knownOn");
        known.filter(day -> day.isAfter(now.toLocalDate()) || day.getYear() < year)
                .ifPresent(day -> reader.errors()
                        .add(
                                "knownOn",
                                TEXTS.text(
                                        "target.error.known",
                                        Formats.date(day),
                                        Formats.date(LocalDate.of(year, 1, 1)),
                                        Formats.date(now.toLocalDate()))));
        String evidence = reader.text("evidence", shown || back ? 0 : 1, EVIDENCE);
        String note = reader.text("note", 0, WORDS);
        String reason = first ? "" : reader.text("reason", 1, WORDS);
        if (!reader.errors().isEmpty() || known.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ActualValue(
                0,
                year,
                period,
                editions(period, year) + 1,
                back ? Optional.empty() : amount,
                known.get(),
                note,
                evidence,
                reason,
                agency,
                account,
                now));
    }

    private int editions(TargetPeriod period, int year) {
        return view.history().stream()
                .filter(value -> value.year() == year && value.period() == period)
                .mapToInt(ActualValue::edition)
                .max()
                .orElse(0);
    }
}
