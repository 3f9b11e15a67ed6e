package vn.kientao.reform.procedures.store.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.reform.procedures.domain.petition.PetitionKind;
import vn.kientao.reform.procedures.domain.petition.PetitionRule;

/** Reads the clocks and the kinds of petitions. */
public final class PetitionRules {
    private static final String RULE = """
            SELECT code, amount, unit, legal_basis
              FROM procedures.petition_rule
             WHERE code = :code AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
             ORDER BY valid_from DESC
             FETCH FIRST 1 ROWS ONLY
            """;
    private static final String KINDS = """
            SELECT code, name_vi, name_en, anonymous, legal_basis
              FROM procedures.petition_kind
             WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
             ORDER BY place
            """;

    /** The clock of that name in force on a day. */
    public Optional<PetitionRule> on(Handle handle, String code, LocalDate day) {
        return handle.createQuery(RULE)
                .bind("code", code)
                .bind("day", day)
                .map((row, context) -> new PetitionRule(
                        row.getString("code"),
                        new TimeLimit(row.getInt("amount"), TimeLimit.Unit.valueOf(row.getString("unit"))),
                        row.getString("legal_basis")))
                .findOne();
    }

    public List<PetitionKind> kinds(Handle handle, LocalDate day) {
        return handle.createQuery(KINDS)
                .bind("day", day)
                .map((row, context) -> new PetitionKind(
                        row.getString("code"),
                        new LocalText(row.getString("name_vi"), row.getString("name_en")),
                        row.getBoolean("anonymous"),
                        row.getString("legal_basis")))
                .list();
    }
}
