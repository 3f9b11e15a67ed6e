/**
 * Takes publications (công bố thủ tục hành chính) from draft to effect: guards, clocks, audit, and the catalogue itself.
 */
@NullMarked
package vn.kientao.reform.procedures.app.publication;

import org.jspecify.annotations.NullMarked;
