package vn.kientao.reform.procedures.domain;

import static java.util.Objects.requireNonNull;

/**
 * Who has to do with a procedure. Carrying out, deciding and receiving are different things and may be different
 * bodies.
 *
 * @param carriedOutBy cơ quan thực hiện
 * @param competent cơ quan có thẩm quyền
 * @param receivingAddress địa chỉ tiếp nhận hồ sơ
 * @param delegated cơ quan được ủy quyền
 * @param cooperating cơ quan phối hợp
 */
public record Responsibility(
        AgencyNames carriedOutBy,
        AgencyNames competent,
        String receivingAddress,
        AgencyNames delegated,
        AgencyNames cooperating) {

    public Responsibility {
        requireNonNull(carriedOutBy, "carriedOutBy");
        requireNonNull(competent, "competent");
        requireNonNull(receivingAddress, "receivingAddress");
        requireNonNull(delegated, "delegated");
        requireNonNull(cooperating, "cooperating");
    }
}
