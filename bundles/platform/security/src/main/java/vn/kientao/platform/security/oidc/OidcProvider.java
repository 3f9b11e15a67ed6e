package vn.kientao.platform.security.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import vn.kientao.platform.api.text.LocalText;

/**
 * A provider as {@code etc/vn.kientao.oidc-<id>.cfg} describes it. The client's secret stands in a file or in an
 * environment variable, never in the configuration itself.
 */
@Component(
        service = OidcProvider.class,
        configurationPid = "vn.kientao.oidc",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class OidcProvider {
    private final String id;
    private final String issuer;
    private final String clientId;
    private final String secret;
    private final LocalText label;

    @Activate
    public OidcProvider(Config config) {
        this(
                config.id(),
                config.issuer(),
                config.clientId(),
                secret(config.clientSecretFile(), config.clientSecretEnv()),
                new LocalText(config.label_vi(), config.label_en().isEmpty() ? config.label_vi() : config.label_en()));
    }

    OidcProvider(String id, String issuer, String clientId, String secret, LocalText label) {
        this.id = required("id", id).toLowerCase(Locale.ROOT);
        this.issuer = required("issuer", issuer);
        this.clientId = required("clientId", clientId);
        this.secret = secret;
        this.label = label;
    }

    /** Stands in addresses. */
    public String id() {
        return id;
    }

    /** As it stands in tokens, to the letter. */
    public String issuer() {
        return issuer;
    }

    String clientId() {
        return clientId;
    }

    /** Empty for a public client. */
    String secret() {
        return secret;
    }

    /** What the button on the sign-in page says. */
    public LocalText label() {
        return label;
    }

    private static String required(String key, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("vn.kientao.oidc: " + key + " is not set");
        }
        return value.strip();
    }

    private static String secret(String file, String variable) {
        if (!variable.isBlank()) {
            return System.getenv().getOrDefault(variable.strip(), "");
        }
        if (file.isBlank()) {
            return "";
        }
        try {
            return Files.readString(Path.of(file.strip())).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the client's secret in " + file, e);
        }
    }

    /** One file {@code etc/vn.kientao.oidc-<id>.cfg}. */
    @interface Config {
        /** A word for addresses, such as {@code tinh}. */
        String id() default "";

        /** The provider's address as it stands in its tokens, to the letter. */
        String issuer() default "";

        String clientId() default "";

        /** A file with the client's secret, readable by the platform's user only. */
        String clientSecretFile() default "";

        /** An environment variable with the client's secret. */
        String clientSecretEnv() default "";

        /** The button in Vietnamese ({@code label.vi}). */
        String label_vi() default "Tài khoản một lần";

        /** The button in English ({@code label.en}). */
        String label_en() default "Single sign-on";
    }
}
