package vn.kientao.reform.procedures.app.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.store.report.DossierSpans;

/** Dossiers with random lives, written as the desk writes them: the record, each event, the facts behind it. */
public final class Histories {
    private static final String DOSSIER = """
            INSERT INTO procedures.dossier (
                   version, agency_code, unit_id, received_on, day_number, code, tracking_key, status, running, list_key,
                   procedure_version_id, procedure_code, procedure_name, field, channel, applicant_kind, applicant_name,
                   applicant_id_number, applicant_address, applicant_phone, applicant_email, content, sets, result_by,
                   received_at, due_at, limit_text, place, handed_to, search_text)
            VALUES (1, :agency, :agency, :day, :number, :code, 'k', :status, TRUE, :number,
                   1, '2.000635', 'Cấp bản sao', :field, :channel, 'CITIZEN', 'Nguyễn Thị An',
                   '', 'Cà Mau', '0913123456', '', 'Cấp bản sao', 1, 1,
                   :received, :due, '5 ngày', '', '', '')
            """;
    private static final String EVENT = """
            INSERT INTO procedures.dossier_event (
                   dossier_id, version, happened, action, status, account, who, place, note)
            VALUES (?, ?, ?, 'RECEIVE', ?, ?, 'Lan', '', '')
            """;

    private final Handle handle;
    private final DossierSpans spans = new DossierSpans();
    private int number;

    public Histories(Handle handle) {
        this(handle, 0);
    }

    /** @param number of the last dossier that is there already */
    public Histories(Handle handle, int number) {
        this.handle = handle;
        this.number = number;
    }

    /** What happened to a dossier: a state from a moment on. */
    public record Step(LocalDateTime at, DossierStatus status) {}

    /** Lets a dossier live through the steps and returns its id. */
    public long live(String agency, String field, int channel, LocalDateTime due, List<Step> steps) {
        return live(agency, field, channel, due, steps, "lan");
    }

    public long live(String agency, String field, int channel, LocalDateTime due, List<Step> steps, String account) {
        number++;
        Step first = steps.get(0);
        LocalDate day = first.at().toLocalDate();
        long id = handle.createUpdate(DOSSIER)
                .bind("agency", agency)
                .bind("day", day)
                .bind("number", number)
                .bind("code", agency + "-" + (1_000_000 + number))
                .bind("status", first.status().number())
                .bind("field", field)
                .bind("channel", channel)
                .bind("received", first.at())
                .bind("due", due)
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
        int version = 0;
        for (Step step : steps) {
            version++;
            handle.execute(EVENT, id, version, step.at(), step.status().number(), account);
            handle.execute(
                    "UPDATE procedures.dossier SET status = ?, running = ? WHERE id = ?",
                    step.status().number(),
                    step.status().running(),
                    id);
            spans.follow(handle, id);
        }
        return id;
    }

    /** A life that begins in the year before {@code end} and goes any way that the ten states allow. */
    public static List<Step> random(Random random, LocalDateTime end) {
        List<Step> steps = new ArrayList<>();
        LocalDateTime at = end.minusMinutes(1 + random.nextInt(365 * 24 * 60));
        DossierStatus status = random.nextInt(4) == 0 ? DossierStatus.REGISTERED : DossierStatus.RECEIVED;
        while (at.isBefore(end) && steps.size() < 12) {
            steps.add(new Step(at, status));
            List<DossierStatus> next = next(status);
            status = next.get(random.nextInt(next.size()));
            at = at.plusMinutes(random.nextInt(60 * 24 * 60));
        }
        return steps;
    }

    private static List<DossierStatus> next(DossierStatus status) {
        return switch (status) {
            case REGISTERED ->
                List.of(
                        DossierStatus.RECEIVED,
                        DossierStatus.RECEIVED,
                        DossierStatus.SUPPLEMENT_ASKED,
                        DossierStatus.REFUSED,
                        DossierStatus.WITHDRAWN);
            case RECEIVED -> List.of(DossierStatus.PROCESSING, DossierStatus.FINISHED, DossierStatus.WITHDRAWN);
            case PROCESSING ->
                List.of(
                        DossierStatus.PROCESSING,
                        DossierStatus.SUPPLEMENT_ASKED,
                        DossierStatus.PAYMENT_ASKED,
                        DossierStatus.FINISHED,
                        DossierStatus.FINISHED,
                        DossierStatus.STOPPED);
            case SUPPLEMENT_ASKED -> List.of(DossierStatus.REGISTERED, DossierStatus.PROCESSING, DossierStatus.STOPPED);
            case PAYMENT_ASKED -> List.of(DossierStatus.PROCESSING, DossierStatus.WITHDRAWN);
            case FINISHED -> List.of(DossierStatus.HANDED_OVER, DossierStatus.PROCESSING);
            case HANDED_OVER -> List.of(DossierStatus.PROCESSING);
            case REFUSED, WITHDRAWN, STOPPED -> List.of(status);
        };
    }
}
