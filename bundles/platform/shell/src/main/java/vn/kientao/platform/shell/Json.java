package vn.kientao.platform.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ModuleStatus;
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
        rollout.reason().ifPresent(reason -> json.put("reason", text(reason)));
        return json;
    }

    private static List<Map<String, String>> steps(RolloutStatus rollout) {
        return rollout.steps().stream()
                .map(taken ->
                        Map.of("step", taken.step().name(), "at", taken.at().toString()))
                .toList();
    }

    private static Map<String, String> text(LocalText text) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("vi", text.vi());
        json.put("en", text.en());
        return json;
    }
}
