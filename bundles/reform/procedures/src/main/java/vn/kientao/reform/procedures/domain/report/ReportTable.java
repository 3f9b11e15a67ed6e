package vn.kientao.reform.procedures.domain.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The numbers of a report: a row for each field or agency, in order of its name, and their sum. */
public record ReportTable(List<Row> rows, Row sum) {
    public ReportTable {
        rows = List.copyOf(rows);
    }

    public static ReportTable of(List<Tally> tallies) {
        Map<String, Row> rows = new TreeMap<>();
        Row sum = new Row("", new EnumMap<>(Measure.class));
        for (Tally tally : tallies) {
            Row row = rows.computeIfAbsent(tally.row(), name -> new Row(name, new EnumMap<>(Measure.class)));
            for (Measure measure : Measure.values()) {
                if (measure.counts(tally)) {
                    row.numbers.merge(measure, tally.dossiers(), Long::sum);
                    sum.numbers.merge(measure, tally.dossiers(), Long::sum);
                }
            }
        }
        return new ReportTable(List.copyOf(rows.values()), sum);
    }

    /** The numbers of one field or agency. */
    public static final class Row {
        private final String name;
        private final Map<Measure, Long> numbers;

        private Row(String name, Map<Measure, Long> numbers) {
            this.name = name;
            this.numbers = numbers;
        }

        public String name() {
            return name;
        }

        public long number(Measure measure) {
            return numbers.getOrDefault(measure, 0L);
        }

        /** Settled before or on the due date among all that were settled. */
        public Share onTime() {
            return new Share(number(Measure.EARLY) + number(Measure.ON_TIME), number(Measure.SETTLED));
        }

        /** Received online among all that were received in the period. */
        public Share online() {
            return new Share(number(Measure.ONLINE_RECEIVED), number(Measure.ONLINE_RECEIVED) + number(Measure.DIRECT));
        }

        /** Whether the report adds up: whatever was there is accounted for once. */
        public boolean addsUp() {
            long there = number(Measure.CARRIED) + number(Measure.ONLINE_RECEIVED) + number(Measure.DIRECT);
            return there == number(Measure.TOTAL)
                    && there
                            == number(Measure.SETTLED)
                                    + number(Measure.PROCESS)
                                    + number(Measure.PAUSED)
                                    + number(Measure.REJECTED);
        }
    }
}
