package photoset.cpu.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import photoset.cpu.patterns.MoveList.Move;

class MoveListTest {
    private final MoveList list = new MoveList(2, 3, 10);

    @Test
    void theCheapestAreKept() {
        list.offer(0, 9, 5);
        list.offer(9, 0, 3);
        list.offer(-9, 0, 4);

        assertThat(list.moves()).containsExactly(new Move(9, 0, 3), new Move(-9, 0, 4));
        assertThat(list.limit()).isEqualTo(4);
    }

    @Test
    void ofNeighborsOneIsKept() {
        list.offer(5, 5, 5);
        list.offer(6, 4, 4);
        list.offer(7, 5, 6);

        assertThat(list.moves()).containsExactly(new Move(6, 4, 4));
        assertThat(list.limit()).isEqualTo(10);
    }
}
