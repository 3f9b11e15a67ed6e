package vn.kientao.reform.procedures.domain.staffing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The conditions as they are valid on a day.
 *
 * @param grades those that may be posted
 * @param years of service at least
 * @param good whether the last rating must be good
 * @param leastMonths of a term
 * @param mostMonths of a term
 * @param reserves people in reserve at each desk at least
 * @param warnDays so many days before the end of a term
 * @param bases legal basis by name of the rule
 */
public record DeskRules(
        Set<Grade> grades,
        int years,
        boolean good,
        int leastMonths,
        int mostMonths,
        int reserves,
        int warnDays,
        Map<String, String> bases) {
    public DeskRules {
        grades = Set.copyOf(grades);
        bases = Map.copyOf(bases);
    }

    /**
     * What is wrong, or will soon be.
     *
     * @param rule name of the rule
     * @param found what was found, as a word or number
     * @param expected what the rule asks
     */
    public record Finding(String rule, String found, String expected, String legalBasis) {}

    /** What a posting does not meet. */
    public List<Finding> check(Posting posting, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        if (!grades.contains(posting.grade())) {
            findings.add(finding("grades", posting.grade().name(), lowest()));
        }
        if (posting.years() < years) {
            findings.add(finding("years", "" + posting.years(), "" + years));
        }
        if (good && !posting.ratedGood()) {
            findings.add(finding("good", "", ""));
        }
        LocalDate end = posting.to().plusDays(1);
        long months = ChronoUnit.MONTHS.between(posting.from(), end);
        if (months < leastMonths) {
            findings.add(finding("least-months", "" + months, "" + leastMonths));
        }
        if (posting.from().plusMonths(mostMonths).isBefore(end)) {
            findings.add(finding("most-months", "" + months, "" + mostMonths));
        }
        if (endsSoon(posting, today)) {
            findings.add(finding("warn-days", "" + ChronoUnit.DAYS.between(today, posting.to()), "" + warnDays));
        }
        return findings;
    }

    /** Whether the term runs and ends within the days of the warning. */
    public boolean endsSoon(Posting posting, LocalDate today) {
        return posting.on(today) && ChronoUnit.DAYS.between(today, posting.to()) <= warnDays;
    }

    /** What the desks do not have today: an official person, and people in reserve; by desk in order of name. */
    public Map<String, List<Finding>> desks(List<Posting> postings, LocalDate today) {
        Map<String, List<Finding>> findings = new TreeMap<>();
        postings.forEach(posting -> findings.putIfAbsent(posting.desk(), new ArrayList<>()));
        findings.forEach((desk, list) -> {
            List<Posting> there = postings.stream()
                    .filter(posting -> posting.desk().equals(desk) && posting.on(today))
                    .toList();
            long reserve = there.stream().filter(Posting::reserve).count();
            if (reserve == there.size()) {
                list.add(finding("official", "0", "1"));
            }
            if (reserve < reserves) {
                list.add(finding("reserve", "" + reserve, "" + reserves));
            }
        });
        findings.values().removeIf(List::isEmpty);
        return findings;
    }

    private String lowest() {
        return grades.stream()
                .min((one, other) -> one.compareTo(other))
                .map(Grade::name)
                .orElse("");
    }

    private Finding finding(String rule, String found, String expected) {
        return new Finding(rule, found, expected, bases.getOrDefault(rule, bases.getOrDefault("reserve", "")));
    }
}
