package vn.kientao.reform.steering.web;

import java.util.Locale;

/** How an agency is named in the symbols of its papers (Decree 30/2020/NĐ-CP, Annex I). */
public final class AgencySymbol {
    private AgencySymbol() {}

    /** An agency's code without the figure that tells it from the one before the merger: {@code STP} for {@code STP2}. */
    public static String of(String code) {
        return code.replaceAll("\\d+$", "").toUpperCase(Locale.ROOT);
    }
}
