-- A job may carry several variants: one rule each, all painted from one segmentation. A job with one rule has one.

-- [{id, name, rule_id, rule}] in the order of the request; json, not jsonb: the order of a rule's concepts counts.
alter table jobs add column variants json;
update jobs set variants = json_build_array(json_build_object('id', 'a', 'rule_id', rule_id, 'rule', rule))
where rule is not null;
alter table jobs drop column rule, drop column rule_id;

-- What an item costs, delivered in every variant.
alter table jobs add column item_credits int not null default 1 check (item_credits > 0);

-- Held at confirm, a credit for each item, and at execute, for each further variant of the items that are left; the
-- cause of the latter is hold:{job}:variants. At the end held = captured + released, and
-- captured = done_items * item_credits.
alter table jobs rename column held_items to held_credits;

create table job_pictures (
    job_id          text   not null,
    idx             int    not null,
    variant         text   not null,
    -- Of the variant among those of the job, from 0.
    place           int    not null,
    output_key      text   not null,
    preview_key     text   not null,
    manifest_key    text   not null,
    changed_pixels  bigint not null,
    -- When its object was found to be gone.
    missing_since   timestamptz,
    primary key (job_id, idx, variant),
    foreign key (job_id, idx) references job_items on delete cascade
);
create index job_pictures_missing on job_pictures (job_id) where missing_since is not null;
insert into job_pictures
select job_id, idx, 'a', 0, output_key, preview_key, manifest_key, changed_pixels
from job_items where output_key is not null;
alter table job_items
    drop column output_key, drop column preview_key, drop column manifest_key, drop column changed_pixels;
