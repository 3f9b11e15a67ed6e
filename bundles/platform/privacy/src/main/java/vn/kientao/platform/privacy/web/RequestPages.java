package vn.kientao.platform.privacy.web;

import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Masking;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.privacy.app.Officer;
import vn.kientao.platform.privacy.app.RequestDesk;
import vn.kientao.platform.privacy.domain.RequestKind;
import vn.kientao.platform.privacy.domain.RequestQuery;
import vn.kientao.platform.privacy.domain.RequestRow;
import vn.kientao.platform.privacy.domain.SubjectRequest;
import vn.kientao.platform.privacy.web.templates.StaticTemplates;
import vn.kientao.platform.privacy.web.templates.Templates;

/** An agency's register of requests: the list, its export, and the form for somebody who comes to the desk. */
@Component
public final class RequestPages implements PlatformRoutes {
    static final String BASE = "/{agency}/privacy/requests";
    private static final int PAGE = 50;
    private static final int EXPORTED_AT_ONCE = 500;
    private static final List<String> COLUMNS = List.of("code", "kind", "state", "name", "received", "due", "answered");

    private final RequestDesk desk;
    private final Templates templates = new StaticTemplates();

    @Activate
    public RequestPages(@Reference RequestDesk desk) {
        this.desk = desk;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(BASE, Permission.PRIVACY, this::list).menu("request.menu", "shield-check", 900);
        routes.post(BASE + "/export", Permission.PRIVACY, this::export);
        routes.get(BASE + "/new", Permission.PRIVACY, request -> form(request, FormView.empty(request.page()), 200));
        routes.post(BASE, Permission.PRIVACY, this::receive);
    }

    static String address(Request request) {
        return "/" + request.agency().code() + "/privacy/requests";
    }

    static LocalDateTime now(Request request) {
        return LocalDateTime.ofInstant(request.now(), Formats.ZONE).withNano(0);
    }

    static List<RequestFormModel.Choice> kinds(Page page) {
        return Arrays.stream(RequestKind.values())
                .map(kind -> new RequestFormModel.Choice(kind.word(), page.text("request.kind." + kind.word())))
                .toList();
    }

    Reply list(Request request) {
        Page page = request.page();
        LocalDateTime now = now(request);
        Optional<Long> after =
                request.query("after").filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
        List<RequestRow> found = desk.list(query(request), after, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<RequestRow> shown = more ? found.subList(0, PAGE) : found;
        RequestListModel model = new RequestListModel(
                page,
                address(request),
                view(request),
                request.query("kind").orElse(""),
                request.query("q").orElse(""),
                kinds(page),
                shown.stream().map(row -> row(row, now, page.texts())).toList(),
                more ? page.with("after", Long.toString(shown.get(PAGE - 1).id())) : "",
                page.here().replaceFirst("^[^?]*", address(request) + "/export"));
        return Reply.page(
                page.text("request.title"),
                out -> templates.privacyRequests(model).render(new WriterOutput(out)));
    }

    private static String view(Request request) {
        return request.query("view")
                .filter(List.of("open", "late", "all")::contains)
                .orElse("open");
    }

    private static RequestQuery query(Request request) {
        String view = view(request);
        return new RequestQuery(
                request.agency().code(),
                !view.equals("all"),
                request.query("kind").flatMap(RequestKind::of),
                request.query("q"),
                view.equals("late") ? Optional.of(now(request)) : Optional.empty());
    }

    private static RequestListModel.Row row(RequestRow row, LocalDateTime now, Texts texts) {
        return new RequestListModel.Row(
                row.code(),
                texts.get("request.kind." + row.kind().word()),
                texts.get("request.state." + row.state().word()),
                !row.state().open(),
                row.dueAt().isBefore(row.answeredAt().orElse(now)),
                Masking.name(row.personName()),
                Formats.time(row.receivedAt()),
                Formats.time(row.dueAt()));
    }

    Reply export(Request request) {
        RequestQuery query = query(request);
        desk.taken(request.audit("privacy.export-requests", "data-request", "", ""));
        Texts texts = request.page().texts();
        return Reply.download(
                "yeu-cau-chu-the-du-lieu.csv", "text/csv; charset=utf-8", out -> write(out, query, texts));
    }

    private void write(OutputStream out, RequestQuery query, Texts texts) throws IOException {
        Table table = new Table(out);
        table.line(
                COLUMNS.stream().map(name -> texts.get("request.field." + name)).toList());
        Optional<Long> after = Optional.empty();
        List<RequestRow> rows;
        do {
            rows = desk.list(query, after, EXPORTED_AT_ONCE);
            for (RequestRow row : rows) {
                after = Optional.of(row.id());
                table.line(List.of(
                        row.code(),
                        texts.get("request.kind." + row.kind().word()),
                        texts.get("request.state." + row.state().word()),
                        Masking.name(row.personName()),
                        Formats.time(row.receivedAt()),
                        Formats.time(row.dueAt()),
                        row.answeredAt().map(Formats::time).orElse("")));
            }
        } while (rows.size() == EXPORTED_AT_ONCE);
        table.end();
    }

    private Reply form(Request request, FormView form, int status) {
        Page page = request.page();
        RequestFormModel model = new RequestFormModel(page, address(request), form, List.of(), kinds(page));
        return Reply.page(
                        page.text("request.new.title"),
                        out -> templates.privacyRequestForm(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("request.title"), address(request)))
                .status(status);
    }

    Reply receive(Request request) {
        RequestForm form = RequestForm.of(request);
        if (!form.errors().isEmpty()) {
            return form(request, new FormView(request.page(), request.fields(), form.errors()), 422);
        }
        SubjectRequest made = desk.receive(
                form.kind().orElseThrow(),
                form.subject(),
                form.words(),
                true,
                request.idempotencyKey(),
                Officer.of(request, request.agency().code()));
        return Reply.seeOther(address(request) + "/" + made.code())
                .flash(request.page().text("request.received", made.code()));
    }
}
