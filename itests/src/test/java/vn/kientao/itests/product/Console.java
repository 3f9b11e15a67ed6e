package vn.kientao.itests.product;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;

/** The administrators' console of a running product, over SSH with the key of its data folder. */
public final class Console {

    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration COMMAND = Duration.ofMinutes(3);

    private final int port;
    private final Path key;

    Console(int port, Path key) {
        this.port = port;
        this.key = key;
    }

    /** Runs one command and returns what it printed, without colours. */
    public String run(String command) {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
            client.setKeyIdentityProvider(new FileKeyPairProvider(key));
            client.start();
            try (ClientSession session = client.connect("operator", "127.0.0.1", port)
                    .verify(CONNECT)
                    .getSession()) {
                session.auth().verify(CONNECT);
                return execute(session, command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The console did not take: " + command, e);
        }
    }

    private static String execute(ClientSession session, String command) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var channel = session.createExecChannel(command)) {
            channel.setOut(out);
            channel.setErr(out);
            channel.open().verify(CONNECT);
            Set<ClientChannelEvent> seen = channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), COMMAND);
            String printed = out.toString(StandardCharsets.UTF_8).replaceAll("\u001b\\[[0-9;]*m", "");
            if (seen.contains(ClientChannelEvent.TIMEOUT)) {
                throw new IOException(command + " did not end within " + COMMAND.toSeconds() + " s: " + printed);
            }
            return printed;
        }
    }
}
