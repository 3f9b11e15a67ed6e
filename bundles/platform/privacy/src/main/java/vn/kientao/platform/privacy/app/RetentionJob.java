package vn.kientao.platform.privacy.app;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.jobs.JobContext;
import vn.kientao.platform.api.jobs.JobFailedException;
import vn.kientao.platform.api.jobs.JobType;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.privacy.domain.KeptPeriod;

/** The nightly work of the retention rules: what need not be kept any longer goes. */
@Component
public final class RetentionJob implements JobType {
    /** The name of this kind of job. */
    public static final String NAME = "privacy.retention";

    private static final TextBundle TEXTS = TextBundle.of(RetentionJob.class);
    private static final Logger log = LoggerFactory.getLogger(RetentionJob.class);

    private final Retention retention;

    @Activate
    public RetentionJob(@Reference Retention retention) {
        this.retention = retention;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean nightly() {
        return true;
    }

    /** A rule that fails does not keep the others from being followed; the job fails in the end. */
    @Override
    public String run(JobContext context) {
        List<KeptPeriod> rules = retention.rules();
        long touched = 0;
        int failed = 0;
        for (int i = 0; i < rules.size(); i++) {
            KeptPeriod kept = rules.get(i);
            context.progress(i, rules.size(), kept.rule().what());
            try {
                touched += retention.run(kept, context.account());
            } catch (RuntimeException e) {
                failed++;
                log.error("Retention rule {} failed", kept.rule().id(), e);
            }
        }
        if (failed > 0) {
            throw new JobFailedException(TEXTS.text("retention.failed", Integer.toString(failed)));
        }
        return Long.toString(touched);
    }
}
