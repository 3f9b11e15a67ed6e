package vn.kientao.reform.procedures.web.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.dossier.FinancialDuty;
import vn.kientao.reform.procedures.domain.dossier.Opinion;
import vn.kientao.reform.procedures.domain.dossier.SupplementRequest;

/**
 * What was written down on a dossier's way, for programs: each list from the first to the last, numbered from 1. Times carry
 * the offset of Viet Nam, money is in đồng.
 */
public record RecordsJson(
        List<Pause> pauses,
        List<DueChange> dueChanges,
        List<Supplement> supplements,
        List<Duty> duties,
        List<Asked> opinions,
        List<Leg> legs,
        List<Handover> handovers,
        List<Correction> corrections) {

    /**
     * A span in which the clock stood still.
     *
     * @param cause {@code supplement}, {@code payment} or {@code other}
     * @param to null while it lasts
     */
    public record Pause(
            int number,
            String cause,
            OffsetDateTime from,
            @Nullable OffsetDateTime to,
            String reason,
            String document) {}

    /** @param cause the step that moved the date */
    public record DueChange(
            int number, OffsetDateTime at, String cause, OffsetDateTime was, OffsetDateTime due, String reason) {}

    /**
     * A supplement request.
     *
     * @param state {@code composed}, {@code asked}, {@code sent}, {@code completed} or {@code dropped}
     * @param askedAt null while it is being composed
     */
    public record Supplement(
            int number,
            String state,
            String reason,
            @Nullable OffsetDateTime askedAt,
            @Nullable OffsetDateTime respondBy,
            @Nullable OffsetDateTime answeredAt,
            List<SupplementRequest.Item> items) {}

    /** @param payment null until it is paid */
    public record Duty(
            int number,
            String what,
            long amount,
            String document,
            OffsetDateTime askedAt,
            @Nullable LocalDate payBy,
            @Nullable Payment payment) {}

    /**
     * That a duty was paid.
     *
     * @param channel 1 at the counter, 2 online, 3 through the post or a bank
     * @param takenBy code of the unit that took the money for the agency; empty when the agency took it itself
     */
    public record Payment(OffsetDateTime at, long amount, int channel, String receipt, String payer, String takenBy) {}

    /** @param answeredAt null until there is an answer; so are the answer and its document */
    public record Asked(
            int number,
            String body,
            String content,
            String document,
            OffsetDateTime askedAt,
            OffsetDateTime due,
            @Nullable OffsetDateTime answeredAt,
            @Nullable String answer,
            @Nullable String answerDocument) {}

    /**
     * A part that another body settles.
     *
     * @param level {@code same} or {@code upper}
     * @param mode {@code in-sequence} or {@code at-once}
     */
    public record Leg(
            int number,
            String level,
            String mode,
            String body,
            boolean lead,
            OffsetDateTime due,
            @Nullable OffsetDateTime sentAt,
            @Nullable OffsetDateTime returnedAt,
            String result,
            String note) {}

    /** @param takenAt null until somebody takes it */
    public record Handover(
            int number,
            String from,
            String to,
            OffsetDateTime givenAt,
            String giver,
            @Nullable OffsetDateTime due,
            @Nullable OffsetDateTime takenAt,
            String taker,
            String note) {}

    /** @param cost borne by the agency */
    public record Correction(
            int number,
            OffsetDateTime at,
            String what,
            String responsible,
            long cost,
            String result,
            String document) {}

    /** @param shown how the names of people outside the agency may be shown */
    static RecordsJson of(DossierHistory history, UnaryOperator<String> shown) {
        return new RecordsJson(
                history.pauses().stream()
                        .map(one -> new Pause(
                                one.number(),
                                word(one.cause()),
                                offset(one.from()),
                                offset(one.to()),
                                one.reason(),
                                one.document()))
                        .toList(),
                history.dueChanges().stream()
                        .map(one -> new DueChange(
                                one.number(),
                                offset(one.at()),
                                one.cause().word(),
                                offset(one.was()),
                                offset(one.due()),
                                one.reason()))
                        .toList(),
                history.supplements().stream().map(RecordsJson::supplement).toList(),
                history.duties().stream().map(one -> duty(one, shown)).toList(),
                history.opinions().stream().map(RecordsJson::opinion).toList(),
                history.legs().stream()
                        .map(one -> new Leg(
                                one.number(),
                                word(one.level()),
                                one.mode().word(),
                                one.body(),
                                one.lead(),
                                offset(one.due()),
                                offset(one.sentAt()),
                                offset(one.returnedAt()),
                                one.result(),
                                one.note()))
                        .toList(),
                history.handovers().stream()
                        .map(one -> new Handover(
                                one.number(),
                                one.from(),
                                one.to(),
                                offset(one.givenAt()),
                                one.giver(),
                                offset(one.due()),
                                offset(one.takenAt()),
                                one.taker(),
                                one.note()))
                        .toList(),
                history.corrections().stream()
                        .map(one -> new Correction(
                                one.number(),
                                offset(one.at()),
                                one.what(),
                                one.responsible(),
                                one.cost(),
                                one.result(),
                                one.document()))
                        .toList());
    }

    private static Supplement supplement(SupplementRequest one) {
        return new Supplement(
                one.number(),
                word(one.state()),
                one.reason(),
                offset(one.askedAt()),
                offset(one.respondBy()),
                offset(one.answeredAt()),
                one.items());
    }

    private static Duty duty(FinancialDuty one, UnaryOperator<String> shown) {
        Payment payment = one.payment()
                .map(paid -> new Payment(
                        offset(paid.at()),
                        paid.amount(),
                        paid.channel(),
                        paid.receipt(),
                        shown.apply(paid.payer()),
                        paid.takenBy()))
                .orElse(null);
        return new Duty(
                one.number(),
                one.what(),
                one.amount(),
                one.document(),
                offset(one.askedAt()),
                one.payBy().orElse(null),
                payment);
    }

    private static Asked opinion(Opinion one) {
        return new Asked(
                one.number(),
                one.body(),
                one.content(),
                one.document(),
                offset(one.askedAt()),
                offset(one.due()),
                offset(one.answer().map(Opinion.Answer::at)),
                one.answer().map(Opinion.Answer::content).orElse(null),
                one.answer().map(Opinion.Answer::document).orElse(null));
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static OffsetDateTime offset(LocalDateTime time) {
        return time.atZone(Formats.ZONE).toOffsetDateTime();
    }

    private static @Nullable OffsetDateTime offset(Optional<LocalDateTime> time) {
        return time.map(RecordsJson::offset).orElse(null);
    }
}
