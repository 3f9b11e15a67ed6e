package vn.kientao.platform.jobs;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.MigrationScripts;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.jobs.JobStatus;
import vn.kientao.platform.api.jobs.Jobs;

/** The platform's jobs, from start to stop of this bundle. */
@Component(service = Jobs.class)
public final class JobsComponent implements Jobs {
    private static final Duration POLLING = Duration.ofSeconds(3);

    private final StoredJobs jobs;

    @Activate
    public JobsComponent(
            @Reference Database database,
            @Reference Migrations migrations,
            @Reference(target = "(kientao.writes=in-turn)") DataSource connections,
            @Reference JobTypes types,
            @Reference Clock clock,
            BundleContext context) {
        migrations.expand("jobs", MigrationScripts.of(context.getBundle()));
        this.jobs = new StoredJobs(database, connections, types, clock, node(context), POLLING);
    }

    @Override
    public long submit(String type, String payload, Optional<String> agency, String account) {
        return jobs.submit(type, payload, agency, account);
    }

    @Override
    public long submit(String type, String payload, InputStream file, Optional<String> agency, String account) {
        return jobs.submit(type, payload, file, agency, account);
    }

    @Override
    public Optional<JobStatus> find(long id) {
        return jobs.find(id);
    }

    @Override
    public List<JobStatus> newest(String type, int limit) {
        return jobs.newest(type, limit);
    }

    @Deactivate
    void close() {
        jobs.close();
    }

    /** Host and state folder: two nodes on one host have two folders. */
    private static String node(BundleContext context) {
        String folder = context.getProperty("kientao.data");
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "localhost";
        }
        return host + ":" + (folder == null ? context.getProperty("karaf.data") : folder);
    }
}
