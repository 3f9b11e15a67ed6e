package vn.kientao.reform.procedures.domain.citizen;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Map;

/**
 * A form that somebody filled in at home.
 *
 * @param procedure national code of the procedure
 * @param values field of the intake form → what was typed
 * @param expiresAt from when on nobody can open it and it is deleted
 */
public record Prefill(
        long id, String procedure, Map<String, String> values, LocalDateTime madeAt, LocalDateTime expiresAt) {
    public Prefill {
        requireNonNull(procedure, "procedure");
        values = Map.copyOf(values);
        requireNonNull(madeAt, "madeAt");
        requireNonNull(expiresAt, "expiresAt");
    }

    /** Without what was typed. */
    @Override
    public String toString() {
        return "Prefill " + id;
    }
}
