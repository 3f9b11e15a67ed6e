package vn.kientao.platform.api.security;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Finds who stands behind the access token (mã truy cập) of a program. */
@ProviderType
public interface Tokens {

    /**
     * The session of a program: who owns the token, with what the token may do of what its owner may. It carries no CSRF
     * token, because no browser sends an access token by itself. Empty when the token is unknown, revoked or expired, or
     * its owner may not sign in.
     */
    Optional<Session> find(String token);
}
