package vn.kientao.platform.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.security.app.SignIn.From;
import vn.kientao.platform.security.app.SignIn.Outcome;
import vn.kientao.platform.security.app.TestSecurity;
import vn.kientao.platform.security.app.Trace;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.Secrets;
import vn.kientao.platform.security.factor.Totp;
import vn.kientao.platform.security.oidc.OidcSignIn.Answer;
import vn.kientao.platform.security.oidc.OidcSignIn.Arrival;
import vn.kientao.platform.testing.OnEachDatabase;

@OnEachDatabase("security")
class OidcSignInTest {
    private static final Trace TRACE = Trace.system("test");
    private static final String BACK = "https://kientao.test/sign-in/oidc/tinh/back";

    private final TestSecurity security;
    private final LocalProvider house;
    private final OidcSignIn oidc;
    private final OidcProvider provider;
    private final Account lan;
    private final PrintStream realError = System.err;

    OidcSignInTest(Database database, Migrations migrations) throws IOException {
        security = new TestSecurity(database, migrations);
        house = new LocalProvider(security.clock);
        oidc = security.oidc;
        provider = new OidcProvider(
                "tinh", house.issuer(), LocalProvider.CLIENT, LocalProvider.SECRET, new LocalText("Tỉnh", "Province"));
        oidc.bindProvider(provider);
        lan = security.account("lan");
    }

    @AfterEach
    void close() {
        System.setErr(realError);
        house.close();
        security.close();
    }

    @Test
    void signsInWhoeverIsLinkedAndNobodyElse() {
        assertThat(visited()).isInstanceOf(Arrival.NotLinked.class);

        oidc.link(lan.id(), house.issuer(), "subject-1", TRACE);

        Outcome.SignedIn in = (Outcome.SignedIn) ((Arrival.SignedIn) visited()).outcome();
        assertThat(security.sessions.find(in.token()).orElseThrow().actor().account())
                .isEqualTo(String.valueOf(lan.id()));
        assertThat(oidc.openedBy(in.token())).contains(provider);
        assertThat(oidc.endSession(provider, "https://kientao.test/sign-in")
                        .orElseThrow()
                        .toString())
                .startsWith(house.issuer() + "/end?")
                .contains("client_id=kientao");
    }

    @Test
    void linksTheAccountThatBeganTheLinkAndOnlyThat() {
        OidcSignIn.Departure departure = oidc.begin(provider, "/account/links", lan.id(), BACK);
        Map<String, String> back = house.visit(departure.address());

        assertThat(finished(departure, back, lan.id() + 1)).isInstanceOf(Arrival.Refused.class);
        departure = oidc.begin(provider, "/account/links", lan.id(), BACK);
        assertThat(finished(departure, house.visit(departure.address()), lan.id()))
                .isEqualTo(new Arrival.Linked("/account/links"));
        assertThat(oidc.links(lan.id())).hasSize(1);
        assertThat(oidc.link(security.account("binh").id(), house.issuer(), "subject-1", TRACE))
                .isFalse();
    }

    @Test
    void stillAsksForTheAccountsOwnSecondFactor() {
        oidc.link(lan.id(), house.issuer(), "subject-1", TRACE);
        byte[] secret = security.factors.begin(lan.id()).orElseThrow();
        security.factors.confirm(lan.id(), Totp.code(secret, Totp.step(security.clock.instant())), TRACE);

        assertThat(((Arrival.SignedIn) visited()).outcome()).isInstanceOf(Outcome.NeedsFactor.class);
    }

    @Test
    void refusesASignInOfAnotherBrowserAnotherStateAndTheSameCodeTwice() {
        oidc.link(lan.id(), house.issuer(), "subject-1", TRACE);
        OidcSignIn.Departure mine = oidc.begin(provider, "/", 0, BACK);
        OidcSignIn.Departure theirs = oidc.begin(provider, "/", 0, BACK);
        Map<String, String> back = house.visit(mine.address());

        assertThat(finished(theirs, back, 0)).isInstanceOf(Arrival.Refused.class);
        assertThat(oidc.finish(
                        provider,
                        new Answer("made up", back.get("state"), back.get("code"), BACK, 0),
                        new From("10.0.0.7", "", ""),
                        TRACE))
                .isInstanceOf(Arrival.Refused.class);
        assertThat(finished(mine, back, 0)).isInstanceOf(Arrival.SignedIn.class);
        assertThat(finished(mine, back, 0)).isInstanceOf(Arrival.Refused.class);
        OidcSignIn.Departure late = oidc.begin(provider, "/", 0, BACK);
        back = house.visit(late.address());
        security.clock.advance(Duration.ofMinutes(11));
        assertThat(finished(late, back, 0)).isInstanceOf(Arrival.Refused.class);
    }

    @Test
    void takesAKeyThatTheProviderHasChangedAndDoesNotAskForEachMadeUpOne() {
        oidc.link(lan.id(), house.issuer(), "subject-1", TRACE);
        assertThat(visited()).isInstanceOf(Arrival.SignedIn.class);
        assertThat(visited()).isInstanceOf(Arrival.SignedIn.class);
        assertThat(house.keysAsked).hasValue(1);

        security.clock.advance(Duration.ofSeconds(31));
        house.key = LocalProvider.newKey("key-2");
        assertThat(visited()).isInstanceOf(Arrival.SignedIn.class);
        assertThat(house.keysAsked).hasValue(2);
        RSAKey madeUp = LocalProvider.newKey("made-up");
        house.token = (said, claims) -> said.signed(claims.build(), madeUp, JWSAlgorithm.RS256);
        for (int i = 0; i < 5; i++) {
            assertThat(visited()).isInstanceOf(Arrival.Refused.class);
        }
        assertThat(house.keysAsked).hasValue(2);
    }

    /** Each token is refused with a reason of its own in the log; the reader gets the one sentence of a refusal. */
    @Test
    void refusesFifteenAlteredTokensEachForAReasonOfItsOwn() {
        oidc.link(lan.id(), house.issuer(), "subject-1", TRACE);
        assertThat(visited()).isInstanceOf(Arrival.SignedIn.class);
        BiFunction<LocalProvider, JWTClaimsSet.Builder, String> honest = house.token;
        Set<String> reasons = new HashSet<>();

        alterations().forEach((expected, alter) -> {
            house.token = alter;
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
            assertThat(visited()).as(expected).isEqualTo(new Arrival.Refused());
            System.setErr(realError);
            String reason = log.toString(StandardCharsets.UTF_8)
                    .replaceAll("(?s).*is refused: ", "")
                    .strip();
            assertThat(reason).contains(expected);
            reasons.add(reason.replaceAll("\\d", ""));
            security.clock.advance(Duration.ofSeconds(31));
        });

        assertThat(reasons).hasSize(alterations().size()).hasSizeGreaterThanOrEqualTo(15);
        house.token = honest;
        assertThat(visited()).isInstanceOf(Arrival.SignedIn.class);
    }

    private Map<String, BiFunction<LocalProvider, JWTClaimsSet.Builder, String>> alterations() {
        Map<String, BiFunction<LocalProvider, JWTClaimsSet.Builder, String>> all = new LinkedHashMap<>();
        all.put("issuer 'https://evil.vn'", claims(c -> c.issuer("https://evil.vn")));
        all.put("made for [another]", claims(c -> c.audience("another")));
        all.put("several audiences", claims(c -> c.audience(List.of("kientao", "another"))));
        all.put("authorised party 'another'", claims(c -> c.claim("azp", "another")));
        all.put(
                "expired at",
                claims(c -> c.expirationTime(Date.from(security.clock.instant().minusSeconds(61)))));
        all.put("no exp", claims(c -> c.expirationTime(null)));
        all.put("no iat", claims(c -> c.issueTime(null)));
        all.put(
                "issued in the future",
                claims(c -> c.issueTime(Date.from(security.clock.instant().plusSeconds(90)))));
        all.put(
                "issued too long ago",
                claims(c -> c.issueTime(Date.from(security.clock.instant().minusSeconds(700)))));
        all.put(
                "not valid yet",
                claims(c -> c.notBeforeTime(Date.from(security.clock.instant().plusSeconds(90)))));
        all.put("nonce of another sign-in", claims(c -> c.claim("nonce", "another")));
        all.put("at_hash", claims(c -> c.claim("at_hash", LocalProvider.halfHash("another"))));
        all.put("no subject", claims(c -> c.subject("")));
        all.put("not a signed token", (said, c) -> unsigned(c.build()));
        all.put("algorithm HS256", (said, c) -> symmetric(c.build(), said.key));
        all.put("algorithm RS512", (said, c) -> said.signed(c.build(), said.key, JWSAlgorithm.RS512));
        all.put(
                "key that the provider has not",
                (said, c) -> said.signed(c.build(), LocalProvider.newKey("x"), JWSAlgorithm.RS256));
        all.put(
                "signature that does not fit",
                (said, c) -> said.signed(c.build(), LocalProvider.newKey(said.key.getKeyID()), JWSAlgorithm.RS256));
        return all;
    }

    private static BiFunction<LocalProvider, JWTClaimsSet.Builder, String> claims(
            UnaryOperator<JWTClaimsSet.Builder> alter) {
        return (said, claims) -> said.signed(alter.apply(claims).build(), said.key, JWSAlgorithm.RS256);
    }

    private static String unsigned(JWTClaimsSet claims) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII)) + "."
                + base64.encodeToString(claims.toString().getBytes(StandardCharsets.UTF_8)) + ".";
    }

    /** The old trick: the provider's public key taken for a shared secret. */
    private static String symmetric(JWTClaimsSet claims, RSAKey key) {
        try {
            byte[] known = Secrets.sha256(key.toPublicKey().getEncoded());
            return LocalProvider.signed(claims, new MACSigner(known), JWSAlgorithm.HS256, key.getKeyID());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Arrival visited() {
        OidcSignIn.Departure departure = oidc.begin(provider, "/P-AX", 0, BACK);
        return finished(departure, house.visit(departure.address()), 0);
    }

    private Arrival finished(OidcSignIn.Departure departure, Map<String, String> back, long account) {
        Answer answer = new Answer(departure.cookie(), back.get("state"), back.get("code"), BACK, account);
        return oidc.finish(provider, answer, new From("10.0.0.7", "", ""), TRACE);
    }
}
