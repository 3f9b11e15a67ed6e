package vn.kientao.platform.audit.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/**
 * One entry.
 *
 * @param facts label and value
 * @param changes what stood in each field before and what stands there now
 */
public record AuditEntryModel(Page page, long sequence, List<Fact> facts, List<Change> changes) {

    /** A label and its value. */
    public record Fact(String label, String value) {}

    /** A field before and after; empty where it was not there. */
    public record Change(String field, String before, String after) {}
}
