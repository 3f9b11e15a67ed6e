package vn.kientao.platform.web.door;

import java.util.Optional;
import java.util.stream.Stream;
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
        this(config.publicAddress(), config.trustedProxies());
    }

    WebSettings(String publicAddress, String... trustedProxies) {
        this.settings = Settings.of(publicAddress, trustedProxies);
    }

    @Modified
    void modified(WebConfig config) {
        change(config.publicAddress(), config.trustedProxies());
    }

    void change(String publicAddress, String... trustedProxies) {
        settings = Settings.of(publicAddress, trustedProxies);
    }

    public Proxies proxies() {
        return settings.proxies();
    }

    /** Scheme and host under which the platform is known, when the browser's own word is not to count. */
    public Optional<String> publicAddress() {
        return settings.publicAddress();
    }

    private record Settings(Proxies proxies, Optional<String> publicAddress) {
        static Settings of(String publicAddress, String... trustedProxies) {
            return new Settings(
                    new Proxies(Stream.of(trustedProxies)
                            .flatMap(line -> Stream.of(line.split(",")))
                            .toList()),
                    Optional.of(publicAddress.strip()).filter(address -> !address.isEmpty()));
        }
    }
}
