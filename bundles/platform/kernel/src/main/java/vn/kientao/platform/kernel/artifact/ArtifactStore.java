package vn.kientao.platform.kernel.artifact;

import static vn.kientao.platform.kernel.Sentences.refuse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.kernel.signature.Kept;
import vn.kientao.platform.kernel.store.ArtifactRepository;

/**
 * Keeps module jars by their content: in the database, where other nodes and a restored backup find them, with a copy
 * in files that is believed only after its hash was checked.
 */
public final class ArtifactStore {
    private static final Logger log = LoggerFactory.getLogger(ArtifactStore.class);

    /** The largest value a row takes, in bytes; four rows are written in one transaction. */
    private static final int CHUNK = 256 * 1024;

    private static final int CHUNKS_A_TRANSACTION = 4;

    private final Database database;
    private final ArtifactRepository artifacts;
    private final Seal seal;
    private final Path folder;

    public ArtifactStore(Database database, ArtifactRepository artifacts, Seal seal, Path folder) {
        this.database = database;
        this.artifacts = artifacts;
        this.seal = seal;
        this.folder = folder;
    }

    /**
     * Takes a jar in, on the same file system as the store. The caller owns its file until {@link #keepFile}.
     *
     * @throws ReleaseRefusedException when it is not acceptable; nothing is left of it
     * @throws UncheckedIOException when it cannot be read or copied
     */
    public Artifact receive(InputStream jar) {
        try {
            return Reception.receive(jar, incoming(), seal);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot receive a module", e);
        }
    }

    private Path incoming() {
        return folder.resolve("incoming");
    }

    /** Throws away what earlier receipts left behind. */
    public void clearIncoming() {
        if (!Files.isDirectory(incoming())) {
            return;
        }
        try (Stream<Path> left = Files.list(incoming())) {
            left.forEach(this::discard);
        } catch (IOException e) {
            log.warn("Cannot tidy {}", incoming(), e);
        }
    }

    /** Throws a received file away, if it is still there. */
    public void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("Cannot delete {}", file, e);
        }
    }

    /**
     * Writes the content of {@code artifact} in short transactions. It counts as stored once its row is written, which
     * the caller does together with whatever refers to it.
     *
     * @throws UncheckedIOException when the file cannot be read, or has changed since it was checked
     */
    public void storeContent(Artifact artifact) {
        if (database.read(h -> artifacts.exists(h, artifact.sha256()))) {
            return;
        }
        database.write(h -> artifacts.removeContent(h, artifact.sha256()));
        MessageDigest digest = Reception.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(artifact.file()), digest)) {
            int part = 0;
            List<byte[]> chunks = nextChunks(in);
            while (!chunks.isEmpty()) {
                int first = part;
                List<byte[]> batch = chunks;
                database.write(h -> artifacts.addChunks(h, artifact.sha256(), first, batch));
                part += batch.size();
                chunks = nextChunks(in);
            }
            String stored = HexFormat.of().formatHex(digest.digest());
            if (!stored.equals(artifact.sha256())) {
                throw new IOException(
                        artifact.file() + " has content " + stored + " (expected: " + artifact.sha256() + ")");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + artifact.file(), e);
        }
    }

    /** Moves the received file of a stored artifact into the cache; whatever goes wrong only costs the cache. */
    public void keepFile(Artifact artifact) {
        if (!artifact.file().startsWith(incoming())) {
            return;
        }
        try {
            Files.move(artifact.file(), cached(artifact.sha256()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            log.warn(
                    "Cannot keep {} as a file; it will be read from the database",
                    artifact.manifest().release(),
                    e);
        }
    }

    /**
     * The artifact with this content, with a local file; content and signature were checked just now. Empty when it is
     * no longer kept.
     *
     * @throws ReleaseRefusedException when the content is not what was received, or is trusted no longer
     * @throws UncheckedIOException when the local file cannot be written or read
     */
    public Optional<Artifact> find(String sha256) {
        return database.read(h -> artifacts.find(h, sha256)).map(kept -> find(sha256, kept));
    }

    private Artifact find(String sha256, Kept kept) {
        try {
            Path file = cached(sha256);
            if (!Files.exists(file) || !Reception.sha256(file).equals(sha256)) {
                fetch(sha256, kept, file);
            }
            ModuleManifest manifest = Reception.manifest(file);
            return new Artifact(manifest, sha256, Files.size(file), file, seal.recheck(file, sha256, kept));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot bring artifact " + sha256 + " into " + folder, e);
        }
    }

    /** Lets go of the files of contents that are no longer kept. */
    public void forgetFiles(List<String> gone) {
        gone.forEach(sha256 -> discard(cached(sha256)));
    }

    private void fetch(String sha256, Kept kept, Path file) throws IOException {
        Files.createDirectories(incoming());
        Path copy = Files.createTempFile(incoming(), "fetched-", ".jar");
        try (OutputStream out = Files.newOutputStream(copy)) {
            int part = 0;
            Optional<byte[]> chunk = chunk(sha256, part);
            while (chunk.isPresent()) {
                out.write(chunk.get());
                part++;
                chunk = chunk(sha256, part);
            }
        }
        String actual = Reception.sha256(copy);
        if (!actual.equals(sha256)) {
            Files.delete(copy);
            throw refuse("kernel.refused.store-altered", kept.module(), kept.version(), sha256, actual);
        }
        try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Optional<byte[]> chunk(String sha256, int part) {
        return database.read(h -> artifacts.chunk(h, sha256, part));
    }

    private Path cached(String sha256) {
        return folder.resolve(sha256 + ".jar");
    }

    private static List<byte[]> nextChunks(InputStream in) throws IOException {
        List<byte[]> chunks = new ArrayList<>();
        while (chunks.size() < CHUNKS_A_TRANSACTION) {
            byte[] chunk = in.readNBytes(CHUNK);
            if (chunk.length == 0) {
                break;
            }
            chunks.add(chunk);
        }
        return chunks;
    }
}
