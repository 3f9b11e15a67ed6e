package vn.kientao.platform.security.app;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.security.store.AccountRepository;
import vn.kientao.platform.security.store.SecurityStore;

/** Names of accounts, by one query for as many as a page shows. */
@Component
public final class AccountNames implements People {
    private final SecurityStore store;
    private final AccountRepository accounts = new AccountRepository();

    @Activate
    public AccountNames(@Reference SecurityStore store) {
        this.store = store;
    }

    @Override
    public Map<String, String> names(Collection<String> wanted) {
        List<Long> ids = wanted.stream()
                .filter(account -> account.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, String> names = new HashMap<>();
        store.read(handle -> accounts.names(handle, ids)).forEach((id, name) -> names.put(String.valueOf(id), name));
        return names;
    }
}
