package vn.kientao.reform.procedures.app.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.notice.Notices;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.app.variant.Changing;
import vn.kientao.reform.procedures.domain.publication.Publication;
import vn.kientao.reform.procedures.domain.publication.PublicationAction;
import vn.kientao.reform.procedures.domain.publication.PublicationEvent;
import vn.kientao.reform.procedures.domain.publication.PublicationKind;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.publication.PublicationStore;

/**
 * Puts announced publications into force on their day, at its beginning in Viet Nam or, after a time away, as soon as the
 * release runs; the version keeps the day of the decision as its first. Each minute, on each node and in each release: what
 * one has done, another does not find. Those who wrote, checked and announced it are told.
 */
@Component(service = DayOfEffect.class, immediate = true)
public final class DayOfEffect {
    private static final Logger log = LoggerFactory.getLogger(DayOfEffect.class);
    private static final TextBundle TEXTS = TextBundle.of(DayOfEffect.class);
    private static final String ACCOUNT = Actor.system("day-of-effect").account();
    private static final String NAME = "Hệ thống";
    private static final int AT_ONCE = 50;
    private static final int FIRST_SECONDS = 10;
    private static final int SECONDS = 60;

    private final Database database;
    private final Publishing publishing;
    private final Notices notices;
    private final Clock clock;
    private final PublicationStore store = new PublicationStore();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "procedures-day-of-effect"));

    @Activate
    public DayOfEffect(
            @Reference Database database,
            @Reference Publishing publishing,
            @Reference Notices notices,
            @Reference Clock clock,
            @Reference ProcedureTables tables) {
        this(database, publishing, notices, clock);
        var repeated = timer.scheduleWithFixedDelay(this::safely, FIRST_SECONDS, SECONDS, TimeUnit.SECONDS);
        log.debug("Begins in {} s", repeated.getDelay(TimeUnit.SECONDS));
    }

    /** For tests: nothing happens by itself. */
    DayOfEffect(Database database, Publishing publishing, Notices notices, Clock clock) {
        this.database = database;
        this.publishing = publishing;
        this.notices = notices;
        this.clock = clock;
    }

    private void safely() {
        try {
            work();
        } catch (RuntimeException e) {
            log.warn("Publications could not be put into force now; they stay for the next time", e);
        }
    }

    /** Puts into force whatever is due, the earliest day first, and returns how many. */
    int work() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Formats.ZONE);
        int done = 0;
        Optional<Publication> last = Optional.empty();
        List<Publication> due;
        do {
            Optional<Publication> after = last;
            due = database.read(handle -> store.due(handle, today, after, AT_ONCE));
            for (Publication publication : due) {
                done += take(publication, now) ? 1 : 0;
                last = Optional.of(publication);
            }
        } while (due.size() == AT_ONCE);
        return done;
    }

    /** One that cannot be put into force now does not hold the others up. */
    private boolean take(Publication publication, Instant now) {
        try {
            publishing.takeEffect(publication, by(publication, now), transaction -> tell(transaction, publication));
            return true;
        } catch (StaleRecordException | PublicationRefusedException e) {
            log.info("Publication {} is not put into force now: {}", publication.id(), e.getMessage());
            return false;
        }
    }

    private static Changing by(Publication publication, Instant now) {
        return new Changing(
                publication.agency(),
                ACCOUNT,
                NAME,
                now,
                (action, type, id, detail) -> new AuditEntry(
                        ACCOUNT, Optional.of(publication.agency()), "procedures", action, type, id, detail, ""));
    }

    private void tell(Handle transaction, Publication publication) {
        Set<String> readers = new TreeSet<>(Set.of(publication.draftedBy()));
        publication.checkedBy().ifPresent(readers::add);
        store.events(transaction, publication.id()).stream()
                .filter(event -> event.action() == PublicationAction.ANNOUNCE)
                .map(PublicationEvent::account)
                .forEach(readers::add);
        String key = publication.kind() == PublicationKind.ABOLISH ? "abolished" : "in-force";
        String day = Formats.date(publication.effectiveOn().orElseThrow());
        for (String reader : readers) {
            notices.tell(
                    transaction,
                    new Notice(
                            reader,
                            "procedures.publication-" + key,
                            TEXTS.text(
                                    "publication.notice." + key,
                                    publication.code().value(),
                                    day),
                            "/" + publication.agency() + "/procedures/publications/" + publication.id()));
        }
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }
}
