package vn.kientao.reform.steering.app.obstacle;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.notice.Notices;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction;

/** Tells the agencies of an obstacle what happened to it: who raised it personally, of the others the heads and coordinators. */
@Component(service = ObstacleNotices.class)
public final class ObstacleNotices {
    private static final TextBundle TEXTS = TextBundle.of(ObstacleNotices.class);
    private static final Set<String> HEADS = Set.of(Roles.AGENCY_HEAD, Roles.COORDINATOR);

    private final Notices notices;
    private final Colleagues colleagues;
    private final Receivers receivers;

    @Activate
    public ObstacleNotices(
            @Reference Notices notices, @Reference Colleagues colleagues, @Reference Receivers receivers) {
        this.notices = notices;
        this.colleagues = colleagues;
        this.receivers = receivers;
    }

    /** Tells the side that did not act. */
    void happened(Handle transaction, Obstacle one, ObstacleAction action, String by, LocalDate day) {
        String key = "obstacle.notice." + action.name();
        switch (action) {
            case RAISE, ROUTE, DISSATISFY, REOPEN, WITHDRAW -> holder(transaction, one, key, day);
            case CLASSIFY, SEND_OUTSIDE, ANSWER, PUBLISH -> raiser(transaction, one, key, day);
            case NOTE -> {
                if (receivers.with(by).contains(one.raiser())) {
                    holder(transaction, one, key, day);
                } else {
                    raiser(transaction, one, key, day);
                }
            }
            case DRAFT, KEEP_INTERNAL, SATISFY, TASK, PILOT, RULE_CHANGE -> {
                // Nobody waits for it.
            }
        }
    }

    /** Tells both sides that the answer is late. */
    void late(Handle transaction, Obstacle one, LocalDate day) {
        holder(transaction, one, "obstacle.notice.late", day);
        raiser(transaction, one, "obstacle.notice.late-raiser", day);
    }

    private void holder(Handle transaction, Obstacle one, String key, LocalDate day) {
        for (String agency : receivers.today(one.handling().holder(), day)) {
            Collection<String> heads =
                    new TreeSet<>(colleagues.holding(agency, HEADS).keySet());
            tell(transaction, heads, one, key, agency);
        }
    }

    private void raiser(Handle transaction, Obstacle one, String key, LocalDate day) {
        String agency = receivers.today(one.raiser(), day).stream().findFirst().orElse(one.raiser());
        tell(transaction, List.of(one.raisedBy()), one, key, agency);
    }

    private void tell(Handle transaction, Collection<String> accounts, Obstacle one, String key, String agency) {
        accounts.forEach(account -> notices.tell(
                transaction,
                new Notice(
                        account,
                        "steering.obstacle",
                        TEXTS.text(key, one.code()),
                        "/" + agency + "/steering/obstacles/" + one.code())));
    }
}
