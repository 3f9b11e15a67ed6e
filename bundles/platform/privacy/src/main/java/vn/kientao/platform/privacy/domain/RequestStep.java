package vn.kientao.platform.privacy.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an officer does with a request. */
public enum RequestStep {
    RECEIVE,
    IDENTIFY,
    EXTEND,
    DECIDE,
    CARRY_OUT,
    ANSWER;

    /** Its word in addresses, text keys and the audit trail. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RequestStep> of(String word) {
        return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
    }

    /** Whether the request can be taken this step now. */
    public boolean allowedFor(SubjectRequest request) {
        RequestState state = request.state();
        return switch (this) {
            case RECEIVE -> false;
            case IDENTIFY -> state == RequestState.RECEIVED;
            case EXTEND ->
                state.open() && !request.extended() && request.rule().more().amount() > 0;
            case DECIDE -> state == RequestState.IDENTIFIED || state == RequestState.RECEIVED;
            case CARRY_OUT -> state == RequestState.DECIDED && request.decision() != Decision.REFUSED;
            case ANSWER ->
                state == RequestState.CARRIED_OUT
                        || (state == RequestState.DECIDED && request.decision() == Decision.REFUSED);
        };
    }

    /** Whether this decision can be made: without a proof of identity only a refusal. */
    public static boolean decidable(SubjectRequest request, Decision decision) {
        return DECIDE.allowedFor(request)
                && (request.state() == RequestState.IDENTIFIED || decision == Decision.REFUSED);
    }

    /** Where it stands afterwards. */
    public RequestState after(RequestState before) {
        return switch (this) {
            case RECEIVE -> RequestState.RECEIVED;
            case IDENTIFY -> RequestState.IDENTIFIED;
            case EXTEND -> before;
            case DECIDE -> RequestState.DECIDED;
            case CARRY_OUT -> RequestState.CARRIED_OUT;
            case ANSWER -> RequestState.ANSWERED;
        };
    }
}
