package vn.kientao.reform.procedures.store.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.attachment.Attachment;
import vn.kientao.reform.procedures.domain.attachment.FileKind;

/** Reads and writes {@code procedures.dossier_file} and its content. */
public final class AttachmentTables {
    private static final String ALL = """
            SELECT id, paper_place, file_name, kind, byte_count, sha256, added_at, who
              FROM procedures.dossier_file
             WHERE dossier_id = ?
             ORDER BY paper_place, id
            """;
    private static final String INSERT = """
            INSERT INTO procedures.dossier_file (
                   dossier_id, paper_place, file_name, kind, byte_count, sha256, added_at, account, who)
            VALUES (:dossier, :paper, :name, :kind, :size, :sha256, :at, :account, :who)
            """;
    private static final String CONTENT = """
            SELECT c.content
              FROM procedures.dossier_file_content c
              JOIN procedures.dossier_file f ON f.id = c.file_id
             WHERE f.dossier_id = ? AND f.id = ?
            """;
    /** What is re-used from another dossier stays so. */
    private static final String DIGITISED = """
            UPDATE procedures.dossier_paper
               SET digital = 1, received = TRUE, valid_to = :validTo
             WHERE dossier_id = :dossier AND place = :paper AND digital < 2
            """;

    private static final String NOT_DIGITISED = """
            UPDATE procedures.dossier_paper
               SET digital = 0, valid_to = NULL
             WHERE dossier_id = :dossier AND place = :paper AND digital = 1
                   AND NOT EXISTS (SELECT 1 FROM procedures.dossier_file f
                                    WHERE f.dossier_id = :dossier AND f.paper_place = :paper)
            """;

    /** What is digitised of a dossier, whose files another one may take over. */
    private static final String SOURCES = """
            SELECT p.dossier_id, p.place, p.name
              FROM procedures.dossier_paper p
              JOIN procedures.dossier d ON d.id = p.dossier_id
             WHERE d.agency_code = ? AND d.code = ? AND p.digital = 1
             ORDER BY p.place
            """;

    /** A digitised paper of a dossier. */
    public record Source(long dossier, int place, String name) {}

    /** The digitised papers of the agency's dossier of this code. */
    public List<Source> digitised(Handle handle, String agency, String code) {
        return handle.createQuery(SOURCES)
                .bind(0, agency)
                .bind(1, code)
                .map((row, context) ->
                        new Source(row.getLong("dossier_id"), row.getInt("place"), row.getString("name")))
                .list();
    }

    /** The dossier's files in order of its papers. */
    public List<Attachment> all(Handle handle, long dossier) {
        return handle.createQuery(ALL)
                .bind(0, dossier)
                .map((row, context) -> attachment(row))
                .list();
    }

    /** Keeps a file and returns its id; its paper is digitised from now on. */
    public long add(
            Handle handle, long dossier, Attachment file, byte[] content, Optional<LocalDate> validTo, String account) {
        long id = handle.createUpdate(INSERT)
                .bind("dossier", dossier)
                .bind("paper", file.paper())
                .bind("name", file.name())
                .bind("kind", file.kind().name())
                .bind("size", file.size())
                .bind("sha256", file.sha256())
                .bind("at", file.at())
                .bind("account", account)
                .bind("who", file.who())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        handle.execute("INSERT INTO procedures.dossier_file_content (file_id, content) VALUES (?, ?)", id, content);
        handle.createUpdate(DIGITISED)
                .bind("dossier", dossier)
                .bind("paper", file.paper())
                .bind("validTo", validTo.orElse(null))
                .execute();
        return id;
    }

    public Optional<byte[]> content(Handle handle, long dossier, long file) {
        return handle.createQuery(CONTENT)
                .bind(0, dossier)
                .bind(1, file)
                .map((row, context) -> row.getBytes("content"))
                .findOne();
    }

    /** Takes a file away; without another one its paper is no longer digitised. */
    public void remove(Handle handle, long dossier, Attachment file) {
        handle.execute("DELETE FROM procedures.dossier_file_content WHERE file_id = ?", file.id());
        handle.execute("DELETE FROM procedures.dossier_file WHERE id = ?", file.id());
        handle.createUpdate(NOT_DIGITISED)
                .bind("dossier", dossier)
                .bind("paper", file.paper())
                .execute();
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(
                row.getLong("id"),
                row.getInt("paper_place"),
                row.getString("file_name"),
                FileKind.valueOf(row.getString("kind")),
                row.getLong("byte_count"),
                row.getString("sha256"),
                row.getObject("added_at", LocalDateTime.class),
                row.getString("who"));
    }
}
