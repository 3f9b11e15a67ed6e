package vn.kientao.platform.jobs.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code etc/vn.kientao.mail.cfg} says, read into a server; none while e-mail is off or not set up. */
final class MailSettings {
    private static final Logger log = LoggerFactory.getLogger(MailSettings.class);
    private static final String PASSWORD = "KIENTAO_MAIL_PASSWORD";

    private MailSettings() {}

    static Optional<MailServer> server(NoticesComponent.Config config) {
        if (!config.enabled()) {
            return Optional.empty();
        }
        if (config.host().isBlank()
                || !config.from().contains("@")
                || !config.address().startsWith("http")) {
            log.error(
                    "E-mail stays off: etc/vn.kientao.mail.cfg needs host, from (an address) and address (of this site)");
            return Optional.empty();
        }
        try {
            MailServer.Address address = new MailServer.Address(
                    config.host().strip(),
                    config.port(),
                    MailServer.Protection.valueOf(config.protection().strip().toUpperCase(Locale.ROOT)),
                    config.user().strip(),
                    password(config.passwordFile().strip()),
                    config.from().strip());
            log.info("E-mail goes through {}", address);
            return Optional.of(new MailServer(address));
        } catch (IllegalArgumentException e) {
            log.error("E-mail stays off: protection '{}' (expected: none, starttls or tls)", config.protection());
        } catch (IOException e) {
            log.error("E-mail stays off: cannot read the password file {}", config.passwordFile());
        }
        return Optional.empty();
    }

    /** From the file, else from the environment; never from the settings themselves, which are in backups. */
    private static String password(String file) throws IOException {
        if (!file.isEmpty()) {
            return Files.readString(Path.of(file)).strip();
        }
        String given = System.getenv(PASSWORD);
        return given == null ? "" : given;
    }
}
