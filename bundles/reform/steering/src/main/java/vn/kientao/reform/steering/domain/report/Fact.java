package vn.kientao.reform.steering.domain.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A record that a figure counts.
 *
 * @param code shown to people
 * @param on the day that counts
 * @param path of its page in the module
 */
public record Fact(long id, String code, String title, String agency, LocalDate on, String path) {
    public Fact {
        requireNonNull(code, "code");
        requireNonNull(title, "title");
        requireNonNull(agency, "agency");
        requireNonNull(on, "on");
        requireNonNull(path, "path");
    }
}
