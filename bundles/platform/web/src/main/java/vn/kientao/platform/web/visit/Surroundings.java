package vn.kientao.platform.web.visit;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Supplier;
import vn.kientao.platform.api.privacy.AccessLog;
import vn.kientao.platform.web.asset.Assets;
import vn.kientao.platform.web.draft.Drafts;
import vn.kientao.platform.web.upload.UploadGuard;

/**
 * What every page stands in, whoever asks for it.
 *
 * @param uploads looks at files before handlers do
 * @param accesses is told who gets to see personal data
 * @param publicAddress scheme and host under which the platform is known, when the browser's own word is not to count
 */
public record Surroundings(
        Assets assets,
        Drafts drafts,
        Supplier<Optional<String>> publicAddress,
        UploadGuard uploads,
        AccessLog accesses) {
    public Surroundings {
        requireNonNull(assets, "assets");
        requireNonNull(drafts, "drafts");
        requireNonNull(publicAddress, "publicAddress");
        requireNonNull(uploads, "uploads");
        requireNonNull(accesses, "accesses");
    }
}
