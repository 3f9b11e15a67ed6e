package vn.kientao.platform.security.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.security.Session;
import vn.kientao.platform.security.app.Mandate;
import vn.kientao.platform.security.app.SignIn.From;
import vn.kientao.platform.security.app.SignIn.Outcome;
import vn.kientao.platform.security.app.TestSecurity;
import vn.kientao.platform.security.app.Trace;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.RoleGrant;
import vn.kientao.platform.security.factor.Confirmations.Person;
import vn.kientao.platform.security.factor.Confirmations.Result;
import vn.kientao.platform.testing.OnEachDatabase;

@OnEachDatabase("security")
class SecondFactorsTest {
    private static final Trace TRACE = Trace.system("test");

    private final TestSecurity security;

    SecondFactorsTest(Database database, Migrations migrations) {
        security = new TestSecurity(database, migrations);
    }

    @AfterEach
    void close() {
        security.close();
    }

    @Test
    void asksForACodeAfterThePasswordAndTakesEachCodeOnce() {
        App app = enrolled("lan");
        String code = app.next();

        assertThat(second(ticket("lan"), code)).isInstanceOf(Outcome.SignedIn.class);
        assertThat(second(ticket("lan"), code)).isEqualTo(new Outcome.Refused());
        assertThat(second(ticket("lan"), app.next())).isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void refusesTheCodeThatConfirmedTheAppAtTheNextSignIn() {
        Account lan = security.account("lan");
        byte[] secret = security.factors.begin(lan.id()).orElseThrow();
        String code = code(secret);
        security.factors.confirm(lan.id(), code, TRACE);

        assertThat(second(ticket("lan"), code)).isEqualTo(new Outcome.Refused());
    }

    @Test
    void proofsNothingBeforeTheAppIsConfirmed() {
        Account lan = security.account("lan");
        byte[] secret = security.factors.begin(lan.id()).orElseThrow();

        assertThat(security.factors.begin(lan.id()))
                .hasValueSatisfying(same -> assertThat(same).isEqualTo(secret));
        assertThat(security.factors.confirm(lan.id(), "000000", TRACE)).isEmpty();
        assertThat(security.factors.status(lan.id()).any()).isFalse();
        assertThat(signedIn("lan")).isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void keepsTheSecretEncrypted() {
        App app = enrolled("lan");

        String kept = security.store.read(handle -> handle.createQuery("SELECT secret FROM security.totp")
                .mapTo(String.class)
                .one());

        assertThat(kept)
                .doesNotContain(Base32.encode(app.secret))
                .doesNotContain(java.util.Base64.getEncoder().encodeToString(app.secret));
    }

    @Test
    void takesEachRecoveryCodeOnceAndNoneAfterNewOnesWereMade() {
        App app = enrolled("lan");
        String typed = app.codes.get(0).replace("-", " ").toUpperCase(java.util.Locale.ROOT);

        assertThat(second(ticket("lan"), typed)).isInstanceOf(Outcome.SignedIn.class);
        assertThat(second(ticket("lan"), app.codes.get(0))).isEqualTo(new Outcome.Refused());
        assertThat(security.factors.status(app.account.id()).recoveryCodes()).isEqualTo(9);
        security.factors.renewCodes(app.account.id(), TRACE);
        assertThat(second(ticket("lan"), app.codes.get(1))).isEqualTo(new Outcome.Refused());
    }

    @Test
    void endsATicketAfterFiveWrongCodesAndAfterTenMinutes() {
        App app = enrolled("lan");
        String ticket = ticket("lan");
        for (int i = 0; i < 5; i++) {
            assertThat(second(ticket, "000000")).isEqualTo(new Outcome.Refused());
        }
        assertThat(second(ticket, app.next())).isEqualTo(new Outcome.Over());

        security.clock.advance(Duration.ofMinutes(16));
        String late = ticket("lan");
        security.clock.advance(Duration.ofMinutes(11));
        assertThat(second(late, app.next())).isEqualTo(new Outcome.Over());
        assertThat(second("made up", app.next())).isEqualTo(new Outcome.Over());
    }

    @Test
    void letsAdministratorsDoNothingWithoutAFactorWhereItIsRequired() {
        security.policy.required = true;
        Account root = security.account("root");
        security.grant(root, RoleGrant.everywhere(Roles.PLATFORM_ADMINISTRATOR));
        Account desk = security.account("motcua");
        security.grant(desk, RoleGrant.in(Roles.DESK_OFFICER, "P-AX"));
        Account local = security.account("quantri");
        security.grant(local, RoleGrant.in(Roles.AGENCY_ADMINISTRATOR, "P-AX"));
        String token = security.signedIn("root");

        assertThat(session(token).duty()).contains("/account/second-factor");
        assertThat(session(token).actor().canEverywhere(Permission.ADMINISTER)).isFalse();
        assertThat(session(security.signedIn("quantri")).duty()).contains("/account/second-factor");
        assertThat(session(security.signedIn("motcua")).duty()).isEmpty();

        enrol(root);
        assertThat(session(token).duty()).isEmpty();
        assertThat(session(token).actor().canEverywhere(Permission.ADMINISTER)).isTrue();
    }

    @Test
    void takesShorterPasswordsWithAFactorAndAsksForALongerOneWhenItGoes() {
        App app = enrolled("lan");
        long id = app.account.id();

        assertThat(security.accounts.changePassword(id, TestSecurity.PASSWORD, "m4y-bay", "", TRACE))
                .contains("password.too-short-with-factor");
        assertThat(security.accounts.changePassword(id, TestSecurity.PASSWORD, "may trôi", "", TRACE))
                .isEmpty();
        security.factors.removeApp(id, TRACE);

        assertThat(security.accounts.find(id).orElseThrow().mustChange()).isTrue();
        assertThat(security.factors.status(id).recoveryCodes()).isZero();
    }

    @Test
    void confirmsByTheFactorAndNotByThePasswordOnceThereIsOne() {
        App app = enrolled("lan");
        String token = ((Outcome.SignedIn) second(ticket("lan"), app.next())).token();
        Person lan = new Person(app.account.id(), token, "10.0.0.7");
        assertThat(security.confirmations.fresh(token)).isTrue();

        security.clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(security.confirmations.fresh(token)).isFalse();
        assertThat(security.confirmations.confirm(lan, TestSecurity.PASSWORD, TRACE))
                .isEqualTo(Result.WRONG);
        assertThat(security.confirmations.confirm(lan, app.next(), TRACE)).isEqualTo(Result.CONFIRMED);
        assertThat(security.confirmations.fresh(token)).isTrue();
    }

    @Test
    void confirmsByThePasswordWithoutAFactorAndStopsAfterFiveWrongOnes() {
        Account lan = security.account("lan");
        String token = security.signedIn("lan");
        Person person = new Person(lan.id(), token, "10.0.0.7");
        security.clock.advance(Duration.ofMinutes(20));

        assertThat(security.confirmations.confirm(person, TestSecurity.PASSWORD, TRACE))
                .isEqualTo(Result.CONFIRMED);
        for (int i = 0; i < 5; i++) {
            assertThat(security.confirmations.confirm(person, "wrong", TRACE)).isEqualTo(Result.WRONG);
        }
        assertThat(security.confirmations.confirm(person, TestSecurity.PASSWORD, TRACE))
                .isEqualTo(Result.TOO_MANY);
    }

    @Test
    void takesEverythingFromSomebodyWhoHasLostIt() {
        App app = enrolled("lan");
        String token = ((Outcome.SignedIn) second(ticket("lan"), app.next())).token();

        assertThat(security.setup.removeAll(app.account.id(), Mandate.WHOLE, "", TRACE))
                .isTrue();

        assertThat(security.setup.removeAll(app.account.id(), Mandate.WHOLE, "", TRACE))
                .isFalse();
        assertThat(security.sessions.find(token)).isEmpty();
        assertThat(signedIn("lan")).isInstanceOf(Outcome.SignedIn.class);
    }

    private Session session(String token) {
        return security.sessions.find(token).orElseThrow();
    }

    private Outcome signedIn(String login) {
        return security.signIn.signIn(login, TestSecurity.PASSWORD, "10.0.0.7", "", TRACE);
    }

    private String ticket(String login) {
        return ((Outcome.NeedsFactor) signedIn(login)).ticket();
    }

    private Outcome second(String ticket, String typed) {
        return security.step.byCode(ticket, typed, new From("10.0.0.7", "", ""), TRACE);
    }

    private String code(byte[] secret) {
        return Totp.code(secret, Totp.step(security.clock.instant()));
    }

    private App enrolled(String login) {
        return enrol(security.account(login));
    }

    private App enrol(Account account) {
        byte[] secret = security.factors.begin(account.id()).orElseThrow();
        Optional<List<String>> codes = security.factors.confirm(account.id(), code(secret), TRACE);
        return new App(account, secret, codes.orElseThrow());
    }

    /** The app on somebody's phone. */
    private final class App {
        private final Account account;
        private final byte[] secret;
        private final List<String> codes;

        App(Account account, byte[] secret, List<String> codes) {
            this.account = account;
            this.secret = secret;
            this.codes = codes;
        }

        /** Waits for a code that was not shown before. */
        String next() {
            security.clock.advance(Duration.ofSeconds(31));
            return code(secret);
        }
    }
}
