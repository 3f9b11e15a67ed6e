package vn.kientao.reform.steering.app.plan;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.kientao.reform.steering.app.Facts;
import vn.kientao.reform.steering.domain.plan.ItemWords;

/** What an item says, field by field, for the audit trail. */
final class ItemFacts {
    private ItemFacts() {}

    static String json(ItemWords words) {
        return of(words).json();
    }

    /** Of {@code one} the fields that {@code other} says otherwise. */
    static String changed(ItemWords one, ItemWords other) {
        return of(one).unlike(of(other));
    }

    private static Facts of(ItemWords words) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("area", words.area());
        facts.put("title", words.title());
        facts.put("product", words.product());
        facts.put("person", words.person());
        facts.put("division", words.division());
        facts.put("lead", words.lead());
        facts.put("cooperating", String.join(",", words.cooperating()));
        facts.put("due", words.due().map(Object::toString).orElse(""));
        facts.put("budget", words.budget().map(BigDecimal::toPlainString).orElse(""));
        facts.put("budgetSource", words.budgetSource());
        facts.put("clause", words.clause().map(Object::toString).orElse(""));
        facts.put("target", words.target().map(Object::toString).orElse(""));
        return new Facts(facts);
    }
}
