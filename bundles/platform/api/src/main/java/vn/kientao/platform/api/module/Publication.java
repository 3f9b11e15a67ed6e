package vn.kientao.platform.api.module;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * To whom the catalogue (kho phân hệ) offers a module, so that an agency's administrator may switch it on and off. Says
 * nothing about whether it is on.
 *
 * @param agencies codes of the agencies, when {@code audience} is {@link Audience#SOME}
 */
public record Publication(Audience audience, Set<String> agencies) {

    public Publication {
        requireNonNull(audience, "audience");
        agencies = Set.copyOf(agencies);
        if ((audience == Audience.SOME) == agencies.isEmpty()) {
            throw new IllegalArgumentException(
                    audience + " with " + agencies.size() + " agencies (expected: some agencies for SOME, else none)");
        }
    }

    public boolean offeredTo(String agency) {
        return audience == Audience.ALL || agencies.contains(agency);
    }

    /** Who is meant. */
    public enum Audience {
        /** Only the platform administrator decides. */
        NOBODY,
        SOME,
        ALL
    }
}
