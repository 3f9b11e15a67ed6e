package vn.kientao.reform.procedures.domain.paper;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.dossier.Handover;
import vn.kientao.reform.procedures.domain.dossier.Leg;

/**
 * A line of the control slip (phiếu kiểm soát quá trình giải quyết hồ sơ): a pair of giving and taking, from the applicant
 * to the desk, from room to room and to other bodies and back to the desk (Circular 01/2018/TT-VPCP, form 05).
 *
 * @param giver name of the person; empty when unknown
 * @param takenAt empty until somebody has taken it
 * @param taker empty until then
 * @param punctuality the text key of whether the giver's part was done early, on time or late; empty without a step time
 */
public record ControlLine(
        String from,
        String to,
        LocalDateTime givenAt,
        String giver,
        Optional<LocalDateTime> takenAt,
        String taker,
        Optional<String> punctuality,
        String note) {

    public ControlLine {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(givenAt, "givenAt");
        requireNonNull(giver, "giver");
        requireNonNull(takenAt, "takenAt");
        requireNonNull(taker, "taker");
        requireNonNull(punctuality, "punctuality");
        requireNonNull(note, "note");
    }

    /**
     * The way of a dossier so far, in order of time.
     *
     * @param desk what the slip calls the one-stop desk
     * @param applicant what it calls whoever hands in and takes the result
     */
    public static List<ControlLine> of(Dossier dossier, DossierHistory history, String desk, String applicant) {
        Way way = new Way(dossier, desk, applicant);
        List<ControlLine> lines = new ArrayList<>();
        way.received().ifPresent(lines::add);
        history.handovers().forEach(slip -> lines.add(way.passedOn(slip)));
        history.legs().forEach(leg -> lines.addAll(way.linked(leg)));
        way.settled().ifPresent(lines::add);
        way.handedOver().ifPresent(lines::add);
        lines.sort(Comparator.comparing(ControlLine::givenAt));
        return lines;
    }

    /** The text key of "early", "on time" or "late". Days count, not hours. */
    static String punctuality(LocalDateTime end, LocalDateTime due) {
        boolean early = end.toLocalDate().isBefore(due.toLocalDate());
        return "paper.register." + (early ? "early" : end.isAfter(due) ? "late" : "on-time");
    }

    /** Puts the records of one dossier into lines. */
    private record Way(Dossier dossier, String desk, String applicant) {

        Optional<ControlLine> received() {
            return last(DossierAction.RECEIVE, DossierAction.RECEIVE)
                    .map(event -> new ControlLine(
                            applicant,
                            desk,
                            dossier.standing().submittedAt(),
                            dossier.submission().applicant().name(),
                            Optional.of(dossier.receivedAt()),
                            event.who(),
                            Optional.empty(),
                            event.note()));
        }

        ControlLine passedOn(Handover slip) {
            return new ControlLine(
                    unit(slip.from()),
                    unit(slip.to()),
                    slip.givenAt(),
                    slip.giver(),
                    slip.takenAt(),
                    slip.taker(),
                    slip.due().map(due -> punctuality(slip.givenAt(), due)),
                    slip.note());
        }

        /** To another body, and back from it: nobody of ours gives on its side. */
        List<ControlLine> linked(Leg leg) {
            List<ControlLine> lines = new ArrayList<>();
            leg.sentAt()
                    .ifPresent(sent -> lines.add(new ControlLine(
                            desk,
                            leg.body(),
                            sent,
                            last(DossierAction.LINK, DossierAction.LINK_UP)
                                    .map(DossierEvent::who)
                                    .orElse(""),
                            Optional.empty(),
                            "",
                            Optional.empty(),
                            leg.returnedAt().isEmpty() ? leg.note() : "")));
            leg.returnedAt()
                    .ifPresent(back -> lines.add(new ControlLine(
                            leg.body(),
                            desk,
                            back,
                            "",
                            leg.returnedAt(),
                            last(DossierAction.LINK_BACK, DossierAction.LINK_BACK)
                                    .map(DossierEvent::who)
                                    .orElse(""),
                            Optional.of(punctuality(back, leg.due())),
                            leg.result())));
            return lines;
        }

        /** Whoever hands the result over has taken it before. */
        Optional<ControlLine> settled() {
            Optional<DossierEvent> handedOver =
                    dossier.handedOverAt().flatMap(at -> last(DossierAction.HAND_OVER, DossierAction.HAND_OVER));
            return dossier.finishedAt()
                    .flatMap(at -> last(DossierAction.FINISH, DossierAction.DECLINE)
                            .map(event -> new ControlLine(
                                    unit(dossier.place()),
                                    desk,
                                    at,
                                    event.who(),
                                    handedOver.map(DossierEvent::at),
                                    handedOver.map(DossierEvent::who).orElse(""),
                                    Optional.of(punctuality(
                                            at, dossier.appointment().due())),
                                    event.document())));
        }

        Optional<ControlLine> handedOver() {
            return dossier.handedOverAt()
                    .flatMap(at -> last(DossierAction.HAND_OVER, DossierAction.HAND_OVER)
                            .map(event -> new ControlLine(
                                    desk,
                                    applicant,
                                    at,
                                    event.who(),
                                    Optional.of(at),
                                    dossier.handedTo(),
                                    Optional.empty(),
                                    event.note())));
        }

        /** The desk of the agency stands in hand-overs by the agency's code. */
        private String unit(String name) {
            return name.isEmpty() || name.equals(dossier.agency()) ? desk : name;
        }

        private Optional<DossierEvent> last(DossierAction one, DossierAction other) {
            return dossier.events().stream()
                    .filter(event -> event.action() == one || event.action() == other)
                    .reduce((earlier, later) -> later);
        }
    }
}
