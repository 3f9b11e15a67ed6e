package vn.kientao.platform.directory.web;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.directory.app.CalendarChanges;
import vn.kientao.platform.directory.app.CalendarView;
import vn.kientao.platform.directory.domain.CalendarChange;
import vn.kientao.platform.directory.domain.ExceptionalDay;
import vn.kientao.platform.directory.domain.LegalCalendar;
import vn.kientao.platform.directory.web.templates.StaticTemplates;
import vn.kientao.platform.directory.web.templates.Templates;

/** The working calendar: a year, one day, what a change would move, and the change itself. */
@Component
public final class CalendarPages implements PlatformRoutes {
    private static final String HOME = "/admin/calendar";

    private final CalendarView view;
    private final CalendarChanges changes;
    private final Templates templates = new StaticTemplates();

    @Activate
    public CalendarPages(@Reference CalendarView view, @Reference CalendarChanges changes) {
        this.view = view;
        this.changes = changes;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(HOME, Permission.ADMINISTER, this::year).query("year").menu("calendar.menu", "calendar-event", 40);
        routes.get("/admin/calendar/day", Permission.ADMINISTER, this::day).query("date");
        routes.post("/admin/calendar/preview", Permission.ADMINISTER, this::preview);
        routes.post("/admin/calendar/confirm", Permission.ADMINISTER, this::confirm);
    }

    Reply year(Request request) {
        Texts texts = request.page().texts();
        LocalDate today = Words.today(request);
        int year = request.query("year")
                .filter(typed -> typed.matches("(?:19|20|21)[0-9]{2}"))
                .map(Integer::parseInt)
                .orElse(today.getYear());
        LegalCalendar calendar = view.calendar();
        CalendarModel model = new CalendarModel(
                request.page(),
                year,
                calendar.complete(year),
                view.officeHours(today).text().replace(",", ", ").replace("-", "–"),
                calendar.year(year).stream().map(day -> row(day, texts)).toList(),
                new MonthSheets(calendar, texts).of(year));
        return Reply.page(
                texts.get("calendar.title"),
                out -> templates.directoryCalendar(model).render(new WriterOutput(out)));
    }

    private static CalendarModel.Row row(ExceptionalDay day, Texts texts) {
        return new CalendarModel.Row(
                day.day().toString(),
                Formats.date(day.day()),
                Words.weekday(day.day(), texts),
                Words.kind(day.kind(), texts),
                MonthSheets.tag(day.kind()),
                texts.get(day.name()),
                day.legalBasis());
    }

    Reply day(Request request) {
        Optional<LocalDate> day = request.query("date").flatMap(Words::day);
        Optional<ExceptionalDay> known = day.flatMap(view.calendar()::exceptional);
        return form(request, 200, DayForm.of(day.map(Formats::date).orElse(""), known), new FormErrors());
    }

    Reply preview(Request request) {
        DayForm form = DayForm.posted(request);
        FormErrors errors = new FormErrors();
        Optional<CalendarChange> change = form.change(errors);
        if (change.isEmpty()) {
            return form(request, 422, form, errors);
        }
        CalendarChanges.Preview preview = changes.preview(List.of(change.get()));
        Texts texts = request.page().texts();
        LocalDate day = change.get().day();
        PreviewModel model = new PreviewModel(
                request.page(),
                form,
                Words.weekday(day, texts) + " " + Formats.date(day),
                words(view.calendar().exceptional(day), texts),
                words(change.get().becomes(), texts),
                preview.changes().isEmpty(),
                preview.moves().stream().map(MoveView::of).toList());
        return Reply.page(
                        texts.get("calendar.preview"),
                        out -> templates.directoryPreview(model).render(new WriterOutput(out)))
                .crumbs(crumb(request));
    }

    Reply confirm(Request request) {
        DayForm form = DayForm.posted(request);
        FormErrors errors = new FormErrors();
        Optional<CalendarChange> change = form.change(errors);
        if (change.isEmpty()) {
            return form(request, 422, form, errors);
        }
        CalendarChanges.Done done = changes.apply(List.of(change.get()), request::audit);
        return Reply.seeOther(HOME + "?year=" + change.get().day().getYear())
                .flash(request.page()
                        .text("calendar.changed", Formats.date(change.get().day()), Formats.number(done.moved())));
    }

    private Reply form(Request request, int status, DayForm form, FormErrors errors) {
        DayModel model = new DayModel(request.page(), form, errors);
        return Reply.page(
                        request.page().text("calendar.day"),
                        out -> templates.directoryDay(model).render(new WriterOutput(out)))
                .status(status)
                .crumbs(crumb(request));
    }

    private static String words(Optional<ExceptionalDay> day, Texts texts) {
        return day.map(known -> Words.kind(known.kind(), texts) + ": " + texts.get(known.name()))
                .orElseGet(() -> texts.get("calendar.kind.ordinary"));
    }

    private static Reply.Crumb crumb(Request request) {
        return new Reply.Crumb(request.page().text("calendar.title"), HOME);
    }
}
