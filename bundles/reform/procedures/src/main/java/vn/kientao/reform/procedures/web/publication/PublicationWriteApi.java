package vn.kientao.reform.procedures.web.publication;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.publication.PublicationRefusedException;
import vn.kientao.reform.procedures.app.publication.Publications;
import vn.kientao.reform.procedures.app.publication.Publications.Details;
import vn.kientao.reform.procedures.app.publication.Publishing;
import vn.kientao.reform.procedures.domain.ProcedureCode;
import vn.kientao.reform.procedures.domain.publication.Plan;
import vn.kientao.reform.procedures.domain.publication.Publication;
import vn.kientao.reform.procedures.domain.publication.PublicationAction;
import vn.kientao.reform.procedures.domain.publication.PublicationKind;
import vn.kientao.reform.procedures.domain.publication.RecordFields;
import vn.kientao.reform.procedures.domain.publication.Way;
import vn.kientao.reform.procedures.web.form.By;
import vn.kientao.reform.procedures.web.form.Reading;
import vn.kientao.reform.procedures.web.publication.PublicationApi.OneJson;

/**
 * Publications written by programs: begun, edited and taken on under the same rules as on the pages. Whoever changes one
 * names the version that it has seen in {@code If-Match}.
 */
@Component
public final class PublicationWriteApi implements ModuleRoutes {
    private static final String PREFIX = "publication.field";
    private static final String ONE = PublicationPages.LIST + "/{id}";

    private final Publications publications;
    private final Publishing publishing;

    @Activate
    public PublicationWriteApi(@Reference Publications publications, @Reference Publishing publishing) {
        this.publications = publications;
        this.publishing = publishing;
    }

    /** @param kind {@code NEW}, {@code AMEND} or {@code ABOLISH} */
    public record BeginJson(
            @Nullable String kind,
            @Nullable String code,
            @Nullable String name) {}

    /**
     * The record as a whole; what is left out is empty afterwards.
     *
     * @param way {@code ORDINARY}, {@code SHORTENED} or {@code THIRD_CASE}
     * @param fields by the names that a GET shows: {@code name}, {@code steps}, {@code channels-0-amount} …
     */
    public record RecordJson(
            @Nullable String way,
            @Nullable String lawSignedOn,
            @Nullable String effectiveOn,
            @Nullable Map<String, @Nullable String> fields) {}

    /** @param fields what the step asks, by the names of its form: {@code number}, {@code signedOn}, {@code issuer} … */
    public record TakeJson(@Nullable Map<String, @Nullable String> fields) {}

    @Override
    public void api(Routes routes) {
        routes.post(PublicationPages.LIST, PublicationPermissions.DRAFT, this::begin)
                .summary("publication.api.begin")
                .accepts(BeginJson.class)
                .returns(OneJson.class);
        routes.put(ONE + "/record", PublicationPermissions.DRAFT, this::edit)
                .summary("publication.api.edit")
                .accepts(RecordJson.class)
                .returns(OneJson.class)
                .versioned();
        for (PublicationAction action : Taking.ACTIONS) {
            routes.post(ONE + "/steps/" + action.word(), Taking.permission(action), request -> take(request, action))
                    .summary("publication.do." + action.word())
                    .accepts(TakeJson.class)
                    .returns(OneJson.class)
                    .versioned();
        }
    }

    private Reply begin(Request request) {
        BeginJson body = request.json(BeginJson.class);
        Map<String, String> fields = new LinkedHashMap<>();
        By.put(fields, "kind", body.kind());
        By.put(fields, "code", body.code());
        By.put(fields, "newName", body.name());
        Reading reading = new Reading(fields, PREFIX);
        PublicationPages.Beginning asked = PublicationPages.Beginning.read(reading);
        if (asked.kind().isEmpty()
                || asked.code().isEmpty()
                || !reading.errors().isEmpty()) {
            throw By.invalid(reading.errors());
        }
        try {
            PublicationKind kind = asked.kind().get();
            ProcedureCode code = asked.code().get();
            long id = publishing.begin(kind, code, asked.name(), request.idempotencyKey(), By.of(request));
            Reply.Json answer = PublicationApi.answer(publications, request, id);
            Map<String, String> headers = new LinkedHashMap<>(answer.headers());
            headers.put("Location", request.page().link(PublicationPages.LIST + "/" + id));
            return new Reply.Json(201, answer.value(), headers);
        } catch (PublicationRefusedException e) {
            throw refused(e);
        }
    }

    private Reply edit(Request request) {
        Details details = PublicationPages.find(request, publications);
        Publication publication = details.publication();
        request.expect(publication.version());
        RecordJson body = request.json(RecordJson.class);
        Map<String, String> typed = By.fields(body.fields());
        FormErrors errors = new FormErrors();
        typed.keySet().stream()
                .filter(name -> !RecordFields.known(name) && !details.fields().containsKey(name))
                .forEach(name -> errors.add(name, Reading.words("unknown", same(name))));
        By.put(typed, "way", body.way());
        By.put(typed, "lawSignedOn", body.lawSignedOn());
        By.put(typed, "effectiveOn", body.effectiveOn());
        Reading reading = new Reading(typed, PREFIX);
        Way way = reading.choice("way", Way.values()).orElse(Way.ORDINARY);
        Optional<LocalDate> lawSignedOn = reading.optionalDay("lawSignedOn");
        Optional<LocalDate> effectiveOn = reading.optionalDay("effectiveOn");
        Map<String, String> fields = RecordForm.fields(typed, details.fields());
        reading.errors().all().forEach(error -> errors.add(error.field(), error.message()));
        if (!RecordForm.wellFormed(fields, errors)) {
            throw By.invalid(errors);
        }
        Plan plan = new Plan(
                way,
                lawSignedOn,
                effectiveOn,
                fields.getOrDefault(RecordFields.NAME, publication.name()),
                fields.getOrDefault(RecordFields.FIELD, ""));
        try {
            publishing.edit(publication, plan, fields, By.of(request));
        } catch (PublicationRefusedException e) {
            throw refused(e);
        }
        return PublicationApi.answer(publications, request, publication.id());
    }

    private Reply take(Request request, PublicationAction action) {
        Publication present = PublicationPages.find(request, publications).publication();
        request.expect(present.version());
        Reading reading = new Reading(By.fields(request.json(TakeJson.class).fields()), PREFIX);
        Taking step = Taking.read(action, reading);
        if (!reading.errors().isEmpty()) {
            throw By.invalid(reading.errors());
        }
        try {
            step.take(publishing, present, By.of(request));
        } catch (PublicationRefusedException e) {
            throw refused(e);
        }
        return PublicationApi.answer(publications, request, present.id());
    }

    /** 422 with the law's reason, and what is missing in the record. */
    private static ProblemException refused(PublicationRefusedException e) {
        FormErrors errors = new FormErrors();
        RecordForm.add(e.faults(), errors);
        return new ProblemException(new Problem(422, "refused", e.sentence(), same(""), errors.all()));
    }

    private static LocalText same(String words) {
        return LocalText.same(words);
    }
}
