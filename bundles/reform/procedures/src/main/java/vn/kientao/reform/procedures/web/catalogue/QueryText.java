package vn.kientao.reform.procedures.web.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Values in the query of an address. */
final class QueryText {

    private QueryText() {}

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
