package vn.kientao.platform.web.door;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.web.draft.DraftKey;
import vn.kientao.platform.web.draft.Drafts;

/** Drafts that a restart forgets. */
final class InMemoryDrafts implements Drafts {
    private final Map<DraftKey, Map<String, String>> drafts = new HashMap<>();

    @Override
    public Optional<Map<String, String>> find(DraftKey key) {
        return Optional.ofNullable(drafts.get(key));
    }

    @Override
    public void keep(DraftKey key, Map<String, String> fields) {
        drafts.put(key, fields);
    }

    @Override
    public void discard(DraftKey key) {
        drafts.remove(key);
    }
}
