/** Internal procedures (quy trình nội bộ): steps, who takes them, how long they may take, what follows; as data of an agency. */
@NullMarked
package vn.kientao.reform.procedures.domain.workflow;

import org.jspecify.annotations.NullMarked;
