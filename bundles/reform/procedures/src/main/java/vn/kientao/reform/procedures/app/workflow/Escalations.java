package vn.kientao.reform.procedures.app.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.notice.Notices;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.workflow.LateSteps;
import vn.kientao.reform.procedures.store.workflow.LateSteps.Late;

/**
 * Tells whoever has a dossier, whom the internal procedure names and the heads of the agency when a step takes longer than
 * the internal procedure says (Decree 61/2018/NĐ-CP, Article 19). Each late step is told once, in one transaction with its
 * audit entry; the legal due date is not touched.
 */
@Component(service = Escalations.class, immediate = true)
public final class Escalations {
    private static final Logger log = LoggerFactory.getLogger(Escalations.class);
    private static final TextBundle TEXTS = TextBundle.of(Escalations.class);
    private static final int SECONDS = 60;
    private static final int AT_ONCE = 200;
    private static final Duration NEW = Duration.ofDays(30);

    private final Database database;
    private final Notices notices;
    private final Colleagues colleagues;
    private final AuditTrail audit;
    private final Clock clock;
    private final LateSteps steps = new LateSteps();
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "kientao-late-steps"));
    private final Future<?> telling;

    @Activate
    public Escalations(
            @Reference Database database,
            @Reference Notices notices,
            @Reference Colleagues colleagues,
            @Reference AuditTrail audit,
            @Reference ProcedureTables tables) {
        this(database, notices, colleagues, audit, Clock.system(Formats.ZONE));
    }

    Escalations(Database database, Notices notices, Colleagues colleagues, AuditTrail audit, Clock clock) {
        this.database = database;
        this.notices = notices;
        this.colleagues = colleagues;
        this.audit = audit;
        this.clock = clock;
        this.telling = clockwork.scheduleWithFixedDelay(this::safely, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** A failure now must not end the telling for good. */
    private void safely() {
        try {
            tell();
        } catch (RuntimeException e) {
            log.error("Late steps could not be told; they stay for the next time", e);
        }
    }

    /** Tells of every step that is late and returns of how many. */
    int tell() {
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        List<Late> late = database.read(handle -> steps.late(handle, now.minus(NEW), now, AT_ONCE));
        int told = 0;
        for (Late one : late) {
            Set<String> readers = readers(one);
            told += database.write(transaction -> told(transaction, one, readers, now)) ? 1 : 0;
        }
        return told;
    }

    private Set<String> readers(Late late) {
        Set<String> readers = new LinkedHashSet<>(
                colleagues.holding(late.agency(), Set.of(Roles.AGENCY_HEAD)).keySet());
        late.assignee().ifPresent(readers::add);
        if (late.escalateTo().matches("\\d{1,18}")) {
            readers.add(late.escalateTo());
        }
        return readers;
    }

    private boolean told(Handle transaction, Late late, Set<String> readers, LocalDateTime now) {
        if (!steps.take(transaction, late, now)) {
            return false;
        }
        LocalText sentence = TEXTS.text("workflow.late.notice", late.code(), late.name(), Formats.time(late.due()));
        String link = "/" + late.agency() + "/procedures/dossiers/" + late.code();
        readers.forEach(
                reader -> notices.tell(transaction, new Notice(reader, "procedures.step-late", sentence, link)));
        audit.record(
                transaction,
                new AuditEntry(
                        Actor.system("job").account(),
                        Optional.of(late.agency()),
                        "procedures",
                        "procedures.step-late",
                        "dossier",
                        late.code(),
                        "{\"step\":\"" + late.step() + "\",\"due\":\"" + late.due() + "\",\"told\":" + readers.size()
                                + "}",
                        ""));
        return true;
    }

    @Deactivate
    void close() {
        telling.cancel(true);
        clockwork.shutdownNow();
    }
}
