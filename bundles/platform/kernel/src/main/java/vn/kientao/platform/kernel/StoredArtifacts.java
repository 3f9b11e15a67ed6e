package vn.kientao.platform.kernel;

import java.io.InputStream;
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

    /** @param kernel not asked; when it is there, the tables are */
    @Activate
    public StoredArtifacts(@Reference Database database, @Reference Modules kernel) {
        this.database = database;
    }

    @Override
    public Optional<InputStream> open(ModuleId module, Version version) {
        return database.read(h -> releases.find(h, module, version)
                        .map(release -> release.cut().sha256())
                        .filter(sha256 -> artifacts.exists(h, sha256)))
                .map(Chunks::new);
    }

    /** The chunks of a jar, one after the other, each read when it is due. */
    private final class Chunks extends InputStream {
        private final String sha256;
        private byte[] chunk = new byte[0];
        private int next;
        private int part;

        Chunks(String sha256) {
            this.sha256 = sha256;
        }

        @Override
        public int read() {
            return more() ? chunk[next++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int from, int most) {
            if (most == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            int count = Math.min(most, chunk.length - next);
            System.arraycopy(chunk, next, target, from, count);
            next += count;
            return count;
        }

        private boolean more() {
            if (next < chunk.length) {
                return true;
            }
            Optional<byte[]> following = database.read(h -> artifacts.chunk(h, sha256, part));
            following.ifPresent(content -> {
                chunk = content;
                next = 0;
                part++;
            });
            return following.isPresent();
        }
    }
}
