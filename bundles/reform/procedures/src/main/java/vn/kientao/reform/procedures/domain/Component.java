package vn.kientao.reform.procedures.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One paper of a dossier (thành phần hồ sơ).
 *
 * @param heading the case it belongs to (trường hợp), empty when the procedure knows one case only
 * @param name what it is called; holds the file name too when the two cannot be told apart
 * @param forms file names of the form to fill in (mẫu đơn, tờ khai)
 */
public record Component(String heading, String name, List<String> forms, Quantity quantity) {

    public Component {
        requireNonNull(heading, "heading");
        requireNonNull(name, "name");
        forms = List.copyOf(forms);
        requireNonNull(quantity, "quantity");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of a component is blank (under heading: " + heading + ")");
        }
    }
}
