package vn.kientao.reform.procedures.store.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.documents.LetterPaper;
import vn.kientao.reform.procedures.domain.paper.PaperForm;
import vn.kientao.reform.procedures.domain.paper.PaperKind;

/** Reads {@code procedures.paper_form}; forms of kinds that a later release has brought are left out. */
public final class PaperForms {
    private static final String ON_DAY = """
            SELECT id, kind, form_number, title, symbol, paper, valid_from, valid_to, legal_basis
              FROM procedures.paper_form
             WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
             ORDER BY kind, valid_from DESC
            """;

    private static final String ALL = """
            SELECT id, kind, form_number, title, symbol, paper, valid_from, valid_to, legal_basis
              FROM procedures.paper_form
             ORDER BY kind, valid_from DESC
            """;
    private static final String END = """
            UPDATE procedures.paper_form
               SET valid_to = :last
             WHERE kind = :kind AND (valid_to IS NULL OR valid_to > :last)
            """;
    private static final String ADD = """
            INSERT INTO procedures.paper_form (
                   kind, form_number, title, symbol, paper, valid_from, valid_to, legal_basis)
            VALUES (:kind, :number, :title, :symbol, :paper, :from, :to, :basis)
            """;

    /** All forms of all times, the youngest of each kind first. */
    public List<PaperForm> all(Handle handle) {
        return handle.createQuery(ALL).map((row, context) -> form(row)).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Adds a form; what held of its kind until then ends the day before. */
    public void succeed(Handle handle, PaperForm form) {
        handle.createUpdate(END)
                .bind("last", form.validFrom().minusDays(1))
                .bind("kind", form.kind().name())
                .execute();
        handle.createUpdate(ADD)
                .bind("kind", form.kind().name())
                .bind("number", form.number())
                .bind("title", form.title())
                .bind("symbol", form.symbol())
                .bind("paper", form.paper().name())
                .bind("from", form.validFrom())
                .bind("to", form.validTo().orElse(null))
                .bind("basis", form.legalBasis())
                .execute();
    }

    /** The form of a kind that is in force on a day; the youngest when spans overlap. */
    public Optional<PaperForm> on(Handle handle, PaperKind kind, LocalDate day) {
        return on(handle, day).stream().filter(form -> form.kind() == kind).findFirst();
    }

    /** All forms in force on a day. */
    public List<PaperForm> on(Handle handle, LocalDate day) {
        return handle.createQuery(ON_DAY).bind("day", day).map((row, context) -> form(row)).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<PaperForm> form(ResultSet row) throws SQLException {
        Optional<PaperKind> kind = PaperKind.named(row.getString("kind"));
        return kind.isEmpty() ? Optional.empty() : Optional.of(form(kind.get(), row));
    }

    private static PaperForm form(PaperKind kind, ResultSet row) throws SQLException {
        return new PaperForm(
                row.getLong("id"),
                kind,
                row.getString("form_number"),
                row.getString("title"),
                row.getString("symbol"),
                LetterPaper.valueOf(row.getString("paper")),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                row.getString("legal_basis"));
    }
}
