package vn.kientao.platform.shell.key;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Set;

/**
 * An RSA key of 3,072 bits in a PEM file (PKCS #8), the one form that OpenSSH, Karaf's client and the JDK all read; RSA,
 * because its private key holds all that the public key needs.
 *
 * @param publicKey the public half in the wire form of RFC 4253 §6.6, in base 64
 */
record KeyFile(String publicKey) {

    private static final String TYPE = "ssh-rsa";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int BITS = 3072;

    /** Makes a new key and writes its private half to {@code file}, readable by the owner alone. */
    static KeyFile create(Path file) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(pair.getPrivate().getEncoded());
            Files.createFile(file, ownerOnly());
            Files.writeString(file, BEGIN + "\n" + body + "\n" + END + "\n", StandardOpenOption.WRITE);
            return new KeyFile(wire((RSAPublicKey) pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IOException("This Java cannot make an RSA key", e);
        }
    }

    /** Reads what {@link #create} has written, or what an administrator has put in its place. */
    static KeyFile read(Path file) throws IOException {
        String body = Files.readString(file).replace(BEGIN, "").replace(END, "");
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            var secret = (RSAPrivateCrtKey) rsa.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
            var spec = new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent());
            return new KeyFile(wire((RSAPublicKey) rsa.generatePublic(spec)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + " holds no RSA key (expected: PEM, PKCS #8); delete it to get a new one", e);
        }
    }

    private static String wire(RSAPublicKey key) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        field(out, TYPE.getBytes(StandardCharsets.US_ASCII));
        field(out, key.getPublicExponent().toByteArray());
        field(out, key.getModulus().toByteArray());
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static void field(DataOutputStream out, byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }

    private static FileAttribute<?>[] ownerOnly() {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
