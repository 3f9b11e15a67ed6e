package vn.kientao.platform.web.limit;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The file {@code etc/vn.kientao.limits.cfg}: requests a minute. 0 is no limit; -1, which stands where nothing is said, is
 * the figure that ships, and no limit in development mode. A change takes effect at once.
 */
@ObjectClassDefinition(name = "%config.limits", localization = "OSGI-INF/l10n/texts")
public @interface LimitConfig {

    @AttributeDefinition(name = "%config.limits.address")
    int perAddress() default -1;

    @AttributeDefinition(name = "%config.limits.open-form")
    int openFormsPerAddress() default -1;

    @AttributeDefinition(name = "%config.limits.person")
    int perPerson() default -1;

    @AttributeDefinition(name = "%config.limits.token")
    int perToken() default -1;

    @AttributeDefinition(name = "%config.limits.agency")
    int perAgency() default -1;

    @AttributeDefinition(name = "%config.limits.module")
    int perModule() default -1;
}
