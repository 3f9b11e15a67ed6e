package vn.kientao.reform.procedures.app.dossier;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.DeadlineRule;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.Places;
import vn.kientao.reform.procedures.domain.dossier.Standing;

/** What the one-stop desk does on the way (Decree 61/2018/NĐ-CP, Articles 17, 18 and 20). */
public final class DeskSteps {
    private DeskSteps() {}

    /**
     * Tiếp nhận a dossier that was registered: it is complete and within competence.
     *
     * @param rule the rule set in force, which it keeps
     */
    public record Accept(Appointment appointment, Optional<DeadlineRule> rule, String note) implements DossierStep {
        public Accept {
            requireNonNull(appointment, "appointment");
            requireNonNull(rule, "rule");
            requireNonNull(note, "note");
        }

        @Override
        public DossierAction action() {
            return DossierAction.RECEIVE;
        }

        @Override
        public void apply(StepWork work) {
            work.takeOpen(work.doer().name());
            work.next().receive(work.now(), appointment, rule);
        }
    }

    /** Từ chối tiếp nhận, rút, dừng: the dossier ends without a result. */
    public record End(DossierAction action, String note, String document) implements DossierStep {
        public End {
            requireNonNull(action, "action");
            requireNonNull(note, "note");
            requireNonNull(document, "document");
            if (action != DossierAction.REFUSE && action != DossierAction.WITHDRAW && action != DossierAction.STOP) {
                throw new IllegalArgumentException("action " + action + " (expected: REFUSE, WITHDRAW or STOP)");
            }
        }

        @Override
        public void apply(StepWork work) {
            work.endWaiting();
        }
    }

    /**
     * Phân công: which agency settles it. Another one than the receiving unit gets it into its own register, where it goes on
     * with the same code and the same due date (Article 19(6) and (7)).
     *
     * @param agency its code
     * @param name its official name
     */
    public record Assign(String agency, String name, String note) implements DossierStep {
        public Assign {
            requireNonNull(agency, "agency");
            requireNonNull(name, "name");
            requireNonNull(note, "note");
        }

        @Override
        public DossierAction action() {
            return DossierAction.ASSIGN;
        }

        @Override
        public String place() {
            return name;
        }

        @Override
        public void apply(StepWork work) {
            Places now = work.present().standing().places();
            String here = work.present().agency();
            if (agency.equals(here)) {
                work.next().route(new Places(now.support(), now.unit(), Optional.of(agency)));
                return;
            }
            work.next().route(now.sentTo(agency));
            work.leaveDesk();
            work.give(here, agency, Optional.of(work.forwardBy()), note);
            work.sent(agency);
        }
    }

    /** Trả lại vì không thuộc thẩm quyền: the receiving unit finds it in its queue again, with the reason. */
    public record SendBack(String note) implements DossierStep {
        public SendBack {
            requireNonNull(note, "note");
        }

        @Override
        public DossierAction action() {
            return DossierAction.SEND_BACK;
        }

        @Override
        public void apply(StepWork work) {
            Places now = work.present().standing().places();
            work.next().route(now.sentBack());
            work.leaveDesk();
            work.give(work.present().agency(), now.unit(), Optional.empty(), note);
        }
    }

    /** Chuyển xử lý to a room, and to a person in it. */
    public record Forward(String place, Optional<Standing.Assignee> person, String note) implements DossierStep {
        public Forward {
            requireNonNull(place, "place");
            requireNonNull(person, "person");
            requireNonNull(note, "note");
        }

        @Override
        public DossierAction action() {
            return DossierAction.FORWARD;
        }

        @Override
        public void apply(StepWork work) {
            work.next().moveTo(place);
            work.next().assign(person);
            work.beginWorkflow();
            String desk = work.present().agency();
            work.give(desk, place, Optional.of(work.forwardBy()), note);
        }
    }

    /** Trả kết quả. */
    public record HandOver(String handedTo, String note) implements DossierStep {
        public HandOver {
            requireNonNull(handedTo, "handedTo");
            requireNonNull(note, "note");
        }

        @Override
        public DossierAction action() {
            return DossierAction.HAND_OVER;
        }

        @Override
        public void apply(StepWork work) {
            work.next().handOver(handedTo, work.now());
        }
    }
}
