package vn.kientao.platform.security.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.security.domain.Secrets;

/** Checks ID tokens (OpenID Connect Core 1.0, 3.1.3.7). Whatever is wrong is refused with a reason of its own. */
final class IdTokens {
    private static final Set<JWSAlgorithm> ALLOWED = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.PS256);
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final int FEWEST_RSA_BITS = 2048;
    private static final int LONGEST_SUBJECT = 255;

    private IdTokens() {}

    /**
     * What a token has to fit.
     *
     * @param accessToken that came with it; empty when none did
     */
    record Expected(String issuer, String clientId, String nonce, String accessToken, Instant now) {}

    /** The subject of the token. */
    static String subject(String token, Expected expected, ProviderKeys keys) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            signature(jwt, keys);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            parties(claims, expected);
            times(claims, expected.now());
            require(expected.nonce().equals(text(claims, "nonce")), "nonce of another sign-in");
            accessToken(claims, expected.accessToken());
            String subject = text(claims, "sub");
            require(!subject.isEmpty() && subject.length() <= LONGEST_SUBJECT, "no subject");
            return subject;
        } catch (ParseException e) {
            throw new OidcException("not a signed token", e);
        }
    }

    private static void signature(SignedJWT jwt, ProviderKeys keys) {
        JWSAlgorithm algorithm = jwt.getHeader().getAlgorithm();
        require(ALLOWED.contains(algorithm), "algorithm " + algorithm + " (expected: RS256, ES256 or PS256)");
        require(
                jwt.getHeader().getCriticalParams() == null
                        || jwt.getHeader().getCriticalParams().isEmpty(),
                "critical header that is not understood");
        String id = jwt.getHeader().getKeyID();
        require(id != null && !id.isEmpty(), "no key named");
        JWK key = keys.find(String.valueOf(id)).orElseThrow(() -> new OidcException("key that the provider has not"));
        require(key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE), "key that is not for signatures");
        try {
            require(jwt.verify(verifier(algorithm, key)), "signature that does not fit");
        } catch (JOSEException e) {
            throw new OidcException("signature that cannot be checked", e);
        }
    }

    private static JWSVerifier verifier(JWSAlgorithm algorithm, JWK key) throws JOSEException {
        if (algorithm.equals(JWSAlgorithm.ES256) && key instanceof ECKey elliptic) {
            return new ECDSAVerifier(elliptic.toECPublicKey());
        }
        if (!algorithm.equals(JWSAlgorithm.ES256) && key instanceof RSAKey rsa && rsa.size() >= FEWEST_RSA_BITS) {
            return new RSASSAVerifier(rsa.toRSAPublicKey());
        }
        throw new OidcException("key that does not fit the algorithm " + algorithm);
    }

    private static void parties(JWTClaimsSet claims, Expected expected) throws ParseException {
        require(expected.issuer().equals(claims.getIssuer()), "issuer '" + claims.getIssuer() + "'");
        List<String> audience = claims.getAudience();
        require(audience.contains(expected.clientId()), "made for " + audience);
        String authorized = text(claims, "azp");
        require(audience.size() == 1 || !authorized.isEmpty(), "several audiences and no authorised party");
        require(
                authorized.isEmpty() || authorized.equals(expected.clientId()),
                "authorised party '" + authorized + "'");
    }

    private static void times(JWTClaimsSet claims, Instant now) {
        Instant expires = instant(claims.getExpirationTime(), "exp");
        Instant issued = instant(claims.getIssueTime(), "iat");
        require(now.isBefore(expires.plus(SKEW)), "expired at " + expires);
        require(!issued.isAfter(now.plus(SKEW)), "issued in the future, at " + issued);
        require(!issued.isBefore(now.minus(OLDEST)), "issued too long ago, at " + issued);
        Date notBefore = claims.getNotBeforeTime();
        require(notBefore == null || !notBefore.toInstant().isAfter(now.plus(SKEW)), "not valid yet");
    }

    private static void accessToken(JWTClaimsSet claims, String accessToken) throws ParseException {
        String hash = text(claims, "at_hash");
        if (hash.isEmpty()) {
            return;
        }
        byte[] digest = Secrets.sha256(accessToken.getBytes(StandardCharsets.US_ASCII));
        String left = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
        require(
                MessageDigest.isEqual(left.getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.UTF_8)),
                "at_hash of another access token");
    }

    private static Instant instant(@Nullable Date date, String claim) {
        if (date == null) {
            throw new OidcException("no " + claim);
        }
        return date.toInstant();
    }

    private static String text(JWTClaimsSet claims, String name) throws ParseException {
        String value = claims.getStringClaim(name);
        return value == null ? "" : value;
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw new OidcException(reason);
        }
    }
}
