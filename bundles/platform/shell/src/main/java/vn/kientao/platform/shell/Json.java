package vn.kientao.platform.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.ModuleUsage;
import vn.kientao.platform.api.module.ReleaseHistory;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.text.LocalText;

/** The shapes that {@code --json} prints; names stay as they are, because programs read them. */
final class Json {

    private Json() {}

    static Map<String, Object> module(ModuleStatus module) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", module.id().value());
        json.put("name", text(module.name()));
        json.put("state", module.state().name());
        module.live().ifPresent(manifest -> {
            json.put("version", manifest.version().toString());
            json.put("areas", new TreeSet<>(manifest.areas()));
        });
        module.liveSince().ifPresent(since -> json.put("since", since.toString()));
        json.put("retained", module.retained().stream().map(Version::toString).toList());
        json.put("off", new TreeSet<>(module.off()));
        module.problem().ifPresent(problem -> json.put("problem", text(problem)));
        return json;
    }

    static Map<String, Object> rollout(RolloutStatus rollout) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", rollout.id());
        json.put("module", rollout.module().value());
        json.put("kind", rollout.kind().name());
        rollout.from().ifPresent(from -> json.put("from", from.toString()));
        json.put("to", rollout.to().toString());
        json.put("step", rollout.step().name());
        json.put("by", rollout.by());
        json.put("startedAt", rollout.startedAt().toString());
        rollout.endedAt().ifPresent(at -> json.put("endedAt", at.toString()));
        json.put("steps", steps(rollout));
        RolloutStatus.Progress progress = rollout.progress();
        json.put("stages", progress.strategy().toString());
        json.put("stage", progress.stage());
        json.put("agencies", progress.agencies());
        json.put("paused", progress.paused());
        progress.approvedBy().ifPresent(by -> json.put("approvedBy", by));
        json.put("notes", progress.notes().stream().map(Json::note).toList());
        rollout.reason().ifPresent(reason -> json.put("reason", text(reason)));
        return json;
    }

    private static Map<String, Object> note(RolloutStatus.Note note) {
        return Map.of("at", note.at().toString(), "text", text(note.text()));
    }

    static Map<String, Object> release(ReleaseHistory release) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", release.version().toString());
        json.put("sha256", release.sha256());
        release.publisher().ifPresent(publisher -> json.put("publisher", publisher));
        release.servedAt().ifPresent(at -> json.put("servedAt", at.toString()));
        json.put("way", release.way().name());
        json.put("agencies", new TreeSet<>(release.agencies()));
        release.problem().ifPresent(problem -> json.put("problem", text(problem)));
        return json;
    }

    static Map<String, Object> usage(ModuleUsage usage) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", usage.version().toString());
        json.put("agency", usage.agency());
        json.put("requests", usage.requests());
        json.put("errors", usage.errors());
        json.put("timeMillis", usage.time().toMillis());
        json.put("p95Millis", usage.p95().toMillis());
        json.put("databaseMillis", usage.database().toMillis());
        json.put("allocatedBytes", usage.allocated());
        return json;
    }

    private static List<Map<String, String>> steps(RolloutStatus rollout) {
        return rollout.steps().stream()
                .map(taken ->
                        Map.of("step", taken.step().name(), "at", taken.at().toString()))
                .toList();
    }

    static Map<String, String> text(LocalText text) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("vi", text.vi());
        json.put("en", text.en());
        return json;
    }
}
