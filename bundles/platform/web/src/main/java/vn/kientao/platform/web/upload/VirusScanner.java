package vn.kientao.platform.web.upload;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.web.http.Refusal;

/**
 * Shows each file to a ClamAV daemon before anybody may read it, when {@code etc/vn.kientao.web.cfg} names one; as long as
 * the daemon does not answer no file is taken.
 */
@Component(service = VirusScanner.class, configurationPid = "vn.kientao.web")
public final class VirusScanner {
    private static final Logger log = LoggerFactory.getLogger(VirusScanner.class);
    private static final int CONNECT_MILLIS = 3_000;
    private static final int ANSWER_MILLIS = 60_000;
    private static final int CHUNK = 32 * 1024;
    private static final int LONGEST_ANSWER = 2_000;

    private volatile Optional<InetSocketAddress> daemon;

    /** {@code etc/vn.kientao.web.cfg}. */
    public @interface Config {
        /** Host and port of clamd; empty for none. */
        String virusScanner() default "";
    }

    @Activate
    public VirusScanner(Config config) {
        this.daemon = address(config.virusScanner());
    }

    private VirusScanner(String address) {
        this.daemon = address(address);
    }

    /** One that asks the daemon at {@code address}; nobody when that is empty. */
    public static VirusScanner at(String address) {
        return new VirusScanner(address);
    }

    @Modified
    void modified(Config config) {
        daemon = address(config.virusScanner());
    }

    private static Optional<InetSocketAddress> address(String text) {
        String address = text.strip();
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int colon = address.lastIndexOf(':');
        if (colon < 1 || !address.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("virusScanner '" + address + "' (expected: host:port)");
        }
        return Optional.of(InetSocketAddress.createUnresolved(
                address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))));
    }

    /** @throws Refusal 422 when the daemon finds something, 503 when it does not answer as expected */
    void check(Upload upload) {
        Optional<InetSocketAddress> present = daemon;
        if (present.isEmpty()) {
            return;
        }
        String answer = ask(present.get(), upload);
        if (answer.endsWith(" FOUND")) {
            log.warn("An upload was refused: {}", answer.replaceAll("[^\\x20-\\x7e]", "?"));
            throw new Refusal(422, "infected");
        }
        if (!answer.endsWith(" OK")) {
            log.error("The virus scanner {} answers '{}'; no file is taken", present.get(), answer);
            throw new Refusal(503, "scanner-away");
        }
    }

    private static String ask(InetSocketAddress daemon, Upload upload) {
        try (Socket socket = new Socket();
                InputStream file = upload.open()) {
            socket.connect(new InetSocketAddress(daemon.getHostString(), daemon.getPort()), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = new byte[CHUNK];
            for (int read = file.read(chunk); read >= 0; read = file.read(chunk)) {
                out.writeInt(read);
                out.write(chunk, 0, read);
            }
            out.writeInt(0);
            out.flush();
            byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
            return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
        } catch (IOException e) {
            log.error("The virus scanner {} cannot be asked; no file is taken", daemon, e);
            throw new Refusal(503, "scanner-away");
        }
    }
}
