package vn.kientao.reform.procedures.web.workflow;

import java.util.List;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.workflow.Workflow;

/** The internal procedures of an agency. */
public record WorkflowListModel(Page page, List<Workflow> workflows) {
    public WorkflowListModel {
        workflows = List.copyOf(workflows);
    }
}
