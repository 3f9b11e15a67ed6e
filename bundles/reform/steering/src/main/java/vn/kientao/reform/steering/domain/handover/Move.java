package vn.kientao.reform.steering.domain.handover;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import vn.kientao.reform.steering.domain.task.Part;

/**
 * A part of a task that goes from one agency to another, or from one person to another within an agency.
 *
 * @param task code of the task
 * @param added whether the agency did not have that part in the task before
 * @param division of the agency it came from
 * @param person who answered for it before
 * @param account that person's account
 * @param toAccount who answers for it afterwards; empty when nobody does yet
 */
public record Move(
        String task,
        String title,
        Part part,
        String from,
        String to,
        boolean added,
        String division,
        String person,
        Optional<String> account,
        Optional<String> toAccount) {
    public Move {
        requireNonNull(task, "task");
        requireNonNull(title, "title");
        requireNonNull(part, "part");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(division, "division");
        requireNonNull(person, "person");
        requireNonNull(account, "account");
        requireNonNull(toAccount, "toAccount");
    }

    /** Whether only the person changes. */
    public boolean within() {
        return from.equals(to);
    }
}
