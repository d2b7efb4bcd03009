package photoset.cpu.decoding;

import java.util.Arrays;
import java.util.Random;

/** Ways to break a file, as bad disks, bad links and bad people do. */
enum Mutation {
    FLIPPED {
        @Override
        byte[] apply(byte[] file, Random random) {
            byte[] broken = file.clone();
            for (int change = 0; change <= random.nextInt(16); change++) {
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return broken;
        }
    },
    OVERWRITTEN {
        @Override
        byte[] apply(byte[] file, Random random) {
            byte[] broken = file.clone();
            byte[] noise = new byte[1 + random.nextInt(Math.min(64, file.length / 2))];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, broken, random.nextInt(file.length - noise.length), noise.length);
            return broken;
        }
    },
    CUT {
        @Override
        byte[] apply(byte[] file, Random random) {
            return Arrays.copyOf(file, random.nextInt(file.length));
        }
    },
    SWAPPED {
        @Override
        byte[] apply(byte[] file, Random random) {
            byte[] broken = file.clone();
            int length = 1 + random.nextInt(file.length / 4);
            int one = random.nextInt(file.length - length);
            int other = random.nextInt(file.length - length);
            System.arraycopy(file, one, broken, other, length);
            System.arraycopy(file, other, broken, one, length);
            return broken;
        }
    },
    /** Four bytes become a number that means trouble where a length or an offset is read. */
    MISMEASURED {
        @Override
        byte[] apply(byte[] file, Random random) {
            int[] odd = {0, 1, -1, 0x7fff_ffff, 0x8000_0000, 0xffff, random.nextInt()};
            int number = odd[random.nextInt(odd.length)];
            byte[] broken = file.clone();
            int at = random.nextInt(file.length - 4);
            for (int i = 0; i < 4; i++) {
                broken[at + i] = (byte) (number >> (8 * i));
            }
            return broken;
        }
    };

    abstract byte[] apply(byte[] file, Random random);

    static byte[] any(byte[] file, Random random) {
        var all = values();
        return all[random.nextInt(all.length)].apply(file, random);
    }
}
