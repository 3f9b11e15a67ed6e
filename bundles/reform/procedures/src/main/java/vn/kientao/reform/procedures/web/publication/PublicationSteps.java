package vn.kientao.reform.procedures.web.publication;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
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
import vn.kientao.reform.procedures.app.publication.Publishing;
import vn.kientao.reform.procedures.domain.publication.Plan;
import vn.kientao.reform.procedures.domain.publication.Publication;
import vn.kientao.reform.procedures.domain.publication.PublicationAction;
import vn.kientao.reform.procedures.domain.publication.RecordFields;
import vn.kientao.reform.procedures.domain.publication.Way;
import vn.kientao.reform.procedures.web.form.By;
import vn.kientao.reform.procedures.web.form.Reading;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** The form of a draft and the steps of a publication. */
@Component
public final class PublicationSteps implements ModuleRoutes {
    private static final String PREFIX = "publication.field";
    private static final String ONE = PublicationPages.LIST + "/{id}";

    private final Publications publications;
    private final Publishing publishing;
    private final Catalogue catalogue;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();

    @Activate
    public PublicationSteps(
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
        routes.get(ONE + "/edit", PublicationPermissions.DRAFT, this::form);
        routes.post(ONE + "/edit", PublicationPermissions.DRAFT, this::edit);
        for (PublicationAction action : Taking.ACTIONS) {
            routes.post(ONE + "/" + action.word(), Taking.permission(action), request -> take(request, action));
        }
    }

    private Reply form(Request request) {
        Details details = PublicationPages.find(request, publications);
        Publication publication = details.publication();
        if (!publication.allows(PublicationAction.EDIT)) {
            return Reply.seeOther(request.page().link(PublicationPages.LIST + "/" + publication.id()));
        }
        Map<String, String> shown = request.draft(RecordForm.DRAFT + "-" + publication.id())
                .orElseGet(() -> RecordForm.shown(publication, details.fields()));
        return form(request.page(), publication, shown, new FormErrors(), Optional.empty());
    }

    private Reply.View form(
            Page page,
            Publication publication,
            Map<String, String> shown,
            FormErrors errors,
            Optional<String> refusal) {
        RecordForm form = new RecordForm(page, publication, shown, errors);
        return By.page(publication.name(), templates.formPage(form.model(refusal)))
                .crumbs(
                        new Reply.Crumb(page.text("publication.title"), page.link(PublicationPages.LIST)),
                        new Reply.Crumb(
                                publication.code().value(), page.link(PublicationPages.LIST + "/" + publication.id())));
    }

    private Reply edit(Request request) {
        Page page = request.page();
        Details details = PublicationPages.find(request, publications);
        Publication publication = details.publication();
        Map<String, String> fields = RecordForm.fields(RecordForm.typed(request), details.fields());
        Reading reading = new Reading(request, PREFIX);
        Way way = reading.choice("way", Way.values()).orElse(Way.ORDINARY);
        Optional<LocalDate> lawSignedOn = reading.optionalDay("lawSignedOn");
        Optional<LocalDate> effectiveOn = reading.optionalDay("effectiveOn");
        if (By.seen(request) != publication.version()) {
            String words = page.text("publication.edited-meanwhile");
            return form(page, publication, request.fields(), reading.errors(), Optional.of(words))
                    .status(409);
        }
        if (!RecordForm.wellFormed(fields, reading.errors())) {
            return form(page, publication, request.fields(), reading.errors(), Optional.empty())
                    .status(422);
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
            throw By.refused(e.sentence());
        }
        request.discardDraft(RecordForm.DRAFT + "-" + publication.id());
        return Reply.seeOther(page.link(PublicationPages.LIST + "/" + publication.id()))
                .flash(page.text("publication.done.edit"));
    }

    private Reply take(Request request, PublicationAction action) {
        Page page = request.page();
        Reading reading = new Reading(request, PREFIX);
        Taking step = Taking.read(action, reading);
        if (!reading.errors().isEmpty()) {
            return refused(request, action, reading.errors(), Optional.empty()).status(422);
        }
        try {
            Publication seen = PublicationPages.seen(request, publications);
            step.take(publishing, seen, By.of(request));
            return Reply.seeOther(page.link(PublicationPages.LIST + "/" + seen.id()))
                    .flash(page.text("publication.done." + action.word()));
        } catch (StaleRecordException e) {
            return refused(request, action, reading.errors(), Optional.of(page.text("publication.overtaken")))
                    .status(409);
        } catch (PublicationRefusedException e) {
            RecordForm.add(e.faults(), reading.errors());
            return refused(
                            request,
                            action,
                            reading.errors(),
                            Optional.of(e.sentence().in(page.locale())))
                    .status(422);
        }
    }

    private Reply.View refused(
            Request request, PublicationAction action, FormErrors errors, Optional<String> sentence) {
        return PublicationPages.show(
                request,
                publications,
                catalogue,
                agencies,
                templates,
                Optional.of(new PublicationModel.Refused(action, request.fields(), errors, sentence)));
    }
}
