package vn.kientao.reform.procedures.web.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.publication.Publications;
import vn.kientao.reform.procedures.app.publication.Publications.Details;
import vn.kientao.reform.procedures.app.publication.Publications.View;
import vn.kientao.reform.procedures.app.variant.Variants;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.publication.Decision;
import vn.kientao.reform.procedures.domain.publication.ListedPublication;
import vn.kientao.reform.procedures.domain.publication.Publication;
import vn.kientao.reform.procedures.domain.variant.Variant;
import vn.kientao.reform.procedures.web.form.By;
import vn.kientao.reform.procedures.web.form.Inputs;

/** Publications and cases of procedures for programs. */
@Component
public final class PublicationApi implements ModuleRoutes {
    private static final int PAGE_SIZE = 50;

    private final Publications publications;
    private final Variants variants;

    @Activate
    public PublicationApi(@Reference Publications publications, @Reference Variants variants) {
        this.publications = publications;
        this.variants = variants;
    }

    /**
     * A publication; days that are not known are absent.
     *
     * @param duty what the law wants next, {@code none} when nothing is left
     */
    public record PublicationJson(
            long id,
            long version,
            String code,
            String name,
            String kind,
            String state,
            String agency,
            String duty,
            Optional<LocalDate> due,
            Optional<LocalDate> effectiveOn,
            Optional<Decision> decision,
            Optional<LocalDate> uploadedOn) {
        static PublicationJson of(Publication publication) {
            return new PublicationJson(
                    publication.id(),
                    publication.version(),
                    publication.code().value(),
                    publication.name(),
                    Inputs.word(publication.kind()),
                    Inputs.word(publication.state()),
                    publication.agency(),
                    Inputs.word(publication.duty()),
                    publication.due(),
                    publication.effectiveOn(),
                    publication.decision(),
                    publication.uploadedOn());
        }
    }

    /** @param next to be asked {@code after} next; absent on the last page */
    public record ListJson(List<PublicationJson> publications, Optional<Long> next) {}

    /** One publication with the fields it writes and its steps. */
    public record OneJson(PublicationJson publication, Map<String, String> fields, List<EventJson> events) {}

    /** A step that was taken. */
    public record EventJson(long version, Instant at, String action, String state, String who, String note) {}

    /** A time limit; nothing may be computed without a unit. */
    public record LimitJson(Optional<String> amount, Optional<String> unit, String text) {
        static LimitJson of(Deadline limit) {
            return new LimitJson(
                    limit.number().map(number -> number.stripTrailingZeros().toPlainString()),
                    limit.counts().map(Inputs::word),
                    limit.text());
        }
    }

    /** A case of a procedure. */
    public record VariantJson(
            long id,
            String key,
            String name,
            String nameEn,
            LimitJson limit,
            LimitJson onlineLimit,
            String fee,
            String form,
            String workflow,
            List<String> flags,
            LocalDate validFrom,
            String legalBasis) {
        static VariantJson of(Variant variant) {
            return new VariantJson(
                    variant.id(),
                    variant.key(),
                    variant.name().vi(),
                    variant.name().en(),
                    LimitJson.of(variant.time()),
                    LimitJson.of(variant.onlineTime()),
                    variant.fee().text(),
                    variant.form(),
                    variant.workflow(),
                    variant.flags().stream().map(Inputs::word).toList(),
                    variant.validFrom(),
                    variant.legalBasis());
        }
    }

    /** The cases in force today. */
    public record VariantsJson(String code, List<VariantJson> variants) {}

    @Override
    public void api(Routes routes) {
        routes.get("/publications", PublicationPermissions.READ, this::list)
                .summary("publication.api.list")
                .query("view", "after")
                .returns(ListJson.class);
        routes.get("/publications/{id}", PublicationPermissions.READ, this::show)
                .summary("publication.api.show")
                .returns(OneJson.class)
                .versioned();
        routes.get("/variants/{code}", PublicationPermissions.READ, this::variants)
                .summary("publication.api.variants")
                .returns(VariantsJson.class);
    }

    private static LocalDate today(Request request) {
        return LocalDate.ofInstant(request.now(), Formats.ZONE);
    }

    private Reply list(Request request) {
        View view = PublicationPages.one(View.values(), request.query("view")).orElse(View.OPEN);
        Optional<Long> after =
                request.query("after").filter(key -> key.matches("-?\\d{1,18}")).map(Long::valueOf);
        List<ListedPublication> rows = publications.page(
                PublicationPermissions.confinedTo(request), view, Optional.empty(), today(request), after, PAGE_SIZE);
        Optional<Long> next = rows.size() < PAGE_SIZE
                ? Optional.empty()
                : Optional.of(rows.get(rows.size() - 1).key());
        return Reply.json(new ListJson(
                rows.stream().map(row -> PublicationJson.of(row.publication())).toList(), next));
    }

    private Reply show(Request request) {
        return answer(PublicationPages.find(request, publications));
    }

    /** The publication as it stands after a change. */
    static Reply.Json answer(Publications publications, Request request, long id) {
        return answer(publications
                .find(id, PublicationPermissions.confinedTo(request))
                .orElseThrow(By::notFound));
    }

    private static Reply.Json answer(Details found) {
        return Reply.json(new OneJson(
                        PublicationJson.of(found.publication()),
                        found.fields(),
                        found.events().stream()
                                .map(event -> new EventJson(
                                        event.version(),
                                        event.at(),
                                        event.action().word(),
                                        Inputs.word(event.state()),
                                        event.who(),
                                        event.note()))
                                .toList()))
                .version(found.publication().version());
    }

    private Reply variants(Request request) {
        String code = request.pathValue("code");
        return Reply.json(new VariantsJson(
                code,
                variants.inForce(code, today(request)).stream()
                        .map(VariantJson::of)
                        .toList()));
    }
}
