package vn.kientao.reform.procedures.app.dossierimport;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.procedures.app.dossierimport.Lookups.Known;
import vn.kientao.reform.procedures.domain.dossier.Applicant;
import vn.kientao.reform.procedures.domain.dossier.ContactRules;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.dossier.DossierResult;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.dossier.Submission;
import vn.kientao.reform.procedures.domain.dossierimport.ImportColumn;
import vn.kientao.reform.procedures.domain.dossierimport.ImportText;
import vn.kientao.reform.procedures.domain.dossierimport.Moment;
import vn.kientao.reform.procedures.domain.dossierimport.OldDossier;
import vn.kientao.reform.procedures.domain.dossierimport.RowFault;
import vn.kientao.reform.procedures.domain.dossierimport.RowFault.Reason;

/** Reads dossiers from the rows of a file, and says of each cell that does not fit what would. */
final class RowReader {
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime CLOSING = LocalTime.of(17, 0);

    private final Lookups lookups;
    private final String agency;
    private final LocalDateTime now;
    private final Map<String, Long> seen = new HashMap<>();
    private List<RowFault> faults = new ArrayList<>();
    private ImportText.Row row = new ImportText.Row(0, List.of());

    RowReader(Lookups lookups, String agency, LocalDateTime now) {
        this.lookups = lookups;
        this.agency = agency;
        this.now = now;
    }

    /** A row as it was understood. */
    record Read(Optional<OldDossier> dossier, List<RowFault> faults) {}

    /** The dossier of a row; without one, the faults say why. */
    Read read(ImportText.Row next) {
        row = next;
        faults = new ArrayList<>(0);
        lengths();
        String oldCode = oldCode();
        @Nullable Known procedure = procedure();
        @Nullable DossierChannel channel = choice(ImportColumn.CHANNEL, Choices.CHANNELS, null);
        @Nullable DossierStatus status = choice(ImportColumn.STATUS, Choices.STATES, null);
        Applicant.@Nullable Kind kind = choice(ImportColumn.KIND, Choices.KINDS, Applicant.Kind.CITIZEN);
        required(ImportColumn.NAME);
        String idNumber = idNumber(kind);
        String phone = phone();
        email();
        String support = support();
        @Nullable LocalDateTime received = received();
        @Nullable LocalDateTime due = null;
        @Nullable LocalDateTime ended = null;
        if (received != null && procedure != null && channel != null && status != null) {
            due = due(procedure, channel, received);
            ended = ended(status, received, due);
            results(status);
        }
        @Nullable LocalDateTime handedOver = handedOver(status, ended);
        if (!faults.isEmpty()
                || procedure == null
                || channel == null
                || status == null
                || kind == null
                || received == null) {
            return new Read(Optional.empty(), faults);
        }
        Applicant applicant = new Applicant(
                kind, cell(ImportColumn.NAME), idNumber, cell(ImportColumn.ADDRESS), phone, cell(ImportColumn.EMAIL));
        String content = cell(ImportColumn.CONTENT);
        Submission submission = new Submission(
                channel,
                applicant,
                Optional.empty(),
                content.isEmpty() ? procedure.under().name() : content,
                1,
                DossierChannel.DIRECT,
                List.of());
        return new Read(
                Optional.of(new OldDossier(
                        row.line(),
                        oldCode,
                        cell(ImportColumn.PROCEDURE),
                        submission,
                        received,
                        support,
                        cell(ImportColumn.RECEIVER),
                        cell(ImportColumn.DUE).isEmpty() ? Optional.empty() : Optional.ofNullable(due),
                        status,
                        cell(ImportColumn.PLACE),
                        Optional.ofNullable(ended),
                        result(status, ended),
                        Optional.ofNullable(handedOver),
                        handedTo(handedOver))),
                faults);
    }

    private String cell(ImportColumn column) {
        return row.cell(column);
    }

    private void fault(ImportColumn column, Reason reason, String... arguments) {
        faults.add(RowFault.of(column, reason, cell(column), arguments));
    }

    private void lengths() {
        for (ImportColumn column : ImportColumn.ALL) {
            if (cell(column).length() > column.longest()) {
                fault(column, Reason.TOO_LONG, "" + cell(column).length(), "" + column.longest());
            }
        }
    }

    private boolean required(ImportColumn column) {
        if (cell(column).isEmpty()) {
            fault(column, Reason.MISSING);
            return false;
        }
        return true;
    }

    private String oldCode() {
        String code = cell(ImportColumn.OLD_CODE);
        if (required(ImportColumn.OLD_CODE)) {
            @Nullable Long before = seen.putIfAbsent(code, row.line());
            if (before != null) {
                fault(ImportColumn.OLD_CODE, Reason.CODE_TWICE, "" + before);
            }
        }
        return code;
    }

    private @Nullable Known procedure() {
        if (!required(ImportColumn.PROCEDURE)) {
            return null;
        }
        Optional<Known> found = lookups.procedure(cell(ImportColumn.PROCEDURE));
        if (found.isEmpty()) {
            fault(ImportColumn.PROCEDURE, Reason.PROCEDURE_UNKNOWN);
        }
        return found.orElse(null);
    }

    private <T> @Nullable T choice(ImportColumn column, Choices<T> choices, @Nullable T missing) {
        if (cell(column).isEmpty()) {
            if (missing == null) {
                fault(column, Reason.MISSING);
            }
            return missing;
        }
        Optional<T> found = choices.find(cell(column));
        if (found.isEmpty()) {
            fault(column, Reason.NOT_A_CHOICE);
        }
        return found.orElse(null);
    }

    private String idNumber(Applicant.@Nullable Kind kind) {
        String typed = cell(ImportColumn.ID_NUMBER);
        if (typed.isEmpty() || kind != Applicant.Kind.CITIZEN) {
            return typed;
        }
        Optional<String> number = ContactRules.citizenId(typed);
        if (number.isEmpty()) {
            fault(ImportColumn.ID_NUMBER, Reason.NOT_AN_ID);
        }
        return number.orElse(typed);
    }

    private String phone() {
        String typed = cell(ImportColumn.PHONE);
        if (typed.isEmpty()) {
            return ContactRules.NO_PHONE;
        }
        Optional<String> number = ContactRules.phone(typed);
        if (number.isEmpty()) {
            fault(ImportColumn.PHONE, Reason.NOT_A_PHONE);
        }
        return number.orElse(typed);
    }

    private void email() {
        String typed = cell(ImportColumn.EMAIL);
        if (!typed.isEmpty() && !ContactRules.email(typed)) {
            fault(ImportColumn.EMAIL, Reason.NOT_AN_EMAIL);
        }
    }

    private String support() {
        String code = cell(ImportColumn.SUPPORT);
        if (!code.isEmpty() && !lookups.agency(code)) {
            fault(ImportColumn.SUPPORT, Reason.AGENCY_UNKNOWN);
        }
        return code.isEmpty() ? agency : code;
    }

    private @Nullable Moment moment(ImportColumn column) {
        Optional<Moment> moment = Moment.of(cell(column));
        if (moment.isEmpty()) {
            fault(column, Reason.NOT_A_TIME);
        }
        return moment.orElse(null);
    }

    private @Nullable LocalDateTime received() {
        if (!required(ImportColumn.RECEIVED)) {
            return null;
        }
        @Nullable Moment moment = moment(ImportColumn.RECEIVED);
        if (moment == null) {
            return null;
        }
        LocalDateTime at = earlier(moment.day().atTime(moment.time().orElse(MORNING)), moment);
        return notLate(ImportColumn.RECEIVED, at) ? at : null;
    }

    /** The time of a day is not known: it is not later than now, at least. */
    private LocalDateTime earlier(LocalDateTime at, Moment moment) {
        boolean today = moment.time().isEmpty() && moment.day().equals(now.toLocalDate());
        return today && at.isAfter(now) ? now : at;
    }

    private boolean notLate(ImportColumn column, LocalDateTime at) {
        if (at.isAfter(now)) {
            fault(column, Reason.TOO_LATE, Formats.time(now));
            return false;
        }
        return true;
    }

    private boolean notEarly(ImportColumn column, LocalDateTime at, LocalDateTime earliest) {
        if (at.isBefore(earliest)) {
            fault(column, Reason.TOO_EARLY, Formats.time(earliest));
            return false;
        }
        return true;
    }

    private @Nullable LocalDateTime due(Known procedure, DossierChannel channel, LocalDateTime received) {
        if (cell(ImportColumn.DUE).isEmpty()) {
            Optional<LocalDateTime> counted =
                    lookups.counted(procedure, channel, received).map(appointment -> appointment.due());
            if (counted.isEmpty()) {
                fault(ImportColumn.DUE, Reason.DUE_NEEDED, procedure.limitText(channel));
            }
            return counted.orElse(null);
        }
        @Nullable Moment moment = moment(ImportColumn.DUE);
        if (moment == null) {
            return null;
        }
        LocalDateTime at = moment.day().atTime(moment.time().orElse(CLOSING));
        return notEarly(ImportColumn.DUE, at, received) ? at : null;
    }

    private @Nullable LocalDateTime ended(DossierStatus status, LocalDateTime received, @Nullable LocalDateTime due) {
        if (status.running()) {
            if (!cell(ImportColumn.ENDED).isEmpty()) {
                fault(ImportColumn.ENDED, Reason.END_UNEXPECTED);
            }
            return null;
        }
        if (!required(ImportColumn.ENDED)) {
            return null;
        }
        @Nullable Moment moment = moment(ImportColumn.ENDED);
        if (moment == null) {
            return null;
        }
        LocalDateTime at = moment.time().map(moment.day()::atTime).orElseGet(() -> closing(moment, received, due));
        return notLate(ImportColumn.ENDED, at) && notEarly(ImportColumn.ENDED, at, received) ? at : null;
    }

    /** When on that day is not known: on the due day not after the due time, for nobody knows it to be late. */
    private LocalDateTime closing(Moment moment, LocalDateTime received, @Nullable LocalDateTime due) {
        LocalDateTime at = moment.day().atTime(CLOSING);
        if (due != null && due.toLocalDate().equals(moment.day())) {
            at = due;
        }
        if (received.toLocalDate().equals(moment.day()) && at.isBefore(received)) {
            at = received;
        }
        return earlier(at, moment);
    }

    private void results(DossierStatus status) {
        if (settled(status)) {
            required(ImportColumn.RESULT_NUMBER);
        }
    }

    private static boolean settled(DossierStatus status) {
        return status == DossierStatus.FINISHED || status == DossierStatus.HANDED_OVER;
    }

    private Optional<DossierResult> result(DossierStatus status, @Nullable LocalDateTime ended) {
        return settled(status) && ended != null
                ? Optional.of(new DossierResult(
                        cell(ImportColumn.RESULT_NUMBER),
                        cell(ImportColumn.RESULT_SUMMARY),
                        cell(ImportColumn.SIGNER),
                        ended.toLocalDate()))
                : Optional.empty();
    }

    private @Nullable LocalDateTime handedOver(@Nullable DossierStatus status, @Nullable LocalDateTime ended) {
        String typed = cell(ImportColumn.HANDED_OVER);
        if (status != DossierStatus.HANDED_OVER) {
            if (status != null && !typed.isEmpty()) {
                fault(ImportColumn.HANDED_OVER, Reason.END_UNEXPECTED);
            }
            return null;
        }
        if (typed.isEmpty() || ended == null) {
            return ended;
        }
        @Nullable Moment moment = moment(ImportColumn.HANDED_OVER);
        if (moment == null) {
            return null;
        }
        LocalDateTime at = moment.time().map(moment.day()::atTime).orElseGet(() -> closing(moment, ended, null));
        return notLate(ImportColumn.HANDED_OVER, at) && notEarly(ImportColumn.HANDED_OVER, at, ended) ? at : null;
    }

    private String handedTo(@Nullable LocalDateTime handedOver) {
        String typed = cell(ImportColumn.HANDED_TO);
        if (handedOver == null) {
            return "";
        }
        return typed.isEmpty() ? cell(ImportColumn.NAME) : typed;
    }
}
