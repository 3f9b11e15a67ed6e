package vn.kientao.platform.web.refused;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.Circumstances;

/**
 * Counts refusals until they are taken. A flood costs so many lines and no more: what does not fit is counted together, and
 * strangers cannot take the lines of those who have signed in.
 */
final class RefusalNotes {
    static final int MOST_KNOWN = 200;
    static final int MOST_STRANGERS = 50;
    private static final int LONGEST_PATH = 200;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<Key, Note> known = new LinkedHashMap<>();
    private final Map<Key, Note> strangers = new LinkedHashMap<>();
    private long others;

    private record Key(String who, String route, String code, Optional<String> agency) {}

    /** The first of its kind, and how many there were. */
    private static final class Note {
        private final Refused first;
        private long times;

        Note(Refused first) {
            this.first = first;
        }
    }

    /** An entry and the circumstances under which it is to be written. */
    record Told(Circumstances circumstances, AuditEntry entry) {}

    synchronized void add(Refused refused) {
        boolean signedIn = refused.circumstances().actor().signedIn();
        Map<Key, Note> notes = signedIn ? known : strangers;
        Key key = new Key(
                refused.who(),
                refused.route(),
                refused.code(),
                refused.circumstances().agency());
        Note note = notes.get(key);
        if (note == null && notes.size() >= (signedIn ? MOST_KNOWN : MOST_STRANGERS)) {
            others++;
            return;
        }
        if (note == null) {
            note = new Note(refused);
            notes.put(key, note);
        }
        note.times++;
    }

    /** What has come together; counting begins anew. */
    synchronized List<Told> take() {
        List<Told> told = new ArrayList<>();
        known.values().forEach(note -> told.add(entry(note)));
        strangers.values().forEach(note -> told.add(entry(note)));
        if (others > 0) {
            Circumstances platform = Circumstances.present();
            String detail = written(Map.of("times", others));
            told.add(new Told(
                    platform,
                    new AuditEntry(
                            platform.actor().account(),
                            Optional.empty(),
                            "web",
                            "security.refused",
                            "route",
                            "others",
                            detail,
                            "")));
        }
        known.clear();
        strangers.clear();
        others = 0;
        return told;
    }

    private Told entry(Note note) {
        Refused first = note.first;
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("status", first.status());
        detail.put("code", first.code());
        detail.put("path", first.path().substring(0, Math.min(first.path().length(), LONGEST_PATH)));
        detail.put("times", note.times);
        Circumstances circumstances = first.circumstances();
        AuditEntry entry = new AuditEntry(
                circumstances.actor().account(),
                circumstances.agency(),
                first.owner(),
                "security.refused",
                "route",
                first.route(),
                written(detail),
                circumstances.requestId());
        return new Told(circumstances, entry);
    }

    private String written(Map<String, Object> detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of words that is no JSON", e);
        }
    }
}
