package vn.kientao.platform.security.passkey;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import vn.kientao.platform.security.domain.Secrets;

/** An authenticator made of software, with a browser around it; every part of what it says can be bent. */
public final class SoftAuthenticator {
    public String origin = "https://kientao.test";
    public String siteId = "kientao.test";
    public int flags = 0x05;
    public long counter = 1;
    public boolean crossOrigin;
    public String type = "";
    public byte[] userHandle = new byte[0];
    private final byte[] id = Secrets.bytes(16);
    private final KeyPair pair;

    public SoftAuthenticator() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public PasskeyAnswer made(String challenge) {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.write(0xA3);
        text(object, "fmt");
        text(object, "none");
        text(object, "attStmt");
        object.write(0xA0);
        text(object, "authData");
        byte[] credential = credential();
        bytes(object, joined(head(flags | 0x40), credential));
        return new PasskeyAnswer(
                id, client("webauthn.create", challenge), object.toByteArray(), new byte[0], new byte[0], new byte[0]);
    }

    public PasskeyAnswer signed(String challenge) {
        try {
            byte[] client = client("webauthn.get", challenge);
            byte[] data = head(flags);
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(joined(data, Secrets.sha256(client)));
            return new PasskeyAnswer(id, client, new byte[0], data, signature.sign(), userHandle);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] client(String usual, String challenge) {
        String said = type.isEmpty() ? usual : type;
        return ("{\"type\":\"" + said + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":" + crossOrigin + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] head(int said) {
        return ByteBuffer.allocate(37)
                .put(Secrets.sha256(siteId.getBytes(StandardCharsets.UTF_8)))
                .put((byte) said)
                .putInt((int) counter)
                .array();
    }

    private byte[] credential() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[16]);
        out.write(0);
        out.write(id.length);
        out.writeBytes(id);
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        // {1: 2, 3: -7, -1: 1, -2: x, -3: y}
        out.writeBytes(new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
        bytes(out, fixed(key.getW().getAffineX()));
        out.write(0x22);
        bytes(out, fixed(key.getW().getAffineY()));
        return out.toByteArray();
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(0x60 | text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        out.write(0x58);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
