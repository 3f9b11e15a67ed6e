package vn.kientao.itests.update.broken;

import java.util.Optional;
import vn.kientao.platform.api.module.HealthProbe;
import vn.kientao.platform.api.text.LocalText;

/** Says that its module is not well. */
public final class SickProbe implements HealthProbe {
    @Override
    public Optional<LocalText> ailment() {
        return Optional.of(new LocalText("không thấy kho số", "the number store is away"));
    }
}
