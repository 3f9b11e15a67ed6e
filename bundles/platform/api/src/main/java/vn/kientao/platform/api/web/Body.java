package vn.kientao.platform.api.web;

import java.io.IOException;
import java.io.Writer;

/** The content of a page: HTML of the module's own, written between the platform's header and footer. */
@FunctionalInterface
public interface Body {
    void writeTo(Writer out) throws IOException;
}
