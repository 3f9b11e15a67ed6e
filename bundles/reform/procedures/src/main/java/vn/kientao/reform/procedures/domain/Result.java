package vn.kientao.reform.procedures.domain;

import static java.util.Objects.requireNonNull;

/**
 * What an applicant receives (kết quả thực hiện).
 *
 * @param code such as {@code KQ.G15.000031}; empty when none can be read
 */
public record Result(String name, String code) {

    public Result {
        requireNonNull(name, "name");
        requireNonNull(code, "code");
        if (name.isBlank() && code.isBlank()) {
            throw new IllegalArgumentException("result has neither name nor code");
        }
    }
}
