package vn.kientao.itests.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/**
 * Spring Authorization Server on this machine, as a province might run one: sign-in page, authorisation code, PKCE required,
 * client secret, keys of its own. What it answers at its token endpoint can be altered on the way out.
 */
final class RealProvider implements AutoCloseable {
    static final String CLIENT = "kientao";
    static final String SECRET = "the-secret-of-the-client";
    static final String USER = "lan@camau";
    static final String PASSWORD = "mat khau cua nha cung cap";

    final RSAKey key = newKey("key-1");
    final TokenTamper tamper = new TokenTamper();
    private final ConfigurableApplicationContext context;

    @EnableAutoConfiguration
    static class Beans {}

    private RealProvider(int port, URI redirect) {
        SpringApplication application = new SpringApplication(Beans.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of(
                "server.port",
                String.valueOf(port),
                "server.address",
                "127.0.0.1",
                "server.servlet.session.cookie.name",
                "PROVIDER",
                "spring.main.banner-mode",
                "off"));
        application.addInitializers((ApplicationContextInitializer<GenericApplicationContext>)
                fresh -> register(fresh, issuer(port), redirect));
        context = application.run();
    }

    static RealProvider start(int port, URI redirect) {
        return new RealProvider(port, redirect);
    }

    static String issuer(int port) {
        return "http://127.0.0.1:" + port;
    }

    private void register(GenericApplicationContext fresh, String issuer, URI redirect) {
        fresh.registerBean(
                RegisteredClientRepository.class, () -> new InMemoryRegisteredClientRepository(client(redirect)));
        fresh.registerBean(
                UserDetailsService.class,
                () -> new InMemoryUserDetailsManager(User.withUsername(USER)
                        .password("{noop}" + PASSWORD)
                        .roles("USER")
                        .build()));
        fresh.registerBean("jwkSource", JWKSource.class, () -> new ImmutableJWKSet<SecurityContext>(new JWKSet(key)));
        fresh.registerBean(
                AuthorizationServerSettings.class,
                () -> AuthorizationServerSettings.builder().issuer(issuer).build());
        fresh.registerBean(TokenTamper.class, () -> tamper);
    }

    private static RegisteredClient client(URI redirect) {
        return RegisteredClient.withId(UUID.randomUUID().toString())
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(redirect.toString())
                .scope("openid")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .build();
    }

    static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
