package vn.kientao.platform.security.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.security.app.SignIn.Outcome;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.RoleGrant;
import vn.kientao.platform.testing.OnEachDatabase;

@OnEachDatabase("security")
class SignInTest {
    private static final Trace TRACE = Trace.system("test");
    private final TestSecurity security;

    SignInTest(Database database, Migrations migrations) {
        security = new TestSecurity(database, migrations);
    }

    @AfterEach
    void close() {
        security.close();
    }

    @Test
    void acceptsTheLoginInAnyCaseWithThePasswordAsItIs() {
        security.account("motcua.p-ax");

        assertThat(tried(" MotCua.P-AX ", TestSecurity.PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
        assertThat(tried("motcua.p-ax", TestSecurity.PASSWORD.toUpperCase(java.util.Locale.ROOT)))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void answersTheSameForAnUnknownLoginAWrongPasswordAndADisabledAccount() {
        security.account("known");
        administrator();
        security.accounts.disable(security.account("former").id(), true, TRACE);

        assertThat(List.of(
                        tried("unknown", TestSecurity.PASSWORD),
                        tried("known", "wrong"),
                        tried("former", TestSecurity.PASSWORD)))
                .containsOnly(new Outcome.Refused());
    }

    @Test
    void opensANewSessionAndEndsTheOldOne() {
        security.account("lan");
        String first = security.signedIn("lan");

        Outcome again = security.signIn.signIn("lan", TestSecurity.PASSWORD, "10.0.0.7", first, TRACE);

        assertThat(((Outcome.SignedIn) again).token()).isNotEqualTo(first);
        assertThat(security.sessions.find(first)).isEmpty();
    }

    @Test
    void closesForALoginFromAnAddressAfterFiveFailuresAndOpensAgain() {
        security.account("lan");
        for (int i = 0; i < SignInThrottle.MOST_PER_LOGIN_AND_ADDRESS; i++) {
            assertThat(tried("lan", "wrong")).isEqualTo(new Outcome.Refused());
        }

        assertThat(tried("lan", TestSecurity.PASSWORD)).isEqualTo(new Outcome.TooManyTries());
        assertThat(security.signIn.signIn("lan", TestSecurity.PASSWORD, "10.0.0.8", "", TRACE))
                .isInstanceOf(Outcome.SignedIn.class);
        security.clock.advance(SignInThrottle.MEMORY.plusSeconds(1));
        assertThat(tried("lan", TestSecurity.PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void closesForAnAddressThatTriesManyLogins() {
        for (int i = 0; i < SignInThrottle.MOST_PER_ADDRESS; i++) {
            security.signIn.signIn("login" + i, "wrong", "2001:db8:1:2::" + Integer.toHexString(i), "", TRACE);
        }

        security.account("lan");
        assertThat(security.signIn.signIn("lan", TestSecurity.PASSWORD, "2001:db8:1:2:ffff::1", "", TRACE))
                .isEqualTo(new Outcome.TooManyTries());
        assertThat(security.signIn.signIn("lan", TestSecurity.PASSWORD, "2001:db8:1:3::1", "", TRACE))
                .isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void hashesAnewWhenTheCostsHaveChanged() {
        security.account("lan");
        PasswordHasher dearer = new PasswordHasher(new PasswordHasher.Cost(128, 1, 1), 4);
        SignIn later = new SignIn(security.store, security.sessions, security.audit, security.clock, dearer);

        assertThat(later.signIn("lan", TestSecurity.PASSWORD, "10.0.0.7", "", TRACE))
                .isInstanceOf(Outcome.SignedIn.class);

        assertThat(security.store.<String>read(
                        handle -> handle.createQuery("SELECT password_hash FROM security.account WHERE login = 'lan'")
                                .mapTo(String.class)
                                .one()))
                .startsWith("$argon2id$v=19$m=128,t=1,p=1$");
        assertThat(later.signIn("lan", TestSecurity.PASSWORD, "10.0.0.7", "", TRACE))
                .isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void letsAnAccountWithAOneTimeSecretDoNothingButChangeIt() {
        Account admin = administrator();
        String secret = security.accounts.reset(admin.id(), TRACE);

        Outcome.SignedIn signedIn = (Outcome.SignedIn) tried("root", secret);
        assertThat(signedIn.mustChange()).isTrue();
        assertThat(canAdminister(signedIn.token())).isFalse();

        assertThat(security.accounts.changePassword(admin.id(), secret, "trời xanh mây trắng", signedIn.token(), TRACE))
                .isEmpty();
        assertThat(canAdminister(signedIn.token())).isTrue();
    }

    @Test
    void keepsTheLastAdministrator() {
        Account admin = administrator();

        assertThatThrownBy(() -> security.accounts.disable(admin.id(), true, TRACE))
                .isInstanceOf(LastAdministratorException.class);
        long post = security.posts.held(admin.id()).get(0).id();
        assertThatThrownBy(() -> security.posts.end(admin.id(), post, Optional.empty(), Mandate.WHOLE, TRACE))
                .isInstanceOf(LastAdministratorException.class);
        assertThat(security.posts.held(admin.id())).hasSize(1);
        assertThat(security.accounts.find(admin.id()).orElseThrow().disabled()).isFalse();
    }

    @Test
    void forgetsFailuresThatAreOver() {
        tried("nobody", "wrong");
        security.clock.advance(Duration.ofHours(1));
        tried("another", "wrong");

        assertThat(security.store.<Integer>read(
                        handle -> handle.createQuery("SELECT COUNT(id) FROM security.sign_in_failure")
                                .mapTo(Integer.class)
                                .one()))
                .isEqualTo(3);
    }

    private Outcome tried(String login, String password) {
        return security.signIn.signIn(login, password, "10.0.0.7", "", TRACE);
    }

    private Account administrator() {
        Account admin = security.account("root");
        security.posts.grant(admin.id(), RoleGrant.everywhere(Roles.PLATFORM_ADMINISTRATOR), TRACE);
        return admin;
    }

    private boolean canAdminister(String token) {
        return security.sessions.find(token).orElseThrow().actor().canEverywhere(Permission.ADMINISTER);
    }
}
