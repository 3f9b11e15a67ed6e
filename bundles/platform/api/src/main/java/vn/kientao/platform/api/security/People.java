package vn.kientao.platform.api.security;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The names of the people behind accounts, for pages that tell who did something. */
@ProviderType
public interface People {

    /**
     * Account id → name as shown on screen, for all of {@code accounts} at once. What is no account of a person, such as
     * {@code system:job}, is left out.
     */
    Map<String, String> names(Collection<String> accounts);

    /** The name of one; ask for those of a list by {@link #names}. */
    default Optional<String> name(String account) {
        return Optional.ofNullable(names(Set.of(account)).get(account));
    }
}
