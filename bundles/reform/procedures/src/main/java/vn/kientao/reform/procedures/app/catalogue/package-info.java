/**
 * Finding procedures (tra cứu thủ tục hành chính): an index in memory that follows the catalogue, search with and without
 * diacritics, and the versions behind it.
 */
@NullMarked
package vn.kientao.reform.procedures.app.catalogue;

import org.jspecify.annotations.NullMarked;
