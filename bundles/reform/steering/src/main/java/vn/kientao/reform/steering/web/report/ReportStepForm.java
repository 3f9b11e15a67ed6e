package vn.kientao.reform.steering.web.report;

import java.time.LocalDate;
import java.util.Optional;
import vn.kientao.platform.api.documents.LetterNumber;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.app.report.ReportDesk;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.ReportAction;
import vn.kientao.reform.steering.web.FormReader;

/** Reads a step of a report, from a form or from a program. */
final class ReportStepForm {
    private static final TextBundle TEXTS = TextBundle.of(ReportStepForm.class);
    private static final int NOTE = 2_000;
    private static final int SYMBOL = 60;
    private static final int MOST = 99_999;

    private final FormReader reader;
    private final LocalDate today;

    ReportStepForm(FormReader reader, LocalDate today) {
        this.reader = reader;
        this.today = today;
    }

    /** The step; empty when something is wrong with it. */
    Optional<ReportDesk.Step> step(PeriodicReport report, ReportAction action) {
        String note = reader.text("note", action.needsNote() ? 1 : 0, NOTE);
        String symbol = "";
        Optional<LocalDate> day = Optional.empty();
        if (action == ReportAction.ISSUE) {
            int number = reader.number("number", 1, MOST);
            String typed = reader.text("symbol", 1, SYMBOL);
            day = day(report);
            symbol = typed.isBlank() ? "" : new LetterNumber(number, typed).toString();
        }
        return reader.errors().isEmpty()
                ? Optional.of(new ReportDesk.Step(action, note, symbol, day))
                : Optional.empty();
    }

    /** From the day after the period's last day to today. */
    private Optional<LocalDate> day(PeriodicReport report) {
        Optional<LocalDate> day = reader.neededDay("day");
        if (day.filter(one -> one.isAfter(today) || one.isBefore(report.period().to()))
                .isPresent()) {
            reader.errors()
                    .add(
                            "day",
                            TEXTS.text("report.error.day", reader.field("day").orElse("")));
        }
        return day;
    }
}
