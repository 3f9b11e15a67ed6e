package vn.kientao.reform.procedures.store.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.kientao.reform.procedures.domain.paper.IssuedPaper;
import vn.kientao.reform.procedures.domain.paper.PaperForm;
import vn.kientao.reform.procedures.domain.paper.PaperKind;

/** Keeps issued papers. */
public final class IssuedPapers {
    private static final String INSERT = """
            INSERT INTO procedures.issued_paper (
                   agency_code, dossier_id, kind, form_id, once_key, in_year, paper_number, reference, letter, issued_at,
                   account, who)
            VALUES (:agency, :dossier, :kind, :form, :once, :year, :number, :reference, :letter, :at, :account, :who)
            """;
    private static final String OF_DOSSIER = """
            SELECT id, kind, reference, letter, issued_at, who
              FROM procedures.issued_paper
             WHERE agency_code = ? AND dossier_id = ?
             ORDER BY agency_code, dossier_id, id
            """;
    private static final String BY_ONCE_KEY = """
            SELECT id, kind, reference, letter, issued_at, who
              FROM procedures.issued_paper
             WHERE agency_code = ? AND once_key = ?
            """;

    /**
     * Keeps a paper and returns its id.
     *
     * @param number in the register; null where papers of the kind get none
     */
    public long insert(
            Handle transaction,
            String agency,
            long dossierId,
            PaperForm form,
            @Nullable Integer number,
            IssuedPaper paper,
            String account,
            Optional<String> onceKey) {
        return transaction
                .createUpdate(INSERT)
                .bind("agency", agency)
                .bind("dossier", dossierId)
                .bind("kind", paper.kind().name())
                .bind("form", form.id())
                .bind("once", onceKey.orElse(null))
                .bind("year", paper.issuedAt().getYear())
                .bind("number", number)
                .bind("reference", paper.reference())
                .bind("letter", LetterJson.write(paper.letter()))
                .bind("at", paper.issuedAt())
                .bind("account", account)
                .bind("who", paper.who())
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
    }

    /** Papers of a dossier, in the order in which they were issued; without those of kinds that a later release has brought. */
    public List<IssuedPaper> ofDossier(Handle handle, String agency, long dossierId) {
        return handle
                .createQuery(OF_DOSSIER)
                .bind(0, agency)
                .bind(1, dossierId)
                .map((row, context) -> paper(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The paper that was issued with this key. */
    public Optional<IssuedPaper> byOnceKey(Handle handle, String agency, String onceKey) {
        return handle.createQuery(BY_ONCE_KEY)
                .bind(0, agency)
                .bind(1, onceKey)
                .map((row, context) -> paper(row))
                .findOne()
                .flatMap(paper -> paper);
    }

    private static Optional<IssuedPaper> paper(ResultSet row) throws SQLException {
        Optional<PaperKind> kind = PaperKind.named(row.getString("kind"));
        return kind.isEmpty() ? Optional.empty() : Optional.of(paper(kind.get(), row));
    }

    private static IssuedPaper paper(PaperKind kind, ResultSet row) throws SQLException {
        return new IssuedPaper(
                row.getLong("id"),
                kind,
                row.getString("reference"),
                row.getObject("issued_at", LocalDateTime.class),
                row.getString("who"),
                LetterJson.read(row.getString("letter")));
    }
}
