package vn.kientao.reform.procedures.app.report;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
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
import vn.kientao.platform.api.event.ModuleEvent;
import vn.kientao.platform.api.event.ModuleEvents;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.report.DossierNewsRows;
import vn.kientao.reform.procedures.store.report.DossierNewsRows.News;

/**
 * Tells other modules of dossiers that ended ({@code procedures.settled}, {@code -refused}, {@code -withdrawn}, {@code
 * -stopped}) and of those that became overdue ({@code procedures.overdue}). What ended is written down with the change
 * itself and handed to the platform within seconds; two releases that do so at once may tell it twice.
 */
@Component(service = DossierNews.class, immediate = true)
public final class DossierNews {
    private static final Logger log = LoggerFactory.getLogger(DossierNews.class);
    private static final int SECONDS = 10;
    private static final int AT_ONCE = 200;
    private static final Duration NEW = Duration.ofDays(7);

    private final Database database;
    private final ModuleEvents events;
    private final Clock clock;
    private final DossierNewsRows rows = new DossierNewsRows();
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "kientao-dossier-news"));
    private final Future<?> telling;

    @Activate
    public DossierNews(
            @Reference Database database, @Reference ModuleEvents events, @Reference ProcedureTables tables) {
        this(database, events, Clock.system(Formats.ZONE));
    }

    DossierNews(Database database, ModuleEvents events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
        this.telling = clockwork.scheduleWithFixedDelay(this::safely, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** A failure now must not end the telling for good. */
    private void safely() {
        try {
            tell();
        } catch (RuntimeException e) {
            log.error("News of dossiers could not be handed on; they stay for the next time", e);
        }
    }

    /** Hands all news to the platform and returns how many. */
    int tell() {
        LocalDateTime now = LocalDateTime.now(clock);
        int told = 0;
        List<News> ended;
        do {
            ended = database.read(handle -> rows.next(handle, AT_ONCE));
            told += handOn(ended, false);
        } while (ended.size() == AT_ONCE);
        List<News> overdue = database.read(handle -> rows.overdue(handle, now.minus(NEW), now, AT_ONCE));
        return told + handOn(overdue, true);
    }

    private int handOn(List<News> news, boolean overdue) {
        if (news.isEmpty()) {
            return 0;
        }
        return database.write(transaction -> {
            for (News one : news) {
                events.publish(transaction, event(one, overdue));
                if (overdue) {
                    rows.toldOverdue(transaction, one);
                } else {
                    rows.take(transaction, one);
                }
            }
            return news.size();
        });
    }

    private static ModuleEvent event(News news, boolean overdue) {
        boolean late = overdue || news.at().isAfter(news.due());
        return new ModuleEvent(
                "procedures." + (overdue ? "overdue" : word(news.status())),
                Optional.of(news.agency()),
                news.code(),
                "{\"due\":\"" + news.due() + "\",\"late\":" + late + "}",
                news.at());
    }

    private static String word(DossierStatus status) {
        return switch (status) {
            case REFUSED -> "refused";
            case WITHDRAWN -> "withdrawn";
            case STOPPED -> "stopped";
            case FINISHED, HANDED_OVER -> "settled";
            case REGISTERED, RECEIVED, PROCESSING, SUPPLEMENT_ASKED, PAYMENT_ASKED -> "changed";
        };
    }

    @Deactivate
    void close() {
        telling.cancel(true);
        clockwork.shutdownNow();
    }
}
