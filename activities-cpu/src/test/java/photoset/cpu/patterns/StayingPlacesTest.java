package photoset.cpu.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StayingPlacesTest {
    private static final int COLUMNS = 9;
    private static final int ROWS = 7;
    private static final int BORDER = 2;

    @Test
    void countsThePlacesThatAreInThePictureAfterEachMove() {
        int[] places = {0, 13, 22, 23, 31, 40, 62};
        var staying = new StayingPlaces(places, COLUMNS, ROWS, BORDER);

        for (int down = -ROWS - 1; down <= ROWS + 1; down++) {
            for (int across = -COLUMNS - 1; across <= COLUMNS + 1; across++) {
                int stay = 0;
                for (int place : places) {
                    int column = place % COLUMNS + across;
                    int row = place / COLUMNS + down;
                    boolean stays =
                            column >= BORDER && column < COLUMNS - BORDER && row >= BORDER && row < ROWS - BORDER;
                    stay += stays ? 1 : 0;
                }
                assertThat(staying.after(across, down)).isEqualTo(stay);
            }
        }
    }
}
