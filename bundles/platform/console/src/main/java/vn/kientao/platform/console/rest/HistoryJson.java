package vn.kientao.platform.console.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.module.ReleaseHistory;
import vn.kientao.platform.api.text.LocalText;

/** A version that was received, for programs. */
public record HistoryJson(
        String version,
        String sha256,
        Optional<String> publisher,
        Optional<Instant> servedAt,
        String way,
        List<String> agencies,
        Optional<LocalText> problem) {

    static HistoryJson of(ReleaseHistory release) {
        return new HistoryJson(
                release.version().toString(),
                release.sha256(),
                release.publisher(),
                release.servedAt(),
                release.way().name(),
                release.agencies().stream().sorted().toList(),
                release.problem());
    }
}
