package vn.kientao.platform.api.data;

/** Somebody else changed the record since it was read; nothing was written. Doors answer it with 409. */
public final class StaleRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleRecordException(String record, long expectedVersion) {
        super(record + " is no longer at version " + expectedVersion);
    }
}
