package vn.kientao.platform.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.documents.Documents;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.security.app.TestSecurity;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.factor.Totp;
import vn.kientao.platform.security.passkey.PasskeyAnswer;
import vn.kientao.platform.security.passkey.SoftAuthenticator;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;

class FactorPagesTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.h2("security");

    private TestSecurity security;
    private FactorPages factors;
    private ConfirmPages confirm;
    private SignInPages signIn;
    private SecondStepPages second;
    private Account lan;
    private String token;

    @BeforeEach
    void open() {
        security = new TestSecurity(database.database(), database.migrations());
        factors = new FactorPages(
                security.accounts,
                security.factors,
                security.setup,
                security.passkeys,
                security.policy,
                new LabelledDocuments());
        confirm = new ConfirmPages(security.confirmations, security.accounts, security.passkeys);
        signIn = new SignInPages(security.signIn, security.sessions, security.passkeys, security.oidc);
        second = new SecondStepPages(security.step, security.sessions, security.passkeys);
        lan = security.account("motcua.p-ax");
        token = security.signedIn("motcua.p-ax");
    }

    @AfterEach
    void close() {
        security.close();
    }

    @Test
    void showsTheSameKeyAsPictureAndForTypingAndThenTheRecoveryCodesOnce() {
        Rendered page = Rendered.of(factors.show(own("/account/second-factor"))).keepsTheRules();
        String typed = page.text("#typed-key").replace(" ", "");
        assertThat(page.one("svg").attr("aria-label")).contains("secret=" + typed + "&");

        Rendered shown = Rendered.of(
                        factors.confirmApp(own("/account/second-factor/app").withField("code", code())))
                .keepsTheRules();

        assertThat(shown.texts("#codes li")).hasSize(10);
        assertThat(Rendered.of(factors.show(own("/account/second-factor"))).texts("#codes li"))
                .isEmpty();
    }

    @Test
    void saysInBothLanguagesThatAnAdministratorNeedsOne() {
        security.policy.required = true;

        assertThat(Rendered.of(factors.show(own("/account/second-factor"))).text(".kt-lead"))
                .contains("Quản trị viên phải");
        assertThat(Rendered.of(factors.show(own("/account/second-factor").inEnglish()))
                        .keepsTheRules()
                        .text(".kt-lead"))
                .contains("Administrators need");
    }

    @Test
    void leadsFromThePasswordToTheSecondStepAndOnToThePage() {
        enrol();
        Reply.Redirect owing = (Reply.Redirect) signIn.signIn(FakeRequest.post("security", "/sign-in")
                .withField("login", "motcua.p-ax")
                .withField("password", TestSecurity.PASSWORD)
                .withField("next", "/P-AX/procedures?q=a"));
        assertThat(owing.location()).isEqualTo("/sign-in/second?next=%2FP-AX%2Fprocedures%3Fq%3Da");
        String cookie = "kt-ticket=" + owing.cookies().get(0).value();

        Rendered page = Rendered.of(second.form(
                        FakeRequest.get("security", "/sign-in/second").withHeader("Cookie", cookie)))
                .keepsTheRules();
        assertThat(page.one("#code").attr("autocomplete")).isEqualTo("one-time-code");
        Reply wrong = second.code(FakeRequest.post("security", "/sign-in/second")
                .withHeader("Cookie", cookie)
                .withField("code", "000000"));
        assertThat(((Reply.View) wrong).status()).isEqualTo(422);

        security.clock.advance(Duration.ofSeconds(31));
        Reply.Redirect in = (Reply.Redirect) second.code(FakeRequest.post("security", "/sign-in/second")
                .withHeader("Cookie", cookie)
                .withField("code", code())
                .withField("next", "/P-AX/procedures"));
        assertThat(in.location()).isEqualTo("/P-AX/procedures");
        assertThat(security.sessions.find(in.cookies().get(0).value())).isPresent();
    }

    @Test
    void signsInWithTheFieldsThatTheScriptHasFilledIn() {
        SoftAuthenticator authenticator = new SoftAuthenticator();
        String made = Rendered.of(factors.show(own("/account/second-factor")))
                .one("form[data-passkey=create]")
                .attr("data-challenge");
        factors.addPasskey(filled(own("/account/second-factor/passkeys"), "_new-passkey-", authenticator.made(made)));
        authenticator.counter = 2;
        String asked = Rendered.of(signIn.form(FakeRequest.get("security", "/sign-in")))
                .one("form[data-passkey=get]")
                .attr("data-challenge");

        Reply.Redirect in = (Reply.Redirect) second.passkey(
                filled(FakeRequest.post("security", "/sign-in/passkey"), "_passkey-", authenticator.signed(asked)));

        assertThat(in.location()).isEqualTo("/");
        assertThat(security.sessions
                        .find(in.cookies().get(0).value())
                        .orElseThrow()
                        .actor()
                        .account())
                .isEqualTo(String.valueOf(lan.id()));
    }

    @Test
    void keepsAFormWhileItAsksForTheProof() {
        security.clock.advance(Duration.ofMinutes(11));
        FakeRequest request = own("/admin/modules/tasks/purge")
                .withField("typed", "tasks")
                .withField("why", "một", "hai")
                .withField("_csrf", "old");

        Rendered page = Rendered.of(confirm.check(request).orElseThrow()).keepsTheRules();

        assertThat(page.one("form").attr("action")).isEqualTo(request.path());
        assertThat(page.document().select("input[name=why]").eachAttr("value")).containsExactly("một", "hai");
        assertThat(page.document().select("input[name=_csrf]")).hasSize(1);
        assertThat(((Reply.View) confirm.check(request.withField("_proof", "wrong"))
                                .orElseThrow())
                        .status())
                .isEqualTo(422);
        assertThat(confirm.check(request.withField("_proof", TestSecurity.PASSWORD)))
                .isEmpty();
        assertThat(confirm.check(own("/admin/modules/tasks/purge"))).isEmpty();
    }

    @Test
    void asksForTheFileAgainBecauseItCannotBeKept() {
        security.clock.advance(Duration.ofMinutes(11));

        Reply.Redirect away = (Reply.Redirect) confirm.check(own("/admin/publishers")
                        .withHeader("Content-Type", "multipart/form-data; boundary=x")
                        .withHeader("Referer", "https://kientao.test/admin/publishers"))
                .orElseThrow();

        assertThat(away.location()).isEqualTo("/account/confirm?next=%2Fadmin%2Fpublishers");
        assertThat(away.flash().orElseThrow()).contains("chọn lại tệp");
    }

    @Test
    void tellsProgramsThatAProofIsMissing() {
        security.clock.advance(Duration.ofMinutes(11));
        security.policy.freshFor = Duration.ofMinutes(10);
        FakeRequest request = own("").to("/api/v1/admin/modules");

        assertThatThrownBy(() -> confirm.check(request))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("step-up-required"));
        confirm.confirmJson(own("/api/v1/account/confirm").withJson(new ConfirmPages.Proof(TestSecurity.PASSWORD)));
        assertThat(confirm.check(request)).isEmpty();
    }

    @Test
    void asksForNothingInDevelopment() {
        security.policy.freshFor = Duration.ZERO;

        assertThat(confirm.check(FakeRequest.post("security", "/x"))).isEqualTo(Optional.empty());
    }

    private void enrol() {
        security.factors.begin(lan.id());
        security.factors.confirm(lan.id(), code(), vn.kientao.platform.security.app.Trace.system("test"));
    }

    private String code() {
        byte[] secret = phone.orElseGet(() -> security.factors.begin(lan.id()).orElseThrow());
        phone = Optional.of(secret);
        return Totp.code(secret, Totp.step(security.clock.instant()));
    }

    private Optional<byte[]> phone = Optional.empty();

    private FakeRequest own(String path) {
        return by(FakeRequest.post("security", path));
    }

    private FakeRequest by(FakeRequest request) {
        Actor actor = new Actor(String.valueOf(lan.id()), lan.name(), Set.of(), Map.of());
        return request.by(actor).withHeader("Cookie", "kt-session=" + token);
    }

    private static FakeRequest filled(FakeRequest form, String prefix, PasskeyAnswer answer) {
        return form.withField(prefix + "id", text(answer.id()))
                .withField(prefix + "client", text(answer.clientData()))
                .withField(prefix + "attestation", text(answer.attestation()))
                .withField(prefix + "data", text(answer.authenticatorData()))
                .withField(prefix + "signature", text(answer.signature()))
                .withField(prefix + "user", text(answer.userHandle()));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Draws no codes, but says what they would hold. */
    private static final class LabelledDocuments implements Documents {
        @Override
        public byte[] pdf(String xhtml) {
            throw new UnsupportedOperationException("no paper here");
        }

        @Override
        public String qrSvg(String text, int millimetres) {
            return "<svg aria-label=\"" + text.replace("&", "&amp;") + "\"></svg>";
        }

        @Override
        public String qrImage(String text) {
            throw new UnsupportedOperationException("no paper here");
        }
    }
}
