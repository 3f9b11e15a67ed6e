package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

/**
 * A paper that was handed in, or asked for and not handed in (thành phần hồ sơ).
 *
 * @param originals bản chính
 * @param certified bản sao chứng thực
 * @param copies bản sao, bản chụp
 * @param received whether it was there
 * @param digital its digital state, by the numbers of the national list
 * @param source where a re-used paper comes from: a dossier's or a result's number; empty otherwise
 */
public record ReceivedPaper(
        String name, int originals, int certified, int copies, boolean received, Digital digital, String source) {

    /** Digital state of a paper (tình trạng số hoá). */
    public enum Digital {
        /** Chưa số hoá. */
        NONE(0),
        /** Đã số hoá. */
        SCANNED(1),
        /** Sử dụng lại thành phần của hồ sơ khác. */
        RE_USED_PAPER(2),
        /** Sử dụng lại kết quả của thủ tục khác. */
        RE_USED_RESULT(3);

        private final int number;

        Digital(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }

        /** @throws IllegalArgumentException when the list has no such number */
        public static Digital of(int number) {
            if (number < 0 || number >= values().length) {
                throw new IllegalArgumentException("digital state " + number + " (expected: 0 to 3)");
            }
            return values()[number];
        }
    }

    /** A paper on paper only. */
    public ReceivedPaper(String name, int originals, int certified, int copies, boolean received) {
        this(name, originals, certified, copies, received, Digital.NONE, "");
    }

    public ReceivedPaper {
        requireNonNull(name, "name");
        requireNonNull(digital, "digital");
        requireNonNull(source, "source");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of a paper is blank");
        }
        if (originals < 0 || certified < 0 || copies < 0) {
            throw new IllegalArgumentException(
                    "counts " + originals + ", " + certified + ", " + copies + " (expected: >= 0)");
        }
    }
}
