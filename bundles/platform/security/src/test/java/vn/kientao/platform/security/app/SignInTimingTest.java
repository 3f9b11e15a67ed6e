package vn.kientao.platform.security.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.testing.TestDatabase;

/**
 * Measures whether the time of a refusal tells if a login exists. Samples of both kinds take turns, and the order within
 * a pair alternates, so that whatever else the machine does meets both alike; medians leave outliers out.
 */
class SignInTimingTest {
    private static final int WARM_UP = 100;
    private static final int PAIRS = 1_000;

    @RegisterExtension
    final TestDatabase database = TestDatabase.h2("security");

    @Test
    void takesAsLongForAnUnknownLoginAsForAWrongPassword() {
        try (TestSecurity security = new TestSecurity(database.database(), database.migrations())) {
            PasswordHasher dear = new PasswordHasher(new PasswordHasher.Cost(4_096, 1, 1), 1);
            Accounts accounts = new Accounts(security.store, security.sessions, security.audit, security.clock, dear);
            accounts.create("known", "Nguyễn Thị Lan", TestSecurity.PASSWORD, false, Trace.system("test"));
            SignIn signIn = new SignIn(security.store, security.sessions, security.audit, security.clock, dear);
            long[] known = new long[PAIRS];
            long[] unknown = new long[PAIRS];
            for (int i = -WARM_UP; i < PAIRS; i++) {
                security.clock.advance(SignInThrottle.MEMORY);
                boolean knownFirst = (i & 1) == 0;
                long first = nanos(signIn, knownFirst ? "known" : "unknown", i);
                long second = nanos(signIn, knownFirst ? "unknown" : "known", i);
                if (i >= 0) {
                    known[i] = knownFirst ? first : second;
                    unknown[i] = knownFirst ? second : first;
                }
            }
            double ratio = (double) median(unknown) / median(known);
            System.out.printf(
                    "refused sign-in, median of %d: known %d µs, unknown %d µs, ratio %.3f%n",
                    PAIRS, median(known) / 1_000, median(unknown) / 1_000, ratio);
            assertThat(ratio).isBetween(0.9, 1.1);
        }
    }

    /** Each from an address of its own, by a clock that moves on, so that nothing is throttled. */
    private static long nanos(SignIn signIn, String login, int round) {
        String address = "10." + (round & 0xFF) + "." + (round >> 8 & 0xFF) + "." + login.length();
        long before = System.nanoTime();
        signIn.signIn(login, "wrong", address, "", Trace.system("test"));
        return System.nanoTime() - before;
    }

    private static long median(long[] samples) {
        long[] sorted = samples.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
