package vn.kientao.platform.api.procedure;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * A procedure in one version.
 *
 * @param code national code: {@code 1.001193}
 * @param version number of the version, from 1 within the procedure
 * @param validFrom first day on which this version is in force
 * @param field (lĩnh vực) as published
 * @param agencies names of those that carry it out or decide in it, as published
 * @param limit the time limit at the counter, as published; may be empty
 * @param internal whether it is for state bodies only; such a procedure must not be shown to the public
 * @param address of its page in the zone of staff of the agency, behind {@code /<agency>}
 */
public record CatalogueProcedure(
        String code,
        int version,
        LocalDate validFrom,
        String name,
        String field,
        List<String> agencies,
        String limit,
        boolean online,
        boolean internal,
        String address) {

    public CatalogueProcedure {
        requireNonNull(code, "code");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(name, "name");
        requireNonNull(field, "field");
        agencies = List.copyOf(agencies);
        requireNonNull(limit, "limit");
        requireNonNull(address, "address");
    }
}
