package io.vigil.pii.checksum;

/**
 * Keccak-256 as Ethereum uses it: the submission of 2011, which pads differently from the SHA-3 of FIPS 202 that the JDK
 * has. Takes one block, which is more than an address needs.
 */
final class Keccak {

    /** Bytes of one block. */
    static final int RATE = 136;

    private static final int ROUNDS = 24;
    private static final int[] ROTATIONS = {
        0, 1, 62, 28, 27, 36, 44, 6, 55, 20, 3, 10, 43, 25, 39, 41, 45, 15, 21, 8, 18, 2, 61, 56, 14
    };

    private Keccak() {}

    /**
     * The hash of a message shorter than one block.
     *
     * @throws IllegalArgumentException where it is longer
     */
    static byte[] hash(byte[] message) {
        if (message.length >= RATE) {
            throw new IllegalArgumentException("longer than a block");
        }
        var block = new byte[RATE];
        System.arraycopy(message, 0, block, 0, message.length);
        block[message.length] ^= 0x01;
        block[RATE - 1] ^= (byte) 0x80;
        var lanes = new long[25];
        for (int i = 0; i < RATE; i++) {
            lanes[i / 8] |= (block[i] & 0xffL) << (i % 8 * 8);
        }
        permute(lanes);
        var hash = new byte[32];
        for (int i = 0; i < hash.length; i++) {
            hash[i] = (byte) (lanes[i / 8] >>> (i % 8 * 8));
        }
        return hash;
    }

    private static void permute(long[] lanes) {
        int register = 1;
        for (int round = 0; round < ROUNDS; round++) {
            theta(lanes);
            rhoPiChi(lanes);
            for (int j = 0; j < 7; j++) {
                lanes[0] ^= (register & 1L) << ((1 << j) - 1);
                register = (register << 1) ^ ((register >> 7) * 0x171);
            }
        }
    }

    private static void theta(long[] lanes) {
        var columns = new long[5];
        for (int i = 0; i < 25; i++) {
            columns[i % 5] ^= lanes[i];
        }
        for (int i = 0; i < 25; i++) {
            lanes[i] ^= columns[(i + 4) % 5] ^ Long.rotateLeft(columns[(i + 1) % 5], 1);
        }
    }

    private static void rhoPiChi(long[] lanes) {
        var moved = new long[25];
        for (int x = 0; x < 5; x++) {
            for (int y = 0; y < 5; y++) {
                moved[y + 5 * ((2 * x + 3 * y) % 5)] = Long.rotateLeft(lanes[x + 5 * y], ROTATIONS[x + 5 * y]);
            }
        }
        for (int i = 0; i < 25; i++) {
            int row = i / 5 * 5;
            lanes[i] = moved[i] ^ (~moved[row + (i + 1) % 5] & moved[row + (i + 2) % 5]);
        }
    }
}
