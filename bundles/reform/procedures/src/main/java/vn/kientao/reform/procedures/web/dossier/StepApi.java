package vn.kientao.reform.procedures.web.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.domain.dossier.ChangeKey;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;

/**
 * Every step of a dossier for programs, and what changed since a program last asked: a mirror for national systems. A program
 * names the version of the dossier that it saw in {@code If-Match}.
 */
@Component
public final class StepApi implements ModuleRoutes {
    private static final int PAGE = 100;

    private static final int MOST_CODES = 100;

    private final StepDoor door;
    private final Dossiers dossiers;

    @Activate
    public StepApi(@Reference StepDoor door, @Reference Dossiers dossiers) {
        this.door = door;
        this.dossiers = dossiers;
    }

    /** The steps that a program may take: all but the registration. */
    static List<DossierAction> actions() {
        return Arrays.stream(DossierAction.values())
                .filter(action -> action != DossierAction.REGISTER)
                .toList();
    }

    @Override
    public void api(Routes routes) {
        for (DossierAction action : actions()) {
            routes.post(
                            "/dossiers/{code}/steps/" + action.word(),
                            DossierModel.permission(action),
                            request -> take(request, action))
                    .summary("dossier.action." + action.word())
                    .accepts(StepJson.class)
                    .returns(DossierJson.class)
                    .versioned();
        }
        routes.get("/dossier-status", DeskPermissions.READ, this::standing)
                .summary("dossier.api.status")
                .query("code")
                .returns(ChangesJson.class);
        routes.get("/dossier-changes", DeskPermissions.READ, this::changes)
                .summary("dossier.api.changes")
                .query("after")
                .returns(ChangesJson.class);
    }

    private Reply take(Request request, DossierAction action) {
        Dossier present = door.dossier(request);
        StepJson body = request.json(StepJson.class);
        request.expect(present.version());
        FormErrors errors = new FormErrors();
        Map<String, String> fields = new LinkedHashMap<>();
        Optional.ofNullable(body.fields())
                .ifPresent(given -> given.forEach((name, value) -> {
                    if (value != null && !value.isBlank()) {
                        fields.put(name, value.strip());
                    }
                }));
        Dossier after = door.take(request, present, action, fields, errors).orElseThrow(() -> invalid(errors));
        return Reply.json(DossierJson.of(PersonalData.of(request).of(after))).version(after.version());
    }

    /** How up to {@link #MOST_CODES} dossiers stand, by code and without personal data; unknown ones are left out. */
    private Reply standing(Request request) {
        List<String> asked = request.queryAll("code").stream()
                .flatMap(list -> Arrays.stream(list.split("[,\\s]+")))
                .filter(code -> !code.isEmpty())
                .toList();
        FormErrors errors = new FormErrors();
        if (asked.isEmpty() || asked.size() > MOST_CODES) {
            errors.add("code", Words.text("dossier.error.codes", "" + asked.size(), "" + MOST_CODES));
        }
        List<DossierCode> codes = new ArrayList<>();
        for (String code : asked) {
            DossierCode.parse(code)
                    .ifPresentOrElse(
                            codes::add, () -> errors.add("code", Words.text("dossier.problem.not-found", code)));
        }
        if (!errors.isEmpty()) {
            throw invalid(errors);
        }
        List<ChangesJson.Change> standing = dossiers.standing(request.agency().code(), codes).stream()
                .map(ChangesJson.Change::of)
                .toList();
        return Reply.json(new ChangesJson(standing, null, false));
    }

    /** Each dossier that changed, once, as it stands now; in order of the change. */
    private Reply changes(Request request) {
        Optional<ChangeKey> after = request.query("after").flatMap(ChangeKey::parse);
        if (request.query("after").isPresent() && after.isEmpty()) {
            FormErrors errors = new FormErrors();
            errors.add(
                    "after",
                    Words.text(
                            "dossier.error.change-key", request.query("after").orElse("")));
            throw invalid(errors);
        }
        List<ChangesJson.Change> changes =
                dossiers.changes(request.agency().code(), after, Words.now(request), PAGE).stream()
                        .map(ChangesJson.Change::of)
                        .toList();
        String next = changes.isEmpty()
                ? after.map(ChangeKey::toString).orElse(null)
                : changes.get(changes.size() - 1).key();
        return Reply.json(new ChangesJson(changes, next, changes.size() == PAGE));
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
