package vn.kientao.platform.kernel.signature;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.Sentences;
import vn.kientao.platform.kernel.store.PublisherRepository;

/** Versions that must not come, nor come back (chặn phiên bản). */
public final class HoldBack {
    private final PublisherRepository publishers;

    public HoldBack(PublisherRepository publishers) {
        this.publishers = publishers;
    }

    /** Why the version may not be used: it, or a newer one, is held back. Empty when it may. */
    public Optional<LocalText> reason(Handle h, ModuleId module, Version version) {
        return publishers.heldBack(h).stream()
                .filter(held -> held.module().equals(module) && held.version().compareTo(version) >= 0)
                .findFirst()
                .map(held -> Sentences.say("kernel.refused.held-back", module, version, held.version(), held.reason()));
    }

    /**
     * Refuses a version that is held back.
     *
     * @throws ReleaseRefusedException with the {@link #reason}
     */
    public void refuse(Handle h, ModuleId module, Version version) {
        reason(h, module, version).ifPresent(sentence -> {
            throw new ReleaseRefusedException(sentence);
        });
    }
}
