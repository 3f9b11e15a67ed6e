package vn.kientao.reform.procedures.web.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.reform.procedures.app.dossier.DeskProcedure;
import vn.kientao.reform.procedures.app.dossier.DossierDesk;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;

/** The due date: counted where the procedure states a time limit, else the one that the officer typed, with a reason. */
final class DueDateCheck {
    private static final int LONGEST_YEARS = 5;
    private static final int REASON = 500;

    private final DossierDesk desk;
    private final Map<String, String> values;
    private final FormErrors errors;
    private final Checks checks;

    DueDateCheck(DossierDesk desk, Map<String, String> values, FormErrors errors) {
        this.desk = desk;
        this.values = values;
        this.errors = errors;
        this.checks = new Checks(errors);
    }

    /** Empty when the errors say why not. */
    Optional<Appointment> appointment(
            DeskProcedure procedure, DossierChannel channel, LocalDateTime now, String agency) {
        Optional<Appointment> counted = desk.appointment(procedure, channel, now, agency);
        return counted.isPresent() ? counted : typed(procedure, channel, now.toLocalDate());
    }

    private Optional<Appointment> typed(DeskProcedure procedure, DossierChannel channel, LocalDate today) {
        String given = values.getOrDefault("dueDate", "");
        Optional<LocalDate> day = checks.day("dueDate", given);
        String reason = checks.required("dueReason", values.getOrDefault("dueReason", ""), REASON);
        day.ifPresent(date -> refuse(date, today));
        if (day.isEmpty()
                || errors.of("dueDate").isPresent()
                || errors.of("dueReason").isPresent()) {
            return Optional.empty();
        }
        return Optional.of(desk.setByHand(procedure, channel, day.get(), reason));
    }

    private void refuse(LocalDate day, LocalDate today) {
        checks.between("dueDate", day, today, today.plusYears(LONGEST_YEARS));
        if (errors.of("dueDate").isEmpty() && !desk.open(day)) {
            errors.add("dueDate", Words.text("dossier.error.due-day-off", Formats.date(day)));
        }
    }
}
