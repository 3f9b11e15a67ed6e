package vn.kientao.reform.procedures.web.competence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import vn.kientao.reform.procedures.domain.competence.Errand;
import vn.kientao.reform.procedures.domain.competence.SentDossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.Transition;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.Words;

/** Dossiers that other agencies settle, for programs of the desk that received them. */
@Component
public final class SentApi implements ModuleRoutes {
    private final SentDoor door;

    @Activate
    public SentApi(@Reference SentDoor door) {
        this.door = door;
    }

    @Override
    public void api(Routes routes) {
        routes.get("/sent", DeskPermissions.READ, this::list)
                .summary("sent.api.list")
                .query("after", "ended")
                .returns(Listing.class);
        routes.get("/sent/{code}", DeskPermissions.READ, this::one)
                .summary("sent.api.one")
                .returns(Item.class);
        for (DossierAction action : Errand.ACTIONS) {
            routes.post(
                            "/sent/{code}/" + action.word(),
                            DeskPermissions.of(Transition.by(action)),
                            request -> give(request, action))
                    .summary("dossier.action." + action.word())
                    .accepts(Doing.class)
                    .returns(Item.class)
                    .versioned();
        }
    }

    private Reply list(Request request) {
        boolean open = request.query("ended").isEmpty();
        List<SentDossier> found =
                door.competence().page(request.agency().code(), open, door.after(request), SentPages.PAGE + 1);
        List<SentDossier> shown = found.subList(0, Math.min(SentPages.PAGE, found.size()));
        return Reply.json(new Listing(
                shown.stream().map(Item::of).toList(),
                found.size() > SentPages.PAGE ? shown.get(SentPages.PAGE - 1).code() : ""));
    }

    private Reply one(Request request) {
        SentDossier dossier = door.dossier(request);
        return Reply.json(Item.of(dossier)).version(dossier.version());
    }

    private Reply give(Request request, DossierAction action) {
        SentDossier present = door.dossier(request);
        Doing body = request.json(Doing.class);
        request.expect(present.version());
        Map<String, String> values = new LinkedHashMap<>();
        Optional.ofNullable(body.handedTo()).ifPresent(name -> values.put("handedTo", name.strip()));
        Optional.ofNullable(body.note()).ifPresent(note -> {
            values.put("note", note.strip());
            values.put("reason", note.strip());
        });
        Optional.ofNullable(body.amount()).ifPresent(amount -> values.put("amount", "" + amount));
        Optional.ofNullable(body.channel()).ifPresent(channel -> values.put("payChannel", "" + channel));
        Optional.ofNullable(body.receipt()).ifPresent(receipt -> values.put("receipt", receipt.strip()));
        Optional.ofNullable(body.payer()).ifPresent(payer -> values.put("payer", payer.strip()));
        if (Boolean.TRUE.equals(body.complete())) {
            values.put("complete", "1");
        }
        FormErrors errors = new FormErrors();
        if (!door.give(request, present, action, values, errors)) {
            throw new ProblemException(new Problem(
                    422,
                    "invalid",
                    Words.text("dossier.problem.step-invalid"),
                    Words.text("dossier.problem.invalid.do"),
                    errors.all()));
        }
        return Reply.json(Item.of(present)).version(present.version());
    }

    /** @param next pass it as {@code after} for the rest; empty when there is none */
    public record Listing(List<Item> items, String next) {
        public Listing {
            items = List.copyOf(items);
        }
    }

    /**
     * How a dossier stands at the agency that settles it.
     *
     * @param competent code of that agency
     * @param state {@code sent}, {@code there}, {@code ready}, {@code over} or {@code back}
     * @param status number of the national list
     * @param wanted what the applicant is asked to bring
     * @param owed what the applicant is asked to pay, in đồng; 0 for nothing
     * @param back why that agency sent it back
     */
    public record Item(
            String code,
            String competent,
            String procedure,
            String state,
            int status,
            String place,
            String due,
            String result,
            String wanted,
            long owed,
            String back) {
        static Item of(SentDossier dossier) {
            return new Item(
                    dossier.code(),
                    dossier.competent(),
                    dossier.procedure(),
                    dossier.state().word(),
                    dossier.status().number(),
                    dossier.place(),
                    dossier.due().toString(),
                    dossier.result(),
                    dossier.wanted(),
                    dossier.owed().map(SentDossier.Owed::amount).orElse(0L),
                    dossier.backReason());
        }
    }

    /**
     * What the desk does.
     *
     * @param handedTo who takes the result, when it is handed over
     * @param complete whether everything that was asked for is there, when a supplement is taken
     * @param note why, when the dossier is withdrawn
     * @param amount what was paid, in đồng
     * @param channel 1 at the counter, 2 online, 3 through the post or a bank
     * @param receipt number of the desk's receipt
     */
    public record Doing(
            @Nullable String handedTo,
            @Nullable Boolean complete,
            @Nullable String note,
            @Nullable Long amount,
            @Nullable Integer channel,
            @Nullable String receipt,
            @Nullable String payer) {}
}
