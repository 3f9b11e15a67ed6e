package vn.kientao.platform.kernel.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.kernel.artifact.Artifact;
import vn.kientao.platform.kernel.signature.Kept;
import vn.kientao.platform.kernel.signature.Verdict.Origin;

/** Reads and writes {@code kernel.artifact} and its chunks. */
public final class ArtifactRepository {
    private static final String EXISTS = """
            SELECT COUNT(*)
              FROM kernel.artifact
             WHERE sha256 = ?
            """;
    private static final String ADD = """
            INSERT INTO kernel.artifact (sha256, module, version, bytes, received_at, received_by, origin, fingerprint)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FIND = """
            SELECT module, version, origin, received_at
              FROM kernel.artifact
             WHERE sha256 = ?
            """;
    private static final String STORED_BYTES = """
            SELECT COALESCE(SUM(OCTET_LENGTH(content)), 0)
              FROM kernel.artifact_chunk
             WHERE sha256 = ?
            """;
    private static final String ADD_CHUNK = """
            INSERT INTO kernel.artifact_chunk (sha256, part, content)
            VALUES (?, ?, ?)
            """;
    private static final String CHUNK = """
            SELECT content
              FROM kernel.artifact_chunk
             WHERE sha256 = ? AND part = ?
            """;
    private static final String OF_MODULE = """
            SELECT sha256
              FROM kernel.artifact
             WHERE module = ?
             ORDER BY received_at DESC, sha256
            """;
    private static final String REMOVE = """
            DELETE FROM kernel.artifact
             WHERE sha256 = ?
            """;
    private static final String REMOVE_CHUNKS = """
            DELETE FROM kernel.artifact_chunk
             WHERE sha256 = ?
            """;
    private static final String REMOVE_ORPHANS = """
            DELETE FROM kernel.artifact_chunk
             WHERE NOT EXISTS (SELECT 1
                                 FROM kernel.artifact
                                WHERE artifact.sha256 = artifact_chunk.sha256)
            """;

    private final PublisherRepository publishers = new PublisherRepository();

    /** Whether the content is stored completely. */
    public boolean exists(Handle h, String sha256) {
        return h.createQuery(EXISTS).bind(0, sha256).mapTo(Long.class).one() > 0;
    }

    /** How a content came in; empty when it is not stored, or not completely. */
    public Optional<Kept> find(Handle h, String sha256) {
        return h.createQuery(FIND)
                .bind(0, sha256)
                .map((rs, context) -> new Kept(
                        new ModuleId(rs.getString("module")),
                        Version.parseVersion(rs.getString("version")),
                        Origin.valueOf(rs.getString("origin")),
                        Rows.instant(rs, "received_at").orElseThrow()))
                .findOne();
    }

    /**
     * Declares a content complete; does nothing when it is already. The first signed one fixes the module's publisher.
     */
    public void add(Handle h, Artifact artifact, Instant at, String by) {
        artifact.publisher().ifPresent(publisher -> publishers.pin(h, artifact.module(), publisher, at));
        if (exists(h, artifact.sha256())) {
            return;
        }
        long stored = h.createQuery(STORED_BYTES)
                .bind(0, artifact.sha256())
                .mapTo(Long.class)
                .one();
        if (stored != artifact.size()) {
            throw new IllegalStateException(
                    artifact.cut() + ": " + stored + " bytes stored (expected: " + artifact.size() + ")");
        }
        h.createUpdate(ADD)
                .bind(0, artifact.sha256())
                .bind(1, artifact.module().value())
                .bind(2, artifact.manifest().version().toString())
                .bind(3, artifact.size())
                .bind(4, at.atOffset(ZoneOffset.UTC))
                .bind(5, by)
                .bind(6, artifact.verdict().origin().name())
                .bind(7, artifact.verdict().fingerprint().orElse(null))
                .execute();
    }

    /** Adds chunks that follow each other, the first as number {@code firstPart}. */
    public int addChunks(Handle h, String sha256, int firstPart, List<byte[]> chunks) {
        PreparedBatch batch = h.prepareBatch(ADD_CHUNK);
        for (int i = 0; i < chunks.size(); i++) {
            batch.bind(0, sha256).bind(1, firstPart + i).bind(2, chunks.get(i)).add();
        }
        return batch.execute().length;
    }

    public Optional<byte[]> chunk(Handle h, String sha256, int part) {
        return h.createQuery(CHUNK)
                .bind(0, sha256)
                .bind(1, part)
                .map((rs, context) -> rs.getBytes("content"))
                .findOne();
    }

    /** The contents of a module, newest first. */
    public List<String> ofModule(Handle h, ModuleId module) {
        return h.createQuery(OF_MODULE)
                .bind(0, module.value())
                .mapTo(String.class)
                .list();
    }

    /** Throws a content away; its version stays known. */
    public void remove(Handle h, String sha256) {
        h.createUpdate(REMOVE).bind(0, sha256).execute();
        removeContent(h, sha256);
    }

    public int removeContent(Handle h, String sha256) {
        return h.createUpdate(REMOVE_CHUNKS).bind(0, sha256).execute();
    }

    /** Removes what an interrupted receipt left behind. */
    public int removeOrphans(Handle h) {
        return h.createUpdate(REMOVE_ORPHANS).execute();
    }
}
