package vn.kientao.reform.procedures.web.publication;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.catalogue.Catalogue;
import vn.kientao.reform.procedures.app.publication.PublicationRefusedException;
import vn.kientao.reform.procedures.app.publication.Publications;
import vn.kientao.reform.procedures.app.publication.Publications.Details;
import vn.kientao.reform.procedures.app.publication.Publications.View;
import vn.kientao.reform.procedures.app.publication.Publishing;
import vn.kientao.reform.procedures.domain.ProcedureCode;
import vn.kientao.reform.procedures.domain.publication.Publication;
import vn.kientao.reform.procedures.domain.publication.PublicationKind;
import vn.kientao.reform.procedures.domain.publication.PublicationState;
import vn.kientao.reform.procedures.domain.publication.RecordFields;
import vn.kientao.reform.procedures.web.form.By;
import vn.kientao.reform.procedures.web.form.FormModel;
import vn.kientao.reform.procedures.web.form.Inputs;
import vn.kientao.reform.procedures.web.form.Reading;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** Publications for staff: the list by legal clock, a new one, one of them with what it changes. */
@Component
public final class PublicationPages implements ModuleRoutes {
    static final String LIST = "/publications";
    private static final int NAME = 2000;
    private static final String PREFIX = "publication.field";

    private final Publications publications;
    private final Publishing publishing;
    private final Catalogue catalogue;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();

    @Activate
    public PublicationPages(
            @Reference Publications publications,
            @Reference Publishing publishing,
            @Reference Catalogue catalogue,
            @Reference Agencies agencies) {
        this.publications = publications;
        this.publishing = publishing;
        this.catalogue = catalogue;
        this.agencies = agencies;
    }

    @Override
    public void staff(Routes routes) {
        routes.get(LIST, PublicationPermissions.READ, this::list)
                .menu("publication.menu", "journal-text", 32)
                .query("view", "state", "after");
        routes.get(LIST + "/new", PublicationPermissions.DRAFT, this::fresh).query("code", "kind");
        routes.post(LIST, PublicationPermissions.DRAFT, this::begin);
        routes.get(LIST + "/{id}", PublicationPermissions.READ, this::show);
    }

    private Reply list(Request request) {
        Page page = request.page();
        View view = one(View.values(), request.query("view")).orElse(View.OPEN);
        Optional<PublicationState> state = one(PublicationState.values(), request.query("state"));
        Optional<Long> after =
                request.query("after").filter(key -> key.matches("-?\\d{1,18}")).map(Long::valueOf);
        LocalDate today = LocalDate.ofInstant(request.now(), Formats.ZONE);
        Optional<String> agency = PublicationPermissions.confinedTo(request);
        PublicationListModel model = new PublicationListModel(
                page,
                view,
                state,
                publications.page(agency, view, state, today, after, PublicationListModel.PAGE_SIZE + 1),
                publications.counts(agency, today),
                publications.rules(),
                today);
        return By.page(page.text("publication.title"), templates.publicationList(model));
    }

    private Reply fresh(Request request) {
        Map<String, String> values = Map.of(
                "code", request.query("code").orElse(""),
                "kind", request.query("kind").orElse(""));
        return form(request.page(), values, new FormErrors(), Optional.empty());
    }

    private Reply.View form(Page page, Map<String, String> values, FormErrors errors, Optional<String> refusal) {
        Inputs inputs = new Inputs(page, PREFIX, values, errors);
        FormModel model = new FormModel(
                page,
                page.text("publication.new"),
                page.text("publication.new-lead"),
                page.link(LIST),
                page.text("publication.begin"),
                page.link(LIST),
                Map.of(),
                List.of(new FormModel.Group(
                        "",
                        List.of(
                                inputs.choice("kind", "publication.kind", PublicationKind.values()),
                                inputs.hinted(inputs.text("code"), "publication.code-hint"),
                                inputs.hinted(inputs.text("newName"), "publication.new-name-hint")))),
                errors,
                refusal,
                Optional.empty());
        return By.page(page.text("publication.new"), templates.formPage(model))
                .crumbs(new Reply.Crumb(page.text("publication.title"), page.link(LIST)));
    }

    /** What somebody wants to publish; kind and code are there when the reading has no mistakes. */
    record Beginning(Optional<PublicationKind> kind, Optional<ProcedureCode> code, String name) {
        static Beginning read(Reading reading) {
            Optional<PublicationKind> kind = reading.choice("kind", PublicationKind.values());
            Optional<ProcedureCode> code = ProcedureCode.of(reading.required("code", 40));
            if (kind.isEmpty()) {
                reading.mistake("kind", "required");
            }
            if (code.isEmpty() && reading.errors().of("code").isEmpty()) {
                reading.mistake("code", "code");
            }
            String name = kind.filter(PublicationKind.NEW::equals).isPresent()
                    ? reading.required("newName", NAME)
                    : reading.optional("newName", NAME);
            return new Beginning(kind, code, name);
        }
    }

    private Reply begin(Request request) {
        Page page = request.page();
        Reading reading = new Reading(request, PREFIX);
        Beginning asked = Beginning.read(reading);
        Optional<PublicationKind> kind = asked.kind();
        Optional<ProcedureCode> code = asked.code();
        if (!reading.errors().isEmpty() || kind.isEmpty() || code.isEmpty()) {
            return form(page, request.fields(), reading.errors(), Optional.empty())
                    .status(422);
        }
        try {
            long id = publishing.begin(kind.get(), code.get(), asked.name(), request.idempotencyKey(), By.of(request));
            return Reply.seeOther(page.link(LIST + "/" + id));
        } catch (PublicationRefusedException e) {
            return form(
                            page,
                            request.fields(),
                            reading.errors(),
                            Optional.of(e.sentence().in(page.locale())))
                    .status(422);
        }
    }

    private Reply show(Request request) {
        return show(request, publications, catalogue, agencies, templates, Optional.empty());
    }

    /** The page of one publication, with the step that was not taken. */
    static Reply.View show(
            Request request,
            Publications publications,
            Catalogue catalogue,
            Agencies agencies,
            Templates templates,
            Optional<PublicationModel.Refused> refused) {
        Page page = request.page();
        Details details = find(request, publications);
        Publication publication = details.publication();
        Map<String, String> before = publication
                .baseVersion()
                .flatMap(catalogue::version)
                .map(version -> RecordFields.of(version.procedure()))
                .orElse(Map.of());
        Comparison comparison = new Comparison(
                page,
                page.text("publication.before"),
                before,
                page.text("publication.after"),
                publication.kind() == PublicationKind.ABOLISH ? Map.of() : details.fields());
        String agency = agencies.find(publication.agency())
                .map(known -> page.texts().get(known.name()))
                .orElse(publication.agency());
        PublicationModel model = new PublicationModel(
                page, details, agency, comparison, LocalDate.ofInstant(request.now(), Formats.ZONE), refused);
        return By.page(model.name(), templates.publicationPublication(model))
                .crumbs(new Reply.Crumb(page.text("publication.title"), page.link(LIST)));
    }

    /** The publication in the address; 404 when there is none for this reader. */
    static Details find(Request request, Publications publications) {
        return publications
                .find(By.id(request, "id"), PublicationPermissions.confinedTo(request))
                .orElseThrow(By::notFound);
    }

    /** The publication as the sender of the form saw it. */
    static Publication seen(Request request, Publications publications) {
        Publication present = find(request, publications).publication();
        long version = By.seen(request);
        if (version != present.version()) {
            throw new StaleRecordException("publication " + present.id(), version);
        }
        return present;
    }

    /** The constant that a word of an address names. */
    static <E extends Enum<E>> Optional<E> one(E[] constants, Optional<String> word) {
        return Arrays.stream(constants)
                .filter(constant -> word.filter(Inputs.word(constant)::equals).isPresent())
                .findFirst();
    }
}
