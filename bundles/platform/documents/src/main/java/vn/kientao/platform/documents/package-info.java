/**
 * Paper (bản in): XHTML becomes PDF, text becomes a QR symbol. Everything is made in memory from what this bundle holds.
 */
@NullMarked
package vn.kientao.platform.documents;

import org.jspecify.annotations.NullMarked;
