package vn.kientao.platform.web.draft;

import java.util.Map;
import java.util.Optional;

/** Keeps half-filled forms. */
public interface Drafts {

    /** The fields as they were last kept, in their order; empty when there is no draft younger than seven days. */
    Optional<Map<String, String>> find(DraftKey key);

    void keep(DraftKey key, Map<String, String> fields);

    /** Does nothing when there is none. */
    void discard(DraftKey key);
}
