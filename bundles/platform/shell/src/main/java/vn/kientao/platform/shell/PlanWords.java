package vn.kientao.platform.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.Plan;
import vn.kientao.platform.api.text.Texts;

/** A plan as lines to read. */
final class PlanWords {
    private PlanWords() {}

    /** A line: what, and what of it. */
    record Line(String name, String value) {}

    static List<Line> lines(Plan plan, Texts texts) {
        List<Line> lines = new ArrayList<>();
        add(lines, texts, "id", String.valueOf(plan.id()));
        add(lines, texts, "kind", texts.get("shell.kind." + plan.kind()));
        add(lines, texts, "module", plan.module().value());
        add(lines, texts, "from", plan.from().map(Version::toString).orElse("–"));
        add(lines, texts, "to", plan.to().toString());
        add(lines, texts, "signature", texts.get(plan.signature()));
        add(lines, texts, "free", plan.freeBytes() / 1024 / 1024 + " MB");
        add(lines, texts, "expand", String.join(", ", plan.expand()));
        add(lines, texts, "contract", String.join(", ", plan.contract()));
        add(lines, texts, "refreshed", String.join(", ", plan.refreshed()));
        add(lines, texts, "agencies", String.join(", ", new TreeSet<>(plan.agencies())));
        add(
                lines,
                texts,
                "impacts",
                plan.impacts().stream()
                        .map(impact -> impact.count() + " " + texts.get(impact.kind()))
                        .collect(Collectors.joining(", ")));
        add(lines, texts, "added", names(plan.permissionsAdded()));
        add(lines, texts, "removed", names(plan.permissionsRemoved()));
        for (Plan.Changes changes : plan.changes()) {
            changes.breaking().forEach(change -> add(lines, texts, "breaking", changes.version() + ": " + change));
        }
        for (Plan.Changes changes : plan.changes()) {
            changes.others().forEach(change -> add(lines, texts, "change", changes.version() + ": " + change));
        }
        plan.warnings().forEach(warning -> add(lines, texts, "warning", texts.get(warning)));
        plan.refusal().ifPresent(refusal -> add(lines, texts, "refusal", texts.get(refusal)));
        return lines;
    }

    private static String names(List<?> permissions) {
        return permissions.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static void add(List<Line> lines, Texts texts, String key, String value) {
        lines.add(new Line(texts.get("shell.plan." + key), value.isEmpty() ? "–" : value));
    }
}
