package vn.kientao.platform.audit.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/**
 * What the verifier found.
 *
 * @param entries how many were looked at
 * @param anchors how many anchors they were compared with
 * @param findings a sentence for each place where something is wrong
 */
public record AuditCheckModel(Page page, long entries, int anchors, List<String> findings) {
    public AuditCheckModel {
        findings = List.copyOf(findings);
    }
}
