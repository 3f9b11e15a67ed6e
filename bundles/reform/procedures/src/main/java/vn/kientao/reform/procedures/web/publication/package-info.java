/**
 * Pages and answers about publications (công bố thủ tục hành chính): list by legal clock, form, comparison, feed.
 */
@NullMarked
package vn.kientao.reform.procedures.web.publication;

import org.jspecify.annotations.NullMarked;
