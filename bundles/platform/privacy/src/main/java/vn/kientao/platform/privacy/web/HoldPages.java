package vn.kientao.platform.privacy.web;

import gg.jte.output.WriterOutput;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.privacy.app.Holds;
import vn.kientao.platform.privacy.app.Officer;
import vn.kientao.platform.privacy.app.Retention;
import vn.kientao.platform.privacy.domain.Hold;
import vn.kientao.platform.privacy.web.templates.StaticTemplates;
import vn.kientao.platform.privacy.web.templates.Templates;

/** An agency's holds: what no retention rule may touch for the time being. */
@Component
public final class HoldPages implements PlatformRoutes {
    private static final String BASE = "/{agency}/privacy/holds";
    private static final int PAGE = 50;
    private static final int LONGEST_ID = 400;
    private static final int LONGEST_REASON = 2000;

    private final Holds holds;
    private final Retention retention;
    private final People people;
    private final Templates templates = new StaticTemplates();

    @Activate
    public HoldPages(@Reference Holds holds, @Reference Retention retention, @Reference People people) {
        this.holds = holds;
        this.retention = retention;
        this.people = people;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(BASE, Permission.PRIVACY, request -> list(request, FormView.empty(request.page()), 200));
        routes.post(BASE, Permission.PRIVACY, this::put);
        routes.post(BASE + "/{id}/lift", Permission.PRIVACY, this::lift);
    }

    private static String address(Request request) {
        return "/" + request.agency().code() + "/privacy/holds";
    }

    private Reply list(Request request, FormView form, int status) {
        Page page = request.page();
        long below = request.query("after")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(Long.MAX_VALUE);
        List<Hold> found = holds.list(request.agency().code(), below, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Hold> shown = more ? found.subList(0, PAGE) : found;
        Map<String, String> names = names(shown);
        Map<String, String> types = types(page.texts());
        HoldListModel model = new HoldListModel(
                page,
                address(request),
                form,
                types.entrySet().stream()
                        .map(type -> new RequestFormModel.Choice(type.getKey(), type.getValue()))
                        .toList(),
                shown.stream().map(hold -> row(hold, names, types)).toList(),
                more ? page.with("after", Long.toString(shown.get(PAGE - 1).id())) : "");
        return Reply.page(
                        page.text("hold.title"),
                        out -> templates.privacyHolds(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("request.title"), RequestPages.address(request)))
                .status(status);
    }

    /** Object type → what its rules are about, for types that a hold makes a difference to. */
    private Map<String, String> types(Texts texts) {
        Map<String, String> types = new LinkedHashMap<>();
        retention.rules().stream()
                .map(kept -> kept.rule())
                .filter(rule -> !rule.objectType().equals("access"))
                .forEach(rule ->
                        types.merge(rule.objectType(), texts.get(rule.what()), (one, other) -> one + "; " + other));
        return types;
    }

    private static HoldListModel.Row row(Hold hold, Map<String, String> names, Map<String, String> types) {
        return new HoldListModel.Row(
                hold.id(),
                types.getOrDefault(hold.objectType(), hold.objectType()),
                hold.objectId(),
                hold.reason(),
                Formats.time(hold.putAt()),
                names.getOrDefault(hold.putBy(), hold.putBy()),
                hold.liftedAt().map(Formats::time).orElse(""));
    }

    private Map<String, String> names(List<Hold> shown) {
        Set<String> accounts = new HashSet<>();
        shown.forEach(hold -> accounts.add(hold.putBy()));
        return people.names(accounts);
    }

    Reply put(Request request) {
        FormErrors errors = new FormErrors();
        Optional<String> type =
                request.field("type").filter(types(request.page().texts())::containsKey);
        if (type.isEmpty()) {
            errors.add("type", Words.text("hold.error.type"));
        }
        String object = request.field("object").orElse("");
        if (object.isEmpty() || object.length() > LONGEST_ID) {
            errors.add("object", Words.text("hold.error.object"));
        }
        String reason = request.field("reason").orElse("");
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            errors.add("reason", Words.text("hold.error.reason", LONGEST_REASON));
        }
        if (!errors.isEmpty()) {
            return list(request, new FormView(request.page(), request.fields(), errors), 422);
        }
        holds.put(type.orElseThrow(), object, reason, request.now(), request.idempotencyKey(), officer(request));
        return Reply.seeOther(address(request)).flash(request.page().text("hold.put", object));
    }

    Reply lift(Request request) {
        String id = request.pathValue("id");
        boolean known = id.matches("\\d{1,18}") && holds.lift(Long.parseLong(id), request.now(), officer(request));
        if (!known) {
            throw Words.problem(404, "no-such-hold");
        }
        return Reply.seeOther(address(request)).flash(request.page().text("hold.lifted"));
    }

    private static Officer officer(Request request) {
        return Officer.of(request, request.agency().code());
    }
}
