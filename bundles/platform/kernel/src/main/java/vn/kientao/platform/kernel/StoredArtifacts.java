package vn.kientao.platform.kernel;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.Artifacts;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.kernel.store.ArtifactRepository;
import vn.kientao.platform.kernel.store.ReleaseRepository;

/** Reads kept jars from the database, a chunk at a time. */
@Component
public final class StoredArtifacts implements Artifacts {
    private final Database database;
    private final ReleaseRepository releases = new ReleaseRepository();
    private final ArtifactRepository artifacts = new ArtifactRepository();

    /** @param kernel unused; when it is there, the tables are */
    @Activate
    public StoredArtifacts(@Reference Database database, @Reference Modules kernel) {
        this.database = database;
    }

    @Override
    public Optional<InputStream> open(ModuleId module, Version version) {
        return database.read(h -> releases.find(h, module, version)
                        .map(release -> release.cut().sha256())
                        .filter(sha256 -> artifacts.exists(h, sha256)))
                .map(sha256 -> new SequenceInputStream(new Chunks(sha256)));
    }

    /** The chunks of a jar, each read when it is due. */
    private final class Chunks implements Enumeration<InputStream> {
        private final String sha256;
        private int part;
        private Optional<byte[]> next;

        Chunks(String sha256) {
            this.sha256 = sha256;
            this.next = read();
        }

        @Override
        public boolean hasMoreElements() {
            return next.isPresent();
        }

        @Override
        public InputStream nextElement() {
            byte[] chunk = next.orElseThrow(NoSuchElementException::new);
            part++;
            next = read();
            return new ByteArrayInputStream(chunk);
        }

        private Optional<byte[]> read() {
            return database.read(h -> artifacts.chunk(h, sha256, part));
        }
    }
}
