package vn.kientao.reform.procedures.domain.catalogue;

import static java.util.Objects.requireNonNull;

/**
 * What people call a thing, and the words that procedures use for it.
 *
 * @param phrase such as {@code sổ đỏ}
 * @param meaning such as {@code quyền sử dụng đất}
 */
public record Synonym(String phrase, String meaning) {

    public Synonym {
        requireNonNull(phrase, "phrase");
        requireNonNull(meaning, "meaning");
    }
}
