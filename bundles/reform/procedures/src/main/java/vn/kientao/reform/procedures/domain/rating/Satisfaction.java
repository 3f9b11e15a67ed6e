package vn.kientao.reform.procedures.domain.rating;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * The ratings of a period taken together (kết quả khảo sát hài lòng).
 *
 * @param lines one a question, the overall one first
 */
public record Satisfaction(Questionnaire asked, List<Line> lines) {
    public Satisfaction {
        requireNonNull(asked, "asked");
        lines = List.copyOf(lines);
    }

    /** How many dossiers were rated. */
    public int ratings() {
        return lines.stream()
                .filter(line -> line.question().overall())
                .mapToInt(Line::answers)
                .sum();
    }

    /** @param counts level → how many chose it */
    public record Line(Question question, Map<Integer, Integer> counts, int satisfied) {
        public Line {
            requireNonNull(question, "question");
            counts = Map.copyOf(counts);
        }

        public int answers() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }

        public int count(int level) {
            return counts.getOrDefault(level, 0);
        }

        /** Share of satisfied answers in per cent, one decimal; 0 without answers. */
        public BigDecimal share() {
            if (answers() == 0) {
                return BigDecimal.ZERO.setScale(1, RoundingMode.UNNECESSARY);
            }
            return BigDecimal.valueOf(100L * satisfied).divide(BigDecimal.valueOf(answers()), 1, RoundingMode.HALF_UP);
        }
    }
}
