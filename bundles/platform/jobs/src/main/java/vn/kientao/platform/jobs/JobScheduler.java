package vn.kientao.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import vn.kientao.platform.api.text.Formats;

/**
 * When jobs run: due ones within a second on the node that took them and within {@code polling} on any other, each on
 * one node only. A node that no longer gives a sign of life loses its jobs to the others after half a minute.
 */
final class JobScheduler implements AutoCloseable {
    private static final int THREADS = 4;
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(8);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);
    private static final LocalTime QUIET_HOUR = LocalTime.of(2, 30);

    private final Scheduler scheduler;

    /**
     * @param node name of this node, the same after a restart
     * @param polling how often to look for due jobs, and how long a job waits for its type between two looks
     */
    JobScheduler(DataSource source, String node, Duration polling, JobRunner runner, Runnable nightWork) {
        CustomTask<Void> job = Tasks.custom(JobRepository.TASK, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(polling))
                .onDeadExecutionRevive()
                .execute((instance, context) -> next(runner.run(Long.parseLong(instance.getId())), polling));
        RecurringTask<Void> nightly = Tasks.recurring("clean-up", Schedules.daily(Formats.ZONE, QUIET_HOUR))
                .execute((instance, context) -> nightWork.run());
        AtomicInteger threads = new AtomicInteger();
        ExecutorService executor = Executors.newFixedThreadPool(
                THREADS, task -> new Thread(task, "kientao-job-" + threads.incrementAndGet()));
        this.scheduler = Scheduler.create(source, job)
                .startTasks(nightly)
                .tableName("jobs.scheduled_tasks")
                .schedulerName(new SchedulerName.Fixed(node))
                .jdbcCustomization(new DefaultJdbcCustomization(false))
                .threads(THREADS)
                .executorService(executor)
                .pollingInterval(polling)
                .heartbeatInterval(SIGN_OF_LIFE)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(LONGEST_END)
                .build();
    }

    void start() {
        scheduler.start();
    }

    /** Looks for due jobs now. */
    void look() {
        scheduler.triggerCheckForDueExecutions();
    }

    /** Lets no job begin, and interrupts those that do not end within five seconds. */
    @Override
    public void close() {
        scheduler.stop();
    }

    private static CompletionHandler<Void> next(JobRunner.Next next, Duration polling) {
        return switch (next) {
            case DONE -> new CompletionHandler.OnCompleteRemove<>();
            case LATER ->
                (complete, operations) ->
                        operations.reschedule(complete, Instant.now().plus(polling));
            case AGAIN -> (complete, operations) -> operations.reschedule(complete, Instant.now());
        };
    }
}
