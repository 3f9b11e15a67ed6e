package vn.kientao.platform.kernel.signature;

import java.util.Optional;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.BannerSource;
import vn.kientao.platform.kernel.Sentences;

/** Reminds everybody who has signed in that unsigned modules are taken here (chế độ phát triển). */
public final class DevelopmentBanner implements BannerSource {
    private final LocalText words = Sentences.say("kernel.banner.development");

    @Override
    public Optional<LocalText> banner(Actor reader) {
        return reader.signedIn() ? Optional.of(words) : Optional.empty();
    }
}
