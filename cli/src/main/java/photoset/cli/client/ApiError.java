package photoset.cli.client;

/** A call was refused; the message is the server's sentence for people. */
public final class ApiError extends RuntimeException {
    private final int status;

    ApiError(ApiResponse answer) {
        super(answer.message().isEmpty() ? "The server answered " + answer.status() + "." : answer.message());
        this.status = answer.status();
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
