/** What tests of the module share. */
@NullMarked
package vn.kientao.reform.steering;

import org.jspecify.annotations.NullMarked;
