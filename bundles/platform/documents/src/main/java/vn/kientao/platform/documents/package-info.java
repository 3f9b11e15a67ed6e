/**
 * Paper and sheets: pages set as PDF, QR codes, spreadsheets written, and read safely when they come from outside.
 */
@NullMarked
package vn.kientao.platform.documents;

import org.jspecify.annotations.NullMarked;
