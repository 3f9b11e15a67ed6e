package vn.kientao.reform.steering.app.task;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.card.Card;
import vn.kientao.platform.api.card.CardSource;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.store.task.TaskCounts;

/** What needs the reader of an agency's home page: tasks that are overdue or soon due, results to confirm, requests to decide. */
@Component
public final class TaskCards implements CardSource {
    private static final TextBundle TEXTS = TextBundle.of(TaskCards.class);
    private static final Permission READ = new Permission("steering.read");
    private static final Permission GIVE = new Permission("steering.give");
    private static final int FIRST = 30;
    private static final int SOON = 7;

    private final Database database;
    private final TaskCounts counts = new TaskCounts();

    @Activate
    public TaskCards(@Reference Database database, @Reference Tasks migrated) {
        this.database = database;
    }

    @Override
    public List<Card> cards(Actor reader, String agency, LocalDateTime now) {
        List<Card> cards = new ArrayList<>();
        if (!reader.can(READ, agency)) {
            return cards;
        }
        LocalDate today = now.toLocalDate();
        TaskCounts.Needs needs = database.read(handle -> counts.of(handle, agency, today, today.plusDays(SOON)));
        add(cards, agency, needs.overdue(), "tasks-overdue", Card.Kind.LATE, "/tasks?standing=OVERDUE");
        add(cards, agency, needs.soon(), "tasks-soon", Card.Kind.NEED, soon(today));
        if (reader.can(GIVE, agency)) {
            add(cards, agency, needs.toConfirm(), "tasks-confirm", Card.Kind.NEED, "/tasks?part=GIVE&state=REPORTED");
            add(cards, agency, needs.extensions(), "tasks-extensions", Card.Kind.NEED, "/extensions");
        }
        return cards;
    }

    private static String soon(LocalDate today) {
        return "/tasks?state=OPEN&dueFrom=" + today + "&dueTo=" + today.plusDays(SOON);
    }

    private static void add(List<Card> cards, String agency, long count, String word, Card.Kind kind, String list) {
        if (count > 0) {
            cards.add(new Card(
                    Formats.number(count),
                    TEXTS.text("card." + word),
                    kind,
                    "/" + agency + "/steering" + list,
                    FIRST + cards.size()));
        }
    }
}
