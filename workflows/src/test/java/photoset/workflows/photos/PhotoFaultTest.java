package photoset.workflows.photos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhotoFaultTest {
    @Test
    void whateverAWorkerOrProviderSaysIsOneLineThatCanBeRecorded() {
        assertThat(said("The view\nhas \0 no\tpixels. \uD83D")).isEqualTo("The view has   no pixels.");
        assertThat(said("a whole \uD83D\uDE00 stays")).isEqualTo("a whole \uD83D\uDE00 stays");
    }

    @Test
    void linksAreLeftOut() {
        assertThat(said("GET https://store/inputs/1.jpg?X-Amz-Signature=12 failed: 403"))
                .isEqualTo("GET (link) failed: 403");
    }

    @Test
    void itIsCutBetweenCharacters() {
        assertThat(said("\uD83D\uDE00".repeat(1000))).isEqualTo("\uD83D\uDE00".repeat(PhotoFault.MESSAGE_CHARS_MAX));
    }

    @Test
    void nothingIsNotSaid() {
        assertThat(said("\0 \n")).isEqualTo("Nothing more is known.");
    }

    private static String said(String message) {
        return new PhotoFault(PhotoError.SEGMENTATION_FAILED, message).message();
    }
}
