package vn.kientao.platform.security.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/** Who one is at other houses. */
public record LinksModel(Page page, List<Link> links, List<Button> buttons) {

    /** A name at a provider. */
    public record Link(String issuer, String subject) {}

    /** The way to a provider. */
    public record Button(String address, String label) {}
}
