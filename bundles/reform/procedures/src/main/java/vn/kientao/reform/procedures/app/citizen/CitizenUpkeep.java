package vn.kientao.reform.procedures.app.citizen;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.procedures.app.attachment.IntakeScans;
import vn.kientao.reform.procedures.app.petition.PetitionMoves;

/**
 * What has to be done for citizens without anybody asking: forms filled in at home are deleted when their days are over,
 * followers of dossiers are told of changes, forwarded petitions come into the register of who answers them, and scans of
 * intake forms that were left lying are thrown away. Each minute, on each node and in each release: what one has done, another
 * does not find. Its thread ends with the release.
 */
@Component(service = CitizenUpkeep.class, immediate = true)
public final class CitizenUpkeep {
    private static final Logger log = LoggerFactory.getLogger(CitizenUpkeep.class);

    private final Prefills prefills;
    private final PrefillFiles files;
    private final Subscriptions subscriptions;
    private final PetitionMoves moves;
    private final IntakeScans scans;
    private final Clock clock;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "procedures-upkeep"));

    @Activate
    public CitizenUpkeep(
            @Reference Prefills prefills,
            @Reference PrefillFiles files,
            @Reference Subscriptions subscriptions,
            @Reference PetitionMoves moves,
            @Reference IntakeScans scans,
            @Reference Clock clock) {
        this.prefills = prefills;
        this.files = files;
        this.subscriptions = subscriptions;
        this.moves = moves;
        this.scans = scans;
        this.clock = clock;
        var repeated = timer.scheduleWithFixedDelay(this::work, 1, 1, TimeUnit.MINUTES);
        log.debug("Begins in {} s", repeated.getDelay(TimeUnit.SECONDS));
    }

    /** Does what is due now; what fails is tried again in the next round. */
    void work() {
        try {
            LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Formats.ZONE);
            prefills.deleteExpired(now);
            files.deleteUnsent(now);
            subscriptions.deleteUnconfirmed(now);
            moves.deliver(now);
            scans.deleteOld(now);
            if (subscriptions.offered()) {
                subscriptions.tellChanges();
            }
        } catch (RuntimeException e) {
            log.warn("What is due for citizens could not be done now", e);
        }
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }
}
