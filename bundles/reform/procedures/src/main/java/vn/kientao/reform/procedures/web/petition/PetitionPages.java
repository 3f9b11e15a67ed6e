package vn.kientao.reform.procedures.web.petition;

import gg.jte.output.WriterOutput;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.petition.PetitionChange;
import vn.kientao.reform.procedures.app.petition.PetitionMoves;
import vn.kientao.reform.procedures.app.petition.PetitionNotAllowedException;
import vn.kientao.reform.procedures.app.petition.PetitionRegister;
import vn.kientao.reform.procedures.app.petition.Petitions;
import vn.kientao.reform.procedures.domain.petition.Petition;
import vn.kientao.reform.procedures.domain.petition.PetitionAction;
import vn.kientao.reform.procedures.domain.petition.PetitionRow;
import vn.kientao.reform.procedures.domain.petition.PetitionTrail;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.sheet.TableFiles;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** The register of petitions, and each petition on its way to an answer. */
@Component
public final class PetitionPages implements ModuleRoutes {
    private static final int PAGE = 25;

    private final Petitions petitions;
    private final PetitionRegister register;
    private final TableFiles files;
    private final PetitionMoves moves;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();

    @Activate
    public PetitionPages(
            @Reference Petitions petitions,
            @Reference PetitionRegister register,
            @Reference TableFiles files,
            @Reference PetitionMoves moves,
            @Reference Agencies agencies) {
        this.petitions = petitions;
        this.register = register;
        this.files = files;
        this.moves = moves;
        this.agencies = agencies;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/petitions", PetitionPermissions.READ, this::list).menu("petition.menu", "chat-left-text", 50);
        files.offerSheets(routes, "/petitions", PetitionPermissions.READ, this::table);
        routes.get("/petitions/{id}", PetitionPermissions.READ, this::show);
        routes.post("/petitions/{id}/handle", PetitionPermissions.HANDLE, this::handle);
        routes.post("/petitions/{id}/approve", PetitionPermissions.APPROVE, this::approve);
    }

    private Reply list(Request request) {
        PetitionListForm form = new PetitionListForm(request);
        List<PetitionRow> rows = register.page(form.filter(), form.after(), PAGE + 1).stream()
                .map(Senders.of(request)::of)
                .toList();
        boolean more = rows.size() > PAGE;
        Map<PetitionView, Integer> counts = new EnumMap<>(PetitionView.class);
        for (PetitionView view : PetitionView.values()) {
            counts.put(view, register.count(form.whole(view)));
        }
        PetitionListModel model = new PetitionListModel(
                form.form(),
                form.view(),
                form.narrowed(),
                counts,
                petitions.kinds(Words.now(request).toLocalDate()),
                more ? rows.subList(0, PAGE) : rows,
                more,
                form.after().isEmpty(),
                Words.now(request));
        return Reply.page(
                request.page().text("petition.list.title"),
                out -> templates.petitionList(model).render(new WriterOutput(out)));
    }

    private TableFile table(Request request) {
        return new PetitionExport(
                        register,
                        new PetitionListForm(request).filter(),
                        Senders.of(request),
                        petitions.kinds(Words.now(request).toLocalDate()),
                        request.page().texts())
                .table(request.agency().code());
    }

    private Reply show(Request request) {
        return show(request, petition(request), FormView.of(request.page(), Map.of()), Optional.empty());
    }

    private Reply handle(Request request) {
        return act(request, PetitionAction.By.HANDLER);
    }

    private Reply approve(Request request) {
        return act(request, PetitionAction.By.APPROVER);
    }

    private Reply act(Request request, PetitionAction.By by) {
        Petition petition = petition(request);
        FormErrors errors = new FormErrors();
        Optional<PetitionAction> action =
                request.field("action").flatMap(PetitionAction::of).filter(one -> one.by() == by);
        if (action.isEmpty()) {
            errors.add(
                    "action",
                    Words.text("petition.error.action", request.field("action").orElse("")));
            return show(request, petition, new FormView(request.page(), Map.of(), errors), action);
        }
        Optional<PetitionChange> change = new PetitionActionForm(
                        request.fields(), others(request, moves.trail(petition)), errors)
                .change(action.get());
        if (change.isEmpty()) {
            return show(request, petition, new FormView(request.page(), request.fields(), errors), action);
        }
        try {
            petitions.change(
                    petition,
                    FeedbackTrackPages.version(request),
                    change.get().at(request.page().absolute(request.page().openLink(""))),
                    Words.doer(request));
        } catch (StaleRecordException | PetitionNotAllowedException e) {
            throw PetitionWords.overtaken(petition(request));
        }
        return Reply.seeOther(request.page().link("/petitions/" + petition.id()))
                .flash(request.page().text("petition.done." + action.get().word()));
    }

    private Reply show(Request request, Petition petition, FormView form, Optional<PetitionAction> refused) {
        Page page = request.page();
        PetitionTrail trail = moves.trail(petition);
        PetitionModel model = new PetitionModel(
                form,
                Senders.of(request).of(petition),
                PetitionWords.kind(
                        petitions.kinds(petition.receivedAt().toLocalDate()),
                        petition.text().kind(),
                        page.texts()),
                refused,
                Words.now(request),
                trail.from().map(place -> named(place, page)),
                trail.to().map(place -> named(place, page)),
                others(request, trail));
        return Reply.page(petition.number(), out -> templates.petitionOne(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("petition.list.title"), page.link("/petitions")))
                .status(form.errors().isEmpty() ? 200 : 422);
    }

    /** A number in a register and whose register it is. */
    private String named(PetitionTrail.Place place, Page page) {
        String agency = agencies.find(place.agency())
                .map(one -> page.texts().get(one.name()))
                .orElse(place.agency());
        return place.number().isEmpty() ? agency : page.text("petition.trail.place", place.number(), agency);
    }

    /** Agencies of today into whose registers a petition may go: not the one where it is, nor the one it came from. */
    private List<Agency> others(Request request, PetitionTrail trail) {
        return agencies.on(Words.now(request).toLocalDate()).stream()
                .filter(one -> !one.code().equals(request.agency().code()))
                .filter(one -> trail.from()
                        .filter(place -> place.agency().equals(one.code()))
                        .isEmpty())
                .toList();
    }

    private Petition petition(Request request) {
        String id = request.pathValue("id");
        return Optional.of(id)
                .filter(text -> text.matches("\\d{1,18}"))
                .flatMap(text -> petitions.find(request.agency().code(), Long.parseLong(text)))
                .orElseThrow(() -> PetitionWords.notFound(id));
    }
}
