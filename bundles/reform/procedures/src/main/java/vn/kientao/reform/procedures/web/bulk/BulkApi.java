package vn.kientao.reform.procedures.web.bulk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.domain.bulk.BulkRow;
import vn.kientao.reform.procedures.domain.bulk.BulkRow.Outcome;
import vn.kientao.reform.procedures.domain.bulk.BulkRun;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.web.dossier.Words;

/** One action on many dossiers for programs: each is answered for itself, what one is refused stops no other. */
@Component
public final class BulkApi implements ModuleRoutes {
    private final BulkDoor door;

    @Activate
    public BulkApi(@Reference BulkDoor door) {
        this.door = door;
    }

    @Override
    public void api(Routes routes) {
        for (DossierAction action : BulkActions.ALL) {
            routes.post("/bulk/" + action.word(), BulkActions.permission(action), request -> take(request, action))
                    .summary("bulk.api")
                    .accepts(BulkJson.class)
                    .returns(BulkJson.Result.class);
        }
    }

    private Reply take(Request request, DossierAction action) {
        BulkJson body = request.json(BulkJson.class);
        boolean preview = Boolean.TRUE.equals(body.preview());
        FormErrors errors = new FormErrors();
        List<Chosen> chosen = chosen(body, preview, errors);
        if (!errors.isEmpty()) {
            throw invalid(errors);
        }
        List<Prospect> prospects = door.prospects(request, action, chosen);
        if (preview) {
            return Reply.json(result(
                    request,
                    true,
                    request.requestId(),
                    prospects.stream()
                            .map(one -> new BulkRow(one.chosen().code(), one.outcome(), one.why()))
                            .toList()));
        }
        BulkRun run =
                door.take(request, action, prospects, values(body), errors).orElseThrow(() -> invalid(errors));
        return Reply.json(result(request, false, run.requestId(), run.rows()));
    }

    private static List<Chosen> chosen(BulkJson body, boolean preview, FormErrors errors) {
        List<BulkJson.Row> rows = Optional.ofNullable(body.dossiers()).orElse(List.of());
        BulkDoor.bounded(rows.size());
        if (rows.isEmpty()) {
            errors.add("dossiers", Words.text("bulk.none"));
        }
        Map<String, Chosen> chosen = new LinkedHashMap<>();
        for (int place = 0; place < rows.size(); place++) {
            String code = Optional.ofNullable(rows.get(place).code()).orElse("");
            Optional<Long> version = Optional.ofNullable(rows.get(place).version());
            if (version.isEmpty() && !preview) {
                errors.add("dossiers[" + place + "].version", Words.text("bulk.error.version", code));
            }
            Chosen one = Chosen.of(code, version);
            chosen.putIfAbsent(one.code(), one);
        }
        return List.copyOf(chosen.values());
    }

    private static Map<String, String> values(BulkJson body) {
        Map<String, String> values = new LinkedHashMap<>();
        Optional.ofNullable(body.fields())
                .ifPresent(given -> given.forEach((name, value) -> {
                    if (value != null && !value.isBlank()) {
                        values.put(name, value.strip());
                    }
                }));
        return values;
    }

    private static BulkJson.Result result(Request request, boolean preview, String requestId, List<BulkRow> rows) {
        Locale locale = request.page().locale();
        return new BulkJson.Result(
                preview,
                requestId,
                count(rows, Outcome.DONE),
                count(rows, Outcome.REFUSED),
                count(rows, Outcome.CHANGED),
                rows.stream()
                        .map(row -> new BulkJson.Line(
                                row.code(), row.outcome().word(), row.why().in(locale)))
                        .toList());
    }

    private static long count(List<BulkRow> rows, Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    private static ProblemException invalid(FormErrors errors) {
        return new ProblemException(new Problem(
                422,
                "invalid",
                Words.text("dossier.problem.step-invalid"),
                Words.text("dossier.problem.invalid.do"),
                errors.all()));
    }
}
