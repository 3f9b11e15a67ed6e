package vn.kientao.reform.procedures.web.dossier;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.procedures.domain.dossier.DossierChange;

/**
 * Dossiers that changed.
 *
 * @param next the value of {@code after} for the next question; null when nothing ever changed
 * @param more whether more is waiting already
 */
public record ChangesJson(List<Change> items, @Nullable String next, boolean more) {
    public ChangesJson {
        items = List.copyOf(items);
    }

    /**
     * A dossier as it stands after its last change.
     *
     * @param key its place in the order of changes
     * @param status by the national list
     */
    public record Change(
            String key,
            String code,
            long version,
            int status,
            boolean paused,
            OffsetDateTime changedAt,
            OffsetDateTime dueAt,
            String place) {
        static Change of(DossierChange change) {
            return new Change(
                    change.key(),
                    change.code(),
                    change.version(),
                    change.status().number(),
                    change.paused(),
                    change.changedAt().atZone(Formats.ZONE).toOffsetDateTime(),
                    change.dueAt().atZone(Formats.ZONE).toOffsetDateTime(),
                    change.place());
        }
    }
}
