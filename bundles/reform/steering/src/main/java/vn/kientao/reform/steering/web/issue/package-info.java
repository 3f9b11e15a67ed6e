/** Pages and the API of matters for the chairman. */
@NullMarked
package vn.kientao.reform.steering.web.issue;

import org.jspecify.annotations.NullMarked;
