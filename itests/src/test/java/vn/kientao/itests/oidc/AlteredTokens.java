package vn.kientao.itests.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What somebody might make of a token that the provider has really issued; most of it signed with the provider's own key. */
final class AlteredTokens {
    private final RSAKey key;

    AlteredTokens(RSAKey key) {
        this.key = key;
    }

    /** The reason that the log has to give, and what is done to the token. */
    Map<String, UnaryOperator<String>> all() {
        Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
        all.put("issuer 'https://evil.vn'", claims(c -> c.issuer("https://evil.vn")));
        all.put("made for [another]", claims(c -> c.audience("another")));
        all.put(
                "several audiences",
                claims(c -> c.audience(List.of(RealProvider.CLIENT, "another")).claim("azp", null)));
        all.put("authorised party 'another'", claims(c -> c.claim("azp", "another")));
        all.put("expired at", claims(c -> c.expirationTime(in(-61))));
        all.put("no exp", claims(c -> c.expirationTime(null)));
        all.put("no iat", claims(c -> c.issueTime(null)));
        all.put("issued in the future", claims(c -> c.issueTime(in(90))));
        all.put("issued too long ago", claims(c -> c.issueTime(in(-700))));
        all.put("not valid yet", claims(c -> c.notBeforeTime(in(90))));
        all.put("nonce of another sign-in", claims(c -> c.claim("nonce", "another")));
        all.put("at_hash", claims(c -> c.claim("at_hash", "another")));
        all.put("no subject", claims(c -> c.subject("")));
        all.put("not a signed token", this::unsigned);
        all.put("algorithm HS256", this::symmetric);
        all.put("algorithm RS512", token -> signed(claimsOf(token), key, JWSAlgorithm.RS512));
        all.put(
                "key that the provider has not",
                token -> signed(claimsOf(token), RealProvider.newKey("x"), JWSAlgorithm.RS256));
        all.put(
                "signature that does not fit",
                token -> signed(claimsOf(token), RealProvider.newKey(key.getKeyID()), JWSAlgorithm.RS256));
        return all;
    }

    /** The claims of the real token, signed again with the same key: as good as the original. */
    String again(String token) {
        return signed(claimsOf(token), key, JWSAlgorithm.RS256);
    }

    private UnaryOperator<String> claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return token ->
                signed(change.apply(new JWTClaimsSet.Builder(claimsOf(token))).build(), key, JWSAlgorithm.RS256);
    }

    private static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static JWTClaimsSet claimsOf(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalStateException("the provider's token cannot be read", e);
        }
    }

    private static String signed(JWTClaimsSet claims, RSAKey with, JWSAlgorithm algorithm) {
        try {
            return signed(claims, new RSASSASigner(with), algorithm, with.getKeyID());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWTClaimsSet claims, JWSSigner signer, JWSAlgorithm algorithm, String id)
            throws JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(id).build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private String unsigned(String token) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII)) + "."
                + base64.encodeToString(claimsOf(token).toString().getBytes(StandardCharsets.UTF_8)) + ".";
    }

    /** The old trick: the provider's public key taken for a shared secret. */
    private String symmetric(String token) {
        try {
            return signed(
                    claimsOf(token), new MACSigner(key.toPublicKey().getEncoded()), JWSAlgorithm.HS256, key.getKeyID());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
