package vn.kientao.platform.console.web;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.Page;

/**
 * One rollout as it stands.
 *
 * @param acts what a person may do now, the most likely first
 * @param stages how it reaches the agencies; one entry when all at once
 * @param served the agencies that have the new release ahead of the others
 * @param figures what both releases have done on this node
 * @param refusal why an act was refused just now
 */
public record RolloutModel(
        Page page,
        RolloutStatus rollout,
        String name,
        RolloutRow row,
        List<Act> acts,
        List<StageView> stages,
        List<PlanModel.AgencyName> served,
        List<Figure> figures,
        Optional<String> approvedBy,
        boolean waitsForAnother,
        Optional<LocalText> refusal) {

    public RolloutModel {
        acts = List.copyOf(acts);
        stages = List.copyOf(stages);
        served = List.copyOf(served);
        figures = List.copyOf(figures);
    }

    /**
     * Something that may be done.
     *
     * @param verb the last word of its address
     * @param asks whether it leads to a page that asks first
     */
    public record Act(String verb, boolean primary, boolean asks) {
        public String css() {
            return primary ? "btn btn-primary" : "btn btn-outline-primary";
        }
    }

    /**
     * A stage.
     *
     * @param kind as in {@code kt-event-…}: done, progress, need, late, ahead
     */
    public record StageView(String who, String kind, String meta) {}

    /** What one release has done. */
    public record Figure(String version, boolean ahead, String requests, String errors, String share, String p95) {}

    public String address() {
        return "/admin/rollouts/" + rollout.id();
    }
}
