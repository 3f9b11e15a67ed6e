package vn.kientao.reform.steering.app.goal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.kientao.reform.steering.app.Facts;
import vn.kientao.reform.steering.domain.goal.ActualValue;
import vn.kientao.reform.steering.domain.goal.Target;

/** What the audit trail says about targets. */
final class TargetFacts {
    private TargetFacts() {}

    static Facts of(Target target) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("area", target.area());
        facts.put("name", target.name().vi());
        facts.put("unit", target.unit());
        facts.put("atLeast", "" + target.atLeast());
        facts.put("indicator", target.indicator().orElse(""));
        facts.put("lead", target.lead().orElse(""));
        facts.put("basis", target.legalBasis());
        facts.put("from", target.validFrom().toString());
        facts.put("to", target.validTo().map(LocalDate::toString).orElse(""));
        facts.put(
                "values",
                new TreeMap<>(target.values())
                        .entrySet().stream()
                                .map(entry ->
                                        entry.getKey() + "=" + entry.getValue().toPlainString())
                                .collect(Collectors.joining(" ")));
        return new Facts(facts);
    }

    /** @param file name of the file that shows it */
    static Facts of(ActualValue value, Optional<String> file) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("year", "" + value.year());
        facts.put("period", value.period().name());
        facts.put("edition", "" + value.edition());
        facts.put("amount", value.amount().map(one -> one.toPlainString()).orElse(""));
        facts.put("knownOn", value.knownOn().toString());
        file.ifPresent(name -> facts.put("file", name));
        return new Facts(facts);
    }
}
