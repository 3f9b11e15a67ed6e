package vn.kientao.platform.kernel;

import static vn.kientao.platform.kernel.Sentences.say;

import java.util.Optional;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.BannerSource;
import vn.kientao.platform.kernel.rollout.SafeStart;

/** Tells everybody who is signed in that a change was left off. */
record SafeModeBanner(SafeStart safeStart) implements BannerSource {

    @Override
    public Optional<LocalText> banner(Actor reader) {
        return reader.signedIn()
                ? safeStart.mode().map(mode -> say("kernel.banner.safe-mode", mode.module(), mode.leftOff()))
                : Optional.empty();
    }
}
