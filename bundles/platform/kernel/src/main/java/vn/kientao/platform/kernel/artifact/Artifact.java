package vn.kientao.platform.kernel.artifact;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.kernel.signature.Verdict;

/**
 * A module jar that has passed every check of receipt.
 *
 * @param sha256 of the whole file, 64 lower-case hex digits
 * @param size bytes
 * @param file a local copy
 * @param verdict why it is taken
 */
public record Artifact(ModuleManifest manifest, String sha256, long size, Path file, Verdict verdict) {

    public Artifact {
        requireNonNull(manifest, "manifest");
        requireNonNull(file, "file");
        requireNonNull(verdict, "verdict");
        if (sha256.length() != 64) {
            throw new IllegalArgumentException("sha256 '" + sha256 + "' (expected: 64 hex digits)");
        }
    }

    public ModuleId module() {
        return manifest.id();
    }

    public Cut cut() {
        return new Cut(manifest.id(), manifest.version(), sha256);
    }

    /** Who has signed it. */
    public Optional<String> publisher() {
        return verdict.publisher();
    }

    /** The bundle location in the framework; unique per content. */
    public String location() {
        return cut().location();
    }
}
