package vn.kientao.reform.steering.domain.issue;

import java.util.Arrays;
import java.util.Optional;

/** How far a matter for the chairman has come. */
public enum IssueState {
    /** Đã trình: waits for the decision. */
    RAISED,
    /** Đã quyết định: what was decided is carried out. */
    DECIDED,
    /** Đã thực hiện. */
    CLOSED;

    public static Optional<IssueState> of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.name().equals(word))
                .findFirst();
    }

    public String textKey() {
        return "issue.state." + name();
    }
}
