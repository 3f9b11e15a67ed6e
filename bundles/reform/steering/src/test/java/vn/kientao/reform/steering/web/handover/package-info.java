/** Tests of the hand-over of tasks. */
@NullMarked
package vn.kientao.reform.steering.web.handover;

import org.jspecify.annotations.NullMarked;
