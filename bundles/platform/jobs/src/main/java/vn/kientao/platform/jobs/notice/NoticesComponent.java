package vn.kientao.platform.jobs.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.jobs.Jobs;
import vn.kientao.platform.api.notice.Mail;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.notice.Notices;

/** Notices and e-mail, from start to stop of this bundle. A change of the settings takes effect at once. */
@Component(service = Notices.class, configurationPid = "vn.kientao.mail")
public final class NoticesComponent implements Notices {
    /** Counting goes no further. */
    static final int MOST_COUNTED = 100;

    private static final Logger log = LoggerFactory.getLogger(NoticesComponent.class);
    private static final long EVERY_SECONDS = 15;
    private static final Duration COUNT_KEPT = Duration.ofSeconds(10);
    private static final Duration NOTICES_KEPT = Duration.ofDays(180);
    private static final Duration MAILS_KEPT = Duration.ofDays(30);
    private static final int MOST_READERS = 10_000;

    private final Database database;
    private final Clock clock;
    private final NoticeRepository notices = new NoticeRepository();
    private final MailRepository mails = new MailRepository();
    private final MailQueue queue;
    private final Digests digests;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "kientao-notices"));
    private volatile Optional<MailServer> server;
    private volatile String site;

    /** {@code etc/vn.kientao.mail.cfg}. */
    public @interface Config {
        /** Whether e-mail is sent. */
        boolean enabled() default false;

        /** Name of the mail server. */
        String host() default "";

        int port() default 587;

        /** {@code starttls}, {@code tls} or {@code none}. */
        String protection() default "starttls";

        /** Empty for a server that asks for nobody. */
        String user() default "";

        /** A file with the password; without one, the environment's {@code KIENTAO_MAIL_PASSWORD}. */
        String passwordFile() default "";

        /** The address that e-mails come from. */
        String from() default "";

        /** Scheme and host of this site, for the links in e-mails. */
        String address() default "";
    }

    /** Jobs have brought the tables to what is needed. */
    @Activate
    public NoticesComponent(Config config, @Reference Database database, @Reference Clock clock, @Reference Jobs jobs) {
        this(MailSettings.server(config), site(config), database, clock);
        var ticking = timer.scheduleWithFixedDelay(this::tick, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        log.debug("Looks for e-mails to send, first in {} s", ticking.getDelay(TimeUnit.SECONDS));
    }

    /** @param site address of this site, for the links in e-mails */
    NoticesComponent(Optional<MailServer> server, String site, Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.queue = new MailQueue(database, clock);
        this.digests = new Digests(database, clock);
        this.server = server;
        this.site = site;
    }

    private static String site(Config config) {
        return config.address().strip().replaceAll("/+$", "");
    }

    @Modified
    void modified(Config config) {
        server = MailSettings.server(config);
        site = site(config);
    }

    @Override
    public void tell(Handle transaction, Notice notice) {
        notices.insert(transaction, notice, clock.instant());
        counts.remove(notice.account());
    }

    @Override
    public boolean mail(Handle transaction, Mail mail) {
        if (server.isEmpty()) {
            return false;
        }
        mails.insert(transaction, MailText.of(mail), clock.instant());
        return true;
    }

    @Override
    public boolean mails() {
        return server.isPresent();
    }

    @Override
    public int unread(String account) {
        Instant now = clock.instant();
        if (counts.size() > MOST_READERS) {
            counts.clear();
        }
        return counts.compute(
                        account,
                        (reader, known) -> known != null && known.until().isAfter(now)
                                ? known
                                : new Count(count(reader), now.plus(COUNT_KEPT)))
                .unread();
    }

    private int count(String account) {
        return database.read(handle -> notices.unread(handle, account, MOST_COUNTED));
    }

    /** The reader has just read something. */
    void forget(String account) {
        counts.remove(account);
    }

    /** Sends what is due; when the database is away, the next round does it. */
    void tick() {
        try {
            Optional<MailServer> present = server;
            if (present.isPresent()) {
                digests.queue(site);
                queue.sendDue(present.get());
            }
            cleanUp();
        } catch (RuntimeException e) {
            log.warn("Notices could not be looked after now", e);
        }
    }

    private void cleanUp() {
        Instant now = clock.instant();
        if (now.getEpochSecond() / EVERY_SECONDS % 240 == 0) {
            database.write(handle -> notices.deleteOld(handle, now.minus(NOTICES_KEPT))
                    + mails.deleteOld(handle, now.minus(MAILS_KEPT)));
        }
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    private record Count(int unread, Instant until) {}
}
