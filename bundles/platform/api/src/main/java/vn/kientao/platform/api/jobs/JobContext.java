package vn.kientao.platform.api.jobs;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.kientao.platform.api.text.LocalText;

/** A running job's view of itself. */
@ProviderType
public interface JobContext {

    long jobId();

    /** What was given when the job was submitted. */
    String payload();

    /** The file that was given with it. */
    Optional<java.io.InputStream> file();

    /** Code of the agency for which it runs. */
    Optional<String> agency();

    /** Who submitted it. */
    String account();

    /** Tells how far it is: {@code done} of {@code total} (0 when unknown) and what it is doing. Cheap; call it often. */
    void progress(long done, long total, LocalText doing);
}
