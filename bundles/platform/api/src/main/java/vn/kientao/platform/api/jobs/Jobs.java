package vn.kientao.platform.api.jobs;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Submits and follows long work. */
@ProviderType
public interface Jobs {

    /**
     * Keeps the job durably and runs it soon, once in the cluster.
     *
     * @param type {@link JobType#name()}
     * @param payload what the job is to do, in the words of its type
     * @return the job's id
     */
    long submit(String type, String payload, Optional<String> agency, String account);

    /** As {@link #submit}, with a file of any size that is kept until 30 days after the end. */
    long submit(String type, String payload, InputStream file, Optional<String> agency, String account);

    Optional<JobStatus> find(long id);

    /** The newest jobs of a type, newest first. */
    List<JobStatus> newest(String type, int limit);
}
