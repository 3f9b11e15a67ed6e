package vn.kientao.platform.jobs;

import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.jobs.JobStatus;
import vn.kientao.platform.api.jobs.Jobs;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;

/** How far a job is, for the page that waits for it; for who submitted it and for administrators. */
@Component
public final class JobPage implements PlatformRoutes {
    private final Jobs jobs;
    private final TextBundle texts = TextBundle.of(JobPage.class);

    @Activate
    public JobPage(@Reference Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/api/v1/jobs/{id}", Permission.SIGNED_IN, this::show)
                .summary("jobs.summary")
                .returns(JobJson.class);
    }

    private Reply show(Request request) {
        JobStatus job = number(request.pathValue("id"))
                .flatMap(jobs::find)
                .filter(found -> mayAsk(request.actor(), found))
                .orElseThrow(() -> new ProblemException(new Problem(
                        404, "not-found", texts.text("jobs.not-found.title"), texts.text("jobs.not-found.detail"))));
        return Reply.json(JobJson.of(job, request.page().locale()));
    }

    private static boolean mayAsk(Actor actor, JobStatus job) {
        return job.account().equals(actor.account()) || actor.canEverywhere(Permission.ADMINISTER);
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /**
     * A job as the script of a waiting page reads it.
     *
     * @param state {@code waiting}, {@code running}, {@code done} or {@code failed}
     * @param progress in percent; 0 while unknown
     * @param message what it is doing, or why it failed
     */
    public record JobJson(long id, String state, long done, long total, long progress, String message) {

        static JobJson of(JobStatus job, Locale locale) {
            LocalText message = job.reason().orElse(job.doing());
            return new JobJson(job.id(), word(job.state()), job.done(), job.total(), percent(job), message.in(locale));
        }

        private static String word(JobStatus.State state) {
            return switch (state) {
                case WAITING -> "waiting";
                case RUNNING -> "running";
                case SUCCEEDED -> "done";
                case FAILED -> "failed";
            };
        }

        private static long percent(JobStatus job) {
            if (job.state() == JobStatus.State.SUCCEEDED) {
                return 100;
            }
            return job.total() == 0 ? 0 : Math.min(100, job.done() * 100 / job.total());
        }
    }
}
