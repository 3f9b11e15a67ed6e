package vn.kientao.platform.repository.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/**
 * What a source offers.
 *
 * @param source its name
 * @param title what it calls itself
 * @param actionable what can be installed now
 * @param blocked what cannot, each with the reason
 * @param live what serves already
 */
public record OffersModel(
        Page page, String source, String title, List<Card> actionable, List<Card> blocked, List<Card> live) {

    /**
     * A release.
     *
     * @param from the version that serves; empty when the module is new
     * @param publisher empty when unsigned
     * @param changes what is new, item by item
     * @param screenshots addresses of images
     * @param obstacle empty when it can be installed
     */
    public record Card(
            String module,
            String version,
            String name,
            String description,
            String from,
            String publisher,
            String megabytes,
            String sha256,
            List<String> changes,
            List<String> screenshots,
            String obstacle) {}
}
