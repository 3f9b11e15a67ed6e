package vn.kientao.platform.security.app;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.security.store.PostRepository;
import vn.kientao.platform.security.store.SecurityStore;

/** Colleagues by the posts that they hold today. */
@Component
public final class AccountColleagues implements Colleagues {
    private final SecurityStore store;
    private final PostRepository posts = new PostRepository();

    @Activate
    public AccountColleagues(@Reference SecurityStore store) {
        this.store = store;
    }

    @Override
    public Map<String, String> holding(String agency, Collection<String> roles) {
        return roles.isEmpty()
                ? Map.of()
                : store.read(handle -> posts.holders(handle, agency, roles, LocalDate.now(Formats.ZONE), MOST));
    }
}
