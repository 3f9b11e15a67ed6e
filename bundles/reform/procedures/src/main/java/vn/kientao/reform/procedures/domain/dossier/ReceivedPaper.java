package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

/**
 * A paper that was handed in, or asked for and not handed in (thành phần hồ sơ).
 *
 * @param originals bản chính
 * @param certified bản sao chứng thực
 * @param copies bản sao, bản chụp
 * @param received whether it was there
 */
public record ReceivedPaper(String name, int originals, int certified, int copies, boolean received) {
    public ReceivedPaper {
        requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of a paper is blank");
        }
        if (originals < 0 || certified < 0 || copies < 0) {
            throw new IllegalArgumentException(
                    "counts " + originals + ", " + certified + ", " + copies + " (expected: >= 0)");
        }
    }
}
