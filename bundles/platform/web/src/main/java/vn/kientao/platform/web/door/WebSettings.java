package vn.kientao.platform.web.door;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import vn.kientao.platform.web.http.Proxies;

/** What {@code etc/vn.kientao.web.cfg} says now. It follows the file without anything being restarted. */
@Component(service = WebSettings.class, configurationPid = "vn.kientao.web")
@Designate(ocd = WebConfig.class)
public final class WebSettings {
    private volatile Settings settings;

    @Activate
    public WebSettings(WebConfig config) {
        this.settings = Settings.of(config);
    }

    @Modified
    void modified(WebConfig config) {
        settings = Settings.of(config);
    }

    public Proxies proxies() {
        return settings.proxies();
    }

    /** Scheme and host under which the platform is known, when the browser's own word is not to count. */
    public Optional<String> publicAddress() {
        return settings.publicAddress();
    }

    private record Settings(Proxies proxies, Optional<String> publicAddress) {
        static Settings of(WebConfig config) {
            return new Settings(
                    new Proxies(List.of(config.trustedProxies())),
                    Optional.of(config.publicAddress().strip()).filter(address -> !address.isEmpty()));
        }
    }
}
