package vn.kientao.reform.procedures.web.dossierimport;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.domain.catalogue.ImportErrorLine;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;

/**
 * An import of dossiers for programs.
 *
 * @param state {@code receiving}, {@code checking}, {@code checked}, {@code committing}, {@code committed}, {@code undoing},
 *     {@code undone} or {@code discarded}
 * @param added rows whose code is new, or dossiers that were taken over
 * @param same rows whose code is there already
 * @param errors how many reasons for refusing rows there are
 */
public record DossierImportJson(
        long id, String state, String fileName, Instant submittedAt, long added, long same, long refused, long errors) {

    static DossierImportJson of(DossierImport shown) {
        return new DossierImportJson(
                shown.id(),
                shown.state().word(),
                shown.fileName(),
                shown.submittedAt(),
                shown.fresh(),
                shown.same(),
                shown.refused(),
                shown.errors());
    }

    /** Imports, newest first; ask for older ones with the last {@code id} as {@code before}. */
    public record Listing(List<DossierImportJson> imports) {}

    /** Reasons for refusing rows, in the order of the file; ask for more with the last {@code place} as {@code after}. */
    public record Errors(List<Line> errors) {}

    /** @param reason a stable word; {@code message} is the sentence for people */
    public record Line(int place, long line, String field, String value, String reason, String message) {
        static Line of(ImportErrorLine error, Texts texts) {
            return new Line(
                    error.place(),
                    error.line(),
                    error.field(),
                    error.content(),
                    error.reason().toLowerCase(Locale.ROOT).replace('_', '-'),
                    RefusedRows.sentence(texts, error));
        }
    }
}
