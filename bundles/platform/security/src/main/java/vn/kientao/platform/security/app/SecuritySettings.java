package vn.kientao.platform.security.app;

import java.time.Duration;
import java.util.Locale;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;

/**
 * What {@code etc/vn.kientao.security.cfg} says about factors and fresh proof now. Where it says nothing, a product in
 * development or with demonstration data only offers second factors, and one in development asks for no fresh proof.
 */
@Component(service = FactorPolicy.class, configurationPid = "vn.kientao.security")
public final class SecuritySettings implements FactorPolicy {
    /** How long a proof counts as fresh, unless the file says otherwise. */
    public static final Duration FRESH = Duration.ofMinutes(10);

    private final boolean demonstration;
    private final boolean development;
    private volatile Config config;

    @Activate
    public SecuritySettings(BundleContext context, Config config) {
        this.demonstration = "true".equals(context.getProperty("kientao.demo"));
        this.development = "true".equals(context.getProperty("kientao.development"));
        this.config = config;
    }

    @Modified
    void modified(Config changed) {
        config = changed;
    }

    @Override
    public boolean factorRequired() {
        return switch (config.secondFactor().toLowerCase(Locale.ROOT)) {
            case "required" -> true;
            case "offered" -> false;
            default -> !demonstration && !development;
        };
    }

    @Override
    public Duration freshFor() {
        return development ? Duration.ZERO : FRESH;
    }

    /** Settings in {@code etc/vn.kientao.security.cfg}. */
    @interface Config {
        /** {@code required} or {@code offered}. */
        String secondFactor() default "";
    }
}
