package vn.kientao.reform.steering.app.programme;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.steering.app.task.Tasks;

/**
 * Gives a year of tasks and those of the directive where the platform is shown to somebody ({@code kientao.demo=true}) and nobody has given
 * any. Done when the service is there.
 */
@Component(service = DemonstrationData.class, immediate = true)
public final class DemonstrationData {
    static final String DIRECTIVE = "D";
    private static final MonthDay END_OF_YEAR = MonthDay.of(Month.DECEMBER, 14);
    private static final String STANDING_AREA = "steering";

    @Activate
    public DemonstrationData(
            @Reference Programmes programmes,
            @Reference ClauseTasks clauses,
            @Reference Tasks tasks,
            @Reference Agencies agencies) {
        if (Boolean.getBoolean("kientao.demo")) {
            fill(programmes, clauses, tasks, agencies, Clock.system(Formats.ZONE));
        }
    }

    /** Gives what is not given yet, in the name of the standing body; nothing where the register does not know it. */
    static void fill(Programmes programmes, ClauseTasks clauses, Tasks tasks, Agencies agencies, Clock clock) {
        LocalDateTime now = LocalDateTime.now(clock);
        Optional<String> giver = programmes.areas(now.toLocalDate()).stream()
                .filter(area -> area.code().equals(STANDING_AREA))
                .findFirst()
                .flatMap(area -> programmes.lead(area, now.toLocalDate()))
                .map(Agency::code);
        Optional<Programmes.Course> course = programmes.course(DIRECTIVE, now.toLocalDate());
        if (giver.isEmpty() || course.isEmpty() || !course.get().figures().isEmpty()) {
            return;
        }
        List<ClauseTasks.Choice> choices = clauses.proposed(course.get(), now.toLocalDate()).stream()
                .filter(choice -> !choice.lead().isEmpty())
                .toList();
        String account = Actor.system("start").account();
        new DemonstrationTasks(tasks, agencies, giver.get(), account, now.toLocalDate()).tell();
        AuditEntry entry = new AuditEntry(account, giver, "steering", "steering.give-task", "task", "", "", "start");
        clauses.give(
                course.get().document(),
                choices,
                Optional.of(now.toLocalDate().with(END_OF_YEAR)).filter(due -> !due.isBefore(now.toLocalDate())),
                false,
                "demonstration",
                new Tasks.Act(giver.get(), account, now, entry));
    }
}
