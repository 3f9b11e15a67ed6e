/**
 * Fakes and JUnit extensions for those who write modules: real databases, fixed clocks. Part of no feature; it never runs
 * in the product.
 */
@NullMarked
package vn.kientao.platform.testing;

import org.jspecify.annotations.NullMarked;
