package vn.kientao.platform.web.door;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The file {@code etc/vn.kientao.web.cfg}. A change takes effect at once; requests under way are not disturbed. */
@ObjectClassDefinition(name = "%config.name", localization = "OSGI-INF/l10n/texts")
public @interface WebConfig {

    @AttributeDefinition(name = "%config.trusted-proxies", description = "%config.trusted-proxies.help")
    String[] trustedProxies() default {"127.0.0.1", "::1"};

    @AttributeDefinition(name = "%config.public-address", description = "%config.public-address.help")
    String publicAddress() default "";

    @AttributeDefinition(name = "%config.module-timeout", description = "%config.module-timeout.help", min = "0")
    int moduleTimeoutSeconds() default 30;
}
