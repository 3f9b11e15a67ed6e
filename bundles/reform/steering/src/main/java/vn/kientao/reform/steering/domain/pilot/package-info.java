/** Pilots (thí điểm): what is new is tried at some agencies, measured, and widened step by step (D2.6, D5.3b). */
@NullMarked
package vn.kientao.reform.steering.domain.pilot;

import org.jspecify.annotations.NullMarked;
