package vn.kientao.reform.steering.app.programme;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;
import vn.kientao.reform.steering.domain.task.TaskOrder;
import vn.kientao.reform.steering.domain.task.Term;

/** A year of work in a province, from {@code demonstration/tasks.csv}: done in time and late, overdue, at rest, under way. */
final class DemonstrationTasks {
    private static final LocalTime MORNING = LocalTime.of(8, 30);
    private static final int STORY = 8;

    private final Tasks tasks;
    private final String giver;
    private final String account;
    private final LocalDate today;
    private final Set<String> known;

    DemonstrationTasks(Tasks tasks, Agencies agencies, String giver, String account, LocalDate today) {
        this.tasks = tasks;
        this.giver = giver;
        this.account = account;
        this.today = today;
        this.known = agencies.on(today).stream().map(Agency::code).collect(Collectors.toSet());
    }

    /** Gives each task whose lead exists and lets happen what is told of it; what was given before is left alone. */
    void tell() {
        List<String> lines = lines();
        for (int number = 0; number < lines.size(); number++) {
            String[] story = lines.get(number).split(";", STORY);
            if (known.contains(story[3])) {
                tell(story, "demonstration task " + number);
            }
        }
    }

    private static List<String> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DemonstrationTasks.class.getResourceAsStream("/demonstration/tasks.csv")),
                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(String[] story, String onceKey) {
        Set<String> helpers = Arrays.stream(story[4].split(",", -1))
                .filter(known::contains)
                .filter(code -> !code.equals(story[3]))
                .collect(Collectors.toSet());
        TaskOrder order = new TaskOrder(
                story[0],
                story[1],
                story[2],
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                story[3],
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                "",
                Term.DATED,
                Optional.of(day(story[6])),
                helpers,
                Set.of(),
                Set.of());
        Task task = tasks.give(order, Optional.of(onceKey), act(giver, "steering.give-task", day(story[5])));
        if (task.version() == 1) {
            for (String step : story[7].split(",", -1)) {
                task = step(task, step.strip().split(" ", -1));
            }
        }
    }

    private Task step(Task task, String[] step) {
        TaskAction action = TaskAction.of(step[0]).orElseThrow();
        int progress = action == TaskAction.PROGRESS ? Integer.parseInt(step[2]) : task.progress();
        String agency = action.by() == Part.GIVE ? giver : task.lead();
        Task next = tasks.act(
                task,
                new Tasks.Step(action, "", progress, "Phòng chuyên môn", "Lãnh đạo phòng", ""),
                act(agency, "steering." + action.word() + "-task", day(step[1])));
        return tasks.find(next.code()).orElseThrow().task();
    }

    private LocalDate day(String days) {
        return today.plusDays(Long.parseLong(days));
    }

    private Tasks.Act act(String agency, String action, LocalDate on) {
        return new Tasks.Act(
                agency,
                account,
                on.atTime(MORNING),
                new AuditEntry(
                        account,
                        Optional.of(agency),
                        "steering",
                        action.toLowerCase(Locale.ROOT),
                        "task",
                        "",
                        "",
                        "start"));
    }
}
