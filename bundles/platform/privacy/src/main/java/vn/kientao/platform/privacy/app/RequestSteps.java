package vn.kientao.platform.privacy.app;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.platform.privacy.domain.Decision;
import vn.kientao.platform.privacy.domain.RequestStep;
import vn.kientao.platform.privacy.domain.SubjectRequest;
import vn.kientao.platform.privacy.domain.SubjectRequest.Event;
import vn.kientao.platform.privacy.store.PrivacyStore;
import vn.kientao.platform.privacy.store.RequestWriter;

/** Takes requests from step to step; each is a transaction with its event and its audit entry. */
@Component(service = RequestSteps.class)
public final class RequestSteps {
    private final PrivacyStore store;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final RequestWriter writer = new RequestWriter();

    @Activate
    public RequestSteps(@Reference PrivacyStore store, @Reference Deadlines deadlines, @Reference AuditTrail audit) {
        this.store = store;
        this.deadlines = deadlines;
        this.audit = audit;
    }

    /** The person has proved to be the one: how. */
    public void identify(SubjectRequest request, String how, Officer officer) {
        take(request, RequestStep.IDENTIFY, how, officer, draft -> draft.identityHow(how));
    }

    /** More time, once. */
    public void extend(SubjectRequest request, String reason, Officer officer) {
        LocalDateTime due = request.rule().more().end(request.dueAt(), deadlines);
        take(request, RequestStep.EXTEND, reason, officer, draft -> draft.due(due));
    }

    /** @throws StepRefusedException when it grants something to somebody whose identity is not proved */
    public void decide(SubjectRequest request, Decision decision, String reason, Officer officer) {
        if (!RequestStep.decidable(request, decision)) {
            throw new StepRefusedException("request " + request.code() + " cannot be decided " + decision + " now");
        }
        take(request, RequestStep.DECIDE, reason, officer, draft -> draft.decision(decision, reason));
    }

    /** The person has been told. */
    public void answer(SubjectRequest request, String answer, Officer officer) {
        take(request, RequestStep.ANSWER, "", officer, draft -> draft.answer(answer, officer.at()));
    }

    /** It has been carried out, in the transaction that did it. */
    void carriedOut(
            Handle transaction,
            SubjectRequest request,
            List<SubjectRequest.Treated> treated,
            String note,
            Officer officer) {
        write(transaction, request, RequestStep.CARRY_OUT, note, officer, draft -> draft);
        writer.treated(transaction, request.id(), treated);
    }

    private void take(
            SubjectRequest request, RequestStep step, String note, Officer officer, UnaryOperator<Draft> change) {
        store.write(transaction -> {
            write(transaction, request, step, note, officer, change);
            return step;
        });
    }

    private void write(
            Handle transaction,
            SubjectRequest request,
            RequestStep step,
            String note,
            Officer officer,
            UnaryOperator<Draft> change) {
        if (!step.allowedFor(request)) {
            throw new StepRefusedException("request " + request.code() + " cannot be taken to " + step + " now");
        }
        SubjectRequest next = change.apply(Draft.of(request)).after(step, note, officer);
        writer.change(transaction, request, next);
        audit.record(
                transaction,
                officer.audit()
                        .entry(
                                "privacy." + step.word(),
                                "data-request",
                                request.code(),
                                "{\"decision\":\"" + next.decision().word() + "\",\"due\":\"" + next.dueAt() + "\"}"));
    }

    /** The fields of a request that a step may change. */
    private record Draft(
            SubjectRequest request,
            LocalDateTime due,
            boolean extended,
            String identityHow,
            Decision decision,
            String reason,
            String answer,
            Optional<LocalDateTime> answeredAt) {

        static Draft of(SubjectRequest r) {
            return new Draft(
                    r, r.dueAt(), r.extended(), r.identityHow(), r.decision(), r.reason(), r.answer(), r.answeredAt());
        }

        Draft identityHow(String how) {
            return new Draft(request, due, extended, how, decision, reason, answer, answeredAt);
        }

        Draft due(LocalDateTime later) {
            return new Draft(request, later, true, identityHow, decision, reason, answer, answeredAt);
        }

        Draft decision(Decision made, String why) {
            return new Draft(request, due, extended, identityHow, made, why, answer, answeredAt);
        }

        Draft answer(String words, LocalDateTime at) {
            return new Draft(request, due, extended, identityHow, decision, reason, words, Optional.of(at));
        }

        SubjectRequest after(RequestStep step, String note, Officer officer) {
            long version = request.version() + 1;
            List<Event> events = new ArrayList<>(request.events());
            events.add(new Event(version, officer.at(), step, officer.account(), note));
            return new SubjectRequest(
                    request.id(),
                    version,
                    request.agency(),
                    request.code(),
                    request.kind(),
                    step.after(request.state()),
                    request.subject(),
                    request.words(),
                    request.atDesk(),
                    request.receivedAt(),
                    request.replyBy(),
                    due,
                    request.rule(),
                    extended,
                    identityHow,
                    decision,
                    reason,
                    answer,
                    answeredAt,
                    events,
                    request.treated());
        }
    }
}
