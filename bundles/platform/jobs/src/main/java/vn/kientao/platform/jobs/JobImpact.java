package vn.kientao.platform.jobs;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.jobs.Jobs;
import vn.kientao.platform.api.module.ImpactSource;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.text.TextBundle;

/** Says how many jobs of a module have not ended. */
@Component
public final class JobImpact implements ImpactSource {
    private static final String COUNT = """
            SELECT COUNT(id)
              FROM jobs.job
             WHERE ended_at IS NULL AND type LIKE ?
            """;

    private final Database database;
    private final TextBundle texts = TextBundle.of(JobImpact.class);

    /** @param jobs whose table this reads; there once the jobs are */
    @Activate
    public JobImpact(@Reference Database database, @Reference Jobs jobs) {
        this.database = database;
    }

    @Override
    public List<Impact> impact(ModuleId module) {
        long count = database.read(h ->
                h.createQuery(COUNT).bind(0, module + ".%").mapTo(Long.class).one());
        return List.of(new Impact(texts.text("impact.jobs"), count));
    }
}
