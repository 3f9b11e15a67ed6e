package vn.kientao.platform.security.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import vn.kientao.platform.security.domain.Secrets;

/** A provider on this machine, which keeps to the standard until a test bends what it says. */
final class LocalProvider implements AutoCloseable {
    static final String CLIENT = "kientao";
    static final String SECRET = "the-secret-of-the-client";

    final AtomicInteger keysAsked = new AtomicInteger();
    private final HttpServer server;
    private final Clock clock;
    private final Map<String, Map<String, String>> codes = new HashMap<>();
    RSAKey key = newKey("key-1");
    String subject = "subject-1";
    /** Makes the ID token of the claims; tests put their own in its place. */
    BiFunction<LocalProvider, JWTClaimsSet.Builder, String> token =
            (provider, claims) -> provider.signed(claims.build(), provider.key, JWSAlgorithm.RS256);

    LocalProvider(Clock clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, discovery()));
        server.createContext("/keys", exchange -> {
            keysAsked.incrementAndGet();
            answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
        });
        server.createContext("/token", this::exchangeCode);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What happens at the provider's own page: somebody says who it is, and gets a code for the way back. */
    Map<String, String> visit(URI authorization) {
        Map<String, String> asked = parsed(authorization.getRawQuery());
        String code = Secrets.token();
        codes.put(code, asked);
        return Map.of("code", code, "state", asked.getOrDefault("state", ""));
    }

    JWTClaimsSet.Builder claims(Map<String, String> asked) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", asked.get("nonce"))
                .claim("at_hash", halfHash("access"));
    }

    static String halfHash(String accessToken) {
        byte[] hash = Secrets.sha256(accessToken.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(hash, 16));
    }

    String signed(JWTClaimsSet claims, RSAKey with, JWSAlgorithm algorithm) {
        try {
            return signed(claims, new RSASSASigner(with), algorithm, with.getKeyID());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(JWTClaimsSet claims, JWSSigner signer, JWSAlgorithm algorithm, String id)
            throws JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(id).build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private String discovery() {
        return "{\"issuer\":\"" + issuer() + "\",\"authorization_endpoint\":\"" + issuer()
                + "/authorize\",\"token_endpoint\":\"" + issuer() + "/token\",\"jwks_uri\":\"" + issuer()
                + "/keys\",\"end_session_endpoint\":\"" + issuer() + "/end\"}";
    }

    /** The client has to prove itself, and that it is the one that began (PKCE); a code is good for once. */
    private void exchangeCode(HttpExchange exchange) throws IOException {
        Map<String, String> form = parsed(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        List<String> authorization = exchange.getRequestHeaders().getOrDefault("Authorization", List.of());
        byte[] hash = Secrets.sha256(form.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII));
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        boolean fits = asked != null
                && authorization.contains("Basic " + basic)
                && "S256".equals(asked.get("code_challenge_method"))
                && challenge.equals(asked.get("code_challenge"))
                && asked.getOrDefault("redirect_uri", "").equals(form.get("redirect_uri"));
        if (!fits) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(
                exchange,
                200,
                "{\"access_token\":\"access\",\"token_type\":\"Bearer\",\"id_token\":\""
                        + token.apply(this, claims(asked)) + "\"}");
    }

    private static Map<String, String> parsed(String encoded) {
        Map<String, String> values = new HashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            values.put(
                    pair.substring(0, Math.max(0, equals)),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return values;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
