package vn.kientao.platform.api.module;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Version;
import vn.kientao.platform.api.security.Actor;

/**
 * Whose modules the platform takes (khoá và chữ ký). Every act writes an audit entry in the same transaction; the caller
 * has checked the permission.
 */
@ProviderType
public interface Publishers {

    /** Every key, revoked ones too, by publisher and then newest first. */
    List<PublisherKey> keys();

    /**
     * Trusts a key from now on.
     *
     * @param certificate X.509, as PEM or DER
     * @throws ReleaseRefusedException when it is no certificate, has expired, or is known already
     */
    PublisherKey trust(String publisher, InputStream certificate, Actor by);

    /**
     * Trusts a key no longer: nothing new signed with it is taken.
     *
     * @throws ReleaseRefusedException when no key has this fingerprint
     */
    void revoke(String fingerprint, String reason, Actor by);

    /** Module → the one publisher whose releases it takes, fixed by its first signed release. */
    Map<ModuleId, String> pins();

    /** Lets the next signed release of the module decide anew. */
    void unpin(ModuleId module, Actor by);

    /** Versions that must not come (back), newest entry first. */
    List<HeldBack> heldBack();

    /** Refuses this and every older version of the module from now on. */
    void holdBack(ModuleId module, Version version, String reason, Actor by);

    /** Takes an entry off the list. */
    void letThrough(ModuleId module, Version version, Actor by);

    /** Whether unsigned modules are taken (chế độ phát triển). */
    boolean development();

    /** A version that is held back, with all older ones. */
    record HeldBack(ModuleId module, Version version, String reason, Instant at, String by) {
        public HeldBack {
            requireNonNull(module, "module");
            requireNonNull(version, "version");
            requireNonNull(reason, "reason");
            requireNonNull(at, "at");
            requireNonNull(by, "by");
        }
    }
}
