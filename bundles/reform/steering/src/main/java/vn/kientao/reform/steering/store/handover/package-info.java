/** Hand-over (bàn giao) of open tasks: when an agency ends, when another one takes a task, when somebody leaves (D4). */
@NullMarked
package vn.kientao.reform.steering.store.handover;

import org.jspecify.annotations.NullMarked;
