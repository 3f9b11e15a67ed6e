package vn.kientao.reform.procedures.domain.paper;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;

/**
 * One line of the register of dossiers (sổ theo dõi hồ sơ).
 *
 * @param owner whose dossier it is
 * @param finishedAt when its result was ready
 * @param returnedAt when it was handed over
 * @param takenBy who took the result; empty before
 * @param remarks words of text keys: what else happened to it
 */
public record RegisterRow(
        long id,
        String code,
        String procedure,
        int sets,
        String owner,
        String address,
        String phone,
        String place,
        LocalDateTime receivedAt,
        LocalDateTime dueAt,
        Optional<LocalDateTime> finishedAt,
        Optional<LocalDateTime> returnedAt,
        DossierChannel resultBy,
        String takenBy,
        String result,
        List<String> remarks) {

    public RegisterRow {
        requireNonNull(code, "code");
        requireNonNull(procedure, "procedure");
        requireNonNull(owner, "owner");
        requireNonNull(address, "address");
        requireNonNull(phone, "phone");
        requireNonNull(place, "place");
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(dueAt, "dueAt");
        requireNonNull(finishedAt, "finishedAt");
        requireNonNull(returnedAt, "returnedAt");
        requireNonNull(resultBy, "resultBy");
        requireNonNull(takenBy, "takenBy");
        requireNonNull(result, "result");
        remarks = List.copyOf(remarks);
    }

    /** The text key of "early", "on time" or "late"; empty while there is no result. Days count, not hours. */
    public Optional<String> punctuality() {
        return finishedAt.map(end -> ControlLine.punctuality(end, dueAt));
    }
}
