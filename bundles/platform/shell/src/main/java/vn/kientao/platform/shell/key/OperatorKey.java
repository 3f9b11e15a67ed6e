package vn.kientao.platform.shell.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets whoever owns the data folder use the console: keeps a private key in {@code operator.key} there, and the public
 * half under the name {@code operator} among the keys that the SSH server accepts. Both are checked at each start, so a
 * product unpacked anew over old data knows the old key.
 */
@Component(service = OperatorKey.class, immediate = true)
public final class OperatorKey {

    /** The user name to give to {@code ssh} or {@code bin/client}. */
    public static final String USER = "operator";

    private static final String ROLES = ",_g_:admingroup";
    private static final Logger log = LoggerFactory.getLogger(OperatorKey.class);

    /** Takes the folders from the properties that Karaf gives to its framework. */
    @Activate
    public OperatorKey(BundleContext context) {
        this(folder(context, "karaf.data"), folder(context, "karaf.etc"));
    }

    OperatorKey(Path data, Path etc) {
        try {
            Path file = data.resolve("operator.key");
            KeyFile key = Files.exists(file) ? KeyFile.read(file) : KeyFile.create(file);
            admit(etc.resolve("keys.properties"), USER + "=" + key.publicKey() + ROLES);
        } catch (IOException e) {
            throw new UncheckedIOException("The console's key could not be kept in " + data, e);
        }
    }

    private static void admit(Path keys, String line) throws IOException {
        List<String> lines = Files.exists(keys) ? Files.readAllLines(keys, StandardCharsets.UTF_8) : List.of();
        if (lines.contains(line)) {
            return;
        }
        List<String> changed = new ArrayList<>(lines);
        changed.removeIf(other -> other.startsWith(USER + "="));
        changed.add(line);
        Files.write(keys, changed, StandardCharsets.UTF_8);
        log.info("The console accepts the key of {}", USER);
    }

    private static Path folder(BundleContext context, String property) {
        String value = context.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("Framework property " + property + " is not set (expected: a folder)");
        }
        return Path.of(value);
    }
}
