package vn.kientao.platform.security.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.security.app.SignIn.From;
import vn.kientao.platform.security.app.SignIn.Outcome;
import vn.kientao.platform.testing.OnEachDatabase;

@OnEachDatabase("security")
class SignInThrottleTest {
    private static final Trace TRACE = Trace.system("test");
    private final TestSecurity security;

    SignInThrottleTest(Database database, Migrations migrations) {
        security = new TestSecurity(database, migrations);
    }

    @AfterEach
    void close() {
        security.close();
    }

    @Test
    void closesForALoginThatIsTriedFromEverywhereButNotForItsOwnDevice() {
        security.account("lan");
        String device = device("lan", "");
        for (int i = 0; i < SignInThrottle.MOST_PER_LOGIN; i++) {
            tried("lan", "wrong", new From("10.1.0." + i, "", ""));
        }

        assertThat(tried("lan", TestSecurity.PASSWORD, new From("10.2.0.1", "", "")))
                .isEqualTo(new Outcome.TooManyTries());
        assertThat(tried("lan", TestSecurity.PASSWORD, new From("10.2.0.1", device, "")))
                .isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void letsAKnownDeviceInThroughAnAddressThatOthersHaveClosed() {
        security.account("lan");
        String device = device("lan", "");
        for (int i = 0; i < SignInThrottle.MOST_PER_ADDRESS; i++) {
            tried("somebody" + i, "wrong", new From("10.0.0.7", "", ""));
        }

        assertThat(tried("lan", TestSecurity.PASSWORD, new From("10.0.0.7", device, "")))
                .isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void countsTheSlipsOfAKnownDeviceByThemselves() {
        security.account("lan");
        String device = device("lan", "");
        for (int i = 0; i < SignInThrottle.MOST_PER_DEVICE; i++) {
            assertThat(tried("lan", "wrong", new From("10.0.0.7", device, ""))).isEqualTo(new Outcome.Refused());
        }

        assertThat(tried("lan", TestSecurity.PASSWORD, new From("10.0.0.7", device, "")))
                .isEqualTo(new Outcome.TooManyTries());
        assertThat(tried("lan", TestSecurity.PASSWORD, new From("10.0.0.7", "", "")))
                .isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void knowsADeviceForTheLoginThatUsedItOnly() {
        security.account("lan");
        security.account("binh");
        String device = device("lan", "");
        for (int i = 0; i < SignInThrottle.MOST_PER_LOGIN_AND_ADDRESS; i++) {
            tried("binh", "wrong", new From("10.0.0.7", device, ""));
        }

        assertThat(tried("binh", TestSecurity.PASSWORD, new From("10.0.0.7", device, "")))
                .isEqualTo(new Outcome.TooManyTries());
        assertThat(device("lan", device)).isEqualTo(device);
        assertThat(device("lan", device + "x")).isNotEqualTo(device);
    }

    private String device(String login, String present) {
        return ((Outcome.SignedIn) tried(login, TestSecurity.PASSWORD, new From("10.0.0.9", present, ""))).device();
    }

    private Outcome tried(String login, String password, From from) {
        return security.signIn.signIn(login, password, from, TRACE);
    }
}
