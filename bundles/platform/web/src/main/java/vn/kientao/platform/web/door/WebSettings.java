package vn.kientao.platform.web.door;

import java.time.Duration;
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
        this(config.publicAddress(), config.moduleTimeoutSeconds(), config.trustedProxies());
    }

    WebSettings(String publicAddress, int moduleTimeoutSeconds, String... trustedProxies) {
        this.settings = Settings.of(publicAddress, moduleTimeoutSeconds, trustedProxies);
    }

    @Modified
    void modified(WebConfig config) {
        change(config.publicAddress(), config.moduleTimeoutSeconds(), config.trustedProxies());
    }

    void change(String publicAddress, int moduleTimeoutSeconds, String... trustedProxies) {
        settings = Settings.of(publicAddress, moduleTimeoutSeconds, trustedProxies);
    }

    public Proxies proxies() {
        return settings.proxies();
    }

    /** Scheme and host under which the platform is known, when the browser's own word is not to count. */
    public Optional<String> publicAddress() {
        return settings.publicAddress();
    }

    /** How long a module may take for a request before the platform answers in its place; zero for any time. */
    public Duration moduleTimeout() {
        return settings.moduleTimeout();
    }

    private record Settings(Proxies proxies, Optional<String> publicAddress, Duration moduleTimeout) {
        static Settings of(String publicAddress, int moduleTimeoutSeconds, String... trustedProxies) {
            return new Settings(
                    new Proxies(Stream.of(trustedProxies)
                            .flatMap(line -> Stream.of(line.split(",")))
                            .toList()),
                    Optional.of(publicAddress.strip()).filter(address -> !address.isEmpty()),
                    Duration.ofSeconds(Math.max(0, moduleTimeoutSeconds)));
        }
    }
}
