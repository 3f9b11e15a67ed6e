package vn.kientao.reform.procedures.store.variant;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.DeadlineUnit;
import vn.kientao.reform.procedures.domain.Fee;
import vn.kientao.reform.procedures.domain.variant.Variant;
import vn.kientao.reform.procedures.domain.variant.VariantFlag;

/** Keeps the cases of procedures. */
public final class VariantStore {
    private static final String COLUMNS = """
            SELECT id, code, variant_key, name, name_en, limit_amount, limit_unit, limit_text,
                   online_amount, online_unit, online_text, fee_kind, fee_amount, fee_text, form, workflow, flags,
                   valid_from, valid_to, legal_basis
              FROM procedures.procedure_variant
            """;
    private static final String OF_CODE = COLUMNS + " WHERE code = ? ORDER BY code, variant_key, id";
    private static final String OF_ID = COLUMNS + " WHERE id = ?";
    private static final String CODE_OF_VERSION = """
            SELECT code
              FROM procedures.procedure_version
             WHERE id = ?
            """;
    private static final String INSERT = """
            INSERT INTO procedures.procedure_variant (
                   code, variant_key, name, name_en, limit_amount, limit_unit, limit_text,
                   online_amount, online_unit, online_text, fee_kind, fee_amount, fee_text, form, workflow, flags,
                   valid_from, valid_to, legal_basis)
            VALUES (:code, :key, :name, :nameEn, :limitAmount, :limitUnit, :limitText,
                   :onlineAmount, :onlineUnit, :onlineText, :feeKind, :feeAmount, :feeText, :form, :workflow, :flags,
                   :validFrom, :validTo, :legalBasis)
            """;
    private static final String END = """
            UPDATE procedures.procedure_variant
               SET valid_to = :last
             WHERE id = :id AND valid_to IS NULL
            """;

    /** The code of the procedure of which this is a version. */
    public Optional<String> codeOf(Handle handle, long versionId) {
        return handle.createQuery(CODE_OF_VERSION)
                .bind(0, versionId)
                .map((row, context) -> row.getString("code"))
                .findOne();
    }

    /** Every case of the procedure that there is or was, by key. */
    public List<Variant> of(Handle handle, String code) {
        return handle.createQuery(OF_CODE)
                .bind(0, code)
                .map((row, context) -> variant(row))
                .list();
    }

    public Optional<Variant> find(Handle handle, long id) {
        return handle.createQuery(OF_ID)
                .bind(0, id)
                .map((row, context) -> variant(row))
                .findOne();
    }

    /** Keeps a new case and returns the id of its row. */
    public long insert(Handle transaction, Variant variant) {
        return transaction
                .createUpdate(INSERT)
                .bind("code", variant.code())
                .bind("key", variant.key())
                .bind("name", variant.name().vi())
                .bind("nameEn", variant.name().en())
                .bind("limitAmount", variant.time().value())
                .bind("limitUnit", variant.time().counts().map(Enum::name).orElse(null))
                .bind("limitText", variant.time().text())
                .bind("onlineAmount", variant.onlineTime().value())
                .bind(
                        "onlineUnit",
                        variant.onlineTime().counts().map(Enum::name).orElse(null))
                .bind("onlineText", variant.onlineTime().text())
                .bind("feeKind", variant.fee().kind().name())
                .bind("feeAmount", variant.fee().amount())
                .bind("feeText", variant.fee().text())
                .bind("form", variant.form())
                .bind("workflow", variant.workflow())
                .bind("flags", variant.flags().stream().map(Enum::name).collect(Collectors.joining(",")))
                .bind("validFrom", variant.validFrom())
                .bind("validTo", variant.validTo().orElse(null))
                .bind("legalBasis", variant.legalBasis())
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
    }

    /** Ends an open case after {@code last}; false when it is not open any more. */
    public boolean end(Handle transaction, long id, LocalDate last) {
        return transaction.createUpdate(END).bind("id", id).bind("last", last).execute() == 1;
    }

    private static Variant variant(ResultSet row) throws SQLException {
        return new Variant(
                row.getLong("id"),
                row.getString("code"),
                row.getString("variant_key"),
                new LocalText(row.getString("name"), row.getString("name_en")),
                deadline(row, "limit"),
                deadline(row, "online"),
                fee(row),
                row.getString("form"),
                row.getString("workflow"),
                flags(row.getString("flags")),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                row.getString("legal_basis"));
    }

    private static Deadline deadline(ResultSet row, String name) throws SQLException {
        @Nullable String unit = row.getString(name + "_unit");
        return new Deadline(
                plain(row.getBigDecimal(name + "_amount")),
                unit == null ? null : DeadlineUnit.valueOf(unit),
                false,
                row.getString(name + "_text"));
    }

    private static Fee fee(ResultSet row) throws SQLException {
        String text = row.getString("fee_text");
        @Nullable BigDecimal amount = plain(row.getBigDecimal("fee_amount"));
        Fee.Kind kind = Fee.Kind.valueOf(row.getString("fee_kind"));
        if (amount != null) {
            return Fee.amount(amount, "VND", true, "", text);
        }
        return kind == Fee.Kind.FREE ? Fee.free(true, "", text) : Fee.unstated("", text);
    }

    private static Set<VariantFlag> flags(String names) {
        Set<VariantFlag> flags = EnumSet.noneOf(VariantFlag.class);
        Set<String> wanted = Set.of(names.split(",", -1));
        Arrays.stream(VariantFlag.values())
                .filter(flag -> wanted.contains(flag.name()))
                .forEach(flags::add);
        return flags;
    }

    /** Without the noughts that the column adds. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
