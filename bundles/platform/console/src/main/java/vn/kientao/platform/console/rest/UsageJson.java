package vn.kientao.platform.console.rest;

import vn.kientao.platform.api.module.ModuleUsage;

/** What one release has done for one agency, for programs; times in milliseconds, of all requests together. */
public record UsageJson(
        String version,
        String agency,
        long requests,
        long errors,
        long timeMillis,
        long databaseMillis,
        long allocatedBytes,
        long p95Millis) {

    static UsageJson of(ModuleUsage usage) {
        return new UsageJson(
                usage.version().toString(),
                usage.agency(),
                usage.requests(),
                usage.errors(),
                usage.time().toMillis(),
                usage.database().toMillis(),
                usage.allocated(),
                usage.p95().toMillis());
    }
}
