package vn.kientao.reform.procedures.domain.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What two published forms ask alike (nội dung trùng lặp).
 *
 * @param shared identities of the fields that stand in both
 * @param union how many different fields the two have together
 */
public record Overlap(FormTemplate one, FormTemplate other, List<String> shared, int union) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Overlap {
        shared = List.copyOf(shared);
    }

    /** Shared fields of all fields, in percent with one decimal. */
    public BigDecimal percent() {
        return BigDecimal.valueOf(shared.size())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(Math.max(1, union)), 1, RoundingMode.HALF_UP);
    }

    /** All pairs that have at least that much in common, the most alike first. */
    public static List<Overlap> among(List<FormTemplate> forms, BigDecimal leastPercent) {
        List<Overlap> pairs = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            for (int j = i + 1; j < forms.size(); j++) {
                Overlap pair = of(forms.get(i), forms.get(j));
                if (!pair.shared().isEmpty() && pair.percent().compareTo(leastPercent) >= 0) {
                    pairs.add(pair);
                }
            }
        }
        pairs.sort(Comparator.comparing(Overlap::percent)
                .reversed()
                .thenComparing(pair -> pair.one().code())
                .thenComparing(pair -> pair.other().code()));
        return pairs;
    }

    private static Overlap of(FormTemplate one, FormTemplate other) {
        Set<String> mine = identities(one);
        Set<String> theirs = identities(other);
        Set<String> shared = new TreeSet<>(mine);
        shared.retainAll(theirs);
        Set<String> union = new HashSet<>(mine);
        union.addAll(theirs);
        return new Overlap(one, other, List.copyOf(shared), union.size());
    }

    private static Set<String> identities(FormTemplate form) {
        Set<String> identities = new HashSet<>();
        form.published().forEach(item -> identities.add(item.identity()));
        return identities;
    }
}
