package vn.kientao.platform.privacy.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.kientao.platform.api.web.Page;

/**
 * The access log, a page of it.
 *
 * @param base address of the list
 * @param agency code of the agency whose log it is; empty for the whole
 * @param filter names and typed values of the fields
 * @param errors a sentence for each field whose value cannot be read
 * @param older address of the next page; empty when there is none
 */
public record AccessListModel(
        Page page,
        String base,
        String agency,
        Map<String, String> filter,
        Map<String, String> errors,
        List<Row> rows,
        String older) {

    public AccessListModel {
        rows = List.copyOf(rows);
    }

    /** One look, in words. */
    public record Row(
            String at,
            String who,
            String account,
            String agency,
            String object,
            String objectId,
            String way,
            String purpose,
            String address) {}

    public boolean filtered() {
        return !filter.isEmpty();
    }

    /** The filter as the query of an address; empty when there is none. */
    public String query() {
        return filter.isEmpty()
                ? ""
                : filter.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    public String value(String field) {
        return filter.getOrDefault(field, "");
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** The fields of the form that this page has. */
    public List<String> fields() {
        return AccessFilter.FIELDS.stream()
                .filter(field -> agency.isEmpty() || !field.equals("agency"))
                .toList();
    }
}
