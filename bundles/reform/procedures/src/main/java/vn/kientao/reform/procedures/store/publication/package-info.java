/**
 * The tables of publications (công bố thủ tục hành chính) and of the feed of changes.
 */
@NullMarked
package vn.kientao.reform.procedures.store.publication;

import org.jspecify.annotations.NullMarked;
