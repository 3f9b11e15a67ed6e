package vn.kientao.platform.api.security;

import java.util.Collection;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Who works in an agency, to choose somebody for a task and to know whom to tell. */
@ProviderType
public interface Colleagues {
    /** No more than these are named. */
    int MOST = 200;

    /**
     * Account id → name as shown on screen, in order of the names: those who hold a post with one of these roles in the
     * agency today and whose account is open. Delegations do not count.
     *
     * @param roles as in {@link Roles}
     */
    Map<String, String> holding(String agency, Collection<String> roles);
}
