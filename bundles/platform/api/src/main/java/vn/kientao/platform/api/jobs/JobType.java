package vn.kientao.platform.api.jobs;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of long work that a module or platform room can do. Registered as a service. Only {@link #name} is kept in the
 * database, never a class name; a job whose type is away waits for it.
 */
@ConsumerType
public interface JobType {

    /** {@code <module>.<word>}, such as {@code procedures.import}. */
    String name();

    /**
     * Does the work. A job that was cut off by a crash is run again from the beginning, so make it repeatable.
     *
     * @return the result in the words of the module, usually JSON; shown by its pages
     * @throws JobFailedException with a sentence for the user; anything else is a fault and shown as such
     */
    String run(JobContext context);

    /**
     * Whether it runs every night, after half past two, without being submitted by anybody: as {@code system:nightly}, with
     * an empty payload, for no agency. Looked at in the platform's own rooms only; modules have
     * {@link vn.kientao.platform.api.privacy.RetentionSource} for what must be tidied.
     */
    default boolean nightly() {
        return false;
    }
}
