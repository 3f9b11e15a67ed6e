package vn.kientao.platform.security.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.Session;
import vn.kientao.platform.security.app.SessionRegister.Remaining;
import vn.kientao.platform.security.store.SessionRepository.Whence;
import vn.kientao.platform.testing.OnEachDatabase;

/** What the owner of a session sees of it. */
@OnEachDatabase("security")
class SessionsOfOneTest {
    private final TestSecurity security;
    private final long account;
    private final String token;

    SessionsOfOneTest(Database database, Migrations migrations) {
        security = new TestSecurity(database, migrations);
        account = security.account("lan").id();
        token = security.signedIn("lan");
    }

    @AfterEach
    void close() {
        security.close();
    }

    @Test
    void tellsHowLongItLastsWithoutMakingItLastLonger() {
        security.clock.advance(Duration.ofMinutes(50));

        security.sessions.look(token);
        assertThat(security.sessions.remaining(token))
                .contains(new Remaining(Duration.ofMinutes(70), Duration.ofMinutes(670)));
        security.sessions.find(token);
        assertThat(security.sessions.remaining(token))
                .contains(new Remaining(Duration.ofHours(2), Duration.ofMinutes(670)));
        security.clock.advance(Duration.ofHours(2));
        assertThat(security.sessions.remaining(token)).isEmpty();
    }

    @Test
    void neverPromisesMoreThanTheWholeLength() {
        for (int hour = 1; hour < 12; hour++) {
            security.clock.advance(Duration.ofHours(1));
            security.sessions.find(token);
        }
        assertThat(security.sessions.remaining(token))
                .contains(new Remaining(Duration.ofHours(1), Duration.ofHours(1)));
    }

    @Test
    void remembersFromWhereItWasUsed() {
        Session session = security.sessions.find(token).orElseThrow();
        security.sessions.used(session, "203.0.113.9", "Firefox/133 (Windows)");
        assertThat(security.sessions.of(account).get(0).whence())
                .as("at once")
                .isEqualTo(new Whence("203.0.113.9", "Firefox/133 (Windows)"));

        security.sessions.keepUp();

        SessionRegister otherNode = security.newRegister();
        assertThat(otherNode.of(account).get(0).whence().address())
                .as("on another node")
                .isEqualTo("203.0.113.9");
        otherNode.close();
        security.sessions.used(session, "2001:db8::1", "x".repeat(5000));
        security.sessions.keepUp();
        assertThat(security.sessions.of(account).get(0).whence().device()).hasSize(400);
    }

    @Test
    void anAdministratorEndsThemAll() {
        String elsewhere = security.signedIn("lan");

        assertThat(security.accounts.endSessions(account, Mandate.WHOLE, Trace.system("test")))
                .isEqualTo(2);

        assertThat(security.sessions.find(token)).isEmpty();
        assertThat(security.sessions.find(elsewhere)).isEmpty();
    }
}
