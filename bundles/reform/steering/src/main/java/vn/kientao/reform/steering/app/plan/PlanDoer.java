package vn.kientao.reform.steering.app.plan;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.reform.steering.app.task.Tasks;

/**
 * Who does something to a plan, where and when.
 *
 * @param agency code of the agency in whose pages it is done
 */
public record PlanDoer(String agency, String account, LocalDateTime at, Entries entries) {
    public PlanDoer {
        requireNonNull(agency, "agency");
        requireNonNull(account, "account");
        requireNonNull(at, "at");
        requireNonNull(entries, "entries");
    }

    /** Makes entries of the audit trail. */
    @FunctionalInterface
    public interface Entries {
        AuditEntry of(String action, String objectType, String objectId, String detail);
    }

    LocalDate today() {
        return at.toLocalDate();
    }

    AuditEntry entry(String action, long plan, String detail) {
        return entries.of("steering." + action, "plan", "" + plan, detail);
    }

    /** The same who gives or changes tasks in the name of an agency. */
    Tasks.Act giving(String giver, String action) {
        return new Tasks.Act(giver, account, at, entries.of("steering." + action, "task", "", ""));
    }
}
