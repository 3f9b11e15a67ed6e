package vn.kientao.reform.procedures.web.dossierimport;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.jobs.JobStatus;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.catalogue.ImportErrorLine;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImportState;
import vn.kientao.reform.procedures.domain.dossierimport.ImportedDossier;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;

/**
 * One import as a page shows it: how far it is, what it would bring or has brought, what a person may decide.
 *
 * @param dossiers a page of what it brought
 * @param more whether there are further ones
 * @param form the question whether everything is to be undone
 */
public record DossierImportModel(
        Page page,
        DossierImport shown,
        Optional<JobStatus> job,
        List<ImportErrorLine> errorLines,
        List<ImportedDossier> dossiers,
        boolean more,
        FormView form) {
    private static final int HUNDRED = 100;

    public DossierImportModel {
        errorLines = List.copyOf(errorLines);
        dossiers = List.copyOf(dossiers);
    }

    /** A refused row and why. */
    public record Line(String line, String field, String value, String reason) {}

    public String text(String key, Object... arguments) {
        return page.text("dossier-import." + key, arguments);
    }

    public String link(String path) {
        return page.link("/import-dossiers/" + shown.id() + path);
    }

    public String submitted() {
        return Formats.time(shown.submittedAt());
    }

    public boolean running() {
        return shown.state().working() && failure().isEmpty();
    }

    public boolean is(String state) {
        return shown.state().word().equals(state);
    }

    public String number(long count) {
        return Formats.number(count);
    }

    /** Why the last work on it failed. */
    public Optional<String> failure() {
        return job.filter(status -> status.state() == JobStatus.State.FAILED)
                .map(status -> status.reason().map(page.texts()::get).orElseGet(() -> text("failed")));
    }

    public String doing() {
        String words = job.filter(status -> !status.state().ended())
                .map(status -> page.texts().get(status.doing()))
                .orElse("");
        return words.isBlank() ? page.text(shown.state().key()) : words;
    }

    /** From 0 to 100. */
    public int percent() {
        return job.filter(status -> status.total() > 0)
                .map(status -> (int) Math.min(HUNDRED, status.done() * HUNDRED / status.total()))
                .orElse(0);
    }

    /** Whether rows can be taken over. */
    public boolean decidable() {
        return shown.state() == DossierImportState.CHECKED && shown.fresh() > 0;
    }

    public List<Line> errors() {
        return errorLines.stream()
                .map(error -> new Line(
                        error.line() == 0 ? "" : Formats.number(error.line()),
                        RefusedRows.title(page.texts(), error),
                        error.content(),
                        RefusedRows.sentence(page.texts(), error)))
                .toList();
    }

    /** Whether the reader may open the dossiers. */
    public boolean linked() {
        return page.can(DeskPermissions.READ);
    }

    public String next() {
        return page.with(
                "after", String.valueOf(dossiers.get(dossiers.size() - 1).line()));
    }
}
