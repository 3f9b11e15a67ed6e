package vn.kientao.platform.kernel;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.kernel.rollout.Policy;
import vn.kientao.platform.kernel.rollout.Policy.Approval;
import vn.kientao.platform.kernel.rollout.Policy.Hours;
import vn.kientao.platform.kernel.rollout.Policy.Limits;

/** What the administrator has decided about changes; what cannot be understood is logged and changes nothing. */
@Component(service = Policies.class, configurationPid = "vn.kientao.kernel")
@Designate(ocd = PolicyConfig.class)
public final class Policies {
    private static final Logger log = LoggerFactory.getLogger(Policies.class);

    private volatile Policy now = Policy.USUAL;

    @Activate
    public Policies(PolicyConfig config) {
        read(config);
    }

    @Modified
    void modified(PolicyConfig config) {
        read(config);
    }

    Policy now() {
        return now;
    }

    private void read(PolicyConfig config) {
        try {
            now = new Policy(
                    Approval.valueOf(config.approval().strip().toUpperCase(Locale.ROOT)),
                    Arrays.stream(config.quietHours())
                            .flatMap(hours -> Arrays.stream(hours.split(",", -1)))
                            .map(String::strip)
                            .filter(hours -> !hours.isEmpty())
                            .map(Hours::parse)
                            .toList(),
                    new Limits(
                            config.enoughRequests(),
                            config.moreErrors(),
                            config.slower(),
                            Duration.ofSeconds(config.settleSeconds()),
                            Duration.ofSeconds(config.windowSeconds())),
                    config.backUp());
        } catch (IllegalArgumentException e) {
            log.error("etc/vn.kientao.kernel.cfg is not understood; going on as before", e);
        }
    }
}
