package vn.kientao.reform.procedures.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Agencies as a procedure names them. Names contain commas and lists are separated by them, so a list is offered only
 * where it can be told.
 *
 * @param text as published; empty when nothing was
 * @param names one entry an agency; empty when {@code text} is, or cannot be divided with certainty
 */
public record AgencyNames(String text, List<String> names) {

    public static final AgencyNames NONE = new AgencyNames("", List.of());

    public AgencyNames {
        requireNonNull(text, "text");
        names = List.copyOf(names);
    }
}
