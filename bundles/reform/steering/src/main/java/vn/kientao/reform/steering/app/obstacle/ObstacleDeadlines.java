package vn.kientao.reform.steering.app.obstacle;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.time.DeadlineSource;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.platform.api.time.OpenDeadline;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.obstacle.ObstacleReader;
import vn.kientao.reform.steering.store.obstacle.ObstacleWriter;

/** Tells the calendar which answers are due when, and moves their due dates when it has changed. */
@Component
public final class ObstacleDeadlines implements DeadlineSource {
    private static final int AT_ONCE = 500;

    private final Database database;
    private final AuditTrail audit;
    private final Clocks clocks;
    private final ObstacleReader reader = new ObstacleReader();
    private final ObstacleWriter writer = new ObstacleWriter();

    @Activate
    public ObstacleDeadlines(
            @Reference Database database,
            @Reference AuditTrail audit,
            @Reference Deadlines deadlines,
            @Reference SteeringTables tables) {
        this.database = database;
        this.audit = audit;
        this.clocks = new Clocks(deadlines);
    }

    @Override
    public List<OpenDeadline> openBetween(LocalDate from, LocalDate to) {
        return running(from, to).stream()
                .map(one -> new OpenDeadline(
                        one.handling().holder(),
                        one.code(),
                        one.clock().from(),
                        new TimeLimit(one.clock().days(), TimeLimit.Unit.WORKING_DAY),
                        Deadlines.Reading.CIVIL_CODE,
                        one.clock().due()))
                .toList();
    }

    private List<Obstacle> running(LocalDate from, LocalDate to) {
        List<Obstacle> all = new ArrayList<>();
        List<Obstacle> some;
        do {
            long after = all.isEmpty() ? 0 : all.get(all.size() - 1).id();
            some = database.read(handle ->
                    reader.running(handle, from.atStartOfDay(), to.plusDays(1).atStartOfDay(), after, AT_ONCE));
            all.addAll(some);
        } while (some.size() == AT_ONCE);
        return all;
    }

    @Override
    public int calendarChanged(LocalDate from, LocalDate to) {
        int moved = 0;
        for (Obstacle one : running(from, to)) {
            LocalDateTime due = clocks.due(one.clock().from(), one.clock().days());
            if (!due.equals(one.clock().due()) && move(one, due)) {
                moved++;
            }
        }
        return moved;
    }

    private boolean move(Obstacle one, LocalDateTime due) {
        return database.write(transaction -> {
            boolean moved = writer.move(transaction, one, due);
            if (moved) {
                audit.record(
                        transaction,
                        new AuditEntry(
                                Actor.system("calendar").account(),
                                Optional.of(one.handling().holder()),
                                "steering",
                                "steering.obstacle-due-moved",
                                "obstacle",
                                one.code(),
                                "{\"was\":\"" + one.clock().due() + "\",\"due\":\"" + due + "\"}",
                                ""));
            }
            return moved;
        });
    }
}
