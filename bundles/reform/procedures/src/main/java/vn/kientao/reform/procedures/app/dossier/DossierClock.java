package vn.kientao.reform.procedures.app.dossier;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import vn.kientao.platform.api.time.DeadlineTerms;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.platform.api.time.Deadlines.Reading;
import vn.kientao.platform.api.time.DueDate;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.platform.api.time.TimeLimit.Unit;
import vn.kientao.platform.api.time.WorkingCalendar;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.dossier.RuleSettings;

/** The clocks of a dossier by the rule set under which it was received. Counts only; changes nothing. */
final class DossierClock {
    private final Deadlines deadlines;
    private final WorkingCalendar calendar;

    DossierClock(Deadlines deadlines, WorkingCalendar calendar) {
        this.deadlines = deadlines;
        this.calendar = calendar;
    }

    static RuleSettings settings(Dossier dossier) {
        return dossier.rule().map(rule -> rule.settings()).orElse(RuleSettings.OF_DECREE_61);
    }

    private static Reading reading(Dossier dossier) {
        return dossier.rule().map(rule -> rule.reading()).orElse(Reading.CIVIL_CODE);
    }

    /**
     * Until when what was received then should be passed on: on the same working day, and what came after the cut-off
     * within the first hour of the next one (Decree 61/2018/NĐ-CP, Article 18).
     */
    LocalDateTime forwardBy(String agency, LocalDateTime received, LocalTime cutOff) {
        DeadlineTerms terms = DeadlineTerms.of(agency);
        boolean inTime = calendar.isWorking(received.toLocalDate())
                && !received.toLocalTime().isAfter(cutOff);
        if (inTime) {
            return deadlines
                    .due(received, new TimeLimit(0, Unit.WORKING_DAY), Reading.CIVIL_CODE, terms)
                    .due();
        }
        LocalDateTime nextDay = received.toLocalDate().plusDays(1).atStartOfDay();
        return deadlines
                .due(nextDay, new TimeLimit(1, Unit.WORKING_HOUR), Reading.CIVIL_CODE, terms)
                .due();
    }

    /** Until when a received dossier may be found insufficient (Article 19(4)). */
    LocalDateTime noticeBy(Dossier dossier) {
        int days = settings(dossier).noticeDays();
        return deadlines
                .due(
                        dossier.receivedAt(),
                        new TimeLimit(days, Unit.WORKING_DAY),
                        Reading.CIVIL_CODE,
                        DeadlineTerms.of(dossier.agency()))
                .due();
    }

    /** When something of this limit that begins now should be done, by the agency's hours. */
    LocalDateTime after(Dossier dossier, LocalDateTime begin, TimeLimit limit) {
        return deadlines
                .due(begin, limit, reading(dossier), DeadlineTerms.of(dossier.agency()))
                .due();
    }

    /** The promise with the pauses since the clock began, and one that ends now. */
    Appointment resumed(Dossier dossier, DossierHistory history, LocalDateTime now) {
        List<DeadlineTerms.Pause> pauses = new ArrayList<>();
        LocalDateTime begin = dossier.standing().clockFrom();
        history.pauses().stream()
                .filter(pause -> !pause.from().isBefore(begin))
                .map(pause -> new DeadlineTerms.Pause(pause.from(), pause.to().orElse(now)))
                .forEach(pauses::add);
        if (dossier.appointment() instanceof Appointment.Counted counted) {
            return count(dossier, counted, begin, pauses);
        }
        return shifted(dossier, (Appointment.SetByHand) dossier.appointment(), history, now);
    }

    /** The promise when the full limit counts anew from now; a date set by hand moves by the days waited. */
    Appointment restarted(Dossier dossier, DossierHistory history, LocalDateTime now) {
        if (dossier.appointment() instanceof Appointment.Counted counted) {
            return count(dossier, counted, now, List.of());
        }
        return shifted(dossier, (Appointment.SetByHand) dossier.appointment(), history, now);
    }

    private Appointment count(
            Dossier dossier, Appointment.Counted counted, LocalDateTime begin, List<DeadlineTerms.Pause> pauses) {
        DueDate due = deadlines.due(
                begin, counted.limit(), counted.rule().reading(), new DeadlineTerms(dossier.agency(), pauses));
        return Appointment.Counted.of(due, counted.limit(), counted.limitText(), counted.rule());
    }

    private Appointment shifted(Dossier dossier, Appointment.SetByHand set, DossierHistory history, LocalDateTime now) {
        LocalDateTime from = history.openPause().map(pause -> pause.from()).orElse(now);
        int waited = Math.toIntExact(from.toLocalDate()
                .plusDays(1)
                .datesUntil(now.toLocalDate().plusDays(1))
                .filter(calendar::isWorking)
                .count());
        LocalDateTime due =
                waited == 0 ? set.due() : after(dossier, set.due(), new TimeLimit(waited, Unit.WORKING_DAY));
        return new Appointment.SetByHand(due, set.limitText(), set.reason());
    }
}
