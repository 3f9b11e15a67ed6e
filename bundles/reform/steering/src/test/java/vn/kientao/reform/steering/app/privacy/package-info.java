/** What the module keeps about people. */
@NullMarked
package vn.kientao.reform.steering.app.privacy;

import org.jspecify.annotations.NullMarked;
