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
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;

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
        try (SshClient client = client()) {
            client.setKeyIdentityProvider(new FileKeyPairProvider(key));
            try (ClientSession session = session(client, "operator")) {
                session.auth().verify(CONNECT);
                return execute(session, command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The console did not take: " + command, e);
        }
    }

    /** Tries what must not work. */
    public void signInWithPassword(String user, String password) throws IOException {
        try (SshClient client = client();
                ClientSession session = session(client, user)) {
            session.addPasswordIdentity(password);
            session.auth().verify(CONNECT);
        }
    }

    private static SshClient client() {
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.start();
        return client;
    }

    private ClientSession session(SshClient client, String user) throws IOException {
        return client.connect(user, "127.0.0.1", port).verify(CONNECT).getSession();
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
