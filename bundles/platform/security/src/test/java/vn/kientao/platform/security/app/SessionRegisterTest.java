package vn.kientao.platform.security.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.RoleGrant;
import vn.kientao.platform.security.store.SessionRepository;
import vn.kientao.platform.testing.OnEachDatabase;

@OnEachDatabase("security")
class SessionRegisterTest {
    private final TestSecurity security;
    private final Account account;
    private final String token;

    SessionRegisterTest(Database database, Migrations migrations) {
        security = new TestSecurity(database, migrations);
        account = security.account("motcua.p-ax");
        token = security.signedIn("motcua.p-ax");
    }

    @AfterEach
    void close() {
        security.close();
    }

    @Test
    void findsTheSessionOfATokenAndOfNoOther() {
        assertThat(security.sessions.find(token)).hasValueSatisfying(session -> {
            assertThat(session.actor().account()).isEqualTo(String.valueOf(account.id()));
            assertThat(session.actor().name()).isEqualTo("Nguyễn Thị Lan");
            assertThat(session.csrfToken()).hasSize(43);
            assertThat(session.id()).hasSize(64).isNotEqualTo(token);
        });
        assertThat(security.sessions.find(token + "x")).isEmpty();
        assertThat(security.sessions.find("")).isEmpty();
    }

    @Test
    void outlivesARestart() {
        String before = security.sessions.find(token).orElseThrow().csrfToken();

        SessionRegister afterRestart = security.newRegister();
        try {
            assertThat(afterRestart.find(token).orElseThrow().csrfToken()).isEqualTo(before);
            assertThat(afterRestart.visitorCsrfToken("visitor"))
                    .isEqualTo(security.sessions.visitorCsrfToken("visitor"));
        } finally {
            afterRestart.close();
        }
    }

    @Test
    void endsAfterTwoIdleHours() {
        security.clock.advance(Duration.ofMinutes(119));
        assertThat(security.sessions.find(token)).isPresent();
        security.clock.advance(Duration.ofMinutes(119));
        assertThat(security.sessions.find(token)).isPresent();
        security.clock.advance(Duration.ofMinutes(121));
        assertThat(security.sessions.find(token)).isEmpty();
    }

    @Test
    void endsAfterTwelveHoursHoweverMuchItIsUsed() {
        for (int hour = 1; hour < 12; hour++) {
            security.clock.advance(Duration.ofHours(1));
            assertThat(security.sessions.find(token)).as("hour %s", hour).isPresent();
        }
        security.clock.advance(Duration.ofHours(1));
        assertThat(security.sessions.find(token)).isEmpty();
    }

    @Test
    void writesDownUseAtMostOnceAMinute() {
        security.clock.advance(Duration.ofSeconds(30));
        security.sessions.find(token);
        security.sessions.keepUp();
        assertThat(writtenDown()).isEqualTo(security.clock.instant().minusSeconds(30));

        security.clock.advance(Duration.ofSeconds(40));
        security.sessions.find(token);
        security.sessions.keepUp();
        assertThat(writtenDown()).isEqualTo(security.clock.instant());
        assertThat(security.sessions.of(account.id()).get(0).seenAt()).isEqualTo(security.clock.instant());
    }

    private Instant writtenDown() {
        return security.store
                .read(handle -> new SessionRepository().of(handle, account.id()))
                .get(0)
                .seenAt();
    }

    @Test
    void learnsWithinSecondsThatAnotherNodeEndedTheSession() {
        SessionRegister otherNode = security.newRegister();
        try {
            assertThat(otherNode.find(token)).isPresent();
            security.signIn.signOut(token, "1", Trace.system("test"));

            assertThat(security.sessions.find(token)).isEmpty();
            security.clock.advance(Duration.ofSeconds(6));
            assertThat(otherNode.find(token)).isEmpty();
        } finally {
            otherNode.close();
        }
    }

    @Test
    void givesANewRoleToOpenSessionsAtOnce() {
        assertThat(security.sessions.find(token).orElseThrow().actor().agencies())
                .isEmpty();

        security.posts.grant(account.id(), RoleGrant.in(Roles.DESK_OFFICER, "P-AX"), Trace.system("test"));

        assertThat(security.sessions.find(token).orElseThrow().actor().agencies())
                .containsExactly("P-AX");
    }

    @Test
    void endsAllOtherSessionsWhenThePasswordChanges() {
        String elsewhere = security.signedIn("motcua.p-ax");

        assertThat(security.accounts.changePassword(
                        account.id(),
                        TestSecurity.PASSWORD,
                        "một con vịt xoè ra hai cánh",
                        token,
                        Trace.system("test")))
                .isEmpty();

        assertThat(security.sessions.find(elsewhere)).isEmpty();
        assertThat(security.sessions.find(token)).isPresent();
    }

    @Test
    void endsTheSessionsOfADisabledAccount() {
        security.accounts.create("other", "Quản Trị", TestSecurity.PASSWORD, false, Trace.system("test"));
        security.posts.grant(
                security.account("root").id(),
                RoleGrant.everywhere(Roles.PLATFORM_ADMINISTRATOR),
                Trace.system("test"));

        security.accounts.disable(account.id(), true, Trace.system("test"));

        assertThat(security.sessions.find(token)).isEmpty();
    }
}
