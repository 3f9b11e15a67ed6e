package vn.kientao.platform.console.web;

/**
 * A status: shape, word and colour.
 *
 * @param kind {@code progress}, {@code need}, {@code late}, {@code done}; empty for neutral
 */
public record Tag(String kind, String text) {

    /** The classes of the element that shows it. */
    public String css() {
        return kind.isEmpty() ? "kt-tag" : "kt-tag kt-tag-" + kind;
    }
}
