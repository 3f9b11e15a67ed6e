package vn.kientao.platform.kernel.signature;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Publishers.HeldBack;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.Sentences;
import vn.kientao.platform.kernel.store.PublisherRepository;

/** Which versions of a module must not come, nor come back (chặn phiên bản). */
public final class HoldBack {
    private final List<HeldBack> entries;

    private HoldBack(List<HeldBack> entries) {
        this.entries = entries;
    }

    /** What is held back of the module now. */
    public static HoldBack of(Handle h, ModuleId module) {
        return new HoldBack(new PublisherRepository().heldBack(h, module));
    }

    /** Why the version may not be used: it, or a newer one, is held back. Empty when it may. */
    public Optional<LocalText> reason(Version version) {
        return entries.stream()
                .filter(held -> held.version().compareTo(version) >= 0)
                .findFirst()
                .map(held -> Sentences.say(
                        "kernel.refused.held-back", held.module(), version, held.version(), held.reason()));
    }

    /**
     * Refuses a version that is held back.
     *
     * @throws ReleaseRefusedException with the {@link #reason}
     */
    public void refuse(Version version) {
        reason(version).ifPresent(sentence -> {
            throw new ReleaseRefusedException(sentence);
        });
    }
}
