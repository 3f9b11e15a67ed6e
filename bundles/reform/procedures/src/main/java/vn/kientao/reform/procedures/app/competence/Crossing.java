package vn.kientao.reform.procedures.app.competence;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.app.dossier.DossierGuardException;
import vn.kientao.reform.procedures.app.dossier.DossierNotAllowedException;
import vn.kientao.reform.procedures.app.dossier.DossierProgress;
import vn.kientao.reform.procedures.domain.competence.Errand;
import vn.kientao.reform.procedures.domain.competence.SentDossier;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.dossier.Places;
import vn.kientao.reform.procedures.domain.dossier.SupplementRequest;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.competence.Crossings;
import vn.kientao.reform.procedures.store.competence.Errands;
import vn.kientao.reform.procedures.store.competence.SentDossiers;
import vn.kientao.reform.procedures.store.dossier.DossierChanges;
import vn.kientao.reform.procedures.store.dossier.DossierHistories;
import vn.kientao.reform.procedures.store.dossier.DossierReader;

/**
 * Carries dossiers between the registers of agencies, and between the desk that received them and the agency that settles
 * them. No agency may touch another's rows, so this is done for none, every few seconds, on each node and in each release:
 * each crossing is one transaction, and what one has carried over, another does not find.
 */
@Component(service = Crossing.class, immediate = true)
public final class Crossing {
    private static final Logger log = LoggerFactory.getLogger(Crossing.class);
    private static final int SECONDS = 10;
    private static final int AT_ONCE = 100;
    private static final int DAYS_FOLLOWED = 60;
    private static final int LONGEST_LIST = 4000;

    private final Database database;
    private final AuditTrail audit;
    private final Agencies agencies;
    private final DossierProgress progress;
    private final Clock clock;
    private final Crossings crossings = new Crossings();
    private final SentDossiers sent = new SentDossiers();
    private final Errands errands = new Errands();
    private final DossierReader reader = new DossierReader();
    private final DossierChanges changes = new DossierChanges();
    private final DossierHistories histories = new DossierHistories();
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "kientao-crossing"));
    private final Future<?> carrying;

    @Activate
    public Crossing(
            @Reference Database database,
            @Reference AuditTrail audit,
            @Reference Agencies agencies,
            @Reference DossierProgress progress,
            @Reference ProcedureTables tables) {
        this(database, audit, agencies, progress, Clock.system(Formats.ZONE));
    }

    private Crossing(Database database, AuditTrail audit, Agencies agencies, DossierProgress progress, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.agencies = agencies;
        this.progress = progress;
        this.clock = clock;
        this.carrying = clockwork.scheduleWithFixedDelay(this::safely, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** For tests: with a clock of their own. */
    public static Crossing at(
            Clock clock, Database database, AuditTrail audit, Agencies agencies, DossierProgress progress) {
        return new Crossing(database, audit, agencies, progress, clock);
    }

    private void safely() {
        try {
            carry();
        } catch (RuntimeException e) {
            log.error("Dossiers could not be carried over now; they stay for the next time", e);
        }
    }

    /** Carries over what waits: dossiers, then errands, then how dossiers stand; returns how many of the first two. */
    public int carry() {
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        int carried = 0;
        for (DossierCode code : database.read(handle -> crossings.underWay(handle, AT_ONCE))) {
            carried += database.write(transaction -> move(transaction, code, now)) ? 1 : 0;
        }
        for (Errand errand : database.read(handle -> errands.waiting(handle, AT_ONCE))) {
            carried += carry(errand, now) ? 1 : 0;
        }
        follow(now);
        return carried;
    }

    private boolean move(Handle transaction, DossierCode code, LocalDateTime now) {
        changes.hold(transaction, code);
        Dossier dossier = reader.find(transaction, code).orElseThrow();
        Places places = dossier.standing().places();
        if (places.boundFor().isEmpty()) {
            return false;
        }
        String to = places.boundFor().get();
        boolean returns = to.equals(places.unit());
        boolean moved =
                crossings.move(transaction, new Crossings.Move(dossier.id(), to, places.unit(), places.support(), now));
        if (!moved) {
            return false;
        }
        if (returns) {
            sent.back(transaction, dossier.id(), lastNote(dossier), now);
        } else {
            sent.arrived(transaction, dossier.id(), now);
        }
        audit.record(transaction, entry(dossier.agency(), "procedures.dossier-leave", code, "to", to));
        audit.record(transaction, entry(to, "procedures.dossier-arrive", code, "from", dossier.agency()));
        log.info("Dossier {} went from {} to {}", code, dossier.agency(), to);
        return true;
    }

    private static String lastNote(Dossier dossier) {
        List<DossierEvent> events = dossier.events();
        return events.isEmpty() ? "" : events.get(events.size() - 1).note();
    }

    private static AuditEntry entry(String agency, String action, DossierCode code, String word, String other) {
        return new AuditEntry(
                Actor.system("crossing").account(),
                Optional.of(agency),
                "procedures",
                action,
                "dossier",
                code.toString(),
                "{\"" + word + "\":\"" + other + "\"}",
                "");
    }

    private boolean carry(Errand errand, LocalDateTime now) {
        try {
            return database.write(transaction -> carry(transaction, errand, now));
        } catch (DossierNotAllowedException e) {
            return refuse(errand, "sent.refused.not-allowed", now);
        } catch (DossierGuardException e) {
            return refuse(errand, e.guard().textKey(), now);
        }
    }

    /** In one transaction, so that it is done when it says so, and the other way round. */
    private boolean carry(Handle transaction, Errand errand, LocalDateTime now) {
        if (!errands.settle(transaction, errand.id(), Errand.Outcome.DONE, "", now)) {
            return false;
        }
        DossierCode code = errands.code(transaction, errand);
        changes.hold(transaction, code);
        Dossier dossier = reader.find(transaction, code).orElseThrow();
        progress.take(transaction, dossier, ErrandSteps.of(errand), doer(errand, dossier));
        return true;
    }

    private boolean refuse(Errand errand, String why, LocalDateTime now) {
        return database.write(transaction -> {
            errands.settle(transaction, errand.id(), Errand.Outcome.REFUSED, why, now);
            return false;
        });
    }

    /** The officer of the receiving desk acts, at the time at which the applicant stood there. */
    private Doer doer(Errand errand, Dossier dossier) {
        return new Doer(
                dossier.agency(),
                errand.account(),
                errand.who() + " (" + name(errand.unit()) + ")",
                errand.givenAt(),
                Optional.empty(),
                (action, type, id, detail) -> new AuditEntry(
                        errand.account(), Optional.of(dossier.agency()), "procedures", action, type, id, detail, ""));
    }

    private void follow(LocalDateTime now) {
        for (SentDossiers.Standing standing : database.read(handle -> sent.behind(handle, AT_ONCE))) {
            database.write(transaction -> {
                DossierHistory history = histories.of(transaction, standing.id());
                sent.follow(transaction, standing, wanted(history), owed(history, standing), now);
                return standing;
            });
        }
        database.write(transaction -> sent.leave(transaction, now.minusDays(DAYS_FOLLOWED)));
    }

    /** What the applicant was asked to bring, a line for each paper. */
    private static String wanted(DossierHistory history) {
        String list = history.openSupplement().stream()
                .filter(request -> request.state() == SupplementRequest.State.ASKED)
                .flatMap(request -> request.items().stream())
                .map(item -> item.what().isEmpty() ? item.paper() : item.paper() + ": " + item.what())
                .collect(Collectors.joining("\n"));
        return list.substring(0, Math.min(LONGEST_LIST, list.length()));
    }

    /** What is to be paid as long as the dossier waits for it. */
    private static Optional<SentDossier.Owed> owed(DossierHistory history, SentDossiers.Standing standing) {
        return history.openDuty()
                .filter(duty -> standing.status() == DossierStatus.PAYMENT_ASKED)
                .map(duty -> new SentDossier.Owed(duty.what(), duty.amount(), duty.document(), duty.payBy()));
    }

    private String name(String code) {
        return agencies.find(code).map(agency -> agency.name().vi()).orElse(code);
    }

    @Deactivate
    public void close() {
        carrying.cancel(true);
        clockwork.shutdownNow();
    }
}
