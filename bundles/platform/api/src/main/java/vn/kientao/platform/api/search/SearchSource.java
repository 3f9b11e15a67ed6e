package vn.kientao.platform.api.search;

import org.osgi.annotation.versioning.ConsumerType;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;

/**
 * One kind of thing that can be found. Register a service for each kind; the search page of an agency asks those whose
 * permission the reader holds there, so answer fast.
 */
@ConsumerType
public interface SearchSource {

    /** {@code <module>.<word>}, such as {@code procedures.dossiers}; stands in addresses and stays the same. */
    String name();

    /** What is found here, as a heading: {@code Hồ sơ}. */
    LocalText title();

    /** What a reader must hold in the agency. */
    Permission permission();

    /** Smaller first. */
    int order();

    /**
     * What fits best first; only what the reader may open in the agency, without personal data. An {@code after} that it
     * did not give out itself is read as the beginning.
     *
     * @param agency code of the agency whose page it is
     */
    SearchFindings search(Actor reader, String agency, SearchWords words);
}
