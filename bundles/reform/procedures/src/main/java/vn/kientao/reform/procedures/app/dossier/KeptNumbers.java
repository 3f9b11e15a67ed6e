package vn.kientao.reform.procedures.app.dossier;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.dossier.DossierTally;
import vn.kientao.reform.procedures.store.dossier.StrayDossiers;
import vn.kientao.reform.procedures.store.dossier.WordBlocks;
import vn.kientao.reform.procedures.store.dossier.WordIndex;
import vn.kientao.reform.procedures.store.report.StaleMonths;

/**
 * Looks after the kept numbers and words of the list: folds the rows that changes have added, takes dossiers in that an older
 * release has written, which keeps none, and puts the numbers right after that, when the release starts, and once a day. Words
 * of dossiers that an older release has deleted or emptied are swept then, too. Blocks of words are put together.
 */
@Component(service = KeptNumbers.class, immediate = true)
public final class KeptNumbers {
    private static final Logger log = LoggerFactory.getLogger(KeptNumbers.class);
    private static final int SECONDS = 60;
    private static final int AT_ONCE = 500;
    private static final int SWEPT_AT_ONCE = 5_000;
    private static final Duration LOOKS_BACK = Duration.ofHours(2);
    private static final Duration RIGHT_FOR = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;
    private final DossierTally tally = new DossierTally();
    private final WordIndex words = new WordIndex();
    private final WordBlocks blocks = new WordBlocks();
    private final StrayDossiers strays = new StrayDossiers();
    private final StaleMonths stale = new StaleMonths();
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "kientao-kept-numbers"));
    private final Future<?> keeping;
    private LocalDateTime right = LocalDateTime.MIN;
    private long folded;
    private long tidied;

    @Activate
    public KeptNumbers(@Reference Database database, @Reference ProcedureTables tables) {
        this(database, Clock.system(Formats.ZONE));
    }

    KeptNumbers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.keeping = clockwork.scheduleWithFixedDelay(this::safely, SECONDS / 10, SECONDS, TimeUnit.SECONDS);
    }

    /** A failure now must not end the keeping for good. */
    private void safely() {
        try {
            run();
        } catch (RuntimeException e) {
            log.error("Kept numbers of dossiers could not be looked after; they are the next time", e);
        }
    }

    /** Looks after them once and returns how many numbers were wrong. */
    synchronized int run() {
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        LocalDateTime since = now.minus(LOOKS_BACK);
        boolean strayed = takeIn(handle -> strays.never(handle, AT_ONCE));
        strayed |= takeIn(handle -> strays.since(handle, since, AT_ONCE));
        boolean due = right.isBefore(now.minus(RIGHT_FOR));
        int wrong = strayed || due ? correct(now) : 0;
        if (due) {
            sweep();
        }
        fold();
        tidy();
        return wrong;
    }

    private boolean takeIn(Database.Work<List<Long>> next) {
        boolean strayed = false;
        List<Long> found;
        do {
            found = database.write(transaction -> {
                List<Long> some = next.run(transaction);
                if (!some.isEmpty()) {
                    words.writeAnew(transaction, some);
                    strays.kept(transaction, some);
                    stale.dossiers(transaction, some);
                }
                return some;
            });
            strayed |= !found.isEmpty();
        } while (found.size() == AT_ONCE);
        return strayed;
    }

    private int correct(LocalDateTime now) {
        int wrong = database.write(transaction -> tally.correct(transaction, now));
        if (wrong > 0) {
            log.info("{} kept numbers of dossiers were put right", wrong);
        }
        right = now;
        return wrong;
    }

    /** Turn by turn, so that nobody waits long, along the words that there are: ids of dossiers have wide gaps. */
    private void sweep() {
        long after = 0;
        for (long last = ahead(after); last > 0; last = ahead(after)) {
            long from = after;
            long to = last;
            database.write(transaction -> words.sweep(transaction, from, to));
            after = to;
        }
    }

    private long ahead(long after) {
        return database.read(handle -> words.ahead(handle, after, SWEPT_AT_ONCE));
    }

    private void fold() {
        long before;
        do {
            before = folded;
            long from = before;
            folded = database.write(transaction -> tally.fold(transaction, from, AT_ONCE));
        } while (folded > before);
    }

    /** Takes dossiers that have moved out of the blocks of their words, and puts small blocks together. */
    private void tidy() {
        int cleared;
        do {
            cleared = database.write(transaction -> blocks.clear(transaction, AT_ONCE));
        } while (cleared == AT_ONCE);
        long last = database.read(blocks::last);
        while (tidied < last) {
            long from = tidied;
            long to = Math.min(last, from + SWEPT_AT_ONCE);
            database.write(transaction -> blocks.putTogether(transaction, from, to));
            tidied = to;
        }
    }

    @Deactivate
    void close() {
        keeping.cancel(true);
        clockwork.shutdownNow();
    }
}
