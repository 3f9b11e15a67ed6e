package vn.kientao.reform.procedures.app.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.Leg;

/** Interlinked dossiers (liên thông): parts that other bodies settle (Decree 61/2018/NĐ-CP, Article 19(6) and (7)). */
public final class LinkSteps {
    private LinkSteps() {}

    /** A body and when its part is due. */
    public record Part(String body, LocalDateTime due) {
        public Part {
            requireNonNull(body, "body");
            requireNonNull(due, "due");
        }
    }

    /**
     * To bodies of the same level: on paper one after the other, electronically to all at once.
     *
     * @param lead which of them leads, from 0
     */
    public record Send(Leg.Mode mode, List<Part> parts, int lead, String note) implements DossierStep {
        public Send {
            requireNonNull(mode, "mode");
            parts = List.copyOf(parts);
            requireNonNull(note, "note");
            if (parts.isEmpty() || lead < 0 || lead >= parts.size()) {
                throw new IllegalArgumentException(parts.size() + " parts led by " + lead
                        + " (expected: at least one part, and one of them leads)");
            }
        }

        @Override
        public DossierAction action() {
            return DossierAction.LINK;
        }

        @Override
        public String place() {
            return String.join(", ", parts.stream().map(Part::body).toList());
        }

        @Override
        public void apply(StepWork work) {
            boolean othersOut = !work.history().openLegs().isEmpty();
            for (int place = 0; place < parts.size(); place++) {
                Part part = parts.get(place);
                boolean goes = mode == Leg.Mode.AT_ONCE || (place == 0 && !othersOut);
                work.records()
                        .add(
                                work.transaction(),
                                work.id(),
                                new Leg(
                                        work.history().legs().size() + place + 1,
                                        Leg.Level.SAME,
                                        mode,
                                        part.body(),
                                        place == lead,
                                        part.due(),
                                        goes ? Optional.of(work.now()) : Optional.empty(),
                                        Optional.empty(),
                                        "",
                                        note));
            }
        }
    }

    /** To the one-stop of a body of another level, which settles it and sends the result back. */
    public record SendUp(Part part, String note) implements DossierStep {
        public SendUp {
            requireNonNull(part, "part");
            requireNonNull(note, "note");
        }

        @Override
        public DossierAction action() {
            return DossierAction.LINK_UP;
        }

        @Override
        public String place() {
            return part.body();
        }

        @Override
        public void apply(StepWork work) {
            work.records()
                    .add(
                            work.transaction(),
                            work.id(),
                            new Leg(
                                    StepWork.numberAfter(work.history().legs()),
                                    Leg.Level.UPPER,
                                    Leg.Mode.AT_ONCE,
                                    part.body(),
                                    true,
                                    part.due(),
                                    Optional.of(work.now()),
                                    Optional.empty(),
                                    "",
                                    note));
        }
    }

    /**
     * A part came back; in sequence, the next body gets its turn.
     *
     * @param number which part
     * @param document number of what came back
     */
    public record Back(int number, String document, String note) implements DossierStep {
        public Back {
            requireNonNull(document, "document");
            requireNonNull(note, "note");
        }

        @Override
        public DossierAction action() {
            return DossierAction.LINK_BACK;
        }

        @Override
        public void apply(StepWork work) {
            work.records().legBack(work.transaction(), work.id(), number, work.now(), document, note);
            work.history().openLegs().stream()
                    .filter(leg -> leg.number() != number && leg.sentAt().isEmpty())
                    .findFirst()
                    .ifPresent(leg -> work.records().legOut(work.transaction(), work.id(), leg.number(), work.now()));
        }
    }
}
