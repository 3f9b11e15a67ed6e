package vn.kientao.platform.api.documents;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Who signs, and as what.
 *
 * @param capacity lines above the signature, in capitals where the letter is an act of the body: {@code TM. ỦY BAN NHÂN
 *     DÂN}, {@code KT. CHỦ TỊCH}, {@code PHÓ CHỦ TỊCH}
 * @param how what stands in brackets below, such as "Ký và ghi rõ họ tên"; may be empty
 * @param name without academic titles; may be empty
 */
public record LetterSignature(List<String> capacity, String how, String name) {
    public LetterSignature {
        capacity = List.copyOf(capacity);
        requireNonNull(how, "how");
        requireNonNull(name, "name");
    }
}
