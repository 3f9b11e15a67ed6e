package vn.kientao.platform.api.module;

import static java.util.Objects.requireNonNull;

/**
 * What one request was and what it cost, told to the release that answered it: accounts, quotas and the gates of a staged
 * rollout are made from it.
 *
 * @param agency code of the agency; empty for the public
 * @param route method and path template, such as {@code GET /dossiers/{id}}, so that two releases can be compared
 * @param status HTTP status of the answer; 500 and above is an error of the module
 * @param nanos wall time in the module
 * @param allocated bytes that the request's thread allocated
 * @param databaseNanos time spent in the database
 */
public record Served(String agency, String route, int status, long nanos, long allocated, long databaseNanos) {

    public Served {
        requireNonNull(agency, "agency");
        requireNonNull(route, "route");
    }

    public boolean error() {
        return status >= 500;
    }
}
