package vn.kientao.reform.procedures.domain.petition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a petition turned out to be (phân loại): Decree 20/2008/NĐ-CP, Articles 9 and 13. */
public enum PetitionClass {
    /** Hành vi của cán bộ: for whoever is competent for the conduct. */
    CONDUCT,
    /** Quy định thuộc thẩm quyền của cơ quan. */
    OWN_RULE,
    /** Thuộc thẩm quyền cơ quan khác. */
    OTHER_BODY,
    /** Không thuộc phạm vi tiếp nhận. */
    NOT_ACCEPTED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String textKey() {
        return "petition.class." + word();
    }

    public static Optional<PetitionClass> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
