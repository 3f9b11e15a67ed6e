package vn.kientao.platform.security.app;

import java.time.Duration;

/** What an installation asks of its people. */
public interface FactorPolicy {

    /** Whether administrators may do nothing until they have a second factor. */
    boolean factorRequired();

    /** For how long a proof is good for grave actions; zero when none is asked for. */
    Duration freshFor();
}
