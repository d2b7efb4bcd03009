package photoset.api.sets;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.api.uploads.Presigner;
import photoset.workflows.ObjectKeys;
import photoset.workflows.SetId;
import photoset.workflows.sets.SetContent;
import photoset.workflows.sets.SetError;
import photoset.workflows.sets.SetState;
import photoset.workflows.sets.SetTemplate;

/**
 * A set as its owner sees it.
 *
 * @param progress percent
 * @param error why it failed; absent if it did not
 * @param zipUrl everything in one file, valid for minutes; absent until it is done
 * @param files the PDF, if the template has one, and the pictures; empty until it is done
 * @param outdated whether a retry delivered pictures that it has not
 * @param expiresAt when it is deleted, with the pictures of the job
 */
@Schema(name = "Set")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SetView(
        @JsonProperty("set_id") SetId setId,
        @JsonProperty("output_template") SetTemplate outputTemplate,
        @JsonProperty("title") @Nullable String title,
        @JsonProperty("status") SetState status,
        @JsonProperty("progress") int progress,
        @JsonProperty("error") @Nullable Fault error,
        @JsonProperty("zip_url") @Nullable URI zipUrl,
        @JsonProperty("files") List<File> files,
        @JsonProperty("outdated") boolean outdated,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("expires_at") Instant expiresAt) {
    /** Why a set failed, and what its owner can do. */
    @Schema(name = "SetFailure")
    record Fault(
            @JsonProperty("code") SetError code,
            @JsonProperty("message") String message) {}

    /** A file of a set; the link is a secret. Width and height are absent for the PDF. */
    @Schema(name = "SetDownload")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record File(
            @JsonProperty("name") String name,
            @JsonProperty("url") URI url,
            @JsonProperty("width") @Nullable Integer width,
            @JsonProperty("height") @Nullable Integer height) {
        /** Leaves the link out. */
        @Override
        public String toString() {
            return "File[name=" + name + "]";
        }
    }

    static SetView of(SetRow row, ObjectKeys keys, Presigner presigner) {
        @Nullable SetContent content = row.content();
        return new SetView(
                row.id(),
                row.template(),
                row.title(),
                row.state(),
                row.progress(),
                row.fault() == null
                        ? null
                        : new Fault(row.fault().code(), row.fault().message()),
                content == null ? null : presigner.toSetFile(content.zip(), keys.setFile(row.id(), content.zip())),
                content == null
                        ? List.of()
                        : content.files().stream()
                                .map(file -> new File(
                                        file.name(),
                                        presigner.toSetFile(file.name(), keys.setFile(row.id(), file.name())),
                                        file.width(),
                                        file.height()))
                                .toList(),
                row.outdated(),
                row.createdAt(),
                row.expiresAt());
    }

    /** Leaves the links out. */
    @Override
    public String toString() {
        return "SetView[setId=" + setId + ", status=" + status + "]";
    }
}
