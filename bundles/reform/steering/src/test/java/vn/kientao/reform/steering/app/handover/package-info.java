/** Tests of the hand-over of tasks. */
@NullMarked
package vn.kientao.reform.steering.app.handover;

import org.jspecify.annotations.NullMarked;
