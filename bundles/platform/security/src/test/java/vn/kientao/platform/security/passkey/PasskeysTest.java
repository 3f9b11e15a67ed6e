package vn.kientao.platform.security.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.security.app.SignIn.From;
import vn.kientao.platform.security.app.SignIn.Outcome;
import vn.kientao.platform.security.app.TestSecurity;
import vn.kientao.platform.security.app.Trace;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.passkey.Passkeys.Place;
import vn.kientao.platform.security.passkey.Passkeys.Purpose;
import vn.kientao.platform.testing.OnEachDatabase;

@OnEachDatabase("security")
class PasskeysTest {
    private static final String PAGE = "csrf-of-the-page";
    private static final Place PLACE = new Place(Site.of("https://kientao.test/"), PAGE);
    private static final Trace TRACE = Trace.system("test");

    private final TestSecurity security;
    private final SoftAuthenticator authenticator = new SoftAuthenticator();

    PasskeysTest(Database database, Migrations migrations) {
        security = new TestSecurity(database, migrations);
    }

    @AfterEach
    void close() {
        security.close();
    }

    @Test
    void signsInWithAPasskeyAloneAndNotTwiceWithOneAnswer() {
        registered();
        authenticator.counter = 2;
        PasskeyAnswer answer = authenticator.signed(challenge(Purpose.SIGN_IN));

        assertThat(tried(answer)).isInstanceOf(Outcome.SignedIn.class);
        assertThat(tried(answer)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void givesRecoveryCodesWithTheFirstPasskeyOnly() {
        Account lan = security.account("lan");

        assertThat(add(lan, authenticator)).hasSize(10);
        assertThat(add(lan, new SoftAuthenticator())).isEmpty();
        assertThat(security.setup.passkeys(lan.id())).hasSize(2);
    }

    @Test
    void takesAPasskeyOnceAndForNobodyElse() {
        registered();

        assertThatThrownBy(() -> add(security.account("binh"), authenticator)).hasMessageContaining("already");
    }

    @Test
    void refusesEveryAnswerThatIsBentAtOnePlace() {
        registered();

        refused("webauthn.get", bent -> bent.type = "webauthn.create");
        refused("expected: https://kientao.test", bent -> bent.origin = "https://kientao.test.evil.vn");
        refused("expected: https://kientao.test", bent -> bent.origin = "http://kientao.test");
        refused("frame", bent -> bent.crossOrigin = true);
        refused("another site", bent -> bent.siteId = "evil.vn");
        refused("nobody was present", bent -> bent.flags = 0x04);
        refused("not verified", bent -> bent.flags = 0x01);
        refused("another account", bent -> bent.userHandle = Passkeys.userHandle(4711));
        refused("has not grown", bent -> bent.counter = 1);
    }

    @Test
    void refusesAForeignSignatureAndAnUnknownPasskey() {
        registered();
        String challenge = challenge(Purpose.SIGN_IN);
        PasskeyAnswer own = authenticator.signed(challenge);
        PasskeyAnswer foreign = new SoftAuthenticator().signed(challenge);

        reason(foreign, "nobody has registered");
        reason(
                new PasskeyAnswer(
                        own.id(),
                        own.clientData(),
                        own.attestation(),
                        own.authenticatorData(),
                        foreign.signature(),
                        own.userHandle()),
                "signature");
    }

    @Test
    void believesAChallengeOnlyForItsPurposePageAndTime() {
        registered();

        reason(authenticator.signed(challenge(Purpose.CONFIRM)), "another page or purpose");
        reason(
                authenticator.signed(security.passkeys.challenge(Purpose.SIGN_IN, "another page")),
                "another page or purpose");
        String challenge = challenge(Purpose.SIGN_IN);
        security.clock.advance(Duration.ofMinutes(16));
        reason(authenticator.signed(challenge), "has ended");
    }

    private Account registered() {
        Account lan = security.account("lan");
        add(lan, authenticator);
        return lan;
    }

    private java.util.List<String> add(Account account, SoftAuthenticator with) {
        return security.setup.addPasskey(
                account.id(), "điện thoại", with.made(challenge(Purpose.REGISTER)), PLACE, TRACE);
    }

    private String challenge(Purpose purpose) {
        return security.passkeys.challenge(purpose, PAGE);
    }

    private Outcome tried(PasskeyAnswer answer) {
        return security.step.byPasskey(answer, PLACE, new From("10.0.0.7", "", ""), TRACE);
    }

    private void refused(String reason, Consumer<SoftAuthenticator> bend) {
        authenticator.counter = 2;
        authenticator.origin = "https://kientao.test";
        authenticator.siteId = "kientao.test";
        authenticator.flags = 0x05;
        authenticator.crossOrigin = false;
        authenticator.type = "";
        authenticator.userHandle = new byte[0];
        bend.accept(authenticator);
        reason(authenticator.signed(challenge(Purpose.SIGN_IN)), reason);
    }

    private void reason(PasskeyAnswer answer, String reason) {
        assertThatThrownBy(() ->
                        security.store.write(handle -> security.passkeys.prove(handle, Purpose.SIGN_IN, answer, PLACE)))
                .isInstanceOf(PasskeyException.class)
                .hasMessageContaining(reason);
    }
}
