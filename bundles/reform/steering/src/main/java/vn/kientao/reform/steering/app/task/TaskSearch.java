package vn.kientao.reform.steering.app.task;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.search.SearchFindings;
import vn.kientao.platform.api.search.SearchSource;
import vn.kientao.platform.api.search.SearchWords;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.store.task.TaskFinder;

/** Tasks on the search page of an agency: those in which it takes part or did, newest first. */
@Component
public final class TaskSearch implements SearchSource {
    private static final TextBundle TEXTS = TextBundle.of(TaskSearch.class);
    private static final Permission READ = new Permission("steering.read");
    private static final int ORDER = 20;

    private final Database database;
    private final Clock clock;
    private final TaskFinder finder = new TaskFinder();

    @Activate
    public TaskSearch(@Reference Database database, @Reference Tasks migrated) {
        this(database, Clock.system(Formats.ZONE));
    }

    TaskSearch(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "steering.tasks";
    }

    @Override
    public LocalText title() {
        return TEXTS.text("search.tasks");
    }

    @Override
    public Permission permission() {
        return READ;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public SearchFindings search(Actor reader, String agency, SearchWords words) {
        long below = words.after()
                .filter(place -> place.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(Long.MAX_VALUE);
        List<Task> found = database.read(
                handle -> finder.find(handle, agency, Folding.fold(words.text()), below, words.most() + 1));
        boolean more = found.size() > words.most();
        List<Task> shown = more ? new ArrayList<>(found.subList(0, words.most())) : found;
        return new SearchFindings(
                shown.stream().map(task -> finding(agency, task)).toList(),
                more ? Optional.of("" + shown.get(shown.size() - 1).id()) : Optional.empty());
    }

    private SearchFindings.Finding finding(String agency, Task task) {
        LocalText standing = TEXTS.text(task.standing(LocalDate.now(clock)).textKey());
        LocalText term = TEXTS.text(task.term().textKey());
        String due = task.due().map(Formats::date).orElse("");
        return new SearchFindings.Finding(
                task.code(),
                task.title(),
                new LocalText(
                        note(TextBundle.VIETNAMESE, task, standing.vi(), due.isEmpty() ? term.vi() : due),
                        note(TextBundle.ENGLISH, task, standing.en(), due.isEmpty() ? term.en() : due)),
                "/" + agency + "/steering/tasks/" + task.code());
    }

    private static String note(Locale language, Task task, String standing, String due) {
        return TEXTS.in(language).get("search.task-note", task.lead(), standing, due);
    }
}
