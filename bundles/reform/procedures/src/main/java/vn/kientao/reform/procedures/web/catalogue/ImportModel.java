package vn.kientao.reform.procedures.web.catalogue;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.jobs.JobStatus;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueImport;
import vn.kientao.reform.procedures.domain.catalogue.ImportErrorLine;
import vn.kientao.reform.procedures.domain.catalogue.ImportState;

/** One import as a page shows it: how far it is, what it would do, what a person may decide. */
public final class ImportModel {
    private static final int HUNDRED = 100;

    private final Page page;
    private final CatalogueImport shown;
    private final Optional<JobStatus> job;
    private final List<Line> errors;

    ImportModel(Page page, CatalogueImport shown, Optional<JobStatus> job, List<ImportErrorLine> errors) {
        this.page = page;
        this.shown = shown;
        this.job = job;
        this.errors = errors.stream().map(line -> Line.of(page, line)).toList();
    }

    /** A refused row and why. */
    public record Line(String line, String field, String reason, String content) {
        static Line of(Page page, ImportErrorLine error) {
            return new Line(
                    error.line() == 0 ? "" : Formats.number(error.line()),
                    error.field(),
                    ErrorReport.sentence(page.texts(), error),
                    error.content());
        }
    }

    /** A count and what it counts. */
    public record Count(String text, String number) {}

    public Page page() {
        return page;
    }

    public String text(String key, Object... arguments) {
        return page.text(key, arguments);
    }

    public String icon(String name) {
        return page.asset("vendor/bootstrap-icons/icons.svg") + "#" + name;
    }

    public String fileName() {
        return shown.fileName();
    }

    public String submitted() {
        return Formats.time(shown.submittedAt());
    }

    public String link(String path) {
        return page.link("/import/" + shown.id() + path);
    }

    public boolean running() {
        boolean working = shown.state() == ImportState.RECEIVING
                || shown.state() == ImportState.CHECKING
                || shown.state() == ImportState.COMMITTING;
        return working && !jobFailed();
    }

    public boolean checked() {
        return shown.state() == ImportState.CHECKED;
    }

    public boolean committed() {
        return shown.state() == ImportState.COMMITTED;
    }

    public boolean discarded() {
        return shown.state() == ImportState.DISCARDED;
    }

    /** Whether the rows that were refused stand in the way of a commit. */
    public boolean refusedRows() {
        return shown.counts().refused() > 0;
    }

    public boolean nothingToDo() {
        return shown.counts().changes() == 0;
    }

    public boolean nothingAccepted() {
        return shown.counts().accepted() == 0;
    }

    /** Why the last work on it failed. */
    public Optional<String> failure() {
        return jobFailed()
                ? Optional.of(job.flatMap(JobStatus::reason)
                        .map(page.texts()::get)
                        .orElseGet(() -> text("catalogue.import.failed")))
                : Optional.empty();
    }

    public String doing() {
        String words = job.filter(status -> !status.state().ended())
                .map(status -> page.texts().get(status.doing()))
                .orElse("");
        return words.isBlank() ? text(shown.state().key()) : words;
    }

    /** From 0 to 100. */
    public int percent() {
        return job.filter(status -> status.total() > 0)
                .map(status -> (int) Math.min(HUNDRED, status.done() * HUNDRED / status.total()))
                .orElse(0);
    }

    public List<Count> counts() {
        return List.of(
                count("catalogue.import.new", shown.counts().fresh()),
                count("catalogue.import.changed", shown.counts().changed()),
                count("catalogue.import.same", shown.counts().same()),
                count("catalogue.import.refused", shown.counts().refused()),
                count("catalogue.import.gaps", shown.counts().gaps()));
    }

    public List<Line> errors() {
        return errors;
    }

    public String errorCount() {
        return text("catalogue.import.errors-shown", Formats.number(errors.size()), Formats.number(shown.errors()));
    }

    public String changes() {
        return Formats.number(shown.counts().changes());
    }

    private boolean jobFailed() {
        return job.filter(status -> status.state() == JobStatus.State.FAILED).isPresent();
    }

    private Count count(String key, long number) {
        return new Count(text(key), Formats.number(number));
    }
}
