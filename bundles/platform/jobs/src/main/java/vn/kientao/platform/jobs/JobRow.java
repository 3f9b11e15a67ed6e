package vn.kientao.platform.jobs;

import java.util.Optional;
import vn.kientao.platform.api.jobs.JobStatus.State;

/**
 * What is needed to run a job.
 *
 * @param type name of its type, {@code <module>.<word>}
 * @param agency code of the agency for which it runs
 * @param doing what it was last said to do, in Vietnamese
 */
record JobRow(
        long id, String type, String payload, Optional<String> agency, String account, State state, String doing) {}
