package vn.kientao.reform.procedures.app.competence;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.app.paper.PaperHead;
import vn.kientao.reform.procedures.app.paper.Papers;
import vn.kientao.reform.procedures.app.paper.SentReceipt;
import vn.kientao.reform.procedures.domain.competence.Errand;
import vn.kientao.reform.procedures.domain.competence.SentDossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.competence.Errands;
import vn.kientao.reform.procedures.store.competence.SentDossiers;

/**
 * What a receiving unit sees of the dossiers that other agencies settle, and what it does for them at its desk (Decree
 * 61/2018/NĐ-CP, Article 19(6) and (7)). Both stay in its own rows; {@link Crossing} carries them over.
 */
@Component(service = Competence.class)
public final class Competence {
    private final Database database;
    private final AuditTrail audit;
    private final SentDossiers sent = new SentDossiers();
    private final Errands errands = new Errands();
    private final Papers papers;

    @Activate
    public Competence(
            @Reference Database database,
            @Reference AuditTrail audit,
            @Reference Papers papers,
            @Reference ProcedureTables tables) {
        this.database = database;
        this.audit = audit;
        this.papers = papers;
    }

    /** What the unit has sent on and is still to end, most urgent first; or what has ended, come back, by due date. */
    public List<SentDossier> page(String unit, boolean open, Optional<SentDossier> after, int most) {
        return database.read(handle -> sent.page(handle, unit, open, after, most));
    }

    /** What the unit sees of a dossier that it has sent on; the code as it may be typed. */
    public Optional<SentDossier> find(String unit, String code) {
        return DossierCode.parse(code)
                .flatMap(parsed -> database.read(handle -> sent.find(handle, unit, parsed.toString())));
    }

    /** The money that the unit took for a dossier, in order; it stands in the unit's books, not in those of the other agency. */
    public List<Errand> payments(SentDossier dossier) {
        return database.read(handle -> errands.payments(handle, dossier));
    }

    /** What the unit did last for a dossier. */
    public Optional<Errand> last(SentDossier dossier) {
        return database.read(handle -> errands.last(handle, dossier));
    }

    /**
     * Does something for a dossier at the receiving desk; it is carried over within seconds. Given twice, it counts once.
     *
     * @param seen the dossier with the version that its author saw
     * @param person who takes the result; empty for everything else
     * @return false when the dossier does not stand so that it can be done, or something else is being carried over
     */
    public boolean give(SentDossier seen, DossierAction action, String person, String note, Doer doer) {
        return give(seen, new Given(action, person, note, Optional.empty(), (transaction, errand) -> {}), doer);
    }

    /**
     * Takes money for the other agency: the same, and the unit's receipt with it.
     *
     * @param head of the unit's papers
     * @param competent name of the other agency
     * @return false when the dossier does not stand so that it can be done, or something else is being carried over
     */
    public boolean take(
            SentDossier seen,
            String payer,
            String note,
            Errand.Taken taken,
            PaperHead head,
            String competent,
            Doer doer) {
        return give(
                seen,
                new Given(
                        DossierAction.CONFIRM_PAYMENT,
                        payer,
                        note,
                        Optional.of(taken),
                        (transaction, errand) ->
                                papers.issue(transaction, new SentReceipt(seen, errand, head, competent), doer)),
                doer);
    }

    private boolean give(SentDossier seen, Given given, Doer doer) {
        DossierAction action = given.action();
        return database.write(transaction -> {
            errands.hold(transaction, seen);
            Optional<Errand> waiting =
                    errands.last(transaction, seen).filter(last -> last.outcome() == Errand.Outcome.WAITING);
            if (waiting.isPresent()) {
                return waiting.get().action() == action
                        && waiting.get().account().equals(doer.account());
            }
            SentDossier present =
                    sent.find(transaction, seen.unit(), seen.code()).orElse(seen);
            if (present.version() != seen.version() || !Errand.fits(action, present)) {
                return false;
            }
            Errand errand = Errand.waiting(
                    present,
                    action,
                    given.person(),
                    given.note(),
                    given.taken(),
                    doer.account(),
                    doer.name(),
                    doer.at());
            errands.add(transaction, errand);
            given.paper().accept(transaction, errand);
            audit.record(
                    transaction,
                    doer.audit()
                            .entry(
                                    "procedures.errand-" + action.word(),
                                    "dossier",
                                    seen.code(),
                                    "{\"agency\":\"" + seen.competent() + "\""
                                            + given.taken()
                                                    .map(money -> ",\"amount\":" + money.amount())
                                                    .orElse("")
                                            + "}"));
            return true;
        });
    }

    /** What is done, and the paper that goes with it. */
    private record Given(
            DossierAction action,
            String person,
            String note,
            Optional<Errand.Taken> taken,
            BiConsumer<Handle, Errand> paper) {}
}
