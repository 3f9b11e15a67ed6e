package vn.kientao.reform.steering.app.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.calendar.Feed;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskFilter;
import vn.kientao.reform.steering.store.calendar.Feeds;

/**
 * Secret addresses of calendars: 256 bits that are shown once and kept as a digest. An address ends when its owner makes
 * another one or revokes it, and tells nothing any more once its owner does not work at the agency.
 */
@Component(service = CalendarFeeds.class)
public final class CalendarFeeds {
    private static final int SECRET_BYTES = 32;
    private static final int MOST = 500;
    private static final List<String> WORKERS = List.of(
            Roles.AGENCY_HEAD,
            Roles.COORDINATOR,
            Roles.HANDLER,
            Roles.DESK_OFFICER,
            Roles.STANDING_OFFICE,
            Roles.FIELD_LEAD,
            Roles.INSPECTOR,
            Roles.AGENCY_ADMINISTRATOR);

    private final Database database;
    private final Tasks tasks;
    private final Colleagues colleagues;
    private final AuditTrail audit;
    private final SecureRandom random = new SecureRandom();
    private final Feeds feeds = new Feeds();

    @Activate
    public CalendarFeeds(
            @Reference Database database,
            @Reference Tasks tasks,
            @Reference Colleagues colleagues,
            @Reference AuditTrail audit) {
        this.database = database;
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.audit = audit;
    }

    /** The address that somebody has at an agency; its secret is known to nobody but its owner. */
    public Optional<Feed> of(String account, String agency) {
        return database.read(handle -> feeds.of(handle, account, agency));
    }

    /** Makes an address, ends the one before, and answers with its secret. */
    public String make(boolean whole, Tasks.Act act) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return database.write(transaction -> {
            feeds.revoke(transaction, act.account(), act.agency(), act.at());
            feeds.add(transaction, new Feed(act.account(), act.agency(), whole, act.at()), digest(token));
            audit.record(transaction, act.entry());
            return token;
        });
    }

    public void revoke(Tasks.Act act) {
        database.write(transaction -> {
            feeds.revoke(transaction, act.account(), act.agency(), act.at());
            audit.record(transaction, act.entry());
            return true;
        });
    }

    /** Whose calendar a secret opens; empty when it is revoked, or its owner does not work at the agency any more. */
    public Optional<Feed> open(String token) {
        return database.read(handle -> feeds.byDigest(handle, digest(token)))
                .filter(feed -> colleagues.holding(feed.agency(), WORKERS).containsKey(feed.account()));
    }

    /** The open tasks of a calendar that have a term, most urgent first. */
    public List<Task> tasks(Feed feed, LocalDate today) {
        TaskFilter filter = new TaskFilter(
                Optional.of(feed.agency()),
                Part.LEAD,
                Optional.empty(),
                Optional.empty(),
                feed.whole() ? Optional.empty() : Optional.of(feed.account()),
                Optional.empty(),
                "",
                false,
                today);
        return tasks.page(filter, Optional.empty(), MOST).stream()
                .filter(task -> task.due().isPresent())
                .toList();
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
