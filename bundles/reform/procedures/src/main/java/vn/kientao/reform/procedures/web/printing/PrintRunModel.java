package vn.kientao.reform.procedures.web.printing;

import java.util.Optional;
import vn.kientao.platform.api.jobs.JobStatus;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.printing.PrintRun;

/**
 * Receipts that are being printed, or are.
 *
 * @param job empty until it is known to the platform
 */
public record PrintRunModel(Page page, PrintRun run, Optional<JobStatus> job) {
    private static final int WHOLE = 100;

    /** Whether parts are still to come. */
    public boolean running() {
        return job.filter(status -> status.state().ended()).isEmpty();
    }

    /** Why it could not be done. */
    public Optional<String> failure() {
        return job.filter(status -> status.state() == JobStatus.State.FAILED)
                .map(status -> status.reason().map(page.texts()::get).orElse(page.text("printing.failed")));
    }

    public String doing() {
        return job.map(status -> page.texts().get(status.doing()))
                .filter(words -> !words.isEmpty())
                .orElse(page.text("printing.waiting"));
    }

    public String percent() {
        return ""
                + job.filter(status -> status.total() > 0)
                        .map(status -> status.done() * WHOLE / status.total())
                        .orElse(0L);
    }

    public String receipts() {
        return Formats.number(run.codes().size());
    }

    public String name(PrintRun.Part part) {
        int first = (part.number() - 1) * PrintRun.A_PART;
        return page.text(
                "printing.part",
                "" + (first + 1),
                "" + (first + run.of(part.number()).size()));
    }

    public String link(String rest) {
        return page.link("/print/runs/" + run.id() + rest);
    }
}
