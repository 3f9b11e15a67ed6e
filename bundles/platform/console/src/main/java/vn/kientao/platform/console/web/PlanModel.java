package vn.kientao.platform.console.web;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.module.Plan;
import vn.kientao.platform.api.module.RolloutStatus.Kind;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.console.app.Stages;

/**
 * What a change would do, and how to begin it.
 *
 * @param agencies those that the module is on for, in order of name
 * @param stages what the form holds
 * @param refusal why it could not be applied just now
 */
public record PlanModel(
        Page page,
        Plan plan,
        String title,
        String who,
        List<AgencyName> agencies,
        Stages stages,
        FormErrors errors,
        Optional<LocalText> refusal) {

    public PlanModel {
        agencies = List.copyOf(agencies);
    }

    /** An agency to tick. */
    public record AgencyName(String code, String name) {}

    public boolean applicable() {
        return plan.current() && plan.refusal().isEmpty();
    }

    public boolean rollsBack() {
        return plan.kind() == Kind.ROLLBACK;
    }

    public String from() {
        return Words.version(plan.from());
    }

    public String size() {
        return Words.bytes(plan.bytes());
    }

    public String free() {
        return Words.bytes(plan.freeBytes());
    }

    /** Whether the disk could fill up: less than ten times the jar and less than a gigabyte is left. */
    public boolean tight() {
        return plan.freeBytes() < Math.max(plan.bytes() * 10, 1L << 30);
    }

    public boolean breaks() {
        return plan.changes().stream().anyMatch(change -> !change.breaking().isEmpty());
    }
}
