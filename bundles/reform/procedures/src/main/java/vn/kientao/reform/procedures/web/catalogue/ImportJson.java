package vn.kientao.reform.procedures.web.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueImport;
import vn.kientao.reform.procedures.domain.catalogue.ImportErrorLine;

/**
 * An import for programs.
 *
 * @param state {@code receiving}, {@code checking}, {@code checked}, {@code committing}, {@code committed} or
 *     {@code discarded}
 * @param unchanged procedures that say what the catalogue says already
 * @param incomplete procedures in which a person should complete something
 * @param errors how many reasons for refusing rows there are
 */
public record ImportJson(
        long id,
        String state,
        String fileName,
        Instant submittedAt,
        long added,
        long changed,
        long unchanged,
        long refused,
        long incomplete,
        long errors) {

    static ImportJson of(CatalogueImport shown) {
        return new ImportJson(
                shown.id(),
                shown.state().name().toLowerCase(Locale.ROOT),
                shown.fileName(),
                shown.submittedAt(),
                shown.counts().fresh(),
                shown.counts().changed(),
                shown.counts().same(),
                shown.counts().refused(),
                shown.counts().gaps(),
                shown.errors());
    }

    /** Reasons for refusing rows, in the order of the file; ask for more with the last {@code place}. */
    public record Errors(List<Line> errors) {
        static Errors of(List<ImportErrorLine> lines, Texts texts) {
            return new Errors(lines.stream().map(line -> Line.of(line, texts)).toList());
        }
    }

    /** @param reason a stable word; {@code message} is the sentence for people */
    public record Line(int place, long line, String field, String reason, String message, String content) {
        static Line of(ImportErrorLine error, Texts texts) {
            return new Line(
                    error.place(),
                    error.line(),
                    error.field(),
                    error.reason().toLowerCase(Locale.ROOT).replace('_', '-'),
                    ErrorReport.sentence(texts, error),
                    error.content());
        }
    }
}
