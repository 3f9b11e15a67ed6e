package vn.kientao.platform.api.privacy;

import static java.util.Objects.requireNonNull;

/**
 * The person whose data it is (chủ thể dữ liệu cá nhân), as far as it is known; empty text for what is not.
 *
 * @param idNumber personal identity number (số định danh cá nhân)
 * @param phone digits only, leading 0
 */
public record DataSubject(String name, String idNumber, String phone, String email) {
    public DataSubject {
        requireNonNull(name, "name");
        requireNonNull(idNumber, "idNumber");
        requireNonNull(phone, "phone");
        requireNonNull(email, "email");
    }
}
