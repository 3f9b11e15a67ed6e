package vn.kientao.platform.api.documents;

/**
 * How much of a sheet is read before it is refused.
 *
 * @param rows that are not blank, header included
 * @param columns from the first to the last cell that holds something
 * @param cells in all, empty ones included
 * @param packedBytes of the file
 * @param unpackedBytes of all that is read out of it
 * @param sharedCharacters of the texts that a workbook keeps apart from its cells; they are held in memory
 */
public record SheetLimits(
        int rows, int columns, long cells, long packedBytes, long unpackedBytes, long sharedCharacters) {
    private static final SheetLimits USUAL =
            new SheetLimits(100_001, 256, 2_000_000, 32L << 20, 200L << 20, 16_000_000);

    public SheetLimits {
        if (rows < 1 || columns < 1 || cells < 1 || packedBytes < 1 || unpackedBytes < 1 || sharedCharacters < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }

    /** 100,000 rows below a header, 2 million cells, 32 MB packed, 200 MB unpacked. */
    public static SheetLimits usual() {
        return USUAL;
    }

    /** The usual ones with another number of rows. */
    public static SheetLimits ofRows(int rows) {
        return new SheetLimits(
                rows,
                USUAL.columns(),
                USUAL.cells(),
                USUAL.packedBytes(),
                USUAL.unpackedBytes(),
                USUAL.sharedCharacters());
    }
}
