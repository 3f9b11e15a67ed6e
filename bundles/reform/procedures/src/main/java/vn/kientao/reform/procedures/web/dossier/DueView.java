package vn.kientao.reform.procedures.web.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.time.CalendarDay;
import vn.kientao.platform.api.time.DueDate.CountedDay;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.Pause;

/**
 * A due date and why it is that one, in the reader's words.
 *
 * @param limit the time limit, such as "5 ngày làm việc"
 * @param basis rule set and law; or who set the date and why
 * @param days each day from receipt to due date; empty when an officer set the date
 */
public record DueView(String due, String day, String limit, String basis, List<Line> days) {

    public DueView {
        requireNonNull(due, "due");
        requireNonNull(day, "day");
        requireNonNull(limit, "limit");
        requireNonNull(basis, "basis");
        days = List.copyOf(days);
    }

    /** @param number such as "ngày thứ 3"; empty for a day that does not count */
    public record Line(String weekday, String day, String number, String reason, boolean counts) {}

    /** Without pauses. */
    public static DueView of(Appointment appointment, Texts texts) {
        return of(appointment, List.of(), texts);
    }

    /** @param pauses in which the clock stood still, told on each of their days */
    public static DueView of(Appointment appointment, List<Pause> pauses, Texts texts) {
        String due = Formats.time(appointment.due());
        String day = Formats.date(appointment.due().toLocalDate());
        if (appointment instanceof Appointment.Counted counted) {
            List<Line> lines = counted.days().stream()
                    .map(one -> line(one, counted, pauses, texts))
                    .toList();
            String basis = texts.get(
                    "dossier.due.rule",
                    counted.rule().code(),
                    texts.get("dossier.reading." + counted.rule().reading()),
                    counted.rule().legalBasis());
            return new DueView(due, day, limit(counted.limit(), texts), basis, lines);
        }
        Appointment.SetByHand set = (Appointment.SetByHand) appointment;
        return new DueView(due, day, set.limitText(), texts.get("dossier.due.by-hand", set.reason()), List.of());
    }

    static String limit(TimeLimit limit, Texts texts) {
        return texts.get("dossier.limit." + limit.unit(), "" + limit.amount());
    }

    private static Line line(CountedDay counted, Appointment.Counted appointment, List<Pause> pauses, Texts texts) {
        CalendarDay day = counted.day();
        boolean counts = counted.number() > 0;
        return new Line(
                day.day().getDayOfWeek().getDisplayName(TextStyle.FULL, texts.locale()),
                Formats.date(day.day()),
                counts ? texts.get("dossier.day.number", "" + counted.number()) : texts.get("dossier.day.not-counted"),
                Stream.of(
                                reason(counted, appointment, texts),
                                paused(day.day(), appointment.countedFrom(), pauses, texts))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining("; ")),
                counts);
    }

    /** What pauses since the clock began have to do with a day. */
    private static String paused(LocalDate day, LocalDateTime begin, List<Pause> pauses, Texts texts) {
        return pauses.stream()
                .filter(pause -> !pause.from().isBefore(begin))
                .filter(pause -> !day.isBefore(pause.from().toLocalDate())
                        && pause.to().map(to -> !day.isAfter(to.toLocalDate())).orElse(true))
                .map(pause -> texts.get(
                        pause.from().toLocalDate().equals(day)
                                ? "dossier.day.pause-begins"
                                : pause.to()
                                                .filter(to -> to.toLocalDate().equals(day))
                                                .isPresent()
                                        ? "dossier.day.pause-ends"
                                        : "dossier.day.paused",
                        Formats.time(
                                pause.from().toLocalDate().equals(day)
                                        ? pause.from()
                                        : pause.to().orElse(pause.from())),
                        pause.reason()))
                .collect(Collectors.joining("; "));
    }

    private static String reason(CountedDay counted, Appointment.Counted appointment, Texts texts) {
        CalendarDay day = counted.day();
        if (day.kind() != CalendarDay.Kind.WORKING) {
            String name = texts.get(day.name());
            String kind = texts.get("dossier.day." + day.kind());
            return name.isEmpty() ? kind : kind + ": " + name;
        }
        boolean received = counted.number() == 0
                && day.day().equals(appointment.days().get(0).day().day());
        boolean began = counted.number() == 0
                && day.day().equals(appointment.countedFrom().toLocalDate());
        if (received) {
            return texts.get(began ? "dossier.day.received" : "dossier.day.received-late");
        }
        return began ? texts.get("dossier.day.begins") : "";
    }
}
