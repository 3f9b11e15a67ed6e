package vn.kientao.platform.web.outbound;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The file {@code etc/vn.kientao.outbound.cfg}: which machines the platform may call. A change takes effect at once. */
@ObjectClassDefinition(name = "%config.outbound", localization = "OSGI-INF/l10n/texts")
public @interface OutboundConfig {

    /** {@code host}, {@code host:port} or {@code *.domain}; each must lead to a public address. */
    @AttributeDefinition(name = "%config.outbound.hosts")
    String[] hosts() default {};

    /** The same for machines of the own network, at whatever address. */
    @AttributeDefinition(name = "%config.outbound.internal-hosts")
    String[] internalHosts() default {};

    /** A file with certificates (PEM) of those who vouch for machines beside the ones that Java knows; may be empty. */
    @AttributeDefinition(name = "%config.outbound.issuers")
    String issuers() default "";
}
