package vn.kientao.reform.procedures.app.dossierimport;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many rows were received on which day, as it is kept between dry run and commit: {@code 2026-02-09=12 …}. */
final class DayCounts {
    private final Map<LocalDate, Integer> counts = new TreeMap<>();

    static Map<LocalDate, Integer> read(String text) {
        return Arrays.stream(text.split(" "))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("="))
                .collect(Collectors.toMap(part -> LocalDate.parse(part[0]), part -> Integer.parseInt(part[1])));
    }

    void add(LocalDate day) {
        counts.merge(day, 1, Integer::sum);
    }

    @Override
    public String toString() {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
