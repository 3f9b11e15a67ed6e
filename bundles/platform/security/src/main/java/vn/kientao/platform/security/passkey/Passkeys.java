package vn.kientao.platform.security.passkey;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.security.domain.Secrets;
import vn.kientao.platform.security.store.PasskeyRepository;
import vn.kientao.platform.security.store.PasskeyRepository.StoredPasskey;
import vn.kientao.platform.security.store.SecretRepository;
import vn.kientao.platform.security.store.SecurityStore;

/**
 * Registers passkeys and verifies what they sign (WebAuthn level 2, 7.1 and 7.2). User verification is required, so that a
 * passkey is both factors in one. Which make an authenticator is of is nobody's business: no attestation is asked for and
 * none is believed.
 */
@Component(service = Passkeys.class)
public final class Passkeys {
    /** What a challenge is for. */
    public enum Purpose {
        REGISTER,
        SIGN_IN,
        CONFIRM
    }

    private final SecurityStore store;
    private final Clock clock;
    private final Challenges challenges;
    private final PasskeyRepository passkeys = new PasskeyRepository();

    @Activate
    public Passkeys(@Reference SecurityStore store, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
        this.challenges = new Challenges(store.write(Passkeys::key));
    }

    private static byte[] key(Handle handle) {
        SecretRepository secrets = new SecretRepository();
        return secrets.find(handle, "passkey").orElseGet(() -> {
            byte[] made = Secrets.bytes(32);
            secrets.add(handle, "passkey", made);
            return made;
        });
    }

    /** @param page the CSRF token of the page that the challenge stands on */
    public String challenge(Purpose purpose, String page) {
        return challenges.make(purpose.name(), page, clock.instant());
    }

    public List<StoredPasskey> of(long account) {
        return store.read(handle -> passkeys.of(handle, account));
    }

    /** Where an answer arrived: the site as browsers see it, and the CSRF token of the page. */
    public record Place(Site site, String page) {}

    /**
     * Adds a passkey in the caller's transaction.
     *
     * @throws PasskeyException when the answer is not to be believed, or the passkey is known already
     */
    public void register(Handle handle, long account, String name, PasskeyAnswer answer, Place place) {
        Instant now = clock.instant();
        spend(handle, answer, "webauthn.create", Purpose.REGISTER, place, now);
        Map<?, ?> attestation = Cbor.map(answer.attestation(), 0);
        if (!(attestation.get("authData") instanceof byte[] bytes)) {
            throw new PasskeyException("attestation without authenticator data");
        }
        AuthenticatorData data = AuthenticatorData.parse(bytes);
        data.require(place.site());
        AuthenticatorData.Credential credential =
                data.credential().orElseThrow(() -> new PasskeyException("registration without a credential"));
        if (!Arrays.equals(credential.id(), answer.id())) {
            throw new PasskeyException("registration under another id");
        }
        String id = id(credential.id());
        if (passkeys.find(handle, id).isPresent()) {
            throw new PasskeyException("passkey that is registered already");
        }
        passkeys.add(
                handle,
                new StoredPasskey(
                        id,
                        account,
                        Base64.getUrlEncoder().withoutPadding().encodeToString(credential.id()),
                        name,
                        credential.key().text(),
                        data.signCount(),
                        now,
                        now));
    }

    /**
     * The account whose passkey has signed, in the caller's transaction.
     *
     * @throws PasskeyException when the answer is not to be believed
     */
    public long prove(Handle handle, Purpose purpose, PasskeyAnswer answer, Place place) {
        Instant now = clock.instant();
        spend(handle, answer, "webauthn.get", purpose, place, now);
        StoredPasskey passkey = passkeys.find(handle, id(answer.id()))
                .orElseThrow(() -> new PasskeyException("passkey that nobody has registered"));
        if (answer.userHandle().length > 0 && !Arrays.equals(answer.userHandle(), userHandle(passkey.account()))) {
            throw new PasskeyException("passkey that names another account");
        }
        AuthenticatorData data = AuthenticatorData.parse(answer.authenticatorData());
        data.require(place.site());
        byte[] hash = Secrets.sha256(answer.clientData());
        byte[] signed = Arrays.copyOf(answer.authenticatorData(), answer.authenticatorData().length + hash.length);
        System.arraycopy(hash, 0, signed, answer.authenticatorData().length, hash.length);
        if (!CredentialKey.ofText(passkey.publicKey()).verifies(signed, answer.signature())) {
            throw new PasskeyException("signature that does not fit");
        }
        if (!passkeys.used(handle, passkey.id(), data.signCount(), now)) {
            throw new PasskeyException(
                    "counter " + data.signCount() + " has not grown: a copy of the passkey is about");
        }
        return passkey.account();
    }

    public boolean remove(Handle handle, long account, String id) {
        return passkeys.remove(handle, account, id);
    }

    /** What authenticators know an account by; says nothing about the person. */
    public static byte[] userHandle(long account) {
        return Long.toString(account).getBytes(StandardCharsets.US_ASCII);
    }

    private void spend(Handle handle, PasskeyAnswer answer, String type, Purpose purpose, Place place, Instant now) {
        ClientData client = ClientData.parse(answer.clientData());
        client.require(type, place.site());
        challenges.require(client.challenge(), purpose.name(), place.page(), now);
        String id = Secrets.hash(Base64.getEncoder().encodeToString(client.challenge()));
        if (!passkeys.spend(handle, id, now, now.minus(Challenges.GOOD_FOR))) {
            throw new PasskeyException("challenge that was answered before");
        }
    }

    private static String id(byte[] credential) {
        return Secrets.hash("passkey " + Base64.getEncoder().encodeToString(credential));
    }
}
