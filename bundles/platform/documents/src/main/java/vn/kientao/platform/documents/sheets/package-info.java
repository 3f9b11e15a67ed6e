/**
 * Sheets (bảng tính): XLSX and CSV, written and read row by row. What is read comes from outside: every reader counts what
 * it takes in and refuses what no person has typed.
 */
@NullMarked
package vn.kientao.platform.documents.sheets;

import org.jspecify.annotations.NullMarked;
