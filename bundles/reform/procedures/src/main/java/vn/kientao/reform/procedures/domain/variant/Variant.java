package vn.kientao.reform.procedures.domain.variant;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.procedures.domain.ChannelKind;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.Fee;

/**
 * A case (trường hợp) of a procedure with a time limit, fee, form and workflow of its own. It never changes; a changed
 * case is a new one under the same key.
 *
 * @param id of the row, which a dossier keeps; 0 before it is kept
 * @param code of the procedure
 * @param key tells the cases of a procedure apart; letters, digits and hyphens
 * @param time the time limit, at the counter and by post
 * @param onlineTime the time limit of what comes in online; without number and words the same as {@code time}
 * @param form name of the form to fill in; may be empty
 * @param workflow key of the workflow by which it is handled; empty for the procedure's own
 * @param validTo last day; empty while it is open
 */
public record Variant(
        long id,
        String code,
        String key,
        LocalText name,
        Deadline time,
        Deadline onlineTime,
        Fee fee,
        String form,
        String workflow,
        Set<VariantFlag> flags,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String legalBasis) {

    public Variant {
        requireNonNull(code, "code");
        requireNonNull(key, "key");
        requireNonNull(name, "name");
        requireNonNull(time, "time");
        requireNonNull(onlineTime, "onlineTime");
        requireNonNull(fee, "fee");
        requireNonNull(form, "form");
        requireNonNull(workflow, "workflow");
        flags = flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validTo, "validTo");
        requireNonNull(legalBasis, "legalBasis");
        if (!key.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("variant key " + key + " (expected: [a-z0-9-]{1,40})");
        }
        if (name.vi().isBlank()) {
            throw new IllegalArgumentException("name of variant " + key + " is blank");
        }
    }

    /** The time limit for what is handed in this way. A number without unit is never counted: see {@link Deadline#limit}. */
    public Deadline time(ChannelKind channel) {
        boolean own = onlineTime.number().isPresent() || !onlineTime.text().isBlank();
        return channel == ChannelKind.ONLINE && own ? onlineTime : time;
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom)
                && validTo.map(last -> !day.isAfter(last)).orElse(true);
    }
}
