package vn.kientao.reform.procedures.app.opinion;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.app.dossier.DossierProgress;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.app.dossier.HandlerSteps;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.Opinion;
import vn.kientao.reform.procedures.domain.opinion.OpinionRequest;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.opinion.OpinionRequests;

/**
 * What agencies are asked by others (Decree 61/2018/NĐ-CP, Article 19(5)), and their answers. An answer is kept by the agency
 * that gives it and recorded in the dossier within seconds by work that belongs to no agency, because no agency may change
 * another's dossier.
 */
@Component(service = Cooperation.class, immediate = true)
public final class Cooperation {
    private static final Logger log = LoggerFactory.getLogger(Cooperation.class);
    private static final int SECONDS = 10;
    private static final int AT_ONCE = 100;

    private final Database database;
    private final AuditTrail audit;
    private final Dossiers dossiers;
    private final DossierProgress progress;
    private final Clock clock;
    private final OpinionRequests requests = new OpinionRequests();
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "kientao-opinions"));
    private final Future<?> bringing;

    @Activate
    public Cooperation(
            @Reference Database database,
            @Reference AuditTrail audit,
            @Reference Dossiers dossiers,
            @Reference DossierProgress progress,
            @Reference ProcedureTables tables) {
        this(database, audit, dossiers, progress, Clock.system(Formats.ZONE));
    }

    private Cooperation(Database database, AuditTrail audit, Dossiers dossiers, DossierProgress progress, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.dossiers = dossiers;
        this.progress = progress;
        this.clock = clock;
        this.bringing = clockwork.scheduleWithFixedDelay(this::safely, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** For tests: with a clock of their own. */
    public static Cooperation at(
            Clock clock, Database database, AuditTrail audit, Dossiers dossiers, DossierProgress progress) {
        return new Cooperation(database, audit, dossiers, progress, clock);
    }

    /** What the agency is asked and has not answered, or has; in order of due date. */
    public List<OpinionRequest> page(String asked, boolean waiting, Optional<OpinionRequest> after, int most) {
        return database.read(handle -> requests.page(handle, asked, waiting, after, most));
    }

    public Optional<OpinionRequest> find(String asked, long id) {
        return database.read(handle -> requests.find(handle, asked, id));
    }

    /**
     * Answers for the agency that was asked.
     *
     * @throws StaleRecordException when somebody has answered
     */
    public void answer(OpinionRequest request, String content, String document, Doer doer) {
        database.write(handle -> {
            Opinion.Answer answer = new Opinion.Answer(doer.at(), content, document);
            if (!requests.answer(handle, request, answer, doer.account(), doer.name())) {
                throw new StaleRecordException("opinion request " + request.id(), 1);
            }
            audit.record(
                    handle,
                    doer.audit()
                            .entry(
                                    "procedures.opinion-answer",
                                    "opinion-request",
                                    "" + request.id(),
                                    "{\"dossier\":\"" + request.dossier() + "\"}"));
            return answer;
        });
    }

    private void safely() {
        try {
            bring();
        } catch (RuntimeException e) {
            log.error("Answers of other agencies could not be recorded; they stay for the next time", e);
        }
    }

    /** Records answers in their dossiers and returns how many; what cannot be recorded now waits. */
    public int bring() {
        int brought = 0;
        for (OpinionRequest request : database.read(handle -> requests.under(handle, AT_ONCE))) {
            brought += request.answer().isPresent()
                            && bring(request, request.answer().get())
                    ? 1
                    : 0;
        }
        return brought;
    }

    private boolean bring(OpinionRequest request, Opinion.Answer answer) {
        Optional<Dossier> found = dossiers.find(request.asking(), request.dossier());
        boolean open = found.map(dossiers::history)
                .filter(history ->
                        history.openOpinions().stream().anyMatch(opinion -> opinion.number() == request.number()))
                .isPresent();
        boolean over = found.isEmpty() || !open || !found.get().status().running();
        if (over) {
            return arrived(request, false);
        }
        if (!found.get().allows(DossierAction.RECORD_OPINION)) {
            return false;
        }
        try {
            progress.take(
                    found.get(),
                    new HandlerSteps.RecordOpinion(request.number(), answer.content(), answer.document()),
                    doer(request));
        } catch (StaleRecordException e) {
            return false;
        }
        return arrived(request, true);
    }

    private boolean arrived(OpinionRequest request, boolean recorded) {
        return database.write(handle -> {
            requests.arrived(handle, request.id());
            return recorded;
        });
    }

    private Doer doer(OpinionRequest request) {
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        return new Doer(
                request.asking(),
                request.answeredAccount(),
                request.answeredBy() + " (" + request.asked() + ")",
                now,
                Optional.empty(),
                (action, type, id, detail) -> new AuditEntry(
                        request.answeredAccount(),
                        Optional.of(request.asking()),
                        "procedures",
                        action,
                        type,
                        id,
                        detail,
                        ""));
    }

    @Deactivate
    public void close() {
        bringing.cancel(true);
        clockwork.shutdownNow();
    }
}
