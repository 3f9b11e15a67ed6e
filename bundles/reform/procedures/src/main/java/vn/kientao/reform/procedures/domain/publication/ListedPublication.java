package vn.kientao.reform.procedures.domain.publication;

import static java.util.Objects.requireNonNull;

/** A publication with its place in the list. */
public record ListedPublication(Publication publication, long key) {
    public ListedPublication {
        requireNonNull(publication, "publication");
    }
}
