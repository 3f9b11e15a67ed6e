package vn.kientao.platform.security.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.security.domain.Secrets;

/**
 * Argon2id, kept as {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. Only a few hashes run at once, see
 * {@link HashQueue}; when too many people wait, others are told to come back.
 */
public final class PasswordHasher {
    private static final Cost NOW = new Cost(19_456, 2, 1);
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LONGEST_LINE = 100;

    /** Half of the processors hash at most, whoever asks, so that the other half goes on serving pages. */
    private static final HashQueue SHARED =
            new HashQueue(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), LONGEST_LINE, NOW.kibibytes());

    private final HashQueue line;
    private final Cost cost;
    private final String nobody;

    public PasswordHasher() {
        this(NOW, SHARED);
    }

    PasswordHasher(Cost cost, int atOnce) {
        this(cost, new HashQueue(atOnce, LONGEST_LINE, cost.kibibytes()));
    }

    private PasswordHasher(Cost cost, HashQueue line) {
        this.cost = cost;
        this.line = line;
        this.nobody = hash(Secrets.token());
    }

    /** A new hash with a new salt. */
    public String hash(String password) {
        byte[] salt = Secrets.bytes(SALT_BYTES);
        return encoded(cost, salt, argon2(password, salt, cost, HASH_BYTES));
    }

    /** Whether it is that password. An account without one (empty {@code encoded}) costs as much and never matches. */
    public boolean matches(String password, String encoded) {
        if (encoded.isEmpty()) {
            matchNobody(password);
            return false;
        }
        String[] parts = encoded.split("\\$");
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        byte[] actual = argon2(password, Base64.getDecoder().decode(parts[4]), Cost.parse(parts[3]), expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    /** Takes as long as {@link #matches}, for a login that nobody has. */
    public void matchNobody(String password) {
        matches(password, nobody);
    }

    /** Whether the hash was made with other costs than today's. */
    public boolean outdated(String encoded) {
        return !encoded.startsWith("$argon2id$v=19$" + cost.text() + "$");
    }

    private byte[] argon2(String password, byte[] salt, Cost with, int length) {
        return line.inTurn(() -> {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(with.kibibytes())
                    .withIterations(with.passes())
                    .withParallelism(with.lanes())
                    .withBlockPool(line.memory())
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[length];
            generator.generateBytes(Folding.nfc(password).getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        });
    }

    private static String encoded(Cost cost, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$" + cost.text() + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    /** Too many passwords are being checked at once. */
    public static final class TooBusyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooBusyException(String reason) {
            super(reason);
        }
    }

    /** What one hash costs. */
    record Cost(int kibibytes, int passes, int lanes) {

        static Cost parse(String text) {
            String[] parts = text.split("[=,]");
            return new Cost(Integer.parseInt(parts[1]), Integer.parseInt(parts[3]), Integer.parseInt(parts[5]));
        }

        String text() {
            return "m=" + kibibytes + ",t=" + passes + ",p=" + lanes;
        }
    }
}
