/** Steering of the reform (chỉ đạo, điều hành): words that its features share. No database, no pages. */
@NullMarked
package vn.kientao.reform.steering.domain;

import org.jspecify.annotations.NullMarked;
