package photoset.api.instances;

import java.util.List;
import org.springframework.stereotype.Component;
import photoset.api.docs.SchemaFacts;
import photoset.api.docs.Schemas;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.plan.Plan;

/** What is said of instances, for the API document. */
@Component
@InRole(Role.WEB)
class InstanceSchemas implements SchemaFacts {
    /** The concept's id and a number. */
    private static final String ID_PATTERN = "^[A-Za-z0-9_]{1,64}-[0-9]{1,6}$";

    /** What 16 bits hold, as label maps do. */
    private static final int LABEL_MAX = 0xffff;

    private static final int SIDE_PX_MAX = 65_535;

    /** Printable ASCII from '0' on, as COCO packs lengths. */
    private static final String COUNTS_PATTERN = "^[0-o]*$";

    @Override
    public void state(Schemas schemas) {
        schemas.field("EnvelopeListInstance", "data").setMaxItems(InstancePageRequest.PAGE_MAX);
        for (String answer : List.of("Instance", "NamedInstance")) {
            schemas.field(answer, "instance_id").setPattern(ID_PATTERN);
        }
        schemas.range("Instance", "label", 1, LABEL_MAX);
        schemas.range("Instance", "score", 0, 1);
        var size = schemas.field("RunLengths", "size");
        size.setMinItems(2);
        size.setMaxItems(2);
        Schemas.range(size.getItems(), 1, SIDE_PX_MAX);
        schemas.field("RunLengths", "counts").setPattern(COUNTS_PATTERN);
        coco(schemas);
    }

    private static void coco(Schemas schemas) {
        int photosMax = Plan.PRO.limits().photosPerJobMax();
        schemas.field("CocoDocument", "images").setMaxItems(photosMax);
        schemas.field("CocoDocument", "categories").setMaxItems(LABEL_MAX);
        // A label map holds no more in each photo.
        schemas.field("CocoDocument", "annotations").setMaxItems(photosMax * LABEL_MAX);
        schemas.range("CocoImage", "id", 0, InstancePageRequest.IDX_MAX);
        schemas.range("CocoImage", "width", 1, SIDE_PX_MAX);
        schemas.range("CocoImage", "height", 1, SIDE_PX_MAX);
        schemas.field("CocoImage", "file_name").setPattern("^photo-[0-9]{1,5}[.][a-z0-9]{1,8}$");
        schemas.range("CocoCategory", "id", 1, LABEL_MAX);
        schemas.field("CocoCategory", "supercategory").setMaxLength(InstancePageRequest.CONCEPT_CHARS_MAX);
        schemas.range("CocoAnnotation", "id", 1, Integer.MAX_VALUE);
        schemas.range("CocoAnnotation", "image_id", 0, InstancePageRequest.IDX_MAX);
        schemas.range("CocoAnnotation", "category_id", 1, LABEL_MAX);
        schemas.range("CocoAnnotation", "iscrowd", 0, 0);
        schemas.range("CocoAnnotation", "score", 0, 1);
        schemas.field("CocoAnnotation", "instance_id").setPattern(ID_PATTERN);
    }
}
