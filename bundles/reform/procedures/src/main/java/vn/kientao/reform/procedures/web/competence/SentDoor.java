package vn.kientao.reform.procedures.web.competence;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.app.competence.Competence;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.app.paper.PaperHead;
import vn.kientao.reform.procedures.domain.competence.Errand;
import vn.kientao.reform.procedures.domain.competence.SentDossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.web.dossier.Checks;
import vn.kientao.reform.procedures.web.dossier.PaperHeads;
import vn.kientao.reform.procedures.web.dossier.Words;

/** The way of what a receiving desk does for a dossier elsewhere; pages and programs share it. */
@Component(service = SentDoor.class)
public final class SentDoor {
    private static final int SHORT = 200;
    private static final int LONG = 1000;

    private final Competence competence;
    private final Agencies agencies;
    private final PaperHeads heads;

    @Activate
    public SentDoor(@Reference Competence competence, @Reference Agencies agencies) {
        this.competence = competence;
        this.agencies = agencies;
        this.heads = new PaperHeads(agencies);
    }

    Competence competence() {
        return competence;
    }

    /** The dossier under the code in the address; 404 when the agency has sent none under it. */
    SentDossier dossier(Request request) {
        String code = request.pathValue("code");
        return competence
                .find(request.agency().code(), code)
                .orElseThrow(() -> new ProblemException(new Problem(
                        404, "sent-not-found", Words.text("sent.not-found", code), Words.text("sent.not-found.do"))));
    }

    Optional<SentDossier> after(Request request) {
        return request.query("after")
                .flatMap(code -> competence.find(request.agency().code(), code));
    }

    String name(String code, Texts texts) {
        return agencies.find(code).map(agency -> texts.get(agency.name())).orElse(code);
    }

    /**
     * Does what the values say; 409 when the dossier stands otherwise by now.
     *
     * @return false when the errors say what is wrong with the values
     */
    boolean give(
            Request request, SentDossier seen, DossierAction action, Map<String, String> values, FormErrors errors) {
        Checks checks = new Checks(errors);
        Optional<Errand.Taken> taken = Optional.empty();
        String person = "";
        if (action == DossierAction.HAND_OVER) {
            person = checks.required("handedTo", values.getOrDefault("handedTo", ""), SHORT);
        } else if (action == DossierAction.CONFIRM_PAYMENT) {
            person = checks.required("payer", values.getOrDefault("payer", ""), SHORT);
            taken = taken(values, checks, errors);
        }
        String note = action == DossierAction.WITHDRAW
                ? checks.required("reason", values.getOrDefault("reason", ""), LONG)
                : checks.optional("note", values.getOrDefault("note", ""), LONG);
        if (action == DossierAction.SUPPLEMENT && !values.containsKey("complete")) {
            errors.add("complete", Words.text("sent.error.complete"));
        }
        if (!errors.isEmpty()) {
            return false;
        }
        if (!given(request, seen, action, person, note, taken)) {
            throw new ProblemException(
                    new Problem(409, "stale", Words.text("sent.stale", seen.code()), Words.text("sent.stale.do")));
        }
        return true;
    }

    private boolean given(
            Request request,
            SentDossier seen,
            DossierAction action,
            String person,
            String note,
            Optional<Errand.Taken> taken) {
        Doer doer = Words.doer(request);
        if (taken.isEmpty()) {
            return competence.give(seen, action, person, note, doer);
        }
        String competent = agencies.find(seen.competent())
                .map(agency -> agency.name().vi())
                .orElse(seen.competent());
        PaperHead head = heads.ofSent(request, seen.code());
        return competence.take(seen, person, note, taken.get(), head, competent, doer);
    }

    private static Optional<Errand.Taken> taken(Map<String, String> values, Checks checks, FormErrors errors) {
        String typed = values.getOrDefault("amount", "");
        String digits = typed.replaceAll("[ .]", "");
        if (!digits.matches("[0-9]{1,13}") || Long.parseLong(digits) == 0) {
            errors.add("amount", Words.text("dossier.error.amount", typed, "1"));
        }
        String channel = values.getOrDefault("payChannel", "");
        if (!channel.matches("[1-3]")) {
            errors.add("payChannel", Words.text("dossier.error.choice", channel));
        }
        String receipt = checks.required("receipt", values.getOrDefault("receipt", ""), SHORT);
        return errors.isEmpty()
                ? Optional.of(new Errand.Taken(Long.parseLong(digits), Integer.parseInt(channel), receipt))
                : Optional.empty();
    }
}
