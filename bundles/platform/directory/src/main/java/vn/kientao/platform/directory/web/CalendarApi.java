package vn.kientao.platform.directory.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.directory.app.CalendarChanges;
import vn.kientao.platform.directory.app.CalendarView;
import vn.kientao.platform.directory.domain.CalendarChange;
import vn.kientao.platform.directory.domain.DeadlineMove;
import vn.kientao.platform.directory.domain.ExceptionalDay;

/** The working calendar for programs. */
@Component
public final class CalendarApi implements PlatformRoutes {
    private static final TextBundle TEXTS = TextBundle.of(CalendarApi.class);
    private static final String DAY = "/api/v1/admin/calendar/{day}";

    private final CalendarView view;
    private final CalendarChanges changes;

    @Activate
    public CalendarApi(@Reference CalendarView view, @Reference CalendarChanges changes) {
        this.view = view;
        this.changes = changes;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/api/v1/admin/calendar", Permission.ADMINISTER, this::year)
                .query("year")
                .summary("calendar.api.year")
                .returns(Day[].class);
        routes.get(DAY, Permission.ADMINISTER, this::day)
                .summary("calendar.api.day")
                .returns(Day.class);
        routes.post(DAY + "/preview", Permission.ADMINISTER, this::preview)
                .summary("calendar.api.preview")
                .accepts(DayChange.class)
                .returns(Move[].class);
        routes.put(DAY, Permission.ADMINISTER, this::put)
                .summary("calendar.api.put")
                .accepts(DayChange.class)
                .returns(Changed.class);
        routes.delete(DAY, Permission.ADMINISTER, this::remove)
                .summary("calendar.api.delete")
                .returns(Changed.class);
    }

    Reply year(Request request) {
        int year = request.query("year")
                .filter(typed -> typed.matches("(?:19|20|21)[0-9]{2}"))
                .map(Integer::parseInt)
                .orElse(Words.today(request).getYear());
        return Reply.json(view.calendar().year(year).stream().map(Day::of).toList());
    }

    Reply day(Request request) {
        LocalDate day = asked(request);
        return Reply.json(view.calendar()
                .exceptional(day)
                .map(Day::of)
                .orElseGet(() -> new Day(
                        day,
                        DayForm.ORDINARY,
                        LocalText.same(""),
                        "",
                        view.calendar().isWorking(day))));
    }

    Reply preview(Request request) {
        CalendarChange change = change(request);
        return Reply.json(
                changes.preview(List.of(change)).moves().stream().map(Move::of).toList());
    }

    Reply put(Request request) {
        return applied(request, change(request));
    }

    Reply remove(Request request) {
        return applied(request, CalendarChange.remove(asked(request)));
    }

    private Reply applied(Request request, CalendarChange change) {
        CalendarChanges.Done done = changes.apply(List.of(change), request::audit);
        return Reply.json(new Changed(!done.changes().isEmpty(), done.moved()));
    }

    private static CalendarChange change(Request request) {
        DayChange body = request.json(DayChange.class);
        DayForm form = new DayForm(
                asked(request).toString(),
                text(body.kind()),
                text(body.nameVi()),
                text(body.nameEn()),
                text(body.legalBasis()));
        FormErrors errors = new FormErrors();
        Optional<CalendarChange> change = form.change(errors);
        return change.orElseThrow(() -> new ProblemException(
                new Problem(422, "invalid", TEXTS.text("calendar.invalid"), LocalText.same(""), errors.all())));
    }

    private static LocalDate asked(Request request) {
        String typed = request.pathValue("day");
        return Words.day(typed)
                .orElseThrow(() -> new ProblemException(new Problem(
                        404, "not-found", TEXTS.text("import.date", typed), TEXTS.text("agencies.day-hint"))));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    /** @param kind {@code holiday}, {@code compensation}, {@code swap_off}, {@code swap_working} or {@code ordinary} */
    public record DayChange(
            @Nullable String kind,
            @Nullable String nameVi,
            @Nullable String nameEn,
            @Nullable String legalBasis) {}

    /** A day as it is. */
    public record Day(LocalDate day, String kind, LocalText name, String legalBasis, boolean working) {
        static Day of(ExceptionalDay day) {
            return new Day(
                    day.day(),
                    ExceptionalDay.word(day.kind()),
                    day.name(),
                    day.legalBasis(),
                    day.shown().working());
        }
    }

    /** A deadline that would move. */
    public record Move(String agency, String subject, LocalDateTime due, LocalDateTime newDue) {
        static Move of(DeadlineMove move) {
            return new Move(
                    move.deadline().agency(),
                    move.deadline().subject(),
                    move.deadline().due(),
                    move.newDue());
        }
    }

    /** @param moved how many deadlines moved */
    public record Changed(boolean changed, int moved) {}
}
