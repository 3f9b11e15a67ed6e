/** One page of an agency that looks for words in everything its modules let people find. */
@NullMarked
package vn.kientao.platform.web.search;

import org.jspecify.annotations.NullMarked;
