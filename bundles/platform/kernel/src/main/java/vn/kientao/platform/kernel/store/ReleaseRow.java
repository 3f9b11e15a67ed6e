package vn.kientao.platform.kernel.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.artifact.Cut;

/**
 * A version that was received.
 *
 * @param servedAt when it last began to serve; empty when it never has
 * @param contractedAt when its contract migrations removed what older releases need; empty while they have not
 * @param kept whether its content is still in the store
 * @param publisher who signed it
 * @param heldBack why it must not come back; empty when it may
 */
public record ReleaseRow(
        Cut cut,
        LocalText name,
        Optional<Instant> servedAt,
        Optional<Instant> contractedAt,
        boolean kept,
        Optional<String> publisher,
        Optional<LocalText> heldBack) {

    public ReleaseRow {
        requireNonNull(cut, "cut");
        requireNonNull(name, "name");
        requireNonNull(servedAt, "servedAt");
        requireNonNull(contractedAt, "contractedAt");
        requireNonNull(publisher, "publisher");
        requireNonNull(heldBack, "heldBack");
    }

    public ModuleId module() {
        return cut.module();
    }

    public Version version() {
        return cut.version();
    }
}
